"""What every log promises."""

from __future__ import annotations

from itertools import islice
from threading import Thread

import pytest

from store.errors import Damaged
from store.log.protocol import CHECKPOINT_EVERY, Claim, Log
from store.log.record import framed, unframed
from tests.store.log.conftest import Opener, record


def test_a_record_is_read_as_it_was_written(opened: Opener) -> None:
    """Another program reads the records in their order, whole."""
    opened.filled(3)

    assert list(opened().read_after(0)) == [record(1), record(2), record(3)]
    assert list(opened().read_after(2)) == [record(3)]
    assert list(opened().read_after(3)) == []


def test_a_number_is_given_once(opened: Opener) -> None:
    """Who comes second loses, and what the first one wrote stays."""
    log, other = opened(), opened()

    assert log.append(1, record(1, "ana")) is Claim.WON
    assert other.append(1, record(1, "ben")) is Claim.LOST
    assert list(other.read_after(0)) == [record(1, "ana")]


def test_many_at_once_have_one_winner(opened: Opener) -> None:
    """Of eight threads that want the same number, exactly one gets it, for each of twenty numbers."""
    logs = [opened() for _ in range(8)]
    won: list[tuple[int, int]] = []

    def race(log: Log, me: int) -> None:
        for number in range(1, 21):
            while True:
                if log.append(number, record(number, f"writer{me}")) is Claim.WON:
                    won.append((number, me))
                if len(list(log.read_after(number - 1))) > 0:
                    break

    threads = [Thread(target=race, args=(log, me)) for me, log in enumerate(logs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(number for number, _ in won) == list(range(1, 21))
    kept = list(opened().read_after(0))
    assert kept == [record(number, f"writer{me}") for number, me in sorted(won)]


def test_a_new_log_has_its_first_checkpoint(opened: Opener) -> None:
    """The state before the first commit can be read, and it covers no commit."""
    log = opened()

    assert log.newest_checkpoint() == 0
    assert unframed(log.load_checkpoint(0))
    assert not log.covers(1)


def test_a_checkpoint_is_found_and_covers(opened: Opener) -> None:
    """The newest checkpoint is found by others and covers the numbers up to its own."""
    opened.filled(CHECKPOINT_EVERY + 1)
    log = opened()

    assert log.newest_checkpoint() == CHECKPOINT_EVERY
    assert log.load_checkpoint(CHECKPOINT_EVERY) == framed(b"state %d" % CHECKPOINT_EVERY)
    assert log.covers(1)
    assert log.covers(CHECKPOINT_EVERY)
    assert not log.covers(CHECKPOINT_EVERY + 1)


def test_the_first_checkpoint_of_a_number_stays(opened: Opener) -> None:
    """Whoever comes second with a checkpoint changes nothing."""
    log = opened.filled(CHECKPOINT_EVERY)
    log.put_checkpoint(CHECKPOINT_EVERY, framed(b"something else"))

    assert opened().load_checkpoint(CHECKPOINT_EVERY) == framed(b"state %d" % CHECKPOINT_EVERY)


def test_a_checkpoint_that_is_not_there_is_damaged(opened: Opener) -> None:
    """Nobody takes a missing state for an empty one."""
    with pytest.raises(Damaged):
        opened().load_checkpoint(CHECKPOINT_EVERY)


def test_trimming_keeps_what_two_checkpoints_do_not_hold(opened: Opener) -> None:
    """Records go when two newer checkpoints exist; history and the newest states stay complete."""
    log = opened.filled(4 * CHECKPOINT_EVERY + 5)

    assert log.trim(0) == 2 * CHECKPOINT_EVERY
    other = opened()
    assert list(islice(other.read_after(2 * CHECKPOINT_EVERY), 1)) == [record(2 * CHECKPOINT_EVERY + 1)]
    for index in (2, 3, 4):
        assert other.load_checkpoint(index * CHECKPOINT_EVERY)
    with pytest.raises(Damaged):
        other.load_checkpoint(CHECKPOINT_EVERY)
    numbers = range(1, 4 * CHECKPOINT_EVERY + 6)
    assert list(other.history(len(numbers))) == [record(number) for number in numbers]
    assert log.trim(0) == 0


def test_young_records_are_not_trimmed(opened: Opener) -> None:
    """What is younger than is to be kept stays."""
    log = opened.filled(4 * CHECKPOINT_EVERY + 5)

    assert log.trim(3600) == 0
    assert len(list(log.read_after(0))) == 4 * CHECKPOINT_EVERY + 5


def test_a_freed_number_is_not_given_again(opened: Opener) -> None:
    """Who claims a number that was trimmed meanwhile is told so."""
    opened.filled(4 * CHECKPOINT_EVERY + 5)
    late, log = opened(), opened()
    log.trim(0)

    assert late.append(7, record(7, "late")) is Claim.FREED
    assert list(islice(opened().history(8), 6, 8)) == [record(7), record(8)]
    assert late.covers(7)


def test_history_stops_where_it_is_told(opened: Opener) -> None:
    """History gives the records up to a number, compacted or not."""
    log = opened.filled(4 * CHECKPOINT_EVERY + 5)
    log.trim(0)

    assert len(list(log.history(4 * CHECKPOINT_EVERY + 2))) == 4 * CHECKPOINT_EVERY + 2
    assert len(list(log.history(10))) == 10


def test_history_is_complete_for_ever(opened: Opener) -> None:
    """After a trim the first state and every record are there, forwards and backwards from anywhere."""
    log = opened.filled(4 * CHECKPOINT_EVERY + 5)
    first = log.first_state()
    log.trim(0)
    last = 4 * CHECKPOINT_EVERY + 5

    assert first is not None
    assert opened().first_state() == first
    assert list(opened().before(last + 1)) == [record(number) for number in range(last, 0, -1)]
    for number in (0, 1, CHECKPOINT_EVERY - 1, CHECKPOINT_EVERY, CHECKPOINT_EVERY + 1, last - 1, last):
        assert list(opened().since(number)) == [record(n) for n in range(number + 1, last + 1)]
        assert list(opened().before(number + 1)) == [record(n) for n in range(number, 0, -1)]


def test_settling_when_nothing_is_put_off_does_nothing(opened: Opener) -> None:
    """Settling may be asked for at any time."""
    log = opened()
    log.settle()
    log.append(1, record(1))
    log.settle(wait=False)
    log.settle()

    assert list(opened().read_after(0)) == [record(1)]
