"""Everything that the board's keys need, loaded with the first of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from store.filters import Search
from store.team import Team
from tui.palette.source import Source
from tui.screens.doing.bench import Bench
from tui.screens.doing.commands import BoardCommands
from tui.screens.doing.dropping import drop
from tui.screens.doing.finding import board_sources, card_source
from widgets.board.messages import Dropped


class Tools:
    """Does what `tui.screens.board_tools.BoardTools` says."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._commands = BoardCommands(bench)
        self._cards = card_source(bench)
        self._search = Search()
        self.sources: Sequence[Source] = (*board_sources(bench), self._cards)
        """Cards, people and roles."""

    def run(self, name: str) -> None:
        """Do what a command says.

        Raises:
            Refused: it cannot be done.
        """
        self._commands.run(name)

    def drop(self, dropped: Dropped) -> None:
        """Put cards where they were dragged to.

        Raises:
            Refused: it cannot be done.
        """
        drop(self._bench, dropped)

    def find(
        self, team: Team, query: str, *, person: str, today: date, changed: Collection[int] | None
    ) -> tuple[frozenset[int] | None, str]:
        """The cards that the filter shows (`None`: all), and what is wrong with it; see `Search.matching`."""
        found = self._search.matching(team, query, person=person, today=today, changed=changed)
        return found.tasks, found.problem

    def follow(self, changed: Collection[int] | None) -> None:
        """These cards may be different now; `None`: any."""
        self._cards.follow(changed)

    def prepare(self, team: Team) -> None:
        """Read all texts, so that the first key of a filter or of the palette need not wait for it."""
        self._search.prepare(team)
        self._cards.prepare()
