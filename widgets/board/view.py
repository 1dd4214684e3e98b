"""The kanban board, as whoever puts it up sees it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from store.index import Cell
from store.models import Task
from store.team import Team
from widgets.board import messages, reading
from widgets.board.grouping import Grouping, LaneKey
from widgets.board.layout import Density
from widgets.board.marks import NO_COLOURS
from widgets.board.mouse import BoardUnderMouse
from widgets.board.palette import CSS


class BoardView(BoardUnderMouse):
    """Columns are steps of work, lanes are roles or what else cards can be grouped by.

    The cursor is on a card, in an empty cell, or on a folded lane. The board binds no keys: the screen calls
    its actions from the one key table. No action changes focus, layout or display.
    """

    DEFAULT_CSS = CSS

    CursorMoved = messages.CursorMoved
    Opened = messages.Opened
    FoldingChanged = messages.FoldingChanged
    SelectionChanged = messages.SelectionChanged
    Dropped = messages.Dropped

    # --- what it shows -----------------------------------------------------------------------------------

    @property
    def cursor_task(self) -> int | None:
        """The number of the card under the cursor; `None` in an empty cell and on a folded lane."""
        return self._scene.task

    @property
    def cursor_column(self) -> int:
        """Number of the cursor's column; 0 while the team has none."""
        return self._scene.cell[0]

    @property
    def cursor_lane(self) -> LaneKey:
        """The cursor's lane."""
        return self._scene.lane

    @property
    def lane_name(self) -> str:
        """What the cursor's lane is called; empty where all cards stand together."""
        return self._scene.lane_name

    @property
    def cursor_cell(self) -> Cell:
        """Numbers of the cursor's column and role, 0 for none.

        Where lanes are not roles, the role is that of the card under the cursor.
        """
        column, lane = self._scene.cell
        if self.grouping is Grouping.ROLE:
            return column, lane
        task = self._scene.team.find(Task, self.cursor_task or 0)
        return column, (task.role or 0) if task is not None else 0

    @property
    def only_lane(self) -> LaneKey | None:
        """The one lane that is shown; `None`: all."""
        return None if self._scene.only is None else self._scene.key(self._scene.only)

    def onward(self) -> Iterator[int]:
        """Numbers of the cards in view, as one reads the board, from behind the cursor round to it."""
        return reading.onward(self._scene.grid, self._scene.place)

    def beside(self, offset: int) -> int | None:
        """The card so many rows below the cursor in its cell, negative: above; `None`: there is none."""
        scene = self._scene
        cards = scene.grid.cards(scene.place.column, scene.place.lane) if scene.grid.columns else ()
        row = scene.place.row + offset
        return cards[row][1] if 0 <= row < len(cards) else None

    def column_downward(self) -> list[int]:
        """Numbers of the cards in the cursor's column that are in view, from the top."""
        return reading.down(self._scene.grid, self._scene.place)

    @property
    def grouping(self) -> Grouping:
        """What the lanes stand for."""
        return self._scene.grouping

    @property
    def density(self) -> Density:
        """How much room a card takes."""
        return self._scene.density

    def update(
        self,
        team: Team,
        today: date,
        changed: frozenset[int] | None = None,
        follow: bool = True,
        tag_colours: Mapping[str, str] = NO_COLOURS,
        moved: Mapping[int, str] | None = None,
    ) -> None:
        """Show another snapshot.

        Args:
            team: The snapshot.
            today: The day it is for the team.
            changed: Tasks that differ from the last snapshot; `None`: any.
            follow: Whether the cursor goes with its card into another cell; otherwise it stays in its row, on
                the card that moved up.
            tag_colours: Tag to the name of its colour.
            moved: Cards that others have just moved, and the initials of who did; `None`: as before.
        """
        self._is_loading = False
        self._tag_colours = tag_colours
        self._moved = self._moved if moved is None else moved
        self._scene.update(team, today, changed, follow)
        self._fit_columns()
        self._paint()

    def mark_moved(self, moved: Mapping[int, str]) -> None:
        """Show on these cards who has just moved them, and on no others."""
        self._moved = moved
        self._paint()

    def show_only(self, ids: frozenset[int] | None) -> None:
        """Show these cards only; `None`: all."""
        self._scene.show_only(ids)
        self._paint()

    def show_lane(self, key: LaneKey | None) -> None:
        """Show one lane only; `None`, or one that is not there: all."""
        self._scene.show_lane(None if key is None else self._scene.number(key))
        self._paint()

    def group_by(self, grouping: Grouping) -> None:
        """Sort the cards into other lanes; the cursor stays on its card."""
        self._scene.group_by(grouping)
        self._paint()

    def set_density(self, density: Density) -> None:
        """Give cards more room, or less."""
        self._scene.set_density(density)
        self._paint()

    def select_task(self, id: int) -> bool:
        """Put the cursor on a card; `False` when it is not on the board."""
        found = self._scene.select(id)
        self._paint()
        return found

    def renumber(self, old_id: int, new_id: int) -> None:
        """A new card has got its real number; to be called before the snapshot that has it, or after."""
        self._scene.renumber(old_id, new_id)

    # --- folding -----------------------------------------------------------------------------------------

    @property
    def folded(self) -> frozenset[LaneKey]:
        """The lanes that the person has folded, of every grouping."""
        return self._scene.folding.kept

    def set_folded(self, folded: frozenset[LaneKey]) -> None:
        """Fold these lanes and no others, as they were kept; nothing is told."""
        self._told_folded = folded
        self._scene.set_folded(folded)
        self._paint()

    def fold(self, key: LaneKey | None = None) -> None:
        """Fold a lane, or open it again; `None`: the cursor's."""
        self._scene.fold(key)
        self._paint()

    @property
    def all_folded(self) -> bool:
        """Whether every lane there is is folded."""
        return self._scene.all_folded

    def fold_all(self, fold: bool) -> None:
        """Fold all lanes that there are, or open them."""
        self._scene.fold_all(fold)
        self._paint()

    # --- selection ---------------------------------------------------------------------------------------

    @property
    def selected(self) -> frozenset[int]:
        """Numbers of the cards that the next command is for; those that a filter hides are among them."""
        return self._scene.selection.tasks

    @property
    def selected_in_order(self) -> tuple[int, ...]:
        """The same as they stand on the board, column by column and from top to bottom."""
        return self._scene.in_order(self.selected)

    def toggle_selected(self) -> None:
        """Take the card under the cursor into the selection, or out of it, and go on to the next."""
        self._scene.toggle_selected()
        self._paint()

    def select_cell(self) -> None:
        """Take all cards of the cell into the selection; when they are in, out of it."""
        self._scene.select_cell()
        self._paint()

    def clear_selection(self) -> None:
        """Select nothing."""
        self._scene.selection.clear()
        self._paint()

    # --- writing a card ----------------------------------------------------------------------------------

    @property
    def draft_place(self) -> tuple[int, LaneKey, int | None]:
        """Where a new card would stand: its column, its lane, and the card above it (`None`: on top)."""
        return self._scene.draft_place

    @property
    def draft_line(self) -> int | None:
        """The line of the board that a new card is being written on; `None`: none is in view."""
        return next(
            (line for line in (column.draft_line for column in self._columns) if line is not None), None
        )

    def begin_draft(self) -> None:
        """Make room for a new card under the one under the cursor."""
        self._scene.begin_draft()
        self._paint()

    def show_draft(self, text: str, cursor: int) -> None:
        """Show what is written so far.

        Args:
            text: All of it.
            cursor: Index of the character that the cursor is on; the text's length: behind it.
        """
        self._scene.show_draft(text, cursor)
        self._paint()

    def end_draft(self) -> None:
        """Close the gap again; the cursor is where it was."""
        self._scene.end_draft()
        self._paint()

    # --- actions -----------------------------------------------------------------------------------------

    def action_cursor_left(self) -> None:
        """Move to the column on the left."""
        self._scene.sideways(-1)
        self._paint()

    def action_cursor_right(self) -> None:
        """Move to the column on the right."""
        self._scene.sideways(1)
        self._paint()

    def action_cursor_up(self) -> None:
        """Move to the card above."""
        self._scene.vertical(-1)
        self._paint()

    def action_cursor_down(self) -> None:
        """Move to the card below."""
        self._scene.vertical(1)
        self._paint()

    def action_cursor_home(self) -> None:
        """Move to the first card of the cell; again: of the column."""
        self._scene.edge(down=False)
        self._paint()

    def action_cursor_end(self) -> None:
        """Move to the last card of the cell; again: of the column."""
        self._scene.edge(down=True)
        self._paint()

    def action_page_up(self) -> None:
        """Move up by as many cards as the cell shows."""
        self._scene.page(-1)
        self._paint()

    def action_page_down(self) -> None:
        """Move down by as many cards as the cell shows."""
        self._scene.page(1)
        self._paint()

    def action_next_lane(self) -> None:
        """Show the cursor's lane alone, then the next one."""
        self._scene.walk_lanes(1)
        self._paint()

    def action_previous_lane(self) -> None:
        """Show the cursor's lane alone, then the one before it."""
        self._scene.walk_lanes(-1)
        self._paint()

    def action_all_lanes(self) -> None:
        """Show all lanes."""
        self.show_lane(None)

    def action_open(self) -> None:
        """Ask for the card under the cursor to be opened."""
        if (task := self.cursor_task) is not None:
            self.post_message(self.Opened(task))
