"""People who come, do something, fall silent and go."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from store.log.disk import Disk
from store.presence import Person, Where
from store.presence.others import AT_A_TIME, STALE, SWEEP
from store.presence.own import Own
from store.presence.presence import BEAT, LOOK
from tests.faults import FaultyDisk
from tests.store.presence.room import BOARD, NOON, Room, logins

A_DAY = 86_400.0


class ServerClock(Disk):
    """A drive whose clock goes wrong, and on which some files are older than they are."""

    def __init__(self, ahead: float = 0.0, older: dict[str, float] | None = None) -> None:
        self._ahead = ahead
        self._older = older or {}

    def changed(self, path: Path) -> float:
        client = path.name.partition(".")[0]
        return super().changed(path) + self._ahead - self._older.get(client, 0.0)


def test_who_comes_is_seen_with_name_and_place(room: Room) -> None:
    """Each sees the other's login, screen and time of coming, and not herself."""
    ana, ben = room.enter("ana"), room.enter("ben", where=Where("Goals"))
    room.pass_time(LOOK, ana, ben)

    (seen,) = ana.look()
    assert (seen.login, seen.where, seen.since) == ("ben", Where("Goals"), NOON)
    assert logins(ben) == ["ana"]


def test_a_card_that_is_being_edited_is_seen_until_it_is_not(room: Room) -> None:
    """What somebody edits is seen at the next look, and that it is over as well."""
    ana, ben = room.enter("ana"), room.enter("ben")
    ben.say(Where("Board", 12))
    room.pass_time(LOOK, ben, ana)
    assert [person.where.editing for person in ana.look()] == [12]
    ben.say(BOARD)
    room.pass_time(LOOK, ben, ana)

    assert [person.where.editing for person in ana.look()] == [None]


def test_nothing_new_is_the_same_object(room: Room) -> None:
    """As long as nobody comes, goes or does something else, `look` gives the same object."""
    ana, ben = room.enter("ana"), room.enter("ben")
    room.pass_time(LOOK, ana, ben)
    seen = ana.look()
    room.pass_time(5 * BEAT, ana, ben)

    assert ana.look() is seen


def test_who_leaves_is_gone_and_leaves_nothing(room: Room) -> None:
    """Whoever leaves is not seen at the next look, and the folder is empty."""
    ana, ben = room.enter("ana"), room.enter("ben")
    room.pass_time(3 * BEAT, ana, ben)
    ben.leave()
    room.pass_time(LOOK, ana)
    assert logins(ana) == []
    ana.leave()

    assert room.names == []


def test_who_only_looks_leaves_no_trace(room: Room) -> None:
    """A program that has not said where it is writes nothing, not even the folder."""
    ana = room.enter("ana", where=None)
    room.pass_time(3 * BEAT, ana)
    ana.leave()

    assert not room.layout.here.exists()


def test_who_falls_silent_is_dropped_and_then_swept(room: Room) -> None:
    """A killed program is seen until it is stale; its file goes when it has been silent for long."""
    ana, ben = room.enter("ana"), room.enter("ben")
    room.pass_time(STALE - 1, ana)
    assert logins(ana) == ["ben"]
    room.pass_time(2 + LOOK, ana)
    assert logins(ana) == []
    assert room.names == ["ana0001", "ben0002"]
    room.pass_time(SWEEP, ana)
    assert room.names == ["ana0001"]

    del ben


def test_who_slept_comes_back(room: Room) -> None:
    """A suspended laptop whose file was taken away meanwhile is seen again after its next sign of life."""
    ana, ben = room.enter("ana"), room.enter("ben", where=Where("Board", 12))
    room.pass_time(SWEEP + STALE, ana)
    assert room.names == ["ana0001"]
    room.pass_time(LOOK, ben, ana)

    assert [(p.login, p.where.editing) for p in ana.look()] == [("ben", 12)]


@pytest.mark.parametrize("ahead", [-A_DAY, A_DAY])
def test_clocks_a_day_apart_change_nothing(room: Room, ahead: float) -> None:
    """A computer whose clock is a day off is seen, sees, and is dropped as any other."""
    ana, ben = room.enter("ana"), room.enter("ben", ahead=ahead)
    room.pass_time(SWEEP * 2, ana, ben)
    assert (logins(ana), logins(ben)) == (["ben"], ["ana"])
    room.pass_time(STALE + LOOK, ana)

    assert logins(ana) == []


