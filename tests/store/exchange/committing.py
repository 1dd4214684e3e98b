"""Short ways to import a file into a team, as the repository would."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal

from store.change import Change
from store.exchange import Imported, Plan, plan
from store.merge import rebase
from store.models import Task
from store.rules.integrity import check
from store.team import Team
from tests.builders import NOW

DATA = Path(__file__).parents[2] / "data"
BOARD = DATA / "trello_board.json"


def planned(
    team: Team, imported: Imported, lists_as: Literal["columns", "roles"] = "columns", now: datetime = NOW
) -> Plan:
    """The plan of an import by Ana."""
    return plan(team, imported, lists_as=lists_as, by="ana", now=now)


def committed(team: Team, plan: Plan) -> Team:
    """The team after all parts, with real numbers and everything checked that is checked at a commit."""

    def commit(part: Change) -> Mapping[tuple[str, int], int]:
        nonlocal team
        numbers: dict[tuple[str, int], int] = {}
        for edit in part.edits:
            taken = [
                *team.tables.get(edit.table, {}),
                *(n for (t, _), n in numbers.items() if t == edit.table),
            ]
            numbers[edit.table, edit.id] = max(taken, default=0) + 1
        change = rebase(part.renumbered(numbers), team.tables)
        team = team.apply(change)
        check(team, change)
        return numbers

    plan.carry_out(commit)
    return team


def brought(
    imported: Imported, team: Team | None = None, lists_as: Literal["columns", "roles"] = "columns"
) -> Team:
    """The team with the file in it; an empty team unless one is given."""
    team = Team() if team is None else team
    return committed(team, planned(team, imported, lists_as))


def titled(team: Team, start: str) -> Task:
    """The one task whose title begins so."""
    [task] = [task for task in team.all(Task) if task.title.startswith(start)]
    return task


def cell(team: Team, column: str, role: str | None = None) -> list[str]:
    """Titles in a cell, from top to bottom."""
    column_id = next(c.id for c in team.columns if c.name == column)
    role_id = next((r.id for r in team.roles if r.name == role), None)
    return [team.task(id).title for _, id in team.cell(column_id, role_id)]
