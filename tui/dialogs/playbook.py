"""All of a playbook, run, routine or freeze, over the screen."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from store.repository.shared import Touched
from tui.dialogs.base import Dialog
from tui.keys import CARD, Command
from tui.terminal import known_signs
from tui.workplace import Workplace
from widgets.playbooks.sheet import PlaybookSheet, View

_SCROLLING = tuple(command for command in CARD if command.name in ("up", "down", "page_up", "page_down"))


class PlaybookDialog(Dialog[None]):
    """Follows what changes; closes when it is gone for good."""

    DEFAULT_CSS = """
    PlaybookDialog { align: center middle; }
    PlaybookDialog > Vertical {
        width: 100; max-width: 100%; height: 100%; border: round $primary; background: $surface;
    }
    """
    KEYS = (*_SCROLLING, Command("close", ("q", "escape", "enter"), "back", "Back"))
    AUTO_FOCUS = ""

    def __init__(self, place: Workplace, view: Callable[[], View | None]) -> None:
        super().__init__(place)
        self._look = view
        self._sheet = PlaybookSheet(signs=known_signs())

    def compose(self) -> ComposeResult:
        """The sheet in a frame."""
        with Vertical() as box:
            box.border_title = Content("All of it")
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

    def do_up(self) -> None:
        self._sheet.scroll_by(-1)

    def do_down(self) -> None:
        self._sheet.scroll_by(1)

    def do_page_up(self) -> None:
        self._sheet.scroll_by(-max(1, self._sheet.size.height - 2))

    def do_page_down(self) -> None:
        self._sheet.scroll_by(max(1, self._sheet.size.height - 2))

    def do_close(self) -> None:
        self.dismiss()
