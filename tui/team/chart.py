"""The tab with the chart of the team: departments, roles below each other, and their people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from store.duties.chart import chart
from store.duties.seats import Seats
from store.errors import Refused
from tui.keys import CHART, CHART_GROUPS, ROLES, Command, key_for
from tui.palette.named import Named, NamedSource
from tui.palette.source import Source
from tui.screens.doing.grouped import Grouped
from tui.screens.doing.list_cursor import ListCursor
from tui.screens.doing.shell import ShellCommands, Tools
from tui.screens.tab import Tab, TabDesk
from tui.team.going import to_person
from tui.team.seeking import TABLES, Seeker
from widgets.duties.chart_rows import HEADS, LEAST, Line, Node, lines, nodes
from widgets.listing import Listing
from widgets.listing_row import Key


class ChartTab(Tab):
    """Who answers to whom."""

    DEFAULT_CSS = "ChartTab Listing { background: $background; }"
    TITLE = "Chart"
    ABOUT = (
        "Departments, the roles in them and the roles that answer to those, each with its lead and deputy "
        "first. Which department a role belongs to, and whom it answers to, is said in the role's form."
    )
    KEYS: ClassVar[tuple[Command, ...]] = CHART
    GROUPS = CHART_GROUPS
    TABLES = TABLES

    def __init__(self, desk: TabDesk) -> None:
        super().__init__(desk)
        self.view = Listing(signs=desk.signs)
        self.view.add_class("main")
        self._tree: tuple[Node, ...] = ()
        self._folded: frozenset[str] = frozenset()
        self._lines: dict[Key, Line] = {}
        self._seeker = Seeker()
        shell = ShellCommands(Tools(desk.place, desk.screen))
        self._commands = Grouped([ChartCommands(self), shell])
        self._source = NamedSource("role", self._named, lambda found: self.go_to(found.key))

    def compose(self) -> ComposeResult:
        """The lines."""
        yield self.view

    def run(self, name: str) -> None:
        """Do what a command says.

        Raises:
            Refused: it cannot be done.
        """
        self._commands.run(name)

    def show_snapshot(self) -> None:
        """Show the chart as it is now."""
        place = self.place
        self._tree = nodes(chart(place.team, place.today), Seats(place.team, place.today))
        self._seeker.seek(self.app, place.team, place.today, self.desk.turned)
        self.fold(self._folded)

    def go_to(self, key: int | str) -> None:
        """Put the cursor on a role, by its number; what hides it is opened."""
        wanted = f"role {key}"
        if wanted not in self._lines:
            self.fold(frozenset())
        self.view.select(wanted)
        self.desk.turned()

    def status(self) -> str:
        """Where the cursor is, and what there may be no room for in its line."""
        line = self._lines.get(self.view.key) if self.view.key is not None else None
        said = f"{line.node.name}: {line.node.detail}" if line and line.node.detail else ""
        return f" {self.desk.signs.between} ".join(filter(None, (self.view.place, said)))

    def note(self) -> str:
        """How many findings there are."""
        return self._seeker.note

    def sources(self) -> Sequence[Source]:
        """The roles."""
        return (self._source,)

    def here(self) -> Line:
        """The line that a command is for.

        Raises:
            Refused: there is none.
        """
        if self.view.key is None:
            raise Refused("There is no role yet; the tab of roles adds one.")
        return self._lines[self.view.key]

    @property
    def folded(self) -> frozenset[str]:
        """Keys of the lines that are folded."""
        return self._folded

    @property
    def foldable(self) -> frozenset[str]:
        """Keys of all lines that can be."""
        return frozenset(_foldable(self._tree))

    def fold(self, folded: frozenset[str]) -> None:
        """Fold these lines and no others."""
        self._folded = folded
        found = lines(self._tree, folded, self.desk.signs)
        self._lines = {line.row.key: line for line in found}
        nothing = f"There is no role yet; {key_for(ROLES, 'add')} in the tab of roles adds one."
        self.view.show(list(self._lines), lambda key: self._lines[key].row, HEADS, LEAST, nothing)
        self.desk.turned()

    @on(Listing.CursorMoved)
    def _cursor_moved(self) -> None:
        self.desk.turned()

    @on(Listing.Opened)
    def _opened(self) -> None:
        self.run("open")

    def _named(self) -> Iterable[Named]:
        return (Named(role.id, role.name, role.department) for role in self.place.team.roles)


class ChartCommands(ListCursor):
    """From line to line, and where they lead."""

    def __init__(self, tab: ChartTab) -> None:
        super().__init__(tab.view)
        self._tab = tab

    def do_page_down(self) -> None:
        self._view.move(self._view.page)

    def do_page_up(self) -> None:
        self._view.move(-self._view.page)

    def do_outward(self) -> None:
        if outer := self._tab.here().outer:
            self._view.select(outer)

    def do_open(self) -> None:
        node = self._tab.here().node
        if node.login:
            to_person(self._tab.desk, node.login)
        elif node.role is not None:
            self._tab.desk.tabs.look_at("Roles", node.role)
        else:
            self.do_fold()

    def do_fold(self) -> None:
        line = self._tab.here()
        key = line.outer if line.node.login else line.node.key
        self._tab.fold(self._tab.folded ^ {key})
        self._view.select(key)

    def do_fold_all(self) -> None:
        tab, outermost = self._tab, self._tab.here()
        everything = tab.foldable
        is_folded = everything <= tab.folded
        tab.fold(frozenset() if is_folded else everything)
        if outermost.row.key not in everything or not is_folded:
            self._view.select(outermost.row.key)


def _foldable(tree: Iterable[Node]) -> Iterable[str]:
    for node in tree:
        if node.below:
            yield node.key
            yield from _foldable(node.below)
