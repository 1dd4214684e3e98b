"""All that is known of a role, as content: people's words are put in as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from store.absences.away import told
from store.duties.responsibilities import leftover_words, responsibilities_of
from store.duties.seats import Rank, Seat, Seats
from store.findings import Finding
from store.models import Responsibility, Role
from store.phrases import listed
from store.team import Team
from widgets.card_text import beside, joined, section
from widgets.duties.finding_row import sign_of
from widgets.signs import Signs

_QUIET, _STRONG, _ALARM = "dim", "bold", "$text-warning"


def role_text(role: Role, seats: Seats, findings: Sequence[Finding], signs: Signs, width: int) -> Content:
    """Mission, what it answers for, what it decides, what it watches, its people, and what is wrong."""
    return Content("\n\n").join(_parts(role, seats, findings, signs, width))


def seat_words(seat: Seat, seats: Seats) -> str:
    """`lead, 60 %, away until Fri 27 Nov, Ana covers`."""
    parts = ["" if seat.rank is Rank.MEMBER else seat.rank.value]
    parts.append(f"{seat.percent} %" if seat.percent is not None else "")
    parts.append(told(seats.team, seat.absence, seats.today, seat.cover) if seat.absence else "")
    return ", ".join(filter(None, parts))


def _parts(
    role: Role, seats: Seats, findings: Sequence[Finding], signs: Signs, width: int
) -> Iterator[Content]:
    team = seats.team
    yield _head(team, role, width)
    answers = [_duty(team, one, signs, width) for one in responsibilities_of(team, role)]
    answers += [_item(word, signs, width) for word in leftover_words(team, role)]
    people = [_seat(seat, seats, signs, width) for seat in seats.of(role)]
    wrong = [_wrong(one, signs, width) for one in findings]
    for title, lines in (
        ("Answers for", answers),
        ("Decides alone", [_item(word, signs, width) for word in role.decisions]),
        ("Watches", [_item(word, signs, width) for word in role.kpis]),
        ("People", people),
        ("Findings", wrong),
    ):
        if lines:
            yield joined([section(title, str(len(lines))), *lines])


def _head(team: Team, role: Role, width: int) -> Content:
    above = team.find(Role, role.above) if role.above is not None else None
    facts = [role.department, f"answers to {above.name}" if above and not above.archived_at else ""]
    lines = [Content.assemble((role.name, _STRONG), (f"  {', '.join(filter(None, facts))}", _QUIET))]
    mission = role.mission or "Nothing is said about why the role exists."
    lines.append(Content.assemble((beside(mission, 0, width), "" if role.mission else _QUIET)))
    return joined(lines)


def _duty(team: Team, one: Responsibility, signs: Signs, width: int) -> Content:
    """A responsibility, and who answers for it; who does the work below."""
    answers = listed(map(team.name_of, one.accountable)) if one.accountable else "nobody answers for it"
    does = f"done by {listed(map(team.name_of, one.responsible))}" if one.responsible else "nobody does it"
    is_whole = bool(one.accountable and one.responsible)
    head = beside(f"{signs.between} {one.name}", 2, width)
    below = "\n  " + beside(f"{answers}; {does}", 2, width)
    return Content.assemble(head, (below, _QUIET if is_whole else _ALARM))


def _item(word: str, signs: Signs, width: int) -> Content:
    return Content(beside(f"{signs.between} {word}", 2, width))


def _seat(seat: Seat, seats: Seats, signs: Signs, width: int) -> Content:
    sign = signs.offline if seat.absence else signs.live
    text = f"{sign} {seats.team.name_of(seat.login)}"
    return Content.assemble(text, (f"  {beside(seat_words(seat, seats), len(text) + 2, width)}", _QUIET))


def _wrong(one: Finding, signs: Signs, width: int) -> Content:
    return Content(beside(f"{sign_of(one.gravity, signs)} {one.gravity}: {one.sentence}", 2, width))
