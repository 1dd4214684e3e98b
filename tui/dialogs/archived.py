"""The cards that were put away."""

from __future__ import annotations

from store.errors import NeedsConsent
from store.filters import Search
from store.models import Column, Role, Task
from store.repository.shared import Touched
from store.rules import tasks
from store.rules.words import named
from store.text import clean_line
from tui.consent import what_it_goes_over
from tui.dialogs.listed import FilteredDialog
from tui.keys import ARCHIVED, BOARD, key_for
from tui.workplace import Workplace
from widgets.listing_row import Key, Row

_HEADS = ("Card", "Title", "Was in", "Role", "Put away")
_LEAST = (0, 20, 6, 8, 10)


class ArchivedDialog(FilteredDialog):
    """All archived cards, the one put away last on top; they can be searched, read and brought back."""

    KEYS = ARCHIVED
    OPENS = "open"

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._search = Search()
        self._numbers: list[int] = []
        """All archived cards, whatever the filter says."""

    def heading(self) -> str:
        """What this is."""
        return "Archived cards"

    def detail(self) -> str:
        """The filter, and the card under the cursor: its title may be cut above."""
        row = self._listing.row
        parts = [f"Filter “{self._query}”, esc shows all"] if self._query else []
        parts += [" ".join(row.cells[:2])] if row is not None else []
        return "  |  ".join(parts)

    def nothing(self) -> str:
        """How a card comes here."""
        return f"There is no card here; {key_for(BOARD, 'archive')} on the board puts one away."

    def show(self, touched: Touched | None) -> None:
        """Show how it is now; the cursor stays on its card."""
        if touched is None or any(table == "tasks" for table, _ in touched):
            raws = self._workplace.team.tables.get("tasks", {})
            away = [(str(raw["archived_at"]), id) for id, raw in raws.items() if raw.get("archived_at")]
            self._numbers = [id for _, id in sorted(away, reverse=True)]
        place = self._workplace
        found = self._search.matching(place.team, self._query, person=place.person, today=place.today).tasks
        keys = self._numbers if found is None else [number for number in self._numbers if number in found]
        empty = "No archived card contains all the words." if self._query else "No card was put away yet."
        self._listing.show(keys, self._described, _HEADS, _LEAST, empty)

    def do_open(self) -> None:
        # Imported when it is opened, as on the board.
        from tui.dialogs.card import CardDialog

        self._workplace.ask(CardDialog(self._workplace, self._card().id))

    def do_restore(self) -> None:
        card = self._card()
        try:
            self._restore(card, override=False)
        except NeedsConsent as question:
            self._asking.yes_or_no(
                f"{what_it_goes_over(question)}; go over it?", lambda: self._restore(card, override=True)
            )

    def _card(self) -> Task:
        return self._workplace.team.task(int(self._row().key))

    def _restore(self, card: Task, *, override: bool) -> None:
        place = self._workplace
        place.act(tasks.restore(place.team, card.id, place.person, place.now(), override=override))
        column = place.team.column(place.team.task(card.id).column)
        self._say(f"{named(card)} is in {column.name} again; {key_for(ARCHIVED, 'undo')} puts it back here.")

    def find(self) -> None:
        """Show what the filter finds."""
        self.show(frozenset())

    def _described(self, key: Key) -> Row:
        """From the fields as they are kept: a document is only built for a card that is opened."""
        team = self._workplace.team
        raw = team.tables.get("tasks", {}).get(int(key), {})
        column, role = team.find(Column, raw.get("column") or 0), team.find(Role, raw.get("role") or 0)
        cells = (
            f"#{key}",
            clean_line(str(raw.get("title", ""))),
            column.name if column else "",
            role.name if role else "",
            str(raw.get("archived_at", ""))[:10],
        )
        return Row(key, cells)
