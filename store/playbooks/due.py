"""Which routines have a card to be made, and when they come next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from store.models import Routine
from store.playbooks.known import routines
from store.playbooks.recurrence import Coming, coming, known
from store.team import Team


@dataclass(frozen=True, slots=True)
class Due:
    """A card that is to be made."""

    routine: Routine
    day: date
    """When the card is due."""
    missed: tuple[date, ...]
    """Days before it for which no card was made, because nobody opened Tagwerk in time."""


def due_routines(team: Team, today: date) -> list[Due]:
    """The cards that are to be made today: of each routine the newest one."""
    # The first thing that an app asks which has just started: most teams have none.
    if not team.tables.get("routines"):
        return []
    found = (due(team, routine, today) for routine in routines(team))
    return [one for one in found if one is not None]


def due(team: Team, routine: Routine, today: date) -> Due | None:
    """The card of a routine that is to be made today; `None`: there is none."""
    comes = coming_of(team, routine)
    if comes is None or routine.paused or routine.archived_at:
        return None
    made = routine.made_up_to or routine.first - timedelta(1)
    ahead = timedelta(max(0, routine.ahead))
    days = [*comes.days(made, today + ahead)]
    return Due(routine, days[-1], tuple(days[:-1])) if days else None


def coming_of(team: Team, routine: Routine) -> Coming | None:
    """When a routine comes; `None` where its rule cannot be read."""
    rule = known(routine.rule)
    return coming(rule, routine.first, routine.shift, team.settings.working_days) if rule else None


def next_day(team: Team, routine: Routine, today: date) -> date | None:
    """The next day for which a routine makes a card, from today on; `None` where there is none."""
    comes = coming_of(team, routine)
    if comes is None or routine.paused or routine.archived_at:
        return None
    yesterday = today - timedelta(1)
    return comes.next(max(routine.made_up_to or yesterday, yesterday))


def coming_days(comes: Coming, after: date, count: int) -> Iterator[date]:
    """So many days after one; fewer where there are not as many."""
    for _ in range(count):
        day = comes.next(after)
        if day is None:
            return
        yield day
        after = day
