"""Which cells of a file hold values: a column for each KPI, or a row for each value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from store.errors import Refused
from store.exchange.delimited import Row
from store.exchange.readings import columns
from store.exchange.readings.columns import Names
from store.exchange.readings.dates import is_date
from store.exchange.readings.numbers import says_nothing
from store.exchange.readings.plan import Unread
from store.exchange.readings.sheet import Sheet
from store.models import Kpi
from store.phrases import counted, listed, quoted
from store.text import clean_line

_TOTALS = {"total", "totals", "grand total", "sum", "summe", "gesamt", "gesamtsumme", "insgesamt", "average"}
_TOTALS |= {"mittelwert", "durchschnitt", "zwischensumme", "subtotal", "gesamtergebnis", "ergebnis"}
_LOOKED_AT = 200
"""Rows by which a column of dates is known that has no name which says so."""
_TOLD = 12
_MOST_NAMES = 2000
"""Different names in a file with a row for each value; no team has as many KPIs."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with a value."""

    line: int
    column: int
    kpi: Kpi
    when: str
    text: str
    note: str = ""


@dataclass
class Layout:
    """What stands where in a file."""

    form: str
    date: int
    """Index of the column with the dates."""
    cells: list[Cell] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)


def wide(sheet: Sheet, names: Names, date: int) -> Layout:
    """A date in each row, and a column for each KPI."""
    matched = columns.match(sheet.header, names, date)
    layout = Layout("a column for each KPI", date, questions=list(matched.doubtful))
    rest = [i for i in range(len(sheet.header)) if i not in matched.kpis and i != date]
    unknown = [clean_line(sheet.header[i]) for i in rest if i not in matched.passed_over]
    _tell_unknown(layout, [name for name in unknown if name], names, "column")
    for index, reason in matched.passed_over.items():
        layout.left_out.append(f"“{clean_line(sheet.header[index])}” is left out: {reason}.")
    if not matched.kpis and not matched.doubtful:
        there_are = listed([quoted(name) for name in sheet.header if name.strip()][:_TOLD])
        layout.questions.append(
            f"No column is called like a KPI (there are: {there_are}). Name one of them among the columns of"
            " its KPI, with “tagwerk kpi edit”."
        )
    for row in _rows(sheet, layout):
        for index, kpi in matched.kpis.items():
            layout.cells.append(Cell(row.line, index, kpi, row.cells[date], row.cells[index]))
    return layout


def single(sheet: Sheet, kpi: Kpi, date: int) -> Layout:
    """A date and the value of one KPI in each row.

    Raises:
        Refused: there are more columns.
    """
    if len(sheet.header) != 2:
        raise Refused(
            f"The file has {len(sheet.header)} columns; which KPI it is can be told for a file of two only."
        )
    layout = Layout("a date and a value", date)
    for row in _rows(sheet, layout):
        layout.cells.append(Cell(row.line, 1 - date, kpi, row.cells[date], row.cells[1 - date]))
    return layout


def long(sheet: Sheet, names: Names, date: int) -> Layout | None:
    """A date, a KPI and a value in each row; `None`: the file is not like that."""
    kinds = (columns.is_kpi_name, columns.is_value_name, columns.is_note_name)
    places = [[i for i, name in enumerate(sheet.header) if i != date and kind(name)] for kind in kinds]
    if len(places[0]) != 1 or len(places[1]) != 1:
        return None
    [kpi_at], [value_at], notes = places
    layout = Layout("a row for each value", date)
    others = {date, kpi_at, value_at, *notes[:1]}
    unused = [quoted(name) for i, name in enumerate(sheet.header) if i not in others and name.strip()]
    if unused:
        layout.left_out.append(f"Left out: {counted(len(unused), 'column')} ({listed(unused[:_TOLD])}).")
    unknown: Counter[str] = Counter()
    known: dict[str, list[tuple[int, Kpi]]] = {}
    for row in _rows(sheet, layout):
        name = clean_line(row.cells[kpi_at])
        if name not in known:
            if len(known) >= _MOST_NAMES:
                raise Refused(
                    f"The column {quoted(sheet.header[kpi_at])} holds more than {_MOST_NAMES:,} names."
                )
            known[name] = names.matching(name)
            if len(known[name]) > 1:
                several = listed(quoted(kpi.name) for _, kpi in known[name])
                layout.questions.append(f"{quoted(name)} stands for {several}; name it for only one of them.")
        if not known[name]:
            unknown[name] += 1
            continue
        note = row.cells[notes[0]].strip() if notes else ""
        kpi = known[name][0][1]
        layout.cells.append(Cell(row.line, value_at, kpi, row.cells[date], row.cells[value_at], note))
    _tell_unknown(layout, list(unknown), names, "name")
    if not layout.cells and not layout.unread:
        layout.questions.append("No row names a KPI of this team; “tagwerk kpi” shows those there are.")
    return layout


