"""One text made of two: both versions of the lines in dispute, to be put right by hand."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from store.errors import Refused
from store.lines import has_marks
from store.text import clean
from tui.dialogs.base import Dialog
from tui.dialogs.form_keys import form_keys
from tui.keys import FORM, find
from tui.workplace import Workplace

_CANCEL = FORM[1]

_HOW = "Both versions stand between the marks. Keep what should stay, and take the three marks out."
_HOW_LINE = "Both versions stand between the marks. Make one line of them, and take the three marks out."


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

    def __init__(self, place: Workplace, title: str, text: str, *, one_line: bool = False) -> None:
        super().__init__(place)
        self._title = title
        self._text = text
        self._one_line = one_line
        self._leaving = False

    def compose(self) -> ComposeResult:
        """What to do, the text, and the keys."""
        with Vertical() as self._box:
            self._box.border_title = Content(self._title)
            yield Static(Text(_HOW_LINE if self._one_line else _HOW), id="how")
            self._area = TextArea(self._text, compact=True, tab_behavior="focus")
            self._area.cursor_blink = False
            yield self._area
            yield form_keys()

    def on_mount(self) -> None:
        """Begin in the text."""
        self.set_focus(self._area)
        super().on_mount()

    def take_key(self, event: events.Key) -> bool:
        """A key for the text. Who goes on after being asked about it did not mean to leave."""
        self._leaving = self._leaving and find(FORM, event) is _CANCEL
        return super().take_key(event)

    def do_save(self) -> None:
        text = clean(self._area.text).rstrip()
        if has_marks(text):
            raise Refused("A mark (<<<<<<<, ======= or >>>>>>>) is still there; take it out, then save.")
        if self._one_line and ("\n" in text or not text.strip()):
            raise Refused("This is one line with words in it; make one of both, then save.")
        self.dismiss(text.strip() if self._one_line else text)

    def do_cancel(self) -> None:
        if self._area.text != self._text and not self._leaving:
            self._leaving = True
            self.say_in_frame(self._box, "esc again leaves without this text; f2 takes it")
            return
        self.dismiss(None)
