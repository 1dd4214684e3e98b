"""Keys that thank, take thanks back, and say which are shown."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from store.culture.kudos import QUIET, quiet, to_whom
from store.culture.values import values
from store.errors import Refused
from store.models import Kudos
from store.phrases import counted
from store.rules import kudos
from store.rules.membership import refuse_unless_lead
from tui.culture.thanking import thank
from tui.keys import VALUES, key_for
from tui.palette.named import Named
from tui.screens.tab import TabDesk

_ALL = 0
"""Stands for no value among the numbers of values."""


class OnWall(Protocol):
    """What these keys need of the tab."""

    desk: TabDesk

    def here(self) -> Kudos:
        """The thanks that a command is for.

        Raises:
            Refused: there are none.
        """

    def follow(self, key: int | str) -> None:
        """Put the cursor on thanks."""

    def want_value(self, value: int | None) -> None:
        """Show only what shows a value; `None`: all."""


class KudosKeys:
    """Thanks, and the people who have waited for them."""

    def __init__(self, tab: OnWall) -> None:
        self._tab = tab
        self._place = tab.desk.place

    def do_add(self) -> None:
        thank(self._place, given=self._tab.follow)

    def do_take_back(self) -> None:
        place, one = self._place, self._tab.here()
        # Whose they are is said at the key, and not after the question.
        kudos.take_back(place.team, one.id, place.person, place.now())
        question = f"Take back your thanks to {to_whom(place.team, one)}?"
        self._tab.desk.asking.yes_or_no(question, partial(self._take_back, one.id))

    def do_by_value(self) -> None:
        from tui.dialogs.choosing import choose

        found = values(self._place.team)
        if not found:
            raise Refused(f"There are no values yet; on the tab Values, {key_for(VALUES, 'add')} adds one.")
        things = [
            Named(_ALL, "All of them"),
            *(Named(value.id, value.name, value.about.partition("\n")[0]) for value in found),
        ]
        choose(self._place, self._tab.desk.screen, "Kudos for which value?", things, self._want)

    def do_quiet(self) -> None:
        from tui.dialogs.choosing import choose

        place = self._place
        refuse_unless_lead(place.team, place.person, "sees who was not thanked for long")
        found = [one for one in quiet(place.team, place.today) if one.person != place.person]
        if not found:
            raise Refused(f"Everybody was thanked in the last {QUIET} days, or is new.")
        things = [Named(one.person, place.team.name_of(one.person), _since(one.days)) for one in found]
        title = "Not thanked for long, by name: what do they do well?"
        choose(place, self._tab.desk.screen, title, things, self._thank)

    def _thank(self, found: Named) -> None:
        thank(self._place, str(found.key), given=self._tab.follow)

    def _want(self, found: Named) -> None:
        self._tab.want_value(int(found.key) or None)

    def _take_back(self, number: int) -> None:
        place = self._place
        change = kudos.take_back(place.team, number, place.person, place.now())
        place.act(change)
        place.tell(f"You {change.label}.")


def _since(days: int | None) -> str:
    return "not yet" if days is None else f"{counted(days, 'day')} ago"