def date_column(sheet: Sheet) -> int:
    """Index of the column with the dates: by its name, else by what is in it.

    Raises:
        Refused: there is none, or there are several.
    """
    for is_name in (columns.is_exact_date_name, columns.is_date_name):
        named = [i for i, name in enumerate(sheet.header) if is_name(name) and _has_dates(sheet, i)]
        if named:
            break
    found = named or [i for i in range(len(sheet.header)) if _is_all_dates(sheet, i)]
    if len(found) == 1:
        return found[0]
    if found:
        both = listed(quoted(sheet.header[i]) for i in found)
        raise Refused(f"{both} could each be the date of the values; leave only one of them in the file.")
    there_are = listed([quoted(name) for name in sheet.header if name.strip()][:_TOLD])
    raise Refused(f"No column holds dates (there are: {there_are}); it should be called “Date” or “Datum”.")


def _has_dates(sheet: Sheet, index: int) -> bool:
    cells = _column(sheet, index)
    # `20261127` is a date only where the name says so, and so may be.
    return any(is_date(cell) or (len(cell) == 8 and cell.isdecimal()) for cell in cells) or not cells


def _is_all_dates(sheet: Sheet, index: int) -> bool:
    cells = [cell for cell in _column(sheet, index) if columns.folded(cell) not in _TOTALS]
    return bool(cells) and all(map(is_date, cells))


def _column(sheet: Sheet, index: int) -> list[str]:
    rows = sheet.rows[:_LOOKED_AT]
    return [row.cells[index].strip() for row in rows if len(row.cells) > index and row.cells[index].strip()]


def _rows(sheet: Sheet, layout: Layout) -> Sequence[Row]:
    """The rows that tell of a time, with as many cells as the header; what is passed over is told."""
    width, found, totals = len(sheet.header), [], []
    for row in sheet.rows:
        if any(cell.strip() for cell in row.cells[width:]):
            layout.unread.append(
                Unread(
                    row.line,
                    f"the row has {len(row.cells)} cells, the header only {width}; a cell with the delimiter"
                    " in it has to be quoted",
                )
            )
            continue
        cells = row.cells[:width] + ("",) * (width - len(row.cells))
        when = columns.folded(cells[layout.date])
        if when in _TOTALS or (not when and columns.folded(cells[0]) in _TOTALS):
            totals.append(row.line)
        elif not when and all(says_nothing(cell) for cell in cells):
            continue
        elif not when and row in (sheet.rows[0], sheet.rows[-1]):
            # Google puts them first, most others last.
            totals.append(row.line)
        else:
            found.append(Row(row.line, cells))
    if totals:
        layout.left_out.append(f"Left out: {counted(len(totals), 'row')} of totals (line {totals[0]:,}).")
    return found


def _tell_unknown(layout: Layout, unknown: Sequence[str], names: Names, kind: str) -> None:
    if not unknown:
        return
    layout.left_out.append(
        f"Left out: {counted(len(unknown), kind)} that no KPI has"
        f" ({listed([quoted(name) for name in unknown[:_TOLD]])}{', …' if len(unknown) > _TOLD else ''})."
    )
    for name, kpi in names.near(unknown).items():
        layout.left_out.append(f"{quoted(name)} is almost {quoted(kpi)}; it is not taken for it.")
