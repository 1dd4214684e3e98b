"""Thanks as a row of the wall, and as a sheet: people's words are put in as they are, never as markup."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

from textual.content import Content

from store.culture.kudos import thanked
from store.models import Kudos, Post, Role, Value
from store.phrases import listed
from store.team import Team
from widgets.card_text import beside, joined
from widgets.culture.signs import CultureSigns, colour_of
from widgets.listing_row import Row
from widgets.words import day

_QUIET, _STRONG = "dim", "bold"
_YOU = "you"
_WEEK = 7


def who_and_whom(team: Team, one: Kudos, me: str, marks: CultureSigns) -> str:
    """`♡ Ana Lima → Ben Okafor and Warehouse`; where it is the person herself, `you`."""
    giver = "You" if one.giver == me else team.name_of(one.giver)
    names = [_YOU if login == me else team.name_of(login) for login in one.people]
    roles = [role.name for id in one.roles if (role := team.find(Role, id))]
    is_mine = me in thanked(team, one)
    if is_mine and me not in one.people:
        names.append(_YOU)
    sign = marks.mine if is_mine else marks.thanks
    return f"{sign} {giver} {marks.to} {listed([*names, *roles]) or 'somebody'}"


def value_line(team: Team, number: int | None, marks: CultureSigns) -> str:
    """Sign and name of the value that thanks show; empty: none is named."""
    value = team.find(Value, number) if number is not None else None
    return f"{marks.values[colour_of(value.id)]} {value.name}" if value else ""


def kudos_row(team: Team, one: Kudos, me: str, today: date, marks: CultureSigns) -> Row:
    """Thanks on the wall."""
    return Row(
        key=one.id,
        cells=(
            who_and_whom(team, one, me, marks),
            when(one, team, today),
            value_line(team, one.value, marks),
            one.words.strip(),
        ),
        colour=colour_of(one.value) if one.value is not None else "",
    )


def when(one: Kudos, team: Team, today: date) -> str:
    """The day on which it was said, as one speaks of it."""
    on = one.at.astimezone(ZoneInfo(team.settings.time_zone)).date()
    ago = (today - on).days
    if ago <= 0:
        return "today"
    if ago == 1:
        return "yesterday"
    return f"{ago} days ago" if ago < _WEEK else day(on, today)


def kudos_told(team: Team, one: Kudos, me: str, today: date, marks: CultureSigns, width: int) -> Content:
    """All of it: the words, everybody who is thanked, and what the value stands for."""
    return joined(_told(team, one, me, today, marks, width))


def _told(team: Team, one: Kudos, me: str, today: date, marks: CultureSigns, width: int) -> Iterator[Content]:
    yield Content.assemble((beside(who_and_whom(team, one, me, marks), 2, width), _STRONG))
    yield Content.assemble((when(one, team, today), _QUIET))
    yield Content("")
    yield Content(beside(one.words.strip(), 0, width))
    value = team.find(Value, one.value) if one.value is not None else None
    if value is not None:
        yield Content("")
        yield Content.assemble((beside(value_line(team, value.id, marks), 2, width), _STRONG))
        for line in (value.about.strip(), *value.practice):
            if line:
                yield Content(f"  {beside(line, 2, width)}")
    if one.roles:
        everybody = listed([team.name_of(login) for login in thanked(team, one)])
        yield Content("")
        yield Content.assemble((beside(f"Thanked: {everybody or 'nobody any more'}", 2, width), _QUIET))
    post = team.find(Post, one.post) if one.post is not None else None
    if post is not None and not post.archived_at:
        yield Content("")
        yield Content.assemble(("The news tell everybody.", _QUIET))
