"""The coming weeks: birthdays, anniversaries, first days, holidays, and who is away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from textual.content import Content

from store.culture.days import Occasion, coming
from store.errors import Refused
from store.phrases import counted
from store.rules.membership import refuse_outsider
from store.team import Team
from tui.culture.own_form import own_form
from tui.culture.thanking import thank
from tui.keys import DAYS, key_for
from tui.keys.culture import DAYS_CURSOR, DAYS_DOING
from tui.screens.forms import open_form
from tui.training.list_tab import ListTab
from widgets.culture.days import day_row, day_told, key_of
from widgets.listing_row import Key, Row

_MANY = 30
"""People whose days are found at once."""
_WEEKS = 6
"""Weeks that are looked ahead."""


class DaysTab(ListTab[Occasion]):
    """Day by day; beside it the people whom a day is about."""

    TITLE = "Days"
    ABOUT = (
        "What the coming weeks bring: birthdays and anniversaries of those who have entered them, new "
        "colleagues, everybody's holidays, and who is away. What is known of you, only you say."
    )
    KEYS = DAYS
    GROUPS = (("Days", DAYS_DOING), ("From day to day", DAYS_CURSOR))
    TABLES = frozenset({"members", "absences", "settings", "roles"})
    HEADS = ("When", "What", "Who")
    LEAST = (6, 0, 20)

    def finder(self, team: Team, today: date) -> Callable[[], Sequence[Occasion]]:
        """What there is, day by day."""
        return lambda: coming(team, today, _WEEKS * 7)

    def takes_long(self) -> bool:
        """Where many people keep holidays of their own, it takes longer than a key may."""
        return len(self.team.members) > _MANY

    def key_of(self, one: Occasion) -> Key:
        """What it is about."""
        return key_of(one)

    def row(self, one: Occasion) -> Row:
        """When, why, who."""
        return day_row(one, self.today)

    def told(self, one: Occasion, width: int) -> Content:
        """The people whom it is about."""
        return day_told(self.team, one, self.today, width)

    def line(self, one: Occasion) -> str:
        """All of it, as far as the line may not show it."""
        return one.sentence

    def about(self) -> list[str]:
        """How far it goes."""
        return [f"the coming {counted(_WEEKS, 'week')}"]

    def empty(self) -> str:
        """What begins it."""
        return (
            f"The coming {_WEEKS} weeks bring nothing that is known. {key_for(DAYS, 'edit')} enters your "
            "birthday, how your name is spoken and which holidays you keep; the team's holidays are in its "
            "settings (T)."
        )

    def do_edit(self) -> None:
        place = self.place
        refuse_outsider(place.team, place.person)
        open_form(place, own_form(place.team, place.person))

    def do_thank(self) -> None:
        one, me = self.here(), self.place.person
        others = [login for login in one.people if login != me]
        if not others:
            raise Refused("This is about nobody else.")
        thank(self.place, others[0] if len(others) == 1 else "")

    def do_open(self) -> None:
        self.here()
        self.toggle_class("-whole")
