"""Saying how it goes with a goal."""

from __future__ import annotations

from datetime import date, datetime

from store.change import Change
from store.errors import NotFound, Refused
from store.goals.saying import amount
from store.models import CheckIn, Goal, GoalState, KeyResult, Kpi, Remark, Source
from store.rules.board import free_number
from store.rules.comments import said
from store.rules.goals import live_goal
from store.rules.membership import leads, refuse_outsider
from store.rules.valid import valid
from store.rules.words import quoted
from store.team import Team

_ELSEWHERE = {
    Source.TASKS: "counted from its tasks",
    Source.EFFORT: "counted from its tasks",
    Source.RESULTS: "rolled up from its key results; check in on one of those",
    Source.GOALS: "rolled up from its child goals; check in on one of those",
}
"""Where the value of a goal comes from when nobody types it."""


def check_in(
    team: Team,
    goal_id: int,
    by: str,
    now: datetime,
    *,
    value: float | str | None = None,
    confidence: int | str | None = None,
    note: str = "",
    blockers: str = "",
    day: date | str | None = None,
    result: int | None = None,
    id: int = -1,
) -> Change:
    """Say how it stands with a goal, or with one of its key results.

    Args:
        team: the snapshot.
        goal_id: number of the goal.
        by: login of the person.
        now: when the person says it.
        value: what the metric is, in its unit; `None`: only words.
        confidence: how sure the person is that it will be reached, 1 to 10; `None`: says nothing of it.
        note: what is to be told beside the number.
        blockers: what is in the way.
        day: the day it tells of, in the team's time zone; `None`: today.
        result: number of the key result; `None`: the goal itself.
        id: the negative number that stands for it until the commit.

    Raises:
        NotFound: there is no such goal or key result.
        Refused: the goal is not active, its value comes from elsewhere, the day is to come, nothing is said,
            a value does not fit its field, or the person does not contribute to the goal.
    """
    goal = live_goal(team, goal_id)
    refuse_unless_contributing(team, goal, by)
    if goal.state is not GoalState.ACTIVE:
        raise Refused(f"The goal {quoted(goal.title)} is {goal.state}; only an active one is checked in on.")
    about = _result(team, goal, result) if result is not None else None
    if value is not None and about is None and goal.source is not Source.CHECK_INS:
        raise Refused(f"The value of {quoted(goal.title)} is {_elsewhere(team, goal)}.")
    number = free_number(team, "check_ins", id)
    today = team.today(now)
    values = {"value": value, "confidence": confidence, "note": note, "blockers": blockers}
    fields = {"id": number, "goal": goal.id, "result": result, "day": day or today, "author": by, "at": now}
    new = valid(CheckIn, {**fields, **values})
    if new.day > today:
        raise Refused(f"{new.day} is still to come; a check-in tells of a day that was.")
    if new.value is None and new.confidence is None and not new.note and not new.blockers:
        raise Refused("The check-in says nothing; give a value, your confidence or a note.")
    label = f"checked in on {quoted(about.title if about else goal.title)}{_told(new, about or goal)}"
    return Change.insert("check_ins", new, label, number).signed(by, now)


def remark(team: Team, goal_id: int, text: str, by: str, now: datetime, id: int = -1) -> Change:
    """Say something about a goal; people named with @ are mentioned.

    Raises:
        NotFound: there is no such goal.
        Refused: there is no text, too much of it, or the person is not in the team.
    """
    refuse_outsider(team, by)
    goal = live_goal(team, goal_id)
    number = free_number(team, "remarks", id)
    new = valid(Remark, {"id": number, "goal": goal.id, "author": by, "at": now, **said(team, text)})
    label = f"said something about the goal {quoted(goal.title)}"
    return Change.insert("remarks", new, label, number).signed(by, now)


def refuse_unless_contributing(team: Team, goal: Goal, by: str) -> None:
    """Refuse a check-in by somebody who has no part in the goal.

    Its owner, the people and roles that contribute, and whoever leads a role may; where it names nobody, all.

    Raises:
        Refused: this person has none, or is not in the team.
    """
    refuse_outsider(team, by)
    member = team.members.get(by)
    named = [goal.owner, *goal.people] if goal.owner or goal.people else []
    if not named and not goal.roles:
        return
    has_part = by in named or by in leads(team) or (member and set(member.roles) & set(goal.roles))
    if not has_part and member:
        who = team.name_of(goal.owner) if goal.owner else "who leads a role"
        raise Refused(f"You have no part in {quoted(goal.title)}; ask {who} to name you in it.")


def _elsewhere(team: Team, goal: Goal) -> str:
    if goal.source is not Source.KPI:
        return _ELSEWHERE[goal.source]
    kpi = team.find(Kpi, goal.kpi) if goal.kpi is not None else None
    if kpi is None:
        return "that of a KPI, and nobody has said of which; edit the goal and name it"
    if kpi.archived_at:
        return f"that of the KPI {quoted(kpi.name)}, which is put away; let the goal follow another one"
    return f"that of the KPI {quoted(kpi.name)}; “tagwerk kpi record” writes a reading of it"


def _result(team: Team, goal: Goal, number: int) -> KeyResult:
    result = team.find(KeyResult, number)
    if result is None or result.goal != goal.id or result.archived_at:
        raise NotFound(f"The goal {quoted(goal.title)} has no key result {number}.")
    return result


def _told(check_in: CheckIn, about: Goal | KeyResult) -> str:
    if check_in.value is None:
        return ""
    return f": {amount(check_in.value, about.unit)}"