@pytest.mark.parametrize("ahead", [-A_DAY, 0.0, A_DAY])
def test_what_was_left_behind_yesterday_is_not_seen_today(room: Room, ahead: float) -> None:
    """At the first look a file is as old as the server says against one's own, however wrong its clock."""
    room.enter("old")
    room.enter("fresh")
    disk = ServerClock(ahead, {"old0001": A_DAY})
    ana = room.enter("ana", disk)

    assert logins(ana) == ["fresh"]
    assert room.names == ["ana0003", "fresh0002"]


def test_the_same_person_twice_is_two_programs(room: Room) -> None:
    """Somebody with two windows open sees the other one."""
    ana, again = room.enter("ana"), room.enter("ana")
    room.pass_time(LOOK, ana, again)

    assert (logins(ana), logins(again)) == (["ana"], ["ana"])


def test_a_file_has_its_folders_mode(room: Room) -> None:
    """Whoever can use the team's folder can see who is here; nobody else."""
    room.layout.root.chmod(0o2770)
    room.enter("ana")
    (file,) = room.layout.here.iterdir()

    assert stat.S_IMODE(room.layout.here.stat().st_mode) == 0o2770
    assert stat.S_IMODE(file.stat().st_mode) == 0o660


def test_an_idle_minute_costs_some_lists_and_no_open_file(room: Room) -> None:
    """Polling once a second among ten people: a list every ten, a rename every twenty, no file read."""
    others = [room.enter(f"p{n}") for n in range(10)]
    disk = FaultyDisk()
    ana = room.enter("ana", disk)
    room.pass_time(2 * BEAT, ana, *others)
    disk.log.clear()
    room.pass_time(60.0, ana, *others)
    calls = [call.split()[0] for call in disk.log]

    assert calls.count("names") <= 60 / LOOK
    assert calls.count("rename") <= 60 / BEAT
    assert {*calls} == {"names", "rename"}


def test_two_hundred_people_are_seen_and_hold_up_nobody(room: Room) -> None:
    """All are seen in the end; no look reads more than a few files, and the long list is asked for rarely."""
    crowd = [Own(room.layout.here, Disk(), f"person{n}") for n in range(200)]
    for at, own in enumerate(crowd):
        own.say(Person("", f"p{at}", BOARD).to_bytes())
    disk = FaultyDisk()
    ana = room.enter("ana", disk)
    most = 0
    for _ in range(60):
        disk.log.clear()
        room.pass_time(1.0, ana)
        most = max(most, sum(call.startswith("read_start") for call in disk.log))
    assert most == AT_A_TIME
    assert len(logins(ana)) == 200
    for own in crowd:
        own.beat()
    disk.log.clear()
    room.pass_time(STALE - 20, ana)

    assert 1 <= disk.log.count("names here") <= 3
    assert not any(call.startswith("read_start") for call in disk.log)
    assert len(logins(ana)) == 200


def test_who_looks_closely_looks_more_often(room: Room) -> None:
    """While a card is open, what others do is seen within two seconds."""
    ana, ben = room.enter("ana"), room.enter("ben")
    room.pass_time(LOOK, ana, ben)
    ana.say(BOARD, closely=True)
    ana.look()
    ben.say(Where("Board", 3))
    room.pass_time(2.0, ben, ana)

    assert [person.where.editing for person in ana.look()] == [3]


def test_a_crowd_that_left_is_swept_a_few_files_at_a_time(room: Room) -> None:
    """However many files dead programs left, no look takes many away, and in the end all are gone."""
    crowd = [Own(room.layout.here, Disk(), f"person{n}") for n in range(40)]
    for at, own in enumerate(crowd):
        own.say(Person("", f"p{at}", BOARD).to_bytes())
        # Killed between its new file and the end of the old one.
        (room.layout.here / f"person{at}.9.9").write_bytes(Person("", f"p{at}", BOARD).to_bytes())
    disk = FaultyDisk()
    ana = room.enter("ana", disk)
    room.pass_time(60.0, ana)
    room.seconds += SWEEP
    most = 0
    for _ in range(240):
        disk.log.clear()
        room.pass_time(1.0, ana)
        most = max(most, sum(call.startswith("remove") for call in disk.log))

    assert most == AT_A_TIME
    assert room.names == ["ana0001"]
