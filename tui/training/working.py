"""Whether there are so many levels that what is told of them is worked out beside the keys."""

from __future__ import annotations

from store.team import Team

AT_ONCE = 3000
"""Documents of which everything is worked out at once; about 10 ms."""
_TABLES = ("assessments", "learning_items")


def is_large(team: Team) -> bool:
    """Whether there is so much that keys should not wait for it."""
    return sum(len(team.tables.get(table, {})) for table in _TABLES) > AT_ONCE
