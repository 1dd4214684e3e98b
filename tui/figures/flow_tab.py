"""How work flows: throughput, times, what is in work, what it waits for, and when the rest is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial
from zoneinfo import ZoneInfo

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget

from store.change import Change
from store.errors import Refused
from store.flow.page import MOST_WEEKS, WEEKS, begins, page
from store.flow.spans import EVERYTHING, Which
from store.models import Goal, Role
from store.past.flowing import Since
from store.phrases import counted
from store.report.sheets import What
from tui.commands.output import Content as File
from tui.figures.exporting import Exporting, Offer, rows
from tui.figures.flow_narrowing import FlowNarrowing
from tui.figures.flow_shown import Shown
from tui.keys import FLOW, key_for
from tui.keys.figures import FLOW_DOING
from tui.screens.doing.grouped import Grouped
from tui.screens.doing.shell import ShellCommands
from tui.screens.tab import Tab, TabDesk
from tui.screens.working import Working
from widgets.card_text import beside
from widgets.flow import charts, lists
from widgets.training.sheet import Sheet

_SPANS = (4, 8, WEEKS, 26, 52, 104, MOST_WEEKS)
"""Weeks that can be looked at."""
_FRESH = timedelta(seconds=60)
"""For how long the history need not be asked again."""
_LINES = 3
"""Lines by which the text is scrolled."""


class View(StrEnum):
    """What is shown."""

    THROUGHPUT = "throughput"
    TIMES = "times"
    CUMULATIVE = "cumulative"
    AGE = "age"
    BLOCKED = "blocked"
    HANDED = "hand-overs"
    AHEAD = "forecast"


_CHARTS = {View.THROUGHPUT: "weeks", View.TIMES: "times", View.CUMULATIVE: "cumulative"}
"""What the exported chart of a view is called."""


class FlowTab(Tab):
    """One view of the page at a time; everything is worked out in a thread."""

    TITLE = "Flow"
    ABOUT = (
        "How cards flow over the board. Throughput: cards finished a week. Cycle time: days from begun to "
        "finished; lead time: from made to finished. Age: days since a card in work was begun. The forecast "
        "draws days to come from the last weeks."
    )
    KEYS = FLOW
    GROUPS = (("Flow of work", FLOW_DOING),)
    TABLES = frozenset({"tasks", "columns", "roles", "members", "goals", "settings"})
    DEFAULT_CSS = "FlowTab Sheet { width: 1fr; height: 1fr; }"

    def __init__(self, desk: TabDesk) -> None:
        super().__init__(desk)
        self._sheet = Sheet(signs=desk.signs)
        self.which, self.weeks, self.view, self._is_lead = EVERYTHING, WEEKS, View.THROUGHPUT, False
        self._page: Shown | None = None
        self._changes: Sequence[Change] | None = None
        self._is_damaged = self._is_heard = False
        self._asked: tuple[datetime, datetime] | None = None
        """From when on the history was asked last, and when that was."""
        self._working: Working[Shown] = Working(lambda: self.app)
        self._commands = Grouped([self, FlowNarrowing(self), Exporting(self, self), ShellCommands(desk)])

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
        self._read_history()
        self._work_out()

    def want(self, which: Which) -> None:
        """Look at other cards."""
        self.which = which
        self._work_out()

    def status(self) -> str:
        """What comes next."""
        views = list(View)
        following = views[(views.index(self.view) + 1) % len(views)]
        return f"{key_for(FLOW, 'view')}: {following}"

    def note(self) -> str:
        """Of which cards, over which time."""
        parts = [self._of() or "all cards", counted(self.weeks, "week")]
        if self._working.is_on:
            parts = [f"looking{self.desk.signs.ellipsis}"]
        return f" {self.desk.signs.between} ".join(parts)

    def offers(self) -> Sequence[Offer]:
        """The table of finished cards; of a view with a chart that chart, of the cards that are shown."""
        found, table = self._page, rows(self.place, What.FLOW)
        which = _CHARTS.get(self.view)
        if found is None or which is None:
            return [table]
        name = f"{self.view}.svg"

        def make() -> File:
            from tui.commands.export import drawn, flow_chart

            return drawn(flow_chart(which, found.page))

        return [Offer("c", "chart", name, make), table]

    def do_view(self) -> None:
        self._turn(1)

    def do_view_before(self) -> None:
        self._turn(-1)

    def do_more(self) -> None:
        self._span(1, f"More than {MOST_WEEKS} weeks are not looked at.")

    def do_less(self) -> None:
        self._span(-1, f"Fewer than {_SPANS[0]} weeks tell nothing.")

    def do_lead(self) -> None:
        self._is_lead, self.view = not self._is_lead, View.TIMES
        self._draw()

    def do_clear(self) -> None:
        if self.which != EVERYTHING:
            self.want(EVERYTHING)

    def do_down(self) -> None:
        self._sheet.scroll_by(_LINES)

    def do_up(self) -> None:
        self._sheet.scroll_by(-_LINES)

    def _turn(self, step: int) -> None:
        views = list(View)
        self.view = views[(views.index(self.view) + step) % len(views)]
        self._draw()

    def _span(self, step: int, refusal: str) -> None:
        at = _SPANS.index(self.weeks) + step
        if not 0 <= at < len(_SPANS):
            raise Refused(refusal)
        self.weeks = _SPANS[at]
        self._read_history()
        self._work_out()

    def _read_history(self) -> None:
        """Ask for the blocks and hand-overs of the time, unless that was done just now."""
        place = self.place
        first, now = begins(place.today, self.weeks), place.now()
        since = datetime(first.year, first.month, first.day, tzinfo=ZoneInfo(place.team.settings.time_zone))
        if self._asked is not None and self._asked[0] <= since and now - self._asked[1] < _FRESH:
            return
        self._asked = since, now
        place.read_flow(since, self._heard)

    def _heard(self, found: Since | None) -> None:
        self._is_heard = True
        self._changes = found.changes if found is not None else None
        self._is_damaged = found is not None and not found.is_whole
        if self.is_mounted:
            self._work_out()

    def _work_out(self) -> None:
        place = self.place
        work = partial(page, place.team, place.now(), self.which, count=self.weeks, changes=self._changes)
        self._working.work_out(lambda: Shown.of(work()), self._put)
        self.desk.turned()

    def _put(self, found: Shown) -> None:
        self._page = found
        self._draw()

    def _draw(self) -> None:
        found = self._page
        if found is None:
            return
        key = f"{self.view} {self.which}"
        self._sheet.tell(key, lambda width: Content("\n").join(self._told(found, width)))
        self.desk.turned()

    def _told(self, shown: Shown, width: int) -> Iterator[Content]:
        numbers = beside(self._numbers(shown), 0, width)
        height = self._sheet.size.height - 3 - numbers.count("\n")
        yield Content.assemble(*self._views())
        yield Content.assemble((numbers, "bold"))
        yield Content("")
        drawn = [*self._view(shown, width, height)]
        yield from drawn or [Content("There is no room for a chart; make the terminal larger.")]

    def _views(self) -> Iterator[tuple[str, str]]:
        """The names of all views, that of this one in brackets."""
        for view in View:
            is_here = view is self.view
            yield (f"[{view}]" if is_here else f" {view} "), "bold" if is_here else "dim"

    def _numbers(self, shown: Shown) -> str:
        """The flow in four numbers."""
        found, cycle = shown.page, shown.cycle
        parts = [found.throughput.said if found.throughput else "no whole week counted yet"]
        if cycle is not None:
            parts.append(f"half take {cycle.median:.1f} days, 85 % {cycle.p85:.1f}")
        late = f", {len(shown.late)} late" if shown.late else ""
        parts.append(f"{len(found.aging)} in work{late}")
        parts.append(f"{found.open} open")
        return f" {self.desk.signs.between} ".join(parts)

    def _view(self, shown: Shown, width: int, height: int) -> Iterator[Content]:
        signs, team, now, found = self.desk.signs, self.place.team, self.place.now(), shown.page
        match self.view:
            case View.THROUGHPUT:
                if not any(week.left or week.arrived for week in found.weeks):
                    yield Content(beside(self._nothing(), 0, width))
                    return
                yield from charts.throughput(found, width, height, signs)
            case View.TIMES:
                yield from self._times(shown, width, height)
            case View.CUMULATIVE:
                yield from charts.cumulative(found, width, height, signs)
            case View.AGE:
                yield from lists.aging(found, shown.cycle, shown.late, team, width, height, signs)
            case View.AHEAD:
                yield from lists.foretold(found.forecast, found, width, height, signs)
            case _ if found.history is None:
                told = "cannot be read now." if self._is_heard else f"is being read{signs.ellipsis}"
                yield Content(f"The history {told}")
            case View.BLOCKED:
                yield from lists.blocked(found.history, now, found, width, height, signs)
                yield from self._damage()
            case View.HANDED:
                yield from lists.handed(found.history, team, width, height, signs)
                yield from self._damage()

    def _times(self, shown: Shown, width: int, height: int) -> Iterator[Content]:
        spots = shown.leads if self._is_lead else shown.cycles
        if spots is None:
            yield Content(beside(self._nothing(), 0, width))
            return
        name, span = ("Lead", "made") if self._is_lead else ("Cycle", "begun")
        cards = counted(spots.times.count, "card")
        yield Content.assemble((f"{name} times in days, from {span} to finished, of {cards}", "dim"))
        yield from charts.scatter(shown.page, spots, width, height - 1, self.desk.signs)

    def _damage(self) -> Iterator[Content]:
        if self._is_damaged:
            yield Content("")
            yield Content("A part of the history is damaged: this is told from there on.")

    def _nothing(self) -> str:
        if self.which != EVERYTHING:
            return f"No such card was finished in these weeks; {key_for(FLOW, 'clear')} shows all cards."
        return (
            "No card was finished in these weeks. What is moved on the board is counted here by itself; "
            "figures of the shop are watched on the tab KPIs, and “tagwerk kpi ready” lists ready-made ones."
        )

    def _of(self) -> str:
        """Of which cards, in words; empty: of all."""
        which, team = self.which, self.place.team
        role = team.find(Role, which.role) if which.role is not None else None
        goal = team.find(Goal, which.goal) if which.goal is not None else None
        parts = [role.name if role else ""]
        parts += [team.name_of(which.person) if which.person else "", goal.title if goal else ""]
        return ", ".join(filter(None, [*parts, f"#{which.tag}" if which.tag else ""]))
