"""Cells with signs, between an axis of numbers and one of dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby

from rich.cells import cell_len
from textual.content import Content

from widgets.signs import ASCII, Signs
from widgets.words import day as short

Cell = tuple[str, str]
"""A sign, one cell wide, and its style: only in addition to the sign."""
_LEAST_WIDTH, _LEAST_HEIGHT = 20, 4
"""Cells below which nothing can be read."""


class Canvas:
    """A plot of days and amounts; the first row is at the top."""

    def __init__(self, since: date, until: date, top: float, width: int, height: int, labels: int) -> None:
        """`width` by `height` cells with the axes, of which `labels` are for the numbers on the left."""
        self.since = since
        self._days = max(1, (until - since).days)
        self._top = top
        self._labels = labels
        self.width, self.height = width - labels - 1, height - 2
        self._cells: list[list[Cell]] = [[(" ", "")] * max(0, self.width) for _ in range(max(0, self.height))]

    @property
    def is_readable(self) -> bool:
        """Whether there is room enough."""
        return self.width >= _LEAST_WIDTH and self.height >= _LEAST_HEIGHT

    def column(self, day: date) -> int:
        """The column of a day."""
        return round((day - self.since).days / self._days * (self.width - 1))

    def day(self, column: int) -> date:
        """The day of a column."""
        return self.since + timedelta(days=round(column / max(1, self.width - 1) * self._days))

    def row(self, value: float) -> int:
        """The row of an amount from 0 on; beyond the top it is above the first one."""
        return round((1 - value / self._top) * (self.height - 1))

    def put(self, column: int, row: int, sign: str, style: str = "") -> None:
        """Draw one cell, where it is one."""
        if 0 <= row < self.height and 0 <= column < self.width:
            self._cells[row][column] = (sign, style)

    def across(self, row: int, sign: str, style: str = "") -> None:
        """Draw a line from left to right."""
        for column in range(self.width):
            self.put(column, row, sign, style)

    def lines(self, beside: Mapping[int, str], signs: Signs, today: date) -> Iterator[Content]:
        """The plot with the numbers beside some of its rows, and dates below."""
        side, corner, floor = ("|", "+", "-") if signs is ASCII else ("│", "└", "─")
        for at, cells in enumerate(self._cells):
            label = beside.get(at, "")
            runs = ("".join(sign for sign, _ in run) for run in self._runs(cells))
            styles = (next(iter(run))[1] for run in self._runs(cells))
            head = f"{' ' * (self._labels - cell_len(label))}{label}{side}"
            yield Content.assemble((head, "dim"), *zip(runs, styles, strict=True))
        yield Content.assemble((" " * self._labels + corner + floor * self.width, "dim"))
        yield Content.assemble((" " * (self._labels + 1) + self._dates(today), "dim"))

    @staticmethod
    def _runs(cells: list[Cell]) -> Iterator[list[Cell]]:
        for _, run in groupby(cells, key=lambda cell: cell[1]):
            yield list(run)

    def _dates(self, today: date) -> str:
        """As many days as do not touch, the last and the first one among them."""
        line, step = " " * self.width, max(10, self.width // 6)
        for column in (self.width - 1, 0, *range(step, self.width - step, step)):
            text = short(self.day(column), today)
            at = min(max(column - len(text) // 2, 0), self.width - len(text))
            if not line[max(at - 2, 0) : at + len(text) + 2].strip():
                line = line[:at] + text + line[at + len(text) :]
        return line.rstrip()
