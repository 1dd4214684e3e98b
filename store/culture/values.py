"""The team's values, and the one of the day."""

from __future__ import annotations

from datetime import date

from store.models import Value
from store.team import Team


def values(team: Team) -> tuple[Value, ...]:
    """Those that hold, in their order."""
    found = (value for value in team.all(Value) if not value.archived_at)
    return tuple(sorted(found, key=lambda value: (value.position, value.id)))


def value_of_the_day(team: Team, day: date) -> Value | None:
    """The one that is shown on a day: one after the other, the same for everybody; `None`: there are none."""
    known = values(team)
    return known[day.toordinal() % len(known)] if known else None


def in_a_line(value: Value, day: date) -> str:
    """A value and what it looks like on an ordinary day, another thing each time that it comes round."""
    told = value.practice or ([value.about.partition("\n")[0]] if value.about else [])
    return f"{value.name}: {told[day.isocalendar().week % len(told)]}" if told else value.name
