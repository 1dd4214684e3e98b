"""What there is to say of one responsibility, as content: people's words are put in as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from textual.content import Content

from store.duties.matrix import ORDER, Fault
from store.models import Activity, Duty, Responsibility, Role
from store.phrases import listed
from store.team import Team
from store.text import clean, clean_line
from widgets.card_text import beside, history, joined
from widgets.signs import Signs

_QUIET, _STRONG, _ALARM = "dim", "bold", "bold $text-warning"
_LABELS = {
    Duty.ACCOUNTABLE: "Answers for it",
    Duty.RESPONSIBLE: "Does the work",
    Duty.CONSULTED: "Asked before",
    Duty.INFORMED: "Told afterwards",
}
_LABEL = 17
"""Cells of the labels."""


def sheet(
    team: Team,
    one: Responsibility,
    faults: Sequence[Fault],
    past: Sequence[Activity] | None,
    today: date,
    signs: Signs,
    width: int,
) -> Content:
    """Who has which part in it, its role and what that may decide, and what was done to it.

    Args:
        team: The snapshot.
        one: The responsibility.
        faults: What is wrong with it.
        past: What was done to it; `None`: that is being looked up.
        today: The day in the team's time zone.
        signs: The signs of this terminal.
        width: Cells of a line.
    """
    role = team.find(Role, one.role) if one.role is not None else None
    parts = [joined(list(_people(team, one, role, width)))]
    if faults:
        parts.append(Content.assemble((f"{signs.over} {listed(faults)}", _ALARM)))
    if details := clean(one.details).strip():
        parts.append(joined([Content(beside(line, 0, width)) for line in details.split("\n")]))
    if role and role.decisions:
        lines = (
            Content(f"  {signs.between} {beside(clean_line(each), 4, width)}") for each in role.decisions
        )
        parts.append(joined([_title(f"{clean_line(role.name)} decides alone"), *lines]))
    if past:
        parts.append(joined([_title("History"), history(past, team, today, width)]))
    return Content("\n\n").join(parts)


def _people(team: Team, one: Responsibility, role: Role | None, width: int) -> Iterator[Content]:
    yield _line("Role", clean_line(role.name) if role else "none", width)
    for duty in ORDER:
        # Who has left is named as well: somebody has to take it over.
        names = [
            team.name_of(login) + ("" if login in team.members else " (left)")
            for login in dict.fromkeys(one.people(duty))
        ]
        yield _line(_LABELS[duty], ", ".join(names) or "nobody", width)
    if one.archived_at:
        yield _line("Put away", "it is not answered for any more", width)


def _line(label: str, text: str, width: int) -> Content:
    return Content.assemble((f"{label:<{_LABEL}}", _QUIET), beside(text, _LABEL, width))


def _title(text: str) -> Content:
    return Content.assemble((text, _STRONG))
