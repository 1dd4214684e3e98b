"""Cards whose lives are written down in a table."""

from __future__ import annotations

from typing import Any

from store.models import Raw
from store.team import Team


def team_of(
    *rows: tuple[str | None, str | None, str | None] | tuple[str | None, str | None, str | None, Raw],
) -> Team:
    """A team with a card for each row: made, begun and finished in November 2026 as `3 12:00`, and more."""
    tasks: dict[int, Raw] = {}
    for id, (made, begun, finished, *more) in enumerate(rows, 1):
        raw: dict[str, Any] = {"title": f"card {id}", "column": 1, **(more[0] if more else {})}
        for name, when in (("created_at", made), ("started_at", begun), ("finished_at", finished)):
            if when:
                raw[name] = moment(when)
        tasks[id] = raw
    return Team({"tasks": tasks})


def moment(when: str) -> str:
    """`3 12:00` as it is kept; a day alone is its noon."""
    day, _, time = when.partition(" ")
    return f"2026-11-{int(day):02}T{time or '12:00'}:00Z"
