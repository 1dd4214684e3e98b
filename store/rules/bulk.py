"""The same for several tasks at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from store.change import Change, combine
from store.rules.limits import overstepped
from store.team import Team


def bulk(
    team: Team,
    task_ids: Iterable[int],
    rule: Callable[[Team, int], Change],
    label: str,
    by: str,
    now: datetime,
) -> Change:
    """A rule for one task after the other, as one change: all of it happens, or nothing.

    Each one sees what the ones before it have done. Where limits are overstepped, the label says so.

    Raises:
        NeedsConsent: a limit is in the way of one of them.
        Refused: one of them is refused.
    """
    snapshot, changes = team, list[Change]()
    for id in dict.fromkeys(task_ids):
        change = _apart(rule(snapshot, id), snapshot)
        if change:
            snapshot = snapshot.apply(change)
            changes.append(change)
    return combine(changes, "").signed(by, now, label + overstepped(team, snapshot))


def _apart(change: Change, snapshot: Team) -> Change:
    """The change with other numbers for its new documents, where the ones before have taken them."""
    numbers: dict[tuple[str, int], int] = {}
    for edit in change.edits:
        if edit.before is None and edit.id in snapshot.tables.get(edit.table, {}):
            taken = [*snapshot.tables[edit.table], *numbers.values()]
            numbers[edit.table, edit.id] = min(*taken, 0) - 1
    return change.renumbered(numbers)
