"""A change that has no place any more, with its words, so that they can be copied before it goes."""

from __future__ import annotations

from rich.text import Text
from textual._time import get_time
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from store.errors import Refused
from store.repository import Parked
from store.rules.settling import told
from store.text import clean
from tui.dialogs.base import ScrollingDialog
from tui.keys import Command
from tui.workplace import Workplace

_TECHNICAL = {
    "position",
    "column_since",
    "started_at",
    "finished_at",
    "created_at",
    "created_by",
    "author",
    "at",
}


class RefusedDialog(ScrollingDialog[None]):
    """Shows the reason, and every value of the change."""

    DEFAULT_CSS = """
    RefusedDialog { align: center middle; }
    RefusedDialog > Vertical {
        width: 90; max-width: 100%; height: auto; max-height: 100%;
        border: round $warning; background: $surface; padding: 0 1;
    }
    RefusedDialog VerticalScroll { height: auto; max-height: 100%; }
    RefusedDialog #keys { dock: bottom; height: auto; background: $surface; }
    """
    KEYS = (
        *ScrollingDialog.KEYS,
        Command("drop", ("1",), "let it go", "Let the change go", footer=True),
        Command("later", ("escape", "q", "ctrl+g"), "later", "Keep it for later", footer=True),
    )

    def __init__(self, place: Workplace, outcome: Parked, reason: Refused) -> None:
        super().__init__(place)
        self._workplace = place
        self._outcome = outcome
        self._reason = reason
        self._opened_at = get_time()

    def compose(self) -> ComposeResult:
        """The reason, and every value of the change."""
        with Vertical() as box:
            box.border_title = "This could not be saved"
            with VerticalScroll() as scroll:
                scroll.can_focus = False
                yield Static(self._text())
            yield Static(Text("1 let it go   esc later", style="bold"), id="keys")

    def do_drop(self) -> None:
        self._workplace.deciding.let_go(self._outcome)
        self.dismiss()

    def do_later(self) -> None:
        self.dismiss()

    def _ready(self) -> None:
        self._workplace.forget_keys(before=self._opened_at)
        super()._ready()

    def _text(self) -> Text:
        change, team = self._outcome.change, self._workplace.team
        text = Text(clean(f"You {change.label}, but: {self._reason}\n"))
        for edit in change.edits:
            for field, value in (edit.after or {}).items():
                if field not in _TECHNICAL:
                    text.append(clean(f"\n{field.replace('_', ' ')}: "), style="bold")
                    text.append(told(team, field, value))
        return text
