"""A CSV file as a header and rows with their line numbers, whatever its delimiter and encoding."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from store.errors import Refused
from store.exchange.csv_header import recognise
from store.exchange.reading import decode, read_bytes
from store.exchange.summary import Reason, Tally

_DELIMITERS = (",", ";", "\t", "|")
_HINTS = {f"sep={delimiter}".strip() for delimiter in _DELIMITERS}
_FALLBACK = "cp1252"
_NOT_UTF8 = Reason("file", "files", "not UTF-8; read as Windows-1252, so look at the special characters")
_BLANK_ROWS = Reason("empty row", "empty rows", "left out")


@dataclass(frozen=True, slots=True)
class Row:
    """One record."""

    line: int
    """Where it begins in the file, counted from 1."""
    cells: tuple[str, ...]
    """As many as the header has."""


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
    lines, first = text.split("\n"), 1
    # Excel's own hint about the delimiter; it is no record.
    if lines[0].strip().casefold() in _HINTS:
        lines, first = lines[1:], 2
    delimiter = _delimiter(lines)
    records = _records(lines, delimiter, first)
    header = next((row for row in records if any(cell.strip() for cell in row.cells)), None)
    if header is None:
        raise Refused("The file is empty. Its first line has to name the columns. Nothing was imported.")
    names = tuple(cell.strip() for cell in header.cells)
    return Table(names, tuple(_fitting(records, names, tally)))


def _delimiter(lines: list[str]) -> str:
    """The one with which the header has most names that are known, then most names at all."""
    header = next((line for line in lines if line.strip()), "")

    def names(delimiter: str) -> tuple[int, int]:
        cells = next(csv.reader([header], delimiter=delimiter), [])
        return len(recognise(cells)), len(cells)

    return max(_DELIMITERS, key=names)


def _records(lines: list[str], delimiter: str, first: int) -> Iterator[Row]:
    """The records as they stand in the file."""
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


def _fitting(records: Iterator[Row], header: tuple[str, ...], tally: Tally) -> Iterator[Row]:
    """The rows with as many cells as the header; short ones are filled, blank ones left out."""
    for row in records:
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
