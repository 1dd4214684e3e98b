"""Whether a goal is specific, measurable, achievable, relevant and time-bound (Doran 1981)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from store.models import Direction, Goal, GoalState, KeyResult, Kpi, Measured, Source, Task
from store.team import Team

_DOUBTFUL = 3
"""The confidence of 10 up to which nobody believes in it."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One of the five, and what is missing to it."""

    name: str
    """The word; its first letter is the mark."""
    missing: str = ""
    """What to say or to do; empty: it is met."""

    @property
    def is_met(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


def smart(team: Team, goal: Goal) -> tuple[Letter, ...]:
    """The five letters of a goal, as it is written and as its parts in `team` are."""
    return (
        Letter("Specific", _specific(goal)),
        Letter("Measurable", _measurable(team, goal)),
        Letter("Achievable", _achievable(team, goal)),
        Letter("Relevant", _relevant(goal)),
        Letter("Time-bound", _time_bound(goal)),
    )


def unmet(team: Team, goal: Goal) -> tuple[Letter, ...]:
    """The letters to which something is missing."""
    return tuple(letter for letter in smart(team, goal) if not letter.is_met)


def numbers_missing(measured: Measured) -> str:
    """What is missing to the numbers of a metric, as a question; empty: nothing."""
    if not measured.metric:
        return "no number: what will you measure?"
    return _way_missing(measured)


def _way_missing(measured: Measured) -> str:
    if measured.direction is Direction.WITHIN:
        if measured.target is None or measured.target_high is None:
            return "no band: between which two numbers must it stay?"
        return ""
    if measured.baseline is None:
        return "no baseline: where does it stand now?"
    if measured.target is None:
        return "no target: where should it be in the end?"
    if measured.target == measured.baseline:
        return "the target is the baseline: what should change?"
    if (measured.target > measured.baseline) != (measured.direction is Direction.MORE):
        way = "above" if measured.direction is Direction.LESS else "below"
        return f"the target is {way} the baseline: should it be more or less?"
    return ""


def _specific(goal: Goal) -> str:
    return "" if goal.meaning else "say what exactly is meant: who will see what, when it is reached?"


def _measurable(team: Team, goal: Goal) -> str:
    match goal.source:
        case Source.CHECK_INS:
            return numbers_missing(goal)
        case Source.KPI:
            return _kpi_missing(team, goal)
        case Source.RESULTS:
            return _results_missing(list(team.belonging(KeyResult, "goal", goal.id)))
        case Source.GOALS:
            children = team.belonging(Goal, "parent", goal.id)
            live = [c for c in children if not c.archived_at and c.state is not GoalState.DROPPED]
            return "" if live else "no child goals: which ones is it made of?"
        case Source.TASKS | Source.EFFORT:
            return _tasks_missing(list(team.belonging(Task, "goal", goal.id)), goal.source)


def _kpi_missing(team: Team, goal: Goal) -> str:
    if goal.kpi is None:
        return "no KPI: whose values does it follow?"
    kpi = team.find(Kpi, goal.kpi)
    if kpi is None:
        return f"KPI {goal.kpi} is gone: which one does it follow now?"
    if kpi.archived_at:
        return f"the KPI {kpi.name} is put away: which one does it follow now?"
    return _way_missing(goal)


def _results_missing(results: list[KeyResult]) -> str:
    live = [result for result in results if not result.archived_at]
    if not live:
        return "no key results: which ones is it made of?"
    return next(_of_results(live), "")


def _of_results(results: list[KeyResult]) -> Iterator[str]:
    for result in results:
        if missing := numbers_missing(result):
            yield f"{result.title}: {missing}"


def _tasks_missing(tasks: list[Task], source: Source) -> str:
    live = [task for task in tasks if task.finished_at or not task.archived_at]
    if not live:
        return "no tasks: which ones serve it?"
    if source is Source.EFFORT and not any(task.estimate for task in live):
        return "no estimates: how many hours is each task?"
    return ""


def _achievable(team: Team, goal: Goal) -> str:
    if not goal.owner:
        return "no owner: who answers for it?"
    if goal.owner not in team.members:
        return f"{team.name_of(goal.owner)} is not in the team: who answers for it now?"
    if goal.confidence is None:
        return "how sure are you, from 1 to 10?"
    if goal.confidence <= _DOUBTFUL:
        return f"confidence is {goal.confidence} of 10: what would make it likelier?"
    return "" if goal.needs else "what does it take: people, budget, help?"


def _relevant(goal: Goal) -> str:
    if not goal.why:
        return "why does it matter?"
    if not goal.serves and goal.parent is None:
        return "which value or which larger goal does it serve?"
    return ""


def _time_bound(goal: Goal) -> str:
    if goal.start is None:
        return "no start: from when on does it count?"
    if goal.due is None:
        return "no due date: by when?"
    return "due before it starts: turn the dates round" if goal.due < goal.start else ""
