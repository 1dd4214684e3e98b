"""What all findings look at, gone through once: people, roles, responsibilities, absences, cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from store.absences.away import coming
from store.duties.responsibilities import responsibilities
from store.duties.seats import Seats
from store.models import Absence, ColumnKind, LearningState, Member, Responsibility, Role
from store.models.raws import number_in, words_in
from store.phrases import counted, listed
from store.team import Team

LATELY = timedelta(days=56)
"""How far back finished cards are looked at: eight weeks show a habit, and are one season."""
SOON = timedelta(days=7)
"""How far ahead the due dates of cards are looked at."""
_LEARNING = (LearningState.PLANNED, LearningState.UNDER_WAY)
_NAMED = 3
"""Cards and people that a sentence names."""


@dataclass(frozen=True)
class Cards:
    """The cards of one role, as far as findings look at them."""

    pressing: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    """Number and assignees of those that are in work, or due soon or already."""
    finished: list[tuple[str, ...]] = field(default_factory=list)
    """The assignees of those that were finished lately."""


@dataclass(frozen=True)
class Ground:
    """A snapshot on a day. People who have left the team never count as somebody."""

    team: Team
    today: date

    @cached_property
    def responsibilities(self) -> Sequence[Responsibility]:
        """Those that are not put away, in the order of the roles."""
        return responsibilities(self.team)

    @cached_property
    def absences(self) -> Mapping[str, Sequence[Absence]]:
        """Of each member: those that are not over, the first one first."""
        found = {login: coming(self.team, login, self.today) for login in self.team.members}
        # Another program may have entered days that end before they begin.
        real = {login: [one for one in many if one.start <= one.end] for login, many in found.items()}
        return {login: many for login, many in real.items() if many}

    @cached_property
    def seats(self) -> Seats:
        """Who is in which role."""
        return Seats(self.team, self.today)

    @property
    def away(self) -> Set[str]:
        """Logins of those who are away today."""
        return self.seats.away.keys()

    @property
    def workers(self) -> Mapping[int, Sequence[Member]]:
        """The people who work in each role, by login."""
        return self.seats.workers

    def people_of(self, role: Role) -> frozenset[str]:
        """Logins of those who work in a role, lead it or stand in for who does."""
        return self.seats.people(role)

    def leads(self, role: int | None) -> tuple[str, ...]:
        """Login of who leads a role, where somebody does."""
        found = self.team.find(Role, role) if role is not None else None
        return tuple(self.here((found.lead,))) if found else ()

    def here(self, logins: Iterable[str]) -> list[str]:
        """Those who are in the team, each once."""
        return [login for login in dict.fromkeys(logins) if login in self.team.members]

    @cached_property
    def empty(self) -> Set[int]:
        """Numbers of the roles in which nobody works, and that nobody leads or stands in for the lead of."""
        return {role.id for role in self.team.roles if not self.people_of(role)}

    def is_told_with_role(self, one: Responsibility) -> bool:
        """Whether nobody has it because its role has nobody."""
        return one.role in self.empty and not self.here((*one.accountable, *one.responsible))

    @cached_property
    def cards(self) -> Mapping[int, Cards]:
        """The cards of each role: one pass over all of them, and none is built."""
        active = {column.id for column in self.team.columns if column.kind is ColumnKind.ACTIVE}
        soon, since = (self.today + SOON).isoformat(), (self.today - LATELY).isoformat()
        found = {role.id: Cards() for role in self.team.roles}
        for id, raw in self.team.tables.get("tasks", {}).items():
            if finished := raw.get("finished_at"):
                # By the day at Greenwich: of eight weeks, an hour more or less does not matter.
                if str(finished) >= since and (cards := found.get(number_in(raw.get("role")))):
                    cards.finished.append(tuple(words_in(raw.get("assignees"))))
            elif (
                not raw.get("archived_at")
                and (number_in(raw.get("column")) in active or "" < str(raw.get("due") or "") <= soon)
                and (cards := found.get(number_in(raw.get("role"))))
            ):
                cards.pressing.append((id, tuple(words_in(raw.get("assignees")))))
        return found

    @cached_property
    def learning(self) -> Set[tuple[int, int, str]]:
        """Skill, level and learner of all that somebody of the team learns: it is agreed on, or under way."""
        found = set()
        for raw in self.team.tables.get("learning_items", {}).values():
            is_on = raw.get("state", LearningState.PLANNED) in _LEARNING and not raw.get("archived_at")
            person = raw.get("person")
            if is_on and isinstance(person, str) and person in self.team.members:
                found.add((number_in(raw.get("skill")), number_in(raw.get("level")), person))
        return found

    # --- for sentences -----------------------------------------------------------------------------------

    def names(self, logins: Iterable[str]) -> str:
        """`Ana Lima, Ben Okafor and 2 more`."""
        return _some([self.team.name_of(login) for login in logins], "person", "people")

    def numbers(self, cards: Sequence[int]) -> str:
        """`#5, #6 and 3 more`."""
        return _some([f"#{card}" for card in cards], "card", "cards")


def _some(words: Sequence[str], thing: str, things: str) -> str:
    more = len(words) - _NAMED
    return (
        listed([*words[:_NAMED], f"{counted(more, f'other {thing}', f'other {things}')}"])
        if more > 1
        else listed(words)
    )


def spans(parts: Iterable[tuple[date, date]]) -> Iterator[tuple[date, date]]:
    """First and last days, joined where they overlap or follow each other."""
    begun: tuple[date, date] | None = None
    for start, end in sorted(parts):
        if begun is None:
            begun = start, end
        elif start <= begun[1] + timedelta(days=1):
            begun = begun[0], max(begun[1], end)
        else:
            yield begun
            begun = start, end
    if begun is not None:
        yield begun
