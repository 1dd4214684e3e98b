"""Which cards serve a goal: those that do come first, any other one can be found and linked."""

from __future__ import annotations

from collections.abc import Sequence

from store.filters import Search
from store.models import Column, Goal, Role, Task
from store.repository.shared import Touched
from store.rules import tasks
from store.rules.goals import goal_numbered
from store.rules.words import named, quoted
from store.text import clean_line
from tui.dialogs.listed import FilteredDialog
from tui.keys import GOAL_CARDS, key_for
from tui.workplace import Workplace
from widgets.goals.signs import goal_signs
from widgets.listing_row import Key, Row

_HEADS = ("", "Card", "Title", "Is in", "Role", "Serves")
_LEAST = (1, 0, 20, 6, 8, 8)


class GoalCardsDialog(FilteredDialog):
    """All cards on the board; space links the one under the cursor, or takes the link away."""

    KEYS = GOAL_CARDS
    OPENS = "open"
    HINT = "words, @ana, #tag, role:, goal:"

    def __init__(self, place: Workplace, goal: int) -> None:
        super().__init__(place)
        self._goal = goal
        self._search = Search()
        self._order: Sequence[int] = ()
        """All cards in the order in which they were found: a card stays where it is when it is linked."""

    @property
    def goal(self) -> Goal:
        """The goal as it is now.

        Raises:
            NotFound: it was taken back.
        """
        return goal_numbered(self._workplace.team, self._goal)

    def heading(self) -> str:
        """Which goal this is about."""
        return f"Cards that serve {quoted(self.goal.title)}"

    def detail(self) -> str:
        """How many serve it, the filter, and the card under the cursor."""
        raws = self._workplace.team.tables.get("tasks", {}).values()
        serving = sum(raw.get("goal") == self._goal and not raw.get("archived_at") for raw in raws)
        parts = [f"{serving} serve it"]
        parts += [f"Filter “{self._query}”, esc shows all"] if self._query else []
        row = self._listing.row
        parts += [" ".join(row.cells[1:3])] if row is not None else []
        return "  |  ".join(parts)

    def nothing(self) -> str:
        """Why there is nothing."""
        return f"There is no card here; {key_for(GOAL_CARDS, 'filter')} finds others."

    def show(self, touched: Touched | None) -> None:
        """Show how it is now; the cursor stays on its card."""
        place = self._workplace
        if place.team.find(Goal, self._goal) is None:
            self.dismiss()
            return
        if touched is None or any(table == "tasks" for table, _ in touched):
            self._find()

    def do_toggle(self) -> None:
        place, card = self._workplace, self._card()
        is_serving = card.goal == self._goal
        wanted = None if is_serving else self._goal
        place.act(tasks.edit(place.team, card.id, place.person, place.now(), goal=wanted))
        before = place.team.find(Goal, card.goal) if card.goal is not None and not is_serving else None
        instead = f" instead of {quoted(before.title)}" if before else ""
        self._say(f"{named(card)} {'serves it no more' if is_serving else f'serves it{instead}'}.")

    def do_open(self) -> None:
        from tui.dialogs.card import CardDialog

        self._workplace.ask(CardDialog(self._workplace, self._card().id))

    def _card(self) -> Task:
        return self._workplace.team.task(int(self._row().key))

    def find(self) -> None:
        """Show what the filter finds."""
        self._order = ()
        self._find()

    def _find(self) -> None:
        place = self._workplace
        raws = place.team.tables.get("tasks", {})
        found = self._search.matching(place.team, self._query, person=place.person, today=place.today).tasks
        live = {id for id, raw in raws.items() if not raw.get("archived_at")}
        wanted = live if found is None else live & found
        known = [id for id in self._order if id in wanted]
        new = wanted - set(known)
        self._order = [*known, *sorted(new, key=lambda id: (raws[id].get("goal") != self._goal, -id))]
        empty = "No card is like that." if self._query else "There are no cards yet."
        self._listing.show(self._order, self._described, _HEADS, _LEAST, empty)

    def _described(self, key: Key) -> Row:
        """From the fields as they are kept: a document is only built for a card that is opened."""
        team = self._workplace.team
        raw = team.tables.get("tasks", {}).get(int(key), {})
        column, role = team.find(Column, raw.get("column") or 0), team.find(Role, raw.get("role") or 0)
        goal = team.find(Goal, raw.get("goal") or 0)
        serves = raw.get("goal") == self._goal
        cells = (
            goal_signs(self._signs).met if serves else " ",
            f"#{key}" if int(key) > 0 else "#…",
            clean_line(str(raw.get("title", ""))),
            column.name if column else "",
            role.name if role else "",
            "this goal" if serves else goal.title if goal else "",
        )
        return Row(key, cells)
