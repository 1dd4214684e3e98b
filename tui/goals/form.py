"""What a goal says, as a form: one part for each letter of SMART."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from store import days
from store.change import Change
from store.culture.values import completed, values
from store.errors import TagwerkError
from store.kpis.listing import kpis as watched
from store.models import Direction, Goal, Kpi, Measured, Role, Source
from store.rules import goals, lookup
from store.rules.amounts import amount
from store.rules.valid import changed
from store.team import Team
from tui.settings.form import Field, Form, Kind, Typed, number_or_none, parts
from tui.settings.looks import people

_DIRECTIONS = (
    (Direction.MORE.value, "more is better"),
    (Direction.LESS.value, "less is better"),
    (Direction.WITHIN.value, "stay between two numbers"),
)
_SOURCES = (
    (Source.CHECK_INS.value, "people check in"),
    (Source.TASKS.value, "cards that are done, of all its cards"),
    (Source.EFFORT.value, "the same, by the hours they are estimated at"),
    (Source.RESULTS.value, "its key results"),
    (Source.GOALS.value, "the goals that are its parts"),
    (Source.KPI.value, "a KPI"),
)
_NUMBERS = ("baseline", "target", "target_high")
"""Fields of which nothing typed means none."""


def blank_goal(id: int, by: str, today: date, parent: Goal | None = None) -> Goal:
    """A goal that is not written yet, under the negative number that stands for it until the commit."""
    return Goal(id=id, title="", owner=by, parent=parent.id if parent else None, start=today)


def new_goal_form(team: Team, blank: Goal, today: date) -> Form:
    """A goal that is not written yet."""

    def change(typed: Typed, by: str, now: datetime) -> Change:
        values = {"start": blank.start, "parent": blank.parent, **_values(team, typed, today)}
        return goals.create(team, str(values.pop("title", "")), by, now, id=blank.id, **values)

    parent = team.find(Goal, blank.parent) if blank.parent is not None else None
    title = f"Part of {parent.title}" if parent else "New goal"
    return Form(title, _fields(team, blank), change, is_new=True)


def goal_form(team: Team, goal: Goal, today: date) -> Form:
    """What a goal says; only what is changed is written."""

    def change(typed: Typed, by: str, now: datetime) -> Change:
        return goals.edit(team, goal.id, by, now, **_values(team, typed, today))

    return Form(f"Goal {goal.id}", _fields(team, goal), change)


def as_typed(team: Team, goal: Goal, typed: Typed, today: date) -> Goal:
    """The goal as it would be; what does not fit its field yet is left as it was."""
    for name, text in typed.items():
        try:
            change = changed(goal, "", _values(team, {name: text}, today))
        except TagwerkError:
            continue
        for edit in change.edits:
            goal = replace(goal, **_built(goal, edit.after or {}))
    return goal


def _built(goal: Goal, after: Mapping[str, Any]) -> dict[str, Any]:
    new = Goal.build(goal.id, {**goal.raw(), **after})
    return {name: getattr(new, name) for name in after}


def _fields(team: Team, goal: Goal) -> tuple[Field, ...]:
    names, titles, kpis = people(team), _titles(team, goal), _kpis(team)
    text = Kind.TEXT
    return (
        Field("title", "Title", goal.title, "what the team wants, in a few words"),
        Field("meaning", "Meaning", goal.meaning, "Who will see what, when it is reached?", text, part="S"),
        *metric_fields(goal, part="M"),
        Field("source", "Value from", goal.source.value, kind=Kind.CHOICE, choices=_SOURCES),
        Field("kpi", "KPI", _kpi(team, goal), "its name, where the value is that of a KPI", suggestions=kpis),
        Field("owner", "Owner", goal.owner, "who answers for it", suggestions=lambda: names, part="A"),
        Field("confidence", "Confidence", number_field(goal.confidence), "how sure you are, 1 to 10"),
        Field("needs", "Needs", goal.needs, "People, budget, help from others", text),
        Field("why", "Why", goal.why, "Why does it matter?", text, part="R"),
        Field("serves", "Serves", goal.serves, "the value it serves", suggestions=lambda: _values_of(team)),
        Field("parent", "Part of", _parent(team, goal), "a larger goal, number or title", suggestions=titles),
        Field("start", "Start", day_field(goal.start), "mon, +3d or 2026-11-20", part="T"),
        Field("due", "Due", day_field(goal.due), "eom, +12w or 2026-12-31"),
        Field("roles", "Roles", _role_names(team, goal), "who contributes, with commas between"),
        Field("people", "People", ", ".join(goal.people), "logins or names, with commas between"),
        Field("cadence", "Check-in", str(goal.cadence), "days from one to the next"),
        Field("weight", "Weight", f"{goal.weight:g}", "how much it counts beside its siblings"),
    )


def _values(team: Team, typed: Typed, today: date) -> dict[str, Any]:
    """What was typed, as documents have it.

    Raises:
        NotFound: somebody or something that is named does not exist.
        Refused: it is not what its field needs.
    """
    read: Mapping[str, Callable[[str], Any]] = {
        **dict.fromkeys(("start", "due"), lambda text: days.day(text, today) if text.strip() else None),
        "confidence": number_or_none,
        "serves": lambda text: completed(team, text),
        "owner": lambda text: lookup.member_named(team, text).login if text.strip() else "",
        "people": lambda text: [lookup.member_named(team, name).login for name in parts(text)],
        "roles": lambda text: [lookup.role_named(team, name).id for name in parts(text)],
        "parent": lambda text: lookup.goal_named(team, text).id if text.strip() else None,
        "kpi": lambda text: lookup.kpi_named(team, text).id if text.strip() else None,
    }
    values = {name: read[name](text) if name in read else text for name, text in numbers(typed).items()}
    if values.get("kpi") is not None:
        # Who names a KPI means that the value is its.
        values.setdefault("source", Source.KPI.value)
    return values


def numbers(typed: Typed) -> dict[str, Any]:
    """What was typed, with the numbers of a metric as documents have them.

    Raises:
        Refused: one of them is none.
    """
    values: dict[str, Any] = dict(typed)
    for name in _NUMBERS:
        if name in typed:
            values[name] = amount(typed[name]) if typed[name].strip() else None
    if "weight" in typed:
        values["weight"] = amount(typed["weight"])
    return values


def metric_fields(measured: Measured, part: str = "") -> tuple[Field, ...]:
    """What is measured, from where to where; `part` begins with the first field."""
    numbers_of = measured.baseline, measured.target, measured.target_high
    baseline, target, high = (number_field(value) for value in numbers_of)
    return (
        Field(
            "metric", "Metric", measured.metric, "what is counted, like orders shipped on the day", part=part
        ),
        Field("unit", "Unit", measured.unit, "like %, EUR, orders; empty for a bare number"),
        Field("direction", "Direction", measured.direction.value, kind=Kind.CHOICE, choices=_DIRECTIONS),
        Field("baseline", "Baseline", baseline, "where it stands at the start"),
        Field("target", "Target", target, "where it should be; of a band the lower end"),
        Field("target_high", "Upper end", high, "only for a band"),
    )


def number_field(value: float | None) -> str:
    """A number as it stands in a field."""
    return "" if value is None else f"{value:.15g}"


def day_field(day: date | None) -> str:
    """A day as it stands in a field."""
    return day.isoformat() if day else ""


def _values_of(team: Team) -> list[str]:
    return [value.name for value in values(team)]


def _parent(team: Team, goal: Goal) -> str:
    parent = team.find(Goal, goal.parent) if goal.parent is not None else None
    return parent.title if parent else ""


def _kpi(team: Team, goal: Goal) -> str:
    kpi = team.find(Kpi, goal.kpi) if goal.kpi is not None else None
    return kpi.name if kpi else ""


def _kpis(team: Team) -> Callable[[], list[str]]:
    return lambda: [kpi.name for kpi in watched(team)]


def _titles(team: Team, goal: Goal) -> Callable[[], list[str]]:
    return lambda: [other.title for other in team.all(Goal) if not other.archived_at and other.id != goal.id]


def _role_names(team: Team, goal: Goal) -> str:
    roles = [team.find(Role, id) for id in goal.roles]
    return ", ".join(role.name for role in roles if role)
