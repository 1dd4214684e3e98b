"""What one person did lately, from the newest end of the history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from store.change import Change
from store.log.disk import Disk
from store.past import done_by
from store.repository.reader import HistoryReader
from store.setup import create_team
from tests.store.log.places import T0, log_in, noted

LENGTH = 600


class Counting(Disk):
    """A disk that counts what is read from it."""

    def __init__(self) -> None:
        self.reads = 0

    def read(self, path: Path) -> bytes:
        self.reads += 1
        return super().read(path)


def history() -> Iterator[Change]:
    """A commit a minute; every third one is Ben's."""
    for number in range(1, LENGTH + 1):
        yield replace(noted(f"note {number}", number, number), by="ana" if number % 3 else "ben")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A team with a history of half a day."""
    folder = tmp_path_factory.mktemp("recent") / "team"
    create_team(folder, {}, history())
    return folder


def ago(minutes: int) -> timedelta:
    """Since the first commit, so many minutes before the last one."""
    return timedelta(minutes=LENGTH - minutes)


def test_a_persons_changes_come_the_oldest_first(folder: Path) -> None:
    """Only hers, and only those since the moment."""
    found = done_by(log_in(folder), LENGTH, "Ben", T0 + ago(10))

    assert [change.at - T0 for change in found] == [ago(9), ago(6), ago(3), ago(0)]
    assert {change.by for change in found} == {"ben"}


def test_only_the_newest_end_is_read(folder: Path) -> None:
    """A hundred older ones are looked at, for what came later than it was done; not the whole history."""
    disk = Counting()
    done_by(log_in(folder, disk=disk), LENGTH, "ben", T0 + ago(10))

    assert 110 < disk.reads < 150


def test_work_of_a_clock_that_is_late_does_not_end_it(folder: Path, tmp_path: Path) -> None:
    """What was done offline stands behind younger work."""
    late = [replace(change, at=T0) if n > 550 else change for n, change in enumerate(history())]
    create_team(tmp_path / "team", {}, iter(late))
    found = done_by(log_in(tmp_path / "team"), LENGTH, "ben", T0 + ago(60))

    assert [change.at - T0 for change in found] == [ago(60), ago(57), ago(54), ago(51)]


def test_the_reader_beside_the_app_finds_the_newest_commit_itself(folder: Path) -> None:
    """As often as it is asked."""
    reader = HistoryReader(folder)
    found = reader.done_by("ben", T0 + ago(4))

    assert [change.at - T0 for change in found] == [ago(3), ago(0)]
    assert reader.done_by("ben", T0 + ago(4)) == found


def test_damage_ends_it_and_what_is_younger_is_told(tmp_path: Path) -> None:
    """A draft of what is left is better than none."""
    create_team(tmp_path / "team", {}, history())
    for record in (tmp_path / "team").rglob("*590"):
        record.write_bytes(b"rubbish")
    found = done_by(log_in(tmp_path / "team"), LENGTH, "ben", T0)

    assert [change.at - T0 for change in found] == [ago(9), ago(6), ago(3), ago(0)]
