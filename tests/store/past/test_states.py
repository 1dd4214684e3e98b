"""The team as it was."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path

import pytest

from store.errors import NotFound
from store.log.memory import MemoryLog
from store.log.protocol import CHECKPOINT_EVERY
from store.log.record import Commit, encode
from store.log.state import State
from store.past import number_at, state_after
from store.setup import create_team
from tests.faults import FaultyDisk
from tests.store.log.places import T0, log_in, noted

LENGTH = 4 * CHECKPOINT_EVERY + 10


@pytest.fixture(scope="module")
def trimmed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A team whose first thousand commits were compacted, one commit a minute, on top of an import."""
    folder = tmp_path_factory.mktemp("past") / "team"
    history = (noted(f"note {n}", n, n) for n in range(1, LENGTH + 1))
    create_team(folder, {"imported": {1: {"text": "there before"}}}, history)
    log_in(folder).trim(0)
    return folder


def test_every_state_of_the_past_can_be_seen(trimmed: Path) -> None:
    """Also those before what was compacted, and the very first one."""
    log = log_in(trimmed)
    for number in (0, 1, 499, 500, 501, 999, 1000, 1001, 1700, LENGTH):
        state = state_after(log, number)

        assert len(state.team.tables.get("notes", {})) == number
        assert state.team.tables["imported"][1] == {"text": "there before"}
    for number in (2 * CHECKPOINT_EVERY, 3 * CHECKPOINT_EVERY):
        assert state_after(log, number).to_bytes() == log.load_checkpoint(number)


def test_a_commit_that_is_not_there_is_not_found(trimmed: Path) -> None:
    """The sentence names the newest one."""
    with pytest.raises(NotFound, match=r"no commit 9,999; the newest one is 2,010"):
        state_after(log_in(trimmed), 9999)


def test_where_the_first_state_was_not_kept_it_is_said(trimmed: Path, tmp_path: Path) -> None:
    """What an older program let go of is not made up."""

    class Forgetful(FaultyDisk):
        def read(self, path: Path) -> bytes:
            if path.parent.name == "history" and path.name == "000000":
                raise FileNotFoundError(path)
            return super().read(path)

    with pytest.raises(NotFound, match=r"state after commit 7 was not kept"):
        state_after(log_in(trimmed, "reader", Forgetful()), 7)


def test_a_time_is_found_without_reading_what_is_far_from_it(trimmed: Path) -> None:
    """The last commit until then; only some records around it are read."""
    disk = FaultyDisk()
    log = log_in(trimmed, "reader", disk)

    assert number_at(log, LENGTH, T0 + timedelta(minutes=2005)) == 2005
    assert number_at(log, LENGTH, T0 + timedelta(minutes=700, seconds=59)) == 700
    assert number_at(log, LENGTH, T0 + timedelta(days=9)) == LENGTH
    assert number_at(log, LENGTH, T0 - timedelta(days=9)) == 0


def told(*voices: tuple[str, int]) -> tuple[MemoryLog, int]:
    """A log of commits by clients, each with the minute that it says it was made at."""
    log = MemoryLog("abc", State("abc").to_bytes())
    for number, (client, minute) in enumerate(voices, 1):
        log.append(number, encode(Commit(number, client, number, noted("x", number, minute)), "abc"))
    return log, len(voices)


def test_what_was_done_offline_came_later() -> None:
    """Fifty changes of the morning that came in the evening do not make the evening a part of the morning."""
    day = [("a", 10), ("b", 20), ("a", 30), ("b", 300), ("a", 310), ("b", 320)]
    log, newest = told(*day, *[("offline", 15)] * 50, ("a", 330))

    assert number_at(log, newest, T0 + timedelta(minutes=60)) == 3


def test_one_clock_that_is_a_day_ahead_does_not_matter() -> None:
    """The others say what time it was."""
    shop = random.Random(1)
    clients = [shop.choice("abcd") for _ in range(400)]
    log, newest = told(*((c, n + (1440 if c == "d" else 0)) for n, c in enumerate(clients, 1)))

    assert abs(number_at(log, newest, T0 + timedelta(minutes=200)) - 200) <= 2


def test_one_person_alone_is_found_to_the_minute() -> None:
    """Many commits in a row by one program are still told apart by their time."""
    log, newest = told(*(("a", n) for n in range(1, 60)))

    assert number_at(log, newest, T0 + timedelta(minutes=41)) == 41
