"""Lines and cards: how high each lane is, and which cards of a cell are in view. Pure arithmetic."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

MIN_COLUMN = 18
"""Cells that a column needs at least, with the line beside it."""
ROOMY_COLUMN, ROOMY_HEIGHT = 26, 35
"""From these cells across and lines down on, a card has more lines than one."""
WIDE_COLUMN = 50
"""From these cells across on a title has room on one line, and a card needs two instead of three."""
MIN_CARDS = 3
"""Cards that a lane shows at least before it is cut."""
LOWEST_ROOMY = 7
"""Lines of a board on which a card of three lines has room at all, with what stands around it."""
_HIGH = 16
"""Lines from which on a cell is scrolled by more than a card at a time."""


class Density(StrEnum):
    """How much room a card takes."""

    AUTO = "auto"
    """Two or three lines where columns are wide and the screen is high, else one."""
    COMPACT = "compact"
    """One line."""
    ROOMY = "roomy"
    """Three lines wherever that is possible."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each lane stands. A lane is one line of heading and then its cells, level in all columns."""

    viewport: int
    """Lines for lanes on the screen."""
    card: int
    """Lines per card."""
    heights: tuple[int, ...]
    """Lines of each lane, without its heading."""
    tops: tuple[int, ...]
    """Line where each lane begins, counted from the top of the whole board."""
    heading: int = 1
    """Lines of a lane's heading; 0 where there is one lane that needs none."""

    @property
    def total(self) -> int:
        """Lines of all lanes together."""
        return self.tops[-1] + self.heading + self.heights[-1] if self.tops else 0

    def lane_at(self, line: int) -> int:
        """Index of the lane that a line belongs to."""
        return max(0, bisect_right(self.tops, line) - 1)

    def capacity(self, lane: int, count: int) -> int:
        """How many cards of a cell with `count` cards are in view at once."""
        lines = self.heights[lane]
        # A cell that is cut gives its last line to the mark that says how many more there are.
        return count if count * self.card <= lines else max(1, (lines - 1) // self.card)

    def last_first(self, lane: int, count: int) -> int:
        """The largest scroll offset of a cell, in cards."""
        return max(0, count - self.capacity(lane, count))

    def scrolled(self, lane: int, count: int, first: int, row: int) -> int:
        """The scroll offset that brings a row into view, moved no more than needed."""
        capacity = self.capacity(lane, count)
        # In a high cell the view jumps on by a part of it: a held key must not redraw it card by card.
        jump = capacity // 4 if capacity * self.card >= _HIGH else 0
        if row < first:
            first = row - jump
        elif row >= first + capacity:
            first = row - capacity + 1 + jump
        return max(0, min(first, self.last_first(lane, count)))

    def revealed(self, top: int, lane: int, line: int, lines: int) -> int:
        """The board's scroll offset that shows these lines, and the whole lane if there is room for it.

        A lane that comes into view comes whole, so that a held key does not redraw the board line by line.
        """
        start, end = self.tops[lane], self.tops[lane] + self.heading + self.heights[lane]
        if line - self.heading < top:
            top = start if line + lines - start <= self.viewport else line
        elif line + lines > top + self.viewport:
            top = max(min(end - self.viewport, start), line + lines - self.viewport)
        return self.clamped(top)

    def clamped(self, top: int) -> int:
        """The nearest scroll offset of the board that exists."""
        return max(0, min(top, self.total - self.viewport))


def lay_out(most: Sequence[int | None], viewport: int, card: int, heading: int = 1) -> Layout:
    """The layout of lanes.

    Args:
        most: For each lane, the number of cards in its fullest cell; `None`: it is folded.
        viewport: Lines for lanes on the screen.
        card: Lines per card.
        heading: Lines of a lane's heading.
    """
    if len(most) == 1 and most[0] is not None:
        heights = [max(viewport - heading, 1)]
    else:
        heights = _heights(most, viewport, card)
    tops = accumulate((height + heading for height in heights[:-1]), initial=0)
    return Layout(viewport, card, tuple(heights), tuple(tops) if heights else (), heading)


def _heights(most: Sequence[int | None], viewport: int, card: int) -> list[int]:
    wanted = [0 if count is None else max(1, count * card) for count in most]
    cards = max(MIN_CARDS, (viewport // 3 - 2) // card)
    heights = [min(want, cards * card + 1) for want in wanted]
    spare = viewport - sum(heights) - len(heights)
    while spare >= card:
        cut = [lane for lane, want in enumerate(wanted) if heights[lane] < want]
        if not cut:
            break
        for lane in cut:
            more = min(card, wanted[lane] - heights[lane], spare)
            heights[lane] += more
            spare -= more
    return heights


def columns_that_fit(width: int, columns: int) -> int:
    """How many of the columns stand side by side in this many cells."""
    return max(1, min(columns, width // MIN_COLUMN))


def lines_per_card(width: int, height: int, density: Density = Density.AUTO) -> int:
    """One, two or three.

    Args:
        width: Cells of one column.
        height: Lines of the whole board.
        density: What the person wishes.
    """
    if density is Density.AUTO:
        if width < ROOMY_COLUMN or height < ROOMY_HEIGHT:
            return 1
        return 2 if width >= WIDE_COLUMN else 3
    return 3 if density is Density.ROOMY and height >= LOWEST_ROOMY else 1
