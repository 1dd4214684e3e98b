"""The skills of the team: who leads a role adds and changes them, and says which role needs them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from store.change import Change
from store.errors import NotFound, Refused
from store.models import Fields, Skill
from store.rules.arranging import at_the_end, labelled, moved, refuse_taken
from store.rules.board import free_number, live_role
from store.rules.membership import refuse_unless_lead
from store.rules.valid import called, changed, refuse_unknown, valid
from store.rules.words import quoted
from store.skills.catalogue import in_category, skills
from store.skills.levels import HIGHEST
from store.team import Team

_WRITTEN = ("name", "about", "category", "meanings", "tag")
_OWN_RULES = {
    "targets": "set the level of each role",
    "position": "move it up or down",
    "archived_at": "archive or restore it",
}
"""Fields with rules of their own, and what to do instead of editing them."""


def add(team: Team, name: str, by: str, now: datetime, *, id: int = -1, **fields: Any) -> Change:
    """A new skill, behind the others of its category.

    Raises:
        Refused: the person leads no role, the name is taken, or a value does not fit its field.
    """
    refuse_unless_lead(team, by, "changes the skills")
    _refuse_own_rules(fields)
    number = free_number(team, "skills", id)
    new = valid(Skill, {**fields, "name": name, "id": number})
    refuse_taken(skills(team), number, new.name)
    position, edits = at_the_end("skills", in_category(team, new.category), number)
    new = valid(Skill, {**new.raw(), "position": position, "id": number})
    label = f"added the skill {quoted(new.name)}"
    made = Change.insert("skills", new, label, number)
    return Change((*made.edits, *edits), label).signed(by, now)


def edit(team: Team, skill_id: int, by: str, now: datetime, **fields: Any) -> Change:
    """Change what a skill is called, tells and means; in another category it stands behind the others.

    Raises:
        NotFound: there is no such skill.
        Refused: the person leads no role, the name is taken, a value does not fit its field, or the field has
            a rule of its own.
    """
    refuse_unless_lead(team, by, "changes the skills")
    old = skill_numbered(team, skill_id)
    _refuse_own_rules(fields)
    change = changed(old, "", fields)
    what = f"the skill {quoted(old.name)}"
    after = change.edits[0].after or {} if change else {}
    if "name" in after:
        refuse_taken(skills(team), old.id, after["name"])
    signed = labelled(change, what, by, now)
    category = after.get("category") or ""
    if "category" not in after or category.casefold() == old.category.casefold():
        return signed
    position, aside = at_the_end("skills", in_category(team, category), old.id)
    placed = changed(old, signed.label, {**fields, "position": position})
    return Change((*placed.edits, *aside), signed.label).signed(by, now)


def move(team: Team, skill_id: int, offset: int, by: str, now: datetime) -> Change:
    """Move a skill among those of its category: -1 one up, +1 one down. At the edge nothing changes.

    Raises:
        NotFound: there is no such skill.
        Refused: the person leads no role, or the skill is archived.
    """
    refuse_unless_lead(team, by, "changes the skills")
    old = live_skill(team, skill_id)
    places = in_category(team, old.category)
    return moved("skills", places, old.id, offset, f"moved the skill {quoted(old.name)}").signed(by, now)


def set_target(team: Team, skill_id: int, role_id: int, level: int, by: str, now: datetime) -> Change:
    """Say how well a role has to be able to do something; with level 0 it need not.

    Raises:
        NotFound: there is no such skill or role.
        Refused: the person leads no role, the skill is archived, or the level is none.
    """
    refuse_unless_lead(team, by, "changes the skills")
    skill, role = live_skill(team, skill_id), live_role(team, role_id)
    if not 0 <= level <= HIGHEST:
        raise Refused(f"{quoted(level)} is no level; choose 0 to {HIGHEST}.")
    name = role.name if role else ""
    others: list[Fields] = [target.raw() for target in skill.targets if target.role != role_id]
    # Whoever sets it for the same role in the same moment means the same target.
    mine = next((target for target in skill.targets if target.role == role_id), None)
    new = {**(mine.raw() if mine else {"id": str(role_id)}), "role": role_id, "level": level}
    change = changed(skill, "", {"targets": [*others, new]})
    if not level:
        change = changed(skill, "", {"targets": others})
        return change.signed(by, now, f"{name} does not need {quoted(skill.name)} any more")
    return change.signed(by, now, f"set {quoted(skill.name)} for {name} to level {level}")


def archive(team: Team, skill_id: int, by: str, now: datetime) -> Change:
    """Put a skill away: nobody needs it any more. What people can stays known.

    Raises:
        NotFound: there is no such skill.
        Refused: the person leads no role, or it is archived already.
    """
    refuse_unless_lead(team, by, "changes the skills")
    old = live_skill(team, skill_id)
    return changed(old, f"archived the skill {quoted(old.name)}", {"archived_at": now}).signed(by, now)


def restore(team: Team, skill_id: int, by: str, now: datetime) -> Change:
    """Bring a skill back, with the levels that people had.

    Raises:
        NotFound: there is no such skill.
        Refused: the person leads no role, it is not archived, or its name is taken by now.
    """
    refuse_unless_lead(team, by, "changes the skills")
    old = skill_numbered(team, skill_id)
    if not old.archived_at:
        raise Refused(f"The skill {quoted(old.name)} is not archived.")
    refuse_taken(skills(team), old.id, old.name)
    return changed(old, f"brought back the skill {quoted(old.name)}", {"archived_at": None}).signed(by, now)


def skill_numbered(team: Team, id: int) -> Skill:
    """A skill by its number.

    Raises:
        NotFound: there is none.
    """
    found = team.find(Skill, id)
    if found is None:
        raise NotFound(f"There is no skill {id}; “tagwerk skill list” shows those there are.")
    return found


def live_skill(team: Team, id: int) -> Skill:
    """A skill that is not put away.

    Raises:
        NotFound: there is none with this number.
        Refused: it is archived.
    """
    found = skill_numbered(team, id)
    if found.archived_at:
        raise Refused(f"The skill {quoted(found.name)} is archived; restore it first.")
    return found


def _refuse_own_rules(fields: Fields) -> None:
    refuse_unknown(Skill, fields)
    for name in fields:
        if name in _OWN_RULES:
            raise Refused(f"The {called(name)} of a skill is not edited like this; {_OWN_RULES[name]}.")
        if name not in _WRITTEN:
            raise Refused(f"The {called(name)} of a skill is kept by Tagwerk and cannot be edited.")
