"""From rows to strips, remembered while nothing that they show has changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.strip import Strip

from store.models import Column, Raw, Settings, Task
from store.team import Team
from widgets.board.card_face import Styles, face
from widgets.board.rows import CardLine, ColumnHead, LaneHead, More, Row, Vacant
from widgets.cells import cut, fit
from widgets.lean_strip import LeanStrip
from widgets.signs import Signs

_CACHE = 2048
"""Cards and lines kept; several screenfuls of the largest terminal."""
_Context = tuple[date, object, Settings, tuple[Column, ...], int]


class Painter:
    """Draws rows for one theme and one set of signs."""

    def __init__(self, styles: Styles, signs: Signs) -> None:
        self.styles, self.signs = styles, signs
        self._team = Team()
        self._today = date.min
        self._lines = 1
        self._moved: Mapping[int, str] = {}
        self._context: _Context | None = None
        self._faces: LRUCache[tuple[int, bool, int], tuple[Raw, tuple[int, ...], str, list[Strip]]]
        self._faces = LRUCache(_CACHE)
        self._others: LRUCache[tuple[Row, int], Strip] = LRUCache(_CACHE)

    def look_at(self, team: Team, today: date, lines: int, moved: Mapping[int, str]) -> None:
        """What is drawn from now on; cards stay remembered unless what all of them show has changed."""
        self._team, self._today, self._lines, self._moved = team, today, lines, moved
        context = today, team.members, team.settings, team.columns, lines
        old, self._context = self._context, context
        if (
            old is None
            or any(a is not b for a, b in zip(old[1:], context[1:], strict=True))
            or old[0] != today
        ):
            self._faces.clear()

    def strip(self, row: Row, width: int) -> Strip:
        """One line of the board; the same object as long as it looks the same."""
        if isinstance(row, CardLine):
            return self._card(row, width)
        strip = self._others.get((row, width))
        if strip is None:
            strip = self._others[row, width] = self._other(row, width)
        return strip

    # --- cards -------------------------------------------------------------------------------------------

    def _card(self, row: CardLine, width: int) -> Strip:
        key = row.task, row.selected, width
        raw = self._team.tables["tasks"][row.task]
        comments = self._team.index.comments.get(row.task, ())
        moved = self._moved.get(row.task, "")
        known = self._faces.get(key)
        if known is None or known[0] is not raw or known[1] is not comments or known[2] != moved:
            known = self._faces[key] = raw, comments, moved, self._face(row, width, moved)
        return known[3][row.line]

    def _face(self, row: CardLine, width: int, moved: str) -> list[Strip]:
        task = self._team.find(Task, row.task) or Task(id=row.task, title="(cannot be read)", column=0)
        look = self._lines, row.selected, self.styles, self.signs
        return face(task, self._team, self._today, width, *look, moved)

    # --- everything else ---------------------------------------------------------------------------------

    def _other(self, row: Row, width: int) -> Strip:
        if isinstance(row, ColumnHead):
            return self._column_head(row, width)
        if isinstance(row, LaneHead):
            return self._lane_head(row, width)
        if isinstance(row, More):
            return self._more(row, width)
        if isinstance(row, Vacant):
            sign = Segment(self.signs.cursor, self.styles["cursor-sign"])
            text = fit(" " + row.hint, width - 1, self.signs.ellipsis)
            return LeanStrip([sign, Segment(text, self.styles["vacant"])], width)
        return LeanStrip([Segment(" " * width, self.styles["title"])], width)

    def _column_head(self, row: ColumnHead, width: int) -> Strip:
        signs, styles = self.signs, self.styles
        before = f"{signs.left}{row.hidden_left} " if row.hidden_left else " "
        after = f" {row.hidden_right}{signs.right}" if row.hidden_right else " "
        is_over = row.limit is not None and row.count > row.limit
        count = f" {row.count}" + (f"/{row.limit}" if row.limit else "") + (signs.over if is_over else "")
        room = width - cell_len(before + after + count)
        kind = f" {row.kind.value}" if room >= cell_len(row.name) + 2 + len(row.kind.value) + 4 else ""
        name = fit(f"{signs.kinds[row.kind]} {row.name}", room - len(kind), signs.ellipsis)
        return _line(
            width,
            (before, styles["head-side"]),
            (name, styles["head"]),
            (kind, styles["head-side"]),
            (count, styles["head-over" if is_over else "head-side"]),
            (after, styles["head-side"]),
        )

    def _lane_head(self, row: LaneHead, width: int) -> Strip:
        signs, styles = self.signs, self.styles
        count = f" {row.count} " if row.count else signs.rule
        rule = styles["rule"]
        if not row.name:
            line = signs.rule * (width - len(count))
            return _line(width, (line, rule), (count, styles["lane-count"] if row.count else rule))
        is_over = row.limit is not None and row.load > row.limit
        load = f" {row.load}/{row.limit}{signs.over if is_over else ''}" if row.limit else ""
        room = width - len(count) - len(load) - 3
        name = cut(f"{signs.colours[row.colour]} {row.name}", room, signs.ellipsis)
        line = " " + signs.rule * (width - 2 - cell_len(name) - len(load) - len(count))
        return _line(
            width,
            (" " + name, styles[f"lane-{row.colour}"]),
            (load, styles["lane-over" if is_over else "lane-count"]),
            (line, rule),
            (count, styles["lane-count"] if row.count else rule),
        )

    def _more(self, row: More, width: int) -> Strip:
        above = f"{self.signs.above} {row.above} " if row.above else ""
        below = f"{self.signs.below} {row.below} " if row.below else ""
        return _line(width, (fit(f"  {above}{below}more", width, self.signs.ellipsis), self.styles["more"]))


def _line(width: int, *runs: tuple[str, Style]) -> Strip:
    strip = LeanStrip([Segment(text, style) for text, style in runs if text])
    if strip.cell_length == width:
        return strip
    return LeanStrip(strip.adjust_cell_length(width, runs[-1][1]), width)
