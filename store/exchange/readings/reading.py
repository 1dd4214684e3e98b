"""Reading a file with readings: what it says, and what it leaves open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256

from store.errors import NotFound, Refused
from store.exchange.readings import layout as laid
from store.exchange.readings import numbers, units
from store.exchange.readings.columns import (
    Names,
    folded,
    is_date_name,
    is_kpi_name,
    is_note_name,
    is_value_name,
    is_week_name,
)
from store.exchange.readings.dates import Order, Span, is_date, span
from store.exchange.readings.deciding import Decided, decided
from store.exchange.readings.layout import Cell, Layout
from store.exchange.readings.numbers import Decimal, says_nothing
from store.exchange.readings.plan import Answers, Plan, Planned, State, Understood, Unread
from store.exchange.readings.sheet import Sheet, read_sheet
from store.kpis.listing import kpis
from store.kpis.periods import first_day, titled
from store.kpis.values import values
from store.models import Cadence, Kpi
from store.phrases import counted, quoted
from store.team import Team
from store.text import clean, clean_line

MOST = 20_000
"""Values in one file: they are one commit, which every open app reads."""
_ORDERS = {Order.DMY: "the day first", Order.MDY: "the month first"}
_DECIMALS = {Decimal.COMMA: "decimal comma", Decimal.POINT: "decimal point"}
_LENGTHS = tuple(Cadence)
"""From the shortest to the longest."""


def understand(content: bytes, name: str, team: Team, now: datetime, answers: Answers | None = None) -> Plan:
    """What a file says.

    Args:
        content: its bytes.
        name: of the file, without its folder.
        team: the snapshot.
        now: days behind the team's day then are to come.
        answers: what a person has said about it.

    Raises:
        NotFound: there is no KPI of the name that was given.
        Refused: it is no table with dates and values; with line and reason.
    """
    answers, names = answers or Answers(), Names(team)
    sheet = _sheet(content, names, answers)
    found = _layout(sheet, names, team, answers)
    reading = _Reading(team, team.today(now), sheet, found, answers)
    entries = tuple(reading.entries())
    if not entries and not reading.questions:
        reading.questions.append("There is no value in the file that could be read.")
    return Plan(
        clean_line(name.encode("utf-8", "replace").decode()),
        sha256(content).hexdigest(),
        f"{found.form}; {sheet.delimiter}, {sheet.encoding}",
        tuple(reading.columns),
        entries,
        tuple(sorted(reading.unread, key=lambda one: one.line)),
        (*found.left_out, *reading.left_out),
        tuple(reading.questions),
    )


def _sheet(content: bytes, names: Names, answers: Answers) -> Sheet:
    kinds = (is_date_name, is_kpi_name, is_value_name, is_note_name, names.__contains__)
    sheet = read_sheet(content, lambda name: any(kind(name) for kind in kinds))
    if any(map(is_date, sheet.header)):
        if not answers.kpi:
            raise Refused("The first line of the file has to name its columns, like “Date” and a KPI's name.")
        return read_sheet(content, lambda _: False, has_header=False)
    return sheet


def _layout(sheet: Sheet, names: Names, team: Team, answers: Answers) -> Layout:
    date_at = laid.date_column(sheet)
    if answers.kpi:
        return laid.single(sheet, _kpi_called(team, names, answers.kpi), date_at)
    wide = laid.wide(sheet, names, date_at)
    # A shop may well have a KPI called “Value”: where columns are called like KPIs, they are that.
    return (None if wide.cells else laid.long(sheet, names, date_at)) or wide


def _kpi_called(team: Team, names: Names, name: str) -> Kpi:
    found = [kpi for _, kpi in names.matching(name)]
    found = found or [kpi for kpi in kpis(team) if str(kpi.id) == name.strip()]
    found = found or [kpi for kpi in kpis(team) if folded(kpi.name).startswith(folded(name) or "\0")]
    if len(found) != 1:
        what = "several KPIs are" if found else "no KPI is"
        raise NotFound(f"{quoted(name)}: {what} called so; “tagwerk kpi” shows those there are.")
    return found[0]


@dataclass
class _Reading:
    """One file being read."""

    team: Team
    today: date
    sheet: Sheet
    layout: Layout
    answers: Answers
    columns: list[Understood] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    _shares: dict[int, list[tuple[float, Cell]]] = field(default_factory=dict)
    """Values without a sign of KPIs in percent, by their numbers."""
    _told: set[tuple[int, str]] = field(default_factory=set)
    """KPIs about which a question of a kind was asked; one of each is enough."""

    def __post_init__(self) -> None:
        # `2026-08` below “Week” is no month, whatever it looks like.
        self._are_weeks = is_week_name(self.sheet.header[self.layout.date])
        self._rows = {row.line: row.cells for row in self.sheet.rows}
        self.unread += self.layout.unread
        self.questions += self.layout.questions
        self.columns_of: dict[int, list[Cell]] = {}
        for cell in self.layout.cells:
            self.columns_of.setdefault(cell.column, []).append(cell)
        self.order = self._order()
        self.decimals = self._decimals()
        self._tell_columns()

    def entries(self) -> Iterator[Planned]:
        """All values that could be read, as they are against what is known; line by line."""
        have: dict[int, Mapping[date, float]] = {}
        seen: dict[tuple[int, date], tuple[int, float]] = {}
        to_come, bad_lines = 0, set[int]()
        for cell in sorted(self.layout.cells, key=lambda one: (one.line, one.column)):
            if says_nothing(cell.text) or cell.line in bad_lines:
                continue
            when = span(cell.when, self.order)
            is_week = when is not None and (when.length is not Cadence.MONTH or not self._are_weeks)
            if when is None or not is_week:
                bad_lines.add(cell.line)
                kind = "date" if when is None else "week; write it like 2026-W08"
                self.unread.append(Unread(cell.line, f"{_shown(cell.when)} is not a {kind}"))
                continue
            if when.first > self.today:
                to_come += 1
                continue
            value = self._value(cell)
            if value is None or not self._fits(cell, when, value, seen):
                continue
            first = first_day(when.first, cell.kpi.cadence)
            if cell.kpi.id not in have:
                have[cell.kpi.id] = dict(values(self.team, cell.kpi))
            before = have[cell.kpi.id].get(first)
            state = State.NEW if before is None else State.KNOWN if before == value else State.CORRECTION
            yield Planned(cell.line, cell.kpi, when.first, value, state, before, clean(cell.note).strip())
        if to_come:
            self.left_out.append(f"Left out: {counted(to_come, 'value')} of days that are still to come.")
        if len(seen) > MOST:
            self.questions.append(f"The file has more than {MOST:,} values; cut it into several.")
        self._ask_about_shares(have)

    def _value(self, cell: Cell) -> float | None:
        found = numbers.amount(cell.text, self.decimals[cell.column], cell.kpi.unit)
        if found is None:
            mark = self.decimals[cell.column]
            # It may well be one with the other mark.
            is_other = any(numbers.amount(cell.text, way, cell.kpi.unit) for way in Decimal)
            why = f" with a {_DECIMALS[mark]}" if is_other else ""
            self.unread.append(Unread(cell.line, f"{_shown(cell.text)} is not a number{why}"))
            return None
        if not units.fit(found.sign, cell.kpi.unit):
            unit = quoted(cell.kpi.unit)
            self._ask(
                cell.kpi,
                "unit",
                f"{_shown(cell.text)} on line {cell.line:,} is in {found.sign}, and {quoted(cell.kpi.name)}"
                f" in {unit}; that does not fit.",
            )
        if cell.kpi.unit == "%" and not found.sign:
            self._shares.setdefault(cell.kpi.id, []).append((found.value, cell))
        return found.value

    def _fits(
        self, cell: Cell, when: Span, value: float, seen: dict[tuple[int, date], tuple[int, float]]
    ) -> bool:
        """Whether it is the only value of a period, and no longer than that."""
        kpi = cell.kpi
        if _LENGTHS.index(when.length) > _LENGTHS.index(kpi.cadence):
            sentence = (
                f"{_shown(cell.when)} on line {cell.line:,} tells of a {when.length}, and {quoted(kpi.name)}"
                f" is watched by {kpi.cadence}; change how it is watched, or export it by {kpi.cadence}."
            )
            self._ask(kpi, "span", sentence)
            return False
        key = kpi.id, first_day(when.first, kpi.cadence)
        line, other = seen.setdefault(key, (cell.line, value))
        if line == cell.line:
            return True
        # The same number on two different rows may well be that of two channels.
        if other != value or self._rows[line] != self._rows[cell.line]:
            way = "leave one of them in the file, or add them up there"
            if kpi.cadence is not when.length:
                way = f"watch it by {when.length} (“tagwerk kpi edit”), and longer times come of that"
            sentence = (
                f"Lines {line:,} and {cell.line:,} both tell of {quoted(kpi.name)} in"
                f" {titled(key[1], kpi.cadence)}; {way}."
            )
            self._ask(kpi, "twice", sentence)
        return False

    def _ask(self, kpi: Kpi, kind: str, sentence: str) -> None:
        if (kpi.id, kind) not in self._told:
            self._told.add((kpi.id, kind))
            self.questions.append(sentence)

    def _ask_about_shares(self, have: Mapping[int, Mapping[date, float]]) -> None:
        """Whether 0.024 is 2.4 % cannot be seen, unless the KPI has had such small values before."""
        for id, found in self._shares.items():
            largest = max(abs(value) for value, _ in found)
            before = max(map(abs, have[id].values()), default=0.0) if id in have else 0.0
            if 0 < largest <= 1 and not 0 < before <= 1 and not self.answers.are_percent:
                cell = next(cell for value, cell in found if value)
                self.questions.append(
                    f"{_shown(cell.text)} on line {cell.line:,} has no percent sign, and no such value of"
                    f" {quoted(cell.kpi.name)} is above 1: are these shares of one? If they are percent"
                    " already, say --percent; else multiply them by 100 in the file."
                )

    def _order(self) -> Order:
        cells = {cell.when: (cell.line, cell.when) for cell in reversed(self.layout.cells)}
        found = decided(sorted(cells.values()), tuple(Order), span)
        self._say_order = found.example is not None or self.answers.dates is not None
        if self.answers.dates is not None:
            return self.answers.dates
        if found.is_open and found.example is not None:
            line, text = found.example
            both = [s.first for order in Order if (s := span(text, order))]
            days = " or ".join(titled(day, Cadence.DAY) for day in both)
            self.questions.append(
                f"{_shown(text)} on line {line:,} can be {days}; say --dates dmy or --dates mdy."
            )
        elif found.way is None:
            self.questions.append(f"{_contrary(found)}: dates stand in two orders; say --dates dmy or mdy.")
        return found.way or Order.DMY

    def _decimals(self) -> dict[int, Decimal]:
        """The decimal mark of each column with values."""
        if self.answers.decimal is not None:
            return dict.fromkeys(self.columns_of, self.answers.decimal)
        found = {
            column: decided(
                ((cell.line, cell.text) for cell in cells if not says_nothing(cell.text)),
                tuple(Decimal),
                lambda text, way, unit=cells[0].kpi.unit: numbers.amount(text, way, unit),  # type: ignore[misc]
            )
            for column, cells in self.columns_of.items()
        }
        sure = {one.way for one in found.values() if one.way is not None and one.example is not None}
        ways: dict[int, Decimal] = {}
        for column, one in found.items():
            name = quoted(self.sheet.header[column] or "value")
            if one.is_open and one.example is not None and len(sure) != 1:
                line, text = one.example
                both = [a.value for way in Decimal if (a := numbers.amount(text, way))]
                self.questions.append(
                    f"{_shown(text)} in {name} on line {line:,} can be"
                    f" {' or '.join(map(_plain, both))}; say --decimal , or --decimal ."
                )
            elif one.way is None and not one.is_open:
                self.questions.append(
                    f"{_contrary(one)} in {name}: decimal marks differ; say --decimal , or ."
                )
            # Where it is open, what all other columns of the file say decides.
            ways[column] = one.way or (next(iter(sure)) if one.is_open and len(sure) == 1 else Decimal.POINT)
        return ways

    def _tell_columns(self) -> None:
        self.columns.append(self._dates_column())
        for column, cells in sorted(self.columns_of.items()):
            with_value = [cell for cell in cells if not says_nothing(cell.text)]
            example, is_marked = "", False
            # The longest of the first ones has most marks in it.
            for cell in sorted(with_value[:50], key=lambda one: -len(one.text)):
                if found := numbers.amount(cell.text, self.decimals[column], cell.kpi.unit):
                    example = f"{_shown(cell.text)} → {_plain(found.value)}"
                    is_marked = any(mark in cell.text for mark in ",.")
                    break
            kpis = dict.fromkeys(quoted(cell.kpi.name) for cell in cells)
            what = next(iter(kpis)) if len(kpis) == 1 else f"values of {counted(len(kpis), 'KPI')}"
            mark = f", {_DECIMALS[self.decimals[column]]}" if is_marked else ""
            name = clean_line(self.sheet.header[column])
            self.columns.append(Understood(name, f"{what}{mark}", example))

    def _dates_column(self) -> Understood:
        name = clean_line(self.sheet.header[self.layout.date])
        order = f", {_ORDERS[self.order]}" if self._say_order else ""
        for cell in self.layout.cells:
            if found := span(cell.when, self.order):
                example = f"{_shown(cell.when)} → {titled(found.first, found.length)}"
                return Understood(name, f"{found.length}s{order}", example)
        return Understood(name, "dates")


def _shown(text: str) -> str:
    return quoted(text, 30)


def _plain(value: float) -> str:
    return f"{value:.15g}"


def _contrary(found: Decided[Order] | Decided[Decimal]) -> str:
    one, two = found.example or (0, ""), found.against or (0, "")
    return f"{_shown(one[1])} on line {one[0]:,} and {_shown(two[1])} on line {two[0]:,}"
