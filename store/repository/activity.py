"""Commits as people read them: who changed what, when."""

from __future__ import annotations

from store.log.record import Commit
from store.models import Activity
from store.text import clean_line


def activities(commit: Commit) -> dict[tuple[str, int], Activity]:
    """What a commit is to each document it concerns; a comment concerns its task."""
    fields: dict[tuple[str, int], list[str]] = {}
    for edit in commit.change.edits:
        values = edit.after if edit.after is not None else edit.before or {}
        fields.setdefault((edit.table, edit.id), []).extend(values)
        if edit.table == "comments" and isinstance(values.get("task"), int):
            fields.setdefault(("tasks", values["task"]), []).append("comment")
    change = commit.change
    return {
        key: Activity(commit.number, change.at, change.by, clean_line(change.label), tuple(names))
        for key, names in fields.items()
    }
