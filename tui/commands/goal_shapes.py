"""The shapes of `--json` for goals; see `shapes`."""

from __future__ import annotations

from datetime import date

from store.goals.saying import outlook
from store.goals.smart import smart
from store.goals.standing import Standings
from store.models import CheckIn, Goal, KeyResult, Milestone, Remark
from store.rules.milestones import in_order
from store.team import Team
from tui.commands.answer import Json
from tui.commands.shapes import moment


def goal_shape(team: Team, standings: Standings, goal: Goal) -> Json:
    """A goal and how it stands; shares are 0.0 to 1.0 and beyond, values in the goal's unit."""
    standing = standings.of(goal)
    ahead = standing.forecast()
    return {
        "number": goal.id,
        "title": goal.title,
        "state": goal.state.value,
        "owner": goal.owner or None,
        "start": _day(goal.start),
        "due": _day(goal.due),
        "parent": goal.parent,
        "source": goal.source.value,
        "kpi": goal.kpi,
        "metric": goal.metric,
        "unit": standing.unit,
        "baseline": goal.baseline,
        "target": goal.target,
        "target_high": goal.target_high,
        "direction": goal.direction.value,
        "weight": goal.weight,
        "value": standing.value,
        "share": standing.share,
        "expected": standing.expected,
        "pace": standing.pace.value if standing.pace else None,
        "forecast": _day(ahead.day) if ahead else None,
        "forecast_earliest": _day(ahead.earliest) if ahead else None,
        "forecast_latest": _day(ahead.latest) if ahead else None,
        "value_at_due": [ahead.low, ahead.at_due, ahead.high] if ahead else None,
        "outlook": outlook(standing, ahead),
        "smart": {letter.name: letter.missing or None for letter in smart(team, goal)},
        "check_in_owed": standings.is_owed(goal),
        "archived_at": moment(goal.archived_at),
    }


def whole_goal_shape(team: Team, standings: Standings, goal: Goal) -> Json:
    """The same with its texts, parts, tasks and check-ins."""
    results = sorted(team.belonging(KeyResult, "goal", goal.id), key=lambda r: (r.position, r.id))
    return {
        **goal_shape(team, standings, goal),
        "meaning": goal.meaning,
        "why": goal.why,
        "serves": goal.serves,
        "needs": goal.needs,
        "confidence": goal.confidence,
        "roles": list(goal.roles),
        "people": list(goal.people),
        "reason": goal.reason,
        "lesson": goal.lesson,
        "results": [_result_shape(standings, result) for result in results],
        "milestones": [_milestone_shape(stone) for stone in in_order(goal)],
        "tasks": [task.id for task in standings.sources.tasks(goal)],
        "check_ins": [check_in_shape(c) for c in team.belonging(CheckIn, "goal", goal.id)],
        "comments": [_remark_shape(remark) for remark in team.belonging(Remark, "goal", goal.id)],
    }


def check_in_shape(check_in: CheckIn) -> Json:
    """What somebody said of a goal."""
    return {
        "number": check_in.id,
        "result": check_in.result,
        "day": _day(check_in.day),
        "value": check_in.value,
        "confidence": check_in.confidence,
        "note": check_in.note,
        "blockers": check_in.blockers,
        "author": check_in.author,
        "at": moment(check_in.at),
    }


def _result_shape(standings: Standings, result: KeyResult) -> Json:
    way, series = standings.sources.result(result)
    value = series[-1][1] if series else None
    return {
        "number": result.id,
        "title": result.title,
        "weight": result.weight,
        "metric": result.metric,
        "unit": result.unit,
        "direction": result.direction.value,
        "baseline": result.baseline,
        "target": result.target,
        "target_high": result.target_high,
        "value": value,
        "share": way.share(value) if way and value is not None else None,
        "archived_at": moment(result.archived_at),
    }


def _milestone_shape(stone: Milestone) -> Json:
    return {"text": stone.text, "day": _day(stone.day), "value": stone.value, "done": stone.done}


def _remark_shape(remark: Remark) -> Json:
    return {"author": remark.author, "text": remark.text, "at": moment(remark.at)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
