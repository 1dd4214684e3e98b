"""Trimming under the feet of those who were away."""

from __future__ import annotations

import os
import time
from itertools import count, islice
from pathlib import Path

import pytest

from store.change import Change, Edit
from store.errors import Damaged, Replaced
from store.log.protocol import CHECKPOINT_EVERY
from store.log.record import decode
from store.log.state import State
from store.repository.shared import Shared
from tests.faults import FaultyDisk, first
from tests.store.log.places import (
    T0,
    checkpoint,
    copied,
    layout_of,
    log_in,
    noted,
    shared_in,
    texts,
    texts_of,
)

LENGTH = 4 * CHECKPOINT_EVERY + 10


def grown(folder: Path, upto: int) -> Shared:
    """Commit until the log has this many, and keep the checkpoints."""
    shared = shared_in(folder, "grower")
    for number in range(shared.state.number + 1, upto + 1):
        shared.commit("grower", number, noted(f"note {number}"))
    checkpoint(shared, folder)
    return shared


def test_a_writer_frozen_before_its_claim_does_not_write_into_the_past(small: Path, tmp_path: Path) -> None:
    """Its number is trimmed while it sleeps: its commit appears once, at the end, and in every reader."""
    folder = copied(small, tmp_path / "team")
    disk = FaultyDisk()
    frozen = shared_in(folder, "frozen", disk)
    rehearsal = _calls_of_commit(folder, tmp_path)

    def world_goes_on() -> None:
        grown(folder, 3 * CHECKPOINT_EVERY + 5)
        assert log_in(folder).trim(0) == CHECKPOINT_EVERY

    disk.arm(rehearsal.index("link") + 1, first(world_goes_on))
    commit = frozen.commit("frozen", 1, noted("late"))

    assert commit is not None
    assert commit.number == 3 * CHECKPOINT_EVERY + 6
    for reader in (frozen, shared_in(folder)):
        assert texts_of(reader).count("late") == 1
        assert reader.state.number == commit.number
    assert [c.number for c in shared_in(folder).history()] == list(range(1, commit.number + 1))


def _calls_of_commit(folder: Path, place: Path) -> list[str]:
    disk = FaultyDisk()
    shared = shared_in(copied(folder, place / "rehearsal"), "frozen", disk)
    disk.log.clear()
    shared.commit("frozen", 1, noted("late"))
    return [call.split()[0] for call in disk.log]


def test_a_commit_whose_checkpoint_is_quicker_than_its_own_check_counts(
    before_checkpoint: Path, tmp_path: Path
) -> None:
    """Somebody reads commit 500 and keeps the checkpoint before its writer looks for one."""
    folder = copied(before_checkpoint, tmp_path / "team")
    disk = FaultyDisk()
    writer = shared_in(folder, "writer", disk)
    rehearsal = _calls_of_commit(folder, tmp_path)
    disk.arm(rehearsal.index("link") + 2, first(lambda: checkpoint(shared_in(folder), folder)))

    commit = writer.commit("writer", 1, noted("the five hundredth"))

    assert commit is not None
    assert commit.number == CHECKPOINT_EVERY
    assert texts(folder).count("the five hundredth") == 1


def test_a_reader_that_was_left_behind_reloads(small: Path, tmp_path: Path) -> None:
    """After a long sleep a reader finds out that records were trimmed, and has the newest state."""
    folder = copied(small, tmp_path / "team")
    clock = [1000.0]
    sleeper = shared_in(folder, "sleeper", now=lambda: clock[0])
    grown(folder, 3 * CHECKPOINT_EVERY + 5)
    log_in(folder).trim(0)

    clock[0] += 7 * 86_400
    assert sleeper.refresh() is None
    assert sleeper.state.to_bytes() == shared_in(folder).state.to_bytes()


