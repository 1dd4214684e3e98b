"""What `doctor` finds."""

from __future__ import annotations

import errno
import os
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.backup import Shelf
from store.change import Change
from store.doctor import Finding, Sign, examine
from store.errors import ReadOnly, Unsuitable
from store.log.disk import Disk
from store.log.layout import Format, Layout, data_folder
from store.log.protocol import CHECKPOINT_EVERY
from store.presence import Presence, Where
from store.repository import open_team
from store.rules import tasks
from store.setup import create_team, suitable_claim
from tests import builders


class QuickDisk(Disk):
    """A disk on which nobody waits for what does not heal."""

    def pause(self, seconds: float) -> None:
        """Not here."""


class Clinic:
    """A team's folder and its examination."""

    def __init__(self, place: Path) -> None:
        self.folder = place / "team"
        self.local = place / "state"
        self.disk: Disk = QuickDisk()
        self.now = time.time
        self.free = 10_000_000_000

    def examine(self) -> tuple[Finding, ...]:
        return examine(
            self.folder,
            suitable=suitable_claim,
            disk=self.disk,
            local=self.local,
            now=self.now,
            free=lambda _: self.free,
        )

    def bad(self) -> list[tuple[Sign, str]]:
        """Sign and sentence of all that is not in order."""
        return [(f.sign, f.sentence) for f in self.examine() if f.sign is not Sign.OK]

    def only(self) -> tuple[Sign, str]:
        """The one thing that is not in order."""
        found = self.bad()
        assert len(found) == 1, found
        return found[0]

    @property
    def layout(self) -> Layout:
        data = data_folder(self.folder)
        return Layout(data, Format.read(self.disk, data).epoch)


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    """A healthy team with 20 commits."""
    clinic = Clinic(tmp_path)
    create_team(clinic.folder, builders.team().tables, history(20))
    return clinic


def history(count: int) -> list[Change]:
    """Commits that change one title after the other."""
    team, changes = builders.team(), []
    for number in range(count):
        change = tasks.edit(team, 1, "ana", builders.NOW, title=f"Title {number}")
        team = team.apply(change)
        changes.append(change)
    return changes


def test_a_healthy_team(clinic: Clinic) -> None:
    """A fresh team is in order, and the examination leaves no trace."""
    before = sorted(p for p in clinic.folder.rglob("*"))
    findings = clinic.examine()
    assert {finding.sign for finding in findings} == {Sign.OK}
    assert "All 20 commits are there and whole." in [f.sentence for f in findings]
    assert sorted(p for p in clinic.folder.rglob("*")) == before
    assert not clinic.local.exists()


def test_people_who_are_here_are_no_foreign_files(clinic: Clinic) -> None:
    """Presence files are no finding, also when a killed program has left one."""
    ana = Presence(clinic.layout, "abcdef", "ana")
    ana.say(Where("Board"))
    ana.look()

    assert {finding.sign for finding in clinic.examine()} == {Sign.OK}


def test_no_folder(clinic: Clinic, tmp_path: Path) -> None:
    """A folder that is missing, or is a file, is a problem with two ways out."""
    clinic.folder = tmp_path / "gone"
    assert clinic.only() == (Sign.PROBLEM, f"{clinic.folder} is not there.")
    clinic.folder.write_text("")
    assert clinic.only() == (Sign.PROBLEM, f"{clinic.folder} is not a folder.")


def test_a_folder_before_init(clinic: Clinic, tmp_path: Path) -> None:
    """A folder without a team is examined as far as it goes."""
    clinic.folder = tmp_path / "new"
    clinic.folder.mkdir(mode=0o700)
    signs = {finding.about: finding.sign for finding in clinic.examine()}
    assert signs["team"] is Sign.NOTE
    assert signs["drive"] is Sign.OK
    assert "history" not in signs


def test_a_folder_of_a_sync_program(clinic: Clinic) -> None:
    """A folder that a sync program keeps is a problem."""
    (clinic.folder / ".stfolder").mkdir()
    sign, sentence = clinic.only()
    assert sign is Sign.PROBLEM
    assert "is kept by Syncthing" in sentence


