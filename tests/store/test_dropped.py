"""Files that are dropped into the watched folder are read once, whatever happens on the way."""

from __future__ import annotations

import contextlib
import errno
import os
import time
from pathlib import Path

import pytest

from store.dropped.intake import Hands, Intake, Taken
from store.dropped.place import make_inbox, stuck_in
from store.dropped.watch import Watch
from store.errors import StorageError
from store.exchange.readings import Answers, understand
from store.exchange.readings.dates import Order
from store.log.disk import Disk
from store.models import Intake as Read
from store.models import Reading
from store.repository import Repository, open_team
from store.rules import kpis as rules
from store.setup import create_team
from store.team import Team
from tests.builders import NOW
from tests.faults import FaultyDisk, NoLinks, death, denied, ended, forked, refused
from tests.store.exchange.readings.shop import shop

GOOD = "Datum;Bestellungen\n16.11.2026;40\n17.11.2026;38\n"
ODD = "Datum;Bestellungen\n16.11.2026;many\n"


class Place:
    """A team's folder with the watched one in it, and programs that have it open."""

    def __init__(self, path: Path, *, local: Path | None = None, is_new: bool = True) -> None:
        self.local = local or path
        self.folder = path / "team"
        path.mkdir(exist_ok=True)
        if is_new:
            create_team(self.folder, shop().tables)
        self.inbox = make_inbox(self.folder, Disk())

    def drop(self, name: str, content: str) -> None:
        (self.inbox / name).write_text(content, encoding="utf-8")

    @property
    def names(self) -> list[str]:
        """All files, those that were read with their folder."""
        return sorted(str(p.relative_to(self.inbox)) for p in self.inbox.rglob("*") if p.is_file())

    def program(self, name: str, disk: Disk | None = None) -> Program:
        """`disk` is the one with which it reads and moves what was dropped."""
        return Program(self, name, disk)

    def values(self) -> list[tuple[str, float]]:
        """Day and value of every reading that was written down."""
        repository = open_team(self.folder, local=self.local / "look", login="ana")
        try:
            return sorted((str(one.day), one.value) for one in repository.team.all(Reading))
        finally:
            repository.close()


class Program:
    """One open app; its clock goes on by a minute with every look."""

    def __init__(self, place: Place, name: str, disk: Disk | None = None) -> None:
        disk = disk or Disk()
        self.repository: Repository = open_team(
            place.folder, local=place.local / name, login="ana", now=NOW.timestamp
        )
        self.seconds = 0.0
        self.intake = Intake(place.folder, disk, Watch(place.folder, disk, lambda: self.seconds))
        self.hands = Hands(self._newest, self.repository.offer, "ana", lambda: NOW)

    def _newest(self) -> Team:
        self.repository.refresh()
        return self.repository.team

    def look(self, times: int = 2) -> list[Taken]:
        found: list[Taken] = []
        for _ in range(times):
            self.seconds += 60
            found += self.intake.look(self.hands)
        return found


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_a_file_is_read_and_moved_once_it_is_whole(place: Place) -> None:
    """At the second look at the earliest; while it grows it waits; others find it read."""
    ana, ben = place.program("ana"), place.program("ben")
    place.drop("umsatz.csv", GOOD[:40])

    assert ana.look(1) == []
    assert ana.intake.is_waiting
    place.drop("umsatz.csv", GOOD)
    assert ana.look(1) == []
    assert ben.look(1) == []
    assert ana.look(1) == [Taken("umsatz.csv", 2)]
    assert ben.look(1) == []
    assert place.names == ["read/umsatz.csv"]
    assert place.values() == [("2026-11-16", 40.0), ("2026-11-17", 38.0)]
    [read] = ana.repository.team.all(Read)
    assert (read.name, read.by, read.readings) == ("umsatz.csv", "ana", 2)


def test_the_same_content_is_read_once_and_names_that_are_taken_get_a_number(place: Place) -> None:
    """A second file of the same name with other content is read, too."""
    ana = place.program("ana")
    for name, content in (("a.csv", GOOD), ("copy of a.csv", GOOD)):
        place.drop(name, content)
    assert ana.look() == [Taken("a.csv", 2), Taken("copy of a.csv", by_other=True)]
    place.drop("a.csv", GOOD.replace("40", "41"))
    assert ana.look() == [Taken("a.csv", 1)]
    assert place.names == ["read/a 2.csv", "read/a.csv", "read/copy of a.csv"]


