"""Everything that can go wrong, as one small family; each is raised with a whole sentence for a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


class TagwerkError(Exception):
    """Something a person has to know; `str(error)` is the sentence."""


class Refused(TagwerkError):
    """A rule says no. Nothing was written."""


class NeedsConsent(Refused):
    """A rule asks first: the same call with `override=True` goes through and is recorded."""


class Frozen(NeedsConsent):
    """A freeze asks before a card moves."""


class NotFound(Refused):
    """The thing that was named does not exist."""


@dataclass(frozen=True, slots=True)
class FieldClash:
    """One field that two people changed differently since they last agreed."""

    table: str
    id: int
    field: str
    base: Any
    """The value that both started from."""
    mine: Any
    theirs: Any


class Clash(TagwerkError):
    """The same field was changed differently by somebody else; a person decides. Nothing was written."""

    def __init__(self, clashes: Sequence[FieldClash]) -> None:
        self.clashes = tuple(clashes)
        fields = ", ".join(f"{c.field} of {c.table} #{c.id}" for c in self.clashes)
        super().__init__(f"Somebody else changed the same thing at the same time: {fields}.")


class StorageError(TagwerkError):
    """The team's folder could not be used."""


class Unreachable(StorageError):
    """The folder does not answer now: the network, the mount or the server is gone."""


class ReadOnly(StorageError):
    """The folder can be read but not written by this person."""


class Full(StorageError):
    """The drive or the quota is full."""


class Unknown(StorageError):
    """It cannot be told yet whether the commit went through; it is tried again under the same id."""


class Damaged(StorageError):
    """A file that never changes does not match its checksum, also after reading it again."""


class Replaced(StorageError):
    """The folder was wiped or replaced while in use; nothing is written into the new one unasked."""


class TooNew(StorageError):
    """The data was written by a newer Tagwerk than this one."""


class Unsuitable(StorageError):
    """Tagwerk cannot keep data safe in this folder; the sentence says why and what to use instead."""
