"""All keys, from the key table."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.dialogs.base import ScrollingDialog
from tui.keys import GROUPS, Command, shown
from tui.workplace import Workplace

_INTRO = (
    "The board shows the work of the shop: columns are steps of work, lanes are roles. What you change is "
    "seen by everybody within two seconds. There is nothing to save; u takes back what you did."
)


class HelpDialog(ScrollingDialog[None]):
    """The help screen."""

    DEFAULT_CSS = """
    HelpDialog { align: center middle; }
    HelpDialog > VerticalScroll {
        width: 76; max-width: 96%; height: 90%; border: round $primary; background: $surface; padding: 0 1;
    }
    """
    KEYS = (*ScrollingDialog.KEYS, Command("close", ("q", "escape", "enter", "?", "f1"), "back", "Back"))

    def __init__(self, place: Workplace | None = None) -> None:
        super().__init__(place)

    def compose(self) -> ComposeResult:
        """One table per group of commands."""
        with VerticalScroll() as scroll:
            scroll.can_focus = False
            scroll.border_title = "Keys"
            scroll.border_subtitle = "esc back"
            yield Static(Text(_INTRO))
            for title, commands in GROUPS:
                yield Static(_table(title, commands))

    def do_close(self) -> None:
        self.dismiss()


def _table(title: str, commands: tuple[Command, ...]) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), title=Text(f"\n{title}", style="bold"))
    table.title_justify = "left"
    table.add_column(no_wrap=True, style="bold")
    table.add_column()
    for command in commands:
        table.add_row(Text(" ".join(shown(key) for key in command.keys) or "palette"), Text(command.help))
    return table
