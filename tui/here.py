"""What the app says about who is here and what they do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from store.models import Task
from store.presence import Person
from store.rules.words import listed, quoted
from store.team import Team


def colleagues(people: Iterable[Person], me: str) -> int:
    """How many others have the team open; who has it open twice counts once."""
    return len({person.login for person in people} - {me})


def editors(people: Iterable[Person], team: Team, card: int, me: str) -> str:
    """Who is editing a card elsewhere now, as a sentence without its full stop; empty when nobody is."""
    logins = {person.login: None for person in people if person.where.editing == card}
    if not logins:
        return ""
    if list(logins) == [me]:
        return "You are editing this card in another window"
    names = [team.name_of(login) for login in logins if login != me]
    return f"{listed(names)} {'is' if len(names) == 1 else 'are'} editing this card"


def who_is_where(people: Iterable[Person], team: Team, me: str, today: date) -> list[tuple[str, str]]:
    """Each program's person, and what is known of where that person is."""
    return [(_name(person, team, me), _place(person, team, today)) for person in people]


def _name(person: Person, team: Team, me: str) -> str:
    return "You, in another window" if person.login == me else team.name_of(person.login)


def _place(person: Person, team: Team, today: date) -> str:
    where, parts = person.where, []
    if where.screen:
        parts.append(where.screen)
    if where.editing:
        task = team.find(Task, where.editing)
        parts.append(f"editing #{where.editing}" + (f" {quoted(task.title)}" if task else ""))
    if person.since:
        since = person.since.astimezone()
        parts.append(f"since {since:%H:%M}" if since.date() == today else f"since {since:%a %H:%M}")
    return ", ".join(parts)
