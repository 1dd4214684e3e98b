"""team.json: always a whole TinyDB file, soon up to date, and open to other programs."""

from __future__ import annotations

import errno
import json
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where

from store.errors import StorageError
from store.log.disk import Disk
from store.log.record import to_json
from store.publish import read_tables
from store.repository import Repository
from tests.faults import FaultyDisk, death, denied, ended, forked, refused, torn
from tests.store.repository.clock import Place, new_task, placed, retitled, titles_of

_AT_LATEST = 10.0


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """The shop team, published, with nobody running."""
    return placed(tmp_path)


def shown(place: Place, id: int = 1) -> str:
    """A task's title in team.json, as plain TinyDB gives it."""
    with TinyDB(place.file) as db:
        document = db.table("tasks").get(doc_id=id)
    assert document is not None
    return str(document["title"])


def run(place: Place, *repositories: Repository, seconds: float, step: float = 0.5) -> None:
    """Let time pass: everybody polls and tends."""
    until = place.clock.seconds + seconds
    while place.clock.seconds < until:
        place.clock.forward(step)
        for repository in repositories:
            repository.refresh()
            repository.tend()


def asides(place: Place) -> list[str]:
    """What was kept beside team.json."""
    return sorted(path.name for path in place.folder.glob("team.json.*") if path.is_file())


def test_the_published_file_is_the_state(place: Place) -> None:
    """A plain TinyDB sees every table and document as they are."""
    repository = place.open()
    repository.commit(retitled(repository, 1, "Order paper"))
    repository.close()

    assert to_json(read_tables(place.file.read_bytes())) == to_json(
        {name: documents for name, documents in repository.team.tables.items() if documents}
    )
    with TinyDB(place.file) as db:
        assert len(db.table("tasks")) == 8
        assert db.table("tasks").search(where("title") == "Order paper")


def test_a_commit_is_published_soon_by_who_made_it(place: Place) -> None:
    """A burst of changes is published once, two seconds after the last of them."""
    disk = FaultyDisk()
    repository = place.open(disk)
    for number in range(4):
        repository.commit(retitled(repository, 1, f"Title {number}"))
        run(place, repository, seconds=1)
    assert shown(place) == "Order wrapping paper"
    run(place, repository, seconds=1.5)

    assert shown(place) == "Title 3"
    run(place, repository, seconds=60)
    assert disk.log.count("rename " + _name_of_temporary(disk, "team")) == 1


def _name_of_temporary(disk: FaultyDisk, kind: str) -> str:
    return next(call.split()[1] for call in disk.log if call.startswith("rename") and f"-{kind}-" in call)


def test_somebody_who_never_pauses_is_published_in_time(place: Place) -> None:
    """Changes without end do not put publishing off for ever."""
    repository = place.open()
    seen: list[tuple[float, str]] = []
    for number in range(60):
        repository.commit(retitled(repository, 1, f"Title {number}"))
        run(place, repository, seconds=0.5)
        title = shown(place)
        behind = number - int(title.split()[1]) if title.startswith("Title") else number
        seen.append((behind * 0.5, title))

    assert max(behind for behind, _ in seen) <= _AT_LATEST
    assert len({title for _, title in seen}) < 8


def test_a_commit_of_somebody_who_died_is_published_by_others(place: Place) -> None:
    """At the latest ten seconds after the commit, whoever is running has published it."""
    dead, alive = place.open(), place.open()
    run(place, alive, seconds=3.7)
    dead.commit(retitled(dead, 1, "Last words"))
    run(place, alive, seconds=_AT_LATEST - 1)

    assert shown(place) == "Last words"


def test_two_instances_do_not_publish_over_and_over(place: Place) -> None:
    """Of several instances with several writers, one publishes at a time, and none without need."""
    disks = [FaultyDisk() for _ in range(4)]
    repositories = [place.open(disk) for disk in disks]
    for number in range(30):
        writer = repositories[number % 4]
        writer.refresh()
        writer.commit(retitled(writer, 1, f"Title {number}"))
        run(place, *repositories, seconds=1)
    busy = sum(_published(disk) for disk in disks)
    run(place, *repositories, seconds=120)

    assert shown(place) == "Title 29"
    assert 3 <= busy <= 16
    assert sum(_published(disk) for disk in disks) <= busy + 1


def _published(disk: FaultyDisk) -> int:
    return sum(call.startswith("rename") and "-team-" in call for call in disk.log)


def test_leaving_publishes(place: Place) -> None:
    """What is committed is in the file when the program has ended; a second one has nothing to do."""
    repository = place.open()
    repository.commit(retitled(repository, 1, "Goodbye"))
    repository.close()
    assert shown(place) == "Goodbye"
    written = place.file.stat().st_mtime_ns
    place.open().close()

    assert place.file.stat().st_mtime_ns == written


