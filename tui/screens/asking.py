"""Questions in the board's last line. They take every key themselves, so nothing typed goes astray."""

from __future__ import annotations

from collections.abc import Callable

from textual import events

from store.errors import Refused
from tui.keys import LINE, name_of
from widgets.prompt import Prompt

_CANCEL = next(command.keys for command in LINE if command.name == "cancel")


class Asking:
    """Asks for a line of text, or for yes or no; one question at a time."""

    def __init__(self, prompt: Prompt, ended: Callable[[], None]) -> None:
        self._prompt = prompt
        self._ended = ended
        self._wants_text = False
        self._question = self._label = self._hint = ""
        self._done: Callable[[str], None] = lambda text: None
        self._changed: Callable[[str], None] | None = None
        self._cancelled: Callable[[], None] | None = None
        self._first: Callable[[str, str], bool] | None = None
        self._may_be_empty = False

    @property
    def is_open(self) -> bool:
        """Whether a question is being asked."""
        return self._prompt.is_open or bool(self._question)

    def line(
        self,
        label: str,
        done: Callable[[str], None],
        *,
        changed: Callable[[str], None] | None = None,
        cancelled: Callable[[], None] | None = None,
        first: Callable[[str, str], bool] | None = None,
        text: str = "",
        hint: str = "",
        may_be_empty: bool = False,
    ) -> None:
        """Ask for one line.

        Args:
            label: What is asked for.
            done: Gets the line on enter.
            changed: Gets what is written so far, at every key.
            cancelled: Called when nothing is to be taken.
            first: Gets each key and what is written so far; what it takes is not written.
            text: What is there already.
            hint: What stands there as long as nothing has been written.
            may_be_empty: Whether an empty line is an answer; else it means "rather not".
        """
        self._wants_text = True
        self._done, self._changed, self._cancelled = done, changed, cancelled
        self._first, self._may_be_empty = first, may_be_empty
        self._label, self._hint = label, hint
        self._prompt.open(f" {label}: ", text, hint)

    def relabel(self, label: str) -> None:
        """Ask for something else with the same line."""
        self._label = label
        self._prompt.relabel(f" {label}: ")

    def yes_or_no(self, question: str, yes: Callable[[], None]) -> None:
        """Ask whether to go on; only `y` does."""
        self._wants_text, self._question = False, question
        self._done, self._changed, self._cancelled = lambda _: yes(), None, None
        self._first, self._may_be_empty = None, False
        self._prompt.add_class("-question")
        self._prompt.status = f" {question} y/n"

    def take_key(self, event: events.Key) -> None:
        """A key for the question.

        Raises:
            Refused: what was answered cannot be done; a text is still there, to be changed or copied.
        """
        name = name_of(event)
        if not self._wants_text:
            self._close(done=name in ("y", "Y"))
        elif name == "enter":
            self._close(done=True)
        elif name in _CANCEL:
            self._close(done=False)
        elif self._first is not None and self._first(name, self._prompt.text):
            return
        elif self._prompt.key(event.key, event.character) and self._changed is not None:
            self._changed(self._prompt.text)

    def take_paste(self, text: str) -> None:
        """Pasted text for the question."""
        self._prompt.paste(text)
        if self._changed is not None:
            self._changed(self._prompt.text)

    def _close(self, *, done: bool) -> None:
        text = self._prompt.close()
        self._question = ""
        self._prompt.remove_class("-question")
        finish, cancelled = self._done, self._cancelled
        # An empty line means "rather not", but for a filter, where it means "all".
        may_be_empty = not self._wants_text or self._changed is not None or self._may_be_empty
        answered = text.strip() or may_be_empty
        self._ended()
        if done and answered:
            self._finish(finish, text)
        elif cancelled is not None:
            cancelled()

    def _finish(self, finish: Callable[[str], None], text: str) -> None:
        try:
            finish(text)
        except Refused:
            if self._wants_text and not self.is_open:
                self._prompt.open(f" {self._label}: ", text, self._hint)
            raise
