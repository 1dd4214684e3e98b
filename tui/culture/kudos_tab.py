"""The wall of kudos: who thanked whom in the last weeks, and for what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from textual.content import Content

from store.culture.kudos import WEEKS, mine, thanked, wall
from store.culture.values import values
from store.models import Kudos, Value
from store.phrases import counted
from store.team import Team
from tui.culture.kudos_keys import KudosKeys
from tui.keys import KUDOS, key_for
from tui.keys.culture import KUDOS_CURSOR, KUDOS_DOING
from tui.palette.named import Named, NamedSource
from tui.palette.source import Source
from tui.screens.tab import TabDesk
from tui.training.list_tab import ListTab
from widgets.culture.kudos import kudos_row, kudos_told
from widgets.culture.signs import culture_signs
from widgets.culture.wall import Wall
from widgets.listing_row import Key, Row

_MANY = 500
"""Thanks that are looked through at once; about 10 ms."""
_EVER = datetime.min.replace(tzinfo=UTC)


class Whose(StrEnum):
    """Whose thanks are shown."""

    ALL = "all"
    CAME_IN = "came in for you"
    WENT_OUT = "said by you"


class KudosTab(ListTab[Kudos]):
    """All words stand on the wall; beside it there is what they show."""

    TITLE = "Kudos"
    ABOUT = (
        "Who thanked whom, and for what. A sentence is enough: what somebody did, and what it meant to you. "
        "What came in for you and what you said, only you see put together."
    )
    KEYS = KUDOS
    GROUPS = (("Kudos", KUDOS_DOING), ("On the wall", KUDOS_CURSOR))
    TABLES = frozenset({"kudos", "values", "members", "roles", "settings", "posts"})
    HEADS = ("", "", "", "")
    LEAST = (20, 0, 0, 0)
    # Textual asks each class anew: scoped rules would not see how wide the screen is.
    SCOPED_CSS = False
    DEFAULT_CSS = """
    KudosTab .side { display: none; }
    KudosTab.-whole .side, KudosTab.-bare .side, .-beside KudosTab .side { display: block; }
    .-beside KudosTab .side { width: 36%; }
    .-beside KudosTab.-whole .side, .-beside KudosTab.-bare .side { width: 1fr; }
    """

    def __init__(self, desk: TabDesk) -> None:
        super().__init__(desk)
        self.view = Wall(signs=desk.signs)
        self._looks = culture_signs(desk.signs)
        self.whose, self.value = Whose.ALL, None
        self._values = NamedSource("value", self._named, lambda found: self.want_value(int(found.key)))

    whose: Whose
    value: int | None
    """Number of the value of which alone it is shown; `None`: all."""

    def groups(self) -> list[object]:
        """Thanking, and what of it is shown."""
        return [self, KudosKeys(self)]

    def finder(self, team: Team, today: date) -> Callable[[], Sequence[Kudos]]:
        """The last weeks; of one's own everything."""
        me, whose, value = self.place.person, self.whose, self.value
        since = self.place.now() - timedelta(weeks=WEEKS)

        def find() -> Sequence[Kudos]:
            if whose is Whose.ALL:
                # Of one value there may be little in a few weeks.
                return wall(team, since if value is None else _EVER, value)
            own = mine(team, me)
            found = own.came_in if whose is Whose.CAME_IN else own.went_out
            return [one for one in found if value in (None, one.value)]

        return find

    def takes_long(self) -> bool:
        """Among thousands of thanks it takes longer than a key may."""
        return len(self.team.tables.get("kudos", {})) > _MANY

    def key_of(self, one: Kudos) -> Key:
        """Its number."""
        return one.id

    def row(self, one: Kudos) -> Row:
        """Who and whom, when, the value, and the words."""
        return kudos_row(self.team, one, self.place.person, self.today, self._looks)

    def texts(self, one: Kudos) -> Iterable[str]:
        """All that it says, and everybody who is thanked."""
        return *self.row(one).cells, *map(self.team.name_of, thanked(self.team, one))

    def told(self, one: Kudos, width: int) -> Content:
        """All of it."""
        return kudos_told(self.team, one, self.place.person, self.today, self._looks, width)

    def line(self, one: Kudos) -> str:
        """What one can do about one's own."""
        if one.giver != self.place.person:
            return ""
        return f"{key_for(KUDOS, 'take_back')} takes your thanks back"

    def about(self) -> list[str]:
        """How many, whose, and of which value."""
        value = self.team.find(Value, self.value) if self.value is not None else None
        parts = [f"{len(self.found)} thanks"]
        if self.whose is not Whose.ALL:
            parts.append(self.whose.value)
        elif value is None:
            parts.append(f"last {counted(WEEKS, 'week')}")
        if value is not None:
            parts.append(value.name)
        if self.whose is not Whose.ALL or value is not None:
            parts.append(f"{key_for(KUDOS, 'clear')}: all")
        return parts

    def empty(self) -> str:
        """What begins it."""
        add, all_of_it = key_for(KUDOS, "add"), key_for(KUDOS, "clear")
        if self.whose is Whose.CAME_IN:
            return f"Nothing has come in for you yet. {add} thanks somebody else; {all_of_it} shows all."
        if self.whose is Whose.WENT_OUT:
            return f"You have not thanked anybody yet: {add} does; {all_of_it} shows all."
        if self.value is not None:
            return f"Nothing shows this value yet: {add} thanks somebody who has; {all_of_it} shows all."
        return f"Nobody was thanked in the last {WEEKS} weeks. Who has helped you? {add} says thank you."

    def cleared(self) -> bool:
        """Everybody's of all values again."""
        was = self.whose is not Whose.ALL or self.value is not None
        self.whose, self.value = Whose.ALL, None
        return was

    def sources(self) -> Sequence[Source]:
        """The values."""
        return (self._values,)

    def renumber(self, table: str, old: int, new: int) -> None:
        """The cursor goes with new thanks that have got their real number."""
        if table == "kudos" and self.view.key == old:
            self._follows = new

    def go_to(self, key: int | str) -> None:
        """Put the cursor on thanks, be they shown or not."""
        if key not in self.found and isinstance(key, int):
            one = self.team.find(Kudos, key)
            self.words = ""
            self.cleared()
            if one is not None and self.place.person in thanked(self.team, one):
                # It may be older than what the wall shows.
                self.whose = Whose.CAME_IN
            self.look()
        self.follow(key)

    def want_value(self, value: int | None) -> None:
        """Show only what shows a value; `None`: all."""
        self.value = value
        self.look()

    def do_mine(self) -> None:
        every = list(Whose)
        self.whose = every[(every.index(self.whose) + 1) % len(every)]
        self.look()

    def do_open(self) -> None:
        self.here()
        self.toggle_class("-whole")

    def _named(self) -> Iterable[Named]:
        return (Named(value.id, f"Kudos for {value.name}", value.about) for value in values(self.team))
