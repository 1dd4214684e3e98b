"""What the team holds dear, what it looks like, and who has shown it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime

from textual.content import Content

from store.culture.kudos import wall
from store.culture.ready import VALUES as READY
from store.culture.values import values
from store.models import Goal, Kudos, Value
from store.phrases import counted
from store.team import Team
from tui.culture.value_keys import ValueKeys
from tui.keys import VALUES, key_for
from tui.keys.culture import VALUES_CURSOR, VALUES_DOING
from tui.palette.named import Named, NamedSource
from tui.palette.source import Source
from tui.screens.tab import TabDesk
from tui.training.list_tab import ListTab
from widgets.culture.signs import culture_signs
from widgets.culture.value import Seen, value_row, value_told
from widgets.listing_row import Key, Row

_MANY = 500
"""Thanks that are looked through at once; about 10 ms."""
_EVER = datetime.min.replace(tzinfo=UTC)


class ValuesTab(ListTab[Value]):
    """In their order; beside them what each looks like on an ordinary day."""

    TITLE = "Values"
    ABOUT = (
        "What you hold dear, in your own words. A value is worth as much as what it looks like on an "
        "ordinary day: write that below it, and thank who shows it."
    )
    KEYS = VALUES
    GROUPS = (("Values", VALUES_DOING), ("From value to value", VALUES_CURSOR))
    TABLES = frozenset({"values", "kudos", "goals", "members", "roles", "settings"})
    HEADS = ("Value", "On an ordinary day", "Seen")
    LEAST = (14, 16, 0)

    def __init__(self, desk: TabDesk) -> None:
        super().__init__(desk)
        self._looks = culture_signs(desk.signs)
        self._shown: Mapping[int, Sequence[Kudos]] = {}
        """Thanks by the number of the value that they show, newest first."""
        self._goals: Mapping[str, Sequence[Goal]] = {}
        """Goals that are not closed, by the value that they serve, in small letters."""
        self._values = NamedSource("value", self._named, lambda found: self.follow(found.key))

    def groups(self) -> list[object]:
        """What is done with values."""
        return [self, ValueKeys(self)]

    def finder(self, team: Team, today: date) -> Callable[[], Sequence[Value]]:
        """Those that hold, in their order, and the thanks that show them."""

        def find() -> Sequence[Value]:
            shown: dict[int, list[Kudos]] = {}
            for one in wall(team, _EVER):
                if one.value is not None:
                    shown.setdefault(one.value, []).append(one)
            goals: dict[str, list[Goal]] = {}
            for goal in team.all(Goal):
                if goal.serves and goal.closed_at is None and goal.archived_at is None:
                    goals.setdefault(goal.serves.casefold(), []).append(goal)
            self._shown, self._goals = shown, goals
            return values(team)

        return find

    def takes_long(self) -> bool:
        """Among thousands of thanks it takes longer than a key may."""
        return len(self.team.tables.get("kudos", {})) > _MANY

    def key_of(self, one: Value) -> Key:
        """Its number."""
        return one.id

    def row(self, one: Value) -> Row:
        """Name, what it looks like, how often it was seen."""
        return value_row(one, self._shown.get(one.id, ()), self._looks)

    def texts(self, one: Value) -> Iterable[str]:
        """All that it says."""
        return one.name, one.about, *one.practice

    def told(self, one: Value, width: int) -> Content:
        """All of it, and the latest thanks."""
        seen = Seen(self._shown.get(one.id, ()), self._goals.get(one.name.casefold(), ()))
        return value_told(self.team, one, seen, self.place.person, self.today, self._looks, width)

    def line(self, one: Value) -> str:
        """What one can do about it."""
        return f"{one.name}: {key_for(VALUES, 'thank')} thanks somebody who has shown it"

    def about(self) -> list[str]:
        """How many there are."""
        return [counted(len(self.found), "value")] if self.found else []

    def empty(self) -> str:
        """What begins it."""
        add, ready = key_for(VALUES, "add"), key_for(VALUES, "ready")
        names = ", ".join(f"“{one.name}”" for one in READY)
        return (
            f"There are no values yet. {add} adds the first one; {ready} takes {len(READY)} to begin with: "
            f"{names}. Who leads a role may do that."
        )

    def sources(self) -> Sequence[Source]:
        """The values."""
        return (self._values,)

    def renumber(self, table: str, old: int, new: int) -> None:
        """The cursor goes with a new value that has got its real number."""
        if table == "values" and self.view.key == old:
            self._follows = new

    def do_open(self) -> None:
        self.here()
        self.toggle_class("-whole")

    def _named(self) -> Iterable[Named]:
        return (Named(value.id, value.name, value.about) for value in self.found.values())
