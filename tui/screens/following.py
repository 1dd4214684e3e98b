"""Screens that look at some tables, and work out what they show only while somebody looks."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from store.repository.shared import Touched
from tui.screens.base import TeamScreen
from tui.workplace import Workplace


class FollowingScreen(TeamScreen):
    """Follows the snapshots; a subclass says of which tables, and shows them in `show_snapshot`."""

    TABLES: ClassVar[frozenset[str]] = frozenset()
    """What it depends on."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._is_old = True
        self._day: date | None = None

    def show_snapshot(self) -> None:
        """Show the workplace's snapshot."""
        raise NotImplementedError

    def show(self, touched: Touched | None) -> None:
        """Show the workplace's snapshot, at once or when the screen is looked at again."""
        if self._place.status.loading:
            return
        if touched is None or self._place.today != self._day or any(t in self.TABLES for t, _ in touched):
            self._is_old = True
            if self.is_active or self.is_current:
                self._catch_up()

    def on_screen_resume(self) -> None:
        """What happened meanwhile is worked out now."""
        self._catch_up()

    def day_may_have_changed(self) -> None:
        """At midnight much is another day's."""
        if self._place.today != self._day:
            self.show(None)

    def _catch_up(self) -> None:
        if self._is_old and not self._place.status.loading:
            self._is_old, self._day = False, self._place.today
            self.show_snapshot()
