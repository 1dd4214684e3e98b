"""Findings about roles and the people in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from store.findings.finding import Finding, FindingKind, Gravity, Mend
from store.findings.ground import Ground
from store.models import Role, Skill
from store.phrases import counted, quoted
from store.skills.catalogue import Catalogue
from store.skills.experts import next_learners
from store.skills.levels import ABLE, HIGHEST, Levels


def empty(ground: Ground) -> Iterator[Finding]:
    """Roles without anybody: one finding, with all that nobody does because of it."""
    unowned = Counter(one.role for one in ground.responsibilities if ground.is_told_with_role(one))
    for role in ground.team.roles:
        if role.id not in ground.empty:
            continue
        here = ground.team.members.keys()
        cards = tuple(id for id, logins in ground.cards[role.id].pressing if here.isdisjoint(logins))
        count, left = unowned[role.id], []
        if count:
            things = "responsibility" if count == 1 else f"{count} responsibilities"
            left.append(f"so nobody answers for its {things}")
        if cards:
            left.append(
                f"and {counted(len(cards), 'card')} {'waits' if len(cards) == 1 else 'wait'}: "
                f"{ground.numbers(cards)}"
            )
        yield _finding(
            ground,
            role,
            FindingKind.EMPTY,
            Gravity.GAP if left else Gravity.RISK,
            f"{', '.join([f'{_called(role)} has nobody yet', *left])}.",
            "Choose who leads it, or put it away.",
            Mend.CHOOSE_LEAD,
            cards,
        )


def leaderless(ground: Ground) -> Iterator[Finding]:
    """Roles that nobody leads, or only somebody who has left: what belongs to none of its people waits."""
    for role in ground.team.roles:
        if role.id not in ground.empty and not ground.here((role.lead,)):
            yield _finding(
                ground,
                role,
                FindingKind.LEADERLESS,
                Gravity.RISK,
                f"{_called(role)} has no lead.",
                "Choose who leads it.",
                Mend.CHOOSE_LEAD,
            )


def undeputised(ground: Ground) -> Iterator[Finding]:
    """Roles with people in which nobody stands in for the lead, or the lead does so for herself.

    A role without anybody in it needs no deputy yet.
    """
    for role in ground.team.roles:
        has_deputy = bool(ground.here((role.deputy,))) and role.deputy != role.lead
        if has_deputy or not ground.people_of(role):
            continue
        lead = ground.team.name_of(role.lead) if ground.here((role.lead,)) else "its lead"
        yield _finding(
            ground,
            role,
            FindingKind.UNDEPUTISED,
            Gravity.HINT,
            f"{_called(role)} has no deputy.",
            f"Choose who decides while {lead} is away.",
            Mend.CHOOSE_DEPUTY,
        )


def done_by_one(ground: Ground) -> Iterator[Finding]:
    """Roles of which one person is all there is, lead and deputy counted: nobody else knows the work."""
    for role in ground.team.roles:
        people = ground.people_of(role)
        if len(people) == 1:
            yield _finding(
                ground,
                role,
                FindingKind.ALONE,
                Gravity.HINT,
                f"Only {ground.names(people)} works in {_called(role)}.",
                "Add a second person to the role.",
                Mend.ADD_TO_ROLE,
            )


def roleless(ground: Ground) -> Iterator[Finding]:
    """People who work in no role, lead none and stand in for nobody: what they are here for is not said."""
    busy = {login for role in ground.team.roles for login in ground.people_of(role)}
    for login, member in ground.team.members.items():
        if login not in busy:
            yield Finding(
                kind=FindingKind.ROLELESS,
                gravity=Gravity.HINT,
                table="members",
                number=member.id,
                login=login,
                sentence=f"{member.display_name} has no role.",
                advice="Choose the role in which this person works.",
                mend=Mend.GIVE_ROLE,
                people=(login,),
            )


def known_by_one(ground: Ground) -> Iterator[Finding]:
    """Skills that a role needs at level 3 or 4, and one person has at that level; one that has lapsed counts.

    Of several levels that are needed, the lowest one for which this is so is told. Where somebody else
    learns it to that level already, nothing is told. What nobody can is a gap of its own, which the training
    screen tells.
    """
    catalogue, levels = Catalogue.of(ground.team), Levels.of(ground.team)
    needed: dict[int, list[tuple[int, Role]]] = {}
    for role in ground.team.roles:
        for skill, level in catalogue.of_role(role.id).items():
            if level >= ABLE:
                needed.setdefault(skill, []).append((level, role))
    for one in catalogue.skills:
        for level, role in sorted(needed.get(one.id, ()), key=lambda need: need[0]):
            able = [login for login in ground.team.members if levels.level(login, one.id) >= level]
            if len(able) == 1 and not _is_learnt(ground, one.id, level, able[0]):
                yield _known_by_one(ground, one, level, role, able[0])
                break


def _is_learnt(ground: Ground, skill: int, level: int, expert: str) -> bool:
    """Whether somebody learns it; that the expert renews her own makes no second one."""
    return any(
        known == skill and level <= to <= HIGHEST and who != expert for known, to, who in ground.learning
    )


def _known_by_one(ground: Ground, skill: Skill, level: int, role: Role, expert: str) -> Finding:
    return Finding(
        kind=FindingKind.ALONE,
        gravity=Gravity.HINT,
        table="skills",
        number=skill.id,
        sentence=f"Only {ground.names([expert])} has the level {level} in {quoted(skill.name)} "
        f"that {_called(role)} needs.",
        advice="Choose who learns it next.",
        mend=Mend.LEARN,
        people=tuple(dict.fromkeys((expert, *ground.leads(role.id)))),
        roles=(role.id,),
        level=level,
        candidates=tuple(one.person for one in next_learners(ground.team, skill.id, expert)),
    )


def _finding(
    ground: Ground,
    role: Role,
    kind: FindingKind,
    gravity: Gravity,
    sentence: str,
    advice: str,
    mend: Mend,
    cards: tuple[int, ...] = (),
) -> Finding:
    workers = [member.login for member in ground.workers[role.id]]
    is_for_other = mend is Mend.ADD_TO_ROLE
    first = [login for login in ground.here((role.deputy, *workers)) if login != role.lead]
    return Finding(
        kind=kind,
        gravity=gravity,
        table="roles",
        number=role.id,
        sentence=sentence,
        advice=advice,
        mend=mend,
        people=tuple(sorted(ground.people_of(role))),
        roles=(role.id,),
        candidates=() if is_for_other else tuple(first),
        cards=cards,
    )


def _called(role: Role) -> str:
    return quoted(role.name)
