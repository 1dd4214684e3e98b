"""What a person did, as data: edits by field that can be applied, turned round and merged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from store.models import PART_REFERENCES, REFERENCES, Document, Fields, Raw


@dataclass(frozen=True, slots=True)
class Edit:
    """The change of one document.

    `before` and `after` hold the changed fields only, with `None` for one that is not there. For a new
    document `before` is `None` and `after` is the whole of it; for one that goes, the other way round.
    """

    table: str
    id: int
    """The document's number; a negative one stands for a new document until the commit."""
    before: Raw | None
    after: Raw | None

    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.table, self.id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Change:
    """Edits that belong together: all of them happen, or none."""

    edits: tuple[Edit, ...] = ()
    label: str = ""
    """What was done, as a phrase that follows the person's name."""
    by: str = ""
    """Login of the person."""
    at: datetime = field(default_factory=lambda: datetime.fromtimestamp(0, UTC))
    """When the person did it (aware, UTC)."""

    def __bool__(self) -> bool:
        return bool(self.edits)

    @classmethod
    def insert(cls, table: str, document: Document, label: str = "", id: int = -1) -> Change:
        """A new document; its number is given at the commit."""
        return cls((Edit(table, id, None, document.raw()),), label)

    @classmethod
    def update(cls, table: str, document: Document, label: str = "", **fields: Any) -> Change:
        """New values for fields of a document; what is equal already is left out.

        Raises:
            Unfit: a value does not fit its field.
        """
        raw = document.raw()
        changed = type(document).checked({**raw, **fields, "id": document.id})
        return cls(difference(table, document.id, raw, changed.raw()), label)

    def signed(self, by: str, at: datetime, label: str | None = None) -> Change:
        """The same change with who made it and when."""
        return replace(self, by=by, at=at, label=self.label if label is None else label)

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return replace(self, edits=tuple(edit.inverse() for edit in reversed(self.edits)))

    def touched(self) -> frozenset[tuple[str, int]]:
        """Table and number of every document in it."""
        return frozenset((edit.table, edit.id) for edit in self.edits)

    def renumbered(self, numbers: Mapping[tuple[str, int], int]) -> Change:
        """The same change with other document numbers, also where documents refer to each other."""
        if not numbers:
            return self
        return replace(self, edits=tuple(_renumber(edit, numbers) for edit in self.edits))


def combine(changes: Iterable[Change], label: str) -> Change:
    """Several changes as one; edits of the same document become one edit.

    New documents must have different negative numbers.
    """
    merged: dict[tuple[str, int], Edit] = {}
    first: Change | None = None
    for change in changes:
        first = change if first is None else first
        for edit in change.edits:
            key = (edit.table, edit.id)
            merged[key] = _then(merged[key], edit) if key in merged else edit
    edits = tuple(edit for edit in merged.values() if edit.before != edit.after)
    return replace(Change() if first is None else first, edits=edits, label=label)


def difference(table: str, id: int, old: Raw, new: Raw) -> tuple[Edit, ...]:
    """The edit that leads from one state of a document to another; none when they are equal."""
    before: Fields = {}
    after: Fields = {}
    for name in {**old, **new}:
        a, b = old.get(name), new.get(name)
        if a != b:
            before[name], after[name] = a, b
    return (Edit(table, id, before, after),) if after else ()


def patched(raw: Raw, fields: Raw) -> Fields:
    """A document's fields with some of them replaced; `None` takes a field away."""
    return {k: v for k, v in {**raw, **fields}.items() if v is not None or k not in fields}


def _then(first: Edit, second: Edit) -> Edit:
    """Two edits of one document, one after the other, as one."""
    if first.before is None:
        whole = None if second.after is None else patched(first.after or {}, second.after)
        return Edit(first.table, first.id, None, whole)
    if second.after is None:
        return Edit(first.table, first.id, patched(second.before or {}, first.before), None)
    if first.after is None:
        # Taken away and made again: what the new one lacks has to go from the old one.
        nothing = Edit(first.table, first.id, {}, {})
        return next(iter(difference(first.table, first.id, first.before, second.after)), nothing)
    before = {**(second.before or {}), **first.before}
    after = {**first.after, **second.after}
    kept = [name for name in after if before[name] != after[name]]
    return Edit(first.table, first.id, {n: before[n] for n in kept}, {n: after[n] for n in kept})


def _renumber(edit: Edit, numbers: Mapping[tuple[str, int], int]) -> Edit:
    return Edit(
        edit.table,
        numbers.get((edit.table, edit.id), edit.id),
        _renumber_fields(edit.table, edit.before, numbers),
        _renumber_fields(edit.table, edit.after, numbers),
    )


def _renumber_fields(table: str, fields: Raw | None, numbers: Mapping[tuple[str, int], int]) -> Raw | None:
    targets, parts = REFERENCES.get(table, {}), PART_REFERENCES.get(table, {})
    if fields is None or not (targets.keys() | parts.keys()) & fields.keys():
        return fields
    new = dict(fields)
    for name in targets.keys() & fields.keys():
        value, target = fields[name], targets[name]
        if isinstance(value, list):
            new[name] = [numbers.get((target, v), v) for v in value]
        elif isinstance(value, int):
            new[name] = numbers.get((target, value), value)
    for name in parts.keys() & fields.keys():
        new[name] = _renumber_parts(fields[name], parts[name], numbers)
    return new


def _renumber_parts(value: Any, targets: Mapping[str, str], numbers: Mapping[tuple[str, int], int]) -> Any:
    """A list of parts, with other numbers where they name documents."""
    if not isinstance(value, list):
        return value
    return [
        {
            n: numbers.get((targets[n], v), v) if n in targets and isinstance(v, int) else v
            for n, v in p.items()
        }
        if isinstance(p, dict)
        else p
        for p in value
    ]
