"""The tab of findings: what is wrong with how the work is divided, and one key that starts to mend it."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from store.findings import Finding, Gravity, browse
from store.phrases import counted
from tui.keys import FINDINGS, FINDINGS_GROUPS, Command, key_for
from tui.screens.tab import Tab, TabDesk
from tui.team.finding_bench import FindingBench
from tui.team.finding_commands import FindingCommands
from tui.team.seeking import TABLES, Seeker
from widgets.duties.finding_row import HEADS, finding_row, finding_text, least
from widgets.duties.text_sheet import TextSheet
from widgets.listing import Listing
from widgets.listing_row import Key, Row


class FindingsTab(Tab):
    """What is missing, and what is done twice; the gravest first.

    Sentences are long: what is told of one stands below the list on every terminal.
    """

    DEFAULT_CSS = """
    FindingsTab { layout: vertical !important; }
    FindingsTab .main { background: $background; }
    FindingsTab .below { height: 7; border-top: solid $panel; }
    """
    TITLE = "Findings"
    ABOUT = (
        "Where the work is badly divided. A gap is done by nobody now or soon; a risk is done, until two do "
        "not agree or one is not there; a hint is worth a look when there is time. Nothing is forbidden "
        "because of it."
    )
    KEYS: ClassVar[tuple[Command, ...]] = FINDINGS
    GROUPS = FINDINGS_GROUPS
    TABLES = TABLES

    def __init__(self, desk: TabDesk) -> None:
        super().__init__(desk)
        self._view = Listing(signs=desk.signs)
        self._view.add_class("main")
        self._sheet = TextSheet(signs=desk.signs, classes="below")
        self._seeker = Seeker()
        self._bench = FindingBench(desk, self._view, self._seeker, self._look, self._fill)
        self._commands = FindingCommands(self._bench)
        self._shown: dict[Key, Finding] = {}

    def compose(self) -> ComposeResult:
        """The findings, and what to do about one."""
        yield self._view
        yield self._sheet

    def run(self, name: str) -> None:
        """Do what a command says.

        Raises:
            Refused: it cannot be done.
        """
        self._commands.run(name)

    def show_snapshot(self) -> None:
        """Show what is wrong now; in a very large team a moment later."""
        place = self.place
        if self._seeker.seek(self.app, place.team, place.today, self._fill):
            self._fill()
        elif not self._seeker.found:
            looking = "Looking for what is wrong" + self.desk.signs.ellipsis
            self._view.show([], self._row, HEADS, least(self.app.size.width), looking)

    def status(self) -> str:
        """What to do, which findings are shown, and how many there are of each gravity."""
        one, counts = self._bench.finding, Counter(one.gravity for one in self._seeker.found)
        parts = (
            self._view.place,
            f"{key_for(FINDINGS, 'mend')}: {one.mend}" if one else "",
            self._bench.narrowed,
            ", ".join(counted(counts[gravity], gravity) for gravity in Gravity if counts[gravity]),
        )
        return f" {self.desk.signs.between} ".join(filter(None, parts))

    def note(self) -> str:
        """How many findings there are."""
        return self._seeker.note

    def on_resize(self) -> None:
        """Other cells fit, once there is something to show."""
        if self._shown:
            self._fill()

    @on(Listing.CursorMoved)
    def _cursor_moved(self) -> None:
        self._look()

    @on(Listing.Opened)
    def _opened(self) -> None:
        self.desk.screen.do(next(command for command in FINDINGS if command.name == "mend"))

    def _fill(self) -> None:
        if not self.is_mounted:
            return
        bench = self._bench
        self._shown = {one.key: one for one in browse(self._seeker.found, bench.wanted)}
        bench.shown = self._shown
        clear = key_for(FINDINGS, "clear")
        nothing = (
            f"No finding is like that; {clear} shows all." if self._seeker.found else "Nothing is wrong."
        )
        self._view.show(list(self._shown), self._row, HEADS, least(self.app.size.width), nothing)
        self._look()

    def _look(self) -> None:
        """Another finding is under the cursor."""
        one, team, key = self._bench.finding, self.place.team, key_for(FINDINGS, "mend")
        if one is None:
            self._sheet.update(None, lambda width: Content(""))
        else:
            self._sheet.update(one.key, lambda width: finding_text(one, team, key, width))
        self.desk.turned()

    def _row(self, key: Key) -> Row:
        return finding_row(self._shown[key], self.desk.signs)
