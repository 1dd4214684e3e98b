"""Who else has the team open, and telling them where this person is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from store.presence import Person, Where
from tui.connection import Connection
from tui.on_show import OnShow


class Company:
    """For the thread of the screens."""

    def __init__(self, connection: Connection, on_show: OnShow) -> None:
        self._connection = connection
        self._on_show = on_show
        self.people: tuple[Person, ...] = ()
        """Who else is here, one for each running program."""
        self._outside: int | None = None
        """The card that is being edited in another program; `None`: none is."""

    @contextmanager
    def editing(self, card: int) -> Iterator[None]:
        """Tell the others that a card is being edited in another program, until it is closed."""
        self._outside = card
        self.say_where()
        try:
            yield
        finally:
            self._outside = None
            self.say_where()

    def say_where(self) -> None:
        """Tell the others where this person is; while something is open, look closely at what they do."""
        dialogs = self._on_show.dialogs
        cards = (self._outside, *(dialog.edits for dialog in dialogs))
        # A card that has no number yet is not known to anybody else.
        editing = next((card for card in cards if card is not None and card > 0), None)
        self._connection.here(Where(self._on_show.screen, editing), closely=bool(dialogs))
