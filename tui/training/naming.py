"""Finding the skill that somebody names."""

from __future__ import annotations

from store.errors import NotFound, Refused
from store.models import Skill
from store.phrases import listed, quoted
from store.skills.catalogue import Catalogue
from store.team import Team

_MOST = 12
"""Names that a sentence offers to choose from."""


def skill_named(team: Team, text: str) -> Skill:
    """The skill that is meant: by its name, or by how the name or a word in it begins.

    Raises:
        NotFound: there is none.
        Refused: there are several.
    """
    low, skills = text.strip().casefold(), Catalogue.of(team).skills
    names = {skill.id: skill.name.casefold() for skill in skills}
    same = [skill for skill in skills if names[skill.id] == low]
    begin = [skill for skill in skills if names[skill.id].startswith(low)]
    inside = [skill for skill in skills if f" {low}" in names[skill.id]]
    for found in (same, begin, inside):
        if len(found) == 1:
            return found[0]
        if found:
            choices = listed((skill.name for skill in found[:_MOST]), "or")
            raise Refused(f"{quoted(text)} may be {choices}; write more of it.")
    raise NotFound(f"There is no skill {quoted(text)}; the tab Skills shows those there are, and adds one.")
