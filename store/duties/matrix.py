"""The matrix of responsibilities and people: who has which part in what, and what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from store.duties.responsibilities import responsibilities, role_of
from store.models import Duty, Member, Responsibility, Role
from store.team import Team

ORDER = (Duty.ACCOUNTABLE, Duty.RESPONSIBLE, Duty.CONSULTED, Duty.INFORMED)
"""In which the letters stand in one cell: the one that counts most comes first."""


class Fault(StrEnum):
    """What is wrong with a responsibility, as people say it."""

    NOBODY_ACCOUNTABLE = "nobody answers for it"
    MANY_ACCOUNTABLE = "more than one person answers for it"
    NOBODY_RESPONSIBLE = "nobody does the work"


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One responsibility, with the people who have a part in it."""

    responsibility: Responsibility
    role: Role | None
    """The role under which it stands; `None`: under none."""
    duties: Mapping[str, tuple[Duty, ...]]
    """What each person has to do with it, by login; people who left are not there."""
    faults: tuple[Fault, ...]

    def letters(self, login: str) -> str:
        """The letters in a person's cell, like `AR`; empty: she has no part in it."""
        return "".join(duty.letter for duty in self.duties.get(login, ()))

    def holders(self, duty: Duty) -> list[str]:
        """Logins of those who are in the team and have this part."""
        return [login for login, own in self.duties.items() if duty in own]


@dataclass(frozen=True)
class DutyMatrix:
    """What the matrix shows of one snapshot."""

    team: Team
    rows: tuple[DutyRow, ...]
    """Role by role, and in each in their order."""
    people: tuple[Member, ...]
    """Everybody in the team, by main role and name."""
    counts: Mapping[str, Mapping[Duty, int]]
    """In how many responsibilities each person has each part, by login."""
    _places: Mapping[int, DutyRow] = field(repr=False)

    def row(self, number: int) -> DutyRow | None:
        """A responsibility by its number; `None`: it is put away or gone."""
        return self._places.get(number)

    def count(self, login: str, duty: Duty) -> int:
        """In how many responsibilities a person has this part."""
        return self.counts.get(login, {}).get(duty, 0)

    def answers_for_too_much(self, login: str) -> bool:
        """Whether a person is accountable for more than the team thinks right."""
        return self.count(login, Duty.ACCOUNTABLE) > self.team.settings.accountable_limit

    def of_role(self, role: int) -> tuple[Member, ...]:
        """The people of a role: who leads it, who stands in, then the others."""
        known = self.team.role(role)
        places = {known.deputy: 1, known.lead: 0}
        members = [one for one in self.people if role in one.roles or one.login in places]
        return tuple(sorted(members, key=lambda one: places.get(one.login, len(places))))


def duty_matrix(team: Team) -> DutyMatrix:
    """The whole matrix, in one pass over the responsibilities."""
    rows = tuple(_row(team, one) for one in responsibilities(team))
    counts: dict[str, Counter[Duty]] = {}
    for row in rows:
        for login, duties in row.duties.items():
            counts.setdefault(login, Counter()).update(duties)
    places = {row.responsibility.id: row for row in rows}
    return DutyMatrix(team, rows, _people(team), counts, places)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows are shown."""

    words: str = ""
    """Each of them has to be in its name, details, role or in the name of who answers for it."""
    faulty: bool = False
    """Only those with something wrong."""
    person: str = ""
    """Only those in which this person has a part; empty: all."""

    @property
    def is_narrow(self) -> bool:
        """Whether something may be left out."""
        return self != Wanted()


def chosen(matrix: DutyMatrix, wanted: Wanted) -> Sequence[DutyRow]:
    """The rows that are wanted, in their order."""
    words = wanted.words.casefold().split()
    return [row for row in matrix.rows if _is_wanted(matrix.team, row, wanted, words)]


def _is_wanted(team: Team, row: DutyRow, wanted: Wanted, words: Iterable[str]) -> bool:
    if (wanted.faulty and not row.faults) or (wanted.person and wanted.person not in row.duties):
        return False
    if not wanted.words:
        return True
    one = row.responsibility
    names = [team.name_of(login) for login in row.holders(Duty.ACCOUNTABLE)]
    text = "\n".join([one.name, one.details, row.role.name if row.role else "", *names]).casefold()
    return all(word in text for word in words)


def _row(team: Team, one: Responsibility) -> DutyRow:
    duties: dict[str, list[Duty]] = {}
    for duty in ORDER:
        for login in dict.fromkeys(one.people(duty)):
            if login in team.members:
                duties.setdefault(login, []).append(duty)
    kept = {login: tuple(own) for login, own in duties.items()}
    return DutyRow(one, role_of(team, one), kept, _faults(kept.values()))


def _faults(duties: Iterable[tuple[Duty, ...]]) -> tuple[Fault, ...]:
    held = Counter(duty for own in duties for duty in own)
    accountable = held[Duty.ACCOUNTABLE]
    found = []
    if accountable != 1:
        found.append(Fault.MANY_ACCOUNTABLE if accountable else Fault.NOBODY_ACCOUNTABLE)
    if not held[Duty.RESPONSIBLE]:
        found.append(Fault.NOBODY_RESPONSIBLE)
    return tuple(found)


def _people(team: Team) -> tuple[Member, ...]:
    """By main role, so that the people of one role stand beside each other; who has none comes last."""
    places = {role.id: place for place, role in enumerate(team.roles)}

    def place(member: Member) -> tuple[int, str, str]:
        mine = [places[role] for role in member.roles if role in places]
        return mine[0] if mine else len(places), member.display_name.casefold(), member.login

    return tuple(sorted(team.members.values(), key=place))