def test_a_reader_left_behind_without_knowing_asks_within_a_minute(small: Path, tmp_path: Path) -> None:
    """Even if its clock stood still while it slept, a reader without news asks once a minute."""
    folder = copied(small, tmp_path / "team")
    clock = [1000.0]
    sleeper = shared_in(folder, "sleeper", now=lambda: clock[0])
    grown(folder, 3 * CHECKPOINT_EVERY + 5)
    log_in(folder).trim(0)

    for _ in range(4):
        clock[0] += 20
        sleeper.refresh()

    assert sleeper.state.to_bytes() == shared_in(folder).state.to_bytes()


def test_a_record_under_a_freed_number_is_nobodys(small: Path, tmp_path: Path) -> None:
    """What a frozen writer left under a freed number is read neither by sleepers nor in the history."""
    folder = copied(small, tmp_path / "team")
    clock = [1000.0]
    sleeper = shared_in(folder, "sleeper", now=lambda: clock[0])
    stray = log_in(folder, "stray")
    lost = shared_in(copied(folder, tmp_path / "elsewhere"), "stray")
    lost.commit("stray", 1, noted("stray"))
    record = next(iter(log_in(tmp_path / "elsewhere").read_after(2)))
    grown(folder, 3 * CHECKPOINT_EVERY + 5)
    log_in(folder).trim(0)
    stray.append(3, record)
    clock[0] += 7 * 86_400

    sleeper.refresh()
    assert texts_of(sleeper) == texts(folder)
    assert "stray" not in texts(folder)
    assert shared_in(folder).history()[2].change.edits[0].after == {"text": "note 3"}


def test_checkpoints_say_what_the_records_say(long: Path, tmp_path: Path) -> None:
    """A checkpoint and the records after it give what all records give, before and after a trim."""
    folder = copied(long, tmp_path / "team")
    genesis = State.from_bytes(log_in(folder).load_checkpoint(0))
    replayed = genesis
    for record in log_in(folder).history(LENGTH):
        replayed = replayed.advance(decode(record))

    assert shared_in(folder).state.to_bytes() == replayed.to_bytes()
    assert log_in(folder).trim(0) == 2 * CHECKPOINT_EVERY
    assert shared_in(folder).state.to_bytes() == replayed.to_bytes()
    again = genesis
    for commit in shared_in(folder).history():
        again = again.advance(commit)
    assert again.to_bytes() == replayed.to_bytes()


def test_two_clients_write_the_same_checkpoint(before_checkpoint: Path, tmp_path: Path) -> None:
    """The one that made the commits and one that only read them come to the same bytes."""
    folder = copied(before_checkpoint, tmp_path / "team")
    writer, reader = shared_in(folder, "writer"), shared_in(folder, "reader")
    odd = {"text": "odd", "list": (1, 2), "keys": {2: "two", "1": "one"}, "float": 1.0, "none": None}
    writer.commit("writer", 1, Change((Edit("notes", -1, None, odd),), "odd", "ana", T0))
    reader.refresh()
    late = shared_in(folder, "late")

    states = [shared.due_checkpoints[0].to_bytes() for shared in (writer, reader, late)]
    assert states[0] == states[1] == states[2]


def test_a_damaged_newest_checkpoint_is_passed_over(long: Path, tmp_path: Path) -> None:
    """When the newest checkpoint is spoilt, the one before it and the records give the same state."""
    folder = copied(long, tmp_path / "team")
    expected = shared_in(folder).state.to_bytes()
    log_in(folder).trim(0)
    for index in (4, 3):
        file = layout_of(folder).checkpoint(index)
        file.unlink()
        file.write_bytes(b"tagwerk 1 rubbish")
        assert shared_in(folder, "reader", FaultyDisk()).state.to_bytes() == expected

    file = layout_of(folder).checkpoint(2)
    file.unlink()
    file.write_bytes(b"")
    with pytest.raises(Damaged):
        shared_in(folder, "reader", FaultyDisk())


def test_a_stale_listing_of_checkpoints_does_no_harm(long: Path) -> None:
    """A listing may be twenty seconds old: the newest checkpoint is found by name."""

    class Stale(FaultyDisk):
        def names(self, path: Path) -> list[str]:
            return ["000000", "000001"]

    assert log_in(long, "me", Stale()).newest_checkpoint() == 4 * CHECKPOINT_EVERY


