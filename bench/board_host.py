"""The board alone, with cards for every grouping, and keys for what others do and for writing a card."""

from __future__ import annotations

from textual.binding import Binding

from store.change import Change
from store.team import Team
from tests.widgets.host import Host
from tests.widgets.teams import shop

_PEOPLE = 200
_GOALS = 30
_WRITTEN = "A new card with a title that is longer than its column is wide"


class BenchHost(Host):
    """A board of a large team."""

    BINDINGS = [
        Binding("f9", "others(True)"),
        Binding("f10", "others(False)"),
        Binding("f11", "write"),
    ]

    def __init__(self, cards: int, columns: int) -> None:
        super().__init__(_large(cards, columns))
        self._turn = 0

    def action_others(self, in_view: bool) -> None:
        """Somebody else renames the card under the cursor, or moves one of all the others."""
        self._turn += 1
        if in_view and (id := self.board.cursor_task) is not None:
            self.change(Change.update("tasks", self.team.task(id), title=f"Another title {self._turn}"))
            return
        task = self.team.task(len(self.team.tables["tasks"]) - self._turn * 7)
        self.change(Change.update("tasks", task, column=1 + task.column % len(self.team.columns)))

    def action_write(self) -> None:
        """One letter more of a new card."""
        self._turn += 1
        length = self._turn % len(_WRITTEN)
        self.board.show_draft(_WRITTEN[:length], length)


def _large(cards: int, columns: int) -> Team:
    team = shop(cards, columns)
    tables = dict(team.tables)
    tables["members"] = {
        i: {"login": f"p{i}", "name": f"Person {i}", "roles": [1 + i % 9]} for i in range(1, _PEOPLE + 1)
    }
    tables["tasks"] = {
        id: {
            **raw,
            "assignees": [f"p{1 + id % _PEOPLE}", *([f"p{1 + id * 7 % _PEOPLE}"] if id % 5 == 0 else [])],
            "goal": id % _GOALS or None,
        }
        for id, raw in tables["tasks"].items()
    }
    return Team(tables)
