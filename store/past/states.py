"""The state after any commit, and which commit was the last one at a time."""

from __future__ import annotations

from datetime import datetime
from itertools import islice

from store.errors import Damaged, NotFound
from store.log.protocol import CHECKPOINT_EVERY, Log
from store.log.record import decode
from store.log.state import State

_ENOUGH = 1000
"""Commits to look at beyond the best place, before it is taken for the right one."""


def state_after(log: Log, number: int) -> State:
    """The state after commit `number`; 0 is the state before the first one.

    Raises:
        NotFound: there is no such commit, or what was then was not kept.
        StorageError: the place does not answer, or is damaged.
    """
    state = _basis(log, number)
    records = islice(log.since(state.number), number - state.number)
    commits = [decode(record) for record in records]
    state = state.advance(*commits) if commits else state
    if state.number != number:
        raise NotFound(f"There is no commit {number:,}; the newest one is {state.number:,}.")
    return state


def number_at(log: Log, newest: int, when: datetime) -> int:
    """The last commit that was there at a time, up to `newest`.

    People's clocks differ, and what was done offline came later than it says. So it is the place in the
    history that the fewest stand against: who did something after `when` before it, and who did something
    until `when` behind it; what one program did in a row has one voice.
    """
    best = against = 0
    place = newest
    last: tuple[str, bool] | None = None
    for record in log.before(newest + 1):
        commit = decode(record)
        voice = commit.client, commit.change.at > when
        if voice != last:
            against += -1 if voice[1] else 1
        in_a_row = voice[1] and voice == last and place == commit.number
        if against < best or in_a_row:
            best, place = against, commit.number - 1
        if place - commit.number > _ENOUGH:
            break
        last = voice
    return place


def _basis(log: Log, number: int) -> State:
    """A state to begin with, at or before commit `number`."""
    start = number // CHECKPOINT_EVERY * CHECKPOINT_EVERY
    for at in (start, start - CHECKPOINT_EVERY):
        try:
            return State.from_bytes(log.load_checkpoint(at))
        except Damaged:
            # Cut down or not written yet; then the history is read from its beginning.
            continue
    content = log.first_state()
    if content is None:
        raise NotFound(
            f"The state after commit {number:,} was not kept; “tagwerk backup list” may have a copy."
        )
    return State.from_bytes(content)
