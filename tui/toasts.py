"""Sentences that pop up over what is open: few, each once, and never where somebody is writing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Protocol, runtime_checkable

from textual._time import get_time
from textual.app import App
from textual.css.query import NoMatches
from textual.notifications import Notification
from textual.widgets._toast import ToastRack

Severity = Literal["information", "warning", "error"]

CSS = """
ToastRack { margin-bottom: 2; overflow: hidden; }
ToastRack.-top { dock: top; align: right top; margin-top: 1; margin-bottom: 0; }
ToastRack Toast { max-width: 100%; margin-top: 0; padding: 0 1; }
"""
"""Above the two lines at the bottom, which are for questions and keys; or below the header."""
_LINES_EACH = 8
"""Lines of the screen for which there may be one more."""
_LETTERS = 15.0
"""Letters that are read in a second by somebody who was looking elsewhere."""
_NOTICED = 1.0
"""Seconds that pass before somebody looks."""
_UNTIL_A_KEY = 86_400.0
"""Seconds: as good as for ever."""


@runtime_checkable
class Writing(Protocol):
    """A screen that knows where on it somebody writes."""

    @property
    def writes_at(self) -> int | None:
        """The line of the screen that is being written in; `None`: none is."""


class Toasts:
    """What pops up in the app; told of every key."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._shown_at: dict[str, float] = {}

    def show(self, sentence: str, severity: Severity = "information", *, at_least: float = 0.0) -> None:
        """Show a sentence; one that is there already is only shown for longer.

        Args:
            sentence: Without control characters.
            severity: An error stays until a key is pressed that may have been pressed because of it.
            at_least: Seconds that it stays if no key is pressed.
        """
        shown = [*self]
        again = next((note for note in shown if (note.message, note.severity) == (sentence, severity)), None)
        stays = max(at_least, _NOTICED * 3 + len(sentence) / _LETTERS)
        timeout = _UNTIL_A_KEY if severity == "error" else stays
        note = Notification(sentence, severity=severity, timeout=timeout, markup=False)
        self._forget([again] if again else shown[: len(shown) + 1 - self._most])
        self._shown_at[note.identity] = get_time()
        self._app._notifications.add(note)
        self._app._refresh_notifications()
        self.place()

    def take_away(self, sentence: str) -> None:
        """What it says is not so any more."""
        self._forget([note for note in self if note.message == sentence])

    def key_pressed(self) -> None:
        """What could be read before the key has done its duty."""
        if self._shown_at:
            now = get_time()
            self._forget([note for note in self if now - self._shown_at[note.identity] > _readable(note)])

    def place(self) -> None:
        """Keep away from where somebody writes."""
        if not self._shown_at:
            return
        screen = self._app.screen
        try:
            rack = screen.get_child_by_type(ToastRack)
        except NoMatches:
            return
        line = screen.writes_at if isinstance(screen, Writing) else None
        rack.set_class(line is not None and line >= self._app.size.height // 2, "-top")

    @property
    def _most(self) -> int:
        return max(1, self._app.size.height // _LINES_EACH)

    def __iter__(self) -> Iterator[Notification]:
        notes = [note for note in self._app._notifications if note.identity in self._shown_at]
        self._shown_at = {note.identity: self._shown_at[note.identity] for note in notes}
        return iter(notes)

    def _forget(self, notes: list[Notification]) -> None:
        for note in notes:
            del self._shown_at[note.identity]
            self._app._unnotify(note, refresh=False)
        if notes:
            self._app._refresh_notifications()


def _readable(note: Notification) -> float:
    """Seconds until it may have been read."""
    return _NOTICED + len(note.message) / _LETTERS / 3