def test_who_leaves_last_leaves_the_newest_state(place: Place) -> None:
    """An older state that is put over a newer one while both leave is replaced before the last one goes."""
    quick = place.open()

    class Overtaken(Disk):
        """Right before the slow one gives its file the name, the quick one commits, publishes and leaves."""

        overtaken = False

        def rename(self, source: Path, target: Path) -> None:
            if target == place.file and not self.overtaken:
                self.overtaken = True
                quick.commit(retitled(quick, 2, "Newer"))
                quick.close()
            super().rename(source, target)

    slow = place.open(Overtaken())
    slow.commit(retitled(slow, 1, "Older"))
    slow.close()

    assert (shown(place, 1), shown(place, 2)) == ("Older", "Newer")


def test_edits_by_a_plain_script_are_taken_in(place: Place) -> None:
    """Insertion, update and deletion by plain TinyDB become a commit like anybody's."""
    repository = place.open()
    repository.commit(retitled(repository, 2, "Call DHL"))
    with TinyDB(place.file) as db:
        tasks = db.table("tasks")
        number = tasks.insert({"title": "From a script", "column": 2})
        tasks.update({"title": "Script's title"}, doc_ids=[1])
        tasks.remove(doc_ids=[3])
        db.table("shelves").insert({"name": "Oak", "empty": None, "list": []})
    run(place, repository, seconds=5)

    team = repository.team
    assert (team.task(number).title, team.task(1).title) == ("From a script", "Script's title")
    assert team.task(2).title == "Call DHL"
    assert team.task(3).archived_at is not None
    assert team.tables["shelves"] == {1: {"name": "Oak", "empty": None, "list": []}}
    assert [commit.change.by for commit in repository.commits()] == ["team.json", "ana"]
    assert repository.reports == ()
    assert shown(place, 2) == "Call DHL"


def test_an_edit_is_taken_in_once_by_however_many(place: Place) -> None:
    """Four instances find the same edit at the same time; a new document comes once."""
    repositories = [place.open() for _ in range(4)]
    with TinyDB(place.file) as db:
        db.table("tasks").insert({"title": "Once", "column": 2})
    run(place, *repositories, seconds=20)

    assert [titles_of(repository).count("Once") for repository in repositories] == [1] * 4
    assert len(place.titles()) == 9


def test_an_edit_that_goes_on_is_taken_in_step_by_step(place: Place) -> None:
    """A script that goes on editing the same file: what was taken in already is not taken in again."""
    one, two = place.open(), place.open()
    db = TinyDB(place.file)
    db.table("tasks").insert({"title": "First", "column": 2, "tags": ["a"]})
    one._tending._look(3)
    one.refresh()
    one.commit(retitled(one, 9, "First, renamed by Ana"))
    db.table("tasks").insert({"title": "Second", "column": 2})
    db.table("tasks").update({"tags": ["a", "b"]}, doc_ids=[9])
    two._tending._look(3)
    db.close()
    run(place, one, two, seconds=20)

    assert titles_of(one)[8:] == ["First, renamed by Ana", "Second"]
    assert one.team.task(9).tags == ["a", "b"]
    assert two.team.tables == one.team.tables


def test_a_number_taken_meanwhile_loses_neither(place: Place) -> None:
    """A script and a person choose the same number: the script's document and its references get another."""
    repository = place.open()
    with TinyDB(place.file) as db:
        number = db.table("tasks").insert({"title": "Script's", "column": 2})
        said = {"task": number, "author": "ben", "text": "On the script's", "at": "2026-11-23T09:00Z"}
        db.table("comments").insert(said)
        repository.commit(new_task(repository, "Ana's"))
    run(place, repository, seconds=5)

    team = repository.team
    assert (team.task(9).title, team.task(10).title) == ("Ana's", "Script's")
    assert [said.text for said in team.comments(10)] == ["On the script's"]
    assert team.comments(9) == ()


def test_an_edit_of_an_older_file_is_merged(place: Place) -> None:
    """What the script has not seen stays as it is."""
    repository = place.open()
    old = place.file.read_bytes()
    repository.commit(retitled(repository, 2, "Newer"))
    run(place, repository, seconds=5)
    place.file.write_bytes(old.replace(b"Order wrapping paper", b"Order paper of old"))
    run(place, repository, seconds=5)

    assert titles_of(repository)[:2] == ["Order paper of old", "Newer"]
    assert shown(place, 2) == "Newer"


