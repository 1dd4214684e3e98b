"""Drives that fail, folders that cannot be written, strangers' files: people are not seen, no more."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.log.disk import Disk
from store.presence import Where
from store.presence.others import STALE, SWEEP
from store.presence.person import Person, read_person
from store.presence.presence import AFTER_TROUBLE, BEAT, LOOK
from store.presence.sign import Sign
from tests.faults import Fault, FaultyDisk, death, denied, ended, forked, lasting, refused, torn
from tests.store.presence.room import BOARD, Room, logins
from tests.tui.disks import Drive

_ERRORS = (errno.EIO, errno.ESTALE, errno.ENOSPC, errno.EACCES, errno.ENOENT, errno.ETIMEDOUT)
_FAULTS = {
    f"{kind.__name__}-{errno.errorcode[code]}": kind(code)
    for code in _ERRORS
    for kind in (refused, denied, torn, lasting)
}


def a_visit(room: Room, disk: Disk) -> None:
    """Somebody comes, edits a card, stays for a while and goes."""
    ana = room.enter("ana", disk)
    ana.say(Where("Board", 12))
    room.pass_time(2 * BEAT, ana)
    ana.say(BOARD)
    room.pass_time(2 * BEAT, ana)
    ana.leave()


@pytest.mark.parametrize("fault", [pytest.param(fault, id=name) for name, fault in _FAULTS.items()])
def test_no_fault_at_any_call_is_ever_felt(tmp_path: Path, fault: Fault) -> None:
    """Whichever call fails, nothing is raised; and who stays is soon seen as she is, by one file."""
    for number in range(1, 1000):
        room = Room(tmp_path / str(number))
        ben, disk = room.enter("ben"), FaultyDisk(number, fault)
        a_visit(room, disk)
        if not disk.struck:
            assert number > 10
            return
        disk.disarm()
        ana = room.enter("ana", disk, Where("Board", 7))
        disk.arm(number, fault)
        room.pass_time(2 * BEAT, ana, ben)
        disk.disarm()
        room.pass_time(AFTER_TROUBLE + BEAT + LOOK, ana, ben)
        assert [p.where.editing for p in ben.look() if p.client == "ana0003"] == [7]
        assert [name for name in room.names if name == "ana0003"] == ["ana0003"]


@pytest.mark.parametrize("half", [False, True])
def test_a_death_at_any_call_disturbs_nobody(tmp_path: Path, half: bool) -> None:
    """Whenever a program is killed, the others see it go, and in the end its files are gone too."""
    for number in range(1, 1000):
        room = Room(tmp_path / str(number))
        ben = room.enter("ben")
        if not ended(forked(lambda room=room, n=number: a_visit(room, FaultyDisk(n, death(half))))):
            assert number > 10
            return
        room.pass_time(STALE + LOOK, ben)
        assert logins(ben) == []
        room.pass_time(SWEEP + LOOK, ben)
        assert room.names == ["ben0001"]


def test_a_drive_that_does_not_answer_is_left_alone(room: Room) -> None:
    """After a call that failed, no other is made for a while, however often is polled."""
    disk = FaultyDisk()
    ana = room.enter("ana", disk)
    disk.arm(1, lasting(errno.ETIMEDOUT))
    room.pass_time(BEAT + 1, ana)
    disk.log.clear()
    room.pass_time(AFTER_TROUBLE / 2 - 5, ana)

    assert disk.log == []


def test_a_folder_that_cannot_be_written_can_be_read(room: Room) -> None:
    """Where nothing can be written, one sees the others and is not seen."""
    drive = Drive()
    drive.refuse_writing()
    ben, ana = room.enter("ben"), room.enter("ana", drive)
    room.pass_time(STALE * 2, ana, ben)

    assert (logins(ana), logins(ben)) == (["ben"], [])
    ana.leave()


def test_where_the_history_is_gone_nothing_is_made(room: Room) -> None:
    """In a folder that was wiped under a running program, presence makes nothing anew."""
    ana = room.enter("ana")
    for path in (*room.layout.here.iterdir(), room.layout.here, room.layout.root):
        path.rmdir() if path.is_dir() else path.unlink()
    room.pass_time(STALE, ana)

    assert not room.layout.root.exists()


def test_a_folder_that_somebody_tidied_away_is_made_again(room: Room) -> None:
    """Without the folder nobody is seen; whoever is still there is soon seen again."""
    ana, ben = room.enter("ana"), room.enter("ben")
    room.pass_time(LOOK, ana, ben)
    for path in (*room.layout.here.iterdir(), room.layout.here):
        path.rmdir() if path.is_dir() else path.unlink()
    room.pass_time(LOOK, ana)
    assert logins(ana) == []
    room.pass_time(BEAT + LOOK, ana, ben)

    assert (logins(ana), logins(ben)) == (["ben"], ["ana"])


def test_what_strangers_put_there_disturbs_nobody(room: Room) -> None:
    """Garbage, huge files, pipes, loops, folders and odd names: those who are really there are seen."""
    ana, ben = room.enter("ana"), room.enter("ben")
    here = room.layout.here
    for at, content in enumerate((b"", b"\x00\xff", b"[1]", b'{"login": 5}', b"[" * 100_000, b"{" * 5)):
        (here / f"stranger{at}.1.0").write_bytes(content)
    with (here / "hugefile.1.0").open("wb") as huge:
        huge.truncate(10**12)
    os.mkfifo(here / "mypipe.1.0")
    (here / "myloop.1.0").symlink_to("myloop.1.0")
    (here / "thedoor.1.0").symlink_to("/dev/zero")
    (here / "afolder.1.0").mkdir()
    (here / "shut.1.0").write_bytes(b"{}")
    (here / "shut.1.0").chmod(0)
    for name in (
        "x",
        ".hidden",
        "a b",
        "ben0002",
        "ben0002.x.1",
        "ben0002.1.99999999999999999999",
        "\x1b[31m",
    ):
        (here / name).write_bytes(b'{"login": "eve"}')
    (here / os.fsdecode(b"\xff\xfe.1.0")).write_bytes(b"{}")
    room.pass_time(SWEEP * 2, ana, ben)

    assert (logins(ana), logins(ben)) == (["ben"], ["ana"])


def test_a_flooded_folder_is_left_alone(room: Room) -> None:
    """A list of thousands of names is asked for once, and not again within minutes."""
    room.layout.here.mkdir()
    for number in range(2000):
        (room.layout.here / f"flood{number}.1.0").touch()
    disk = FaultyDisk()
    ana = room.enter("ana", disk)
    room.pass_time(600, ana)

    assert disk.log.count("names here") == 1


def test_what_a_file_says_is_harmless() -> None:
    """Control characters go, and what is too long is cut."""
    person = read_person("abcd", b'{"login": "e\\u001b[31mve\\n", "screen": "' + b"x" * 500 + b'"}')

    assert person is not None
    assert person.login == "eve"
    assert len(person.where.screen) == 24


@given(st.binary())
def test_any_content_is_a_person_or_nobody(content: bytes) -> None:
    """Whatever a file holds, reading it raises nothing."""
    read_person("abcd", content)


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "login": st.text() | st.integers() | st.none(),
            "screen": st.text() | st.lists(st.text()),
            "editing": st.integers(-(2**63), 2**63) | st.booleans() | st.floats() | st.text(),
            "since": st.datetimes().map(lambda d: f"{d.isoformat()}+14:00") | st.text() | st.integers(),
        },
    )
)
def test_any_fields_are_a_person_or_nobody(fields: dict[str, object]) -> None:
    """Whatever the fields say, reading them raises nothing, and a login is never empty."""
    try:
        content = orjson.dumps(fields)
    except orjson.JSONEncodeError:
        return  # a lone surrogate, which no JSON file can hold
    person = read_person("abcd", content)
    assert person is None or person.login
    assert person is None or read_person("abcd", person.to_bytes()) == person


@given(st.text())
def test_a_name_is_a_sign_or_none(name: str) -> None:
    """Any name can be asked whether it is a sign."""
    sign = Sign.read(name)
    assert sign is None or isinstance(sign.version, int)


def test_a_person_is_read_as_written() -> None:
    """What is written is what is read."""
    person = Person("abcd", "ana", Where("Board", 12))

    assert read_person("abcd", person.to_bytes()) == person
