"""Changes that cannot be committed yet wait on this machine."""

from __future__ import annotations

import errno
import os
import signal
import threading
from functools import partial
from pathlib import Path

import pytest

from store.change import Change, Edit
from store.errors import Clash, Full, ReadOnly, Refused, StorageError, Unreachable
from store.outbox import Outbox, orphans
from store.repository import Committed, Parked
from store.rules.comments import comment
from tests.builders import NOW, SHOP
from tests.faults import FaultyDisk, denied, ended, forked, lasting
from tests.store.repository.clock import Place, new_task, placed, renamed, retitled, titles_of


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """The shop team, published, with nobody running."""
    return placed(tmp_path)


@pytest.mark.parametrize(
    ("code", "error"),
    [(errno.EHOSTDOWN, Unreachable), (errno.EROFS, ReadOnly), (errno.EACCES, ReadOnly), (errno.ENOSPC, Full)],
)
def test_what_cannot_be_written_waits(place: Place, code: int, error: type[StorageError]) -> None:
    """Unreachable, read-only or full: the change is kept, the reason is named, and it is committed later."""
    disk = FaultyDisk()
    repository = place.open(disk)
    disk.arm(1, lasting(code))
    for number in (1, 2, 3):
        repository.submit(renamed(number, f"Task {number}", f"Waited {number}"))
    repository.submit(retitled(repository, 1, "Order paper"))

    assert isinstance(repository.flush().problem, error)
    assert repository.waiting == 4
    assert titles_of(repository)[0] == "Order wrapping paper"
    with pytest.raises(error):
        repository.commit(retitled(repository, 2, "Call them"))
    disk.disarm()
    flushed = repository.flush()
    assert flushed.problem is None
    assert repository.waiting == 0
    assert titles_of(repository)[:2] == ["Order paper", "Call them"]


def test_a_read_only_folder_still_shows_what_others_do(place: Place) -> None:
    """Only writing fails: reading goes on, and the change waits."""

    class ReadOnlyDisk(FaultyDisk):
        def write_new(self, path: Path, content: bytes) -> None:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    reader, writer = place.open(ReadOnlyDisk()), place.open()
    with pytest.raises(ReadOnly):
        reader.commit(retitled(reader, 1, "Mine"))
    writer.commit(retitled(writer, 2, "Theirs"))

    assert reader.refresh() == {("tasks", 2)}
    assert titles_of(reader)[:2] == ["Order wrapping paper", "Theirs"]
    assert reader.waiting == 1


def test_waiting_changes_survive_a_kill_and_come_in_their_order(place: Place) -> None:
    """A program killed while its folder was away: the next one commits its changes, once, in order."""

    def work() -> None:
        disk = FaultyDisk()
        repository = place.open(disk)
        disk.arm(1, lasting(errno.EHOSTDOWN))
        before = "Order wrapping paper"
        for title in ("First", "Second", "Third"):
            repository.submit(renamed(1, before, title))
            repository.flush()
            before = title
        os.kill(os.getpid(), signal.SIGKILL)

    assert ended(forked(work)) == -signal.SIGKILL
    repository = place.open()
    assert repository.waiting == 3
    assert titles_of(repository)[0] == "Order wrapping paper"

    flushed = repository.flush()
    labels = [commit.change.edits[0].after for commit in repository.commits()]
    assert [outcome.sequence for outcome in flushed.outcomes] == [1, 2, 3]
    assert labels == [{"title": "Third"}, {"title": "Second"}, {"title": "First"}]
    repository.close()
    assert not any(place.local.rglob("*.json"))
    assert place.open().waiting == 0


