"""Check-ins that somebody owes."""

from __future__ import annotations

from datetime import date

from store.goals.standing import Standings
from store.models import Goal, GoalState
from store.team import Team


def owed_by(team: Team, person: str, today: date, standings: Standings | None = None) -> list[Goal]:
    """The goals that a person answers for and has not checked in on in time, the longest owed first."""
    raws = team.tables.get("goals", {})
    own = [id for id, raw in raws.items() if raw.get("owner") == person and not raw.get("archived_at")]
    found = (goal for id in own if (goal := team.find(Goal, id)) and goal.state is GoalState.ACTIVE)
    known = standings or Standings(team, today)
    owed = [(day, goal.id, goal) for goal in found if (day := known.next_check_in(goal)) and day <= today]
    return [goal for _, _, goal in sorted(owed, key=lambda entry: entry[:2])]