def test_an_old_copy_changes_nothing(place: Place) -> None:
    """Somebody copies a backup over team.json: it is published anew, and nobody's work goes back."""
    repository = place.open()
    old = place.file.read_bytes()
    repository.commit(retitled(repository, 1, "Newer"))
    repository.commit(new_task(repository, "New"))
    run(place, repository, seconds=5)
    before = repository.number
    place.file.write_bytes(old)
    run(place, repository, seconds=15)

    assert repository.number == before
    assert shown(place) == "Newer"


def test_an_edit_against_somebodys_work_is_kept_aside(place: Place) -> None:
    """The same field changed on both sides: the person's holds, the file is kept and reported."""
    repository = place.open()
    repository.commit(retitled(repository, 1, "Person's"))
    place.file.write_bytes(place.file.read_bytes().replace(b"Order wrapping paper", b"Script's"))
    run(place, repository, seconds=5)

    (report,) = repository.reports
    assert "was not taken" in report
    (name,) = asides(place)
    assert name in report
    assert b"Script's" in (place.folder / name).read_bytes()
    assert shown(place) == "Person's"
    run(place, repository, seconds=60)
    assert repository.reports == ()


def test_what_does_not_fit_is_kept_aside_and_the_rest_is_taken(place: Place) -> None:
    """A document that no task can be is reported; the others are taken in."""
    repository = place.open()
    with TinyDB(place.file) as db:
        db.table("tasks").insert({"title": ""})
        db.table("tasks").update({"title": "Fits"}, doc_ids=[1])
    run(place, repository, seconds=5)

    (report,) = repository.reports
    assert "Not all" in report
    assert "title" in report
    assert len(asides(place)) == 1
    assert titles_of(repository)[0] == "Fits"


@pytest.mark.parametrize("content", [b'{"tasks": {"1": {"ti', b"\x00\xff rubbish", b"[1, 2]", b"null", b"{}"])
def test_a_damaged_file_is_kept_aside_and_written_anew(place: Place, content: bytes) -> None:
    """What is no TinyDB file any more is kept under a name that says when, reported, and written anew."""
    repository = place.open()
    place.file.write_bytes(content)
    run(place, repository, seconds=8)

    (report,) = repository.reports
    assert "damaged" in report
    (name,) = asides(place)
    assert name.startswith("team.json.damaged-2026-11-23T")
    assert (place.folder / name).read_bytes() == content
    assert shown(place) == "Order wrapping paper"


def test_an_empty_file_is_written_anew(place: Place) -> None:
    """A program that only opened the file for writing leaves it empty."""
    repository = place.open()
    place.file.write_bytes(b"")
    run(place, repository, seconds=8)

    assert shown(place) == "Order wrapping paper"
    assert repository.reports == ("team.json was empty and was written anew.",)


def test_a_removed_file_is_written_anew(place: Place) -> None:
    """The file comes back, and nothing is lost."""
    repository = place.open()
    place.file.unlink()
    run(place, repository, seconds=5)

    assert shown(place) == "Order wrapping paper"


def test_another_teams_file_is_kept_aside(place: Place, tmp_path: Path) -> None:
    """A TinyDB file that is not ours is neither merged nor lost."""
    repository = place.open()
    other = placed(tmp_path / "other")
    content = other.file.read_bytes()
    place.file.write_bytes(content)
    run(place, repository, seconds=5)

    assert len(repository.reports) == 1
    assert [(place.folder / name).read_bytes() for name in asides(place)] == [content]
    assert repository.number == 0
    assert shown(place) == "Order wrapping paper"


def test_a_file_that_is_torn_only_for_a_moment_is_not_touched(place: Place) -> None:
    """While a program is still writing in place, nobody writes over it, and its edit is taken in."""
    repository = place.open()
    repository.commit(retitled(repository, 2, "Waits to be published"))
    whole = place.file.read_bytes().replace(b"Order wrapping paper", b"Order wrapping ribbons")
    place.clock.forward(1.5)
    place.file.write_bytes(whole[:-100])
    os.utime(place.file)
    run(place, repository, seconds=2)
    assert place.file.read_bytes() == whole[:-100]
    place.file.write_bytes(whole)
    run(place, repository, seconds=5)

    assert titles_of(repository)[:2] == ["Order wrapping ribbons", "Waits to be published"]
    assert shown(place) == "Order wrapping ribbons"
    assert asides(place) == []


class Interrupted(FaultyDisk):
    """Something happens right before a certain call of publishing."""

    def __init__(self, call: str, has_links: bool) -> None:
        super().__init__()
        self.call, self.has_links = call, has_links
        self.then: Callable[[], object] | None = None

    def _step(self, name: str, arguments: tuple[Any, ...]) -> Any:
        if self.then is not None and name == self.call and "-team-" in arguments[0].name:
            then, self.then = self.then, None
            then()
        if not self.has_links and name == "link" and "-displaced-" in arguments[1].name:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
        return super()._step(name, arguments)


