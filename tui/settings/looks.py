"""How columns, people and colours are written in rows and forms."""

from __future__ import annotations

from store.models import COLOURS, ColumnKind
from store.team import Team
from store.text import clean_line
from widgets.signs import Signs

KINDS = {
    ColumnKind.QUEUE: "waiting, not begun",
    ColumnKind.ACTIVE: "being worked on",
    ColumnKind.DONE: "finished",
}
"""What each kind of column means, in words."""
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
AWAY = "archived"
_LONGEST = 500
"""Characters of a text that a row may show."""


def colour(name: str, signs: Signs) -> str:
    """Sign and name of a colour; empty for none."""
    return f"{signs.colours[name]} {name}" if name in signs.colours else name


def colour_choices(signs: Signs, nothing: str) -> tuple[tuple[str, str], ...]:
    """The colours to choose from, and what it is called to choose none."""
    return ("", nothing), *((name, colour(name, signs)) for name in COLOURS)


def count_and_limit(count: int, limit: int | None, signs: Signs) -> str:
    """`3`, `3/5`, and with a sign where it is over."""
    over = f" {signs.over}" if limit and count > limit else ""
    return f"{count}/{limit}{over}" if limit else str(count)


def in_one_line(text: str, nothing: str = "") -> str:
    """How a text of any number of lines begins, in one."""
    return clean_line(text[:_LONGEST]) or nothing


def people(team: Team) -> list[str]:
    """What completes the name of a person."""
    return [*team.members, *(member.name for member in team.members.values() if member.name)]
