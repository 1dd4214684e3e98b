"""The thread that talks to the folder: what it commits, and what it tells."""

from __future__ import annotations

import errno
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from store.change import Change
from store.errors import Clash
from store.log.disk import Disk
from store.presence import Person, Presence, Where
from store.repository import Committed, Parked, Repository, open_team
from store.rules import tasks
from store.setup import create_team
from tests import builders
from tests.builders import BACKLOG, LATER, SHOP
from tests.tui.conftest import PATIENCE, Office
from tests.tui.disks import Drive
from tui.connection import Connection
from tui.delivery import Delivery, Obstacle, Settled, Status


class Unpublished(Drive):
    """A drive on which a colleague's program keeps `team.json` open: it cannot be replaced."""

    def __init__(self) -> None:
        super().__init__()
        self.refused = threading.Semaphore(0)
        """Counts the attempts."""

    def rename(self, *arguments: Any) -> None:
        if any("team.json" in str(path) for path in arguments):
            self.refused.release()
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        super().rename(*arguments)


class Line:
    """A connection, and what it has told so far."""

    def __init__(self, repository: Repository, presence: Presence | None = None) -> None:
        self.repository = repository
        self.connection = Connection(repository, self._deliver, presence)
        self.told: list[Delivery] = []
        self._news = threading.Condition()

    @property
    def settled(self) -> list[Settled]:
        return [settled for delivery in self.told for settled in delivery.settled]

    @property
    def people(self) -> tuple[Person, ...]:
        return next((d.people for d in reversed(self.told) if d.people is not None), ())

    @property
    def status(self) -> Status:
        return self.told[-1].status if self.told else Status()

    def wait(self, condition: Callable[[], object]) -> None:
        with self._news:
            assert self._news.wait_for(condition, PATIENCE), f"told only {self.told}"

    def _deliver(self, delivery: Delivery) -> None:
        with self._news:
            self.told.append(delivery)
            self._news.notify_all()


@contextmanager
def line(
    office: Office, drive: Drive | None = None, name: str = "ana", here: Disk | None = None
) -> Iterator[Line]:
    """A connection that runs; it is ended when the test leaves it running; `here` is for presence."""
    repository = open_team(office.folder, local=office.local / name, login=name, disk=drive)
    line = Line(repository, office.presence(repository, name, here) if here else None)
    line.connection.start()
    yield line
    if drive is not None:
        drive.heal()
    line.connection.stop()


def edited(repository: Repository, number: int, by: str = "ana", **fields: Any) -> Change:
    return tasks.edit(repository.team, number, by, LATER, **fields)


def made(repository: Repository, title: str, id: int) -> Change:
    return tasks.create(repository.team, title, "ana", LATER, column=BACKLOG, role=SHOP, id=id)


def test_a_connection_that_never_ran_saves_what_waits(office: Office) -> None:
    """Somebody who leaves before the board is there leaves nothing behind."""
    line = Line(open_team(office.folder, local=office.local / "ana", login="ana"))
    line.connection.send(1, edited(line.repository, 1, title="Soon"))

    assert line.connection.stop()
    assert office.colleague().team.task(1).title == "Soon"


def test_a_change_is_committed_and_told_under_its_ticket(office: Office) -> None:
    """What was sent with a ticket is reported as committed with that ticket, and nothing waits."""
    with line(office) as ana:
        ana.connection.send(7, edited(ana.repository, 1, title="Red paper"))
        ana.wait(lambda: ana.settled)

        assert [s.ticket for s in ana.settled] == [7]
        assert isinstance(ana.settled[0].outcome, Committed)
        assert ana.told[-1].team.task(1).title == "Red paper"
        assert ana.status == Status()


