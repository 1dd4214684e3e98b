"""What a person has that others would need while she is away: cards, goals, responsibilities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from store.models import Goal, GoalState, Handover, Responsibility, Task
from store.models.raws import words_in
from store.phrases import counted, listed, quoted
from store.team import Team


class Has(StrEnum):
    """What a person has in a thing, and the order in which things are shown."""

    CARD = "card"
    """She works on it."""
    GOAL = "goal"
    """She answers for it."""
    ACCOUNTABLE = "accountable"
    """She answers for a responsibility."""
    RESPONSIBLE = "responsible"
    """She does the work of a responsibility."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something of a person's."""

    has: Has
    number: int
    """Of the card, goal or responsibility."""


FIELDS = {
    Has.CARD: "tasks",
    Has.GOAL: "goals",
    Has.ACCOUNTABLE: "accountable",
    Has.RESPONSIBLE: "responsible",
}
"""In which field of a handover each stands."""


def open_things(team: Team, login: str) -> tuple[Thing, ...]:
    """What a person has: cards that are not finished, active goals, and what she answers for or does.

    One pass over each table.
    """
    cards = [Thing(Has.CARD, task.id) for task in open_cards(team, login)]
    goals = [Thing(Has.GOAL, goal.id) for goal in team.all(Goal) if _answers_for(goal, login)]
    live = [one for one in team.all(Responsibility) if not one.archived_at]
    duties = [Thing(Has.ACCOUNTABLE, one.id) for one in live if login in one.accountable]
    duties += [Thing(Has.RESPONSIBLE, one.id) for one in live if login in one.responsible]
    order = {has: at for at, has in enumerate(Has)}
    return tuple(sorted([*cards, *goals, *duties], key=lambda one: (order[one.has], one.number)))


def open_cards(team: Team, person: str) -> Sequence[Task]:
    """Cards of a person that are not finished. All are gone through, and only hers are built."""
    found = []
    for id, raw in team.tables.get("tasks", {}).items():
        is_hers = person in words_in(raw.get("assignees"))
        if is_hers and not raw.get("archived_at") and not raw.get("finished_at"):
            task = team.find(Task, id)
            if task is not None:
                found.append(task)
    return found


def is_open(team: Team, thing: Thing, login: str) -> bool:
    """Whether a person has this, and it still asks for something."""
    return whose(team, thing) is not None and login in (whose(team, thing) or ())


def whose(team: Team, thing: Thing) -> tuple[str, ...] | None:
    """Logins of those who have a thing; `None`: it is finished, put away or gone."""
    if thing.has is Has.CARD:
        task = team.find(Task, thing.number)
        return None if task is None or task.archived_at or task.finished_at else tuple(task.assignees)
    if thing.has is Has.GOAL:
        goal = team.find(Goal, thing.number)
        is_on = goal is not None and goal.state is GoalState.ACTIVE and not goal.archived_at
        return ((goal.owner,) if goal.owner else ()) if goal is not None and is_on else None
    duty = team.find(Responsibility, thing.number)
    if duty is None or duty.archived_at:
        return None
    return tuple(duty.accountable if thing.has is Has.ACCOUNTABLE else duty.responsible)


def things_in(handover: Handover) -> tuple[Thing, ...]:
    """What was handed over."""
    return tuple(Thing(has, number) for has, field in FIELDS.items() for number in getattr(handover, field))


def named(team: Team, thing: Thing) -> str:
    """A thing for reading: `#12 Photograph boots`, `“Conversion above 3 %”`."""
    if thing.has is Has.CARD:
        task = team.find(Task, thing.number)
        if task is None:
            return f"#{thing.number}"
        return f"#{task.id} {task.title}" if task.id > 0 else task.title
    if thing.has is Has.GOAL:
        goal = team.find(Goal, thing.number)
        return quoted(goal.title) if goal else f"goal {thing.number}"
    duty = team.find(Responsibility, thing.number)
    return quoted(duty.name) if duty else f"responsibility {thing.number}"


def summed_up(things: Iterable[Thing]) -> str:
    """How many of each: `3 cards, 1 goal and 2 responsibilities`; one that is had twice counts once."""
    found: dict[str, set[int]] = {}
    for thing in things:
        duty = thing.has in (Has.ACCOUNTABLE, Has.RESPONSIBLE)
        found.setdefault("responsibility" if duty else thing.has.value, set()).add(thing.number)
    plurals = {"responsibility": "responsibilities"}
    order = ("card", "goal", "responsibility")
    return listed(counted(len(found[w]), w, plurals.get(w, "")) for w in order if w in found)


def _answers_for(goal: Goal, login: str) -> bool:
    return goal.owner == login and goal.state is GoalState.ACTIVE and not goal.archived_at
