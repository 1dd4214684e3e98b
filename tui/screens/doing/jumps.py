"""Keys that take the cursor far: to the ends of a column, to a card by number, to the next one of a kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from store.errors import Refused
from store.models import ColumnKind, Raw, Task
from store.text import whole_number
from tui.keys import BOARD, JUMPS, key_for
from tui.screens.doing.bench import Bench
from tui.screens.doing.going import go_to, open_card, remember
from widgets.board.marks import days_stale

Wanted = Callable[[int, Raw], bool]
"""Whether a card, by number and as it is stored, is of the kind that is looked for."""


class JumpCommands:
    """What may follow the key that waits for a jump."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._place = bench.place

    def do_jump(self) -> None:
        self._bench.asking.keys("Go to", self._bench.following(JUMPS))

    def do_jump_top(self) -> None:
        self._to_end(0)

    def do_jump_end(self) -> None:
        self._to_end(-1)

    def do_jump_card(self) -> None:
        self._bench.asking.line("Go to card number", self._to_number)

    def do_jump_mine(self) -> None:
        person = self._place.person
        self._next(lambda _, raw: person in raw.get("assignees", ()) and _is_open(raw), "open card of yours")

    def do_jump_overdue(self) -> None:
        today = self._place.today.isoformat()
        self._next(lambda _, raw: _is_open(raw) and "" < str(raw.get("due") or "") < today, "overdue card")

    def do_jump_blocked(self) -> None:
        self._next(lambda _, raw: _is_open(raw) and bool(raw.get("blocked")), "blocked card")

    def do_jump_stale(self) -> None:
        team, today = self._place.team, self._place.today
        active = {column.id for column in team.columns if column.kind is ColumnKind.ACTIVE}
        # A day more than the team's: stored times are in UTC. Only what may be stale is made into a card.
        before = (today - timedelta(days=team.settings.stale_after - 1)).isoformat()

        def is_stale(number: int, raw: Raw) -> bool:
            if raw.get("column") not in active or str(raw.get("column_since") or "~")[:10] > before:
                return False
            task = team.find(Task, number)
            return task is not None and days_stale(task, team, today) is not None

        self._next(is_stale, "stale card")

    def do_jump_mention(self) -> None:
        unread = self._place.mentions.unread()
        if not unread:
            raise Refused("Nobody has mentioned you since you last looked.")
        in_view = next((n for n in self._bench.view.onward() if n in unread), None)
        if in_view is not None:
            go_to(self._bench, in_view)
        # Opening it is looking at it, so that the next one comes with the next jump.
        open_card(self._bench, in_view or min(unread))

    def do_jump_back(self) -> None:
        if self._bench.left is None:
            raise Refused("You have not jumped yet.")
        go_to(self._bench, self._bench.left)

    def _to_end(self, at: int) -> None:
        column = self._bench.view.column_downward()
        if not column:
            raise Refused("There is no card in this column.")
        remember(self._bench)
        self._bench.view.select_task(column[at])

    def _to_number(self, typed: str) -> None:
        number = whole_number(typed.strip().removeprefix("#"))
        if number is None:
            raise Refused("A card's number is made of digits, as in #12.")
        go_to(self._bench, number)

    def _next(self, wanted: Wanted, what: str) -> None:
        """Go to the next card in view, in the order in which one reads the board."""
        tasks = self._place.team.tables.get("tasks", {})
        here = self._bench.view.cursor_task
        for number in self._bench.view.onward():
            if number != here and wanted(number, tasks[number]):
                remember(self._bench)
                self._bench.view.select_task(number)
                return
        other = "other " if here is not None and wanted(here, tasks[here]) else ""
        raise Refused(f"There is no {other}{what}{self._hidden(wanted)}.")

    def _hidden(self, wanted: Wanted) -> str:
        """How many there are out of view, and how they are shown."""
        team = self._place.team
        tasks, columns = team.tables.get("tasks", {}), {column.id for column in team.columns}
        in_view = set(self._bench.view.onward())
        count = sum(
            number not in in_view and wanted(number, tasks[number])
            for (column, _), cards in team.index.cells.items()
            if column in columns
            for _, number in cards
        )
        if not count:
            return ""
        show_all = f"{key_for(BOARD, 'all_lanes')} shows all lanes"
        way = f"{key_for(BOARD, 'clear')} takes the filter away" if self._bench.query else show_all
        return f" in view; {count} {'is' if count == 1 else 'are'} hidden, {way}"


def _is_open(raw: Raw) -> bool:
    return not raw.get("finished_at")
