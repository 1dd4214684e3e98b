"""The report of a time, from a snapshot and the figures of the flow of work. Takes a while: for workers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from store.change import Change
from store.days import spoken
from store.flow.page import Page, page
from store.goals.pace import Pace
from store.goals.standing import Standings
from store.kpis.standing import Light
from store.models import GoalState
from store.phrases import counted, listed
from store.report.adjusting import adjustment_section
from store.report.flow import finished_in, flow_section, weeks_for
from store.report.goals import goal_section, goals_of
from store.report.kpis import kpi_section, lights, told_by_department
from store.report.parts import Bullets, Item, Mark, Report, Section
from store.report.people import absence_section, kudos_section, news_section
from store.report.period import Period
from store.report.scope import WHOLE_TEAM, Scope, cards_of
from store.report.work import blocked, blocked_section, finished_section
from store.team import Team

_OFF = {Pace.AT_RISK: Mark.WATCH, Pace.OFF_TRACK: Mark.ALARM}
_LIGHTS = ((Light.GOOD, Mark.GOOD), (Light.WATCH, Mark.WATCH), (Light.ALARM, Mark.ALARM))


def flow_page(
    team: Team,
    period: Period,
    now: datetime,
    scope: Scope = WHOLE_TEAM,
    changes: tuple[Change, ...] | None = None,
) -> Page:
    """The figures of the flow of work that a report of this time needs.

    Args:
        team: the snapshot.
        period: the time.
        now: the moment (aware).
        scope: whose cards.
        changes: what happened in the weeks up to its end, the oldest first; `None`: nobody has looked.
    """
    today = team.today(now)
    last = period.until(today)
    end = now if last >= today else _noon(team, last)
    return page(cards_of(team, scope), end, count=weeks_for(period, today), changes=changes)


def build(team: Team, period: Period, now: datetime, flow: Page, scope: Scope = WHOLE_TEAM) -> Report:
    """The whole report.

    Args:
        team: the snapshot.
        period: of which time it tells.
        now: the moment (aware); the time need not be over.
        flow: see `flow_page`.
        scope: the whole team, or a department.
    """
    today = team.today(now)
    standings = Standings(team, period.until(today))
    name = team.settings.name if scope.department is None else f"{team.settings.name}, {scope.department}"
    kpis = told_by_department(team, period, today, scope.department)
    sections = [
        _glance(team, period, today, lights(kpis), standings, flow, scope),
        kpi_section(team, kpis, period, today),
        goal_section(team, standings, period, today, scope),
        flow_section(team, flow, period, today),
        finished_section(team, period, scope),
        *([blocked_section(team, today, scope, flow.history, flow.since)] if period.holds(today) else []),
        adjustment_section(team, period, today, scope),
        news_section(team, period, today),
        kudos_section(team, period, today, scope),
        absence_section(team, period, today, scope),
    ]
    title = f"{name}: {period.name}"
    written = f"Written on {spoken(today, today)} {today.year} from what the team has entered."
    return Report(title, period.told(today), [one for one in sections if one is not None], written)


def _glance(
    team: Team,
    period: Period,
    today: date,
    found: Counter[Light],
    standings: Standings,
    flow: Page,
    scope: Scope,
) -> Section:
    """All of it in a few lines."""
    items = [
        *_kpis_said(found),
        *_goals_said(team, standings, period, scope),
        Item(f"Cards finished: {finished_in(flow, period)}"),
    ]
    if period.holds(today):
        stuck = sum(scope.has_task(raw) for _, raw in blocked(team))
        items.append(Item(f"Cards blocked now: {stuck}", mark=Mark.ALARM if stuck else None))
    return Section("At a glance", [Bullets(items)], "glance")


def _kpis_said(found: Counter[Light]) -> Iterator[Item]:
    count = found.total()
    if not count:
        return
    worst = next((mark for one, mark in reversed(_LIGHTS) if found[one]), Mark.PLAIN)
    said = [f"{found[one]} {one.value}" for one in Light if found[one]]
    yield Item(f"{counted(count, 'KPI')}: {listed(said)}", mark=worst)


def _goals_said(team: Team, standings: Standings, period: Period, scope: Scope) -> Iterator[Item]:
    goals = goals_of(team, standings, period, scope)
    if not goals:
        return
    paces: Counter[Pace] = Counter()
    closed: Counter[GoalState] = Counter()
    for goal in goals:
        pace = standings.of(goal).pace
        if pace is not None:
            paces[pace] += 1
        elif goal.state is not GoalState.ACTIVE:
            closed[goal.state] += 1
    said = [f"{paces[one]} {one.value}" for one in Pace if paces[one]]
    said += [f"{count} {state.value}" for state, count in closed.items()]
    unknown = len(goals) - paces.total() - closed.total()
    said += [f"{unknown} not measured yet"] if unknown else []
    worst = next(
        (mark for one, mark in reversed(_OFF.items()) if paces[one]), Mark.GOOD if paces else Mark.PLAIN
    )
    yield Item(f"{counted(len(goals), 'goal')}: {listed(said)}", mark=worst)


def _noon(team: Team, day: date) -> datetime:
    """A moment on a day that is that day for the team; noon is never left out by a clock that is changed."""
    zone = ZoneInfo(team.settings.time_zone)
    return datetime(day.year, day.month, day.day, 12, tzinfo=zone)
