"""What is learned: wishes, what is planned, under way and done, and what it costs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from store.models import LearningItem, LearningState
from store.phrases import counted
from store.skills.money import Account, accounts, hours_year
from store.skills.people import Departments
from store.team import Team
from tui.keys import LEARNING, SCREENS, key_for
from tui.keys.learning import LEARNING_CURSOR, LEARNING_DOING, LEARNING_VIEWS
from tui.palette.named import Named, NamedSource
from tui.palette.source import Source
from tui.screens.tab import TabDesk
from tui.training.item_keys import ItemKeys
from tui.training.list_tab import ListTab
from widgets.listing_row import Key, Row
from widgets.training import money
from widgets.training.learning import KINDS, learning_row, learning_told

_STATES = (
    LearningState.UNDER_WAY,
    LearningState.PLANNED,
    LearningState.WISH,
    LearningState.DONE,
)
"""Those that are shown, from top to bottom."""
_LINES, _FEW = 6, 2
"""Lines for the budget of departments, in a high terminal and in a low one."""
_HIGH = 36
_LOW = 20
"""Lines of a terminal below which the budget would leave too few rows of the list."""


class Sorted(StrEnum):
    """How the items are sorted."""

    STATE = "state"
    PERSON = "person"
    DAY = "day"


class LearningTab(ListTab[LearningItem]):
    """The plan, with the budget above it."""

    TITLE = "Learning"
    ABOUT = (
        "What people would like to learn, what is planned, what goes on and what was done this year, with "
        "what each department may spend on it. What is finished leads to a new level, and to a post."
    )
    KEYS = LEARNING
    GROUPS = (
        ("Learning", LEARNING_DOING),
        ("Looking at what is learned", LEARNING_VIEWS),
        ("From item to item", LEARNING_CURSOR),
    )
    TABLES = frozenset(
        {
            "learning_items",
            "budgets",
            "skills",
            "assessments",
            "members",
            "roles",
            "settings",
            "tasks",
            "posts",
        }
    )
    HEADS = ("State", "What", "Who", "When", "Cost")
    LEAST = (0, 20, 6, 6, 4)
    DEFAULT_CSS = """
    LearningTab #plan { background: $background; }
    LearningTab #money { height: auto; padding: 0 1; background: $surface; border-bottom: solid $panel; }
    LearningTab #money:ansi { background: ansi_default; }
    """

    def __init__(self, desk: TabDesk) -> None:
        super().__init__(desk)
        self._money = Static(id="money")
        self._accounts: Sequence[Account] = ()
        self._items = NamedSource("learning", self._named, lambda found: self.follow(found.key))
        self.sorted = Sorted.STATE
        self.is_mine = False

    def groups(self) -> list[object]:
        """Items, and how they are looked at."""
        return [self, ItemKeys(self)]

    def compose(self) -> ComposeResult:
        """The budget, the list, and what is told of an item."""
        yield Vertical(self._money, self.view, id="plan", classes="main")
        yield Container(self.sheet, classes="side")

    def finder(self, team: Team, today: date) -> Callable[[], Sequence[LearningItem]]:
        """What is open, and what was done this year."""
        me = self.place.person
        person = me if self.is_mine else None
        order = _ORDERS[self.sorted]

        def find() -> Sequence[LearningItem]:
            mine = Departments.of(team).of_person(me).casefold()
            self._accounts = sorted(
                accounts(team, today.year),
                key=lambda one: (one.department.casefold() != mine, -(one.budget or one.spent + one.planned)),
            )
            found = [
                item
                for item in team.all(LearningItem)
                if not item.archived_at
                and item.state in _STATES
                and person in (None, item.person)
                and (item.state is not LearningState.DONE or hours_year(team, item) in (None, today.year))
            ]
            return sorted(found, key=lambda item: order(team, item))

        return find

    def key_of(self, one: LearningItem) -> Key:
        """Its number."""
        return one.id

    def row(self, one: LearningItem) -> Row:
        """State, what, who, when, cost."""
        return learning_row(self.team, one, self.today, self.signs, self.marks)

    def texts(self, one: LearningItem) -> Iterable[str]:
        """All that it says."""
        return *self.row(one).cells, one.provider, one.why, one.learned, KINDS[one.kind]

    def told(self, one: LearningItem, width: int) -> Content:
        """All that is known of it."""
        return learning_told(self.team, one, self.today, self.marks, width)

    def line(self, one: LearningItem) -> str:
        """What comes next."""
        key, name = _NEXT[one.state]
        return f"{one.title}: {key_for(LEARNING, key)} {name}" if key else one.title

    def about(self) -> list[str]:
        """How many are shown, whose, and what the bars are."""
        parts = [counted(len(self.found), "item")]
        parts += ["yours"] if self.is_mine else []
        return [*parts, f"by {self.sorted}"]

    def empty(self) -> str:
        """What begins it."""
        plan, wish = key_for(LEARNING, "add"), key_for(LEARNING, "wish")
        if self.is_mine:
            everybody = key_for(LEARNING, "mine")
            return f"Nothing is planned for you: {wish} writes down a wish; {everybody} shows everybody's."
        return f"Nothing is learned yet: {wish} writes down a wish, {plan} plans something, ? shows all keys."

    def cleared(self) -> bool:
        """Everybody's again."""
        was, self.is_mine = self.is_mine, False
        return was

    def shown(self) -> None:
        """The budget of the departments that have something to do with it."""
        self._money.display = bool(self._accounts) and self.app.size.height >= _LOW
        most = _LINES if self.app.size.height >= _HIGH else _FEW
        width = max(20, self.view.size.width - 2)
        count = len(self._accounts)
        some = f"   {most} of {count} departments" if count > most else ""
        year = Content.assemble((f"Learning in {self.today.year}   {money.legend(self.marks)}{some}", "dim"))
        told = money.bars(self._accounts, self.team.settings.currency, most, width, self.signs, self.marks)
        if self._accounts:
            self._money.update(Content("\n").join([year, told]))

    def sources(self) -> Sequence[Source]:
        """What is learned."""
        return (self._items,)

    def renumber(self, table: str, old: int, new: int) -> None:
        """The cursor goes with a new item that has got its real number."""
        if table == "learning_items" and self.view.key == old:
            self._follows = new

    def do_order(self) -> None:
        orders = list(Sorted)
        self.sorted = orders[(orders.index(self.sorted) + 1) % len(orders)]
        self.look()

    def do_mine(self) -> None:
        self.is_mine = not self.is_mine
        self.look()

    def do_open(self) -> None:
        self.here()
        self.toggle_class("-whole")

    def on_resize(self) -> None:
        """Other lines fit."""
        self.call_after_refresh(self.shown)

    def _named(self) -> Iterable[Named]:
        team = self.team
        shown = self.found.values()
        return (Named(item.id, item.title, f"{team.name_of(item.person)}, {item.state}") for item in shown)

    def go_to_board(self, card: int) -> None:
        """Show a card on the board."""
        self.place.screens.show(SCREENS[0].name, at=card)


def _by_state(team: Team, item: LearningItem) -> tuple[object, ...]:
    return _STATES.index(item.state), item.due or date.max, item.title.casefold(), item.id


def _by_person(team: Team, item: LearningItem) -> tuple[object, ...]:
    return team.name_of(item.person).casefold(), *_by_state(team, item)


def _by_day(team: Team, item: LearningItem) -> tuple[object, ...]:
    return item.finished_on or item.due or date.max, item.title.casefold(), item.id


_ORDERS: dict[Sorted, Callable[[Team, LearningItem], tuple[object, ...]]] = {
    Sorted.STATE: _by_state,
    Sorted.PERSON: _by_person,
    Sorted.DAY: _by_day,
}
_NEXT = {
    LearningState.WISH: ("agree", "agrees to it"),
    LearningState.PLANNED: ("begin", "begins it"),
    LearningState.UNDER_WAY: ("finish", "ends it, with the new level"),
    LearningState.DONE: ("", ""),
    LearningState.DROPPED: ("", ""),
}
"""The command that comes next, and what it does."""
