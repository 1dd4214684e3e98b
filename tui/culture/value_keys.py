"""Keys that write values; who leads a role does."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from store.change import Change
from store.errors import Refused
from store.models import Value
from store.phrases import quoted
from store.rules import values
from store.rules.membership import refuse_unless_lead
from tui.culture.thanking import thank
from tui.culture.value_form import new_value_form, value_form
from tui.screens.completing import ask_name
from tui.screens.forms import open_form
from tui.screens.tab import TabDesk


class OnValue(Protocol):
    """What these keys need of the tab."""

    desk: TabDesk

    def here(self) -> Value:
        """The value that a command is for.

        Raises:
            Refused: there is none.
        """

    def follow(self, key: int | str) -> None:
        """Put the cursor on a value."""


class ValueKeys:
    """What the team has agreed on."""

    def __init__(self, tab: OnValue) -> None:
        self._tab = tab
        self._place = tab.desk.place

    def do_add(self) -> None:
        self._refuse_others()
        place = self._place
        number = place.new_id()
        open_form(place, new_value_form(place.team, number), partial(self._tab.follow, number))

    def do_edit(self) -> None:
        self._refuse_others()
        open_form(self._place, value_form(self._place.team, self._tab.here()))

    def do_thank(self) -> None:
        thank(self._place, value=self._tab.here().id)

    def do_lower(self) -> None:
        self._move(1)

    def do_higher(self) -> None:
        self._move(-1)

    def do_archive(self) -> None:
        place = self._place
        self._act(values.archive(place.team, self._tab.here().id, place.person, place.now()))

    def do_restore(self) -> None:
        self._refuse_others()
        gone = {value.name: value.id for value in self._place.team.all(Value) if value.archived_at}
        if not gone:
            raise Refused("No value was put away.")
        ask_name(
            self._tab.desk.asking, "Bring back", sorted(gone, key=str.casefold), partial(self._restore, gone)
        )

    def do_ready(self) -> None:
        place = self._place
        self._act(values.take_ready(place.team, place.person, place.now()))

    def _restore(self, gone: dict[str, int], name: str) -> None:
        low = name.strip().casefold()
        number = next((id for known, id in gone.items() if known.casefold() == low), None)
        if number is None:
            raise Refused(f"No value that was put away is called {quoted(name)}; tab writes a name out.")
        place = self._place
        self._act(values.restore(place.team, number, place.person, place.now()))
        self._tab.follow(number)

    def _move(self, offset: int) -> None:
        place = self._place
        place.act(values.move(place.team, self._tab.here().id, offset, place.person, place.now()))

    def _refuse_others(self) -> None:
        """Refuse at the key, and not after something was written."""
        refuse_unless_lead(self._place.team, self._place.person, "changes the team's values")

    def _act(self, change: Change) -> None:
        self._place.act(change)
        self._place.tell(f"You {change.label}.")
