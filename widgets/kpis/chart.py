"""A chart of a KPI, drawn with characters alone: each kind of thing has a sign of its own.

Plotting libraries for terminals were tried with 365 values on 78 by 18 cells (November 2026). plotext 5.3,
the one that textual-plotext takes, needs 45 ms for a drawing and 120 ms to be imported, keeps one picture
for the whole program, and breaks its frame at wide letters; plotext 6.1 needs 510 ms to be imported, and was
not tried with textual-plotext. plotille 6.0 needs 17 ms, has Braille only, and tells lines apart by colour
alone. This one needs about 1 ms, shows bands and dates, and has a form in plain ASCII.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from rich.cells import cell_len

from store.kpis.picture import Picture
from store.kpis.saying import limit, shown, target
from store.models import Cadence, Direction
from widgets.signs import ASCII, Signs

_LEAST_WIDTH, _LEAST_HEIGHT = 20, 5
"""Cells of the plot below which nothing can be read."""
_FAR = 1.0
"""Of the span of the values, how far beyond them a limit may lie and still be drawn."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
"""By which adjustments are named in the chart, in the order of time."""


class Ink(StrEnum):
    """What a cell of the chart says."""

    BLANK = "blank"
    BAND = "band"
    """Between the two ends where it should stay."""
    LIMIT = "limit"
    """Beyond this line it is alarming."""
    TARGET = "target"
    MARK = "mark"
    """Something was changed here."""
    PAST = "past"
    """A year before."""
    BETWEEN = "between"
    """On the way from one value to the next."""
    VALUE = "value"
    MEAN = "mean"
    AXIS = "axis"


@dataclass(frozen=True)
class Inks:
    """One set of signs, each one cell wide."""

    band: str
    limit: str
    target: str
    mark: str
    past: str
    between: str
    value: str
    mean: str
    corner: str
    side: str
    floor: str

    def of(self, ink: Ink) -> str:
        """The sign of a kind."""
        return " " if ink in (Ink.BLANK, Ink.AXIS) else str(getattr(self, ink.value))


_UNICODE = Inks("·", "╌", "─", "┊", "○", "•", "●", "◆", "└", "│", "─")
_ASCII = Inks(":", "=", "-", "|", "x", ".", "o", "#", "+", "|", "-")
Runs = Sequence[tuple[str, Ink]]
"""One line of the chart, from left to right, in runs of one kind."""


def inks(signs: Signs) -> Inks:
    """The set that goes with a set of the board's signs."""
    return _ASCII if signs is ASCII else _UNICODE


def chart(of: Picture, width: int, height: int, signs: Signs) -> list[Runs]:
    """The chart in at most `width` by `height` cells; empty where there is no room or no value.

    Args:
        of: What is drawn.
        width: Cells for all of it, the axis' numbers included.
        height: Lines for all of it, letters and dates included.
        signs: What it is drawn with.
    """
    if not of.values and not of.past:
        return []
    scale = _Scale.around(of)
    labels = scale.labels(of)
    left = max(map(cell_len, labels.values())) + 1
    plot = _Plot(of, scale, width - left - 1, height - 3)
    if plot.width < _LEAST_WIDTH or plot.height < _LEAST_HEIGHT:
        return []
    plot.draw()
    return list(_lines(plot, labels, left, inks(signs)))


def legend(of: Picture, signs: Signs) -> list[str]:
    """What the signs of the chart are, sign by sign."""
    ink, kpi, asked = inks(signs), of.kpi, of.asked
    parts = [f"{ink.value} each {asked.cadence}"]
    if of.means:
        parts.append(f"{ink.mean} mean of {asked.width}")
    if asked.compares:
        parts.append(f"{ink.past} a year before" if of.past else "nothing is known of a year before")
    if kpi.target is None:
        parts.append("no target")
    elif not of.is_measured:
        parts.append(f"its target is for one {kpi.cadence}")
    else:
        parts.append(f"{ink.target} {target(kpi)}")
        if limit(kpi):
            drawn = any(
                _Scale.around(of).has(value) for value in (kpi.limit, kpi.limit_high) if value is not None
            )
            parts.append(
                f"{ink.limit if drawn else ''} alarm {limit(kpi)}{'' if drawn else ', outside'}".strip()
            )
    return parts


@dataclass(frozen=True)
class _Scale:
    """The values that the chart is about."""

    low: float
    high: float

    @classmethod
    def around(cls, of: Picture) -> _Scale:
        """All that is known and the target; a limit only where that leaves the values readable."""
        kpi = of.kpi
        known = [value for those in (of.values, of.past, of.means) for _, value in those]
        if of.is_measured:
            known += [edge for edge in (kpi.target, kpi.target_high) if edge is not None]
        low, high = min(known), max(known)
        room = (high - low) * _FAR
        if of.is_measured:
            limits = [edge for edge in (kpi.limit, kpi.limit_high) if edge is not None]
            near = [edge for edge in limits if low - room <= edge <= high + room]
            low, high = min(low, *near, low), max(high, *near, high)
        if low == high:
            low, high = low - 1.0, high + 1.0
        return cls(low, high)

    def has(self, value: float) -> bool:
        """Whether a value is on it."""
        return self.low <= value <= self.high

    def labels(self, of: Picture) -> dict[float, str]:
        """The numbers on the left: middle, top, bottom, and where it should be; the last ones are kept."""
        should = (of.kpi.target, of.kpi.target_high) if of.is_measured else ()
        values = (
            (self.low + self.high) / 2,
            *(one for one in should if one is not None),
            self.high,
            self.low,
        )
        return {value: shown(of.kpi, value) for value in values}


