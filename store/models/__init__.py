"""The documents, one module per subject, and the tables they live in."""

from __future__ import annotations

from store.models.activity import Activity
from store.models.base import Document, is_empty
from store.models.board import ChecklistItem, Column, ColumnKind, Comment, Priority, Task
from store.models.filters import SavedFilter
from store.models.part import Fields, Part, Raw
from store.models.people import COLOURS, Member, Role
from store.models.settings import SETTINGS_ID, Settings
from store.models.tags import Tag
from store.models.unfit import Problem, Unfit

TABLES: dict[str, type[Document]] = {
    "settings": Settings,
    "members": Member,
    "roles": Role,
    "columns": Column,
    "tasks": Task,
    "comments": Comment,
    "filters": SavedFilter,
    "tags": Tag,
}
"""TinyDB table name to the documents in it."""

REFERENCES: dict[str, dict[str, str]] = {
    "members": {"roles": "roles"},
    "tasks": {"role": "roles", "column": "columns", "depends_on": "tasks"},
    "comments": {"task": "tasks"},
}
"""Table to its fields that hold a number (or numbers) of documents in another table."""

__all__ = [
    "COLOURS",
    "REFERENCES",
    "SETTINGS_ID",
    "TABLES",
    "Activity",
    "ChecklistItem",
    "Column",
    "ColumnKind",
    "Comment",
    "Document",
    "Fields",
    "Member",
    "Part",
    "Priority",
    "Problem",
    "Raw",
    "Role",
    "SavedFilter",
    "Settings",
    "Tag",
    "Task",
    "Unfit",
    "is_empty",
]
