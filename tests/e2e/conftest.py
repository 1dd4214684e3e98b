"""A team's folder, and people in front of terminals."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.repository import open_team
from store.setup import create_team
from store.team import Team
from tests import builders
from tests.e2e.terminal import Terminal, environment, tagwerk


class Shop:
    """One folder and everybody who works on it."""

    def __init__(self, place: Path) -> None:
        self.folder = place / "team"
        self._place = place
        self._open: list[Terminal] = []
        create_team(self.folder, builders.team().tables)

    def at(
        self,
        person: str,
        size: tuple[int, int] = (80, 24),
        program: list[str] | None = None,
        ready: str = "live",
        **variables: str,
    ) -> Terminal:
        """A person opens the board in a terminal of her own; it is there when this returns."""
        home = self._place / person
        home.mkdir(exist_ok=True)
        terminal = Terminal(program or tagwerk(self.folder, person), environment(home, **variables), size)
        self._open.append(terminal)
        if ready:
            terminal.sees(ready)
        return terminal

    @property
    def team(self) -> Team:
        """What is in the folder now."""
        repository = open_team(self.folder, local=self._place / "looking", login="nobody")
        repository.close()
        return repository.team

    def close(self) -> None:
        for terminal in self._open:
            terminal.close()


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path)
    yield shop
    shop.close()
