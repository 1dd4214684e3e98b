"""Text with a delimiter between its cells, as records with their line numbers."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.errors import Refused

DELIMITERS = (",", ";", "\t", "|")
_HINTS = {f"sep={delimiter}".strip(): delimiter for delimiter in DELIMITERS}


@dataclass(frozen=True, slots=True)
class Row:
    """One record."""

    line: int
    """Where it begins in the file, counted from 1."""
    cells: tuple[str, ...]
    """As many as the header has."""


def without_hint(lines: list[str]) -> tuple[list[str], int, str]:
    """The lines, the number of the first one, and the delimiter that Excel's `sep=` says, or none."""
    hint = lines[0].strip().casefold() if lines else ""
    # It is no record.
    return (lines[1:], 2, _HINTS[hint]) if hint in _HINTS else (lines, 1, "")


def records(lines: Sequence[str], delimiter: str, first: int) -> Iterator[Row]:
    """The records as they stand in the file.

    Raises:
        Refused: a quote is opened and never closed, or there is text behind a closing one; with the line.
    """
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, strict=True)
    while True:
        begin = first + reader.line_num
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise Refused(_broken(begin, first + reader.line_num - 1, str(error))) from error
        yield Row(begin, tuple(cells))


def _broken(begin: int, line: int, reason: str) -> str:
    if "unexpected end" in reason or "field limit" in reason:
        return f"Line {begin:,}: a quote is opened in this row and never closed. Nothing was imported."
    if "expected after" in reason:
        reason = "there is text behind a closing quote; a quote inside a quoted cell is written twice"
    return f"Line {line:,}: {reason}. Nothing was imported."