def test_changes_are_committed_in_their_order(office: Office) -> None:
    """Twenty changes of one field end with the last one."""
    with line(office) as ana:
        change = edited(ana.repository, 1, title="0")
        team = ana.repository.team.apply(change)
        ana.connection.send(0, change)
        for number in range(1, 20):
            change = tasks.edit(team, 1, "ana", LATER, title=str(number))
            team = team.apply(change)
            ana.connection.send(number, change)
        ana.wait(lambda: len(ana.settled) == 20)

        assert [s.ticket for s in ana.settled] == list(range(20))
        assert ana.told[-1].team.task(1).title == "19"


def test_a_change_to_a_new_card_finds_it_after_its_commit(office: Office) -> None:
    """A change that was made before the screens heard the card's number is committed all the same."""
    with line(office) as ana:
        made_card = made(ana.repository, "Buy tape", -1)
        team = ana.repository.team.apply(made_card)
        ana.connection.send(1, made_card)
        ana.wait(lambda: ana.settled)
        ana.connection.send(2, tasks.edit(team, -1, "ana", LATER, title="Buy brown tape"))
        ana.wait(lambda: len(ana.settled) == 2)

        assert isinstance(ana.settled[1].outcome, Committed)
        assert ana.told[-1].team.task(9).title == "Buy brown tape"


def test_others_changes_are_told(office: Office) -> None:
    """What a colleague commits arrives with the numbers of what it touched."""
    with line(office) as ana:
        ben = office.colleague("ben")
        ben.commit(edited(ben, 2, "ben", title="Ring the carrier"))
        ana.wait(lambda: ana.told)

        assert ana.told[-1].touched == {("tasks", 2)}
        assert ana.told[-1].team.task(2).title == "Ring the carrier"


def test_nothing_is_told_while_nothing_happens(office: Office) -> None:
    """Several quiet polls tell nothing: no news, no drawing."""
    drive = Drive()
    looks: list[float] = []
    original = drive.look_again
    drive.look_again = lambda path: (looks.append(time.monotonic()), original(path))
    with line(office, drive) as ana:
        end = time.monotonic() + PATIENCE
        while len(looks) < 5 and time.monotonic() < end:
            time.sleep(0.01)

        assert ana.told == []


def test_what_stands_against_others_work_is_told_as_parked(office: Office) -> None:
    """The same field changed on both sides is reported with both values, and the next change goes on."""
    with line(office) as ana:
        mine = edited(ana.repository, 1, title="Mine")
        other = edited(ana.repository, 2, title="Also mine")
        ben = office.colleague("ben")
        ben.commit(edited(ben, 1, "ben", title="Theirs"))
        ana.connection.send(1, mine)
        ana.connection.send(2, other)
        ana.wait(lambda: len(ana.settled) == 2)
        parked = ana.settled[0].outcome

        assert isinstance(parked, Parked)
        assert isinstance(parked.error, Clash)
        (clash,) = parked.error.clashes
        assert (clash.base, clash.mine, clash.theirs) == ("Order wrapping paper", "Mine", "Theirs")
        assert isinstance(ana.settled[1].outcome, Committed)


def test_what_was_not_decided_is_asked_again_at_the_next_start(office: Office) -> None:
    """A parked change is told again by the next run, without a ticket, until it is decided."""
    with line(office) as ana:
        mine = edited(ana.repository, 1, title="Mine")
        ben = office.colleague("ben")
        ben.commit(edited(ben, 1, "ben", title="Theirs"))
        ana.connection.send(1, mine)
        ana.wait(lambda: ana.settled)
    with line(office) as again:
        again.wait(lambda: again.settled)
        parked = again.settled[0].outcome
        assert again.settled[0].ticket is None
        assert isinstance(parked, Parked)
        assert parked.change.edits[0].after == {"title": "Mine"}
        again.connection.decide(parked.client, parked.sequence)
    with line(office) as last:
        last.connection.stop()

        assert last.settled == []