def test_a_drive_without_links(clinic: Clinic) -> None:
    """A team that was made with links has a problem where this computer cannot link; a new one has not."""

    class NoLinks(QuickDisk):
        def link(self, source: Path, target: Path) -> None:
            raise OSError(errno.EPERM, "no links")

    clinic.disk = NoLinks()
    sign, sentence = clinic.only()
    assert sign is Sign.PROBLEM
    assert "from this computer they cannot be" in sentence
    clinic.folder = clinic.folder.parent / "new"
    clinic.folder.mkdir(mode=0o700)
    assert "by renaming folders, as it cannot link" in " ".join(f.sentence for f in clinic.examine())


@pytest.mark.parametrize("error", [errno.EROFS, errno.ENOSPC, errno.EHOSTDOWN])
def test_a_drive_that_cannot_be_written(clinic: Clinic, error: int) -> None:
    """Where nothing can be written, the probe says why, and the rest is examined all the same."""

    class Broken(QuickDisk):
        def write_new(self, path: Path, content: bytes) -> None:
            raise OSError(error, "broken", str(path))

        def make_folder(self, path: Path) -> None:
            raise OSError(error, "broken", str(path))

    clinic.disk = Broken()
    assert [sign for sign, _ in clinic.bad()] == [Sign.PROBLEM]
    assert "All 20 commits are there and whole." in [f.sentence for f in clinic.examine()]


def test_suitability_is_asked_of_the_caller(clinic: Clinic) -> None:
    """What `init` would refuse, the examination repeats in the same words."""
    for error in (Unsuitable("Not here."), ReadOnly("Not by you.")):

        def refuse(folder: Path, disk: Disk, error: Exception = error) -> str:
            raise error

        found = examine(clinic.folder, suitable=refuse, disk=clinic.disk, local=clinic.local)
        assert (Sign.PROBLEM, str(error)) in [(f.sign, f.sentence) for f in found]


@pytest.mark.parametrize(
    ("seconds", "sign", "words"),
    [
        (20, Sign.NOTE, "20 s ahead of"),
        (-300, Sign.PROBLEM, "300 s behind"),
        (7200, Sign.PROBLEM, "120 min ahead of"),
    ],
)
def test_clocks_that_differ(clinic: Clinic, seconds: float, sign: Sign, words: str) -> None:
    """A clock that is off is told with how far and in which direction."""
    clinic.now = lambda: time.time() + seconds
    found, sentence = clinic.only()
    assert found is sign
    assert words in sentence


@pytest.mark.parametrize(("free", "sign"), [(100_000_000, Sign.NOTE), (1_000_000, Sign.PROBLEM)])
def test_little_space(clinic: Clinic, free: int, sign: Sign) -> None:
    """A drive that is nearly full is told before it is full."""
    clinic.free = free
    assert clinic.only() == (sign, f"{free // 1_000_000} MB are free.")


def test_an_open_folder(clinic: Clinic) -> None:
    """A folder that others can read or write is told; inside a closed one it is all right."""
    place = clinic.folder.parent
    place.chmod(0o700)
    clinic.folder.chmod(0o2777)
    assert clinic.bad() == []
    opened = [p for p in (place, *place.parents) if not p.stat().st_mode & 0o001]
    modes = {p: p.stat().st_mode & 0o7777 for p in opened}
    try:
        for path in opened:
            path.chmod(modes[path] | 0o001)
        assert clinic.only() == (Sign.PROBLEM, "Everybody on this computer can change the team's data.")
        clinic.folder.chmod(0o2775)
        assert clinic.only() == (Sign.NOTE, "Everybody on this computer can read the team's data.")
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


def test_a_folder_for_one(clinic: Clinic) -> None:
    """A folder that only its owner writes, without set-group-id, or sticky, is told."""
    clinic.folder.chmod(0o700)
    sign, sentence = clinic.only()
    assert (sign, "right for one person" in sentence) == (Sign.NOTE, True)
    clinic.folder.chmod(0o770)
    sign, sentence = clinic.only()
    assert (sign, "new files get the group of whoever makes them" in sentence) == (Sign.NOTE, True)
    clinic.folder.chmod(0o3770)
    sign, sentence = clinic.only()
    assert (sign, "sticky" in sentence) == (Sign.PROBLEM, True)


