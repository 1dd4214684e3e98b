"""How far the goals of each department came, quarter by quarter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from textual.content import Content

from store.goals.attainment import QUARTERS, Attainment, attainment, progress, quarter_of
from store.goals.standing import Standing, Standings
from store.kpis.listing import WHOLE
from store.kpis.periods import titled
from store.models import Cadence, Goal
from store.phrases import counted
from store.report.sheets import What
from store.team import Team
from tui.figures.exporting import Exporting, Offer, rows
from tui.goals.pacing import AT_ONCE
from tui.keys import ATTAINMENT, KPIS, key_for
from tui.keys.figures import ATTAINMENT_CURSOR, ATTAINMENT_DOING
from tui.screens.tab import TabDesk
from tui.training.list_tab import ListTab
from widgets.card_text import beside, joined
from widgets.cells import fit
from widgets.goals.signs import goal_signs
from widgets.listing_row import Key, Row
from widgets.words import day

_BAR = 20
"""Cells of a bar."""


class AttainmentTab(ListTab[Attainment]):
    """A bar for each department and quarter; beside it its goals."""

    TITLE = "Goals"
    ABOUT = (
        "How far the goals of each department came, by the quarter in which they are due: the mean of their "
        "progress from 0 to 100 %, where a goal that was reached counts as 100 %. A goal of several "
        "departments counts in each of them."
    )
    KEYS = ATTAINMENT
    GROUPS = (("Goals by department", ATTAINMENT_DOING), ("From line to line", ATTAINMENT_CURSOR))
    TABLES = frozenset(
        {"goals", "key_results", "check_ins", "tasks", "kpis", "readings", "roles", "members", "settings"}
    )
    HEADS = ("Department", "Quarter", "Progress", "", "Reached", "Goals", "Behind")
    LEAST = (12, 0, 0, 0, 0, 0, 0)

    def __init__(self, desk: TabDesk) -> None:
        super().__init__(desk)
        self._goal_signs = goal_signs(desk.signs)
        self.by_quarter = False

    def groups(self) -> list[object]:
        """How they are looked at, and written into a file."""
        return [self, Exporting(self, self)]

    def takes_long(self) -> bool:
        """Whether there are so many goals that keys should not wait for them."""
        return len(self.team.tables.get("goals", {})) > AT_ONCE

    def finder(self, team: Team, today: date) -> Callable[[], Sequence[Attainment]]:
        """By department, or by quarter."""
        found = partial(attainment, team, Standings(team, today), today)
        if not self.by_quarter:
            return found
        return lambda: sorted(found(), key=lambda one: one.quarter, reverse=True)

    def key_of(self, one: Attainment) -> Key:
        """Its department and quarter."""
        return f"{one.quarter} {one.department}"

    def row(self, one: Attainment) -> Row:
        """How far they came, as a bar and in numbers."""
        share = one.share
        goals = len(one.standings)
        is_over = one.quarter < quarter_of(self.today)
        closed = one.reached + one.missed
        return Row(
            key=self.key_of(one),
            cells=(
                one.department or WHOLE,
                titled(one.quarter, Cadence.QUARTER),
                self._bar(share),
                f"{share:.0%}" if share is not None else "?",
                f"{one.reached} of {closed if is_over and closed else goals}",
                counted(goals, "goal"),
                f"{self.signs.overdue}{one.at_risk}" if one.at_risk else "",
            ),
        )

    def texts(self, one: Attainment) -> Iterable[str]:
        """Its names, and those of its goals."""
        return (*self.row(one).cells[:2], *(standing.goal.title for standing in one.standings))

    def told(self, one: Attainment, width: int) -> Content:
        """Its goals, each with its bar."""
        title = f"{one.department or WHOLE}, {titled(one.quarter, Cadence.QUARTER)}"
        return joined([Content.assemble((title, "bold")), Content(""), *self._goals(one, width)])

    def empty(self) -> str:
        """What begins it."""
        if self.desk.screen.reads_only:
            return f"No goal was due in the last {QUARTERS} quarters or is to come."
        key = key_for(KPIS, "ready")
        return (
            f"No goal was due in the last {QUARTERS} quarters or is to come: goals are written on the screen "
            "Goals, and their roles say which department they are of. A goal can follow a KPI: “tagwerk kpi "
            f"ready” lists ready-made ones, {key} on the tab KPIs takes them."
        )

    def line(self, one: Attainment) -> str:
        """What enter does."""
        return f"{key_for(ATTAINMENT, 'open')}: to its goals"

    def about(self) -> list[str]:
        """How they are sorted."""
        return ["by quarter" if self.by_quarter else "by department"]

    def offers(self) -> Sequence[Offer]:
        """The table of all goals."""
        return [rows(self.place, What.GOALS)]

    def do_open(self) -> None:
        goals = self.here().standings
        # The one that is most behind is the one that is looked for.
        goal: Goal = min(goals, key=lambda one: (progress(one) or 0.0, one.goal.id)).goal
        self.place.screens.show("goals", at=goal.id)

    def do_order(self) -> None:
        self.by_quarter = not self.by_quarter
        self.look()

    def _goals(self, one: Attainment, width: int) -> Iterator[Content]:
        room = max(12, width - _BAR - 22)
        for standing in one.standings:
            share = progress(standing)
            sign = self._goal_signs.marks[standing.pace or standing.goal.state]
            said = f"{share:>4.0%}" if share is not None else "   ?"
            title = fit(standing.goal.title, room, self.signs.ellipsis)
            when = day(standing.goal.due, self.today) if standing.goal.due else ""
            yield Content.assemble(f"{sign} {title} ", (self._bar(share), "$lane-cyan"), f" {said}  {when}")
            yield Content.assemble((f"  {beside(self._state(standing), 2, width)}", "dim"))

    def _state(self, one: Standing) -> str:
        owner = self.team.name_of(one.goal.owner) if one.goal.owner else "nobody"
        return f"{one.pace or one.goal.state}, {owner}"

    def _bar(self, share: float | None) -> str:
        marks = self._goal_signs
        full = round(_BAR * (share or 0.0))
        return marks.done * full + marks.rest * (_BAR - full)
