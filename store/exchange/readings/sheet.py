"""A file with readings as a header and rows, whatever its encoding, delimiter and first lines."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from store.errors import Refused
from store.exchange.delimited import Row, records, without_hint
from store.exchange.reading import decode

MAX_BYTES = 20 * 1024 * 1024
"""A larger file is refused before it is read."""
_MOST_COLUMNS = 500
_MOST_ROWS = 200_000
_LONGEST_LINE = 120_000
"""Characters."""
_LOOKED_AT = 40
"""Records among which the header is looked for."""
_FALLBACK = "cp1252"
_NAMES = {"utf-8-sig": "UTF-8", _FALLBACK: "Windows-1252"}
_ZIP, _OLE, _PDF, _GZIP = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x1f\x8b"
_KINDS = {
    _ZIP: "an Excel workbook or another packed file",
    _OLE: "an Excel workbook",
    _PDF: "a PDF",
    _GZIP: "a packed file",
}
_DELIMITER_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole file."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    """Below the header, blank ones left out; as long as they are in the file."""
    delimiter: str
    """Its name: `semicolon`."""
    encoding: str


def read_sheet(content: bytes, is_known: Callable[[str], bool], *, has_header: bool = True) -> Sheet:
    """A file's header and rows.

    Args:
        content: The file.
        is_known: Whether a name can be that of a column; it tells the header from the lines before it.
        has_header: Whether a line names the columns; else the first one with several cells is a row.

    Raises:
        Refused: it is too large, no text, or no table; with the reason.
    """
    text, encoding = _text(content)
    lines, first, hint = without_hint(text.split("\n"))
    for number, line in enumerate(lines, first):
        if len(line) > _LONGEST_LINE:
            raise Refused(f"Line {number:,} has {len(line):,} characters; no table has such lines.")
    delimiter, at = _layout(lines, first, hint, is_known)
    found = [row for row in _limited(records(lines, delimiter, first)) if any(map(str.strip, row.cells))]
    rows = found[at:]
    if not rows:
        raise Refused("The file is empty: there is no table in it.")
    header, rows = (rows[0].cells, rows[1:]) if has_header else (("",) * len(rows[0].cells), rows)
    names = tuple(cell.strip() for cell in header)
    while len(names) > 1 and has_header and not names[-1]:
        names = names[:-1]
    return Sheet(names, tuple(rows), _DELIMITER_NAMES[delimiter], _NAMES.get(encoding, encoding))


def _text(content: bytes) -> tuple[str, str]:
    if len(content) > MAX_BYTES:
        size = len(content) / 1024 / 1024
        raise Refused(f"The file has {size:,.0f} MB or more; {MAX_BYTES // 1024 // 1024} MB are the most.")
    for start, kind in _KINDS.items():
        if content.startswith(start):
            raise Refused(f"This is {kind}; save it as CSV and try again.")
    if content.startswith((codecs.BOM_UTF32_BE, codecs.BOM_UTF32_LE)):
        raise Refused("The text is UTF-32; save the file as UTF-8 and try again.")
    return decode(content, fallback=_FALLBACK)


def _limited(found: Iterable[Row]) -> list[Row]:
    rows: list[Row] = []
    for row in found:
        if len(row.cells) > _MOST_COLUMNS:
            raise Refused(f"Line {row.line:,} has {len(row.cells):,} columns; {_MOST_COLUMNS} are the most.")
        if len(rows) >= _MOST_ROWS:
            raise Refused(f"The file has more than {_MOST_ROWS:,} rows; cut it into several.")
        rows.append(row)
    return rows


def _layout(lines: Sequence[str], first: int, hint: str, is_known: Callable[[str], bool]) -> tuple[str, int]:
    """The delimiter, and which of the records that are not blank names the columns."""
    best: tuple[tuple[int, int, int], str, int] | None = None
    problem: Refused | None = None
    for delimiter in (hint,) if hint else (";", "\t", "|", ","):
        rows: list[Row] = []
        try:
            rows += islice(records(lines, delimiter, first), _LOOKED_AT)
        except Refused as refused:
            # A quote that is never closed may only be one where this is not the delimiter.
            problem = problem or refused
        score, at = _best_header([row.cells for row in rows if any(map(str.strip, row.cells))], is_known)
        if any(score) and (best is None or score > best[0]):
            best = score, delimiter, at
    if best is None:
        if problem is not None:
            raise problem
        return ",", 0
    return best[1], best[2]


def _best_header(
    rows: Sequence[tuple[str, ...]], is_known: Callable[[str], bool]
) -> tuple[tuple[int, int, int], int]:
    """How good the best header is (names that are known, rows that fit below, cells), and which it is."""
    best, at = (0, 0, 0), 0
    for index, cells in enumerate(rows):
        if sum(bool(cell.strip()) for cell in cells) < 2 or cells[0].startswith("#"):
            continue
        below = rows[index + 1 : index + 11]
        known = sum(map(is_known, cells[:_MOST_COLUMNS]))
        fitting = sum(len(row) == len(cells) for row in below)
        score = known, fitting, min(len(cells), _MOST_COLUMNS)
        if score > best:
            best, at = score, index
    return best, at
