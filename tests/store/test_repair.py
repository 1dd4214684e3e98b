"""What `doctor --repair` mends, and what it leaves to people."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from store.doctor import Mended, examine, mendable, repair
from store.doctor.finding import Sign
from store.log.disk import Disk
from store.log.layout import data_folder, team_file
from store.log.protocol import CHECKPOINT_EVERY
from store.setup import suitable_claim
from tests.faults import FaultyDisk, death, ended, forked
from tests.store.log.places import copied, layout_of, log_in, made, shared_in, texts


class Ward:
    """A copy of a team with a long history, to be spoilt and mended."""

    def __init__(self, template: Path, place: Path) -> None:
        self.folder = copied(template, place / "team")
        self.local = place / "state"
        self.now: Callable[[], float] = time.time
        self.layout = layout_of(self.folder)
        self.file = team_file(data_folder(self.folder))

    def spoil(self, path: Path, content: bytes | None = None) -> None:
        """Put something else under a name; by default what is there with one bit turned round."""
        old = path.read_bytes()
        path.unlink()
        path.write_bytes(bytes([*old[:-2], old[-2] ^ 1, old[-1]]) if content is None else content)
        path.chmod(0o660)

    def would(self) -> tuple[str, ...]:
        return mendable(self.folder, suitable=suitable_claim, local=self.local, now=self.now, disk=Quick())

    def repair(self, disk: Disk | None = None) -> list[str]:
        return [m.sentence for m in self.mended(disk) if m.is_done]

    def mended(self, disk: Disk | None = None) -> tuple[Mended, ...]:
        return repair(
            self.folder, suitable=suitable_claim, local=self.local, now=self.now, disk=disk or Quick()
        )

    def bad(self) -> list[str]:
        findings = examine(self.folder, suitable=suitable_claim, local=self.local, now=self.now, disk=Quick())
        return [f.sentence for f in findings if f.sign is not Sign.OK]


class Quick(Disk):
    """Does not wait long for what does not heal."""

    def pause(self, seconds: float) -> None:
        time.sleep(min(seconds, 0.01))


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A team whose first thousand commits were compacted."""
    folder = made(tmp_path_factory.mktemp("long") / "team", 4 * CHECKPOINT_EVERY + 3)
    log_in(folder).trim(0)
    return folder


@pytest.fixture
def ward(long: Path, tmp_path: Path) -> Ward:
    """A healthy team."""
    return Ward(long, tmp_path)


@pytest.fixture
def solid(long: Path, tmp_path: Path) -> Ward:
    """A healthy team with files of its own: links share mode and owner."""
    ward = Ward(long, tmp_path)
    shutil.rmtree(ward.folder)
    shutil.copytree(long, ward.folder)
    return ward


