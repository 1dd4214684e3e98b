"""How a goal is doing, in the sentence that a lead needs."""

from __future__ import annotations

from datetime import date
from math import floor, log10

from store.goals.forecast import FEWEST, Forecast
from store.goals.pace import Pace
from store.goals.sources import COUNTED
from store.goals.standing import Standing
from store.models import Direction, GoalState, Source
from store.phrases import counted

_DIGITS = 3
"""Digits of a number that carry a meaning in a sentence."""


def amount(value: float, unit: str = "") -> str:
    """A value in its unit, as short as it still says something: `28`, `1,240 EUR`, `3.4 %`."""
    places = max(_DIGITS - 1 - floor(log10(abs(value))), 0) if value else 0
    text = f"{value:,.{min(places, 6)}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text.replace("-", "−")
    return f"{text} {unit}" if unit else text


def percent(share: float) -> str:
    """A share of 1.0 as people read it: `57%`, never `-0%`."""
    return f"{round(share * 100):,}%".replace("-", "−")


def unit_of(standing: Standing) -> str:
    """What a value of a goal is counted in."""
    source = standing.goal.source
    return "%" if source in _ROLLED_UP else _UNITS.get(source, standing.unit)


def kpi_said(standing: Standing) -> str:
    """The KPI that a goal follows, and whether it is still watched; empty: it follows none."""
    goal, kpi = standing.goal, standing.kpi
    if goal.source is not Source.KPI:
        return ""
    if goal.kpi is None:
        return "no KPI yet"
    if kpi is None:
        return f"KPI {goal.kpi}, which is gone; the last value stays"
    return f"{kpi.name}, which is put away; the last value stays" if kpi.archived_at else kpi.name


def span(days: int) -> str:
    """A length of time as people say it: days up to two weeks, weeks up to three months, then months."""
    days = abs(days)
    if days < 14:
        return counted(days, "day")
    return counted(round(days / 7), "week") if days < 91 else counted(round(days / 30.4), "month")


def outlook(standing: Standing, ahead: Forecast | None) -> str:
    """What the numbers say of the future of a goal; a whole sentence without its full stop."""
    goal, way, plan = standing.goal, standing.way, standing.plan
    if goal.state is not GoalState.ACTIVE:
        return _not_active(standing)
    if plan is None:
        return "no dates yet, so nobody can say whether it is late"
    if way is None:
        return "no numbers yet, so nobody can say how far it is"
    if standing.value is not None and way.is_reached(standing.value) and standing.series:
        return "reached" if way.direction is not Direction.WITHIN else _kept(ahead, way.target, way.high)
    if ahead is None:
        return _too_little(standing, plan.due)
    arrival = _arrival(ahead, plan.due, standing.today)
    # Behind today, and yet in time: both are true, and only together they make sense.
    is_in_time = ahead.day is not None and ahead.day <= plan.due
    but = "behind, but " if is_in_time and standing.pace in (Pace.AT_RISK, Pace.OFF_TRACK) else ""
    return f"{_pace(standing, ahead)}; {but}{arrival}"


def likely(standing: Standing, ahead: Forecast) -> str:
    """The range of the forecast: when at best and at worst, and how much by then; empty where it has none."""
    plan = standing.plan
    if plan is None or ahead.low == ahead.high:
        return ""
    unit = unit_of(standing)
    by = "today" if plan.due < standing.today else "by the due date"
    value = f"{amount(ahead.low)} to {amount(ahead.high, unit)} {by}"
    if ahead.earliest is None:
        return value
    first, last = (_date(day, standing.today) if day else "never" for day in (ahead.earliest, ahead.latest))
    return value if first == last else f"{first} to {last}; {value}"


def _not_active(standing: Standing) -> str:
    share = standing.share
    if standing.goal.state is GoalState.DRAFT:
        return "a draft: nobody works towards it yet"
    reached = f" at {percent(share)}" if share is not None else ""
    return f"{standing.goal.state}{reached}"


def _kept(ahead: Forecast | None, low: float, high: float) -> str:
    if ahead is None or low <= ahead.at_due <= high:
        return "inside the band"
    return f"inside the band, but going to {amount(ahead.at_due)} by the due date"


def _too_little(standing: Standing, due: date) -> str:
    late = f"{span((standing.today - due).days)} overdue; " if standing.today > due else ""
    count = standing.news
    what, of = ("day", " with a finished task") if standing.goal.source in COUNTED else ("check-in", "")
    what = "reading" if standing.goal.source is Source.KPI else what
    have = f"only {counted(count, what)}{of}" if count else f"no {what}{of} yet"
    return f"{late}{have}; it takes {FEWEST} to tell where this is going"


def _pace(standing: Standing, ahead: Forecast) -> str:
    # Of what is rolled up a bare number says nothing.
    unit = "%" if standing.goal.source in _ROLLED_UP else ""
    doing = amount(ahead.doing, unit)
    if ahead.needed is None:
        return f"doing {doing} a week"
    return f"needs {amount(ahead.needed, unit)} a week, doing {doing}"


def _date(day: date, today: date) -> str:
    return f"{day.day} {day:%b}" + (f" {day.year}" if day.year != today.year else "")


def _arrival(ahead: Forecast, due: date, today: date) -> str:
    if ahead.day is None:
        return "at this pace never"
    late = ahead.lateness(due) or 0
    when = _date(ahead.day, today)
    if not late:
        return f"at this pace {when}, just in time"
    return f"at this pace {when}, {span(late)} {'late' if late > 0 else 'early'}"


_ROLLED_UP = (Source.RESULTS, Source.GOALS)
_UNITS = {Source.TASKS: "cards", Source.EFFORT: "h"}
