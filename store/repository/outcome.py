"""What became of a change."""

from __future__ import annotations

from dataclasses import dataclass

from store.change import Change
from store.errors import Clash, Refused, StorageError
from store.log.record import Commit


@dataclass(frozen=True, slots=True)
class Committed:
    """The change is in the log."""

    client: str
    sequence: int
    commit: Commit | None
    """As it was written, merged with others' work; `None`: nothing was left of it to do."""


@dataclass(frozen=True, slots=True)
class Parked:
    """The change stands against somebody else's work; a person decides."""

    client: str
    sequence: int
    change: Change
    error: Clash | Refused


Outcome = Committed | Parked


@dataclass(frozen=True, slots=True)
class Flushed:
    """What became of the changes that waited."""

    outcomes: tuple[Outcome, ...] = ()
    problem: StorageError | None = None
    """Why the rest still waits."""
