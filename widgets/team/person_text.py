"""All of one person, as content: people's words are put in as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from textual.content import Content

from store.absences.away import Presence, coming, local_time
from store.absences.handed import is_due_back
from store.absences.holidays import calendars
from store.absences.open_things import summed_up, things_in
from store.absences.times import KIND_WORDS, span
from store.absences.workdays import hours_a_week, split, working_days
from store.absences.workload import Load
from store.culture.days import birthday_in
from store.days import spoken
from store.duties.responsibilities import responsibilities
from store.models import Duty, Handover, Member, Task
from store.phrases import counted, listed
from store.team import Team
from widgets.card_text import beside, joined
from widgets.load_bar import load_bar, load_mark, load_words
from widgets.signs import Signs
from widgets.team.row import there_word
from widgets.words import number

_QUIET, _STRONG, _ALARM = "dim", "bold", "bold $text-warning"
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_BAR = 20
_LETTERS = (Duty.ACCOUNTABLE, Duty.RESPONSIBLE, Duty.CONSULTED, Duty.INFORMED)
_ORDER = "".join(duty.letter for duty in _LETTERS)


@dataclass(frozen=True)
class PersonView:
    """What there is to say of one person."""

    team: Team
    member: Member
    now: datetime
    today: date
    presence: Presence
    load: Load | None
    """Of this week; `None` while it is worked out."""
    cards: int | None
    """Open ones; `None` while they are counted."""
    active: Sequence[Task]
    """Her cards in work."""
    covers: Sequence[str]
    """Logins of those for whom she stands in today."""
    screen: str
    """Where she has the app open; empty: she has not."""


def heading(view: PersonView) -> Content:
    """Name and login, with pronouns and how the name is spoken where she says so."""
    member = view.member
    more = [member.login, member.pronouns, f"say {member.spoken}" if member.spoken else ""]
    return Content.assemble((member.display_name, _STRONG), (f"  {', '.join(filter(None, more))}", _QUIET))


def said(view: PersonView, signs: Signs, width: int) -> Content:
    """Everything else; what there is nothing of is left out."""
    parts = [list(part) for part in _parts(view, signs, width)]
    return Content("\n\n").join(joined(part) for part in parts if part)


def _parts(view: PersonView, signs: Signs, width: int) -> Iterator[Iterator[Content]]:
    yield _there(view, signs, width)
    yield _week(view, signs, width)
    yield _section("In work", [f"{number(task)} {task.title}" for task in view.active], signs, width)
    yield _duties(view, signs, width)
    yield _section("Absences ahead", _absences(view), signs, width)
    yield _section("Handed over", _handovers(view, gave=True), signs, width)
    yield _section("Taken over", _handovers(view, gave=False), signs, width)


def _there(view: PersonView, signs: Signs, width: int) -> Iterator[Content]:
    team, member, presence = view.team, view.member, view.presence
    local = local_time(team, member, view.now)
    absence = presence.absence
    if absence is None:
        parts = [there_word(presence, view.today, signs), f"{local:%a %H:%M} there"]
    else:
        parts = [f"{signs.offline} away until {spoken(absence.end, view.today)}"]
    parts += [f"has Tagwerk open: {view.screen}"] if view.screen else []
    yield Content(beside(f" {signs.between} ".join(parts), 0, width))
    if absence is not None:
        cover = f"{team.name_of(presence.stands_in)} stands in" if presence.stands_in else "nobody stands in"
        why = f"{KIND_WORDS[absence.kind]}, {cover}"
        yield Content.assemble((beside(why, 0, width), "" if presence.stands_in else _ALARM))
    if view.covers:
        yield Content(beside(f"stands in for {listed(map(team.name_of, view.covers))}", 0, width))
    yield Content.assemble((beside(_hours(team, member), 0, width), _QUIET))
    roles = _roles(team, member)
    if roles:
        yield Content(beside(roles, 0, width))
    if days := _days_of_her_own(view):
        yield Content.assemble((beside(days, 0, width), _QUIET))


def _days_of_her_own(view: PersonView) -> str:
    """Her birthday, and which holidays she keeps, as far as she has said so."""
    member, kept = view.member, calendars(view.team, view.member)
    day = birthday_in(member, view.today.year)
    parts = [f"birthday {day.day} {day:%b}"] if day else []
    if kept:
        parts.append(f"keeps the holidays of {listed(kept)}")
    return "; ".join(parts)


def _hours(team: Team, member: Member) -> str:
    days = " ".join(_DAYS[day] for day in sorted(working_days(team, member)) if day < len(_DAYS))
    clock = f", {member.works_from or '00:00'} to {member.works_until or '24:00'}"
    hours = clock if member.works_from or member.works_until else ""
    return f"works {days}{hours}, {hours_a_week(team, member):g} h a week, {member.time_zone}"


def _roles(team: Team, member: Member) -> str:
    parts, names = split(member), {role.id: role for role in team.roles}
    found = []
    for id, part in parts.items():
        role = names.get(id)
        if role is None:
            continue
        share = f" {part:.0%}" if len(parts) > 1 or part < 1 else ""
        leads = ", leads it" if role.lead == member.login else ""
        deputy = ", deputy" if role.deputy == member.login else ""
        found.append(f"{role.name}{share}{leads}{deputy}")
    return "; ".join(found)


def _week(view: PersonView, signs: Signs, width: int) -> Iterator[Content]:
    load = view.load
    if load is None:
        return
    bar = load_mark(load, signs) + load_bar(min(_BAR, max(4, width - 30)), load, signs)
    cards = "" if view.cards is None else f"  {counted(view.cards, 'open card')}"
    style = _ALARM if load.is_over else ""
    yield Content.assemble(("This week ", _STRONG), (f"{bar}  {load_words(load)}", style), (cards, _QUIET))


def _duties(view: PersonView, signs: Signs, width: int) -> Iterator[Content]:
    login = view.member.login
    rows = responsibilities(view.team)
    found = [("".join(d.letter for d in _LETTERS if login in one.people(d)), one.name) for one in rows]
    # Those that she answers for come first, then what she does.
    lines = sorted((one for one in found if one[0]), key=lambda one: _ORDER.index(one[0][0]))
    if not lines:
        return
    yield Content.assemble(("Responsibilities", _STRONG))
    for letters, name in lines:
        yield Content(f"  {letters:<2} {beside(name, 5, width)}")


def _absences(view: PersonView) -> list[str]:
    team, today = view.team, view.today
    found = []
    for one in coming(team, view.member.login, today):
        cover = f"{team.name_of(one.cover)} covers" if one.cover else "nobody covers"
        note = f"; {one.note}" if one.note else ""
        found.append(f"{span(one.start, one.end, today)}, {KIND_WORDS[one.kind]}, {cover}{note}")
    return found


def _handovers(view: PersonView, *, gave: bool) -> list[str]:
    team, login, today = view.team, view.member.login, view.today
    found = []
    for one in team.all(Handover):
        if one.back_at is None and (one.giver if gave else one.receiver) == login:
            other = f"to {team.name_of(one.receiver)}" if gave else f"from {team.name_of(one.giver)}"
            back = "; to be given back, the absence is over" if is_due_back(team, one, today) else ""
            found.append(f"{summed_up(things_in(one))} {other}, {spoken(team.today(one.at), today)}{back}")
    return found


def _section(title: str, lines: Sequence[str], signs: Signs, width: int) -> Iterator[Content]:
    if not lines:
        return
    yield Content.assemble((title, _STRONG))
    for line in lines:
        yield Content(f"  {signs.between} {beside(line, 4, width)}")
