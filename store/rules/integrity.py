"""What must hold after a change was put on top of other people's work, and a merge cannot see.

Only what the change touches is looked at: it is asked at every commit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from store.change import Change, Edit
from store.errors import Refused
from store.models import Raw
from store.rules.links import refuse_circle
from store.rules.words import counted, quoted
from store.team import Team


def check(team_after: Team, change: Change) -> None:
    """Look whether the documents in a change still fit everything that they refer to and that refers to them.

    Args:
        team_after: the snapshot with the change applied.
        change: what was applied.

    Raises:
        Refused: something does not; the sentence names it.
    """
    for edit in change.edits:
        if edit.after is not None and edit.table in _KEPT:
            _KEPT[edit.table](team_after, edit)
    gone = {(edit.table, edit.id) for edit in change.edits if edit.after is None}
    if gone:
        _refuse_orphans(team_after, gone)


def _task(team: Team, edit: Edit) -> None:
    after = edit.after or {}
    raw = team.tables["tasks"].get(edit.id, {})
    comes_back = edit.before is None or "archived_at" in after
    if not raw.get("archived_at"):
        for field, table in (("column", "columns"), ("role", "roles")):
            if (comes_back or field in after) and raw.get(field) is not None:
                _refuse_gone(team, edit.id, field, table, raw[field])
    old = (edit.before or {}).get("depends_on") or ()
    for number in after.get("depends_on") or ():
        if number in old:
            continue
        if number not in team.tables["tasks"]:
            raise Refused(f"#{edit.id} cannot wait for #{number}: that task is not there any more.")
        refuse_circle(team, edit.id, number)


def _refuse_gone(team: Team, task: int, field: str, table: str, id: int) -> None:
    place = team.tables.get(table, {}).get(id)
    if place is None:
        raise Refused(f"The {field} of #{task} is not there any more; choose another {field}.")
    if place.get("archived_at"):
        name = quoted(place.get("name", id))
        raise Refused(f"The {field} {name} was archived meanwhile; choose another {field} for #{task}.")


def _comment(team: Team, edit: Edit) -> None:
    task = team.tables["comments"].get(edit.id, {}).get("task")
    if "task" in (edit.after or {}) and task not in team.tables.get("tasks", {}):
        raise Refused(f"#{task} is not there any more, so nothing can be said about it.")


def _member(team: Team, edit: Edit) -> None:
    if "login" in (edit.after or {}):
        _refuse_twins(team, "members", edit.id, "login", "There is already a member with the login")


def _place(team: Team, edit: Edit) -> None:
    """A column or role: its name is its own, and nothing on the board stands in it when it is archived."""
    after = edit.after or {}
    kind = edit.table.removesuffix("s")
    if "name" in after or "archived_at" in after:
        _refuse_twins(team, edit.table, edit.id, "name", f"There is already a {kind} called")
    if after.get("archived_at"):
        cells = team.index.cells.items()
        count = sum(len(cards) for cell, cards in cells if cell[kind == "role"] == edit.id)
        if count:
            name = quoted(team.tables[edit.table][edit.id].get("name", edit.id))
            raise Refused(f"The {kind} {name} still has {counted(count, 'card')}; move them first.")


def _refuse_twins(team: Team, table: str, id: int, field: str, refusal: str) -> None:
    """Refuse a name that another document of the table has; those that are archived keep theirs."""
    documents = team.tables[table]
    mine = documents.get(id, {})
    name = str(mine.get(field, ""))
    for other, raw in documents.items():
        is_same = other != id and str(raw.get(field, "")).casefold() == name.casefold()
        if is_same and not raw.get("archived_at") and not mine.get("archived_at"):
            raise Refused(f"{refusal} {quoted(name)}; choose another.")


def _refuse_orphans(team: Team, gone: set[tuple[str, int]]) -> None:
    """Refuse to take away what others refer to; that is asked when a creation is undone."""
    for table, id in gone:
        if table == "tasks" and team.index.comments.get(id):
            count = counted(len(team.index.comments[id]), "comment")
            raise Refused(f"#{id} has {count}, so it is not removed; archive it instead.")
    for table, id, raw in _referring(team, gone):
        raise Refused(f"{_what(gone_table := table, id)} … {raw}")


_KEPT: dict[str, Callable[[Team, Edit], None]] = {
    "tasks": _task,
    "comments": _comment,
    "members": _member,
    "columns": _place,
    "roles": _place,
}
