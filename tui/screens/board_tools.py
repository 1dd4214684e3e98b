"""What the board asks of its tools, which are loaded when the first key needs them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol

from textual.widget import Widget

from store.repository.shared import Touched
from store.team import Team
from tui.palette.source import Source
from widgets.board.messages import Dropped


class GoalsAbove(Protocol):
    """The goals that are most behind, above the board."""

    @property
    def strip(self) -> Widget:
        """What shows them."""

    def show(self, touched: Touched | None) -> None:
        """Show the workplace's snapshot; only what was touched may look different, `None`: anything."""


class BoardTools(Protocol):
    """Commands, sources for the palette, and the search behind the filter."""

    @property
    def sources(self) -> Sequence[Source]:
        """Cards, people and roles."""

    def run(self, name: str) -> None:
        """Do what a command says.

        Raises:
            Refused: it cannot be done.
        """

    def drop(self, dropped: Dropped) -> None:
        """Put cards where they were dragged to.

        Raises:
            Refused: it cannot be done.
        """

    def find(
        self, team: Team, query: str, *, person: str, today: date, changed: Collection[int] | None
    ) -> tuple[frozenset[int] | None, str]:
        """The cards that the filter shows (`None`: all), and what is wrong with it; see `Search.matching`."""

    def follow(self, changed: Collection[int] | None) -> None:
        """These cards may be different now; `None`: any."""

    def prepare(self, team: Team) -> None:
        """Read all texts, so that the first key of a filter or of the palette need not wait for it."""
