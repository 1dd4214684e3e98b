"""Whom to ask about a thing, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from store.days import spoken
from store.duties.standing_in import Presence, presences
from store.duties.whois import Kind, Thing
from store.phrases import listed
from store.team import Team


def whom(team: Team, thing: Thing, today: date) -> str:
    """`Ines answers for it; Kofi does it`, with who is away until when, and who is there instead."""
    answering = presences(team, thing.accountable, today)
    doing = presences(team, (who for who in thing.responsible if who not in thing.accountable), today)
    said = []
    if answering:
        verb = "answers" if len(answering) == 1 else "answer"
        said.append(f"{_names(team, answering, today)} {verb} for it")
    elif thing.kind is Kind.RESPONSIBILITY:
        said.append("nobody answers for it yet")
    else:
        said.append("nobody leads the role yet")
    if doing:
        said.append(f"{_names(team, doing, today)} {'does' if len(doing) == 1 else 'do'} it")
    if not answering and not doing:
        leading = presences(team, thing.otherwise, today)
        if leading:
            said.append(f"ask {_names(team, leading, today, 'or')}")
    return "; ".join(said)


def whom_briefly(team: Team, thing: Thing, today: date) -> str:
    """The names alone, for a line that has more to say: who answers first; `nobody` where nobody is named."""
    named = presences(team, (*thing.accountable, *thing.responsible), today)
    people = named or presences(team, thing.otherwise, today)
    return _names(team, people, today) if people else "nobody"


def _names(team: Team, people: Iterable[Presence], today: date, last: str = "and") -> str:
    return listed([_name(team, one, today) for one in people], last)


def _name(team: Team, one: Presence, today: date) -> str:
    name = team.name_of(one.login)
    if one.until is None:
        return name
    instead = f"{team.name_of(one.covers)} covers" if one.covers else "nobody covers"
    return f"{name} (away until {spoken(one.until, today)}, {instead})"