def test_what_is_healthy_is_left_alone(ward: Ward) -> None:
    """Nothing would be done, nothing is done, and no file changes."""
    before = {path: path.stat().st_mtime_ns for path in ward.folder.rglob("*") if path.is_file()}

    assert ward.would() == ()
    assert ward.mended() == ()
    assert {path: path.stat().st_mtime_ns for path in ward.folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("index", [2, 3, 4])
@pytest.mark.parametrize("gone", [True, False])
def test_a_checkpoint_is_made_anew_byte_for_byte(ward: Ward, index: int, gone: bool) -> None:
    """Damaged or missing: the records and the history give the same bytes again."""
    path = ward.layout.checkpoint(index)
    content = path.read_bytes()
    ward.spoil(path)
    if gone:
        path.unlink()
    problem = "missing" if gone else "damaged"
    would = (
        f"Make the state after commit {index * 500:,} anew, which is {problem}, from the commits before it."
    )
    # Of the newest one that is gone nobody can know that it was there; it is kept again when it is due.
    if not (gone and index == 4):
        assert ward.would() == (would,)
        assert ward.repair() == [
            would.replace("Make", "Made").replace("which is", "which was").split(", from")[0] + "."
        ]
        assert path.read_bytes() == content
    assert ward.bad() == []


def test_all_checkpoints_at_once_are_made_anew(ward: Ward) -> None:
    """Also when none is left, from the first state on."""
    expected = shared_in(ward.folder).state.to_bytes()
    for index in (2, 3, 4):
        ward.spoil(ward.layout.checkpoint(index))
    assert any("no state to begin with" in sentence for sentence in ward.bad())

    assert len(ward.repair()) >= 3
    assert shared_in(ward.folder).state.to_bytes() == expected
    assert ward.bad() == []


def test_a_name_of_a_checkpoint_that_was_cut_down_comes_back(ward: Ward) -> None:
    """A name must never be free: a writer that slept could take its numbers again."""
    cut = ward.layout.checkpoint(1)
    content = cut.read_bytes()
    cut.unlink()

    assert ward.repair() == ["Made the state after commit 500 anew, which was missing."]
    assert cut.read_bytes() == content


def test_a_compacted_file_is_made_anew_while_its_records_are_there(long: Path, tmp_path: Path) -> None:
    """Without them it is left as it is, and stays a problem."""
    template = made(tmp_path / "young", 3 * CHECKPOINT_EVERY + 3)
    kept = copied(template, tmp_path / "kept")
    ward = Ward(template, tmp_path / "ward")
    log_in(ward.folder).trim(0)
    content = ward.layout.compacted(1).read_bytes()
    for number in range(1, CHECKPOINT_EVERY + 1):
        os.link(layout_of(kept).record(number), ward.layout.record(number))
    ward.spoil(ward.layout.compacted(1))
    assert ward.repair() == ["Made the file with the commits 1 to 500 anew, which was damaged."]
    assert ward.layout.compacted(1).read_bytes() == content

    other = Ward(long, tmp_path / "other")
    other.spoil(other.layout.compacted(1))
    assert other.would() == ()
    assert any("damaged" in sentence for sentence in other.bad())


@pytest.mark.parametrize(
    ("content", "kept"), [(b"", 0), (b'{"_default": {"1"', 1), (b'{"other": {"1": {}}}', 1), (None, 0)]
)
def test_team_json_is_written_anew(ward: Ward, content: bytes | None, kept: int) -> None:
    """Whatever became of it; what somebody may have wanted is kept beside it."""
    published = ward.file.read_bytes()
    ward.file.unlink()
    if content is not None:
        ward.file.write_bytes(content)
        ward.file.chmod(0o660)
        os.utime(ward.file, (0, 0))
    assert ward.would()[0].startswith("Write team.json anew from the log, which is ")

    assert len(ward.repair()) == 1
    assert ward.file.read_bytes() == published
    assert len([path for path in ward.folder.glob("team.json.*-*") if path.is_file()]) == kept


def test_an_edit_in_team_json_is_taken_in_and_not_lost(ward: Ward) -> None:
    """A script's change becomes a commit when it is mended."""
    ward.file.write_bytes(ward.file.read_bytes().replace(b'"note 7"', b'"note seven"'))
    ward.repair()

    assert "note seven" in texts(ward.folder)


def test_old_leftovers_go_and_young_ones_stay(ward: Ward) -> None:
    """By the server's clock: our own may be days ahead, and nothing of a living program is taken away."""
    old, young = ward.layout.scratch / "dead-1", ward.layout.scratch / "alive-1"
    half = ward.layout.log / ".000009-ab12"
    for path in (old, young):
        path.write_bytes(b"x")
        path.chmod(0o660)
    half.mkdir()
    half.chmod(ward.layout.log.stat().st_mode)
    for path in (old, half):
        os.utime(path, (time.time() - 2 * 86_400,) * 2)
    ward.now = lambda: time.time() + 2 * 86_400
    assert "Take away 3 temporary files." in ward.would()
    ward.repair()

    assert not old.exists()
    assert not half.exists()
    assert young.exists()


def test_modes_and_groups_come_back(solid: Ward) -> None:
    """A closed record, a folder without set-group-id, a file that is open to all: all as the folder says."""
    ward = solid
    record, block = ward.layout.record(2 * CHECKPOINT_EVERY + 1), ward.layout.checkpoints
    ward.folder.chmod(0o2770)
    record.chmod(0o600)
    block.chmod(0o755)
    ward.file.chmod(0o666)
    assert len(ward.bad()) > 1
    mended = ward.repair()

    assert [
        record.stat().st_mode & 0o7777,
        block.stat().st_mode & 0o7777,
        ward.file.stat().st_mode & 0o777,
    ] == [
        0o660,
        0o2770,
        0o660,
    ]
    assert len(mended) == 1
    assert mended[0].startswith("Gave ")
    assert ward.bad() == []


@pytest.mark.skipif(os.geteuid() != 0, reason="other users can only be played by root")
def test_who_may_not_mend_is_told_who_may(solid: Ward) -> None:
    """A file of somebody else that is shut stays shut, and the sentence names its owner."""
    ward = solid
    for path in (ward.folder, *ward.folder.rglob("*")):
        os.chown(path, 7021, 7020)
    for path in (ward.folder.parent, *ward.folder.parent.parents):
        if path != Path("/"):
            path.chmod(path.stat().st_mode | 0o001)
    for path in (ward.folder, *ward.folder.rglob("*")):
        path.chmod(0o2770 if path.is_dir() else 0o660)
    shut = ward.layout.record(2 * CHECKPOINT_EVERY + 1)
    shut.chmod(0o600)
    ward.local = ward.folder / "local"
    said: list[str] = []

    def look() -> None:
        os.setgroups([7020])
        os.setgid(7020)
        os.setuid(7022)
        said.extend(m.sentence for m in ward.mended() if not m.is_done)
        assert any("Only user 7021 or root can do that" in sentence for sentence in said), said

    assert ended(forked(look)) == 0
    assert ward.repair()
    assert shut.stat().st_mode & 0o777 == 0o660


def test_a_repair_that_is_killed_is_done_by_the_next(tmp_path: Path) -> None:
    """Dead before any call that writes, or in the middle of writing: nothing is worse than before."""
    short = made(tmp_path / "short", CHECKPOINT_EVERY + 3)
    expected = shared_in(short).state.to_bytes()
    healthy = FaultyDisk()
    spoilt(short, tmp_path).mended(healthy)
    writing = [n for n, call in enumerate(healthy.log, 1) if call.split()[0] in WRITING]
    assert len(writing) > 10
    for number in writing:
        ward = spoilt(short, tmp_path)
        disk = FaultyDisk(number, death(half=number % 2 == 0))
        ended(forked(partial(ward.mended, disk)))

        assert shared_in(ward.folder).state.to_bytes() == expected
        ward.repair()
        assert not [s for s in ward.bad() if "could not be taken in is kept" not in s]


WRITING = ("write_new", "make_folder", "link", "rename", "remove", "remove_tree", "sync_folder")


def spoilt(template: Path, place: Path) -> Ward:
    """A team with a damaged checkpoint and a torn team.json."""
    ward = Ward(template, place / "ward")
    ward.spoil(ward.layout.checkpoint(1))
    ward.spoil(ward.file, b"{")
    os.utime(ward.file, (0, 0))
    return ward
