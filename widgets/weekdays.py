"""Days of the week to be ticked, in a form."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text
from textual import events
from textual.widget import Widget

from widgets.signs import UNICODE, Signs


class Weekdays(Widget, can_focus=True):
    """Seven days in a line; the arrows choose one, space ticks it."""

    DEFAULT_CSS = """
    Weekdays { height: auto; width: 1fr; color: $foreground; }
    """
    NAMES = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")

    def __init__(self, days: Iterable[int], *, signs: Signs = UNICODE, id: str | None = None) -> None:
        super().__init__(id=id)
        self._signs = signs
        self._days = set(days)
        self._at = 0

    @property
    def days(self) -> list[int]:
        """The ticked ones; Monday is 0."""
        return sorted(self._days)

    def render(self) -> Text:
        """The days; the chosen one is marked while the form's cursor is here."""
        text = Text(no_wrap=False)
        for day, name in enumerate(self.NAMES):
            sign = self._signs.ticked if day in self._days else self._signs.open
            chosen = self.has_focus and day == self._at
            # No blank inside: a line that is too narrow breaks between days.
            text.append(f"{sign}{name}", style="bold reverse" if chosen else "")
            text.append(" ")
        return text

    def on_focus(self) -> None:
        """The mark appears."""
        self.refresh()

    def on_blur(self) -> None:
        """The mark goes."""
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Arrows choose, space ticks."""
        if event.key in ("left", "right"):
            self._at = (self._at + (1 if event.key == "right" else -1)) % len(self.NAMES)
        elif event.key == "space":
            self._days ^= {self._at}
        else:
            return
        event.stop()
        event.prevent_default()
        self.refresh()
