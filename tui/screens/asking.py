"""Questions in a screen's last line. They take every key themselves, so nothing typed goes astray."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual._time import get_time

from store.errors import Refused
from tui.keys import LINE, name_of, shown
from widgets.prompt import Prompt

_CANCEL = next(command.keys for command in LINE if command.name == "cancel")

_MORE = "tab"
"""Shows the choices for which there was no room."""
_BELOW = " tab more  esc back "
"""What has to stand below a question with more choices than there is room for."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several things that a question for a key offers."""

    key: str
    """As the key table names it."""
    label: str
    """One or two words."""
    chosen: Callable[[], None]
    """What the key does."""
    also: tuple[str, ...] = ()
    """Other keys that do the same."""

    @property
    def hint(self) -> str:
        """The key and what it does."""
        return f"{shown(self.key)} {self.label}"


class Asking:
    """Asks for a line of text, for yes or no, or for one of some keys; one question at a time."""

    def __init__(self, prompt: Prompt, turned: Callable[[], None], *, stays: bool = False) -> None:
        self._prompt = prompt
        self._turned = turned
        """To be told when a question opens or ends."""
        self._always_stays = self._stays = stays
        """Whether a key that is no answer leaves the question where it is, instead of ending it."""
        self._readable_at: float | None = None
        """Keys that were pressed before (Textual's time, in seconds) are no answer; `None`: all may be."""
        self._wants_text = False
        self._question = self._label = self._hint = ""
        self._choices: Sequence[Choice] = ()
        self._below: Sequence[Choice] = ()
        """Those that stand below the question, for want of room behind it."""
        self._next = 0
        """Index of the first choice for which there is no room at all."""
        self._has_pages = self._stays = False
        self._done: Callable[[str], None] = lambda text: None
        self._changed: Callable[[str], None] | None = None
        self._cancelled: Callable[[], None] | None = None
        self._first: Callable[[str, str], bool] | None = None
        self._may_be_empty = False
        self._notes: tuple[tuple[str, str], ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether a question is being asked."""
        return self._prompt.is_open or bool(self._question)

    @property
    def footer(self) -> list[tuple[str, str]]:
        """Keys and labels for the line below the question: what it takes, as far as it does not say so."""
        if self._wants_text:
            return [*self._notes, ("enter", "done"), ("esc", "back")]
        if not self._choices:
            return [("y", "yes"), ("n", "no")]
        more = [(shown(_MORE), "more")] if self._has_pages else []
        return [(shown(choice.key), choice.label) for choice in self._below] + more + [("esc", "back")]

    @property
    def essential(self) -> frozenset[str]:
        """Those of these keys that give way last; what is noted gives way first."""
        noted = {key for key, _ in self._notes} if self._wants_text else set[str]()
        return frozenset(key for key, _ in self.footer) - noted

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
        self._wants_text, self._notes = True, ()
        self._done, self._changed, self._cancelled = done, changed, cancelled
        self._first, self._may_be_empty = first, may_be_empty
        self._label, self._hint = label, hint
        self._open(text)

    @property
    def text(self) -> str:
        """What is written so far."""
        return self._prompt.text

    @property
    def cursor(self) -> int:
        """Index into the text before which the cursor stands."""
        return self._prompt.cursor

    def rewrite(self, text: str, cursor: int) -> None:
        """Put another text in the place of what is written."""
        self._prompt.rewrite(text, cursor)
        if self._changed is not None:
            self._changed(text)

    def note(self, *notes: tuple[str, str]) -> None:
        """Say something about what is written, as pairs of a key or sign and words, below the line."""
        if notes != self._notes:
            self._notes = notes
            self._turned()

    def relabel(self, label: str) -> None:
        """Ask for something else with the same line."""
        self._label = label
        self._prompt.relabel(_before_line(label))

    def yes_or_no(self, question: str, yes: Callable[[], None], no: Callable[[], None] | None = None) -> None:
        """Ask whether to go on; only `y` does."""
        self._ask(question, (), lambda _: yes(), stays=self._always_stays)
        self._cancelled = no
        self._prompt.add_class("-question")
        self._prompt.status = f" {question} y/n"
        self._turned()

    def keys(self, question: str, choices: Sequence[Choice], *, surely: bool = False) -> None:
        """Ask for one key; one that is not among the choices leaves the question with nothing done.

        Args:
            question: What is asked.
            choices: The keys that answer it.
            surely: Where a wrong answer loses something: only a choice or `esc` ends the question, and what
                was typed before it could be read decides nothing.
        """
        self._ask(question, choices, lambda _: None, stays=surely)
        self._readable_at = get_time() if surely else None
        self._has_pages = False
        self._show_choices(0)

    def take_key(self, event: events.Key) -> None:
        """A key for the question.

        Raises:
            Refused: what was answered cannot be done; a text is still there, to be changed or copied.
        """
        name = name_of(event)
        if self._is_no_answer(name, event.time):
            return
        if self._choices:
            self._choose(name)
        elif not self._wants_text:
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

    def _show_choices(self, first: int) -> None:
        """Show the choices from one on: behind the question, and below it, as far as there is room."""
        width, start, choices = self._prompt.size.width, f" {self._question}: ", self._choices[first:]
        behind = _fitting(choices, width - cell_len(start))
        room = width - cell_len(_BELOW)
        below = _fitting(choices[behind:], room - 2)
        self._has_pages = self._has_pages or behind + below < len(choices)
        self._below = choices[behind : behind + below]
        self._next = (first + behind + max(1, below)) % len(self._choices) if self._has_pages else 0
        if first + behind + below >= len(self._choices):
            self._next = 0
        self._prompt.status = start + "  ".join(choice.hint for choice in choices[:behind])
        self._turned()

    def _is_no_answer(self, key: str, time: float) -> bool:
        """Whether the key says nothing to a question that stays until it is answered."""
        if self._wants_text or not self._stays:
            return False
        if self._readable_at is not None and time < self._readable_at:
            return True
        if not self._choices:
            return key not in ("y", "Y", "n", "N", *_CANCEL)
        chosen = {key for choice in self._choices for key in (choice.key, *choice.also)}
        return key not in chosen and key not in _CANCEL and not (key == _MORE and self._has_pages)

    def _ask(
        self, question: str, choices: Sequence[Choice], done: Callable[[str], None], *, stays: bool
    ) -> None:
        self._wants_text, self._question, self._choices = False, question, choices
        self._stays, self._readable_at = stays, None
        self._done, self._changed, self._cancelled = done, None, None
        self._first, self._may_be_empty = None, False

    def _choose(self, key: str) -> None:
        if key == _MORE and self._has_pages:
            self._show_choices(self._next)
            return
        chosen = next((choice.chosen for choice in self._choices if key in (choice.key, *choice.also)), None)
        if chosen is None and self._stays and key not in _CANCEL:
            return
        self._close(done=False)
        if chosen is not None:
            chosen()

    def _close(self, *, done: bool) -> None:
        text = self._prompt.close()
        self._question, self._choices = "", ()
        self._prompt.remove_class("-question")
        finish, cancelled = self._done, self._cancelled
        # An empty line means "rather not", unless it was asked for.
        answered = text.strip() or not self._wants_text or self._may_be_empty
        self._turned()
        if done and answered:
            self._finish(finish, text)
        elif cancelled is not None:
            cancelled()

    def _finish(self, finish: Callable[[str], None], text: str) -> None:
        try:
            finish(text)
        except Refused:
            if self._wants_text and not self.is_open:
                self._open(text)
            raise

    def _open(self, text: str) -> None:
        self._prompt.open(_before_line(self._label), text, self._hint)
        self._turned()
        if text and self._changed is not None:
            self._changed(text)


def _before_line(label: str) -> str:
    return f" {label} " if label.endswith("?") else f" {label}: "


def _fitting(choices: Sequence[Choice], room: int) -> int:
    """How many choices there is room for, with two blanks between them."""
    for at, choice in enumerate(choices):
        room -= cell_len(choice.hint)
        if room < 0:
            return at
        room -= 2
    return len(choices)