@pytest.mark.parametrize(
    ("call", "has_links"), [("write_new", True), ("write_new", False), ("signature", True), ("rename", True)]
)
def test_an_edit_between_our_look_and_our_writing_is_taken_in(
    place: Place, call: str, has_links: bool
) -> None:
    """What was displaced is read afterwards, also where there are no links, and merged."""
    disk = Interrupted(call, has_links)
    repository = place.open(disk)
    repository.tend()
    repository.commit(retitled(repository, 2, "Person's"))
    content = place.file.read_bytes().replace(b"Order wrapping paper", b"In the last moment")
    disk.then = lambda: place.file.write_bytes(content)
    run(place, repository, seconds=10)

    assert disk.then is None
    assert titles_of(repository)[:2] == ["In the last moment", "Person's"]
    assert shown(place) == "In the last moment"


def test_a_script_that_had_the_file_open_is_heard(place: Place) -> None:
    """TinyDB opened the file, then it was replaced, then TinyDB writes: into the file that was replaced."""
    repository = place.open()
    db = TinyDB(place.file)
    repository.commit(retitled(repository, 2, "Person's"))
    run(place, repository, seconds=5)
    db.table("tasks").update({"title": "Late script's"}, doc_ids=[1])
    number = db.table("tasks").insert({"title": "Late insertion", "column": 1})
    db.close()
    run(place, repository, seconds=10)

    assert titles_of(repository)[:2] == ["Late script's", "Person's"]
    assert repository.team.task(number).title == "Late insertion"
    assert shown(place) == "Late script's"


_FAULTS = [kind(code) for code in (errno.EIO, errno.ENOSPC, errno.EACCES) for kind in (refused, denied, torn)]


@pytest.mark.parametrize("fault", _FAULTS)
def test_the_file_is_whole_whatever_fails(place: Place, fault: Any) -> None:
    """Whatever call fails while it is published, it is whole at every instant, and published in the end."""

    def observe() -> None:
        json.loads(place.file.read_bytes())

    disk = FaultyDisk(observe=observe)
    repository = place.open(disk)
    for number in range(1, 60):
        disk.disarm()
        repository.commit(retitled(repository, 1, f"Title {number}"))
        place.clock.forward(3)
        disk.arm(number, fault)
        try:
            repository.tend()
        except StorageError:
            observe()
        struck = disk.struck
        disk.disarm()
        run(place, repository, seconds=7)
        assert shown(place) == f"Title {number}"
        if not struck:
            break
    assert number > 8
    assert asides(place) == []


def test_the_file_is_whole_whenever_a_publisher_dies(place: Place) -> None:
    """Killed at any call of publishing, it is whole, and the next program publishes."""
    for number in range(1, 60):

        def work(at: int = number) -> None:
            disk = FaultyDisk()
            repository = place.open(disk)
            repository.commit(retitled(repository, 1, f"Title {at}"))
            disk.arm(at, death(half=at % 2 == 0))
            repository.close()

        status = ended(forked(work))
        json.loads(place.file.read_bytes())
        place.open().close()
        assert shown(place) == f"Title {number}"
        if status == 0:
            break
    assert number > 8


def test_readers_never_see_a_torn_file(place: Place) -> None:
    """Two processes commit and publish all the time while a third one reads with plain TinyDB."""

    def write(client: int) -> None:
        repository = place.open()
        for number in range(10_000):
            repository.refresh()
            repository.commit(retitled(repository, client, f"Title {number}"))
            place.clock.forward(10)
            repository.tend()

    writers = [forked(lambda client=client: write(client)) for client in (1, 2)]
    seen, until = set(), time.monotonic() + 1.5
    try:
        while time.monotonic() < until:
            with TinyDB(place.file, access_mode="r") as db:
                seen.add(tuple(str(task["title"]) for task in db.table("tasks").all()[:2]))
    finally:
        for pid in writers:
            os.kill(pid, signal.SIGKILL)
            ended(pid)

    assert len(seen) > 10
    place.open().close()
    assert len(place.titles()) == 8


def test_looking_reads_only_what_is_new(place: Place) -> None:
    """While nothing changes, a look costs one open of the note and one of the file, however large it is."""
    disk = FaultyDisk()
    repository = place.open(disk)
    repository.tend()
    disk.log.clear()
    run(place, repository, seconds=20)

    assert "read team.json" not in disk.log
    assert disk.log.count("signature team.json") == 5
