"""A level with what shows it, as a form."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from store import days
from store.change import Change
from store.models import Assessment, Skill
from store.rules import assessments
from store.skills.levels import Level, Levels
from store.team import Team
from tui.settings.form import Field, Form, Kind, Typed
from tui.training.learning_form import level_choices


def level_form(team: Team, person: str, skill: Skill, today: date, id: int, first: str = "evidence") -> Form:
    """What somebody can do from a day on; what is changed is written beside what was said before.

    Args:
        team: the snapshot.
        person: login of whom it is about.
        skill: what it is about.
        today: the day for the team.
        id: the negative number that stands for it until the commit.
        first: name of the field to begin with.
    """
    known = Levels.of(team).get(person, skill.id)
    before = {"level": str(known.level if known else 0), "day": today.isoformat()}
    before |= {"evidence": _evidence(team, known), "expires": _until(known)}

    def change(typed: Typed, by: str, now: datetime) -> Change:
        text = {**before, **typed}
        said: dict[str, Any] = {
            name: days.day(text[name], today) if text[name].strip() else None for name in ("day", "expires")
        }
        level = int(text["level"])
        return assessments.assess(
            team, person, skill.id, level, by, now, evidence=text["evidence"], id=id, **said
        )

    fields = (
        Field("level", "Level", before["level"], kind=Kind.CHOICE, choices=level_choices(skill)),
        Field("evidence", "Shown by", before["evidence"], "A certificate, a piece of work", Kind.TEXT),
        Field("expires", "Holds until", before["expires"], "2027-11-30 or +52w; empty: it does not expire"),
        Field("day", "On", before["day"], "the day that it tells of"),
    )
    return Form(f"{team.name_of(person)}: {skill.name}", fields, change, first=first)


def _evidence(team: Team, known: Level | None) -> str:
    found = team.find(Assessment, known.assessment) if known else None
    return found.evidence if found else ""


def _until(known: Level | None) -> str:
    return known.expires.isoformat() if known and known.expires else ""
