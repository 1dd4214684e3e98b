"""What a matrix shows, in plain words: its rows, its columns and its cells."""

from __future__ import annotations

from dataclasses import dataclass

from widgets.listing_row import Key

LOOKS = ("plain", "quiet", "strong", "good", "warning", "bad")
"""What a cell or a head may look like; the colours of lanes are looks as well."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One row, or the heading of a group of rows."""

    key: Key
    label: str
    """Stands on the left, and is cut where there is not room for it."""
    sign: str = ""
    """Marks a finding, in one cell; also the sign of a group. Empty: there is nothing to say."""
    note: str = ""
    """A few cells behind the label, like a count."""
    look: str = "plain"
    """Of sign, note and the name of a group."""
    is_group: bool = False
    """Whether it is a heading; the cursor passes over it."""


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """One column."""

    key: Key
    short: str
    """Stands above it, broken into a few short lines."""
    sign: str = ""
    """Marks a finding, in one cell."""
    look: str = "plain"


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What stands where a row and a column meet."""

    text: str = ""
    """At most four cells; empty: a dot, for the eye to follow."""
    sign: str = ""
    """Marks a finding, in one cell behind the text."""
    look: str = "plain"


EMPTY = MatrixCell()
"""Nothing."""
