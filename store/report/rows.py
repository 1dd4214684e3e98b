"""Rows as CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime

from store.report.sheets import Sheet, Value

MADE = "made_with"
"""A key of the JSON: such a file may be written over."""
_FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def csv_text(sheet: Sheet, *, excel: bool = False) -> str:
    """As RFC 4180 has it; for Excel with semicolons and decimal commas, as most of Europe's reads it.

    What people wrote and a spreadsheet would take for a formula gets an apostrophe before it.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if excel else ",", lineterminator="\r\n")
    writer.writerow(sheet.heads)
    writer.writerows([_cell(value, "," if excel else ".") for value in row] for row in sheet.rows)
    return text.getvalue()


def json_text(sheet: Sheet) -> str:
    """One object with the rows as a list of objects."""
    return json.dumps({MADE: "Tagwerk", **shape(sheet)}, ensure_ascii=False, indent=2) + "\n"


def shape(sheet: Sheet) -> dict[str, object]:
    """The same as a document: numbers are numbers, days and moments are texts, what is not known is null."""
    rows = [dict(zip(sheet.heads, map(_plain, row), strict=True)) for row in sheet.rows]
    return {sheet.what.value: rows}


def is_table_of(head: str, sheet: Sheet) -> bool:
    """Whether the first line of a file is the head of such a table, in either form."""
    names = head.removeprefix("\ufeff").strip().replace(";", ",").split(",")
    return names == list(sheet.heads)


def defused(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    # A carriage return or a tab before it is passed over by some.
    is_formula = text.lstrip().startswith(_FORMULAS) or text[:1] in ("\t", "\r", "\n")
    return f"'{text}" if is_formula else text


def _cell(value: Value, point: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return defused(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return repr(value).removesuffix(".0").replace(".", point)
    return str(_plain(value))


def _plain(value: Value) -> str | float | bool | None:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat() if isinstance(value, date) else value
