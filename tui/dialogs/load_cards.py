"""The cards that make up one week of a person or a role."""

from __future__ import annotations

from collections.abc import Mapping

from store.models import Column, Task
from store.repository.shared import Touched
from store.rules.words import counted
from tui.dialogs.listed import ListDialog
from tui.keys import LOAD_CARDS
from tui.workplace import Workplace
from widgets.listing_row import Key, Row
from widgets.words import day, number

_HEADS = ("Hours", "Card", "Title", "Due", "Is in", "Who")
_LEAST = (0, 0, 20, 6, 6, 8)


class LoadCardsDialog(ListDialog):
    """What takes most of the week stands first; it is the week as it was when this was opened."""

    KEYS = LOAD_CARDS
    OPENS = "open"

    def __init__(self, place: Workplace, title: str, cards: Mapping[int, float]) -> None:
        super().__init__(place)
        self._title = title
        self._cards = cards

    def heading(self) -> str:
        """Whose week this is."""
        return self._title

    def detail(self) -> str:
        """How much it is in all, and the card under the cursor."""
        row, total = self._listing.row, sum(self._cards.values())
        card = f"  |  {' '.join(row.cells[1:3])}" if row else ""
        return f"{total:.0f} h for {counted(len(self._cards), 'card')}{card}"

    def nothing(self) -> str:
        """Why there is nothing."""
        return "No card falls into this week."

    def show(self, touched: Touched | None) -> None:
        """Show the cards as they are now; the cursor stays on its card."""
        team = self._workplace.team
        there = [id for id in self._cards if team.find(Task, id) is not None]
        there.sort(key=lambda id: (-self._cards[id], id))
        self._listing.show(there, self._described, _HEADS, _LEAST, self.nothing())
        self._show_detail()

    def do_open(self) -> None:
        # Imported when it is opened, as on the board.
        from tui.dialogs.card import CardDialog

        self._workplace.ask(CardDialog(self._workplace, int(self._row().key)))

    def _described(self, key: Key) -> Row:
        place = self._workplace
        team, task = place.team, place.team.task(int(key))
        column = team.find(Column, task.column)
        guessed = "" if task.estimate is not None else "?"
        due = ""
        if task.due:
            due = f"{self._signs.overdue if task.is_overdue(place.today) else ''}{day(task.due, place.today)}"
        cells = (
            f"{self._cards[task.id]:.1f}{guessed}",
            number(task),
            task.title,
            due,
            column.name if column else "",
            ", ".join(map(team.name_of, task.assignees)),
        )
        return Row(key, cells)
