"""The sentence that somebody may add to a number of the pulse."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from store.change import Change
from store.culture.pulse import LONGEST, as_sentence
from store.errors import Refused
from tui.dialogs.form import FormDialog
from tui.settings.form import Field, Form, Typed
from tui.workplace import Workplace

_SAID = (
    "On Monday it is shown among the others and without your number, if at least five have answered. "
    "How one writes may tell who one is. enter sends it, also when it is empty; esc leaves without an answer."
)


class SentenceDialog(FormDialog):
    """Gives the sentence, which may be empty; left with esc, nothing is answered."""

    DEFAULT_CSS = """
    SentenceDialog #warning { color: $text-warning; margin: 1 0 0 0; height: auto; }
    SentenceDialog #said { color: $text-muted; margin: 1 0; height: auto; }
    """

    def __init__(
        self, place: Workplace, question: str, score: int, done: Callable[[str], None], warning: str = ""
    ) -> None:
        """`warning` is said above everything else; empty: nothing."""
        field = Field("sentence", f"{score}, because", hint="a sentence, if you like")
        super().__init__(place, Form(question, (field,), _nothing, is_new=True))
        self._done = done
        self._warning = warning

    def below(self) -> Iterable[Widget]:
        """What becomes of it."""
        if self._warning:
            yield Static(Content(self._warning), id="warning")
        yield Static(Content(_SAID), id="said")

    def save(self) -> None:
        """Hand it on.

        Raises:
            Refused: it is too long.
        """
        words = as_sentence(self._typed().get("sentence", ""))
        if len(words) > LONGEST:
            raise Refused(f"That is too long: {len(words)} characters, and {LONGEST} is the most.")
        self._done(words)


def _nothing(typed: Typed, by: str, now: datetime) -> Change:
    """An answer is no change of the team: it is added to the others' beside the log."""
    return Change()
