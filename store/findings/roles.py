"""Findings about roles and the people in them."""

from __future__ import annotations

from collections.abc import Iterator

from store.findings.finding import Finding, FindingKind, Gravity, Mend
from store.findings.ground import Ground
from store.models import Role
from store.phrases import quoted

_NEEDED = 3
"""The level from which on a skill is one that others count on: below it nobody works alone with it."""


def leaderless(ground: Ground) -> Iterator[Finding]:
    """Roles that nobody leads, or only somebody who has left: what belongs to none of its people waits."""
    for role in ground.team.roles:
        if not ground.here((role.lead,)):
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

    A role without anybody in it needs no deputy yet; that it has no lead is told anyway.
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
    """Skills that a role needs at level 3 or 4, and that one person has at that level.

    Of several levels that are needed, the lowest one for which this is so is told. What nobody can is a gap
    of its own, which the training screen tells.
    """
    roles = {role.id: role for role in ground.team.roles}
    for skill in ground.skills:
        needed = sorted({(t.level, t.role) for t in skill.targets if t.level >= _NEEDED and t.role in roles})
        for level, number in needed:
            able = [login for login, has in ground.levels.get(skill.id, {}).items() if has >= level]
            if len(able) == 1:
                role = roles[number]
                next_best = sorted(ground.levels[skill.id].items(), key=lambda one: -one[1])
                yield Finding(
                    kind=FindingKind.ALONE,
                    gravity=Gravity.HINT,
                    table="skills",
                    number=skill.id,
                    sentence=f"Only {ground.names(able)} has the level {level} in {quoted(skill.name)} "
                    f"that {_called(role)} needs.",
                    advice="Choose who learns it next.",
                    mend=Mend.LEARN,
                    people=(*able, *(login for login in ground.leads(role.id) if login not in able)),
                    roles=(role.id,),
                    candidates=tuple(login for login, _ in next_best if login not in able),
                )
                break


def _finding(
    ground: Ground,
    role: Role,
    kind: FindingKind,
    gravity: Gravity,
    sentence: str,
    advice: str,
    mend: Mend,
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
    )


def _called(role: Role) -> str:
    return quoted(role.name)
