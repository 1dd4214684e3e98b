"""All findings of a snapshot, the gravest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from store.findings import absences, cards, responsibilities, roles
from store.findings.finding import Finding, FindingKind, Gravity
from store.findings.ground import Ground
from store.team import Team, WorkedOut

LOOKS: tuple[Callable[[Ground], Iterator[Finding]], ...] = (
    roles.empty,
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
TABLES = (
    "responsibilities",
    "absences",
    "members",
    "roles",
    "tasks",
    "columns",
    "skills",
    "assessments",
    "learning_items",
    "settings",
)
"""What findings depend on."""
_GRAVITIES = {gravity: at for at, gravity in enumerate(Gravity)}
_KINDS = {kind: at for at, kind in enumerate(FindingKind)}


class _Found(WorkedOut):
    """What is wrong, by the day."""

    TABLES = TABLES

    def __init__(self, team: Team) -> None:
        self._team = team
        self._by_day: dict[date, tuple[Finding, ...]] = {}

    def on(self, today: date) -> tuple[Finding, ...]:
        """What is wrong on a day; worked out once."""
        if today not in self._by_day:
            ground = Ground(self._team, today)
            found = [finding for look in LOOKS for finding in look(ground)]
            found.sort(key=lambda one: (_GRAVITIES[one.gravity], _KINDS[one.kind]))
            self._by_day = {today: tuple(found)}
        return self._by_day[today]


def findings(team: Team, today: date) -> tuple[Finding, ...]:
    """What is wrong with how the work is divided: by gravity, then by kind, then in the things' own order."""
    return _Found.of(team).on(today)
