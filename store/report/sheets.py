"""What can be taken along as rows: KPIs, readings, cards, goals and adjustments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from store.flow.effect import Effects
from store.flow.spans import local_day, spans
from store.goals.browsing import Period, Wanted, browse
from store.goals.standing import Standings
from store.kpis.adjusting import adjustments, kpi_of
from store.kpis.listing import department_of, kpis
from store.kpis.standing import standing
from store.models import Goal, Kpi, Reading, Role
from store.models.raws import words_in
from store.team import Team

Value = str | float | bool | date | datetime | None
"""What stands in a cell; times are aware, numbers in the unit that the row or the head names."""


class What(StrEnum):
    """What can be exported."""

    KPIS = "kpis"
    READINGS = "readings"
    FLOW = "flow"
    GOALS = "goals"
    ADJUSTMENTS = "adjustments"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows with a head."""

    what: What
    heads: tuple[str, ...]
    rows: Sequence[tuple[Value, ...]]


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another, both included; `None`: no such end."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Whether a day is in it."""
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)


ALWAYS = Span()
"""Any day."""
_KPIS = (
    *("number", "name", "department", "role", "unit", "direction", "target", "target_high", "limit"),
    *("limit_high", "cadence", "owner", "value", "of", "change", "state", "off_target_in_a_row", "missing"),
)
_READINGS = ("number", "kpi", "name", "unit", "day", "value", "note", "author", "source", "at")
_FLOW = (
    *("card", "title", "role", "people", "goal", "tags", "made", "begun", "finished", "cycle_days"),
    *("lead_days", "blocked"),
)
_GOALS = (
    *("number", "title", "state", "owner", "roles", "start", "due", "metric", "unit", "baseline", "target"),
    *("target_high", "value", "progress", "expected", "pace", "forecast", "next_check_in"),
)
_ADJUSTMENTS = (
    *("number", "title", "seen", "kpi", "goal", "figure", "expected", "owner", "made_on", "review_on"),
    *("outcome", "learned", "reviewed_at", "median_before", "median_after", "readings_before"),
    *("readings_after", "verdict"),
)


def sheet(team: Team, what: What, today: date, *, span: Span = ALWAYS, kpi: Kpi | None = None) -> Sheet:
    """The rows of one of them; nothing that was put away or taken back is among them.

    Args:
        team: the snapshot.
        what: which.
        today: the team's day.
        span: of readings those of these days; of cards those that were finished in them.
        kpi: of readings only its own.
    """
    match what:
        case What.KPIS:
            return Sheet(what, _KPIS, [*_kpis(team, today)])
        case What.READINGS:
            return Sheet(what, _READINGS, [*_readings(team, span, kpi)])
        case What.FLOW:
            return Sheet(what, _FLOW, [*_cards(team, span)])
        case What.GOALS:
            return Sheet(what, _GOALS, [*_goals(team, today)])
        case What.ADJUSTMENTS:
            return Sheet(what, _ADJUSTMENTS, [*_adjustments(team, today)])


def _kpis(team: Team, today: date) -> Iterator[tuple[Value, ...]]:
    for kpi in kpis(team):
        now = standing(team, kpi, today)
        role = team.find(Role, kpi.role) if kpi.role is not None else None
        yield (
            *(kpi.id, kpi.name, department_of(team, kpi), role.name if role else "", kpi.unit),
            *(kpi.direction.value, kpi.target, kpi.target_high, kpi.limit, kpi.limit_high),
            *(kpi.cadence.value, kpi.owner, now.value, now.day, _neat(now.change)),
            *(now.light.value, now.in_a_row, len(now.missing)),
        )


def _readings(team: Team, span: Span, wanted: Kpi | None) -> Iterator[tuple[Value, ...]]:
    known = [wanted] if wanted is not None else [*kpis(team)]
    for kpi in known:
        own = [one for one in team.belonging(Reading, "kpi", kpi.id) if not one.archived_at]
        for one in sorted(own, key=lambda one: (one.day, one.at, one.id)):
            if span.holds(one.day):
                said = (one.day, one.value, one.note, one.author, one.source, one.at)
                yield (one.id, kpi.id, kpi.name, kpi.unit, *said)


def _cards(team: Team, span: Span) -> Iterator[tuple[Value, ...]]:
    zone = ZoneInfo(team.settings.time_zone)
    tasks = team.tables.get("tasks", {})
    roles = {role.id: role.name for role in team.all(Role)}
    for one in spans(team):
        raw = tasks[one.task]
        if span != ALWAYS and (one.finished is None or not span.holds(local_day(one.finished, zone))):
            continue
        role, goal = raw.get("role"), raw.get("goal")
        yield (
            *(one.task, str(raw.get("title", "")), roles.get(role, "") if isinstance(role, int) else ""),
            *(" ".join(words_in(raw.get("assignees"))), goal if isinstance(goal, int) else None),
            *(" ".join(words_in(raw.get("tags"))), one.made, one.begun, one.finished),
            *(_rounded(one.cycle), _rounded(one.lead), str(raw.get("blocked") or "")),
        )


def _goals(team: Team, today: date) -> Iterator[tuple[Value, ...]]:
    standings = Standings(team, today)
    roles = {role.id: role.name for role in team.all(Role)}
    found = sorted((goal for goal, _ in browse(team, standings, Wanted(Period.ALL))), key=lambda g: g.id)
    for goal in found:
        now = standings.of(goal)
        ahead = now.forecast()
        yield (
            *(goal.id, goal.title, goal.state.value, goal.owner),
            *(", ".join(roles[number] for number in goal.roles if number in roles), goal.start, goal.due),
            *(goal.metric, now.unit, goal.baseline, goal.target, goal.target_high, _neat(now.value)),
            *(_rounded(now.share), _rounded(now.expected), now.pace.value if now.pace else ""),
            *(ahead.day if ahead else None, standings.next_check_in(goal)),
        )


def _adjustments(team: Team, today: date) -> Iterator[tuple[Value, ...]]:
    effects = Effects(team, today)
    for one in sorted(adjustments(team), key=lambda one: one.id):
        kpi, found = kpi_of(team, one), effects.of(one)
        effect = found.effect if found else None
        goal = team.find(Goal, one.goal) if one.goal is not None else None
        yield (
            *(one.id, one.title, one.seen, kpi.name if kpi else "", goal.title if goal else "", one.figure),
            *(one.expected, one.owner, one.made_on, one.review_on),
            *(one.outcome.value if one.outcome else "", one.learned, one.reviewed_at),
            *((_neat(effect.median_before), _neat(effect.median_after)) if effect else (None, None)),
            *((len(effect.before), len(effect.after)) if effect else (None, None)),
            found.verdict.value if found else "",
        )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _neat(value: float | None) -> float | None:
    """Without what reckoning in twos leaves behind the last digit: 0.1, and not 0.10000000000000009."""
    return None if value is None else float(f"{value:.10g}")
