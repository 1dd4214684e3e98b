"""Lists of keys as the help shows them: below each other, or in two columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.style import Style

from widgets.cells import fit, paragraphs

_BOLD = Style(bold=True)
_GAP = 2
"""Cells between columns."""
Row = tuple[str, str]
"""Keys or a sign, and what they are for."""
_Line = Sequence[Segment]


class KeyLists:
    """Some sentences, and lists with a title each.

    Laid out once for each width: Rich's tables would take a tenth of a second, and Textual asks several times
    before anybody sees something.
    """

    def __init__(self, intro: str, lists: Sequence[tuple[str, Sequence[Row]]], *, wide: bool) -> None:
        self._intro = intro
        self._lists = lists
        self._wide = wide
        self._known: dict[int, list[Segment]] = {}

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = options.max_width
        if width not in self._known:
            end = Segment.line()
            self._known[width] = [part for line in self._lines(width) for part in (*line, end)]
        return self._known[width]

    def _lines(self, width: int) -> Iterator[_Line]:
        if self._intro:
            yield from ([Segment(line)] for line in [*paragraphs(self._intro, width), ""])
        if not self._wide:
            yield from _below_each_other(self._lists, width)
            return
        beside = (width + 1) // 2
        left, right = _halves(self._lists)
        for one, other in zip_longest(
            _below_each_other(left, beside - _GAP), _below_each_other(right, width - beside), fillvalue=()
        ):
            used = sum(part.cell_length for part in one)
            yield [*one, Segment(" " * (beside - used)), *other]


def _halves(lists: Sequence[tuple[str, Sequence[Row]]]) -> tuple[list[tuple[str, Sequence[Row]]], ...]:
    """Two columns, about equally long: one reads down the left one first."""
    half = sum(len(rows) + 2 for _, rows in lists) / 2
    sides: tuple[list[tuple[str, Sequence[Row]]], ...] = ([], [])
    height = 0
    for title, rows in lists:
        sides[height >= half].append((title, rows))
        height += len(rows) + 2
    return sides


def _below_each_other(lists: Sequence[tuple[str, Sequence[Row]]], width: int) -> Iterator[_Line]:
    for title, rows in lists:
        yield from ([Segment(line, _BOLD)] for line in paragraphs(title, width))
        first = max(cell_len(keys) for keys, _ in rows) + _GAP
        for keys, meaning in rows:
            lines = paragraphs(meaning, max(1, width - first - _GAP))
            yield [Segment(fit(keys, first), _BOLD), Segment(lines[0])]
            yield from ([Segment(" " * first), Segment(line)] for line in lines[1:])
        yield []
