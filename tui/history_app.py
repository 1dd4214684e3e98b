"""An app that asks the team's history, which takes long enough to be done beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from store.change import Change
from store.models import Activity
from store.past.flowing import Since
from store.repository.reader import HistoryReader
from tui import outside
from tui.lean_app import LeanApp


class HistoryApp(LeanApp):
    """Looks things up in threads of their own; the answers come later, in the app's thread."""

    def __init__(self, history: HistoryReader | None) -> None:
        super().__init__()
        self._history = history

    def read_history(
        self, number: int, then: Callable[[tuple[Activity, ...]], None], table: str = "tasks"
    ) -> None:
        """Look up who changed a card, or another document."""
        if self._history is None:
            then(())
        else:
            nothing: tuple[Activity, ...] = ()
            outside.look_up(self, partial(self._history.activity, table, number), then, nothing)

    def read_flow(self, since: datetime, then: Callable[[Since | None], None]) -> None:
        """Look up what everybody did since a moment; `None`: that cannot be known now."""
        if self._history is None:
            then(None)
        else:
            nothing: Since | None = None
            outside.look_up(self, partial(self._history.changes_since, since), then, nothing)

    def read_doings(self, person: str, since: datetime, then: Callable[[tuple[Change, ...]], None]) -> None:
        """Look up what somebody did since a moment, the oldest first."""
        if self._history is None:
            then(())
        else:
            nothing: tuple[Change, ...] = ()
            outside.look_up(self, partial(self._history.done_by, person, since), then, nothing)