def test_old_records_are_compacted_by_the_servers_clock(long: Path, tmp_path: Path) -> None:
    """A record is old when a file made now is so much younger, whatever the clock of this computer says."""
    folder = copied(long, tmp_path / "team")
    old = layout_of(folder).record(CHECKPOINT_EVERY)
    content = old.read_bytes()
    old.unlink()
    old.write_bytes(content)
    os.utime(old, (time.time() - 8 * 86_400,) * 2)

    assert log_in(folder).trim(7 * 86_400) == CHECKPOINT_EVERY


def test_leftovers_of_the_dead_are_swept(long: Path, tmp_path: Path) -> None:
    """Temporary files of writers that died a day ago go with the next trim; young ones stay."""
    folder = copied(long, tmp_path / "team")
    scratch = layout_of(folder).scratch
    (scratch / "dead").mkdir()
    (scratch / "dead" / "record").write_bytes(b"x")
    (scratch / "dead-file").write_bytes(b"x")
    (scratch / "young").write_bytes(b"x")
    for name in ("dead", "dead-file"):
        os.utime(scratch / name, (time.time() - 2 * 86_400,) * 2)

    log_in(folder).trim(0)
    assert [path.name for path in scratch.iterdir()] == ["young"]


def test_two_trims_at_once_do_no_harm(long: Path, tmp_path: Path) -> None:
    """A second instance compacts the same records while the first one is at it."""
    expected = shared_in(long).state.to_bytes()
    steps = count(20, 300)
    for step in (next(steps) for _ in range(8)):
        folder = copied(long, tmp_path / "team")
        disk = FaultyDisk(step, first(lambda f=folder: log_in(f, "second").trim(0)))
        log_in(folder, "first", disk).trim(0)

        assert shared_in(folder).state.to_bytes() == expected
        assert len(shared_in(folder).history()) == LENGTH


def test_history_is_read_whole_while_it_is_compacted(long: Path, tmp_path: Path) -> None:
    """Somebody compacts what a reader is about to read: it finds it in its new place, either way round."""
    for number in (2, 700, 1100):
        for backwards in (False, True):
            folder = copied(long, tmp_path / "team")
            log = log_in(folder)
            records = log.before(LENGTH + 1) if backwards else log.history(LENGTH)
            numbers = [decode(record).number for record in islice(records, number)]
            log_in(folder, "trimmer").trim(0)
            numbers += [decode(record).number for record in records]

            assert sorted(numbers) == list(range(1, LENGTH + 1))


def test_what_is_compacted_is_safe_before_anything_goes(long: Path, tmp_path: Path) -> None:
    """The folder of the compacted files is on the platters before the first record is removed."""
    folder = copied(long, tmp_path / "team")
    layout = layout_of(folder)
    layout.history.rmdir()
    disk = FaultyDisk()
    log_in(folder, "trimmer", disk).trim(0)

    gone = disk.log.index(f"remove {layout.record(1).name}")
    assert f"sync_folder {layout.root.name}" in disk.log[:gone]
    assert "sync_folder history" in disk.log[:gone]


def test_a_first_start_after_years_reads_no_history(long: Path, tmp_path: Path) -> None:
    """Opening a team and polling it touch nothing that was compacted."""
    folder = copied(long, tmp_path / "team")
    log_in(folder).trim(0)
    disk = FaultyDisk()
    shared_in(folder, "reader", disk).refresh()

    assert not [call for call in disk.log if call.startswith(("read 000000", "names history"))]
    assert len([call for call in disk.log if call.startswith("read ")]) < LENGTH - 2 * CHECKPOINT_EVERY


def test_a_folder_that_went_back_in_time_is_noticed(small: Path, tmp_path: Path) -> None:
    """Who has seen more than the folder holds does not write behind a gap."""
    folder = copied(small, tmp_path / "team")
    shared = shared_in(folder, "me")
    layout_of(folder).record(2).unlink()

    with pytest.raises(Replaced, match="older state"):
        shared.commit("me", 1, noted("mine"))
    assert not layout_of(folder).record(3).exists()