def test_what_cannot_be_understood_stays_with_a_note_that_says_why(place: Place) -> None:
    """Written once, and taken away when the file was mended; a KPI's new name is tried as well."""
    ana, ben = place.program("ana"), place.program("ben")
    place.drop("odd.csv", ODD)
    place.drop("strange.csv", "Datum;Klicks\n16.11.2026;7\n")

    assert [taken.why_not[:40] for taken in ana.look()] == [
        "Line 2: “many” is not a number.",
        "No column is called like a KPI (there ar",
    ]
    note = place.inbox / "odd.csv.problem.txt"
    assert "Line 2: “many” is not a number" in note.read_text()
    written = note.stat().st_mtime_ns
    assert (len(ben.look()), ana.look(), ben.look()) == (2, [], [])
    assert note.stat().st_mtime_ns == written
    assert [one.name for one in stuck_in(place.folder, Disk())] == ["odd.csv", "strange.csv"]
    place.drop("odd.csv", GOOD)
    change = rules.edit(ana.repository.team, 4, "ana", NOW, columns=["Klicks"])
    ana.repository.commit(change)
    assert {taken.name for taken in ana.look(3)} == {"odd.csv", "strange.csv"}
    assert place.names == ["read/odd.csv", "read/strange.csv"]


def test_a_file_that_stayed_is_put_away_once_a_person_has_said_what_it_means(place: Place) -> None:
    """As `tagwerk kpi import` does; its note goes with it."""
    ana = place.program("ana")
    place.drop("open.csv", "Date,Orders\n03/04/2026,5\n")
    [taken] = ana.look()
    assert "say --dates dmy" in taken.why_not
    content, team = (place.inbox / "open.csv").read_bytes(), ana.repository.team
    plan = understand(content, "open.csv", team, NOW, Answers(dates=Order.DMY))
    ana.repository.commit(plan.change(team, "ana", NOW))

    assert ana.look() == [Taken("open.csv", by_other=True)]
    assert place.names == ["read/open.csv"]
    assert place.values() == [("2026-04-03", 5.0)]


def test_looking_costs_one_listing_and_one_look_for_each_file_that_stays(place: Place) -> None:
    """It is done once a minute by everybody who has the app open."""
    disk = FaultyDisk()
    ana = place.program("ana", disk)
    ana.look()
    disk.log.clear()
    ana.look(1)
    assert disk.log == ["names inbox"]
    place.drop("odd.csv", ODD)
    ana.look(3)
    disk.log.clear()
    ana.look(1)
    assert disk.log == ["names inbox", "look_at odd.csv"]


def test_what_is_no_dropped_file_is_left_alone(place: Place) -> None:
    """Pipes, links, folders, files that still load, locks of Excel; a note without its file goes."""
    os.mkfifo(place.inbox / "pipe.csv")
    (place.local / "secret.csv").write_text(GOOD)
    (place.inbox / "link.csv").symlink_to(place.local / "secret.csv")
    (place.inbox / "folder.csv").mkdir()
    for name in ("a.csv.part", "~$a.csv", ".hidden.csv", "README.txt"):
        place.drop(name, GOOD)
    ana = place.program("ana")
    place.drop("gone.csv", ODD)
    ana.look()
    (place.inbox / "gone.csv").unlink()
    before = [name for name in place.names if not name.startswith("gone")]

    assert ana.look(3) == []
    assert place.names == before
    assert place.values() == []


def test_a_name_of_any_bytes_and_length_is_read(place: Place) -> None:
    """Also where nothing can be put before or behind it any more."""
    for name in (b"\xff\xfe;\n.csv", b"n" * 251 + b".csv", "ü".encode() * 120 + b".csv"):
        (place.inbox.joinpath(os.fsdecode(name))).write_text(GOOD + f"18.11.2026;{len(name)}\n")
    ana = place.program("ana")

    assert len(ana.look()) == 3
    assert sorted(len(os.fsencode(name)) for name in os.listdir(place.inbox / "read")) == [8, 200, 200]  # noqa: PTH208
    assert len(place.values()) == 2 + 3


