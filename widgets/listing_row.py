"""One row of a list, as data."""

from __future__ import annotations

from dataclasses import dataclass

Key = int | str


@dataclass(frozen=True, slots=True)
class Row:
    """What a list shows on one line."""

    key: Key
    """What it is about; stays the same when the row says something else."""
    cells: tuple[str, ...]
    detail: str = ""
    """What there is no room for on the line."""
    is_quiet: bool = False
    """Whether it matters less than the others."""
    colour: str = ""
    """Colour name for its first cell; only in addition to a sign or a word."""
