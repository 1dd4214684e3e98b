"""Keys that write what somebody learns, and take it from a wish to its end."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Protocol

from store.change import Change
from store.errors import NeedsConsent, Refused
from store.models import LearningItem, LearningState, Task
from store.phrases import quoted
from store.rules import budgets, learned, learning
from store.rules.amounts import amount
from store.rules.learning import refuse_unless_concerned
from store.rules.membership import refuse_unless_lead
from store.rules.sharing import drop_because
from store.skills.money import budget_of, departments
from tui.screens.completing import ask_name
from tui.screens.forms import open_form
from tui.screens.tab import TabDesk
from tui.training.planning import plan_item
from tui.workplace import Workplace

_NONE = "none"
"""What one writes for the people who belong to no department, or for no budget."""


class OnItem(Protocol):
    """What these keys need of a tab."""

    desk: TabDesk

    @property
    def place(self) -> Workplace:
        """The app."""

    def here(self) -> LearningItem:
        """The item that a command is for.

        Raises:
            Refused: there is none.
        """

    def follow(self, key: int | str) -> None:
        """Put the cursor on an item."""

    def go_to_board(self, card: int) -> None:
        """Show a card on the board."""


class ItemKeys:
    """What is learned, and its budget."""

    def __init__(self, tab: OnItem) -> None:
        self._tab = tab
        self._place = tab.desk.place
        self._asking = tab.desk.asking

    def do_add(self) -> None:
        plan_item(self._place, LearningState.PLANNED, self._tab.follow)

    def do_wish(self) -> None:
        plan_item(self._place, LearningState.WISH, self._tab.follow)

    def do_edit(self) -> None:
        from tui.training.learning_form import item_form

        place, item = self._place, self._tab.here()
        refuse_unless_concerned(place.team, item, place.person)
        open_form(place, item_form(place.team, item, place.person, place.today))

    def do_agree(self) -> None:
        self._act(learning.agree(self._place.team, self._tab.here().id, *self._by()))

    def do_begin(self) -> None:
        self._act(learning.begin(self._place.team, self._tab.here().id, *self._by()))

    def do_finish(self) -> None:
        # Imported when it is opened: it takes Textual's fields.
        from tui.dialogs.finish import finish_item

        item = self._tab.here()
        if item.state is LearningState.DONE:
            raise Refused(f"{quoted(item.title)} is done already.")
        finish_item(self._place, item)

    def do_drop(self) -> None:
        item = self._tab.here()
        refuse_unless_concerned(self._place.team, item, self._place.person)
        self._asking.line(
            f"Why does nothing come of {quoted(item.title, 24)}?",
            partial(self._drop, item.id),
            hint="may be left empty",
            may_be_empty=True,
        )

    def do_card(self) -> None:
        item = self._tab.here()
        card = self._place.team.find(Task, item.task) if item.task is not None else None
        if card is not None and not card.archived_at:
            self._tab.go_to_board(card.id)
            return
        self._make_card(item.id)

    def do_archive(self) -> None:
        self._act(learning.archive(self._place.team, self._tab.here().id, *self._by()))

    def do_restore(self) -> None:
        gone = {
            item.title: item
            for item in self._place.team.all(LearningItem)
            if item.archived_at or item.state is LearningState.DROPPED
        }
        if not gone:
            raise Refused("Nothing was put away or dropped.")
        names = sorted(gone, key=str.casefold)
        ask_name(self._asking, "Bring back", names, lambda name: self._restore(gone, name))

    def do_budget(self) -> None:
        place = self._place
        refuse_unless_lead(place.team, place.person, "sets budgets")
        names = departments(place.team)
        if not names:
            self._ask_budget("")
            return
        ask_name(self._asking, "Budget of which department?", [*names, _NONE], self._ask_budget)

    def _ask_budget(self, name: str) -> None:
        place, year = self._place, self._place.today.year
        department = "" if name.strip().casefold() == _NONE else name.strip()
        known = {one.casefold(): one for one in departments(place.team)}
        if department and department.casefold() not in known:
            begun = [one for low, one in known.items() if low.startswith(department.casefold())]
            if len(begun) != 1:
                raise Refused(f"No role belongs to a department {quoted(department)}; its roles name it.")
            department = begun[0]
        old = budget_of(place.team, department, year)
        whose = f"Budget of {department}" if department else "Budget without a department"
        self._asking.line(
            f"{whose} for {year} in {place.team.settings.currency}",
            lambda text: self._set_budget(department, year, text),
            text=f"{old.amount:.15g}" if old else "",
            hint=f"an amount, or {_NONE}",
        )

    def _set_budget(self, department: str, year: int, text: str) -> None:
        place = self._place
        value = None if text.strip().casefold() == _NONE else amount(text, place.team.settings.currency)
        self._act(budgets.set_budget(place.team, department, year, value, *self._by(), id=place.new_id()))

    def _restore(self, gone: dict[str, LearningItem], name: str) -> None:
        low = name.strip().casefold()
        item = next((item for title, item in gone.items() if title.casefold() == low), None)
        if item is None:
            raise Refused(f"Nothing that was put away is called {quoted(name)}; tab writes a name out.")
        rule = learning.restore if item.archived_at else learning.agree
        self._act(rule(self._place.team, item.id, *self._by()))
        self._tab.follow(item.id)

    def _drop(self, item: int, reason: str) -> None:
        self._act(drop_because(self._place.team, item, reason, *self._by()))

    def _make_card(self, item: int, *, override: bool = False) -> None:
        place = self._place
        try:
            change = learned.to_card(place.team, item, *self._by(), id=place.new_id(), override=override)
        except NeedsConsent as question:
            again = partial(self._make_card, item, override=True)
            self._asking.yes_or_no(f"{question} Go on?", again)
            return
        self._act(change)

    def _by(self) -> tuple[str, datetime]:
        return self._place.person, self._place.now()

    def _act(self, change: Change) -> None:
        self._place.act(change)
        self._place.tell(f"You {change.label}.")
