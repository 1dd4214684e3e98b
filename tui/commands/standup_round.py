"""`tagwerk standup round`: holding the stand-up from a shell, and from a script."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace

from store.change import Change
from store.errors import NotFound, Refused
from store.models import Note, NoteKind, Round
from store.rules import round_notes, rounds
from store.rules.comments import mentions
from store.rules.lookup import member_named
from store.rules.words import quoted
from store.standup.rounds import open_round, rounds_on
from store.text import whole_number
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.changing import done
from tui.commands.session import Session, session
from tui.commands.shapes import task_shape
from tui.commands.standup_round_sheet import Where
from tui.commands.standup_shapes import round_shape
from tui.commands.texts import text_or_input

_NONE = "No stand-up goes on; “tagwerk standup round start” begins the one of today."


def where(call: Call) -> Where:
    """Where the round of today is: the one that goes on, or the last one.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        return Where(opened.team, _last(opened), opened.now, opened.zone)


def start(call: Call) -> Said:
    """Begin the round of today, and give the first one the word.

    Raises:
        Refused: there is an open one already, or the person is not in the team.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        begun = rounds.start(opened.team, opened.member, opened.now)
        number = opened.commit(begun)["rounds", -1]
        # As on the screen: whoever starts it does not have to say twice that somebody is to speak.
        first = _said(opened, rounds.go_on(opened.team, number, opened.member, opened.now), number)
        label = begun.label
        return replace(first, sentences=(f"{label[:1].upper()}{label[1:]}.", *first.sentences))


def go_on(call: Call, *, person: str | None) -> Said:
    """Give the word to the next one, or to somebody who is named.

    Raises:
        NotFound: no round goes on, or nobody is called like that.
        Refused: everyone has had a turn, the person named has the word, or who asks is not in the team.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        held, to = _going(opened), _login(opened, person) if person else ""
        return _said(opened, rounds.go_on(opened.team, held.id, opened.member, opened.now, to), held.id)


def absent(call: Call, *, person: str) -> Said:
    """Leave out somebody who is not there.

    Raises:
        NotFound: no round goes on, or nobody is called like that.
        Refused: the person is left out already or has spoken, or who asks is not in the team.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        held, login = _going(opened), _login(opened, person)
        return _said(opened, rounds.skip(opened.team, held.id, login, opened.member, opened.now), held.id)


def back(call: Call, *, person: str) -> Said:
    """Somebody who was left out is there after all.

    Raises:
        NotFound: no round goes on, or nobody is called like that.
        Refused: the person was not left out, or who asks is not in the team.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        held, login = _going(opened), _login(opened, person)
        change = rounds.come_back(opened.team, held.id, login, opened.member, opened.now)
        return _said(opened, change, held.id)


def decide(call: Call, *, text: list[str], people: list[str]) -> Said:
    """Write down what was decided.

    Raises:
        NotFound: no round goes on, or somebody who is named is not in the team.
        Refused: there is no text, or the person is not in the team.
        StorageError: the folder cannot be written.
    """
    return _note(call, NoteKind.DECISION, " ".join(text), people)


def park(call: Call, *, text: list[str], people: list[str]) -> Said:
    """Keep a topic for afterwards.

    Raises:
        NotFound: no round goes on, or somebody who is named is not in the team.
        Refused: there is no text, or the person is not in the team.
        StorageError: the folder cannot be written.
    """
    return _note(call, NoteKind.PARKED, " ".join(text), people)


def card(call: Call, *, note: str, over_limit: bool) -> Said:
    """Make a card of a note, during the round or once it is over.

    Raises:
        NotFound: there was no round today, or it has no such note.
        Refused: it is a card already, or the person is not in the team.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        held = _last(opened)
        if held is None:
            raise NotFound(_NONE)
        kept = _noted(held, note)
        change = round_notes.note_to_task(
            opened.team, held.id, kept.id, opened.member, opened.now, override=over_limit
        )
        number = opened.commit(change)["tasks", -1]
        made = task_shape(opened.team, opened.team.task(number), opened.today)
        after = rounds.round_numbered(opened.team, held.id)
        content = {"task": made, "round": round_shape(opened.team, after), "changed": True}
        return Said((f"Made card #{number} of {quoted(kept.text)}.",), content)


def end(call: Call) -> Said:
    """End the round, and tell the news how it was.

    Raises:
        NotFound: no round goes on.
        Refused: the person is not in the team.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        held = _going(opened)
        ended = _said(opened, rounds.end(opened.team, held.id, opened.member, opened.now), held.id)
        told = rounds.round_numbered(opened.team, held.id).summary
        return replace(ended, sentences=(*ended.sentences, f"Post {told} tells of it."))


def _note(call: Call, kind: NoteKind, given: str, people: Sequence[str]) -> Said:
    with session(call) as opened:
        held, words = _going(opened), text_or_input(call, given)
        named = [*mentions(words, opened.team.members), *(_login(opened, one) for one in people)]
        change = round_notes.note(
            opened.team,
            held.id,
            kind,
            words,
            opened.member,
            opened.now,
            note_id=secrets.token_hex(6),
            people=list(dict.fromkeys(named)),
        )
        return _said(opened, change, held.id)


def _said(opened: Session, change: Change, number: int) -> Said:
    """Commit a change of a round, say what was done, and give the round as it is then."""
    return done(
        opened,
        change,
        lambda _: {"round": round_shape(opened.team, rounds.round_numbered(opened.team, number))},
    )


def _going(opened: Session) -> Round:
    found = open_round(opened.team, opened.today)
    if found is None:
        raise NotFound(_NONE)
    return found


def _last(opened: Session) -> Round | None:
    """The round of today that goes on, or the last one; `None`: there was none."""
    today = rounds_on(opened.team, opened.today)
    return open_round(opened.team, opened.today) or (today[-1] if today else None)


def _login(opened: Session, typed: str) -> str:
    return member_named(opened.team, typed.removeprefix("@")).login


def _noted(held: Round, typed: str) -> Note:
    """A note by its place in the list, or by the name that stays the same when others come and go."""
    if found := next((one for one in held.notes if one.id == typed), None):
        return found
    place = whole_number(typed) or 0
    if not held.notes:
        raise Refused("Nothing was noted in this stand-up; “tagwerk standup round decide TEXT” does.")
    if not 1 <= place <= len(held.notes):
        raise NotFound(f"The stand-up has no note {quoted(typed)}; “tagwerk standup round” shows them.")
    return held.notes[place - 1]
