"""Findings about responsibilities: who answers, and who does the work."""

from __future__ import annotations

from collections.abc import Iterator

from store.findings.finding import Finding, FindingKind, Gravity, Mend
from store.findings.ground import Ground
from store.models import Responsibility, Role
from store.phrases import counted, listed, quoted


def unanswered(ground: Ground) -> Iterator[Finding]:
    """Responsibilities for which nobody answers, or only who has left: what nobody owns, nobody mends.

    That nobody does the work either is told with it. Those of a role without people are told with the role.
    """
    for one in ground.responsibilities:
        if ground.here(one.accountable) or ground.is_told_with_role(one):
            continue
        gone = listed(map(ground.team.name_of, one.accountable[:3]))
        left = f": {gone} left the team" if one.accountable else ""
        undone = "" if ground.here(one.responsible) else ", and nobody does the work"
        yield _finding(
            ground,
            one,
            FindingKind.UNANSWERED,
            Gravity.GAP,
            f"Nobody answers for {quoted(one.name)}{left}{undone}.",
            "Choose the one person who answers for it.",
            Mend.CHOOSE_ACCOUNTABLE,
            (*ground.here(one.responsible), *ground.leads(one.role)),
        )


def disputed(ground: Ground) -> Iterator[Finding]:
    """Responsibilities for which two or more answer: each may think that the other one does."""
    for one in ground.responsibilities:
        people = ground.here(one.accountable)
        if len(people) > 1:
            both = "both" if len(people) == 2 else "all"
            yield _finding(
                ground,
                one,
                FindingKind.DISPUTED,
                Gravity.RISK,
                f"{ground.names(people)} {both} answer for {quoted(one.name)}.",
                "Choose which one of them answers for it alone.",
                Mend.CHOOSE_ACCOUNTABLE,
                tuple(people),
            )


def undone(ground: Ground) -> Iterator[Finding]:
    """Responsibilities in which nobody does the work: to answer for a thing does not do it.

    Where nobody answers either, that is told: one thing after the other.
    """
    for one in ground.responsibilities:
        if ground.here(one.accountable) and not ground.here(one.responsible):
            yield _finding(
                ground,
                one,
                FindingKind.UNDONE,
                Gravity.GAP,
                f"Nobody does the work of {quoted(one.name)}.",
                "Choose who does it; that may be who answers for it.",
                Mend.CHOOSE_RESPONSIBLE,
                (*ground.here(one.accountable), *ground.leads(one.role)),
            )


def overloaded(ground: Ground) -> Iterator[Finding]:
    """People who answer for more than the team's settings say (`accountable_limit`, seven at first).

    About seven things are what one person keeps in mind; who answers for more, answers for none in earnest.
    """
    limit, owned = ground.team.settings.accountable_limit, dict.fromkeys(ground.team.members, 0)
    for one in ground.responsibilities:
        for login in ground.here(one.accountable):
            owned[login] += 1
    for login, count in owned.items():
        if count > limit:
            member = ground.team.members[login]
            yield Finding(
                kind=FindingKind.OVERLOADED,
                gravity=Gravity.RISK,
                table="members",
                number=member.id,
                login=login,
                sentence=f"{member.display_name} answers for {count} things; "
                f"more than {limit} are too much for one.",
                advice=f"Hand {counted(count - limit, 'of them', 'of them')} over to somebody else.",
                mend=Mend.HAND_OVER,
                people=(login,),
                roles=tuple(member.roles),
            )


def homeless(ground: Ground) -> Iterator[Finding]:
    """Responsibilities of a role that was put away: they stand in nobody's list any more."""
    for one in ground.responsibilities:
        role = ground.team.find(Role, one.role) if one.role is not None else None
        if one.role is None or (role and not role.archived_at):
            continue
        which = (
            f"the role {quoted(role.name)}, which was put away"
            if role
            else "a role that is not there any more"
        )
        yield _finding(
            ground,
            one,
            FindingKind.HOMELESS,
            Gravity.RISK,
            f"{quoted(one.name)} belongs to {which}.",
            "Choose the role that it belongs to now.",
            Mend.CHOOSE_ROLE,
            tuple(ground.here((*one.accountable, *one.responsible))),
        )


def done_by_one(ground: Ground) -> Iterator[Finding]:
    """Responsibilities in which one and the same person answers and does all the work.

    Where nobody answers or nobody does the work, that is told instead: it is mended first.
    """
    for one in ground.responsibilities:
        people = ground.here((*one.accountable, *one.responsible))
        if len(people) == 1 and ground.here(one.accountable) and ground.here(one.responsible):
            yield _finding(
                ground,
                one,
                FindingKind.ALONE,
                Gravity.HINT,
                f"Only {ground.names(people)} can do {quoted(one.name)}.",
                "Choose a second person who does the work.",
                Mend.CHOOSE_RESPONSIBLE,
                tuple(people),
            )


def _finding(
    ground: Ground,
    one: Responsibility,
    kind: FindingKind,
    gravity: Gravity,
    sentence: str,
    advice: str,
    mend: Mend,
    people: tuple[str, ...],
) -> Finding:
    return Finding(
        kind=kind,
        gravity=gravity,
        table="responsibilities",
        number=one.id,
        sentence=sentence,
        advice=advice,
        mend=mend,
        people=tuple(dict.fromkeys((*people, *ground.leads(one.role)))),
        roles=(one.role,) if one.role is not None else (),
        candidates=_candidates(ground, one, kind),
    )


def _candidates(ground: Ground, one: Responsibility, kind: FindingKind) -> tuple[str, ...]:
    """Who comes first: rather two people than one who answers for it and does all of it."""
    leads = ground.leads(one.role)
    workers = [member.login for member in ground.workers.get(one.role or 0, ())]
    if kind is FindingKind.DISPUTED:
        return tuple(ground.here(one.accountable))
    if kind is FindingKind.UNANSWERED:
        return tuple(ground.here((*leads, *one.responsible, *workers)))
    others = [login for login in workers if login not in one.accountable]
    return tuple(ground.here((*others, *one.accountable)))
