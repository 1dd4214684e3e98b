"""Terms that ask in which state a card is: `is:blocked`, `has:checklist`, `!high`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from store.filters.ground import Ground, Test, chosen, one_of
from store.models import Column, ColumnKind, Priority, Raw
from store.models.raws import shares

_NEW = 7
"""Days, today included, in which a card was made that counts as new."""


def in_state(ground: Ground, values: tuple[str, ...]) -> Test:
    """`is:blocked` and the like.

    Raises:
        Refused: there is no such state.
    """
    found = {name for value in values for name in chosen(value, ((n, n) for n in STATES), "state")}
    return one_of([STATES[name](ground) for name in sorted(found)])


def having(ground: Ground, values: tuple[str, ...]) -> Test:
    """`has:checklist` and the like.

    Raises:
        Refused: nothing of this kind can be on a card.
    """
    found = {name for value in values for name in chosen(value, ((n, n) for n in PARTS), "part of a card")}
    fields = tuple(PARTS[name] for name in sorted(found) if name != "comments")
    said = ground.team.index.comments if "comments" in found else {}
    return lambda id, raw: id in said or any(raw.get(field) not in (None, "", []) for field in fields)


def with_priority(ground: Ground, values: tuple[str, ...]) -> Test:
    """`!high`: how much it matters.

    Raises:
        Refused: there is no such priority.
    """
    choices = [(str(priority.value), str(priority.value)) for priority in Priority]
    found = {name for value in values for name in chosen(value, choices, "priority")}
    return lambda id, raw: raw.get("priority", "normal") in found


def _is_blocked(ground: Ground) -> Test:
    return lambda id, raw: bool(raw.get("blocked")) and not raw.get("finished_at")


def _is_stale(ground: Ground) -> Test:
    active = {column.id for column in ground.team.all(Column) if column.kind is ColumnKind.ACTIVE}
    # That many days lie between the day on which it came and today.
    came_before = ground.before(ground.today - timedelta(days=ground.team.settings.stale_after - 1))

    def test(id: int, raw: Raw) -> bool:
        return (
            raw.get("column") in active
            and not raw.get("finished_at")
            and came_before(raw.get("column_since"))
        )

    return test


def _is_overdue(ground: Ground) -> Test:
    today = ground.today.isoformat()
    return lambda id, raw: bool(raw.get("due")) and str(raw["due"]) < today and not raw.get("finished_at")


def _is_mine(ground: Ground) -> Test:
    person = {ground.person}
    return lambda id, raw: shares(raw.get("assignees"), person)


def _is_open(ground: Ground) -> Test:
    return lambda id, raw: not raw.get("finished_at")


def _is_done(ground: Ground) -> Test:
    return lambda id, raw: bool(raw.get("finished_at"))


def _is_unassigned(ground: Ground) -> Test:
    return lambda id, raw: not raw.get("assignees")


def _is_new(ground: Ground) -> Test:
    before = ground.before(ground.today - timedelta(days=_NEW - 1))
    return lambda id, raw: bool(raw.get("created_at")) and not before(raw["created_at"])


STATES: dict[str, Callable[[Ground], Test]] = {
    "blocked": _is_blocked,
    "stale": _is_stale,
    "overdue": _is_overdue,
    "mine": _is_mine,
    "open": _is_open,
    "done": _is_done,
    "unassigned": _is_unassigned,
    "new": _is_new,
}
"""What can stand behind `is:`."""
PARTS = {
    "checklist": "checklist",
    "comments": "comments",
    "description": "description",
    "links": "links",
    "due": "due",
    "estimate": "estimate",
    "tags": "tags",
    "goal": "goal",
    "start": "start",
}
"""What can stand behind `has:`, to the field that holds it."""
