"""What has no owner once somebody has left: what only this person has, leads, covers or can do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from store.absences.open_things import Has, Thing, named, open_things, whose
from store.models import Absence, Assessment, LearningItem, LearningState, Role, Skill
from store.phrases import counted, listed, quoted
from store.team import Team

OPEN = (LearningState.WISH, LearningState.PLANNED, LearningState.UNDER_WAY)
"""What somebody still learns, or would like to."""
ALONE = 3
"""From this level on somebody does a thing alone; who is the only one takes it along."""


@dataclass(frozen=True, slots=True)
class Left:
    """What somebody leaves behind that nobody else has."""

    things: tuple[Thing, ...] = ()
    """Cards that nobody else is on, goals, and responsibilities that nobody else answers for or does."""
    leads: tuple[int, ...] = ()
    """Numbers of the roles that this person leads."""
    deputies: tuple[int, ...] = ()
    """Numbers of the roles that this person stands in for the lead of."""
    covers: tuple[int, ...] = ()
    """Numbers of others' absences that this person covers, from today on."""
    skills: tuple[int, ...] = ()
    """Numbers of the skills that nobody else has as well."""
    learning: tuple[int, ...] = ()
    """Numbers of the learning items that are not done: nobody takes them over, they are dropped."""

    def __bool__(self) -> bool:
        return any((self.things, self.leads, self.deputies, self.covers, self.skills))


def left_without_owner(team: Team, login: str, today: date) -> Left:
    """What would have no owner without this person, from what there is today."""
    learning = _learnt(team, login)
    # The cards of what this person learns go with it.
    cards = {Thing(Has.CARD, item.task) for item in learning if item.task is not None}
    things = tuple(
        thing
        for thing in open_things(team, login)
        if thing not in cards
        and not any(other != login and other in team.members for other in whose(team, thing) or ())
    )
    return Left(
        things,
        tuple(role.id for role in team.roles if role.lead == login),
        tuple(role.id for role in team.roles if role.deputy == login),
        tuple(_covered(team, login, today)),
        tuple(_only_hers(team, login)),
        tuple(item.id for item in learning),
    )


def _learnt(team: Team, login: str) -> Sequence[LearningItem]:
    own = [item for item in team.all(LearningItem) if item.person == login and not item.archived_at]
    return sorted((item for item in own if item.state in OPEN), key=lambda item: item.id)


def _covered(team: Team, login: str, today: date) -> Sequence[int]:
    found = [
        absence
        for absence in team.all(Absence)
        if absence.cover == login and not absence.archived_at and absence.end >= today
    ]
    return [
        one.id for one in sorted(found, key=lambda one: (one.start, one.id)) if one.person in team.members
    ]


def _only_hers(team: Team, login: str) -> Sequence[int]:
    newest: dict[tuple[str, int], Assessment] = {}
    for one in team.all(Assessment):
        key = one.person, one.skill
        known = newest.get(key)
        if not one.archived_at and (
            known is None or (known.day, known.at, known.id) < (one.day, one.at, one.id)
        ):
            newest[key] = one
    able: dict[int, set[str]] = {}
    for (person, skill), one in newest.items():
        if one.level >= ALONE and (person in team.members or person == login):
            able.setdefault(skill, set()).add(person)
    found = (team.find(Skill, skill) for skill, people in able.items() if people == {login})
    return [one.id for one in sorted((s for s in found if s and not s.archived_at), key=lambda s: s.name)]


CAN, LEARNS = "only one who can", "learns"
"""The kinds of what nobody can take over: what somebody can, and what somebody learns."""
STAYS = {CAN: "nobody can give it", LEARNS: "dropped then"}
"""What becomes of it."""
_SAID = {
    Has.CARD: "card",
    Has.GOAL: "goal",
    Has.ACCOUNTABLE: "answers for",
    Has.RESPONSIBLE: "does",
}


def told(team: Team, left: Left) -> list[tuple[str, str]]:
    """What it is, for reading: pairs of a kind and a name."""
    found = [(_SAID[thing.has], named(team, thing)) for thing in left.things]
    for kind, roles in (("leads", left.leads), ("deputy of", left.deputies)):
        found += [(kind, role.name) for id in roles if (role := team.find(Role, id))]
    for id in left.covers:
        absence = team.find(Absence, id)
        if absence is not None:
            who = team.name_of(absence.person)
            found.append(("stands in for", f"{who}, {absence.start.isoformat()} – {absence.end.isoformat()}"))
    found += [(CAN, skill.name) for id in left.skills if (skill := team.find(Skill, id))]
    found += [(LEARNS, item.title) for id in left.learning if (item := team.find(LearningItem, id))]
    return found


def dropped(left: Left) -> str:
    """How much is dropped, in words; empty: nothing."""
    return f"dropped {counted(len(left.learning), 'learning item')}" if left.learning else ""


def summed_up(team: Team, left: Left) -> str:
    """How much of each it is, in one phrase: `2 cards, the lead of “Shop” and 1 skill`."""
    parts = []
    by_kind = {has: sum(thing.has is has for thing in left.things) for has in Has}
    parts += [counted(by_kind[has], has.value) for has in (Has.CARD, Has.GOAL) if by_kind[has]]
    duties = len({t.number for t in left.things if t.has in (Has.ACCOUNTABLE, Has.RESPONSIBLE)})
    parts += [counted(duties, "responsibility", "responsibilities")] if duties else []
    for word, roles in (("the lead", left.leads), ("the deputy", left.deputies)):
        names = [quoted(role.name) for id in roles if (role := team.find(Role, id))]
        parts += [f"{word} of {listed(names)}"] if names else []
    parts += (
        [counted(len(left.covers), "absence that is covered", "absences that are covered")]
        if left.covers
        else []
    )
    parts += [counted(len(left.skills), "skill")] if left.skills else []
    return listed(parts)
