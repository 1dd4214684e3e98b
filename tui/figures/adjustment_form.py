"""An adjustment as a form: what was seen, what is changed, what is expected by when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from store import days
from store.change import Change
from store.errors import Refused
from store.flow.effect import FIGURES
from store.instants import past_day
from store.kpis.adjusting import review_day
from store.kpis.listing import kpis
from store.models import Adjustment, Goal, Kpi
from store.rules import adjustments, lookup
from store.team import Team
from tui.settings.form import Field, Form, Kind, Typed
from tui.settings.looks import people


def new_adjustment_form(
    team: Team, id: int, by: str, today: date, kpi: Kpi | None = None, seen: str = ""
) -> Form:
    """One that is not made yet; because of a KPI, what was seen is filled in already."""
    blank = Adjustment(
        id=id,
        title="",
        seen=seen,
        kpi=kpi.id if kpi else None,
        owner=by,
        made_on=today,
        review_on=review_day(today, kpi),
    )
    given = {name: getattr(blank, name) for name in ("seen", "kpi", "owner", "made_on", "review_on")}

    def change(typed: Typed, by: str, now: datetime) -> Change:
        values = given | _values(team, typed, today)
        return adjustments.add(team, str(values.pop("title", "")), by, now, id=id, **values)

    return Form("New adjustment", _fields(team, blank), change, is_new=True)


def adjustment_form(team: Team, one: Adjustment, today: date) -> Form:
    """What is written of an adjustment; only what is changed is written."""

    def change(typed: Typed, by: str, now: datetime) -> Change:
        return adjustments.edit(team, one.id, by, now, **_values(team, typed, today))

    return Form(f"Adjustment {one.title}", _fields(team, one), change)


def _fields(team: Team, one: Adjustment) -> tuple[Field, ...]:
    names, watched = people(team), [kpi.name for kpi in kpis(team)]
    titles = [goal.title for goal in team.all(Goal) if not goal.archived_at]
    kpi = team.find(Kpi, one.kpi) if one.kpi is not None else None
    goal = team.find(Goal, one.goal) if one.goal is not None else None
    return (
        Field("title", "We change", one.title, "what is done differently, in a few words"),
        Field("seen", "We saw", one.seen, "What asked for it", Kind.TEXT),
        Field(
            "expected",
            "We expect",
            one.expected,
            "Needed: what should be different, and by how much",
            Kind.TEXT,
        ),
        Field(
            "kpi",
            "KPI",
            kpi.name if kpi else "",
            "what it is about: a KPI, a goal or a figure of the flow",
            suggestions=lambda: watched,
        ),
        Field("goal", "Goal", goal.title if goal else "", "or the goal", suggestions=lambda: titles),
        Field(
            "figure",
            "Flow",
            one.figure,
            f"or {', '.join(FIGURES)}",
            suggestions=lambda: FIGURES,
        ),
        Field("owner", "Owner", one.owner, "who answers for it", suggestions=lambda: names),
        Field("made_on", "From", one.made_on.isoformat(), "the day from which it holds"),
        Field(
            "review_on",
            "Review",
            one.review_on.isoformat(),
            "+8w or 2026-12-31: when you look whether it helped",
        ),
    )


def _values(team: Team, typed: Typed, today: date) -> dict[str, Any]:
    """What was typed, as documents have it.

    Raises:
        NotFound: somebody or something that is named does not exist.
        Refused: it is not what its field needs.
    """
    read: Mapping[str, Callable[[str], Any]] = {
        "kpi": lambda text: lookup.kpi_named(team, text).id if text.strip() else None,
        "goal": lambda text: lookup.goal_named(team, text).id if text.strip() else None,
        "owner": lambda text: lookup.member_named(team, text).login if text.strip() else "",
        "made_on": lambda text: _past(text, today),
        "review_on": lambda text: days.day(text, today),
    }
    return {name: read[name](text) if name in read else text for name, text in typed.items()}


def _past(text: str, today: date) -> date:
    """A day that was, or one that comes."""
    try:
        return past_day(text, today)
    except Refused:
        return days.day(text, today)
