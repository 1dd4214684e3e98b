"""All keys, from the key table."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from tui.dialogs.asking import AskingDialog
from tui.dialogs.base import ScrollingDialog
from tui.dialogs.key_lists import KeyLists
from tui.dialogs.legend import legends
from tui.keys import BOARD_GROUPS, GROUPS, HELP, Command, keys_of
from tui.terminal import known_signs
from tui.workplace import Workplace

_BOARD = "The board shows the work of the shop: columns are steps of work, lanes are roles."
_INTRO = (
    "What you change is seen by everybody within two seconds. There is nothing to save; u takes back what "
    "you did."
)
_WIDE = 120
"""Cells from which on there are two columns."""
_HIGH = 20
"""Lines from which on there is room to say what all this is."""
_HINT = " esc back · / finds a key, /sign tells the signs"
Groups = tuple[tuple[str, tuple[Command, ...]], ...]
_Lines = tuple[tuple[str, str, str], ...]
"""Keys or a sign, what they are for, and what else they are found by."""


class HelpDialog(AskingDialog[None], ScrollingDialog[None]):
    """The help screen: first the keys of where it was opened, then all others."""

    DEFAULT_CSS = """
    HelpDialog { align: center middle; }
    HelpDialog > Vertical {
        width: 76; max-width: 100%; height: 90%; border: round $primary; background: $surface;
    }
    HelpDialog.-wide > Vertical { width: 150; max-width: 96%; }
    HelpDialog VerticalScroll { padding: 0 1; scrollbar-size-vertical: 1; }
    """
    KEYS = HELP

    def __init__(
        self, place: Workplace | None = None, first: Groups = (), about: str = "", signs: str = ""
    ) -> None:
        super().__init__(place)
        self._about = about or _BOARD
        shown = [title for title, _ in first]
        groups = (*first, *(group for group in GROUPS if group[0] not in shown))
        self._lists = [_keys(group) for group in groups]
        # Behind the keys of the board, be those first or not.
        behind = [title for title, _ in groups].index(BOARD_GROUPS[-1][0]) + 1
        self._lists[behind:behind] = _signs(signs)
        self._text = Static()
        self._words: list[str] = []

    def compose(self) -> ComposeResult:
        """The keys, and a line for what is looked for."""
        with Vertical() as box:
            box.border_title = "Keys"
            with VerticalScroll() as scroll:
                scroll.can_focus = False
                yield self._text
            yield self._prompt

    def on_mount(self) -> None:
        """All keys."""
        self._prompt.status = _HINT
        self._fill()
        super().on_mount()

    def on_resize(self, event: events.Resize) -> None:
        """Another size may have room for two columns and for the first sentences, or not any more."""
        width, height = self.app.size
        if (self.has_class("-wide"), self.has_class("-high")) != (width >= _WIDE, height >= _HIGH):
            self._fill()

    def do_find(self) -> None:
        self._asking.line("Find", self._find, changed=self._find, cancelled=lambda: self._find(""))

    def do_close(self) -> None:
        self.dismiss()

    def _find(self, words: str) -> None:
        self._words = words.casefold().split()
        self._prompt.status = f" Keys with “{words}”; / finds others · esc back" if self._words else _HINT
        self._fill()
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def _fill(self) -> None:
        wide, high = self.app.size.width >= _WIDE, self.app.size.height >= _HIGH
        self.set_class(wide, "-wide")
        self.set_class(high, "-high")
        found = [(title, [line[:2] for line in lines]) for title, lines in self._matching()]
        intro = f"{self._about} {_INTRO}" if high and not self._words else ""
        self._text.update(KeyLists(intro, found, wide=wide) if found else Text("No key does that."))

    def _matching(self) -> Iterator[tuple[str, _Lines]]:
        for title, lines in self._lists:
            found = tuple(line for line in lines if self._is_meant(" ".join((title, *line))))
            if found:
                yield title, found

    def _is_meant(self, text: str) -> bool:
        said = text.casefold()
        return all(word in said for word in self._words)


def _keys(group: tuple[str, tuple[Command, ...]]) -> tuple[str, _Lines]:
    title, commands = group
    return title, tuple((" ".join(keys_of(c)) or "palette", c.help, c.label) for c in commands)


def _signs(first: str) -> list[tuple[str, _Lines]]:
    return [
        (title, tuple((sign, meaning, "") for sign, meaning in legend))
        for title, legend in legends(known_signs(), first)
    ]
