"""What is told of a round in the news once it is over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from store.days import spoken
from store.models import Note, NoteKind, Round, Update
from store.phrases import listed
from store.standup.cards import lines_of
from store.standup.questions import asked_on
from store.standup.rounds import absent
from store.team import Team

_LONGEST = 90_000
"""Characters; a post holds a little more."""


def title(round: Round) -> str:
    """`Stand-up of Mon 23 Nov`."""
    return f"Stand-up of {spoken(round.day, round.day)}"


def body(team: Team, round: Round, updates: Mapping[str, Update]) -> str:
    """Who was there, blockers, decisions, parking lot and answers, as Markdown; what is empty is left out.

    Args:
        team: the snapshot, for names and questions.
        round: the round, with everybody's turn over.
        updates: what people have written for its day, by login; see `store.standup.updates.updates_on`.
    """
    text = "\n\n".join(part for part in _parts(team, round, updates) if part)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def _parts(team: Team, round: Round, updates: Mapping[str, Update]) -> Iterator[str]:
    yield _who(team, round, updates)
    yield _section("Blockers", _said(team, ((one.author, one.blockers) for one in updates.values())))
    yield _section("Decisions", [_note(note) for note in round.notes if note.kind is NoteKind.DECISION])
    yield _section("Parking lot", [_note(note) for note in round.notes if note.kind is NoteKind.PARKED])
    for question in asked_on(team, round.day):
        answers = (
            (update.author, answer.text)
            for update in updates.values()
            for answer in update.answers
            if answer.id == str(question.id)
        )
        yield _section(question.text, _said(team, answers))


def _who(team: Team, round: Round, updates: Mapping[str, Update]) -> str:
    written = [login for login in updates if login not in round.spoken]
    away = [login for login in absent(round) if login not in updates]
    groups = (("Spoke", round.spoken), ("In writing", written), ("Not there", away))
    return "\n".join(f"- {word}: {listed(map(team.name_of, logins))}" for word, logins in groups if logins)


def _said(team: Team, texts: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{team.name_of(login)}: {line}" for login, text in texts for line in lines_of(text)]


def _note(note: Note) -> str:
    who = f" (with {listed(f'@{login}' for login in note.people)})" if note.people else ""
    # A card that is not committed yet has no number for people.
    card = f", now #{note.task}" if note.task and note.task > 0 else ""
    return f"{' '.join(lines_of(note.text))}{who}{card}"


def _section(heading: str, lines: Iterable[str]) -> str:
    items = "\n".join(f"- {line}" for line in lines)
    return f"## {heading}\n\n{items}" if items else ""
