"""Which task has to be finished before which, and which role answers to which."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from store.change import Change
from store.errors import Refused
from store.models import Raw
from store.rules.board import on_board
from store.rules.valid import changed
from store.rules.words import named, quoted
from store.team import Team


def depend(team: Team, task_id: int, on: int, by: str, now: datetime) -> Change:
    """Say that a task waits for another. Nothing changes when it does already.

    Raises:
        NotFound: one of them does not exist.
        Refused: the task is archived, or it would wait for itself, also by way of others.
    """
    task = on_board(team, task_id)
    label = f"made {named(task)} wait for {named(team.task(on))}"
    refuse_circle(team, task_id, on)
    return changed(task, label, {"depends_on": [*task.depends_on, on]}).signed(by, now)


def undepend(team: Team, task_id: int, on: int, by: str, now: datetime) -> Change:
    """Say that a task does not wait for another any longer.

    Raises:
        NotFound: there is no such task.
        Refused: the task is archived, or does not wait for that one.
    """
    task = on_board(team, task_id)
    if on not in task.depends_on:
        raise Refused(f"{named(task)} does not wait for #{on}.")
    rest = [number for number in task.depends_on if number != on]
    return changed(task, f"freed {named(task)} from #{on}", {"depends_on": rest}).signed(by, now)


def refuse_circle(team: Team, task_id: int, on: int) -> None:
    """Refuse that a task waits for itself, directly or by way of others.

    Raises:
        Refused: it would; the sentence names the chain.
    """
    if way := _way(team.tables.get("tasks", {}), on, task_id):
        chain = " → ".join(f"#{number}" for number in [task_id, *way])
        raise Refused(
            f"{named(team.task(task_id))} would wait for itself: {chain}. Take one of these links away."
        )


def refuse_role_circle(team: Team, role_id: int, above: int) -> None:
    """Refuse that a role answers to itself, directly or by way of others.

    Raises:
        Refused: it would; the sentence names the chain.
    """
    roles = team.tables.get("roles", {})
    way = [role_id]
    here: object = above
    # A circle of others is not this change's doing.
    while isinstance(here, int) and here in roles and here not in way[1:]:
        way.append(here)
        if here == role_id:
            chain = " → ".join(quoted(roles.get(id, {}).get("name", id)) for id in way)
            raise Refused(f"The role would answer to itself: {chain}. Choose another role above it.")
        here = roles[here].get("above")


def _way(tasks: Mapping[int, Raw], start: int, goal: int) -> list[int]:
    """The numbers from one task to another along what each waits for; empty when there is no way."""
    came_from = {start: start}
    open_ends = [start]
    while open_ends:
        here = open_ends.pop()
        if here == goal:
            way = [here]
            while here != start:
                here = came_from[here]
                way.append(here)
            return way[::-1]
        for number in tasks.get(here, {}).get("depends_on") or ():
            if number not in came_from:
                came_from[number] = here
                open_ends.append(number)
    return []
