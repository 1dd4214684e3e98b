"""How a goal's line is laid out: one line on every terminal, with more beside the bar the wider it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from widgets.cells import cut, fit
from widgets.goals.bar import bar
from widgets.goals.row import GoalRow
from widgets.goals.signs import GoalSigns, goal_signs
from widgets.goals.spark import spark
from widgets.signs import Signs

GAP = " "
SMART = "SMART"
_INDENT = 2
_EDGE = 3
"""Cells for the cursor, the sign and the mark that a check-in is owed."""
_PERCENT, _LEAST_BAR, _WIDEST_BAR, _LEAST_TITLE, _GOOD_TITLE = 4, 8, 28, 12, 24
_MORE: Mapping[str, int] = {"word": 9, "due": 10, "owner": 4, "trend": 8, SMART: 5}
"""Cells of what is shown beside title, bar and percentage while the title keeps enough, in this order."""
_LEAST_OUTLOOK, _WIDEST_OUTLOOK = 36, 84

Look = Callable[[str], Style]
"""The style of a part: `head`, `cursor`, `quiet`, a colour, `rest`, `today`, `plain`."""


@dataclass(frozen=True)
class Widths:
    """Cells of each part of a line."""

    title: int
    bar: int
    more: tuple[str, ...]
    """The parts of `_MORE` that are shown."""
    outlook: int
    """0: it is not shown."""


def widths(width: int, longest: int) -> Widths:
    """What fits on a line, for titles of which the longest has so many cells, its indent included."""
    bar_cells = min(max(width // 6, _LEAST_BAR), _WIDEST_BAR)
    room = width - _EDGE - (bar_cells + 1) - (_PERCENT + 1) - 1
    wanted = min(longest, _GOOD_TITLE)
    more = []
    for name, cells in _MORE.items():
        if room - cells - 1 < max(wanted, _LEAST_TITLE):
            break
        more.append(name)
        room -= cells + 1
    title = max(min(longest, room), 1)
    spare = room - title - 1
    outlook = min(spare, _WIDEST_OUTLOOK) if spare >= _LEAST_OUTLOOK and len(more) == len(_MORE) else 0
    if not outlook:
        # Half of what is too little for anything makes the bar finer, the rest stays behind the title.
        finer = min(max(spare, 0) // 2, _WIDEST_BAR - bar_cells)
        return Widths(room - finer, bar_cells + finer, tuple(more), 0)
    return Widths(room - outlook - 1, bar_cells, tuple(more), outlook)


def titled(title: str, depth: int) -> int:
    """Cells of a title with its indent."""
    return depth * _INDENT + cell_len(title)


def head(sizes: Widths) -> str:
    """The headings."""
    names = {"word": "Pace", "due": "Due", "owner": "Who", "trend": "Trend", SMART: SMART}
    parts = [fit("Goal", sizes.title), fit("Progress", sizes.bar), " " * _PERCENT]
    parts += [fit(names[name], _MORE[name]) for name in sizes.more]
    return " " * _EDGE + GAP.join([*parts, *(["Outlook"] if sizes.outlook else [])])


class RowFace:
    """Draws rows with one set of signs and looks."""

    def __init__(self, signs: Signs, look: Look) -> None:
        self._signs, self._look = signs, look
        self._goals: GoalSigns = goal_signs(signs)

    def segments(self, row: GoalRow, sizes: Widths, *, has_cursor: bool) -> list[Segment]:
        """One line, from left to right."""
        plain = self._look("cursor" if has_cursor else "quiet" if row.is_quiet else "plain")
        telling = plain if has_cursor else self._look(row.colour)
        cursor = self._signs.cursor if has_cursor else " "
        owed = self._goals.owed if row.is_owed else " "
        title = " " * min(row.depth * _INDENT, sizes.title // 2) + row.title
        return [
            Segment(cursor, plain),
            Segment(self._goals.marks[row.mark] + owed, telling),
            Segment(fit(title, sizes.title, self._signs.ellipsis) + GAP, plain),
            *self._bar(row, sizes.bar, plain if has_cursor else None),
            Segment(f"{GAP}{row.percent:>{_PERCENT}}", plain),
            *self._more(row, sizes, plain, telling),
            *self._outlook(row, sizes, plain if has_cursor else self._look("quiet")),
        ]

    def _bar(self, row: GoalRow, width: int, cursor: Style | None) -> Iterator[Segment]:
        for text, part in bar(width, self._goals, row.share, row.expected, row.at_due):
            colour = row.colour if part in ("done", "lost", "ahead") else part.value
            yield Segment(text, cursor or self._look(colour))

    def _more(self, row: GoalRow, sizes: Widths, plain: Style, telling: Style) -> Iterator[Segment]:
        overdue = f"{self._signs.overdue} " if row.is_overdue else ""
        texts = {
            "word": row.word,
            "due": overdue + row.due,
            "owner": row.owner,
            "trend": spark(row.values, _MORE["trend"], self._goals.levels),
            SMART: self.letters(row),
        }
        for name in sizes.more:
            look = telling if name == "word" or (name == "due" and row.is_overdue) else plain
            yield Segment(GAP + fit(texts[name], _MORE[name], self._signs.ellipsis), look)

    def letters(self, row: GoalRow) -> str:
        """The letters of SMART that are met, and a dot for each other one."""
        return "".join(
            letter if is_met else self._goals.unmet for letter, is_met in zip(SMART, row.letters, strict=True)
        )

    def _outlook(self, row: GoalRow, sizes: Widths, look: Style) -> Iterator[Segment]:
        if sizes.outlook:
            yield Segment(GAP + cut(row.outlook, sizes.outlook, self._signs.ellipsis), look)
