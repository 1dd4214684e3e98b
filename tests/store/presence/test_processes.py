"""Real programs, frozen and killed; their time runs three hundred times as fast."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from store.presence import Presence, Where
from tests.faults import forked
from tests.store.presence.room import Room, logins

PATIENCE = 10.0


def quick() -> float:
    """Seconds that pass three hundred times as fast: what is stale after a minute is so at once."""
    return time.monotonic() * 300


def program(room: Room, login: str) -> Presence:
    """A program that has said where it is."""
    presence = Presence(room.layout, f"{login}0000", login, clock=quick)
    presence.say(Where("Board"), closely=True)
    return presence


def stay(room: Room, login: str) -> None:
    """Run until killed."""
    presence = program(room, login)
    while True:
        presence.look()
        time.sleep(0.01)


@contextmanager
def running(room: Room, *people: str) -> Iterator[dict[str, int]]:
    """Programs of these people, by login; they are killed in the end."""
    pids = {login: forked(lambda login=login: stay(room, login)) for login in people}
    try:
        yield pids
    finally:
        for pid in pids.values():
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


def wait(condition: Callable[[], object]) -> None:
    """Wait for what another program has to do."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"not within {PATIENCE} s"
        time.sleep(0.01)


def test_three_programs_see_each_other_freeze_wake_and_die(room: Room) -> None:
    """A frozen program is dropped and its file swept; woken it is back; a killed one is dropped for good."""
    ana = program(room, "ana")
    with running(room, "ben", "cem") as pids:
        wait(lambda: logins(ana) == ["ben", "cem"])
        os.kill(pids["ben"], signal.SIGSTOP)
        wait(lambda: logins(ana) == ["cem"])
        os.kill(pids["cem"], signal.SIGKILL)
        wait(lambda: logins(ana) == [])
        wait(lambda: logins(ana) == [] and room.names == ["ana0000"])
        os.kill(pids["ben"], signal.SIGCONT)
        wait(lambda: logins(ana) == ["ben"])
