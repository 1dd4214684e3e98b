"""Who has the team open now."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.dialogs.base import ScrollingDialog
from tui.here import who_is_where
from tui.keys import Command
from tui.workplace import Workplace


class WhoDialog(ScrollingDialog[None]):
    """Lists who is here, and follows as they come and go."""

    DEFAULT_CSS = """
    WhoDialog { align: center middle; }
    WhoDialog > VerticalScroll {
        width: 76; max-width: 96%; height: auto; max-height: 90%;
        border: round $primary; background: $surface; padding: 0 1;
    }
    WhoDialog Static { height: auto; }
    """
    KEYS = (*ScrollingDialog.KEYS, Command("close", ("q", "escape", "enter", "W"), "back", "Back"))

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._workplace = place
        self._list = Static()
        self._found: list[tuple[str, str]] | None = None

    def compose(self) -> ComposeResult:
        """One line for each."""
        with VerticalScroll() as scroll:
            scroll.can_focus = False
            scroll.border_title = "Who is here"
            scroll.border_subtitle = "esc back"
            yield self._list

    def on_mount(self) -> None:
        """Who is here now."""
        self.show_here()
        super().on_mount()

    def show_here(self) -> None:
        """Somebody came, went, or went on to something else."""
        place = self._workplace
        found = who_is_where(place.people, place.team, place.person, place.today)
        if found == self._found:
            return
        self._found = found
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
        table.add_column(style="bold")
        table.add_column()
        for name, where in found:
            table.add_row(Text(name), Text(where))
        self._list.update(table if found else Text("Nobody else has the team open now."))

    def do_close(self) -> None:
        self.dismiss()
