"""What the verbs have in common that change something of the team's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from store.change import Change
from store.models import Fields
from store.rules.arranging import Placed
from tui.commands.answer import Json, Said
from tui.commands.grid import aligned
from tui.commands.session import Session
from tui.commands.values import Move


def done(opened: Session, change: Change, content: Callable[[Mapping[tuple[str, int], int]], Json]) -> Said:
    """Commit a change and say what was done; `content` is asked then, with the new documents' numbers."""
    numbers = opened.commit(change) if change else {}
    sentence = f"{change.label[:1].upper()}{change.label[1:]}." if change else "Nothing changed."
    return Said((sentence,), {**content(numbers), "changed": bool(change)})


def given(values: Mapping[str, Any]) -> Fields:
    """The fields that were given; `none` takes away what can be empty, and 0 is no limit."""
    fields: Fields = {name: value for name, value in values.items() if value is not None}
    for name in ("lead", "deputy", "colour", "department"):
        if str(fields.get(name, "")).casefold() == "none":
            fields[name] = ""
    if "wip_limit" in fields:
        fields["wip_limit"] = fields["wip_limit"] or None
    return fields


def offset(places: Sequence[Placed], id: int, where: Move) -> int:
    """By how many places something moves to get where it is wanted."""
    ids = [place.id for place in places]
    return where(ids.index(id), len(ids) - 1) if id in ids else 0


@dataclass(frozen=True)
class Grid:
    """Rows for reading, and the same as a document."""

    rows: Sequence[Sequence[str]]
    least: tuple[int, ...]
    content: Json
    nothing: str
    """What is said when there are no rows."""
    status: int = 0

    def lines(self, width: int | None) -> Iterable[str]:
        """A line each."""
        return aligned(self.rows, width, self.least) if self.rows else [self.nothing]

    def document(self) -> Json:
        """See `shapes`."""
        return self.content
