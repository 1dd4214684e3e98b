"""A person as a line: whether she is there, how much waits for her, what she is on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from store.absences.away import Presence, There
from store.absences.workload import Load
from store.days import spoken
from store.models import Member
from store.team import Team
from widgets.listing_row import Row
from widgets.load_bar import guess_mark, load_bar, load_mark
from widgets.signs import Signs

HEADS = ("", "Who", "This week", "Cards", "Covers", "On now", "Roles")
LEAST = (0, 10, 15, 5, 6, 10, 8)
"""Headings of the cells, and the cells that each keeps where there is little room."""
_BAR = 6
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Facts:
    """What the line of a person tells."""

    presence: Presence
    load: Load | None
    """Of this week; `None` while it is worked out."""
    cards: int | None
    """Open ones; `None` while they are counted."""
    covers: Sequence[str] = ()
    """Logins of those for whom she stands in today."""
    active: Sequence[str] = ()
    """Titles of her cards in work."""


def person_row(team: Team, member: Member, facts: Facts, today: date, signs: Signs) -> Row:
    """The line of a person."""
    presence = facts.presence
    load = facts.load
    week = signs.ellipsis
    if load is not None:
        bar = load_mark(load, signs) + load_bar(_BAR, load, signs)
        week = f"{bar} {guess_mark(load)}{load.demand:.0f}/{load.capacity:.0f}"
    roles = {role.id: role.name for role in team.roles}
    cells = (
        there_word(presence, today, signs),
        member.display_name,
        week,
        "" if facts.cards is None else str(facts.cards),
        ", ".join(team.members[login].short for login in facts.covers if login in team.members),
        "; ".join(facts.active),
        ", ".join(roles[id] for id in member.roles if id in roles),
    )
    is_away = presence.there is There.AWAY
    colour = "green" if presence.there is There.IN else ""
    return Row(member.login, cells, is_quiet=is_away, colour=colour)


def there_word(presence: Presence, today: date, signs: Signs) -> str:
    """Whether somebody is there, in a word or two."""
    if presence.absence is not None:
        last = presence.absence.end
        until = spoken(last, today)
        return f"{signs.offline} away until {until[:3] if (last - today).days < _WEEK else until}"
    sign = signs.live if presence.there is There.IN else signs.waiting
    return f"{sign} {_WORDS[presence.there]}"


_WORDS = {
    There.IN: "in",
    There.AWAY: "away",
    There.NO_WORKING_DAY: "day off",
    There.OUTSIDE_HOURS: "off hours",
}
