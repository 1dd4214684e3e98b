"""`tagwerk skill`: what people can do, and how well each role needs it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from store.errors import NotFound
from store.models import LEVELS, Fields, Skill
from store.rules import skills as rules
from store.rules.words import quoted
from store.skills.catalogue import in_category, in_order, skills
from store.team import Team
from tui.commands import finding
from tui.commands.answer import Json, Said
from tui.commands.call import Call
from tui.commands.changing import Grid, done, offset
from tui.commands.session import session
from tui.commands.skill_shapes import skill_shape
from tui.commands.values import Move


def everything(call: Call) -> Grid:
    """The skills in their order.

    Raises:
        StorageError: the folder does not answer.
    """
    return some(call, category=None, archived=False)


def some(call: Call, *, category: str | None, archived: bool) -> Grid:
    """The skills of a category, or those that were put away.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team = opened.team
        away = sorted((one for one in team.all(Skill) if one.archived_at), key=in_order)
        found: Sequence[Skill] = away if archived else skills(team)
        if category is not None:
            found = [one for one in found if one.category.casefold() == category.strip().casefold()]
        rows = [
            [str(one.id), one.name, one.category, f"#{one.tag}" * bool(one.tag), _needs(team, one)]
            for one in found
        ]
        nothing = "There are no such skills; “tagwerk skill add NAME” adds one."
        return Grid(rows, (0, 16, 8, 6, 16), {"skills": [skill_shape(team, one) for one in found]}, nothing)


def add(call: Call, *, name: str, meanings: list[tuple[int, str]], **given: str | None) -> Said:
    """Add a skill behind the others of its category.

    Raises:
        Refused: the person leads no role, the name is taken, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        fields = _fields(given, meanings, None)
        change = rules.add(opened.team, name, opened.person, opened.now, **fields)
        return done(opened, change, lambda numbers: _content(opened.team, numbers["skills", -1]))


def edit(
    call: Call, *, skill: str, name: str | None, meanings: list[tuple[int, str]], **given: str | None
) -> Said:
    """Change a skill.

    Raises:
        Refused: the person leads no role, there is no such skill, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        old = finding.skill(opened.team, skill)
        fields = _fields(given, meanings, old) | ({} if name is None else {"name": name})
        change = rules.edit(opened.team, old.id, opened.person, opened.now, **fields)
        return done(opened, change, lambda _: _content(opened.team, old.id))


def target(call: Call, *, skill: str, role: str, level: int) -> Said:
    """Say how well a role needs a skill.

    Raises:
        Refused: the person leads no role, or there is no such skill or role.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team = opened.team
        known, whose = finding.skill(team, skill), finding.role(team, role)
        if whose is None:
            raise NotFound(f"{quoted(role)} is nobody’s lane, and no role that needs anything.")
        change = rules.set_target(team, known.id, whose.id, level, opened.person, opened.now)
        return done(opened, change, lambda _: _content(opened.team, known.id))


def move(call: Call, *, skill: str, where: Move) -> Said:
    """Move a skill in its category.

    Raises:
        Refused: the person leads no role, or there is no such skill.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team, known = opened.team, finding.skill(opened.team, skill)
        by = offset(in_category(team, known.category), known.id, where)
        change = rules.move(team, known.id, by, opened.person, opened.now)
        return done(opened, change, lambda _: _content(opened.team, known.id))


def archive(call: Call, *, skill: str) -> Said:
    """Put a skill away.

    Raises:
        Refused: the person leads no role, or there is no such skill.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        known = finding.skill(opened.team, skill)
        change = rules.archive(opened.team, known.id, opened.person, opened.now)
        return done(opened, change, lambda _: _content(opened.team, known.id))


def restore(call: Call, *, skill: str) -> Said:
    """Bring a skill back.

    Raises:
        Refused: the person leads no role, no such skill is archived, or its name is taken.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        known = finding.archived(opened.team, Skill, skill)
        change = rules.restore(opened.team, known.id, opened.person, opened.now)
        return done(opened, change, lambda _: _content(opened.team, known.id))


def _fields(given: dict[str, str | None], meanings: list[tuple[int, str]], old: Skill | None) -> Fields:
    """What was given; `none` empties it."""
    fields: Fields = {name: value for name, value in given.items() if value is not None}
    for name in ("category", "tag"):
        if str(fields.get(name, "")).casefold() == "none":
            fields[name] = ""
    if "tag" in fields:
        fields["tag"] = str(fields["tag"]).removeprefix("#")
    if meanings:
        texts: list[Any] = [*(old.meanings if old else [])]
        texts += [""] * (len(LEVELS) - len(texts))
        for level, text in meanings:
            texts[level] = text
        fields["meanings"] = texts
    return fields


def _needs(team: Team, skill: Skill) -> str:
    levels = {target.role: target.level for target in skill.targets}
    return ", ".join(f"{role.name} {levels[role.id]}" for role in team.roles if levels.get(role.id))


def _content(team: Team, number: int) -> Json:
    return {"skill": skill_shape(team, rules.skill_numbered(team, number))}
