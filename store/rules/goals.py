"""Making goals, changing what they say, and closing them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from store.change import Change
from store.errors import NeedsConsent, NotFound, Refused
from store.goals.smart import unmet
from store.models import CLOSED, Goal, GoalState, Kpi, Source
from store.rules.board import free_number, live_role, refuse_strangers
from store.rules.kpis import kpi_numbered
from store.rules.membership import leads, refuse_outsider
from store.rules.valid import called, changed, refuse_unknown, valid
from store.rules.words import listed, quoted
from store.team import Team
from store.text import clean

_OWN_RULES = {
    "state": "make it active or close it",
    "reason": "close it",
    "lesson": "close it",
    "milestones": "change its milestones one by one",
    "archived_at": "archive or restore it",
}
"""Fields with rules of their own, and what to do instead of editing them."""
_KEPT = ("id", "created_at", "created_by", "activated_at", "closed_at")
"""Fields that nobody edits."""


def goal_numbered(team: Team, id: int) -> Goal:
    """A goal by its number.

    Raises:
        NotFound: there is none.
    """
    goal = team.find(Goal, id)
    if goal is None:
        raise NotFound(f"There is no goal {id}; “tagwerk goals” shows those there are.")
    return goal


def live_goal(team: Team, id: int) -> Goal:
    """A goal that is not put away.

    Raises:
        NotFound: there is none with this number.
        Refused: it is archived.
    """
    goal = goal_numbered(team, id)
    if goal.archived_at:
        raise Refused(f"The goal {quoted(goal.title)} is archived; restore it first.")
    return goal


def refuse_unless_answering(team: Team, goal: Goal, by: str) -> None:
    """Refuse to change a goal that somebody else answers for.

    Its owner and everybody who leads a role may; while it has no owner or nobody leads, all in the team.

    Raises:
        Refused: this person is none of them, or not in the team.
    """
    refuse_outsider(team, by)
    may = leads(team)
    if goal.owner in team.members and may and by != goal.owner and by not in may:
        owner = team.name_of(goal.owner)
        raise Refused(f"{owner} answers for {quoted(goal.title)}; ask {owner}, or who leads a role.")


def create(team: Team, title: str, by: str, now: datetime, *, id: int = -1, **fields: Any) -> Change:
    """A new goal, as a draft. Whoever writes it owns it unless `owner` says who does.

    Raises:
        NotFound: a person, role, KPI or parent goal that is named does not exist.
        Refused: a value does not fit its field, its KPI has another unit, or the person is not in the team.
    """
    refuse_outsider(team, by)
    _refuse_own_rules(fields)
    number = free_number(team, "goals", id)
    owner = by if by in team.members else ""
    stamps = {"id": number, "created_at": now, "created_by": by}
    goal = valid(Goal, {"owner": owner, **fields, **stamps, "title": title})
    _refuse_bad_references(team, goal, goal.raw())
    _refuse_other_unit(team, goal)
    return Change.insert("goals", goal, f"wrote the goal {quoted(goal.title)}", number).signed(by, now)


def edit(team: Team, goal_id: int, by: str, now: datetime, **fields: Any) -> Change:
    """Change what a goal says.

    Raises:
        NotFound: there is no such goal, or a person, role or goal that is named does not exist.
        Refused: the goal is archived or somebody else's, a value does not fit its field, the field goes by a
            rule of its own, its KPI has another unit, or the goal would be a part of itself.
    """
    goal = live_goal(team, goal_id)
    refuse_unless_answering(team, goal, by)
    _refuse_own_rules(fields)
    change = changed(goal, "", fields)
    names: list[str] = []
    for edited in change.edits:
        names += edited.after or ()
        _refuse_bad_references(team, goal, edited.after or {})
        if {"kpi", "source", "unit"} & (edited.after or {}).keys():
            _refuse_other_unit(team, Goal.build(goal.id, {**goal.raw(), **(edited.after or {})}))
    label = f"changed the {listed(map(called, names))} of the goal {quoted(goal.title)}"
    return change.signed(by, now, label)


def activate(team: Team, goal_id: int, by: str, now: datetime, *, override: bool = False) -> Change:
    """Begin to work towards a goal; also one that was closed too early.

    Raises:
        NeedsConsent: a letter of SMART is not met, and the person has not agreed.
        NotFound: there is no such goal.
        Refused: it is active already, archived, or somebody else's.
    """
    goal = live_goal(team, goal_id)
    refuse_unless_answering(team, goal, by)
    if goal.state is GoalState.ACTIVE:
        raise Refused(f"The goal {quoted(goal.title)} is active already.")
    missing = unmet(team, goal)
    if missing and not override:
        what = "; ".join(f"{letter.name}: {letter.missing}" for letter in missing)
        end = "" if what.endswith("?") else "."
        raise NeedsConsent(f"{quoted(goal.title)} is not SMART yet. {what}{end}")
    fields = {"state": GoalState.ACTIVE, "activated_at": goal.activated_at or now}
    gone = {"closed_at": None, "reason": "", "lesson": ""}
    names = listed([letter.name.lower() for letter in missing])
    without = f", though not {names}" if missing else ""
    label = f"{'reopened' if goal.state in CLOSED else 'began'} the goal {quoted(goal.title)}{without}"
    return changed(goal, label, {**fields, **gone}).signed(by, now)


def close(
    team: Team,
    goal_id: int,
    state: GoalState,
    by: str,
    now: datetime,
    *,
    reason: str = "",
    lesson: str = "",
) -> Change:
    """Say how a goal ended: reached, missed or dropped.

    Raises:
        NotFound: there is no such goal.
        Refused: `state` is none of the three, the goal has ended already, is archived or somebody else's; a
            draft is not dropped; one that is missed has no lesson, or one that is dropped no reason.
    """
    goal = live_goal(team, goal_id)
    refuse_unless_answering(team, goal, by)
    if state not in CLOSED:
        raise Refused(f"A goal ends {listed(CLOSED, 'or')}, not {quoted(state)}.")
    if goal.state in CLOSED:
        raise Refused(f"The goal {quoted(goal.title)} is {goal.state} already; make it active again first.")
    if goal.state is GoalState.DRAFT and state is not GoalState.DROPPED:
        raise Refused(f"{quoted(goal.title)} is a draft, so it was not {state}; begin it first, or drop it.")
    if state is GoalState.MISSED and not clean(lesson).strip():
        raise Refused("Say what the team learns from it; a missed goal is worth that much.")
    if state is GoalState.DROPPED and not clean(reason).strip():
        raise Refused("Say why it is dropped, so that nobody has to guess.")
    fields = {"state": state, "closed_at": now, "reason": reason, "lesson": lesson}
    return changed(goal, f"{state} the goal {quoted(goal.title)}", fields).signed(by, now)


def archive(team: Team, goal_id: int, by: str, now: datetime) -> Change:
    """Put a goal away; nothing of it is lost.

    Raises:
        NotFound: there is no such goal.
        Refused: it is archived already, active, or somebody else's.
    """
    goal = live_goal(team, goal_id)
    refuse_unless_answering(team, goal, by)
    if goal.state is GoalState.ACTIVE:
        raise Refused(f"The goal {quoted(goal.title)} is active; close it first.")
    return changed(goal, f"archived the goal {quoted(goal.title)}", {"archived_at": now}).signed(by, now)


def restore(team: Team, goal_id: int, by: str, now: datetime) -> Change:
    """Bring an archived goal back.

    Raises:
        NotFound: there is no such goal.
        Refused: it is not archived, or somebody else's.
    """
    goal = goal_numbered(team, goal_id)
    refuse_unless_answering(team, goal, by)
    if not goal.archived_at:
        raise Refused(f"The goal {quoted(goal.title)} is not archived.")
    return changed(goal, f"brought back the goal {quoted(goal.title)}", {"archived_at": None}).signed(by, now)


def refuse_circle(team: Team, goal_id: int, parent: int) -> None:
    """Refuse a parent that is, however far up, a part of the goal itself.

    Raises:
        Refused: it is.
    """
    seen: set[int] = set()
    above: int | None = parent
    while above is not None and above not in seen:
        if above == goal_id:
            raise Refused(f"Goal {parent} is a part of goal {goal_id}, so it cannot be the whole of it.")
        seen.add(above)
        found = team.find(Goal, above)
        above = found.parent if found else None


def _refuse_own_rules(fields: Mapping[str, object]) -> None:
    refuse_unknown(Goal, fields)
    for name in fields:
        if name in _OWN_RULES:
            raise Refused(f"The {called(name)} of a goal is not edited like this; {_OWN_RULES[name]}.")
        if name in _KEPT:
            raise Refused(f"The {called(name)} of a goal is kept by Tagwerk and cannot be edited.")


def _refuse_bad_references(team: Team, goal: Goal, fields: Mapping[str, Any]) -> None:
    owner, parent = fields.get("owner"), fields.get("parent")
    refuse_strangers(team, [*([owner] if owner else []), *(fields.get("people") or [])])
    for role in fields.get("roles") or []:
        live_role(team, role)
    kpi = fields.get("kpi")
    if kpi is not None and kpi_numbered(team, kpi).archived_at:
        raise Refused(
            f"The KPI {quoted(kpi_numbered(team, kpi).name)} is put away; bring it back, or choose another."
        )
    if parent is not None:
        live_goal(team, parent)
        refuse_circle(team, goal.id, parent)


def _refuse_other_unit(team: Team, goal: Goal) -> None:
    """Numbers of one unit say nothing of those of another: 2.4 % would have reached 0 complaints at once."""
    kpi = team.find(Kpi, goal.kpi) if goal.kpi is not None and goal.source is Source.KPI else None
    if kpi is None or not goal.unit or goal.unit.casefold() == kpi.unit.casefold():
        return
    unit = f"is in {kpi.unit}" if kpi.unit else "has no unit"
    raise Refused(
        f"The KPI {quoted(kpi.name)} {unit}, but {quoted(goal.title)} is measured in {goal.unit}; "
        "give the goal that unit and a target in it, or choose another KPI."
    )
