"""Playbooks, what was started of them, cards that come again, and cards that should not move."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from store.models import Routine
from store.playbooks.known import freezes, playbooks, routines, runs
from store.rules.words import counted
from tui.keys import PLAYBOOKS, PLAYBOOKS_GROUPS, key_for
from tui.palette.named import Named, NamedSource
from tui.palette.source import Source
from tui.screens.doing.grouped import Grouped
from tui.screens.doing.list_cursor import SheetCursor
from tui.screens.doing.shell import ShellCommands
from tui.screens.doing.undoing import UndoCommands
from tui.screens.tab import Tab, TabDesk
from tui.team.playbooks_bench import SECTIONS, PlaybooksBench
from tui.team.playbooks_changes import PlaybooksChanges
from tui.team.playbooks_looking import PlaybooksLooking
from tui.team.playbooks_runs import PlaybooksRuns
from widgets.listing import Listing
from widgets.playbooks.row import HEADS, LEAST, key_of
from widgets.playbooks.sheet import PlaybookSheet, View
from widgets.playbooks.text import Document


class PlaybooksTab(Tab):
    """A line for each; beside it, or below, all of the one under the cursor."""

    TITLE = "Playbooks"
    ABOUT = (
        "A playbook is a template of cards by role, with dates relative to one day: a peak season, a launch, "
        "somebody who joins. A routine is a card that comes again; whoever opens Tagwerk first makes it. "
        "While a freeze holds, who moves a card with its tags is asked first."
    )
    KEYS = PLAYBOOKS
    GROUPS = PLAYBOOKS_GROUPS
    TABLES: ClassVar[frozenset[str]] = frozenset(
        {
            *("playbooks", "playbook_runs", "routines", "freezes", "tasks"),
            *("roles", "members", "columns", "goals", "settings"),
        }
    )
    DEFAULT_CSS = """
    PlaybooksTab .main { background: $background; }
    """

    def __init__(self, desk: TabDesk) -> None:
        super().__init__(desk)
        self._view = Listing(signs=desk.signs)
        self._view.add_class("main")
        self._sheet = PlaybookSheet(signs=desk.signs, classes="side")
        bench = PlaybooksBench(desk, self._view, self._sheet, self._show_wanted, self._show_one)
        self._bench = bench
        groups = (
            SheetCursor(bench),
            PlaybooksLooking(bench),
            PlaybooksChanges(bench),
            PlaybooksRuns(bench),
            UndoCommands(bench),
            ShellCommands(bench),
        )
        self._commands = Grouped(groups)
        self._source = NamedSource("playbook", self._named, lambda found: self.go_to(found.key))
        self._follows = ""
        """Key of what has just got its number: the cursor goes with it."""

    def compose(self) -> ComposeResult:
        """The list, and one of it."""
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
        """Everything as it is now."""
        self._show_wanted()

    def go_to(self, key: int | str) -> None:
        """Put the cursor on one of them, wherever it has to be looked for."""
        if not self._view.select(key):
            self._bench.query, self._bench.only = "", None
            self._show_wanted()
            self._view.select(key)
        self._show_one()

    def status(self) -> str:
        """What is under the cursor, as far as the line may not show it."""
        row = self._view.row
        return f" {self.desk.signs.between} ".join(filter(None, row.cells[1:])) if row else ""

    def note(self) -> str:
        """How many of each there are, or what is shown of it."""
        team, bench = self.place.team, self._bench
        if bench.query or bench.only:
            only = [name for name, kind in SECTIONS if kind is bench.only]
            parts = [f"only {name}" for name in only] + ([f"“{bench.query}”"] if bench.query else [])
            return f"{', '.join(parts)} ({key_for(PLAYBOOKS, 'clear')}: all)"
        counts = (
            counted(len(playbooks(team)), "playbook"),
            counted(len(runs(team)), "run"),
            counted(len(routines(team)), "routine"),
            counted(len(freezes(team)), "freeze"),
        )
        return f" {self.desk.signs.between} ".join(one for one in counts if one[0] != "0")

    def sources(self) -> Sequence[Source]:
        """All of them."""
        return (self._source,)

    @on(Listing.CursorMoved)
    def _cursor_moved(self) -> None:
        self._show_one()

    @on(Listing.Opened)
    def _opened(self) -> None:
        self.desk.screen.do(next(command for command in PLAYBOOKS if command.name == "open"))

    def _show_wanted(self) -> None:
        bench = self._bench
        add, clear = key_for(PLAYBOOKS, "add"), key_for(PLAYBOOKS, "clear")
        nothing = f"Nothing is like that; {clear} shows all."
        empty = nothing if bench.query or bench.only else f"No playbooks yet; {add} takes in ready-made ones."
        self._view.show(bench.look(), bench.row, HEADS, LEAST, empty)
        self._show_one()

    def _show_one(self) -> None:
        one = self._bench.one
        self._sheet.update(View(self.place.team, one, self.place.today) if one is not None else None)
        self.desk.turned()

    def _named(self) -> Iterable[Named]:
        team = self.place.team
        everything: list[Document] = [*playbooks(team), *runs(team), *routines(team), *freezes(team)]
        for one in everything:
            name = one.title if isinstance(one, Routine) else one.name
            yield Named(key_of(one), name, key_of(one).partition("/")[0])
