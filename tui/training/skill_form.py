"""What a skill says, as a form."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from store.change import Change
from store.models import LEVELS, Skill
from store.rules import skills
from store.skills.catalogue import Catalogue
from store.team import Team
from tui.settings.form import Field, Form, Kind, Typed

_LEVEL = "level_"
"""What the names of the fields for the meanings begin with."""


def new_skill_form(team: Team, id: int, category: str = "") -> Form:
    """A skill that is not written yet, in the category of the one under the cursor."""
    blank = Skill(id=id, name="", category=category)

    def change(typed: Typed, by: str, now: datetime) -> Change:
        values = {"category": category, **_values(blank, typed)}
        return skills.add(team, str(values.pop("name", "")), by, now, id=id, **values)

    return Form("New skill", _fields(team, blank), change, is_new=True)


def skill_form(team: Team, skill: Skill) -> Form:
    """What a skill says; only what is changed is written."""

    def change(typed: Typed, by: str, now: datetime) -> Change:
        return skills.edit(team, skill.id, by, now, **_values(skill, typed))

    return Form(f"Skill {skill.name}", _fields(team, skill), change)


def _fields(team: Team, skill: Skill) -> tuple[Field, ...]:
    categories = list(dict.fromkeys(one.category for one in Catalogue.of(team).skills if one.category))
    meanings = (
        Field(f"{_LEVEL}{level}", f"Level {level}", _own(skill, level), f"what it means; empty: {words}")
        for level, words in enumerate(LEVELS)
    )
    return (
        Field("name", "Name", skill.name, "what somebody can do, like “Photo retouching”"),
        Field(
            "category",
            "Category",
            skill.category,
            "like Warehouse or Marketing",
            suggestions=lambda: categories,
        ),
        Field("tag", "Tag", skill.tag, "cards with this tag need it; empty: those with its name as tag"),
        Field("about", "About", skill.about, "What belongs to it", Kind.TEXT),
        *meanings,
    )


def _own(skill: Skill, level: int) -> str:
    return skill.meanings[level] if level < len(skill.meanings) else ""


def _values(skill: Skill, typed: Typed) -> dict[str, Any]:
    values: dict[str, Any] = {name: text for name, text in typed.items() if not name.startswith(_LEVEL)}
    if len(values) < len(typed):
        texts = [typed.get(f"{_LEVEL}{level}", _own(skill, level)) for level in range(len(LEVELS))]
        while texts and not texts[-1]:
            texts.pop()
        values["meanings"] = texts
    return values
