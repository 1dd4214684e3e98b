"""What the demo's shop wants to reach: twelve goals in all states, and how it went with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from store import rank
from store.demo.calendar import Calendar
from store.demo.goal_words import GOALS, SERVING, GoalStory, Said
from store.demo.roles import ROLES
from store.models import CheckIn, Goal, GoalState, KeyResult, Milestone, Raw

__all__ = ["SERVING", "GoalEvent", "goal_events", "goals_before"]

_WEEK = 5
"""Working days between two check-ins."""


@dataclass(frozen=True, slots=True)
class GoalEvent:
    """One thing that somebody did with a goal."""

    ago: float
    """Working days ago."""
    goal: int
    said: Said | None = None
    """A check-in; `None`: the goal ended."""
    end: GoalState | None = None


@dataclass
class Before:
    """The tables of goals as they were when the history began."""

    goals: dict[int, Raw] = field(default_factory=dict)
    key_results: dict[int, Raw] = field(default_factory=dict)
    check_ins: dict[int, Raw] = field(default_factory=dict)


def goals_before(calendar: Calendar, begins: float) -> Before:
    """The goals with all that was said of them until `begins` working days ago."""
    made = Before()
    for number, story in enumerate(GOALS, 1):
        made.goals[number] = _goal(number, story, calendar).raw()
        for position, result in zip(rank.spread(len(story.results)), story.results, strict=True):
            id = len(made.key_results) + 1
            part = KeyResult(id=id, goal=number, position=position, **result.fields)
            made.key_results[id] = part.raw()
    old = (event for event in goal_events() if event.ago > begins and event.said is not None)
    for id, event in enumerate(sorted(old, key=lambda event: -event.ago), 1):
        made.check_ins[id] = _check_in(id, event, calendar).raw()
    return made


def goal_events() -> Iterator[GoalEvent]:
    """Everything that was said of the goals, and how some of them ended."""
    for number, story in enumerate(GOALS, 1):
        for said in story.said:
            yield GoalEvent(said.ago, number, said)
        if story.state in (GoalState.REACHED, GoalState.MISSED, GoalState.DROPPED):
            yield GoalEvent(story.ended, number, end=story.state)


def result_number(goal: int, place: int) -> int:
    """Number of the key result in a place (from 1) of a goal."""
    return sum(len(story.results) for story in GOALS[: goal - 1]) + place


def _goal(number: int, story: GoalStory, calendar: Calendar) -> Goal:
    begun = calendar.at(story.born)
    start = calendar.day(-story.start) if story.start else None
    is_draft = story.state is GoalState.DRAFT
    return Goal(
        id=number,
        title=calendar.fill(story.title),
        owner=story.owner,
        parent=story.parent,
        roles=[ROLES[key].id for key in story.roles.split()],
        people=story.people.split(),
        start=start,
        due=calendar.today + timedelta(days=story.due) if story.due is not None else None,
        state=GoalState.DRAFT if is_draft else GoalState.ACTIVE,
        milestones=[
            Milestone(id=f"m{n}", text=text, day=calendar.today + timedelta(days=day), value=value, done=done)
            for n, (text, day, value, done) in enumerate(story.milestones, 1)
        ],
        created_at=begun,
        created_by=story.owner,
        activated_at=None if is_draft else begun,
        **story.fields,
    )


def _check_in(id: int, event: GoalEvent, calendar: Calendar) -> CheckIn:
    said, at = event.said, calendar.at(event.ago)
    assert said is not None
    return CheckIn(
        id=id,
        goal=event.goal,
        result=result_number(event.goal, said.result) if said.result else None,
        day=at.date(),
        value=said.value,
        confidence=said.sure,
        note=said.note,
        blockers=said.blocked,
        author=said.by or GOALS[event.goal - 1].owner,
        at=at,
    )
