"""A progress bar that shows three things at once: what is done, where it should be, where it will be."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby

from widgets.goals.signs import GoalSigns


class Part(StrEnum):
    """What a cell of the bar says."""

    DONE = "done"
    LOST = "lost"
    """Done, but gone by the due date if it goes on like this."""
    AHEAD = "ahead"
    """Not done; by the due date it will be."""
    REST = "rest"
    TODAY = "today"
    """Where it should be today."""


def bar(
    width: int, signs: GoalSigns, share: float | None, expected: float | None = None, due: float | None = None
) -> list[tuple[str, Part]]:
    """The bar in exactly `width` cells, as runs of one kind.

    Args:
        width: Cells, 1 at least.
        signs: What it is drawn with.
        share: What is done, of 1.0; what is beyond the ends is held at them. `None`: not known.
        expected: What should be done today, of 1.0; `None`: nobody can say.
        due: What will be done on the due date, of 1.0; `None`: nobody can say.
    """
    cells = list(_cells(width, signs, _held(share), None if due is None else _held(due)))
    if expected is not None:
        cells[min(int(_held(expected) * width), width - 1)] = signs.today, Part.TODAY
    runs = groupby(cells, key=lambda cell: cell[1])
    return [("".join(sign for sign, _ in run), part) for part, run in runs]


def _cells(width: int, signs: GoalSigns, share: float, due: float | None) -> Iterator[tuple[str, Part]]:
    full = share * width
    kept = full if due is None else due * width
    for at in range(width):
        if at + 1 <= full:
            is_lost = at + 0.5 >= kept
            yield (signs.lost, Part.LOST) if is_lost else (signs.done, Part.DONE)
        elif (started := _part(full - at, signs.parts)) and at < full:
            yield started, Part.DONE
        elif due is not None and at + 0.5 <= kept:
            yield signs.ahead, Part.AHEAD
        else:
            yield signs.rest, Part.REST


def _part(filled: float, parts: str) -> str:
    """The sign of a cell that is begun; empty where it looks like none."""
    step = int(filled * (len(parts) + 1))
    return parts[step - 1] if parts and step > 0 else ""


def _held(share: float | None) -> float:
    return min(max(share or 0.0, 0.0), 1.0)
