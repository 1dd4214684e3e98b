"""One line to type into, and what fits it: any command, card, person, role or filter."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from tui.dialogs.base import Dialog
from tui.keys import PALETTE, find
from tui.palette.finder import Finds
from tui.palette.source import Find
from tui.terminal import known_signs, speaks_unicode
from tui.workplace import Workplace
from widgets.choice_list import ChoiceLine, ChoiceList
from widgets.prompt import Prompt

_HINT = "a command, a card or its number, a person, a role, a filter, a question"


class PaletteDialog(Dialog[Find]):
    """Gives what was chosen. Nothing in it has the focus: every key is taken at once, in its order."""

    DEFAULT_CSS = """
    PaletteDialog { align: center top; }
    PaletteDialog > Vertical {
        width: 100; max-width: 100%; height: 70%; min-height: 12; max-height: 100%; margin: 1 0 0 0;
        border: round $primary; background: $surface;
    }
    """
    KEYS = PALETTE
    AUTO_FOCUS = ""

    def __init__(self, place: Workplace, finder: Finds, title: str = "Find", hint: str = _HINT) -> None:
        """`hint` says what may be typed."""
        super().__init__(place)
        self._title, self._hint = title, hint
        self._finder = finder
        self._found: list[Find] = []
        self._prompt = Prompt()
        self._list = ChoiceList(
            signs=known_signs(), nothing="Nothing fits; delete some of it, or esc goes back."
        )

    def compose(self) -> ComposeResult:
        """The line, and below it what fits."""
        with Vertical() as box:
            box.border_title = Content(self._title)
            box.border_subtitle = (
                "enter does it · esc back" if speaks_unicode() else "enter does it, esc back"
            )
            yield self._prompt
            yield self._list

    def on_mount(self) -> None:
        """Begin with what is wanted most."""
        self._prompt.open(" : ", hint=self._hint)
        self._look()
        super().on_mount()

    def take_key(self, event: events.Key) -> bool:
        """A command of this list, or a letter."""
        command = find(self.KEYS, event)
        if command is not None:
            self.run_command(command)
        elif self._prompt.key(event.key, event.character):
            self._look()
        return True

    def take_paste(self, event: events.Paste) -> bool:
        """Pasted text is typed text."""
        self._prompt.paste(event.text)
        self._look()
        return True

    def do_choose(self) -> None:
        if (at := self._list.cursor) is not None:
            self._choose(at)

    def do_down(self) -> None:
        self._list.move(1)

    def do_up(self) -> None:
        self._list.move(-1)

    def do_page_down(self) -> None:
        self._list.page(1)

    def do_page_up(self) -> None:
        self._list.page(-1)

    def do_cancel(self) -> None:
        self.dismiss()

    @on(ChoiceList.Chosen)
    def _clicked(self, message: ChoiceList.Chosen) -> None:
        self._choose(message.index)

    def _choose(self, index: int) -> None:
        found = self._found[index]
        self._finder.chosen(found)
        # What is typed behind the choice is meant for what it does.
        self._hold()
        self.dismiss(found)

    def _look(self) -> None:
        self._found = self._finder.find(self._prompt.text)
        self._list.update([ChoiceLine(found.label, found.detail, found.hint) for found in self._found])
