"""All that is known of one person, over the screen."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from store.repository.shared import Touched
from tui.dialogs.base import ScrollingDialog
from tui.keys import Command
from tui.terminal import known_signs
from tui.workplace import Workplace
from widgets.team.person_sheet import PersonSheet
from widgets.team.person_text import PersonView


class PersonDialog(ScrollingDialog[None]):
    """Follows what changes; closes when the person has left the team."""

    DEFAULT_CSS = """
    PersonDialog { align: center middle; }
    PersonDialog > Vertical {
        width: 90; max-width: 100%; height: 100%; border: round $primary; background: $surface;
    }
    """
    KEYS = (*ScrollingDialog.KEYS, Command("close", ("q", "escape", "enter"), "back", "Back"))
    AUTO_FOCUS = ""

    def __init__(self, place: Workplace, view: Callable[[], PersonView | None]) -> None:
        super().__init__(place)
        self._look = view
        self._sheet = PersonSheet(signs=known_signs())

    def compose(self) -> ComposeResult:
        """The sheet in a frame."""
        with Vertical() as box:
            box.border_title = Content("Person")
            box.border_subtitle = Content("esc back")
            yield self._sheet

    def on_mount(self) -> None:
        """How it is now."""
        self.show(None)
        super().on_mount()

    def show(self, touched: Touched | None) -> None:
        """Show how it is now."""
        view = self._look()
        if view is None:
            self.dismiss()
        else:
            self._sheet.update(view)

    def do_close(self) -> None:
        self.dismiss()
