"""From rows to strips, remembered while nothing that they show has changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rich.segment import Segment
from textual.cache import LRUCache
from textual.strip import Strip

from store.models import Column, Raw, Settings, Task
from store.playbooks.freezing import NOTHING, Frozen, in_force
from store.team import Team
from widgets.board.card_face import Styles, face
from widgets.board.draft_face import draft_line
from widgets.board.heads import column_head, lane_head, more, vacant
from widgets.board.marks import NO_COLOURS
from widgets.board.rows import CardLine, ColumnHead, DraftLine, LaneHead, Look, More, Row, Vacant
from widgets.lean_strip import LeanStrip
from widgets.signs import Signs

NOBODY_MOVED: Mapping[int, str] = {}
_CACHE = 2048
"""Cards and lines kept; several screenfuls of the largest terminal."""
_Context = tuple[date, object, Settings, tuple[Column, ...], int, Mapping[str, str], Frozen]


class Painter:
    """Draws rows for one theme and one set of signs."""

    def __init__(self, styles: Styles, signs: Signs) -> None:
        self.styles, self.signs = styles, signs
        self._team = Team()
        self._today = date.min
        self._lines = 1
        self._tag_colours = NO_COLOURS
        self._moved: Mapping[int, str] = {}
        self._frozen = NOTHING
        self._context: _Context | None = None
        self._faces: LRUCache[tuple[int, Look, int], tuple[Raw, tuple[int, ...], str, list[Strip]]]
        self._faces = LRUCache(_CACHE)
        self._others: LRUCache[tuple[Row, int], Strip] = LRUCache(_CACHE)

    def look_at(
        self,
        team: Team,
        today: date,
        lines: int,
        tag_colours: Mapping[str, str] = NO_COLOURS,
        moved: Mapping[int, str] = NOBODY_MOVED,
    ) -> None:
        """What is drawn from now on; cards stay remembered unless what all of them show has changed."""
        self._team, self._today, self._lines, self._tag_colours = team, today, lines, tag_colours
        self._moved = moved
        self._frozen = in_force(team, today)
        context = today, team.members, team.settings, team.columns, lines, tag_colours, self._frozen
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
        key = row.task, row.look, width
        raw = self._team.tables.get("tasks", {}).get(row.task)
        if raw is None:
            return self._nothing(width)
        comments = self._team.index.comments.get(row.task, ())
        moved = self._moved.get(row.task, "")
        known = self._faces.get(key)
        if known is None or known[0] is not raw or known[1] is not comments or known[2] != moved:
            known = self._faces[key] = raw, comments, moved, self._face(row, width, moved)
        lines = known[3]
        return lines[row.line] if row.line < len(lines) else self._nothing(width)

    def _nothing(self, width: int) -> Strip:
        """For a column that is being taken away: its rows may be of cards that were higher, or have gone."""
        return Strip.blank(width, self.styles["title"])

    def _face(self, row: CardLine, width: int, moved: str) -> list[Strip]:
        task = self._team.find(Task, row.task) or Task(id=row.task, title="(cannot be read)", column=0)
        return face(
            task,
            self._team,
            self._today,
            width,
            self._lines,
            row.look,
            self.styles,
            self.signs,
            self._tag_colours,
            moved,
            self._frozen,
        )

    def _other(self, row: Row, width: int) -> Strip:
        styles, signs = self.styles, self.signs
        if isinstance(row, ColumnHead):
            return column_head(row, width, styles, signs)
        if isinstance(row, LaneHead):
            return lane_head(row, width, styles, signs)
        if isinstance(row, More):
            return more(row, width, styles, signs)
        if isinstance(row, Vacant):
            return vacant(row, width, styles, signs)
        if isinstance(row, DraftLine):
            return draft_line(row, width, styles, signs)
        return LeanStrip([Segment(" " * width, styles["title"])], width)
