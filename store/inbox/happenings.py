"""Of a commit, what may concern somebody else: the little that is kept of each one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from store.change import Change, Edit
from store.models import Raw
from store.models.raws import number_in, words_in

_SAID = ("comments", "remarks", "posts", "replies")
"""Tables of what people say."""


class What(Enum):
    """What was done."""

    SAID = auto()
    """Something was written."""
    NAMED = auto()
    """Something that was there already names more people now."""
    ASSIGNED = auto()
    """A card was given to people."""
    HANDED = auto()
    """A card went to another role."""
    BROKEN = auto()
    """A new post tells of an incident."""
    BROKEN_AGAIN = auto()
    """A post that was there already does, or one that was over is not over after all."""
    COVERS = auto()
    """Somebody is to stand in for who is away."""
    GIVEN = auto()
    """What one person had was handed over to another."""
    BACK = auto()
    """What was handed over was given back."""
    THANKED = auto()
    """People were thanked."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that somebody did to one document."""

    number: int
    """Of the commit; 0 where it is not known."""
    by: str
    """Login of who did it."""
    at: datetime
    """When (aware, UTC)."""
    what: What
    table: str
    id: int
    """Of the document, in its table."""
    names: tuple[str, ...] = ()
    """Logins of whom it names, or to whom the card was given, and was not before."""
    role: int = 0
    """Number of the role to which the card went; 0: none."""


def happenings(number: int, change: Change) -> tuple[Happening, ...]:
    """What there is in a commit that may concern somebody else."""
    # What is handed over is told as a whole, and not card by card.
    passes = any(edit.table == "handovers" for edit in change.edits)
    return tuple(
        Happening(number, change.by, change.at, what, edit.table, edit.id, names, role)
        for edit in change.edits
        if edit.after is not None
        for what, names, role in _found(edit, edit.before, edit.after)
        if not (passes and what is What.ASSIGNED)
    )


def _found(edit: Edit, before: Raw | None, after: Raw) -> Iterator[tuple[What, tuple[str, ...], int]]:
    if edit.table == "tasks":
        if given := _more("assignees", before, after):
            yield What.ASSIGNED, given, 0
        if before is not None and number_in(after.get("role")):
            yield What.HANDED, (), number_in(after["role"])
        return
    if edit.table == "absences" and after.get("cover"):
        yield What.COVERS, (str(after["cover"]),), 0
    if edit.table == "handovers":
        if before is None:
            yield What.GIVEN, (str(after.get("receiver", "")),), 0
        elif after.get("back_at"):
            yield What.BACK, (), 0
    if edit.table == "kudos" and before is None:
        yield What.THANKED, (), 0
    if edit.table in _SAID:
        names = _more("mentions", before, after)
        if before is None or names:
            yield (What.SAID if before is None else What.NAMED), names, 0
    if edit.table == "posts" and _breaks(before, after):
        yield What.BROKEN if before is None else What.BROKEN_AGAIN, (), 0


def _more(field: str, before: Raw | None, after: Raw) -> tuple[str, ...]:
    """Who is among several now and was not before."""
    old = words_in((before or {}).get(field))
    return tuple(login for login in words_in(after.get(field)) if login not in old)


def _breaks(before: Raw | None, after: Raw) -> bool:
    is_opened_again = before is not None and "closed_at" in after and after["closed_at"] is None
    return is_opened_again or (after.get("kind") == "incident" and not after.get("closed_at"))
