"""Milestones: what has to be there on a day, on the way to a goal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from store.change import Change
from store.errors import NotFound, Refused
from store.models import Goal, Milestone, Raw
from store.rules.goals import live_goal, refuse_unless_answering
from store.rules.valid import changed
from store.rules.words import quoted
from store.team import Team
from store.text import clean_line

_FIELDS = ("text", "day", "value", "done")


def add(
    team: Team,
    goal_id: int,
    text: str,
    day: date | str,
    by: str,
    now: datetime,
    *,
    milestone_id: str,
    value: float | str | None = None,
) -> Change:
    """A new milestone of a goal.

    Args:
        team: the snapshot.
        goal_id: number of the goal.
        text: what has to be there.
        day: the last day on which it is in time.
        by: login of the person.
        now: when the person says it.
        milestone_id: stays the same when the milestone changes; unlike any other of the goal.
        value: what the metric has to be by then, in its unit; `None`: says nothing about the metric.

    Raises:
        NotFound: there is no such goal.
        Refused: the goal is archived or somebody else's, there is no text, or a value does not fit.
    """
    goal = _answering(team, goal_id, by)
    words = clean_line(text)
    if not words:
        raise Refused("The milestone is empty; write what has to be there.")
    new = {"id": milestone_id, "text": words, "day": day, "value": value}
    label = f"added the milestone {quoted(words)} to the goal {quoted(goal.title)}"
    return _with(goal, [*map(_raw, goal.milestones), new], label).signed(by, now)


def edit(team: Team, goal_id: int, milestone_id: str, by: str, now: datetime, **fields: Any) -> Change:
    """Change a milestone: its `text`, `day`, `value`, or whether it is `done`.

    Raises:
        NotFound: there is no such goal or milestone.
        Refused: the goal is archived or somebody else's, or a value does not fit.
    """
    goal = _answering(team, goal_id, by)
    old = milestone(goal, milestone_id)
    for name in fields:
        if name not in _FIELDS:
            raise Refused(f"There is no field {quoted(name)} in a milestone; there are {', '.join(_FIELDS)}.")
    if "text" in fields and not clean_line(str(fields["text"])):
        raise Refused("The milestone is empty; write what has to be there.")
    raws = [{**_raw(stone), **(fields if stone is old else {})} for stone in goal.milestones]
    did = "changed"
    if [*fields] == ["done"]:
        did = "reached" if fields["done"] else "reopened"
    label = f"{did} the milestone {quoted(old.text)} of the goal {quoted(goal.title)}"
    return _with(goal, raws, label).signed(by, now)


def remove(team: Team, goal_id: int, milestone_id: str, by: str, now: datetime) -> Change:
    """Take a milestone away.

    Raises:
        NotFound: there is no such goal or milestone.
        Refused: the goal is archived or somebody else's.
    """
    goal = _answering(team, goal_id, by)
    old = milestone(goal, milestone_id)
    label = f"removed the milestone {quoted(old.text)} from the goal {quoted(goal.title)}"
    return _with(goal, [_raw(stone) for stone in goal.milestones if stone is not old], label).signed(by, now)


def milestone(goal: Goal, milestone_id: str) -> Milestone:
    """A milestone of a goal.

    Raises:
        NotFound: it has none like that.
    """
    found = next((stone for stone in goal.milestones if stone.id == milestone_id), None)
    if found is None:
        which = quoted(milestone_id)
        raise NotFound(
            f"The goal {quoted(goal.title)} has no milestone {which}; somebody may have removed it."
        )
    return found


def in_order(goal: Goal) -> list[Milestone]:
    """The milestones of a goal, the earliest first."""
    return sorted(goal.milestones, key=lambda stone: (stone.day, stone.id))


def _answering(team: Team, goal_id: int, by: str) -> Goal:
    goal = live_goal(team, goal_id)
    refuse_unless_answering(team, goal, by)
    return goal


def _with(goal: Goal, raws: Sequence[Raw], label: str) -> Change:
    return changed(goal, label, {"milestones": list(raws)})


def _raw(stone: Milestone) -> dict[str, Any]:
    return dict(stone.raw())
