"""Screens of several tabs, of which one is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.widget import Widget

from store.repository.shared import Touched
from tui.keys import SCREENS, SHELL, TABS, Command, keys_of
from tui.palette.elsewhere import ElsewhereSource, There
from tui.palette.named import Named, NamedSource
from tui.palette.source import Source
from tui.screens.following import FollowingScreen
from tui.screens.other_tabs import commands_there
from tui.screens.tab import Tab, TabDesk
from tui.workplace import Workplace
from widgets.tabs_line import TabsLine

BESIDE = 100
"""Cells from which on what is told of one thing stands beside the list."""
LOW = 16
"""Lines below which only the list is shown: what is told of one thing would leave no rows of it."""


class TabbedScreen(FollowingScreen):
    """A line of tabs, and the chosen one below it; a subclass gives `PARTS`."""

    PARTS: ClassVar[tuple[type[Tab], ...]] = ()
    """Its tabs, from left to right."""
    ROOMY: ClassVar[int] = BESIDE
    """Cells from which on the two parts of its tabs stand beside each other."""
    HORIZONTAL_BREAKPOINTS = [(0, "-stacked"), (BESIDE, "-beside")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-high")]

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        desk = TabDesk(place, self, self, self._asking, self._signs, self._turned)
        self._tabs = [part(desk) for part in self.PARTS] or [Tab(desk)]
        self._line = TabsLine([tab.TITLE for tab in self._tabs], signs=self._signs, keeps_words=True)
        self._chosen = 0
        self._wanted: int | str | None = None
        """Where the cursor goes as soon as the tab is shown."""
        self._titles = NamedSource("tab", self._named, lambda found: self.look_at(str(found.key)))

    # --- what a screen says about itself -----------------------------------------------------------------

    @property
    def tab(self) -> Tab:
        """The one that is shown."""
        return self._tabs[self._chosen]

    @property
    def commands(self) -> tuple[Command, ...]:
        """What one key does in the tab that is shown."""
        return (*self.tab.KEYS, *TABS, *SHELL)

    @property
    def groups(self) -> tuple[tuple[str, tuple[Command, ...]], ...]:
        """The same as the help shows it."""
        return (*self.tab.GROUPS, ("Tabs", TABS), ("Screens", SCREENS), ("Everywhere", SHELL))

    @property
    def about(self) -> str:
        """What the tab is for, or the whole screen."""
        return self.tab.ABOUT or self.ABOUT

    def body(self) -> Iterable[Widget]:
        """The line of tabs, and all of them: those that are not shown cost nothing."""
        # Known before anything is laid out: the first frame is right at once.
        self.set_class(self.app.size.width >= self.ROOMY, "-beside", update=False)
        self.set_class(self.app.size.height < LOW, "-low", update=False)
        yield self._line
        for tab in self._tabs:
            tab.display = tab is self.tab
            yield tab

    def run(self, name: str) -> None:
        """Do what a command says.

        Raises:
            Refused: it cannot be done.
        """
        if name == "next_tab":
            self._choose((self._chosen + 1) % len(self._tabs))
        elif name == "previous_tab":
            self._choose((self._chosen - 1) % len(self._tabs))
        else:
            self.tab.run(name)

    def has(self, title: str) -> bool:
        """Whether there is such a tab."""
        return any(title == tab.TITLE for tab in self._tabs)

    def look_at(self, title: str, key: int | str | None = None) -> None:
        """Show another tab; with `key` its cursor goes to the document or person that is meant.

        A tab that there is not is not looked at.
        """
        for at, tab in enumerate(self._tabs):
            if title == tab.TITLE:
                self._wanted = key
                self._choose(at)

    def look_for(self, query: str) -> None:
        """The tab of that name."""
        self.look_at(query)

    def sources(self) -> Sequence[Source]:
        """The tabs, what there is to find in the one that is shown, and what can be done in others."""
        there = ElsewhereSource(commands_there(self.NAME, type(self.tab)), self._go_there)
        return (self._titles, *self.tab.sources(), there)

    def renumber(self, table: str, old: int, new: int) -> None:
        """A new document has got its real number."""
        for tab in self._tabs:
            tab.renumber(table, old, new)

    def show_status_line(self) -> None:
        """What the tab says."""
        said = self.tab.status()
        self._prompt.status = f" {said}" if said else ""
        self._line.note = self.tab.note()

    def _turned(self) -> None:
        super()._turned()
        if self._said or self._asking.is_open:
            # What was said stays until the next key; what was worked out meanwhile is told at once.
            self._line.note = self.tab.note()

    # --- snapshots ---------------------------------------------------------------------------------------

    def show(self, touched: Touched | None) -> None:
        """Show the workplace's snapshot, in each tab when it is looked at."""
        if self._place.status.loading:
            return
        tables = {table for table, _ in touched} if touched is not None else None
        for tab in self._tabs:
            tab.is_old |= tables is None or self._place.today != self._day or bool(tables & tab.TABLES)
        self._is_old = True
        if self.is_active or self.is_current:
            self._catch_up()

    def show_snapshot(self) -> None:
        """Show it in the tab that is looked at."""
        tab = self.tab
        if tab.is_old:
            tab.is_old = False
            tab.show_snapshot()
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            tab.go_to(wanted)
        self._turned()

    def _choose(self, at: int) -> None:
        self._chosen = self._line.chosen = at
        if not self.is_mounted:
            return
        for tab in self._tabs:
            tab.display = tab is self.tab
        if not self._place.status.loading:
            self.show_snapshot()

    def _go_there(self, there: There) -> None:
        """Show another tab and do it; on another screen, where one has to see first, say how."""
        if there.tab in (tab.TITLE for tab in self._tabs):
            self.look_at(there.tab)
            self.do(there.command)
            return
        command = there.command
        self._place.screens.show(there.screen, only=there.tab)
        self._place.tell(f"{next(iter(keys_of(command)), 'The palette')}: {command.help}.")

    def _named(self) -> Iterable[Named]:
        return (Named(tab.TITLE, f"{self.NAME}: {tab.TITLE}", "tab") for tab in self._tabs)
