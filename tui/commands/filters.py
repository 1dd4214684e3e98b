"""`tagwerk filter`: the filters that the team keeps for everybody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from store.models import SavedFilter
from store.rules import filters
from store.rules.words import quoted
from tui.commands.answer import Json, Said
from tui.commands.call import Call
from tui.commands.grid import aligned
from tui.commands.session import session
from tui.commands.shapes import filter_shape

_HOW = "“tagwerk filter add NAME QUERY” saves one"


def everything(call: Call) -> Filters:
    """All of them, in order.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        return Filters(opened.team.filters)


def add(call: Call, *, name: str, query: list[str], key: str) -> Said:
    """Keep a filter.

    Raises:
        Refused: the person is not in the team, the name or the key is taken, or the query cannot be
            understood.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        change = filters.save(opened.team, name, " ".join(query), opened.member, opened.now, key=key)
        number = opened.commit(change)["filters", -1]
        kept = filters.saved(opened.team, number)
        on = f" on the key {quoted(kept.key)}" if kept.key else ""
        sentence = f"Saved the filter {quoted(kept.name)}{on}: {kept.query}"
        return Said((sentence,), {"filter": filter_shape(kept)})


def remove(call: Call, *, name: list[str]) -> Said:
    """Remove a filter.

    Raises:
        NotFound: there is none of this name.
        Refused: the person is not in the team.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        kept = filters.named(opened.team, " ".join(name))
        opened.commit(filters.remove(opened.team, kept.id, opened.member, opened.now))
        return Said((f"Removed the filter {quoted(kept.name)}.",), {"filter": filter_shape(kept)})


@dataclass(frozen=True)
class Filters:
    """The filters that the team keeps."""

    kept: tuple[SavedFilter, ...]
    status: int = 0

    def lines(self, width: int | None) -> Iterable[str]:
        """Key, name and query, a line each."""
        if not self.kept:
            return [f"No filter is saved yet; {_HOW}."]
        return aligned([[kept.key, kept.name, kept.query] for kept in self.kept], width, (0, 8, 12))

    def document(self) -> Json:
        """See `shapes`."""
        return {"filters": [filter_shape(kept) for kept in self.kept]}
