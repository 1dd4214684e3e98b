"""The tab with the matrix of responsibilities and people."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.widget import Widget

from store.duties.matrix import Fault
from store.duties.parts import answering, part_in
from store.models import Duty
from store.rules.words import counted
from tui.keys import MATRIX, MATRIX_GROUPS
from tui.screens.doing.grouped import Grouped
from tui.screens.doing.shell import ShellCommands
from tui.screens.doing.undoing import UndoCommands
from tui.screens.tab import Tab, TabDesk
from tui.team.matrix_bench import Bench
from tui.team.matrix_cells import CellCommands
from tui.team.matrix_lines import LineCommands
from tui.team.matrix_views import CursorCommands, ViewCommands, narrowed
from widgets.matrix.matrix import Matrix

GROUPS = (CursorCommands, CellCommands, LineCommands, ViewCommands, UndoCommands, ShellCommands)
"""What the keys do; each takes a `Bench`."""


MANY = Fault.MANY_ACCOUNTABLE
"""Is said by naming them."""


class MatrixTab(Tab):
    """Who answers for what: a row for each responsibility, a column for each person."""

    TITLE = "Matrix"
    ABOUT = (
        "Every responsibility has exactly one person who answers for it (A) and at least one who does the "
        "work (R); others are asked before (C) or told afterwards (I). What is not so is marked."
    )
    KEYS = MATRIX
    GROUPS = MATRIX_GROUPS
    TABLES = frozenset({"responsibilities", "roles", "members", "settings"})

    def __init__(self, desk: TabDesk) -> None:
        super().__init__(desk)
        self._view = Matrix(signs=desk.signs)
        self._bench = Bench(desk.place, desk.screen, self._view, desk.asking, desk.signs, desk.turned)
        self._commands = Grouped([group(self._bench) for group in GROUPS])
        self._is_new = True
        self._follows: int | None = None
        """The responsibility that the cursor goes to when it is there."""

    @property
    def main(self) -> Widget:
        """The matrix."""
        return self._view

    def compose(self) -> Iterable[Widget]:
        """The matrix."""
        yield self._view

    def run(self, name: str) -> None:
        """Do what a command says.

        Raises:
            Refused: it cannot be done.
        """
        self._commands.run(name)

    def show_snapshot(self) -> None:
        """The newest matrix; at first the cursor is on oneself."""
        self._bench.look()
        if self._is_new:
            self._is_new = False
            self._view.select(column=self.place.person)
        if self._follows is not None and self._view.select(self._follows):
            self._follows = None

    def go_to(self, key: int | str) -> None:
        """Put the cursor on a responsibility and on who answers for it."""
        row = self._bench.matrix.row(key) if isinstance(key, int) else None
        if row is not None:
            answering = row.holders(Duty.ACCOUNTABLE)
            self._bench.go_to(row.responsibility.id, answering[0] if answering else None)

    def renumber(self, table: str, old: int, new: int) -> None:
        """A new responsibility has got its real number: the cursor goes with it."""
        if table == "responsibilities" and self._view.row == old:
            self._follows = new

    def status(self) -> str:
        """The person's part, who answers for it, what is wrong, and the responsibility in full."""
        row, login, team = self._bench.row, self._bench.login, self.place.team
        if row is None:
            return ""
        # What is cut on a narrow terminal stands in the row as well; who answers may be out of view.
        parts = [f"{team.name_of(login)} {part_in(row, login)}"] if login else []
        parts += answering(team, row, beside=login or "")
        return " · ".join(
            [*parts, *(fault for fault in row.faults if fault is not MANY), row.responsibility.name]
        )

    def note(self) -> str:
        """How much is shown, and with how much something is wrong."""
        bench = self._bench
        parts = [counted(bench.count, "responsibility", "responsibilities")]
        if faulty := sum(1 for row in bench.matrix.rows if row.faults):
            parts.append(f"{faulty} unclear")
        if left_out := narrowed(bench):
            parts.append(f"{left_out} (esc: all)")
        return f" {self.desk.signs.between} ".join(parts)

    @on(Matrix.CursorMoved)
    def _cursor_moved(self) -> None:
        self.desk.turned()

    @on(Matrix.Opened)
    def _opened(self) -> None:
        self.desk.screen.do(next(command for command in MATRIX if command.name == "open"))