def test_without_links_files_are_moved_as_well(tmp_path: Path) -> None:
    place = Place(tmp_path)
    ana = place.program("ana", NoLinks())
    place.drop("a.csv", GOOD)
    ana.look()
    place.drop("a.csv", GOOD.replace("40", "41"))
    ana.look()

    assert place.names == ["read/a 2.csv", "read/a.csv"]


def test_an_unread_file_that_took_the_name_meanwhile_is_put_back(place: Place) -> None:
    """Between the commit and the move somebody drops another one of that name."""

    class Slow(Disk):
        def rename(self, source: Path, target: Path) -> None:
            if source.name == "a.csv" and "18.11." not in source.read_text():
                place.drop("a.csv", GOOD + "18.11.2026;5\n")
            super().rename(source, target)

    ana = place.program("ana", Slow())
    place.drop("a.csv", GOOD)
    ana.look()
    assert place.names == ["a.csv"]
    assert ana.look() == [Taken("a.csv", 1)]
    assert place.values()[-1] == ("2026-11-18", 5.0)


def test_killed_before_any_call_nothing_is_lost_or_read_twice(tmp_path: Path) -> None:
    """Whoever comes next reads it, or only moves it, and tidies up after the dead one."""
    spots = 0
    for at in range(1, 100):
        place = Place(tmp_path / str(at))
        place.drop("a.csv", GOOD)
        place.drop("odd.csv", ODD)

        def work(place: Place = place, at: int = at) -> None:
            disk = FaultyDisk()
            ana = place.program("ana", disk)
            disk.arm(at, death())
            ana.look(2)

        if ended(forked(work)) == 0:
            break
        spots += 1
        place.program("ben").look(5)
        there = [name for name in place.names if not name.startswith(".note-")]
        assert there == ["odd.csv", "odd.csv.problem.txt", "read/a.csv"], at
        assert place.values() == [("2026-11-16", 40.0), ("2026-11-17", 38.0)], at
    assert spots > 8


def test_a_drive_that_refuses_or_loses_replies_harms_nothing(tmp_path: Path) -> None:
    """At whichever call; the file stays, or is read once, and is tidied up later."""
    for code, fault in ((errno.EACCES, refused), (errno.EIO, refused), (errno.ESTALE, denied)):
        for at in (2, 3, 4, 5, 6, 7):
            place = Place(tmp_path / f"{code} {at}")
            place.drop("a.csv", GOOD)
            disk = FaultyDisk()
            ana = place.program("ana", disk)
            disk.arm(at, fault(code))
            with contextlib.suppress(StorageError):
                ana.look(2)
            place.program("ben").look(5)

            assert place.names == ["read/a.csv"], (code, at)
            assert place.values() == [("2026-11-16", 40.0), ("2026-11-17", 38.0)], (code, at)


def test_ten_programs_at_once_read_every_file_once(place: Place) -> None:
    """Real processes on one real folder; files come one after the other, and all end up where they belong."""

    def work(number: int) -> None:
        app = place.program(f"app{number}")
        until = time.monotonic() + 30
        while time.monotonic() < until and len(list((place.inbox / "read").iterdir())) < 12:
            app.look(1)
            time.sleep(0.01)
        app.repository.close()

    children = [forked(lambda number=number: work(number)) for number in range(10)]
    for number in range(12):
        place.drop(f"day {number % 6}.csv", f"Datum;Bestellungen\n{number + 1:02d}.11.2026;{number}\n")
        if number == 5:
            # The same names come again once the first ones are gone.
            while any(place.inbox.glob("day*")):
                time.sleep(0.01)
    assert [ended(child) for child in children] == [0] * 10

    assert place.values() == [(f"2026-11-{number + 1:02d}", float(number)) for number in range(12)]
    expected = {f"read/day {n}.csv" for n in range(6)} | {f"read/day {n} 2.csv" for n in range(6)}
    assert set(place.names) == expected
