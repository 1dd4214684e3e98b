"""What a person owes the others, as lines of the inbox."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from store import days
from store.goals import owing
from store.goals.standing import Standings
from store.inbox.concerns import Kind
from store.inbox.items import Item
from store.news import audience
from store.phrases import quoted
from store.team import Team


@dataclass(frozen=True, slots=True)
class Waiting:
    """A change of the person's that stands against somebody else's."""

    name: str
    """What tells it from the others."""
    label: str
    """What she did, as a phrase that follows her name."""
    at: datetime


def owed(team: Team, person: str, today: date, clashes: Iterable[Waiting] = ()) -> list[Item]:
    """What a person has to do for the others: decide, acknowledge, say how a goal goes."""
    zone = ZoneInfo(team.settings.time_zone)
    found = [
        Item(Kind.CLASH, ("clashes", one.name), f"you {one.label}", "", one.at, False) for one in clashes
    ]
    for post in audience.owed_by(team, person):
        until = days.spoken(post.acknowledge_by, today) if post.acknowledge_by else ""
        sentence = f"{quoted(post.title)} by {until}"
        found.append(Item(Kind.ACKNOWLEDGE, ("posts", post.id), sentence, post.author, post.at, False))
    standings = Standings(team, today)
    for goal in owing.owed_by(team, person, today, standings):
        at = datetime.combine(standings.next_check_in(goal) or today, time(), zone)
        sentence = f"{quoted(goal.title)}: how does it go?"
        found.append(Item(Kind.CHECK_IN, ("goals", goal.id), sentence, "", at, False))
    return found
