"""A person's update as Tagwerk would write it: from what really happened, and from the board as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from store.absences.open_things import open_cards
from store.change import Change
from store.days import spoken
from store.models import ColumnKind, Priority, Task
from store.models.part import utc
from store.standup.happened import happened
from store.standup.item import Item, called
from store.standup.stuck import PROMISES, reasons
from store.standup.updates import updates_before
from store.team import Team

_MOST_DONE = 20
"""Things that are told as done."""
_LONGEST = timedelta(days=14)
"""How far back is told; who comes back from a holiday does not tell of what was before it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody might say; she changes it before it is posted."""

    done: tuple[Item, ...] = ()
    """What she did since the last time."""
    now: tuple[Item, ...] = ()
    """Her cards in active columns, the most urgent first."""
    blockers: tuple[Item, ...] = ()
    """Her cards that do not move, and why."""

    def texts(self) -> dict[str, str]:
        """The three texts, one thing a line, as `rules.standup.write_update` takes them by name."""
        parts = (("done", self.done), ("now", self.now), ("blockers", self.blockers))
        return {name: "\n".join(item.text for item in items) for name, items in parts}


def since(team: Team, person: str, now: datetime, day: date | None = None) -> datetime:
    """From when on a draft tells what happened: the person's last update, or the last working day's begin.

    Args:
        team: the snapshot.
        person: login.
        now: when she asks for it.
        day: the day that the draft is for; `None`: today.
    """
    wanted = day or team.today(now)
    last = next(iter(updates_before(team, person, wanted, most=1)), None)
    if last is not None:
        return max(last.posted_at, now - _LONGEST)
    before = min(wanted, team.today(now))
    days = [before - timedelta(days=back) for back in range(1, 8)]
    working = next((day for day in days if day.weekday() in team.settings.working_days), days[0])
    return utc(datetime.combine(working, time(), ZoneInfo(team.settings.time_zone)))


def draft(
    team: Team,
    person: str,
    changes: Iterable[Change],
    now: datetime,
    day: date | None = None,
    *,
    own: Sequence[Task] | None = None,
) -> Draft:
    """A person's update for a day.

    Args:
        team: the snapshot.
        person: login.
        changes: what happened from `since` on, the oldest first; others' changes are passed over.
        now: when she asks for it.
        day: the day that it is for; `None`: today.
        own: her `open_cards` where they are known already; `None`: they are looked for.
    """
    today = team.today(now)
    updates = updates_before(team, person, day or today, most=PROMISES)
    own = open_cards(team, person) if own is None else own
    active = {column.id for column in team.columns if column.kind is ColumnKind.ACTIVE}
    in_work = sorted((task for task in own if task.column in active), key=lambda task: _urgency(task, today))
    stuck = [(task, why) for task in own if (why := reasons(team, task, today, updates))]
    stuck.sort(key=lambda entry: (not entry[0].blocked, *_urgency(entry[0], today)))
    return Draft(
        _some(happened(team, person, changes)),
        tuple(Item(f"{called(task)}{_due(task, today)}", task.id) for task in in_work),
        tuple(Item(f"{called(task)}: {_in_one(why)}", task.id) for task, why in stuck),
    )


def _some(items: list[Item]) -> tuple[Item, ...]:
    """The first of many: nobody reads hundreds aloud."""
    more = len(items) - _MOST_DONE
    return (*items[:_MOST_DONE], Item(f"and {more} more")) if more > 1 else tuple(items)


def _urgency(task: Task, today: date) -> tuple[bool, int, date, int]:
    return not task.is_overdue(today), list(Priority).index(task.priority), task.due or date.max, task.id


def _in_one(reasons: Sequence[str]) -> str:
    """Several reasons as one; a sentence loses its full stop where something follows it."""
    return ", ".join([*(reason.removesuffix(".") for reason in reasons[:-1]), reasons[-1]])


def _due(task: Task, today: date) -> str:
    # That it is late is said among the blockers.
    return f", due {spoken(task.due, today)}" if task.due and task.due >= today else ""
