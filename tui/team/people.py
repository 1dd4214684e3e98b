"""The people: who is there, how much waits for each, and what there is to know of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from store.absences.away import away_on
from store.rules.words import counted
from tui.keys import PEOPLE, PEOPLE_GROUPS, key_for
from tui.palette.named import Named, NamedSource
from tui.palette.source import Source
from tui.screens.doing.grouped import Grouped
from tui.screens.doing.list_cursor import SheetCursor
from tui.screens.doing.shell import ShellCommands
from tui.screens.doing.undoing import UndoCommands
from tui.screens.tab import Tab, TabDesk
from tui.team.people_bench import PeopleBench
from tui.team.people_changes import PeopleChanges
from tui.team.people_looking import PeopleLooking
from widgets.listing import Listing
from widgets.team.person_sheet import PersonSheet
from widgets.team.row import HEADS, LEAST

GROUPS = (SheetCursor, PeopleLooking, PeopleChanges, UndoCommands, ShellCommands)
"""Each takes a `PeopleBench`."""


class PeopleTab(Tab):
    """A line for each person; beside it, or below, all of the one under the cursor."""

    TITLE = "People"
    ABOUT = (
        "Who is in, who is away and until when, and who stands in. The bar is this week's work against the "
        "hours that there are for it; with a ! there is too much of it."
    )
    KEYS = PEOPLE
    GROUPS = PEOPLE_GROUPS
    TABLES: ClassVar[frozenset[str]] = frozenset(
        {"members", "roles", "absences", "handovers", "responsibilities", "tasks", "columns", "settings"}
    )
    # `-beside` is a class of the screen, outside of the tab.
    SCOPED_CSS = False
    DEFAULT_CSS = """
    PeopleTab .main { background: $background; }
    .-beside PeopleTab .side { width: 38%; }
    """

    def __init__(self, desk: TabDesk) -> None:
        super().__init__(desk)
        self._view = Listing(signs=desk.signs)
        self._view.add_class("main")
        self._sheet = PersonSheet(signs=desk.signs, classes="side")
        self._bench = PeopleBench(desk, self._view, self._sheet, self._show_wanted, self._show_person)
        self._commands = Grouped([group(self._bench) for group in GROUPS])
        self._people = NamedSource("person", self._named, lambda found: self.go_to(found.key))
        self._is_first = True

    def compose(self) -> ComposeResult:
        """The people, and one of them."""
        yield self._view
        yield self._sheet

    @property
    def main(self) -> Widget:
        """The sheet."""
        return self._sheet

    def run(self, name: str) -> None:
        """Do what a command says.

        Raises:
            Refused: it cannot be done.
        """
        self._commands.run(name)

    def show_snapshot(self) -> None:
        """Everybody as it is now; at first the cursor is on oneself."""
        self._show_wanted()
        if self._is_first:
            self._is_first = False
            self._view.select(self.place.person)
            self._show_person()

    def go_to(self, key: int | str) -> None:
        """Put the cursor on a person."""
        if not self._view.select(key) and self._bench.query:
            self._bench.query = ""
            self._show_wanted()
            self._view.select(key)
        self._show_person()

    def status(self) -> str:
        """Who is under the cursor, as far as the line may not show it."""
        row = self._view.row
        if row is None:
            return ""
        state, name, *_, active, roles = row.cells
        # Without its sign, which is for the eye that goes down the list.
        there = state.partition(" ")[2]
        return f" {self.desk.signs.between} ".join(filter(None, (name, there, roles, active)))

    def note(self) -> str:
        """How many there are, and how many are away."""
        team, bench = self.place.team, self._bench
        parts = [counted(len(team.members), "person", "people")]
        if away := len(away_on(team, self.place.today)):
            parts.append(f"{away} away")
        parts += [f"“{bench.query}” ({key_for(PEOPLE, 'clear')}: all)"] if bench.query else []
        parts += ["by load"] if bench.by_load else []
        return f" {self.desk.signs.between} ".join(parts)

    def sources(self) -> Sequence[Source]:
        """The people."""
        return (self._people,)

    @on(Listing.CursorMoved)
    def _cursor_moved(self) -> None:
        self._show_person()

    @on(Listing.Opened)
    def _opened(self) -> None:
        self.desk.screen.do(next(command for command in PEOPLE if command.name == "open"))

    def _show_wanted(self) -> None:
        bench = self._bench
        nobody = f"Nobody is like that; {key_for(PEOPLE, 'clear')} shows everybody."
        empty = nobody if bench.query else f"Nobody is in the team yet; {key_for(PEOPLE, 'add')} takes in."
        self._view.show(bench.look(), bench.row, HEADS, LEAST, empty)
        self._show_person()

    def _show_person(self) -> None:
        login = self._bench.login
        self._sheet.update(self._bench.person_view(login) if login else None)
        self.desk.turned()

    def _named(self) -> Iterable[Named]:
        return (Named(m.login, m.display_name, m.login) for m in self.place.team.members.values())
