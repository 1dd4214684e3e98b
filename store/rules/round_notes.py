"""What is kept of a round: decisions, and topics that are parked for afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from store.change import Change, combine
from store.errors import NotFound, Refused
from store.models import Fields, Note, NoteKind, Raw, Round
from store.rules import tasks
from store.rules.board import free_number
from store.rules.membership import refuse_outsider
from store.rules.rounds import live_round, member, round_numbered
from store.rules.valid import changed
from store.rules.words import quoted
from store.team import Team
from store.text import clean, clean_line

_LONGEST_TITLE = 300
"""Characters of a card's title."""


def note(
    team: Team,
    round_id: int,
    kind: NoteKind,
    text: str,
    by: str,
    now: datetime,
    *,
    note_id: str,
    people: Sequence[str] = (),
) -> Change:
    """Write down a decision, or park a topic.

    Args:
        team: the snapshot.
        round_id: number of the round.
        kind: which of them.
        text: what was decided, or is to be talked about.
        by: login of the person who writes it down.
        now: when she does.
        note_id: stays the same when the note changes; unlike any other of the round.
        people: logins of those whom it takes.

    Raises:
        NotFound: there is no such round, or somebody who is named is not in the team.
        Refused: the round is over, there is no text, or the person is not in the team.
    """
    held = live_round(team, round_id, by)
    words = clean(text).strip()
    if not words:
        raise Refused("The note is empty; write what was decided, or what is to be talked about.")
    logins = [member(team, login) for login in people]
    new = {"id": note_id, "kind": kind, "text": words, "people": logins, "author": by, "at": now}
    did = "parked" if kind is NoteKind.PARKED else "noted the decision"
    raws = [*(dict(one.raw()) for one in held.notes), new]
    return changed(held, f"{did} {quoted(words)}", {"notes": raws}).signed(by, now)


def drop(team: Team, round_id: int, note_id: str, by: str, now: datetime) -> Change:
    """Take a note away again while the round goes on.

    Raises:
        NotFound: there is no such round or note.
        Refused: the round is over, or the person is not in the team.
    """
    held = live_round(team, round_id, by)
    old = noted(held, note_id)
    raws = [dict(one.raw()) for one in held.notes if one is not old]
    return changed(held, f"took back the note {quoted(old.text)}", {"notes": raws}).signed(by, now)


def note_to_task(
    team: Team,
    round_id: int,
    note_id: str,
    by: str,
    now: datetime,
    *,
    column: int | None = None,
    role: int | None = None,
    id: int = -1,
    override: bool = False,
) -> Change:
    """Turn a note into a card for the people that it takes; during the round or afterwards.

    Args:
        team: the snapshot.
        round_id: number of the round.
        note_id: which note.
        by: login of the person.
        now: when she does it.
        column: where it goes; `None`: the first queue column.
        role: the role that does it; `None`: nobody's yet.
        id: the negative number that stands for the card until the commit.
        override: go over a limit.

    Raises:
        NeedsConsent: the column or the role has reached its limit.
        NotFound: there is no such round, note, column or role.
        Refused: it is a card already, the board has no columns, or the person is not in the team.
    """
    refuse_outsider(team, by)
    held = round_numbered(team, round_id)
    old = noted(held, note_id)
    if old.task is not None:
        card = f"#{old.task}" if old.task > 0 else "a card"
        raise Refused(f"{quoted(old.text)} is {card} already.")
    number = free_number(team, "tasks", id)
    place: Fields = {"column": column, "role": role, "id": number, "override": override}
    made = tasks.create(team, by=by, now=now, **place, **_card(team, old))
    label = f"made a card of {quoted(old.text)}"
    raws = [_raw(one, number if one is old else one.task) for one in held.notes]
    return combine([made, changed(held, label, {"notes": raws})], label).signed(by, now)


def noted(held: Round, note_id: str) -> Note:
    """A note of a round.

    Raises:
        NotFound: it has none like that.
    """
    found = next((one for one in held.notes if one.id == note_id), None)
    if found is None:
        raise NotFound(f"The stand-up has no note {quoted(note_id)}; somebody may have taken it back.")
    return found


def _card(team: Team, one: Note) -> Fields:
    """What the card of a note says; what does not fit a title, or has lines, is told whole below it."""
    line = clean_line(one.text)
    title = line if len(line) <= _LONGEST_TITLE else f"{line[: _LONGEST_TITLE - 1]}…"
    people = [login for login in one.people if login in team.members]
    return {"title": title, "description": "" if title == one.text else one.text, "assignees": people}


def _raw(one: Note, task: int | None) -> Raw:
    return {**one.raw(), "task": task}
