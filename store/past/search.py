"""Who changed what: the commits that fit, newest first, from the complete history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from store.log.protocol import Log
from store.log.record import Commit, decode
from store.models import Raw
from store.team import Team

_OWNED = {
    "comments": ("task", "tasks"),
    "key_results": ("goal", "goals"),
    "check_ins": ("goal", "goals"),
    "remarks": ("goal", "goals"),
    "replies": ("post", "posts"),
    "acknowledgements": ("post", "posts"),
    "assessments": ("skill", "skills"),
    "readings": ("kpi", "kpis"),
}
"""Tables whose documents are a part of another one: the field that names it, and its table."""

_UNASKED = frozenset({"read_states"})
"""Tables of which nobody wants to hear unless she asks: that somebody has read the news is not news."""
_ENOUGH = 1000
"""Commits in a row that are too old, before the rest is taken to be so as well."""

Key = tuple[str, int]
"""Table and number of a document."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; what is empty lets everything through."""

    by: str = ""
    """Login of the person."""
    documents: frozenset[Key] = frozenset()
    """One of these was changed, or something that belongs to it; the only way to who has read what."""
    since: datetime | None = None
    until: datetime | None = None
    words: tuple[str, ...] = ()
    """All of them are in what was done or in the texts before and after it, in any case of letters."""

    def fits(self, commit: Commit) -> bool:
        """Whether a commit is looked for."""
        change = commit.change
        return (
            (not self.by or self.by.casefold() in (change.by.casefold(), commit.login.casefold()))
            and (self.since is None or change.at >= self.since)
            and (self.until is None or change.at <= self.until)
            and (self._is_named(commit) if self.documents else _is_told(commit))
            and (not self.words or self._has_words(commit))
        )

    def _is_named(self, commit: Commit) -> bool:
        return not self.documents.isdisjoint(_keys(commit))

    def _has_words(self, commit: Commit) -> bool:
        change = commit.change
        values = [change.label]
        for edit in change.edits:
            values += _texts(edit.before) + _texts(edit.after)
        text = "\n".join(values).casefold()
        return all(word.casefold() in text for word in self.words)


def concerning(team: Team, table: str, id: int) -> frozenset[Key]:
    """A document, and those of today that belong to it."""
    parts = {
        (part, other)
        for part, (field, owner) in _OWNED.items()
        if owner == table
        for other, raw in team.tables.get(part, {}).items()
        if raw.get(field) == id
    }
    return frozenset({(table, id), *parts})


def found(log: Log, newest: int, wanted: Wanted, *, enough: int = _ENOUGH) -> Iterator[Commit]:
    """The commits that fit, newest first by their place in the history.

    Args:
        log: where the history is.
        newest: the number of the newest commit.
        wanted: which ones.
        enough: commits in a row that are too old, before the rest is taken to be so as well.

    Raises:
        StorageError: the place does not answer, or is damaged.
    """
    too_old = 0
    for record in log.before(newest + 1):
        commit = decode(record)
        too_old = too_old + 1 if wanted.since and commit.change.at < wanted.since else 0
        # What was done offline stands behind younger work, but not so far behind.
        if too_old > enough:
            return
        if wanted.fits(commit):
            yield commit


def _is_told(commit: Commit) -> bool:
    return any(edit.table not in _UNASKED for edit in commit.change.edits) or not commit.change.edits


def _keys(commit: Commit) -> Iterator[Key]:
    for edit in commit.change.edits:
        yield edit.table, edit.id
        field, owner = _OWNED.get(edit.table, ("", ""))
        for fields in (edit.before, edit.after):
            value = (fields or {}).get(field)
            if isinstance(value, int):
                yield owner, value


def _texts(fields: Raw | None) -> list[str]:
    return [value for value in (fields or {}).values() if isinstance(value, str)]