def test_a_kill_at_any_call_of_a_flush_commits_each_change_once(place: Place) -> None:
    """Killed before any call while three changes are committed, the next program commits the rest, once."""
    expected = titles_before = place.titles()
    for number in range(1, 200):

        def work(at: int = number) -> None:
            disk = FaultyDisk()
            repository = place.open(disk)
            for title in ("a", "b"):
                repository.submit(new_task(repository, f"{title}{at}"))
            disk.arm(at, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
            repository.flush()
            os._exit(7)

        status = ended(forked(work))
        place.open().close()  # flushes what was left
        expected = [*expected, f"a{number}", f"b{number}"]
        assert place.titles() == expected
        if status == 7:
            break
    assert number > 15
    assert len(expected) == len(titles_before) + 2 * number


def test_a_lost_reply_is_found_out(place: Place) -> None:
    """The drive did it and said that it did not, and then went away: the retry finds it in the log."""
    disk = FaultyDisk()
    repository = place.open(disk)
    disk.log.clear()
    repository.commit(new_task(repository, "Rehearsal"))
    link = [call.split()[0] for call in disk.log].index("link") + 1

    def cut(disk: FaultyDisk, name: str, arguments: tuple[Path, ...]) -> object:
        disk.at, disk.fault = disk.at + 1, lasting(errno.EIO)
        return denied(errno.EIO)(disk, name, arguments)

    disk.arm(link, cut)
    repository.submit(new_task(repository, "Only once"))
    assert repository.flush().problem is not None
    disk.disarm()

    (outcome,) = repository.flush().outcomes
    assert isinstance(outcome, Committed)
    assert outcome.commit is not None
    assert outcome.commit.numbers == {("tasks", -1): 10}
    assert titles_of(repository).count("Only once") == 1


def test_later_changes_learn_the_number_of_an_earlier_document(place: Place) -> None:
    """A task and a comment on it, made offline: the comment finds its task, also after a restart."""

    def work() -> None:
        disk = FaultyDisk()
        repository = place.open(disk)
        disk.arm(1, lasting(errno.EHOSTDOWN))
        made = new_task(repository, "Made offline")
        repository.submit(made)
        after = repository.team.apply(made)
        repository.submit(comment(after, -1, "Said offline", "ana", NOW))
        repository.submit(renamed(-1, "Made offline", "Renamed offline"))
        repository.submit(new_task(repository, "Another", id=-1))
        repository.submit(renamed(-1, "Another", "Another one"))
        os.kill(os.getpid(), signal.SIGKILL)

    ended(forked(work))
    other = place.open()
    other.commit(new_task(other, "Theirs"))
    assert other.flush().problem is None

    assert titles_of(other)[-3:] == ["Renamed offline", "Another one", "Theirs"]
    number = next(
        task for task in other.team.tables["tasks"] if other.team.task(task).title == "Renamed offline"
    )
    assert [said.text for said in other.team.comments(number)] == ["Said offline"]


def test_a_change_that_comes_late_learns_the_number_too(place: Place) -> None:
    """Made before the screen heard of the number, submitted after the commit."""
    repository = place.open()
    repository.commit(new_task(repository, "New"))
    repository.commit(renamed(-1, "New", "Newer"))
    repository.commit(new_task(repository, "Another new"))
    repository.commit(renamed(-1, "Another new", "Another newer"))

    assert titles_of(repository)[-2:] == ["Newer", "Another newer"]


def test_a_clash_is_parked_and_the_others_go_on(place: Place) -> None:
    """What stands against others' work waits for a person, also after a restart; the next is committed."""
    disk = FaultyDisk()
    repository, other = place.open(disk), place.open()
    disk.arm(1, lasting(errno.EHOSTDOWN))
    repository.submit(retitled(repository, 1, "Mine"))
    repository.submit(retitled(repository, 2, "Mine too"))
    repository.flush()
    other.commit(retitled(other, 1, "Theirs"))
    disk.disarm()

    parked, committed = repository.flush().outcomes
    assert isinstance(parked, Parked)
    assert isinstance(parked.error, Clash)
    assert [(c.base, c.mine, c.theirs) for c in parked.error.clashes] == [
        ("Order wrapping paper", "Mine", "Theirs")
    ]
    assert isinstance(committed, Committed)
    repository.close()

    later = place.open()
    (waiting,) = later.parked
    assert "title of tasks #1" in waiting.reason
    assert later.waiting == 0
    assert titles_of(later)[:2] == ["Theirs", "Mine too"]
    later.reconsider(waiting)
    assert isinstance(later.flush().outcomes[0], Parked)
    (again,) = later.parked
    later.decide(again.client, again.sequence)
    assert later.parked == ()
    later.close()
    assert place.open().parked == ()


def test_a_decision_is_on_the_platters_before_what_it_replaces_goes(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new change is synced before the parked one is removed, also when it is tried again at a start."""
    repository, other = place.open(), place.open()
    other.commit(retitled(other, 1, "Theirs"))
    repository.submit(renamed(1, "Order wrapping paper", "Mine"))
    repository.flush()
    (parked,) = repository.parked
    order: list[str] = []
    fsync, unlink = os.fsync, os.unlink

    def synced(fd: int) -> None:
        order.append(f"sync {Path(f'/proc/self/fd/{fd}').readlink().name}")
        fsync(fd)

    def removed(path: str | Path, *, dir_fd: int | None = None) -> None:
        order.append(f"remove {Path(path).parent.name}/{Path(path).name}")
        unlink(path, dir_fd=dir_fd)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "unlink", removed)
    repository.reconsider(parked)

    assert order[0] == "sync 000002.json"
    assert order[-1] == "remove parked/000001.json"


def test_what_is_parked_in_a_running_program_can_be_looked_at(place: Place) -> None:
    """Another program sees it, and does not count it as its own."""
    holder, other = place.open(), place.open()
    other.commit(retitled(other, 1, "Theirs"))
    holder.submit(renamed(1, "Order wrapping paper", "Mine"))
    holder.flush()

    assert other.parked == ()
    assert other.parked_elsewhere == holder.parked
    assert holder.parked_elsewhere == ()


def test_a_clash_survives_a_kill(place: Place) -> None:
    """A program that is killed with a clash leaves it to the next one, with both values."""
    place.open().commit(renamed(1, "Order wrapping paper", "Theirs"))

    def work() -> None:
        repository = place.open()
        repository.submit(renamed(1, "Order wrapping paper", "Mine"))
        repository.flush()
        os.kill(os.getpid(), signal.SIGKILL)

    assert ended(forked(work)) == -signal.SIGKILL
    later = place.open()
    (parked,) = later.parked
    assert parked.change.edits[0].after == {"title": "Mine"}
    later.reconsider(parked)
    (outcome,) = later.flush().outcomes
    assert isinstance(outcome, Parked)
    assert isinstance(outcome.error, Clash)
    assert outcome.error.clashes[0].theirs == "Theirs"


def test_a_refusal_is_parked_with_its_reason(place: Place) -> None:
    """A change whose document is gone waits for a person, with a sentence."""
    repository = place.open()
    repository.submit(renamed(99, "Gone", "Still wanted"))

    (outcome,) = repository.flush().outcomes
    assert isinstance(outcome, Parked)
    assert isinstance(outcome.error, Refused)
    assert "#99" in repository.parked[0].reason


def test_commit_raises_instead_of_parking(place: Place) -> None:
    """Who waits for the answer gets it, and nothing is left behind."""
    repository = place.open()
    with pytest.raises(Refused):
        repository.commit(renamed(99, "Gone", "Still wanted"))

    assert repository.parked == ()
    assert repository.waiting == 0


def test_an_outbox_in_use_is_not_taken(place: Place) -> None:
    """What a running program holds stays its own, whatever others do."""
    disk = FaultyDisk()
    holder = place.open(disk)
    disk.arm(1, lasting(errno.EHOSTDOWN))
    holder.submit(retitled(holder, 1, "Mine"))

    assert place.open().waiting == 0
    assert holder.waiting == 1


def test_a_program_starts_while_others_commit(place: Place) -> None:
    """Entries of running programs come and go while another one looks for orphans."""

    def busy() -> None:
        repository = place.open()
        for number in range(10_000):
            repository.commit(new_task(repository, f"Busy {number}"))

    pids = [forked(busy) for _ in range(3)]
    try:
        for _ in range(25):
            place.open().close()
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGKILL)
            ended(pid)


def test_two_programs_that_adopt_at_once_commit_once(place: Place, tmp_path: Path) -> None:
    """Where locks do not work both may hold the same outbox: the ids see to it that it counts once."""
    outboxes = tmp_path / "outboxes"
    dead = Outbox(outboxes, "dead")
    repository = place.open()
    dead.add(new_task(repository, "From the dead"))
    change = dead.waiting[1]
    first, second = place.open(), place.open()
    for program in (first, second):
        program._shared.commit("dead", 1, change)

    assert place.titles().count("From the dead") == 1


def test_a_torn_entry_is_passed_over(tmp_path: Path) -> None:
    """What a power cut left torn was never reported as safe, and does not stop the rest."""
    outbox = Outbox(tmp_path, "me")
    outbox.add(Change((Edit("tasks", 1, {"title": "a"}, {"title": "b"}),), "x", "ana", NOW))
    outbox.close()
    (tmp_path / "me" / "000002.json").write_bytes(b'{"by": "ana", "edi')

    assert list(Outbox(tmp_path, "me").waiting) == [1]


def test_a_number_is_not_used_again_after_a_restart(tmp_path: Path) -> None:
    """Neither waiting nor parked changes lose their number to a new one."""
    change = Change((Edit("tasks", 1, {"title": "a"}, {"title": "b"}),), "x", "ana", NOW)
    outbox = Outbox(tmp_path, "me")
    for _ in range(3):
        outbox.add(change)
    outbox.park(3, "because")
    outbox.done(1)
    outbox.close()

    again = Outbox(tmp_path, "me")
    assert list(again.waiting) == [2]
    assert [waiting.sequence for waiting in again.parked] == [3]
    assert again.add(change) == 4


def test_an_empty_outbox_leaves_nothing_behind(tmp_path: Path) -> None:
    """A program with nothing to say leaves no folder."""
    Outbox(tmp_path / "out", "me").close()

    assert list((tmp_path / "out").iterdir()) == []


def test_orphans_are_only_those_of_the_dead(tmp_path: Path) -> None:
    """The outbox of a killed process is an orphan; that of a running one is not."""
    reading, writing = os.pipe()

    def live() -> None:
        outbox = Outbox(tmp_path, "alive")
        os.write(writing, b"x")
        signal.pause()
        outbox.close()

    alive = forked(live)
    os.read(reading, 1)
    ended(forked(partial(Outbox, tmp_path, "dead")))
    try:
        assert [outbox.client for outbox in orphans(tmp_path, "me")] == ["dead"]
    finally:
        os.kill(alive, signal.SIGKILL)
        ended(alive)


def test_what_cannot_be_kept_here_is_said(tmp_path: Path) -> None:
    """When even this machine cannot keep a change, whoever makes it hears it."""
    outbox = Outbox(tmp_path, "me")
    outbox.close()
    change = Change((Edit("tasks", 1, {"title": "a"}, {"title": "b"}),), "x", "ana", NOW)

    with pytest.raises(StorageError):
        outbox.add(change)
    assert outbox.waiting == {}


def test_new_roles_of_an_unrelated_change_keep_their_numbers(tmp_path: Path) -> None:
    """Numbers are handed on to what refers to the document, and to nothing else."""
    outbox = Outbox(tmp_path, "me")
    settled = outbox.add(Change((Edit("roles", -1, None, {"name": "New"}),), "x", "ana", NOW))
    outbox.add(Change((Edit("tasks", 1, {"role": SHOP}, {"role": -1}),), "x", "ana", NOW))
    outbox.add(Change((Edit("columns", -1, None, {"name": "New"}),), "x", "ana", NOW))
    outbox.renumber(settled, {("roles", -1): 7})

    assert outbox.waiting[2].edits[0].after == {"role": 7}
    assert outbox.waiting[3].edits[0].id == -1


def test_a_change_is_put_down_before_or_after_numbers_are_given_never_between(tmp_path: Path) -> None:
    """While one thread gives the waiting changes their numbers, another one's change waits its turn."""
    outbox = Outbox(tmp_path, "both")
    change = Change((Edit("comments", 3, {"task": -1}, {"task": -1, "text": "x"}),), "said")
    with outbox._guard:
        adding = threading.Thread(target=outbox.add, args=(change,))
        adding.start()
        adding.join(0.1)
        assert not outbox.waiting
        outbox.renumber(0, {("tasks", -1): 7})
    adding.join()

    assert [edit.after for edit in outbox.waiting[1].edits] == [{"task": 7, "text": "x"}]
