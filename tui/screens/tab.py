"""One tab of a screen: its widgets, what its keys do, and what it shows of a snapshot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from textual.containers import Container
from textual.widget import Widget

from tui.keys import Command
from tui.palette.source import Source
from tui.screens.asking import Asking
from tui.screens.base import TeamScreen
from tui.workplace import Workplace
from widgets.signs import Signs


class OtherTabs(Protocol):
    """The tabs of the screen, from one of them."""

    def has(self, title: str) -> bool:
        """Whether there is such a tab."""

    def look_at(self, title: str, key: int | str | None = None) -> None:
        """Show another tab; with `key` its cursor goes to the document or person that is meant."""


@dataclass(frozen=True)
class TabDesk:
    """What a tab gets of its screen."""

    place: Workplace
    screen: TeamScreen
    tabs: OtherTabs
    asking: Asking
    signs: Signs
    turned: Callable[[], None]
    """To be called when the cursor has moved, or a command ended later: keys and line are shown again."""


class Tab(Container):
    """One tab.

    A subclass gives `TITLE`, `KEYS`, `GROUPS` and `TABLES`, its widgets in `compose`, what a command does in
    `run`, and shows the workplace's snapshot in `show_snapshot`. What it shows mainly has the class `main`,
    what it tells of one thing has the class `side`: they stand below each other, or beside each other where
    there is room.
    """

    # The screen says whether there is room beside each other; scoped rules would not see it.
    SCOPED_CSS = False
    DEFAULT_CSS = """
    Tab {
        height: 1fr; layout: vertical; background: $background;
        .main { height: 1fr; }
        .side { height: 45%; border-top: solid $panel; background: $background; }
    }
    .-beside Tab {
        layout: horizontal;
        .main { width: 1fr; height: 1fr; }
        .side { width: 45%; height: 1fr; border-top: none; border-left: solid $panel; }
    }
    .-low Tab .side, .-low Tab .below { display: none; }
    .-low Tab.-whole .side, .-low Tab.-bare .side, .-low.-beside Tab .side { display: block; }
    """
    TITLE: ClassVar[str] = ""
    """One word, for the line of tabs."""
    ABOUT: ClassVar[str] = ""
    """What it is for, in a sentence or two for the help."""
    KEYS: ClassVar[tuple[Command, ...]] = ()
    """What one key does here, without what it does everywhere."""
    GROUPS: ClassVar[tuple[tuple[str, tuple[Command, ...]], ...]] = ()
    """The same in groups, as the help shows them."""
    TABLES: ClassVar[frozenset[str]] = frozenset()
    """What it depends on."""

    def __init__(self, desk: TabDesk) -> None:
        super().__init__()
        self.desk = desk
        self.is_old = True
        """Whether there is a newer snapshot than it shows."""

    @property
    def place(self) -> Workplace:
        """The app."""
        return self.desk.place

    @property
    def main(self) -> Widget:
        """The last of its widgets to be laid out."""
        return self

    def run(self, name: str) -> None:
        """Do what a command says.

        Raises:
            Refused: it cannot be done.
        """
        raise NotImplementedError

    def show_snapshot(self) -> None:
        """Show the workplace's snapshot."""

    def go_to(self, key: int | str) -> None:
        """Put the cursor on something; called when the newest snapshot is shown."""

    def renumber(self, table: str, old: int, new: int) -> None:
        """A new document has got its real number."""

    def status(self) -> str:
        """What the line below says while nothing else is said."""
        return ""

    def note(self) -> str:
        """What stands on the right in the line of tabs."""
        return ""

    def sources(self) -> Sequence[Source]:
        """What the palette finds here, besides commands."""
        return ()
