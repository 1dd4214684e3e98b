"""The coming days as lines, and one of them with the people whom it is about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from store.absences.away import coming as absences_of
from store.absences.away import told as absence_told
from store.culture.days import Occasion, What, birthday_in, called
from store.days import spoken
from store.models import Role
from store.phrases import counted
from store.team import Team
from widgets.card_text import beside, joined
from widgets.listing_row import Row

_QUIET, _STRONG = "dim", "bold"
_COLOURS = {
    What.BIRTHDAY: "magenta",
    What.ANNIVERSARY: "yellow",
    What.FIRST_DAY: "green",
    What.HOLIDAY: "cyan",
    What.AWAY: "grey",
}
_MOST = 12
"""People who are told of one by one."""
_WEEK = 7


def day_row(one: Occasion, today: date) -> Row:
    """When, why it is worth knowing, and in a sentence whose day it is."""
    return Row(
        key=key_of(one),
        cells=(when(one.day, today), one.what.value, one.sentence),
        is_quiet=one.what is What.AWAY,
        colour=_COLOURS.get(one.what, ""),
    )


def key_of(one: Occasion) -> str:
    """What tells it from the others, also when its sentence changes from day to day."""
    about = one.people[0] if len(one.people) == 1 else one.sentence
    return f"{one.what} {one.day} {about}"


def when(day: date, today: date) -> str:
    """`today`, `tomorrow`, or the day with its weekday."""
    if day == today:
        return "today"
    return "tomorrow" if (day - today).days == 1 else spoken(day, today)


def day_told(team: Team, one: Occasion, today: date, width: int) -> Content:
    """The day, and what is known of those whom it is about."""
    return joined(_told(team, one, today, width))


def _told(team: Team, one: Occasion, today: date, width: int) -> Iterator[Content]:
    ahead = (one.day - today).days
    away = "" if ahead <= 1 else f", in {counted(ahead, 'day')}"
    yield Content.assemble((f"{one.day:%A} {one.day.day} {one.day:%B}{away}", _QUIET))
    yield Content.assemble((beside(one.sentence, 0, width), _STRONG))
    for login in one.people[:_MOST]:
        member = team.members.get(login)
        if member is None:
            continue
        yield Content("")
        yield Content(beside(called(member), 2, width))
        facts = _facts(team, login, today)
        yield from (Content.assemble((f"  {beside(fact, 2, width)}", _QUIET)) for fact in facts)
    if len(one.people) > _MOST:
        yield Content("")
        yield Content.assemble((f"and {len(one.people) - _MOST} more", _QUIET))


def _facts(team: Team, login: str, today: date) -> Iterator[str]:
    member = team.members[login]
    roles = [role.name for id in member.roles if (role := team.find(Role, id))]
    if roles:
        yield ", ".join(roles)
    if member.joined_on:
        begins = "begins on" if member.joined_on > today else "here since"
        yield f"{begins} {member.joined_on.day} {member.joined_on:%B %Y}"
    birthday = birthday_in(member, today.year)
    if birthday:
        yield f"birthday on {birthday.day} {birthday:%B}"
    yield from (absence_told(team, absence, today) for absence in absences_of(team, login, today))
