"""One page for the management: what is off, what is at risk, what is being done about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult
from textual.widget import Widget

from store.kpis.overview import Standings
from tui.commands.output import Content
from tui.figures.exporting import Exporting, Offer
from tui.figures.overview_page import Overview, overview
from tui.figures.overview_told import told
from tui.keys import OVERVIEW
from tui.keys.figures import OVERVIEW_DOING
from tui.screens.doing.grouped import Grouped
from tui.screens.doing.shell import ShellCommands
from tui.screens.tab import Tab, TabDesk
from tui.screens.working import Working
from widgets.training.sheet import Sheet

_LINES = 3
"""Lines by which the page is scrolled."""


class OverviewTab(Tab):
    """Text in one column or two; worked out in a thread."""

    TITLE = "Overview"
    ABOUT = (
        "One page for the management: KPIs off target, goals at risk, the flow of work in four numbers, what "
        "is being changed because of it, and how many findings there are about how the work is divided."
    )
    KEYS = OVERVIEW
    GROUPS = (("Overview", OVERVIEW_DOING),)
    TABLES = frozenset(
        {
            *("kpis", "readings", "adjustments", "goals", "key_results", "check_ins", "tasks", "columns"),
            *("members", "roles", "responsibilities", "absences", "skills", "assessments", "settings"),
        }
    )
    DEFAULT_CSS = "OverviewTab Sheet { width: 1fr; height: 1fr; }"

    def __init__(self, desk: TabDesk) -> None:
        super().__init__(desk)
        self._sheet = Sheet(signs=desk.signs)
        self._known = Standings()
        self._working: Working[Overview] = Working(lambda: self.app)
        self._commands = Grouped([self, Exporting(self, self), ShellCommands(desk)])

    def compose(self) -> ComposeResult:
        """All of it is text."""
        yield self._sheet

    @property
    def main(self) -> Widget:
        """The text."""
        return self._sheet

    def run(self, name: str) -> None:
        """Do what a command says.

        Raises:
            Refused: it cannot be done.
        """
        self._commands.run(name)

    def show_snapshot(self) -> None:
        """Work out the page of the newest snapshot."""
        place = self.place
        work = partial(overview, place.team, place.today, place.now(), self._known)
        self._working.work_out(work, self._put)
        self.desk.turned()

    def note(self) -> str:
        """Whether it is being worked out."""
        return f"looking{self.desk.signs.ellipsis}" if self._working.is_on else ""

    def offers(self) -> Sequence[Offer]:
        """The report of this week, in both forms."""
        place = self.place
        team, now = place.team, place.now()

        def make(kind: str) -> Content:
            from store.report.building import build, flow_page
            from store.report.period import week
            from tui.commands.report import written

            period = week("this", team.today(now))
            report = build(team, period, now, flow_page(team, period, now))
            return written(report, kind, {})

        year, number, _ = place.today.isocalendar()
        name = f"report-{year}-W{number:02}"
        return [
            Offer("h", "HTML, for a browser", f"{name}.html", partial(make, "html")),
            Offer("m", "Markdown, for reading as text", f"{name}.md", partial(make, "md")),
        ]

    def do_kpis(self) -> None:
        self.desk.tabs.look_at("KPIs")

    def do_goals(self) -> None:
        self.desk.tabs.look_at("Goals")

    def do_flow(self) -> None:
        self.desk.tabs.look_at("Flow")

    def do_adjustments(self) -> None:
        self.desk.tabs.look_at("Adjustments")

    def do_down(self) -> None:
        self._sheet.scroll_by(_LINES)

    def do_up(self) -> None:
        self._sheet.scroll_by(-_LINES)

    def _put(self, found: Overview) -> None:
        place, signs = self.place, self.desk.signs
        team, today, reads_only = place.team, place.today, self.desk.screen.reads_only

        self._sheet.tell(
            "overview", lambda width: told(found, team, today, signs, width, reads_only=reads_only)
        )
        self.desk.turned()