def test_a_file_that_colleagues_cannot_read(clinic: Clinic) -> None:
    """Files closed to the group, and files of another group, are told by name."""
    (clinic.folder / "team.json").chmod(0o600)
    clinic.layout.checkpoints.chmod(0o2750)
    sign, sentence = clinic.only()
    assert sign is Sign.PROBLEM
    assert sentence.startswith("team.json and 1 more are closed to the group or to you")
    (clinic.folder / "team.json").chmod(0o660)
    clinic.layout.checkpoints.chmod(0o2770)
    if os.geteuid() == 0:
        os.chown(clinic.layout.format, 0, 4242)
        sign, sentence = clinic.only()
        assert (sign, sentence) == (Sign.NOTE, f"team.json.d/format is not of the group {_group(clinic)}.")


def _group(clinic: Clinic) -> str:
    return clinic.folder.group()


def test_a_damaged_record(clinic: Clinic) -> None:
    """A record that does not match its checksum is a problem that names the file."""
    record = clinic.layout.record(7)
    record.chmod(0o660)
    record.write_bytes(record.read_bytes().replace(b"Title", b"Titel"))
    found = clinic.bad()
    assert all(sign is Sign.PROBLEM for sign, _ in found)
    assert any(str(record) in sentence and "checksum" in sentence for _, sentence in found)


def test_a_missing_record(clinic: Clinic) -> None:
    """A gap in the numbers is a problem that names the first one."""
    clinic.layout.record(7).unlink()
    assert (Sign.PROBLEM, "Commit 7 is missing in the log.") in clinic.bad()
    clinic.layout.record(8).unlink()
    assert (Sign.PROBLEM, "2 commits from 7 on are missing in the log.") in clinic.bad()


def test_a_record_under_another_name(clinic: Clinic) -> None:
    """A whole record in the wrong place is a problem."""
    clinic.layout.record(7).unlink()
    clinic.layout.record(7).write_bytes(clinic.layout.record(8).read_bytes())
    assert (Sign.PROBLEM, "The file of commit 7 holds something else.") in clinic.bad()


def test_a_damaged_checkpoint(clinic: Clinic) -> None:
    """Without any state to begin with there is a problem, and everything else is still looked at."""
    clinic.layout.checkpoint(0).unlink()
    clinic.layout.checkpoint(0).write_bytes(b"tagwerk 1 00 3\nabc")
    assert (Sign.PROBLEM, "The log has no state to begin with.") in clinic.bad()


def test_a_damaged_format(clinic: Clinic) -> None:
    """A folder whose format cannot be read is a problem; the drive is looked at all the same."""
    clinic.layout.format.unlink()
    (data_folder(clinic.folder) / "format").write_bytes(b"x")
    sign, sentence = clinic.only()
    assert sign is Sign.PROBLEM
    assert "format" in sentence


def test_a_log_that_was_compacted(tmp_path: Path) -> None:
    """Compacted records and checkpoints that were cut down are no gaps."""
    clinic = Clinic(tmp_path)
    create_team(clinic.folder, builders.team().tables, history(3 * CHECKPOINT_EVERY + 1))
    repository = open_team(clinic.folder, local=clinic.local)
    assert repository._log.trim(-1.0) == CHECKPOINT_EVERY
    repository.close()
    assert not clinic.layout.record(1).exists()
    assert clinic.bad() == []
    clinic.layout.compacted(1).unlink()
    assert (Sign.PROBLEM, "500 commits from 1 on are missing in the log.") in clinic.bad()


def test_team_json(clinic: Clinic) -> None:
    """A team.json that is missing, edited, strange or broken is told; only a broken one is a problem."""
    file = clinic.folder / "team.json"
    published = file.read_bytes()
    file.unlink()
    assert clinic.only() == (Sign.NOTE, "team.json is not there.")
    file.write_bytes(published.replace(b"Title 19", b"Title 00"))
    file.chmod(0o660)
    assert clinic.only() == (Sign.NOTE, "team.json was edited by another program.")
    file.write_bytes(b'{"tasks": {}}')
    assert clinic.only() == (Sign.NOTE, "team.json is a TinyDB file that this team has not published.")
    file.write_bytes(b'{"tasks": {')
    assert clinic.only() == (Sign.PROBLEM, "team.json is not a TinyDB file.")
    file.write_bytes(published)
    kept = clinic.folder / "team.json.damaged-2026-11-20T101010"
    kept.write_bytes(b"x")
    assert clinic.only() == (Sign.NOTE, f"A team.json that could not be taken in is kept: {kept.name}.")