def test_stopping_commits_what_was_sent_a_moment_before(office: Office) -> None:
    """Leaving right after a change loses nothing, and publishes it."""
    with line(office) as ana:
        ana.connection.send(1, edited(ana.repository, 1, title="Last thing"))

        assert ana.connection.stop()

    assert office.colleague().team.task(1).title == "Last thing"
    assert "Last thing" in (office.folder / "team.json").read_text()


@pytest.mark.parametrize("error", [errno.ENOSPC])
def test_offline_since_and_what_waits_are_told(office: Office, error: int) -> None:
    """While the drive fails, the status says since when, how much waits and why; healed, it is live again."""
    drive = Drive()
    with line(office, drive) as ana:
        drive.cut(error)
        ana.connection.send(1, edited(ana.repository, 1, title="Mine"))
        ana.wait(lambda: ana.status.waiting == 1 and ana.status.offline_since)
        since = ana.status.offline_since
        ana.connection.send(2, edited(ana.repository, 2, title="Mine too"))
        ana.wait(lambda: ana.status.waiting == 2)
        assert ana.status.offline_since == since
        assert str(office.folder) in ana.status.sentence
        assert not ana.status.stopped
        drive.heal()
        ana.wait(lambda: len(ana.settled) == 2)

        assert ana.status == Status()
        assert [s.ticket for s in ana.settled] == [1, 2]
    assert len(office.colleague()._shared.history()) == 2, "each change is committed once"


def test_stopping_offline_keeps_the_changes(office: Office) -> None:
    """Who leaves while the folder does not answer is told so; the next start commits what waited."""
    drive = Drive()
    with line(office, drive) as ana:
        drive.cut()
        ana.connection.send(1, edited(ana.repository, 1, title="Mine"))
        ana.wait(lambda: ana.status.waiting)

        assert not ana.connection.stop()
    with line(office) as again:
        again.wait(lambda: again.settled)

        assert again.told[-1].team.task(1).title == "Mine"


def test_stopping_does_not_wait_for_a_drive_that_hangs(office: Office) -> None:
    """On a dead mount leaving ends within its limit and says that not everything is saved."""
    drive = Drive()
    with line(office, drive) as ana:
        drive.hang()
        ana.connection.send(1, edited(ana.repository, 1, title="Mine"))
        drive.hung.wait(PATIENCE)
        began = time.monotonic()

        assert not ana.connection.stop(0.2)
        assert time.monotonic() - began < 1.0


def test_a_change_is_safe_on_this_machine_while_the_drive_hangs(office: Office) -> None:
    """A change that was sent before the drive hung is in the outbox, so that a kill loses nothing."""
    drive = Drive()
    with line(office, drive) as ana:
        drive.hang()
        ana.connection.send(1, edited(ana.repository, 1, title="Mine"))
        drive.hung.wait(PATIENCE)
        end = time.monotonic() + PATIENCE
        while not (kept := [*office.local.glob("ana/*/*/000001.json")]) and time.monotonic() < end:
            time.sleep(0.01)

        assert b"Mine" in kept[0].read_bytes()


def test_a_replaced_folder_stops_saving(office: Office) -> None:
    """When another team's data is put in the folder, nothing is written there, and the status says why."""
    with line(office) as ana:
        shutil.rmtree(office.folder)
        create_team(office.folder, builders.team().tables)
        ana.connection.send(1, edited(ana.repository, 1, title="Mine"))
        ana.wait(lambda: ana.status.stopped)

        assert "Start Tagwerk again" in ana.status.sentence
    assert office.colleague().team.task(1).title == "Order wrapping paper"


def test_a_damaged_team_json_is_reported(office: Office) -> None:
    """What is found in the folder and set right is told in a sentence."""
    published = office.folder / "team.json"
    published.write_text('{"tasks": {"1": {"ti')
    os.utime(published, (1, 1))
    with line(office) as ana:
        ana.wait(lambda: any(d.reports for d in ana.told))

        assert "damaged" in next(d.reports for d in ana.told if d.reports)[0]


