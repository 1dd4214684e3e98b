"""The goals: how far each is, how far it should be, and how far it will be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from textual import on
from textual.widget import Widget

from store.days import spoken
from store.goals.browsing import Period
from store.goals.pace import Pace
from store.models import Goal, GoalState
from store.rules.words import counted
from tui.goals.bench import Bench
from tui.goals.commands import GoalCommands
from tui.goals.pacing import Pacer
from tui.goals.views import narrowed
from tui.keys import GOALS, GOALS_GROUPS, SCREENS, SHELL, key_for
from tui.palette.named import Named, NamedSource
from tui.palette.source import Source
from tui.screens.following import FollowingScreen
from tui.workplace import Workplace
from widgets.goals.goal_list import GoalList
from widgets.goals.row_face import titled
from widgets.tabs_line import TabsLine


class GoalsScreen(FollowingScreen):
    """The goals of a period; the line below tells of the one under the cursor."""

    NAME = "Goals"
    ABOUT = (
        "A goal says what the team wants to reach and by when. Its bar shows how far it is, how far it "
        "should be today, and how far it will be when it is due if it goes on like this."
    )
    SIGNS = "Signs of goals"
    KEYS = GOALS
    TABLES = frozenset({"goals", "key_results", "check_ins", "tasks", "settings", "members", "roles"})
    GROUPS = (*GOALS_GROUPS, ("Screens", SCREENS), ("Everywhere", SHELL))

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._view = GoalList(signs=self._signs)
        self._periods = TabsLine([_titled(period) for period in Period], signs=self._signs)
        self._bench = Bench(place, self, self._view, self._asking, self._show_wanted)
        self._commands = GoalCommands(self._bench)
        self._goals = NamedSource("goal", self._named, self._go_to)
        self._pacer = Pacer()
        self._follows: int | None = None
        """The goal that the cursor goes to when it is there."""
        self._has_paces = False

    def body(self) -> Iterable[Widget]:
        """The periods, and the goals."""
        yield self._periods
        yield self._view

    def run(self, name: str) -> None:
        """Do what a command says.

        Raises:
            Refused: it cannot be done.
        """
        self._commands.run(name)

    def sources(self) -> Sequence[Source]:
        """The goals."""
        return (self._goals,)

    def renumber(self, table: str, old: int, new: int) -> None:
        """A new goal has got its real number: the cursor goes with it."""
        if table == "goals" and self._view.key == old:
            self._follows = new

    def show_status_line(self) -> None:
        """The goal under the cursor."""
        goal, team, today = self._bench.goal, self._place.team, self._place.today
        if goal is None:
            self._prompt.status = ""
            return
        row = self._bench.row(goal.id)
        # What is cut on a narrow terminal stands in the row as well.
        parts = [f"{goal.id}", row.outlook, *(["a check-in is owed"] if row.is_owed else [])]
        parts.append(team.name_of(goal.owner) if goal.owner else "nobody answers for it")
        if goal.due:
            late = "overdue since" if row.is_overdue else "due"
            parts.append(f"{late} {spoken(goal.due, today)}")
        self._prompt.status = " " + " · ".join([*parts, goal.title])

    @on(GoalList.CursorMoved)
    def _cursor_moved(self) -> None:
        self._turned()

    @on(GoalList.Opened)
    def _opened(self) -> None:
        self.do(next(command for command in GOALS if command.name == "open"))

    def show_snapshot(self) -> None:
        """What is wanted, in the newest snapshot."""
        self._show_wanted()

    def _show_wanted(self) -> None:
        """What is wanted, in the newest snapshot; where that takes long, as soon as it is known."""
        bench = self._bench
        goals = [*self._place.team.all(Goal)]
        self._has_paces = self._pacer.knows(bench.standings, goals)
        if not self._has_paces:
            self._pacer.work_out(self.app, bench.standings, goals, self._show_wanted)
            if bench.needs_paces:
                self._periods.note = f"looking at {len(goals):,} goals{self._signs.ellipsis}"
                return
        bench.look()
        longest = max((titled(goal.title, depth) for goal, depth in bench.found), default=0)
        self._view.show([goal.id for goal, _ in bench.found], bench.row, longest, self._nothing())
        if self._follows is not None and self._view.select(self._follows):
            self._follows = None
        self._periods.chosen = list(Period).index(bench.wanted.period)
        self._periods.note = self._summary()
        self._turned()

    def _summary(self) -> str:
        """What is shown, and how many of it need somebody."""
        bench = self._bench
        parts = [counted(len(bench.found), "goal")]
        parts += self._troubled() if self._has_paces else []
        if asked := narrowed(bench):
            parts.append(f"{asked} (esc: all)")
        if bench.by_risk:
            parts.append("by risk")
        return f" {self._signs.between} ".join(parts)

    def _troubled(self) -> list[str]:
        """How many goals are not where they should be."""
        active = [goal for goal, _ in self._bench.found if goal.state is GoalState.ACTIVE]
        paces = Counter(self._bench.standings.of(goal).pace for goal in active)
        return [f"{paces[pace]} {pace}" for pace in (Pace.OFF_TRACK, Pace.AT_RISK) if paces[pace]]

    def _nothing(self) -> str:
        """What to do where there are no goals to be shown."""
        bench = self._bench
        if bench.wanted.is_narrow:
            return f"No goal is like that; {key_for(GOALS, 'clear')} shows all."
        if bench.wanted.period is Period.ALL or not any(True for _ in self._named()):
            return f"No goals yet: {key_for(GOALS, 'add')} writes the first one, ? shows all keys."
        add, others = key_for(GOALS, "add"), key_for(GOALS, "period")
        return f"No goals for {bench.wanted.period}: {add} writes one, {others} shows others."

    def _named(self) -> Iterable[Named]:
        live = (goal for goal in self._place.team.all(Goal) if not goal.archived_at)
        return (Named(goal.id, goal.title, f"goal {goal.id}, {goal.state}") for goal in live)

    def _go_to(self, found: Named) -> None:
        """Put the cursor on a goal, wherever it has to be looked for."""
        if not self._view.select(found.key):
            self._bench.want(type(self._bench.wanted)(Period.ALL))
            self._view.select(found.key)
        self._turned()


def _titled(period: Period) -> str:
    return period.value[:1].upper() + period.value[1:]
