"""The frame of a chart: where a day and a value stand, and what is written beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from store.charts.scale import extent, named_days, ticks
from store.charts.svg import cut, line, words

WIDTH = 720.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 74.0, 24.0, 40.0, 30.0
_HEIGHT = 240.0
_LINE = 20.0
"""Height of a line of text below the chart."""
_TITLE = 58
"""Characters of the title; beside it is what the signs mean."""


@dataclass(frozen=True, slots=True)
class Plot:
    """Days from left to right, values from bottom to top."""

    first: date
    last: date
    marks: tuple[float, ...]
    """The values that are written beside it, ascending: it reaches from the first to the last."""

    @classmethod
    def over(cls, first: date, last: date, values: list[float], *, from_nought: bool = False) -> Plot:
        """A frame in which all the values have room."""
        return cls(first, max(first, last), tuple(ticks(*extent(values, from_nought=from_nought))))

    @property
    def left(self) -> float:
        """Where the frame begins, in pixels."""
        return _LEFT

    @property
    def right(self) -> float:
        """Where it ends."""
        return WIDTH - _RIGHT

    @property
    def top(self) -> float:
        """Its upper edge."""
        return _TOP

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return _TOP + _HEIGHT

    def x(self, day: date) -> float:
        """Where a day stands."""
        days = (self.last - self.first).days
        share = (day - self.first).days / days if days else 0.5
        return self.left + share * (self.right - self.left)

    def y(self, value: float) -> float:
        """Where a value stands; what is beyond the frame, at its edge."""
        low, high = self.marks[0], self.marks[-1]
        share = (min(max(value, low), high) - low) / (high - low) if high > low else 0.0
        return self.bottom - share * (self.bottom - self.top)

    def frame(self, title: str, shown: Callable[[float], str], *, days: bool = True) -> str:
        """Title, lines for the round values, and the days below."""
        drawn = [words(8, 20, cut(title, _TITLE), "c-name")]
        for mark in self.marks:
            y = self.y(mark)
            drawn.append(line(self.left, y, self.right, y, "c-grid"))
            drawn.append(words(self.left - 8, y + 4, shown(mark), anchor="end"))
        drawn.append(line(self.left, self.bottom, self.right, self.bottom, "c-axis"))
        for day, name in named_days(self.first, self.last) if days else ():
            x = self.x(day)
            drawn.append(line(x, self.bottom, x, self.bottom + 5, "c-axis"))
            drawn.append(words(x, self.bottom + 19, name, anchor="middle"))
        return "".join(drawn)

    def height(self, lines: int = 0) -> float:
        """Height of the whole chart with so many lines of text below it."""
        return self.bottom + _BOTTOM + lines * _LINE

    def below(self, at: int) -> float:
        """Where a line of text below the chart stands; 0 is the first one."""
        return self.bottom + _BOTTOM + at * _LINE + 12
