"""The team's values, and the one of the day."""

from __future__ import annotations

from datetime import date

from store.models import Value
from store.team import Team

_ENOUGH = 3
"""Letters after which a name can be told from other words."""


def values(team: Team) -> tuple[Value, ...]:
    """Those that hold, in their order."""
    found = (value for value in team.all(Value) if not value.archived_at)
    return tuple(sorted(found, key=lambda value: (value.position, value.id)))


def value_of_the_day(team: Team, day: date) -> Value | None:
    """The one that is shown on a day: one after the other, the same for everybody; `None`: there are none."""
    known = values(team)
    return known[day.toordinal() % len(known)] if known else None


def completed(team: Team, typed: str) -> str:
    """The name of the one value that is meant; what is typed stays where it is none, or could be several."""
    wanted = typed.strip().casefold()
    names = [value.name for value in values(team)]
    found = [name for name in names if name.casefold() == wanted]
    found = found or [name for name in names if len(wanted) >= _ENOUGH and name.casefold().startswith(wanted)]
    return found[0] if len(found) == 1 else typed


def in_a_line(value: Value, day: date) -> str:
    """A value and what it looks like on an ordinary day, another thing each time that it comes round."""
    told = value.practice or ([value.about.partition("\n")[0]] if value.about else [])
    return f"{value.name}: {told[day.isocalendar().week % len(told)]}" if told else value.name
