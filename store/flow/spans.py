"""The life of each card in three moments: made, begun, finished."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from store.models import Raw
from store.models.raws import words_in
from store.team import Team

_DAY = 86_400
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Which:
    """Of which cards a figure is; what is `None` or empty lets all through."""

    role: int | None = None
    person: str = ""
    """Login of somebody who is on the card."""
    goal: int | None = None
    tag: str = ""
    """In any case of letters."""

    def fits(self, raw: Raw) -> bool:
        """Whether a card is one of them."""
        return (
            (self.role is None or raw.get("role") == self.role)
            and (not self.person or self.person in words_in(raw.get("assignees")))
            and (self.goal is None or raw.get("goal") == self.goal)
            and (not self.tag or self.tag.casefold() in (tag.casefold() for tag in words_in(raw.get("tags"))))
        )


EVERYTHING = Which()
"""All cards."""


@dataclass(frozen=True, slots=True)
class Span:
    """One card's life."""

    task: int
    made: datetime
    begun: datetime | None = None
    """When it first stood in an active column; `None`: not yet, or it went straight to the end."""
    finished: datetime | None = None

    @property
    def cycle(self) -> float | None:
        """Cycle time in days, from begun to finished; `None` while one of them is not known."""
        return days_between(self.begun, self.finished)

    @property
    def lead(self) -> float | None:
        """Lead time in days, from made to finished; `None` while it is open."""
        return days_between(self.made, self.finished)


def days_between(start: datetime | None, end: datetime | None) -> float | None:
    """Days of 24 hours from one moment to a later one; `None` where there is no such time."""
    if start is None or end is None or end < start:
        return None
    return (end - start).total_seconds() / _DAY


def spans(team: Team, which: Which = EVERYTHING) -> tuple[Span, ...]:
    """The cards that fit, by number.

    Those that were put away without being finished are left out: they were given up, and would be neither
    work that was done nor work that waits. So are those of which nobody knows when they were made.
    """
    return tuple(_spans(team.tables.get("tasks", {}), which))


def _spans(tasks: Mapping[int, Raw], which: Which) -> Iterator[Span]:
    # From the rows: to build fifty thousand documents would take a second.
    for id, raw in sorted(tasks.items()):
        finished = _moment(raw.get("finished_at"))
        if (raw.get("archived_at") and finished is None) or not which.fits(raw):
            continue
        made = _moment(raw.get("created_at")) or _moment(raw.get("started_at")) or finished
        if made is not None:
            yield Span(id, made, _moment(raw.get("started_at")), finished)


def _moment(value: object) -> datetime | None:
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def local_day(moment: datetime, zone: ZoneInfo) -> date:
    """The day that it was for the team."""
    return moment.astimezone(zone).date()
