"""What somebody else has just done, as it is told to people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from store.change import Change
from store.log.record import Commit
from store.repository.activity import activities

_PLACE = {"column", "role"}


@dataclass(frozen=True, slots=True)
class News:
    """One commit of somebody else, or of the same person elsewhere."""

    number: int
    """The commit's number in the log."""
    by: str
    """Login of who did it."""
    label: str
    """What was done, as a phrase that follows the name: `moved #12 to Doing`."""
    fields: Mapping[tuple[str, int], tuple[str, ...]]
    """Table and number of each document that it concerns, and the fields of it that it changed."""
    moved: frozenset[int] = frozenset()
    """Numbers of the cards that went to another column or role."""
    change: Change = field(default_factory=Change)
    """All of it."""

    @classmethod
    def of(cls, commit: Commit) -> News:
        """The news that a commit is."""
        moved = {
            edit.id
            for edit in commit.change.edits
            if edit.table == "tasks" and edit.before is not None and edit.after and _PLACE & edit.after.keys()
        }
        fields = {key: activity.fields for key, activity in activities(commit).items()}
        return cls(
            commit.number, commit.change.by, commit.change.label, fields, frozenset(moved), commit.change
        )
