"""The tab of roles: each on a line, and all of one beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from store.duties.responsibilities import names_of
from store.duties.seats import Seats
from store.models import Role
from store.phrases import counted, quoted
from tui.keys import ROLES, ROLES_GROUPS, Command, key_for
from tui.palette.named import Named, NamedSource
from tui.palette.source import Source
from tui.screens.tab import Tab, TabDesk
from tui.team.role_bench import RoleBench
from tui.team.role_commands import RoleCommands
from tui.team.seeking import TABLES, Seeker
from widgets.duties.role_row import HEADS, LEAST, role_row
from widgets.duties.role_text import role_text
from widgets.duties.text_sheet import TextSheet
from widgets.listing import Listing
from widgets.listing_row import Key, Row


class RolesTab(Tab):
    """What each role is there for, who is in it, and what it answers for."""

    # `-beside` is a class of the screen, outside of the tab.
    SCOPED_CSS = False
    DEFAULT_CSS = """
    RolesTab .main { background: $background; }
    .-beside RolesTab .side { width: 38%; }
    RolesTab.-whole .main { display: none; }
    RolesTab.-whole .side { width: 1fr !important; height: 1fr !important; border: none !important; }
    """
    TITLE = "Roles"
    ABOUT = (
        "What each role is there for, what it answers for, who leads it and who works in it. Where something "
        "is missing, it is counted under findings."
    )
    KEYS: ClassVar[tuple[Command, ...]] = ROLES
    GROUPS = ROLES_GROUPS
    TABLES = TABLES

    def __init__(self, desk: TabDesk) -> None:
        super().__init__(desk)
        self._view = Listing(signs=desk.signs)
        self._view.add_class("main")
        self._sheet = TextSheet(signs=desk.signs, classes="side")
        self._bench = RoleBench(
            desk, self._view, self._sheet, self._look, self._show_wanted, self._show_zoomed
        )
        self._commands = RoleCommands(self._bench)
        self._seeker = Seeker()
        self._seats = Seats(desk.place.team, desk.place.today)
        self._wrong: Counter[int] = Counter()
        self._rows: dict[Key, Row] = {}
        self._source = NamedSource("role", self._named, lambda found: self.go_to(found.key))

    def compose(self) -> ComposeResult:
        """The roles, and all of one."""
        yield self._view
        yield self._sheet

    def run(self, name: str) -> None:
        """Do what a command says.

        Raises:
            Refused: it cannot be done.
        """
        self._commands.run(name)

    def show_snapshot(self) -> None:
        """Show the roles; in a very large team, what is wrong is counted a moment later."""
        place = self.place
        self._seats = Seats(place.team, place.today)
        self._seeker.seek(self.app, place.team, place.today, self._fill)
        self._fill()

    def go_to(self, key: int | str) -> None:
        """Put the cursor on a role, whatever hides it."""
        if not self._view.select(key) and self._bench.words:
            self._bench.want("")
            self._view.select(key)
        self._look()

    def renumber(self, table: str, old: int, new: int) -> None:
        """The cursor stays on a new role; it has its real number now."""
        if table == "roles" and self._view.key == old and self.is_mounted:
            self._fill()
            self._view.select(new)

    def status(self) -> str:
        """How much the role answers for, and where the cursor is."""
        role, words = self._bench.role, self._bench.words
        answers = counted(len(names_of(self.place.team, role)), "thing") if role else ""
        parts = (
            self._view.place,
            f"{role.name} answers for {answers}" if role else "",
            f"only with {quoted(words)}" if words else "",
        )
        return f" {self.desk.signs.between} ".join(filter(None, parts))

    def note(self) -> str:
        """How many findings there are."""
        return self._seeker.note

    def sources(self) -> Sequence[Source]:
        """The roles."""
        return (self._source,)

    @on(Listing.CursorMoved)
    def _cursor_moved(self) -> None:
        self._look()

    @on(Listing.Opened)
    def _opened(self) -> None:
        self.run("open")

    def _fill(self) -> None:
        if not self.is_mounted:
            return
        words = self._bench.words.casefold().split()
        self._wrong = Counter(role for one in self._seeker.found for role in one.roles)
        self._rows = {}
        shown = [role.id for role in self.place.team.roles if _has(role, words)]
        nothing = "No role is like that." if words else f"{key_for(ROLES, 'add')} adds the first role."
        self._view.show(shown, self._row, HEADS, LEAST, nothing)
        self._look()

    def _look(self) -> None:
        """Another role is under the cursor, or the same in another state."""
        role, seats, signs = self._bench.role, self._seats, self.desk.signs
        if role is None:
            self._sheet.update(None, lambda width: Content(""))
        else:
            wrong = [one for one in self._seeker.found if role.id in one.roles]
            self._sheet.update(role.id, lambda width: role_text(role, seats, wrong, signs, width))
        self.desk.turned()

    def _show_wanted(self) -> None:
        self._fill()

    def _show_zoomed(self) -> None:
        self.set_class(self._bench.is_whole, "-whole")

    def _row(self, key: Key) -> Row:
        if key not in self._rows:
            assert isinstance(key, int)
            team = self.place.team
            self._rows[key] = role_row(team, team.role(key), self._seats, self._wrong[key], self.desk.signs)
        return self._rows[key]

    def _named(self) -> Iterable[Named]:
        return (Named(role.id, role.name, role.department) for role in self.place.team.roles)


def _has(role: Role, words: Sequence[str]) -> bool:
    text = f"{role.name} {role.department}".casefold()
    return all(word in text for word in words)
