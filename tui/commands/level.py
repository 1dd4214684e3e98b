"""`tagwerk level`: how well people can do things."""

from __future__ import annotations

from store.errors import NotFound, Refused
from store.models import Assessment, Skill
from store.rules import assessments as rules
from store.rules import lookup
from store.rules.words import quoted
from store.skills.catalogue import Catalogue
from store.skills.confirming import unconfirmed, waiting_for
from store.skills.levels import Levels
from store.text import whole_number
from tui.commands import finding
from tui.commands.answer import Json, Said
from tui.commands.call import Call
from tui.commands.changing import Grid, done
from tui.commands.session import Session, session
from tui.commands.skill_shapes import level_shape, until
from tui.commands.texts import text_or_input
from tui.commands.values import Day

_LEAST = (0, 12, 10, 0, 0, 0, 0)
"""Cells that number, skill or person, level, target, state, expiry and gap keep on a narrow terminal."""


def mine(call: Call) -> Grid:
    """The caller's levels, and what her roles need.

    Raises:
        StorageError: the folder does not answer.
    """
    return some(call, person=None, skill=None)


def some(call: Call, *, person: str | None, skill: str | None) -> Grid:
    """The levels of a person, or of everybody in one skill; also what is needed and not there yet.

    Raises:
        NotFound: there is no such person or skill.
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team, known = opened.team, Catalogue.of(opened.team)
        login = lookup.member_named(team, person).login if person and person != "me" else opened.person
        if skill is not None:
            wanted = finding.skill(team, skill)
            whose = [login] if person else list(team.members)
            pairs = [(one, wanted) for one in whose]
        else:
            pairs = [(login, one) for one in known.skills]
        levels = Levels.of(team)
        needs = {one: known.targets(team.members.get(one)) for one in {one for one, _ in pairs}}
        pairs = [(one, s) for one, s in pairs if levels.get(one, s.id) or needs[one].get(s.id)]
        name_skill = skill is None or bool(person)
        rows = [_row(opened, one, s, needs[one].get(s.id, 0), name_skill=name_skill) for one, s in pairs]
        content = {"levels": [level_shape(team, one, s, opened.today) for one, s in pairs]}
        return Grid(rows, _LEAST, content, "No levels are known; “tagwerk level set SKILL LEVEL” sets one.")


def put(
    call: Call,
    *,
    skill: str,
    level: int,
    person: str | None,
    evidence: str,
    expires: Day | None,
    on_day: Day | None,
) -> Said:
    """Say how well somebody can do something.

    Raises:
        NotFound: there is no such person or skill.
        Refused: it is about somebody else, and the person leads no role; or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team, known = opened.team, finding.skill(opened.team, skill)
        change = rules.assess(
            team,
            lookup.member_named(team, person).login if person else opened.member,
            known.id,
            level,
            opened.person,
            opened.now,
            evidence=text_or_input(call, evidence),
            expires=expires(opened.today) if expires else None,
            day=on_day(opened.today) if on_day else None,
        )
        return done(opened, change, lambda numbers: _content(opened, numbers["assessments", -1]))


def confirm(call: Call, *, what: list[str]) -> Said:
    """Confirm an estimate, by its number or by person and skill.

    Raises:
        NotFound: there is no such assessment, person or skill, or nothing is said about it.
        Refused: the person leads no role, it is confirmed already, or it is about herself.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        number = _number(opened, what)
        change = rules.confirm(opened.team, number, opened.person, opened.now)
        return done(opened, change, lambda _: _content(opened, number))


def waiting(call: Call, *, all_of_them: bool) -> Grid:
    """The estimates of the people whom the caller leads, or of everybody.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team = opened.team
        found = unconfirmed(team) if all_of_them else waiting_for(team, opened.person)
        known = Catalogue.of(team).by_id
        rows = [
            [
                str(one.id),
                team.name_of(one.person),
                known[one.skill].name,
                f"{one.level} {known[one.skill].meaning(one.level)}",
                one.day.isoformat(),
                " ".join(one.evidence.split()),
            ]
            for one in found
        ]
        shapes = [level_shape(team, one.person, known[one.skill], opened.today) for one in found]
        nothing = "Nothing waits to be confirmed." if all_of_them else "Nothing waits for you to confirm."
        return Grid(rows, (0, 10, 12, 10, 0, 10), {"levels": shapes}, nothing)


def take_back(call: Call, *, number: int, undo: bool) -> Said:
    """Take back what was said about a level, or let it count again.

    Raises:
        NotFound: there is no such assessment.
        Refused: it is taken back already, or not the person's to take back.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        rule = rules.give_back if undo else rules.take_back
        change = rule(opened.team, number, opened.person, opened.now)
        return done(opened, change, lambda _: _content(opened, number))


def _number(opened: Session, what: list[str]) -> int:
    if len(what) == 1 and (number := whole_number(what[0].removeprefix("#"))):
        return number
    if len(what) == 1:
        raise Refused(f"{quoted(what[0])} is no number; write the number, or PERSON SKILL.")
    person = lookup.member_named(opened.team, what[0])
    skill = finding.skill(opened.team, " ".join(what[1:]))
    held = Levels.of(opened.team).get(person.login, skill.id)
    if held is None:
        raise NotFound(f"Nothing is known about {person.display_name} in {quoted(skill.name)}.")
    return held.assessment


def _row(opened: Session, person: str, skill: Skill, target: int, *, name_skill: bool) -> list[str]:
    held = Levels.of(opened.team).get(person, skill.id)
    level = held.level if held else 0
    return [
        str(held.assessment) if held else "",
        skill.name if name_skill else opened.team.name_of(person),
        f"{level} {skill.meaning(level)}",
        f"of {target}" if target else "",
        ("confirmed" if held.is_confirmed else "estimate") if held else "",
        until(held, opened.today) if held else "",
        f"{target - level} missing" if target > level else "",
    ]


def _content(opened: Session, number: int) -> Json:
    """The level that counts now for the person and the skill of an assessment."""
    said = opened.team.find(Assessment, number)
    skill = opened.team.find(Skill, said.skill) if said else None
    if said is None or skill is None:
        return {"level": None}
    return {"level": level_shape(opened.team, said.person, skill, opened.today)}
