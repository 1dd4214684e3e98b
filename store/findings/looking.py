"""All findings of a snapshot, the gravest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from store.findings import absences, cards, responsibilities, roles
from store.findings.finding import Finding, FindingKind, Gravity
from store.findings.ground import Ground
from store.team import Team

LOOKS: tuple[Callable[[Ground], Iterator[Finding]], ...] = (
    responsibilities.unanswered,
    responsibilities.disputed,
    responsibilities.undone,
    responsibilities.overloaded,
    responsibilities.homeless,
    responsibilities.done_by_one,
    roles.leaderless,
    roles.undeputised,
    roles.done_by_one,
    roles.roleless,
    roles.known_by_one,
    absences.uncovered,
    cards.stranded,
    cards.outside,
)
"""Each looks for one kind of thing."""
_GRAVITIES = {gravity: at for at, gravity in enumerate(Gravity)}
_KINDS = {kind: at for at, kind in enumerate(FindingKind)}


def findings(team: Team, today: date) -> tuple[Finding, ...]:
    """What is wrong with how the work is divided: by gravity, then by kind, then in the things' own order."""
    ground = Ground(team, today)
    found = [finding for look in LOOKS for finding in look(ground)]
    return tuple(sorted(found, key=lambda one: (_GRAVITIES[one.gravity], _KINDS[one.kind])))
