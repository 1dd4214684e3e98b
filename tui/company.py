"""Who else has the team open, and telling them where this person is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from store.presence import Person, Where
from tui.connection import Connection
from tui.dialogs.base import Dialog


class Company:
    """For the thread of the screens."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.people: tuple[Person, ...] = ()
        """Who else is here, one for each running program."""

    def say_where(self, screen: str, dialogs: Iterable[Dialog[Any]]) -> None:
        """Tell the others where this person is; while something is open, look closely at what they do."""
        open_now = list(dialogs)
        cards = (dialog.edits for dialog in open_now)
        # A card that has no number yet is not known to anybody else.
        editing = next((card for card in cards if card is not None and card > 0), None)
        self._connection.here(Where(screen, editing), closely=bool(open_now))
