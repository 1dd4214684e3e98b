"""The weeks ahead: how much waits for everybody, against the hours that there are for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from store.absences.workload import NO_ROLE, WEEKS, Workload
from store.days import spoken
from store.errors import Refused
from store.models import Role
from store.rules.words import counted
from tui.keys import WORKLOAD, WORKLOAD_GROUPS
from tui.palette.named import Named, NamedSource
from tui.palette.source import Source
from tui.screens.doing.grouped import Grouped
from tui.screens.doing.list_cursor import ListCursor
from tui.screens.doing.shell import ShellCommands, Tools
from tui.screens.tab import Tab, TabDesk
from tui.team.loads import Loads
from widgets.listing_row import Key
from widgets.load_bar import load_words
from widgets.team.load_grid import LoadGrid, LoadRow


class LoadCursor(ListCursor):
    """From row to row, and from week to week."""

    def __init__(self, tab: WorkloadTab) -> None:
        super().__init__(tab.view)
        self._grid = tab.view

    def do_left(self) -> None:
        self._grid.move_week(-1)

    def do_right(self) -> None:
        self._grid.move_week(1)

    def do_page_down(self) -> None:
        self._grid.move(self._grid.page)

    def do_page_up(self) -> None:
        self._grid.move(-self._grid.page)


class LoadLooking:
    """What makes up a cell, and which rows there are."""

    def __init__(self, tab: WorkloadTab) -> None:
        self._tab = tab

    def do_open(self) -> None:
        # Imported when it is opened.
        from tui.dialogs.load_cards import LoadCardsDialog

        load = self._tab.view.load
        if load is None or not load.cards:
            raise Refused("No card falls into this week.")
        self._tab.place.ask(LoadCardsDialog(self._tab.place, self._tab.cell_name(), load.cards))

    def do_by_role(self) -> None:
        self._tab.by_role = not self._tab.by_role
        self._tab.show_wanted()

    def do_order(self) -> None:
        self._tab.by_load = not self._tab.by_load
        self._tab.show_wanted()


class WorkloadTab(Tab):
    """People or roles against the coming weeks."""

    TITLE = "Workload"
    ABOUT = (
        "What is left of everybody's open cards, spread over the days until they are due, against the hours "
        "of each week. A ! says that it is too much, a ring that somebody is away in that week."
    )
    KEYS = WORKLOAD
    GROUPS = WORKLOAD_GROUPS
    TABLES: ClassVar[frozenset[str]] = frozenset({"members", "roles", "absences", "tasks", "settings"})

    def __init__(self, desk: TabDesk) -> None:
        super().__init__(desk)
        self.view = LoadGrid(signs=desk.signs)
        self.view.add_class("main")
        self.by_role = False
        """Whether the rows are roles."""
        self.by_load = False
        """Whether those with the most to do in the week under the cursor come first."""
        self._loads = Loads(WEEKS)
        self._is_first = True
        tools = Tools(desk.place, desk.screen)
        self._commands = Grouped([LoadCursor(self), LoadLooking(self), ShellCommands(tools)])
        self._people = NamedSource("person", self._named, lambda found: self.go_to(found.key))

    def compose(self) -> ComposeResult:
        """The weeks."""
        yield self.view

    def run(self, name: str) -> None:
        """Do what a command says.

        Raises:
            Refused: it cannot be done.
        """
        self._commands.run(name)

    def show_snapshot(self) -> None:
        """The coming weeks as they are now; where that takes long, as soon as it is known."""
        place = self.place
        self._loads.look(self.app, place.team, place.today, self.show_wanted)
        self.show_wanted()
        if self._is_first and self._loads.found is not None:
            self._is_first = False
            self.view.select(place.person)

    def show_wanted(self) -> None:
        """The rows that are wanted, in their order."""
        found, team = self._loads.found, self.place.team
        if found is None:
            cards = len(team.tables.get("tasks", {}))
            self.view.show("", (), (), f"Working out {cards:,} cards{self.desk.signs.ellipsis}")
            return
        week = self.view.week

        def order(row: LoadRow) -> tuple[float, str]:
            load = row.loads[week]
            return -load.demand / max(load.capacity, 0.1), row.name.casefold()

        rows = self._roles(found) if self.by_role else self._rows_of_people(found)
        if self.by_load:
            rows = sorted(rows, key=order)
        weeks = ["now", *(spoken(one, one)[4:] for one in found.weeks[1:])]
        empty = "There are no roles yet." if self.by_role else "Nobody is in the team yet."
        self.view.show("Roles" if self.by_role else "People", weeks, rows, empty)
        self.desk.turned()

    def go_to(self, key: int | str) -> None:
        """Put the cursor on a person or role."""
        if isinstance(key, str) == self.by_role:
            self.by_role = not self.by_role
            self.show_wanted()
        self.view.select(key)
        self.desk.turned()

    def cell_name(self) -> str:
        """Whose week is under the cursor, and which."""
        found, key = self._loads.found, self.view.key
        if found is None or key is None:
            return ""
        week = spoken(found.weeks[self.view.week], self.place.today)
        return f"{self._called(key)}, week of {week}"

    def status(self) -> str:
        """The week under the cursor, in words."""
        load = self.view.load
        if load is None:
            return ""
        parts = [self.cell_name(), load_words(load) + (", too much" if load.is_over else "")]
        parts += [f"away {counted(round(load.away), 'day')}"] if load.away else []
        parts.append(counted(len(load.cards), "card"))
        return f" {self.desk.signs.between} ".join(parts)

    def note(self) -> str:
        """How many estimates were guessed."""
        found = self._loads.found
        parts = ["by load"] if self.by_load else []
        if found is not None and found.guessed:
            guessed = f"{found.guessed} of {counted(found.cards, 'card')} guessed"
            parts.append(f"{guessed}, {found.unknown} as nothing" if found.unknown else guessed)
        return f" {self.desk.signs.between} ".join(parts)

    def sources(self) -> Sequence[Source]:
        """The people."""
        return (self._people,)

    @on(LoadGrid.CursorMoved)
    def _cursor_moved(self) -> None:
        self.desk.turned()

    @on(LoadGrid.Opened)
    def _opened(self) -> None:
        self.desk.screen.do(next(command for command in WORKLOAD if command.name == "open"))

    def _rows_of_people(self, found: Workload) -> list[LoadRow]:
        names = {login: member.display_name for login, member in self.place.team.members.items()}
        # What was worked out last may be older than who is in the team.
        rows = [LoadRow(login, names[login], found.people[login]) for login in found.people if login in names]
        return sorted(rows, key=lambda row: (row.name.casefold(), row.key))

    def _roles(self, found: Workload) -> list[LoadRow]:
        roles = found.roles.items()
        wanted = [(id, own) for id, own in roles if id != NO_ROLE or any(load.cards for load in own)]
        return [LoadRow(id, self._called(id), own) for id, own in wanted]

    def _called(self, key: Key) -> str:
        team = self.place.team
        if isinstance(key, str):
            return team.name_of(key)
        role = team.find(Role, key) if key != NO_ROLE else None
        return role.name if role else "No role"

    def _named(self) -> Iterable[Named]:
        return (Named(m.login, m.display_name, m.login) for m in self.place.team.members.values())
