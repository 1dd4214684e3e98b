"""Who takes part in the stand-up, told so that it helps: whom to ask to speak, and what to mend."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from store.absences.away import absence_on
from store.models import Round, Task, Update
from store.standup.cards import cards_in
from store.standup.rounds import rounds_between
from store.standup.updates import updates_between
from store.team import Team

RECURS = 3
"""Updates that name a card as a blocker before it counts as one that comes again and again."""
_CHANCE = timedelta(days=14)
"""For so long somebody may have had no turn before the team is told."""


@dataclass(frozen=True, slots=True)
class Part:
    """How one member took part."""

    login: str
    rounds: int
    """Rounds in which she was to speak; those on a day on which she was away are none."""
    turns: int
    """Rounds in which she had a turn."""
    updates: int
    """Days for which she wrote an update."""
    is_unheard: bool
    """Whether there were rounds with her in the last two weeks, and none gave her a turn."""


@dataclass(frozen=True, slots=True)
class Recurring:
    """A card that is in the way again and again."""

    task: int
    title: str
    people: tuple[str, ...]
    """Logins of those who said so, by name."""
    updates: int
    """In how many updates."""


@dataclass(frozen=True, slots=True)
class Participation:
    """How the team took part over some weeks."""

    first: date
    """The first day that counts, in the team's time zone."""
    rounds: int
    """Rounds that were held."""
    parts: tuple[Part, ...]
    """Every member, by name: nobody is ranked."""
    recurring: tuple[Recurring, ...]
    """The most often named first."""


def participation(team: Team, today: date, weeks: int = 4) -> Participation:
    """Turns, updates and recurring blockers over the last weeks, today included.

    A round that goes on does not count yet.
    """
    first = today - timedelta(days=7 * weeks - 1)
    rounds = [one for one in rounds_between(team, first, today) if one.ended_at or one.day < today]
    updates = updates_between(team, first, today)
    lately = [one for one in rounds_between(team, today - _CHANCE, today) if one.ended_at or one.day < today]
    people = sorted(team.members.values(), key=lambda one: (one.display_name.casefold(), one.login))
    parts = tuple(_part(team, member.login, rounds, lately, updates) for member in people)
    return Participation(first, len(rounds), parts, _recurring(team, updates))


def _part(
    team: Team, login: str, rounds: Sequence[Round], lately: Sequence[Round], updates: Sequence[Update]
) -> Part:
    hers = [one for one in rounds if _was_to_speak(team, login, one)]
    recent = [one for one in lately if _was_to_speak(team, login, one)]
    return Part(
        login,
        len(hers),
        sum(_spoke(login, one) for one in hers),
        sum(update.author == login for update in updates),
        bool(recent) and not any(_spoke(login, one) for one in recent),
    )


def _was_to_speak(team: Team, login: str, held: Round) -> bool:
    is_away = absence_on(team, login, held.day) is not None
    return _spoke(login, held) or (login in held.order and not is_away)


def _spoke(login: str, held: Round) -> bool:
    return login in held.spoken or login == held.current


def _recurring(team: Team, updates: Sequence[Update]) -> tuple[Recurring, ...]:
    named: defaultdict[int, list[str]] = defaultdict(list)
    for update in updates:
        for card in cards_in(team, update.blockers):
            named[card].append(update.author)
    found = [
        Recurring(card, task.title, tuple(sorted(set(who), key=team.name_of)), len(who))
        for card, who in named.items()
        if len(who) >= RECURS and (task := team.find(Task, card))
    ]
    return tuple(sorted(found, key=lambda one: (-one.updates, one.task)))
