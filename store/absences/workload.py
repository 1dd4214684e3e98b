"""How much work waits for everybody in the coming weeks, against the hours that there are for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from store.absences.horizon import Horizon
from store.absences.workdays import split
from store.models import Raw, Task
from store.models.raws import number_in
from store.team import Team

WEEKS, MOST_WEEKS = 8, 26
"""How many weeks are looked at, and how many at most."""
ENOUGH = 5
"""Finished cards with an estimate from which their median counts; one card says nothing of the next."""
NO_ROLE = 0
"""What stands for the role of cards that have none."""
_WITHOUT_DUE = timedelta(days=13)
"""From its first to its last day, a card without a due date is taken to need two weeks."""
_EPSILON = 0.05
"""Hours that nobody sees."""


@dataclass(frozen=True, slots=True)
class Load:
    """What one person, or one role, has to do in one week."""

    cards: Mapping[int, float]
    """Number of each card, and its hours that fall into the week."""
    capacity: float
    """Hours that there are for it."""
    away: float
    """Working days of the week on which somebody is away; of a role the sum over its people."""
    guessed: float = 0.0
    """Hours of the demand that come from cards without an estimate."""

    @property
    def demand(self) -> float:
        """Hours that its cards need."""
        return sum(self.cards.values())

    @property
    def is_over(self) -> bool:
        """Whether more is to be done than there are hours for."""
        return self.demand > self.capacity + _EPSILON

    @property
    def is_guessed(self) -> bool:
        """Whether some of its hours are guessed."""
        return self.guessed > _EPSILON


@dataclass(frozen=True, slots=True)
class Workload:
    """The coming weeks of a team."""

    weeks: tuple[date, ...]
    """The Monday of each; of the first one only the days from today on count."""
    people: Mapping[str, tuple[Load, ...]]
    """One for each week, by login."""
    roles: Mapping[int, tuple[Load, ...]]
    """The same by number of the role; `NO_ROLE` where cards have none. Also cards of nobody are in it."""
    has: Mapping[str, int]
    """How many open cards each person has, by login."""
    cards: int
    """Cards that are open."""
    guessed: int
    """Those of them without an estimate: they count with the median of their role, or of the team."""
    unknown: int
    """Those of them for which there was nothing to go by either: they count nothing."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a card without an estimate is taken for."""

    roles: Mapping[int, float]
    """Hours by number of the role, where it has finished enough."""
    team: float | None
    """Hours for all other roles; `None`: the team has not finished enough with an estimate either."""

    @classmethod
    def of(cls, tasks: Mapping[int, Raw], learning: Mapping[int, Raw]) -> Guess:
        """Median estimate, in h, of the finished cards of a role, put away or not; of the team beside it.

        Each needs `ENOUGH` of them. Cards of learning items are left out: a course is not the role's work.
        """
        learnt = {number_in(raw.get("task")) for raw in learning.values()}
        found: dict[int, list[float]] = {}
        for id, raw in tasks.items():
            hours = raw.get("estimate") if raw.get("finished_at") and id not in learnt else None
            if isinstance(hours, int | float) and 0 < hours < _TOO_MANY:
                found.setdefault(number_in(raw.get("role")), []).append(float(hours))
        every = [hours for several in found.values() for hours in several]
        roles = {role: median(own) for role, own in found.items() if len(own) >= ENOUGH}
        return cls(roles, median(every) if len(every) >= ENOUGH else None)

    def hours(self, role: int) -> float | None:
        """For a card of a role, in h."""
        return self.roles.get(role, self.team)


_TOO_MANY = 100_001
"""Hours that no estimate has."""


