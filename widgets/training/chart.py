"""Columns over time, drawn with characters alone: each with its number where there is room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from widgets.signs import ASCII, Signs

_LEAST_HEIGHT, _LEAST_WIDTH = 3, 2
"""Lines of the plot, and cells of a column, below which nothing can be read."""
_WIDEST = 8
_EIGHTHS = " ▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class Bar:
    """One column."""

    label: str
    """Stands below it."""
    value: float | None
    """At least 0; `None`: nothing is known."""


def columns(
    bars: Sequence[Bar],
    width: int,
    height: int,
    signs: Signs,
    text: Callable[[float], str],
    top: float | None = None,
) -> list[str]:
    """The chart in at most `width` by `height` cells; empty where there is no room or nothing to see.

    Args:
        bars: From left to right; where there is not room for all, the last ones.
        width: Cells for all of it, the axis' numbers included.
        height: Lines for all of it, the labels included.
        signs: What it is drawn with.
        text: How a value is written.
        top: The value that the highest line stands for; `None`: the highest of them.
    """
    known = [bar.value for bar in bars if bar.value is not None]
    rows = height - 2
    if not known or rows < _LEAST_HEIGHT:
        return []
    high = top or max(known) or 1.0
    edge = max(cell_len(text(high)), cell_len(text(0.0)))
    each = _width(len(bars), width - edge - 1)
    if not each:
        return []
    shown = bars[-((width - edge - 1) // each) :]
    plot = [_column(bar, high, rows, each, signs, text) for bar in shown]
    side = "|" if signs is ASCII else "│"
    lines = []
    for y in range(rows):
        label = text(high) if y == 0 else text(0.0) if y == rows - 1 else ""
        lines.append(f"{label:>{edge}}{side}" + "".join(column[y] for column in plot).rstrip())
    corner, floor = ("+", "-") if signs is ASCII else ("└", "─")
    lines.append(" " * edge + corner + floor * (each * len(shown)))
    lines.append(" " * (edge + 1) + _labels([bar.label for bar in shown], each))
    return lines


def has_numbers(bars: Sequence[Bar], width: int, text: Callable[[float], str], top: float) -> bool:
    """Whether there is room for the number of each of them above it."""
    widest = max((cell_len(text(bar.value)) for bar in bars if bar.value is not None), default=0)
    edge = max(cell_len(text(top)), widest)
    return widest < _width(len(bars), width - edge - 1)


def _width(count: int, room: int) -> int:
    """Cells of a column; 0: there is no room for one."""
    return min(_WIDEST, max(_LEAST_WIDTH, room // count)) if room >= _LEAST_WIDTH else 0


def _column(
    bar: Bar, high: float, rows: int, width: int, signs: Signs, text: Callable[[float], str]
) -> list[str]:
    """One column from top to bottom, each line as wide as there is room for it."""
    if bar.value is None:
        unknown = "?" if signs is ASCII else "·"
        return [" " * width] * (rows - 1) + [f" {unknown}".ljust(width)]
    body = max(1, width - 1)
    # The number stands above it, so that the highest one leaves a line.
    eighths = round(min(1.0, bar.value / high) * (rows - 1) * 8)
    cells = [_cell(eighths - 8 * (rows - 1 - y), signs) * body for y in range(rows)]
    said, over = text(bar.value), rows - 1 - (eighths + 7) // 8
    if bar.value and cell_len(said) < width and over >= 0:
        cells[over] = f"{said:^{body}}"
    return [cell.ljust(width) for cell in cells]


def _cell(eighths: int, signs: Signs) -> str:
    full = max(0, min(8, eighths))
    if signs is ASCII:
        return "#" if full >= 4 else " "
    return _EIGHTHS[full]


def _labels(labels: Sequence[str], each: int) -> str:
    """As many as do not touch, the last one among them."""
    widest = max(map(cell_len, labels), default=0) + 1
    step = -(-widest // each)
    line = ""
    for at, label in enumerate(labels):
        if (len(labels) - 1 - at) % step == 0 and cell_len(line) <= at * each:
            line = line.ljust(at * each) + label
    return line