def test_an_error_nobody_thought_of_is_told(office: Office) -> None:
    """When the thread cannot go on, the status says that nothing is saved any more."""
    with line(office) as ana:
        ana.connection.decide("nobody", 1)
        ana.connection._queue.put(lambda repository: 1 / 0)
        ana.wait(lambda: ana.status.stopped)

        assert "Start Tagwerk again" in ana.status.sentence


@pytest.mark.parametrize(
    ("error", "obstacle"), [(errno.EROFS, Obstacle.READ_ONLY), (errno.ENOSPC, Obstacle.FULL)]
)
def test_a_folder_that_can_be_read_is_not_offline(office: Office, error: int, obstacle: Obstacle) -> None:
    """While nothing can be written, the status says what is in the way, and not that it is offline."""
    drive = Drive()
    with line(office, drive) as ana:
        drive.refuse_writing(error)
        ana.connection.send(1, edited(ana.repository, 1, title="Mine"))
        ana.wait(lambda: ana.status.obstacle is obstacle)
        assert (ana.status.offline_since, ana.status.waiting, ana.status.stopped) == (None, 1, False)
        drive.heal()
        ana.wait(lambda: ana.settled)

        assert ana.status == Status()


def test_what_cannot_be_published_is_told_once(office: Office) -> None:
    """While commits work and publishing does not, a sentence says so once, and the status stays live."""
    drive = Unpublished()
    with line(office, drive) as ana:
        ana.connection.send(1, edited(ana.repository, 1, title="Mine"))
        ana.wait(lambda: any(d.reports for d in ana.told))
        for _ in range(5):
            ana.connection._queue.put(lambda repository: None)
            assert drive.refused.acquire(timeout=PATIENCE)

        assert len([d for d in ana.told if d.reports]) == 1
        assert not any(d.status.offline_since or d.status.sentence for d in ana.told)


def test_who_is_here_is_told_when_it_changes(office: Office) -> None:
    """Each is told that the other came, what she edits, and that she left; else nothing."""
    with line(office, here=Disk()) as ana:
        ana.connection.here(Where("Board"), closely=True)
        with line(office, name="ben", here=Disk()) as ben:
            ben.connection.here(Where("Board", 5), closely=True)
            ana.wait(lambda: [(p.login, p.where.editing) for p in ana.people] == [("ben", 5)])
            ben.wait(lambda: [p.login for p in ben.people] == ["ana"])
            told = len(ana.told)
        ana.wait(lambda: ana.people == () and ana.told[-1].people == ())

        assert len(ana.told) == told + 1


@pytest.mark.parametrize("code", [errno.EIO, errno.EACCES, errno.ENOSPC])
def test_where_presence_fails_changes_are_committed(office: Office, code: int) -> None:
    """While no presence file can be read or written, commits and what is told of them are as ever."""
    drive = Drive()
    drive.cut(code)
    with line(office, here=drive) as ana:
        ana.connection.here(Where("Board"))
        ana.connection.send(1, edited(ana.repository, 1, title="Red paper"))
        ana.wait(lambda: ana.settled)
        ana.connection.here(Where("Board", 1))
        ana.connection.send(2, edited(ana.repository, 2, title="Blue paper"))
        ana.wait(lambda: len(ana.settled) == 2)

        assert ana.status == Status()
        assert ana.people == ()
        assert not any(delivery.reports for delivery in ana.told)


def test_what_others_did_comes_with_the_snapshot(office: Office) -> None:
    """A delivery says who did what to which card; one's own changes are no news."""
    ben = office.colleague("ben")
    with line(office) as ana:
        ana.connection.send(1, edited(ana.repository, 1, title="Red paper"))
        ben.commit(edited(ben, 2, "ben", title="Blue paper"))
        ana.wait(lambda: any(d.news for d in ana.told) and ana.settled)
        (news,) = (item for delivery in ana.told for item in delivery.news)

        assert (news.by, news.label) == ("ben", "changed the title of #2")
        assert news.fields["tasks", 2] == ("title",)
