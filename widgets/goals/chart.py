"""A chart of a goal: its values against the line they should follow, and where they are going."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from rich.cells import cell_len

from store.goals.forecast import FEWEST, Forecast
from store.goals.saying import amount, unit_of
from store.goals.standing import Standing
from store.models import Direction, GoalState, Source
from widgets.words import day as short

_LEAST_WIDTH, _LEAST_HEIGHT = 24, 5
"""Cells of the plot below which nothing can be read."""
_LATE = 0.5
"""Of the span of all days, how far a late arrival may stretch it."""
_SPILL = 0.5
"""Of the span of all known values, how far the forecast's range may stretch the axis."""


class Ink(StrEnum):
    """What a cell of the chart says; the later ones are drawn over the earlier ones."""

    BLANK = "blank"
    RANGE = "range"
    """Between the worse and the better end of the likely range."""
    TODAY = "today"
    IDEAL = "ideal"
    """Where it should be, from the start to the due date."""
    AHEAD = "ahead"
    """The trend, from today on."""
    BETWEEN = "between"
    """On the way from one value to the next."""
    VALUE = "value"
    AXIS = "axis"


@dataclass(frozen=True)
class Inks:
    """One set of signs for the chart, each one cell wide."""

    range: str
    today: str
    ideal: str
    ahead: str
    between: str
    value: str
    corner: str
    side: str
    floor: str

    def of(self, ink: Ink) -> str:
        """The sign of a kind."""
        return " " if ink in (Ink.BLANK, Ink.AXIS) else str(getattr(self, ink.value))


UNICODE_INKS = Inks("░", "┊", "·", "○", "•", "●", "└", "│", "─")
ASCII_INKS = Inks(":", "|", ".", "+", "-", "o", "+", "|", "-")

Runs = Sequence[tuple[str, Ink]]
"""One line of the chart, from left to right, in runs of one kind."""


def chart(standing: Standing, ahead: Forecast | None, width: int, height: int, inks: Inks) -> list[Runs]:
    """The chart in at most `width` by `height` cells; empty where there is no room, no line or no value.

    Args:
        standing: The values, and the line that they should follow.
        ahead: The forecast; `None`: too little is known for one.
        width: Cells for all of it, the axis' numbers included.
        height: Lines for all of it, the dates included.
        inks: What it is drawn with.
    """
    if standing.way is None or standing.plan is None:
        return []
    frame = _Frame.around(standing, ahead)
    labels = frame.labels(unit_of(standing))
    left = max(map(cell_len, labels)) + 1
    plot = _Plot(frame, width - left - 1, height - 2)
    if plot.width < _LEAST_WIDTH or plot.height < _LEAST_HEIGHT:
        return []
    plot.draw(standing, ahead)
    return list(_lines(plot, labels, left, inks, standing))


def legend(standing: Standing, ahead: Forecast | None, inks: Inks) -> str:
    """What the signs of the chart are."""
    is_typed = standing.goal.source is Source.CHECK_INS
    line = "stay between" if standing.way and standing.way.direction is Direction.WITHIN else "should be"
    parts = [f"{inks.value} {'check-ins' if is_typed else 'values'}", f"{inks.ideal} {line}"]
    parts.append(f"{inks.today} {_until(standing)}")
    if ahead:
        parts.append(f"{inks.ahead} forecast, {inks.range} its likely range")
    elif standing.goal.state is GoalState.ACTIVE and standing.news < FEWEST:
        what = "check-ins" if is_typed else "days with a finished card" if standing.is_counted else "values"
        parts.append(f"no forecast before {FEWEST} {what}")
    return "   ".join(parts)


def _until(standing: Standing) -> str:
    """What the last day is that is known."""
    return "closed" if standing.goal.closed_at else "today"


@dataclass(frozen=True)
class _Frame:
    """The days and values that the chart is about."""

    first: date
    last: date
    low: float
    high: float

    @classmethod
    def around(cls, standing: Standing, ahead: Forecast | None) -> _Frame:
        """All that is known, and as much of the forecast as leaves that readable."""
        assert standing.way is not None
        assert standing.plan is not None
        plan, series = standing.plan, standing.series
        days = [plan.start, plan.due, standing.today, *(day for day, _ in series)]
        if ahead is not None and ahead.day is not None:
            # A goal that comes late is followed to its end, as far as that leaves room for what was.
            end = max(plan.due, standing.today)
            room = min((end - plan.start) * _LATE, date.max - end)
            days.append(min(ahead.day, end + room))
        values = [standing.way.value(0.0), *(value for _, value in series)]
        values += [edge for _, share in plan.points for edge in standing.way.edges(share)]
        low, high = min(values), max(values)
        spill = (high - low) * _SPILL
        if ahead is not None:
            low = max(low - spill, min(low, ahead.low))
            high = min(high + spill, max(high, ahead.high))
        if low == high:
            low, high = low - 1.0, high + 1.0
        return cls(min(days), max(max(days), min(days) + timedelta(days=1)), low, high)

    def labels(self, unit: str) -> list[str]:
        """The numbers on the left: top, middle, bottom."""
        return [amount(value, unit) for value in (self.high, (self.low + self.high) / 2, self.low)]


