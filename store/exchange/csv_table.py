"""A CSV file as a header and rows with their line numbers, whatever its delimiter and encoding."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from store.errors import Refused
from store.exchange.csv_header import recognise
from store.exchange.delimited import DELIMITERS, Row, records, without_hint
from store.exchange.reading import decode, read_bytes
from store.exchange.summary import Reason, Tally

_FALLBACK = "cp1252"
_NOT_UTF8 = Reason("file", "files", "not UTF-8; read as Windows-1252, so look at the special characters")
_BLANK_ROWS = Reason("empty row", "empty rows", "left out")


@dataclass(frozen=True, slots=True)
class Table:
    """A whole file."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(source: Path | str | bytes, tally: Tally) -> Table:
    """The file's header and rows.

    Raises:
        Refused: it is no text, has no header, or a row does not fit; with line and reason.
    """
    text, encoding = decode(read_bytes(source), fallback=_FALLBACK)
    tally.add(_NOT_UTF8, count=encoding == _FALLBACK)
    lines, first, _ = without_hint(text.split("\n"))
    delimiter = _delimiter(lines)
    found = records(lines, delimiter, first)
    header = next((row for row in found if any(cell.strip() for cell in row.cells)), None)
    if header is None:
        raise Refused("The file is empty. Its first line has to name the columns. Nothing was imported.")
    names = tuple(cell.strip() for cell in header.cells)
    return Table(names, tuple(_fitting(found, names, tally)))


def _delimiter(lines: list[str]) -> str:
    """The one with which the header has most names that are known, then most names at all."""
    header = next((line for line in lines if line.strip()), "")

    def names(delimiter: str) -> tuple[int, int]:
        cells = next(csv.reader([header], delimiter=delimiter), [])
        return len(recognise(cells)), len(cells)

    return max(DELIMITERS, key=names)


def _fitting(found: Iterator[Row], header: tuple[str, ...], tally: Tally) -> Iterator[Row]:
    """The rows with as many cells as the header; short ones are filled, blank ones left out."""
    for row in found:
        extra = row.cells[len(header) :]
        if any(cell.strip() for cell in extra):
            raise Refused(
                f"Line {row.line:,}, column {len(header) + 1}: the row has {len(row.cells)} cells, the"
                f" header only {len(header)}; a cell with the delimiter in it has to be quoted."
                " Nothing was imported."
            )
        if any(cell.strip() for cell in row.cells):
            cells = row.cells[: len(header)]
            yield Row(row.line, cells + ("",) * (len(header) - len(cells)))
        else:
            # The last line break of a file makes one blank row that nobody wrote.
            tally.add(_BLANK_ROWS, count=bool(row.cells))
