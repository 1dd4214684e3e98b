"""Everything that was said about one person and one skill."""

from __future__ import annotations

from store.models import Assessment
from store.team import Team


def said_of(team: Team, person: str, skill: int) -> list[Assessment]:
    """The assessments of a person in a skill, the newest first, with those that were taken back."""
    found = []
    for id, raw in team.tables.get("assessments", {}).items():
        if raw.get("person") == person and raw.get("skill") == skill:
            assessment = team.find(Assessment, id)
            if assessment is not None:
                found.append(assessment)
    return sorted(found, key=lambda one: (one.day, one.at, one.id < 0, abs(one.id)), reverse=True)
