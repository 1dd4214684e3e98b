"""A tab that is a list, with what is told of the line under the cursor beside or below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget

from store.errors import Refused
from store.team import Team
from tui.keys import key_for
from tui.screens.doing.grouped import Grouped
from tui.screens.doing.shell import ShellCommands
from tui.screens.doing.undoing import UndoCommands
from tui.screens.tab import Tab, TabDesk
from tui.screens.working import Working
from tui.training.list_keys import ListKeys
from tui.training.working import is_large
from widgets.card_text import beside
from widgets.listing import Listing
from widgets.listing_row import Key, Row
from widgets.training.sheet import Sheet
from widgets.training.signs import training_signs

T = TypeVar("T")


class ListTab(Tab, Generic[T]):
    """A subclass says what is found in a snapshot, and how a line and what is told of it look."""

    DEFAULT_CSS = """
    ListTab.-whole .main, ListTab.-bare .main { display: none; }
    ListTab.-whole .side, ListTab.-bare .side { width: 1fr; height: 1fr; border: none; }
    """
    HEADS: ClassVar[tuple[str, ...]] = ()
    """Headings of the cells of a line."""
    LEAST: ClassVar[tuple[int, ...]] = ()
    """Cells that each keeps where there is little room."""

    def __init__(self, desk: TabDesk) -> None:
        super().__init__(desk)
        self.signs, self.marks = desk.signs, training_signs(desk.signs)
        self.view, self.sheet = Listing(signs=desk.signs), Sheet(signs=desk.signs)
        self.words = ""
        """Words that lines must have to be shown."""
        self.found: Mapping[Key, T] = {}
        self._follows: Key | None = None
        """The line that the cursor goes to when it is there."""
        self._working: Working[Sequence[T]] = Working(lambda: self.app)
        self._commands = Grouped([*self.groups(), ListKeys(self), UndoCommands(desk), ShellCommands(desk)])

    # --- what a subclass says ----------------------------------------------------------------------------

    def groups(self) -> list[object]:
        """Objects with a method `do_` and its name for each command of its own."""
        return [self]

    def finder(self, team: Team, today: date) -> Callable[[], Sequence[T]]:
        """What finds the lines, from top to bottom; it may be called in a thread."""
        raise NotImplementedError

    def takes_long(self) -> bool:
        """Whether there is so much that keys should not wait for it."""
        return is_large(self.team)

    def columns(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """Headings of the cells, and how many each keeps."""
        return self.HEADS, self.LEAST

    def key_of(self, one: T) -> Key:
        """What stays the same when a line says something else."""
        raise NotImplementedError

    def row(self, one: T) -> Row:
        """A line."""
        raise NotImplementedError

    def texts(self, one: T) -> Iterable[str]:
        """Where words are looked for."""
        return self.row(one).cells

    def matches(self, found: Sequence[T]) -> Sequence[T]:
        """Those with the words that are searched for."""
        wanted = [word.casefold() for word in self.words.split()]
        return [one for one in found if _says(wanted, self.texts(one))] if wanted else found

    def told(self, one: T, width: int) -> Content:
        """What is told of a line."""
        raise NotImplementedError

    def empty(self) -> str:
        """What the tab is for, and which key begins: where there is nothing yet."""
        raise NotImplementedError

    def line(self, one: T) -> str:
        """What the line at the bottom says."""
        return ""

    def about(self) -> list[str]:
        """What is shown, for the line of tabs."""
        return []

    def shown(self) -> None:
        """The lines are shown; what stands beside them may be, too."""

    def cleared(self) -> bool:
        """Show everything again; `False`: it was shown already."""
        return False

    # --- what commands need ------------------------------------------------------------------------------

    @property
    def team(self) -> Team:
        """The snapshot."""
        return self.place.team

    @property
    def today(self) -> date:
        """The day for the team."""
        return self.place.today

    @property
    def one(self) -> T | None:
        """What is under the cursor."""
        return self.found.get(self.view.key) if self.view.key is not None else None

    def here(self) -> T:
        """What a command is for.

        Raises:
            Refused: there is nothing under the cursor.
        """
        one = self.one
        if one is None:
            raise Refused(self._nothing())
        return one

    def look(self) -> None:
        """Find what is wanted anew; beside the keys where it takes long."""
        work = self.finder(self.team, self.today)
        if self.takes_long():
            self._working.work_out(work, self._put)
            self.desk.turned()
        else:
            self._put(work())

    def follow(self, key: Key) -> None:
        """Put the cursor on a line, as soon as it is there."""
        if not self.view.select(key):
            self._follows = key
        self.moved()

    def moved(self) -> None:
        """Tell of the line under the cursor."""
        one = self.one
        if one is None:
            self.sheet.tell(None, self._bare)
        else:
            there = one
            self.sheet.tell(self.view.key, lambda width: self.told(there, width))
        self.desk.turned()

    # --- what the screen asks ----------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """The list, and what is told of a line."""
        self.view.add_class("main")
        yield self.view
        yield Container(self.sheet, classes="side")

    @property
    def main(self) -> Widget:
        """The list."""
        return self.view

    def run(self, name: str) -> None:
        """Do what a command says.

        Raises:
            Refused: it cannot be done.
        """
        self._commands.run(name)

    def show_snapshot(self) -> None:
        """What is wanted, in the newest snapshot."""
        self.look()

    def go_to(self, key: int | str) -> None:
        """Put the cursor on a line."""
        self.follow(key)

    def status(self) -> str:
        """The line under the cursor."""
        one = self.one
        said = self.line(one) if one is not None else ""
        return f" {self.signs.between} ".join(filter(None, (self.view.place, said)))

    def note(self) -> str:
        """What is shown."""
        parts = [f"looking{self.signs.ellipsis}"] if self._working.is_on else self.about()
        parts += [f"“{self.words}” ({key_for(self.KEYS, 'clear')}: all)"] if self.words else []
        return f" {self.signs.between} ".join(parts)

    @on(Listing.CursorMoved)
    def _cursor_moved(self) -> None:
        self.moved()

    @on(Listing.Opened)
    def _opened(self) -> None:
        self.desk.screen.do(next(command for command in self.KEYS if command.name == "open"))

    def _put(self, found: Sequence[T]) -> None:
        found = self.matches(found)
        self.found = {self.key_of(one): one for one in found}
        self.set_class(not self.found and not self.words, "-bare")
        self.view.show([*self.found], self._row, *self.columns(), self._nothing())
        if self._follows is not None and self.view.select(self._follows):
            self._follows = None
        self.shown()
        self.moved()

    def _row(self, key: Key) -> Row:
        return self.row(self.found[key])

    def _bare(self, width: int) -> Content:
        """What the tab is for, and what begins it."""
        if self.words:
            return Content("")
        about = Content.assemble(("\n" + beside(self.ABOUT, 0, width) + "\n\n", "dim"))
        return Content.assemble(about, (beside(self.empty(), 0, width), "bold"))

    def _nothing(self) -> str:
        if self.words:
            return f"Nothing is like “{self.words}”; {key_for(self.KEYS, 'clear')} shows all."
        return self.empty()


def _says(words: Iterable[str], texts: Iterable[str]) -> bool:
    said = " ".join(texts).casefold()
    return all(word in said for word in words)