class _Plot:
    """The cells inside of the axes."""

    def __init__(self, frame: _Frame, width: int, height: int) -> None:
        self.frame, self.width, self.height = frame, width, height
        self.cells = [[Ink.BLANK] * max(width, 0) for _ in range(max(height, 0))]

    def column(self, day: date) -> int:
        """The column of a day."""
        frame = self.frame
        span = (frame.last - frame.first).days
        return round((day - frame.first).days / span * (self.width - 1))

    def day(self, column: int) -> date:
        """The day of a column."""
        frame = self.frame
        span = (frame.last - frame.first).days
        return frame.first + timedelta(days=round(column / (self.width - 1) * span))

    def row(self, value: float) -> int:
        """The row of a value, from the top; beyond the edges it is none of them."""
        frame = self.frame
        return round((frame.high - value) / (frame.high - frame.low) * (self.height - 1))

    def dot(self, column: int, row: int, ink: Ink) -> None:
        """Draw one cell, where it is one."""
        if 0 <= row < self.height and 0 <= column < self.width:
            self.cells[row][column] = ink

    def draw(self, standing: Standing, ahead: Forecast | None) -> None:
        """Everything, the most important last."""
        assert standing.way is not None
        assert standing.plan is not None
        plan, way = standing.plan, standing.way
        if ahead is not None:
            self._range(ahead, standing.today)
        for row in range(self.height):
            self.dot(self.column(standing.today), row, Ink.TODAY)
        for column in range(self.column(plan.start), self.column(plan.due) + 1):
            for edge in way.edges(plan.share(self.day(column))):
                self.dot(column, self.row(edge), Ink.IDEAL)
        if ahead is not None:
            for column in range(self.column(standing.today), self.width):
                self.dot(column, self.row(ahead.trend.value(self.day(column).toordinal())), Ink.AHEAD)
        self._values(standing)

    def _range(self, ahead: Forecast, today: date) -> None:
        line = ahead.trend
        for column in range(self.column(today) + 1, self.width):
            at = self.day(column).toordinal()
            rows = sorted(self.row(line.value(at, slope)) for slope in (line.lowest, line.highest))
            for row in range(max(rows[0], 0), min(rows[1], self.height - 1) + 1):
                self.dot(column, row, Ink.RANGE)

    def _values(self, standing: Standing) -> None:
        points = [(self.column(day), self.row(value)) for day, value in standing.series]
        for (from_column, from_row), (to_column, to_row) in pairwise(points):
            for column in range(from_column + 1, to_column):
                passed = (column - from_column) / (to_column - from_column)
                self.dot(column, round(from_row + passed * (to_row - from_row)), Ink.BETWEEN)
        for column, row in points:
            self.dot(column, row, Ink.VALUE)


def _lines(plot: _Plot, labels: Sequence[str], left: int, inks: Inks, standing: Standing) -> Iterator[Runs]:
    beside = dict(zip((0, (plot.height - 1) // 2, plot.height - 1), labels, strict=True))
    for at, cells in enumerate(plot.cells):
        label = beside.get(at, "")
        yield [(f"{' ' * (left - 1 - cell_len(label))}{label} {inks.side}", Ink.AXIS), *_runs(cells, inks)]
    yield [(" " * left + inks.corner + inks.floor * plot.width, Ink.AXIS)]
    yield [(" " * (left + 1) + _dates(plot, standing), Ink.AXIS)]


def _runs(cells: Sequence[Ink], inks: Inks) -> Iterator[tuple[str, Ink]]:
    start = 0
    for at in range(1, len(cells) + 1):
        if at == len(cells) or cells[at] is not cells[start]:
            yield inks.of(cells[start]) * (at - start), cells[start]
            start = at


def _dates(plot: _Plot, standing: Standing) -> str:
    """The first day, today and the last one, as far as they do not touch."""
    frame, line, today = plot.frame, " " * plot.width, standing.today
    last = _until(standing) if frame.last == today else short(frame.last, today)
    texts = ((frame.first, short(frame.first, today)), (frame.last, last), (today, _until(standing)))
    for day, text in texts:
        at = min(max(plot.column(day) - len(text) // 2, 0), plot.width - len(text))
        room = line[max(at - 1, 0) : at + len(text) + 1]
        if not room.strip():
            line = line[:at] + text + line[at + len(text) :]
    return line.rstrip()