def workload(team: Team, today: date, weeks: int = WEEKS) -> Workload:
    """Work against hours, person by person and role by role, week by week.

    Demand = Σ remaining(card) × the part of its days that fall into the week. Its days go from its start, or
    today, to its due date, or over two weeks; what is late is due at once. Of them those count on which the
    person works and is not away; where she is away for all of them, those on which she would work. Several
    people share a card evenly; a card of nobody counts for its role, on the team's working days.

    Capacity of a person: see `store.absences.workdays`; of a role: what its people have for it.
    """
    horizon = Horizon(team, today, max(1, min(weeks, MOST_WEEKS)))
    guess = Guess.of(team.tables.get("tasks", {}), team.tables.get("learning_items", {}))
    people = {login: [dict[int, float]() for _ in horizon.weeks] for login in team.members}
    roles = {role.id: [dict[int, float]() for _ in horizon.weeks] for role in team.roles}
    has = dict.fromkeys(team.members, 0)
    guesses = set[int]()
    cards = unknown = 0
    for task in _open(team):
        cards += 1
        role = task.role if task.role in roles else NO_ROLE
        if task.estimate is None:
            guesses.add(task.id)
        unknown += task.estimate is None and guess.hours(role) is None
        doing = [login for login in task.assignees if login in people]
        for login in doing:
            has[login] += 1
        hours = remaining(task, guess)
        if not hours:
            continue
        own = roles.setdefault(role, [{} for _ in horizon.weeks])
        first, last = days_of(task, today)
        for login in doing or [""]:
            for at, part in horizon.spread(login, first, last):
                amount = hours * part / max(1, len(doing))
                own[at][task.id] = own[at].get(task.id, 0.0) + amount
                if login:
                    people[login][at][task.id] = amount
    return Workload(
        horizon.weeks,
        {login: _of_person(horizon, login, found, guesses) for login, found in people.items()},
        _of_roles(team, horizon, roles, guesses),
        has,
        cards,
        len(guesses),
        unknown,
    )


def _open(team: Team) -> Iterator[Task]:
    """Cards that are not finished; only those are built."""
    for id, raw in team.tables.get("tasks", {}).items():
        if not raw.get("archived_at") and not raw.get("finished_at"):
            task = team.find(Task, id)
            if task is not None:
                yield task


def remaining(task: Task, guess: Guess) -> float:
    """Hours that are left of a card: estimate × (1 - ticked / steps of its checklist)."""
    hours = task.estimate if task.estimate is not None else guess.hours(task.role or NO_ROLE)
    steps = len(task.checklist)
    return (hours or 0.0) * (1 - task.steps_done / steps if steps else 1)


def days_of(task: Task, today: date) -> tuple[date, date]:
    """The first and the last day on which a card is worked on."""
    first = max(task.start or today, today)
    last = task.due or first + _WITHOUT_DUE
    return first, max(first, last)


def _of_person(
    horizon: Horizon, login: str, found: Sequence[Mapping[int, float]], guesses: Set[int]
) -> tuple[Load, ...]:
    return _loads(found, horizon.capacity(login), horizon.away(login), guesses)


def _of_roles(
    team: Team, horizon: Horizon, found: Mapping[int, Sequence[Mapping[int, float]]], guesses: Set[int]
) -> dict[int, tuple[Load, ...]]:
    hours = {role: [0.0] * len(horizon.weeks) for role in found}
    away = {role: [0.0] * len(horizon.weeks) for role in found}
    for login, member in team.members.items():
        capacity, gone = horizon.capacity(login), horizon.away(login)
        for role, part in split(member).items():
            if role in hours:
                hours[role] = [a + part * b for a, b in zip(hours[role], capacity, strict=True)]
                away[role] = [a + b for a, b in zip(away[role], gone, strict=True)]
    return {role: _loads(found[role], hours[role], away[role], guesses) for role in found}


def _loads(
    found: Sequence[Mapping[int, float]], hours: Sequence[float], away: Sequence[float], guesses: Set[int]
) -> tuple[Load, ...]:
    guessed = (sum(part for id, part in cards.items() if id in guesses) for cards in found)
    return tuple(map(Load, found, hours, away, guessed))