class _Plot:
    """The cells inside of the axes."""

    def __init__(self, of: Picture, scale: _Scale, width: int, height: int) -> None:
        self.of, self.scale, self.width, self.height = of, scale, width, height
        self.cells = [[Ink.BLANK] * max(width, 0) for _ in range(max(height, 0))]
        self._places = {day: at for at, day in enumerate(of.days)}

    def column(self, day: date) -> int:
        """The column of a period."""
        return round(self._places[day] / max(1, len(self.of.days) - 1) * (self.width - 1))

    def row(self, value: float) -> int:
        """The row of a value, from the top."""
        scale = self.scale
        return round((scale.high - value) / (scale.high - scale.low) * (self.height - 1))

    def draw(self) -> None:
        """Everything, the most important last."""
        kpi, of = self.of.kpi, self.of
        if of.is_measured:
            if kpi.direction is Direction.WITHIN and kpi.target is not None and kpi.target_high is not None:
                for row in range(self.row(kpi.target_high) + 1, self.row(kpi.target)):
                    self._across(row, Ink.BAND)
            for value, ink in ((kpi.limit, Ink.LIMIT), (kpi.limit_high, Ink.LIMIT)):
                if value is not None and self.scale.has(value):
                    self._across(self.row(value), ink)
            for value in (kpi.target, kpi.target_high):
                if value is not None:
                    self._across(self.row(value), Ink.TARGET)
        for day, _ in of.made:
            for row in range(self.height):
                self._dot(self.column(day), row, Ink.MARK)
        for day, value in of.past:
            self._dot(self.column(day), self.row(value), Ink.PAST)
        points = [(self.column(day), self.row(value)) for day, value in of.values]
        if not of.means:
            self._joined(points)
        for column, row in points:
            self._dot(column, row, Ink.BETWEEN if of.means else Ink.VALUE)
        for day, value in of.means:
            self._dot(self.column(day), self.row(value), Ink.MEAN)

    def _joined(self, points: Sequence[tuple[int, int]]) -> None:
        """The way from each value to the next, without a gap where it is steep."""
        for (from_column, from_row), (to_column, to_row) in pairwise(points):
            steps = max(to_column - from_column, abs(to_row - from_row))
            for step in range(1, steps):
                passed = step / steps
                column = from_column + round(passed * (to_column - from_column))
                self._dot(column, from_row + round(passed * (to_row - from_row)), Ink.BETWEEN)

    def _across(self, row: int, ink: Ink) -> None:
        for column in range(self.width):
            self._dot(column, row, ink)

    def _dot(self, column: int, row: int, ink: Ink) -> None:
        if 0 <= row < self.height and 0 <= column < self.width:
            self.cells[row][column] = ink


def _lines(plot: _Plot, labels: dict[float, str], left: int, ink: Inks) -> Iterator[Runs]:
    beside: dict[int, str] = {}
    for value, text in labels.items():
        row = plot.row(value)
        # Two numbers below each other are not told apart at a glance.
        beside = {other: said for other, said in beside.items() if abs(other - row) > 1} | {row: text}
    yield [(" " * (left + 1) + _letters(plot), Ink.AXIS)]
    for at, cells in enumerate(plot.cells):
        label = beside.get(at, "")
        yield [(f"{' ' * (left - 1 - cell_len(label))}{label} {ink.side}", Ink.AXIS), *_runs(cells, ink)]
    yield [(" " * left + ink.corner + ink.floor * plot.width, Ink.AXIS)]
    yield [(" " * (left + 1) + _dates(plot), Ink.AXIS)]


def _runs(cells: Sequence[Ink], ink: Inks) -> Iterator[tuple[str, Ink]]:
    start = 0
    for at in range(1, len(cells) + 1):
        if at == len(cells) or cells[at] is not cells[start]:
            yield ink.of(cells[start]) * (at - start), cells[start]
            start = at


def _letters(plot: _Plot) -> str:
    """Above each line of an adjustment its letter; of several in one place the last one has `+`."""
    line = [" "] * plot.width
    for letter, (day, _) in zip(LETTERS, plot.of.made, strict=False):
        at = plot.column(day)
        while at < plot.width - 1 and line[at] != " ":
            at += 1
        line[at] = letter
    return "".join(line).rstrip()


def _dates(plot: _Plot) -> str:
    """As many dates as do not touch, the last and the first one among them."""
    days, cadence = plot.of.days, plot.of.asked.cadence
    line = " " * plot.width
    step = max(1, len(days) // 8)
    inner = range(len(days) - 1 - step, 0, -step)
    for place in (len(days) - 1, 0, *inner):
        text = _short(days[place], cadence)
        at = min(max(plot.column(days[place]) - len(text) // 2, 0), max(0, plot.width - len(text)))
        if not line[max(at - 2, 0) : at + len(text) + 2].strip():
            line = line[:at] + text + line[at + len(text) :]
    return line.rstrip()


def _short(day: date, cadence: Cadence) -> str:
    match cadence:
        case Cadence.DAY | Cadence.WEEK:
            return f"{day.day} {_MONTHS[day.month - 1]}"
        case Cadence.MONTH:
            return f"{_MONTHS[day.month - 1]} {day.year % 100:02}"
        case Cadence.QUARTER:
            return f"Q{(day.month + 2) // 3} {day.year % 100:02}"
