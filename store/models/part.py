"""Something with fields: what documents, and the parts inside of them, have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime
from enum import Enum
from itertools import chain
from operator import attrgetter
from typing import Any, Self

Fields = dict[str, Any]
"""Fields that are being put together: the mutable form of `Raw`."""
Raw = Mapping[str, Any]
"""A document as TinyDB keeps it: JSON values by field name, without its number. Never changed in place."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A document, or something with fields inside of one. Fields that a newer version wrote are kept."""

    unknown: Raw | None = field(default=None, repr=False, hash=False)
    """Fields that this version does not know, as they were written; `None`: there are none."""

    @classmethod
    def names(cls) -> frozenset[str]:
        """The fields that this version knows."""
        return _known(cls)[2]

    @classmethod
    def checked(cls, fields: Raw) -> Self:
        """The same from fields that may be anything: each is looked at, and brought into its one form.

        Raises:
            Unfit: a required field is missing, or a value does not fit its field.
        """
        # Not before it is needed: importing pydantic takes longer than to draw the board.
        from store.models.checking import checked

        return checked(cls, fields)

    def items(self) -> Iterable[tuple[str, object]]:
        """Every field with its value, those of a newer version last."""
        names, values, _ = _known(type(self))
        known = zip(names, values(self), strict=True)
        return chain(known, self.unknown.items()) if self.unknown else known

    def raw(self) -> Fields:
        """The fields as JSON values."""
        return {name: plain(value) for name, value in self.items()}


def utc(moment: datetime) -> datetime:
    """The same moment in UTC."""
    if moment.tzinfo is UTC:
        return moment
    # A time without a zone can only come from foreign hands; UTC is the one reading that all hosts share.
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


_Known = tuple[tuple[str, ...], Callable[[Part], tuple[object, ...]], frozenset[str]]
"""The names of fields in their order, what gives their values, and the names to look one up."""
_KNOWN: dict[type[Part], _Known] = {}


def _known(kind: type[Part]) -> _Known:
    known = _KNOWN.get(kind)
    if known is None:
        names = tuple(f.name for f in fields(kind) if f.name != "unknown")
        known = _KNOWN[kind] = names, attrgetter(*names), frozenset(names)
    return known


_AS_THEY_ARE = {str, int, float, bool, type(None)}


def plain(value: object) -> object:
    """A field's value as JSON has it."""
    if type(value) in _AS_THEY_ARE:
        return value
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, datetime):
        return f"{utc(value).isoformat()[:-6]}Z"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return value.raw() if isinstance(value, Part) else value
