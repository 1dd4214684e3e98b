"""One responsibility, opened: who has which part in it, what its role may decide, and what was done to it."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from store.duties.matrix import duty_matrix
from store.models import Activity, Responsibility
from store.repository.shared import Touched
from tui.dialogs.base import ScrollingDialog
from tui.keys import Command
from tui.terminal import known_signs
from tui.workplace import Workplace
from widgets.duties.responsibility_text import sheet

_TABLES = frozenset({"responsibilities", "roles", "members"})
"""What it tells of."""


class ResponsibilityDialog(ScrollingDialog[None]):
    """Shows it, also while somebody changes it."""

    DEFAULT_CSS = """
    ResponsibilityDialog { align: center middle; }
    ResponsibilityDialog > VerticalScroll {
        width: 90; max-width: 100%; height: auto; max-height: 100%;
        border: round $primary; background: $surface; padding: 0 1; scrollbar-size-vertical: 1;
    }
    ResponsibilityDialog Static { height: auto; }
    """
    KEYS = (*ScrollingDialog.KEYS, Command("close", ("q", "escape", "enter"), "back", "Back"))
    AUTO_FOCUS = ""

    def __init__(self, place: Workplace, number: int) -> None:
        super().__init__(place)
        self._workplace = place
        self._number = number
        self._past: tuple[Activity, ...] | None = None
        self._text = Static()

    def compose(self) -> ComposeResult:
        """The text."""
        with VerticalScroll() as scroll:
            scroll.can_focus = False
            scroll.border_subtitle = "esc back"
            yield self._text

    def on_mount(self) -> None:
        """Show it; its history is looked up meanwhile."""
        self._fill()
        self._look_up()
        super().on_mount()

    def show(self, touched: Touched | None) -> None:
        """Show how it is now."""
        if touched is None or any(table in _TABLES for table, _ in touched):
            self._fill()
        if touched is not None and ("responsibilities", self._number) in touched:
            self._look_up()

    def renumber(self, table: str, old: int, new: int) -> None:
        """It has got its real number."""
        if table == "responsibilities" and self._number == old:
            self._number = new
            self._look_up()

    def on_resize(self, event: events.Resize) -> None:
        """Behind the layout: only then is it known where lines break."""
        super().on_resize(event)
        self.call_after_refresh(self._fill)

    def do_close(self) -> None:
        self.dismiss()

    def _look_up(self) -> None:
        self._workplace.read_history(self._number, self._show_past, "responsibilities")

    def _show_past(self, activities: tuple[Activity, ...]) -> None:
        self._past = activities
        # Closed meanwhile: what is being taken down counts as mounted still.
        if self in self.app.screen_stack:
            self._fill()

    def _fill(self) -> None:
        team = self._workplace.team
        one = team.find(Responsibility, self._number)
        if one is None:
            return  # taken back by who wrote it; it stays readable until esc
        scroll = self.query_one(VerticalScroll)
        scroll.border_title = Content(one.name)
        row = duty_matrix(team).row(one.id)
        width = max(20, scroll.scrollable_content_region.width)
        faults, today = row.faults if row else (), self._workplace.today
        self._text.update(sheet(team, one, faults, self._past, today, known_signs(), width))
