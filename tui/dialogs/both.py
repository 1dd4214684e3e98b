"""One text made of two: both versions of the lines in dispute, to be put right by hand."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from store.errors import Refused
from store.lines import has_marks
from store.text import clean
from tui.dialogs.base import Dialog
from tui.dialogs.form_keys import form_keys
from tui.keys import FORM
from tui.workplace import Workplace

_HOW = "Both versions stand between the marks. Keep what should stay, and take the three marks out."


class BothDialog(Dialog[str]):
    """Gives the text as it was put right; `None` where the person went back."""

    DEFAULT_CSS = """
    BothDialog { align: center middle; }
    BothDialog > Vertical {
        width: 90; max-width: 100%; height: 30; max-height: 100%;
        border: round $warning; background: $surface; padding: 0 1;
    }
    BothDialog TextArea { height: 1fr; min-height: 3; }
    BothDialog Static { height: auto; }
    BothDialog KeysLine { background: $surface; dock: none; }
    """
    KEYS = FORM

    def __init__(self, place: Workplace, title: str, text: str) -> None:
        super().__init__(place)
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """What to do, the text, and the keys."""
        with Vertical() as box:
            box.border_title = Content(self._title)
            yield Static(Text(_HOW), id="how")
            self._area = TextArea(self._text, compact=True, tab_behavior="focus")
            self._area.cursor_blink = False
            yield self._area
            yield form_keys()

    def on_mount(self) -> None:
        """Begin in the text."""
        self._area.focus()
        super().on_mount()

    def do_save(self) -> None:
        text = clean(self._area.text).rstrip()
        if has_marks(text):
            raise Refused("A mark (<<<<<<<, ======= or >>>>>>>) is still there; take it out, then save.")
        self.dismiss(text)

    def do_cancel(self) -> None:
        self.dismiss(None)
