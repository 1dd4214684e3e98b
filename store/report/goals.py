"""The goals in a time: how far they are, how they are doing, and what has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from store.charts.small import way
from store.days import spoken
from store.goals.browsing import Period as Quarter
from store.goals.browsing import Wanted, browse
from store.goals.saying import amount, outlook, percent
from store.goals.series import value_on
from store.goals.standing import Standing, Standings
from store.models import CLOSED, CheckIn, Goal, GoalState
from store.report.parts import PACES, Block, Bullets, Cell, Item, Mark, Para, Section, Table
from store.report.period import Period
from store.report.scope import Scope
from store.report.words import brief
from store.team import Team

_MOST_NOTES = 3
"""Check-ins of one goal that are told, the newest ones."""


def goals_of(team: Team, standings: Standings, period: Period, scope: Scope) -> list[Goal]:
    """Those that were worked on, the most behind first, and those that were closed in that time."""
    found = []
    for goal, _ in browse(team, standings, Wanted(Quarter.ALL), by_risk=True):
        is_on = goal.state is GoalState.ACTIVE and (goal.start is None or goal.start <= period.last)
        is_closed = goal.closed_at is not None and period.holds(team.today(goal.closed_at))
        if (is_on or (goal.state in CLOSED and is_closed)) and scope.has_goal(team, goal):
            found.append(goal)
    return found


def goal_section(team: Team, standings: Standings, period: Period, today: date, scope: Scope) -> Section:
    """A table of all, and what was said of them."""
    goals = goals_of(team, standings, period, scope)
    if not goals:
        return Section("Goals", [Para("No goal was worked on in this time.")], "goals")
    heads = ("Goal", "Progress", "Done", "Expected", f"This {period.word}", "Pace", "Owner", "Due")
    rows = [_row(team, standings.of(goal), period, standings.today) for goal in goals]
    blocks: list[Block] = [Table(heads, rows)]
    is_now = period.holds(today)
    items = [item for goal in goals for item in _told(team, standings.of(goal), period, is_now=is_now)]
    if items:
        blocks.append(Bullets(items, "What changed, and where it leads" if is_now else "What changed"))
    return Section("Goals", blocks, "goals")


def moved(standing: Standing, period: Period) -> float | None:
    """By which share of the whole way it has come on in this time; `None`: it is not measured."""
    if standing.way is None or standing.share is None:
        return None
    before = value_on(standing.series, period.first - timedelta(days=1))
    # Before the first value it stood at its baseline, which is the beginning of the way.
    return standing.share - (standing.way.share(before) if before is not None else 0.0)


def _row(team: Team, standing: Standing, period: Period, today: date) -> list[Cell]:
    goal, share, expected = standing.goal, standing.share, standing.expected
    by_now = percent(expected) if expected is not None and goal.state is GoalState.ACTIVE else ""
    done = percent(share) if share is not None else "none yet"
    drawn = None
    if share is not None:
        about = f"{done} done" + (f", {by_now} expected by now" if by_now else "")
        drawn = way(f"{goal.title}, progress", about, share, expected if by_now else None)
    step = moved(standing, period)
    owner = team.name_of(goal.owner) if goal.owner else "nobody"
    return [
        Cell(f"{goal.title} (goal {goal.id})"),
        Cell(_bar(share), chart=drawn),
        Cell(done, is_number=True),
        Cell(by_now, is_number=True),
        Cell(_step(step), is_number=True),
        _pace(standing),
        Cell(owner),
        Cell(spoken(goal.due, today) if goal.due else "no date"),
    ]


def _pace(standing: Standing) -> Cell:
    pace = standing.pace
    if pace is not None:
        return Cell(pace.value, PACES[pace])
    marks = {GoalState.REACHED: Mark.GOOD, GoalState.MISSED: Mark.ALARM}
    state = standing.goal.state
    return Cell("not known yet" if state is GoalState.ACTIVE else state.value, marks.get(state, Mark.PLAIN))


def _bar(share: float | None) -> str:
    full = round(min(max(share or 0.0, 0.0), 1.0) * 10)
    return "" if share is None else "█" * full + "░" * (10 - full)


def _step(step: float | None) -> str:
    if step is None:
        return ""
    points = round(step * 100)
    text = f"+{points}" if points > 0 else f"{points}".replace("-", "−")
    return f"{text} {'point' if abs(points) == 1 else 'points'}"


def _told(team: Team, standing: Standing, period: Period, *, is_now: bool) -> Iterator[Item]:
    goal = standing.goal
    said = [
        one
        for one in team.belonging(CheckIn, "goal", goal.id)
        if period.holds(one.day) and (one.note or one.blockers or one.value is not None)
    ]
    notes = [*_notes(team, standing, said)]
    notes += [
        f"Milestone {'done' if stone.done else 'open'}, {spoken(stone.day, period.last)}: {stone.text}"
        for stone in goal.milestones
        if period.holds(stone.day)
    ]
    if goal.closed_at is not None and period.holds(team.today(goal.closed_at)):
        notes += [brief(text) for text in (goal.reason, goal.lesson) if text]
    if is_now:
        yield Item(f"{goal.title}: {outlook(standing, standing.forecast())}.", tuple(notes))
    elif notes:
        # Where it leads is asked of what is known today, not of what was known then.
        yield Item(goal.title, tuple(notes))


def _notes(team: Team, standing: Standing, said: Sequence[CheckIn]) -> Iterator[str]:
    for one in sorted(said, key=lambda one: (one.day, one.at))[-_MOST_NOTES:]:
        own = one.value is not None and one.result is None
        parts = [amount(one.value, standing.unit)] if own and one.value is not None else []
        parts += [brief(one.note)] if one.note else []
        parts += [f"in the way: {brief(one.blockers)}"] if one.blockers else []
        if parts:
            yield f"{spoken(one.day, standing.today)}, {team.name_of(one.author)}: {'; '.join(parts)}"
