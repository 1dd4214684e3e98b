"""Findings about cards: those that nobody can do today, and those that the wrong people do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from store.findings.finding import Finding, FindingKind, Gravity, Mend
from store.findings.ground import LATELY, Ground
from store.models import Role
from store.phrases import counted, listed, quoted

_LEAST = 3
"""Finished cards from which on it is a habit: one or two are a favour."""
_SHARE = 3
"""One in so many of a role's finished cards."""
_NAMED = 3


def stranded(ground: Ground) -> Iterator[Finding]:
    """Roles with cards in work, or due within 7 days, and nobody there: all are away today.

    A role without people is told as such. Cards on which somebody is who is there wait for nobody, whichever
    role she has.
    """
    here = ground.team.members.keys() - ground.away
    for role in ground.team.roles:
        people = ground.people_of(role)
        if not people or people & here:
            continue
        waiting = tuple(id for id, assignees in ground.cards[role.id].pressing if here.isdisjoint(assignees))
        if not waiting:
            continue
        cards, wait = counted(len(waiting), "card"), "waits" if len(waiting) == 1 else "wait"
        which = f"{cards} {wait}: {ground.numbers(waiting)}"
        are = "is" if len(people) == 1 else "are"
        nobody = f"{_everybody(ground, people)} in {quoted(role.name)} {are} away today"
        yield Finding(
            kind=FindingKind.STRANDED,
            gravity=Gravity.GAP,
            table="roles",
            number=role.id,
            sentence=f"{nobody}, and {which}.",
            advice="Give the cards to somebody who is there.",
            mend=Mend.GO_TO_CARDS,
            people=tuple(sorted(people)),
            roles=(role.id,),
            cards=waiting,
        )


def outside(ground: Ground) -> Iterator[Finding]:
    """Roles whose work others keep doing: of the cards finished in the last 56 days, at least 3 and a third.

    A card counts where somebody was on it and none of them is in the role. Who does such work again and again
    has the role without its name (a gap), or two roles do the same (an overlap).
    """
    for role in ground.team.roles:
        people, finished = ground.people_of(role), ground.cards[role.id].finished
        others = [ground.here(assignees) for assignees in finished]
        foreign = [logins for logins in others if logins and people.isdisjoint(logins)]
        if len(foreign) >= _LEAST and len(foreign) * _SHARE >= len(finished):
            yield _outside(ground, role, len(finished), foreign)


def _outside(ground: Ground, role: Role, finished: int, foreign: list[list[str]]) -> Finding:
    by_count = Counter(login for logins in foreign for login in logins)
    who = sorted(by_count, key=lambda login: (-by_count[login], login))
    names = [f"{ground.team.name_of(login)} ({by_count[login]})" for login in who[:_NAMED]]
    if (more := len(who) - _NAMED) > 0:
        names.append(counted(more, "other person", "other people"))
    return Finding(
        kind=FindingKind.OUTSIDE,
        gravity=Gravity.RISK,
        table="roles",
        number=role.id,
        sentence=f"{len(foreign)} of {counted(finished, 'card')} of {quoted(role.name)} finished in the last "
        f"{LATELY.days // 7} weeks were done by others: {listed(names)}.",
        advice=f"Add {ground.team.name_of(who[0])} to the role, or give this work to the role that does it.",
        mend=Mend.ADD_TO_ROLE,
        people=tuple(dict.fromkeys((*who, *ground.leads(role.id)))),
        roles=(role.id,),
        candidates=tuple(who),
    )


def _everybody(ground: Ground, people: frozenset[str]) -> str:
    return f"All {len(people)} people" if len(people) > _NAMED else ground.names(sorted(people))