def test_team_json_behind_the_log(clinic: Clinic) -> None:
    """A team.json that nobody has published since is only worth a word."""
    repository = open_team(clinic.folder, local=clinic.local)
    repository.commit(tasks.edit(repository.team, 2, "ana", builders.NOW, title="New"))
    assert clinic.bad()[0] == (Sign.NOTE, "team.json is 1 commit behind the log.")
    repository.close()
    assert clinic.bad() == []


def test_backups(clinic: Clinic) -> None:
    """None yet is no fault; one that is old or cannot be unpacked is told."""
    assert any("no backup yet" in finding.sentence for finding in clinic.examine())
    shelf = Shelf(clinic.folder / "team.json", clinic.layout.scratch)
    state = open_team(clinic.folder, local=clinic.local).state
    shelf.keep(state, datetime.now(UTC).date())
    assert clinic.bad() == []
    (today,) = shelf.backups()
    old = today.path.with_name("2026-01-01.json.gz")
    today.path.rename(old)
    sentence = "1 backup, the newest one of 2026-01-01. The team was changed since then."
    assert clinic.only() == (Sign.NOTE, sentence)
    old.write_bytes(old.read_bytes()[:-20])
    sign, sentence = clinic.only()
    assert sign is Sign.PROBLEM
    assert "2026-01-01.json.gz cannot be brought back from: it is damaged" in sentence


def test_foreign_files(clinic: Clinic) -> None:
    """Files in the log that Tagwerk has not put there are told by name."""
    block = clinic.layout.block(1)
    for path in (block / "000000007 (conflicted copy)", clinic.layout.data / "desktop.ini"):
        path.write_text("x")
        path.chmod(0o660)
    sign, sentence = clinic.only()
    assert sign is Sign.NOTE
    assert "desktop.ini" in sentence
    assert "000000007 (conflicted copy)" in sentence


def test_leftovers(clinic: Clinic) -> None:
    """A temporary file is told when it is old, and a probe of a killed examination always."""
    leftover = clinic.layout.scratch / "abc-1-1"
    leftover.write_text("x")
    leftover.chmod(0o660)
    assert clinic.bad() == []
    os.utime(leftover, (0, 0))
    assert clinic.only() == (Sign.NOTE, "1 temporary file left behind by programs that were killed.")
    leftover.unlink()
    (clinic.folder / ".tagwerk-probe-1").mkdir()
    assert clinic.only() == (Sign.NOTE, "1 probe left behind by an examination that was killed.")


def test_what_waits_on_this_machine(clinic: Clinic) -> None:
    """Changes that wait are told without being touched; what needs a decision is a problem."""
    repository = open_team(clinic.folder, local=clinic.local)
    repository.submit(tasks.edit(repository.team, 2, "ana", builders.NOW, title="Waits"))
    sign, sentence = clinic.only()
    assert (sign, sentence) == (Sign.NOTE, "1 change of yours on this computer did not reach the folder yet.")
    other = open_team(clinic.folder, local=clinic.local / "other")
    other.commit(tasks.edit(other.team, 2, "ben", builders.NOW, title="First"))
    other.close()
    repository.flush()
    sign, sentence = clinic.only()
    assert sign is Sign.PROBLEM
    assert sentence.startswith("1 change of yours could not be put together")
    repository.close()


def test_a_log_that_is_gone_is_a_problem(tmp_path: Path) -> None:
    """A published team.json without its log is no folder for a new team, but one to be restored."""
    folder = tmp_path / "team"
    create_team(folder, builders.team().tables)
    shutil.rmtree(folder / "team.json.d")
    findings = examine(folder, suitable=suitable_claim, local=tmp_path / "local")

    assert [f.sentence for f in findings if f.sign is Sign.PROBLEM] == [
        f"There is a team.json in {folder}, but its log, team.json.d, is gone."
    ]
