"""Making a team's folder."""

from __future__ import annotations

import errno
import os
import stat
from functools import partial
from pathlib import Path

import pytest
from tinydb import TinyDB

from store.errors import Full, ReadOnly, Refused, StorageError, Unsuitable
from store.log.disk import Disk
from store.log.layout import Format, data_folder
from store.setup import create_team, refuse_existing, suitable_claim
from tests import builders
from tests.faults import FaultyDisk, NoLinks, ended, first, forked, lasting
from tests.store.log.places import noted, shared_in, texts

GENESIS = {"notes": {1: {"text": "genesis"}}}


def test_a_new_team_has_its_first_state_and_history(tmp_path: Path) -> None:
    """What was given is what is read, and numbers go on behind it."""
    state = create_team(tmp_path / "team", GENESIS, [noted("later", 2)])
    shared = shared_in(tmp_path / "team")

    assert shared.state.to_bytes() == state.to_bytes()
    assert [commit.change.label for commit in shared.history()] == ["noted"]
    commit = shared.commit("me", 1, noted("next"))
    assert commit is not None
    assert commit.change.edits[0].id == 3


def test_a_new_team_is_published(tmp_path: Path) -> None:
    """team.json is there at once."""
    create_team(tmp_path / "team", builders.team().tables)
    with TinyDB(tmp_path / "team" / "team.json") as db:
        assert len(db.table("tasks")) == 8


def test_a_team_is_not_made_twice(tmp_path: Path) -> None:
    """The sentence says that there is one, and it stays as it is."""
    create_team(tmp_path, GENESIS)
    with pytest.raises(Refused, match="already"):
        create_team(tmp_path, {})
    with pytest.raises(Refused, match="already"):
        refuse_existing(tmp_path)
    assert texts(tmp_path) == ["genesis"]


def test_a_file_that_was_there_before_is_kept(tmp_path: Path) -> None:
    """Somebody's own team.json is not lost: it is kept under a name that says so."""
    before = b'{"_default": {"1": {"mine": true}}}'
    (tmp_path / "team.json").write_bytes(before)
    create_team(tmp_path, GENESIS)

    (kept,) = tmp_path.glob("team.json.before-tagwerk-*")
    assert kept.read_bytes() == before


@pytest.mark.parametrize("disk", [Disk(), NoLinks()], ids=["link", "rename"])
def test_two_first_runs_at_once_make_one_team(tmp_path: Path, disk: Disk) -> None:
    """Eight processes on an empty folder: one makes the team, the others are told, nothing is mixed."""
    for turn in range(5):
        folder = tmp_path / f"team{turn}"
        folder.mkdir()
        pids = [forked(partial(_make, folder, f"by {me}", disk)) for me in range(8)]
        statuses = [ended(pid) for pid in pids]

        assert sorted(statuses) == [0] + [3] * 7
        assert texts(folder) == [f"by {statuses.index(0)}"]
        epoch = Format.read(Disk(), data_folder(folder)).epoch
        assert [path.name for path in data_folder(folder).iterdir() if path.name != "format"] == [epoch]


def _make(folder: Path, text: str, disk: Disk) -> None:
    try:
        create_team(folder, {"notes": {1: {"text": text}}}, disk=disk)
    except Refused:
        os._exit(3)


@pytest.mark.parametrize("has_links", [True, False])
def test_somebody_quicker_at_any_moment_wins(tmp_path: Path, has_links: bool) -> None:
    """Another first run, whole, before any call of ours: there is one team, and ours says whose it is."""
    quick = Disk() if has_links else NoLinks()
    for number in range(1, 100):
        folder = tmp_path / f"team{number}"
        disk = FaultyDisk(number, first(lambda f=folder: _quietly(f, "theirs", quick)))
        if not has_links:
            disk.link = quick.link
        made = _quietly(folder, "ours", disk)

        assert texts(folder) == (["ours"] if made else ["theirs"])
        if not disk.struck:
            assert made
            break
    assert number > 15


def _quietly(folder: Path, text: str, disk: Disk) -> bool:
    try:
        create_team(folder, {"notes": {1: {"text": text}}}, disk=disk)
    except Refused:
        return False
    return True


def test_folders_without_hard_links_use_another_way(tmp_path: Path) -> None:
    """Where linking does not work, renaming folders does, with the same guarantees."""
    assert suitable_claim(tmp_path, Disk()) == "link"
    assert suitable_claim(tmp_path, NoLinks()) == "rename"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_where_nothing_works_is_refused(tmp_path: Path) -> None:
    """Neither links nor folders that stay: the sentence says what to use instead."""

    class Hopeless(NoLinks):
        def rename(self, source: Path, target: Path) -> None:
            if target.is_dir():
                self.remove_tree(target)
            source.rename(target)

    with pytest.raises(Unsuitable, match="NFS, SMB, sshfs or a local disk"):
        create_team(tmp_path, GENESIS, disk=Hopeless())
    assert list(tmp_path.iterdir()) == []


def test_links_that_replace_are_not_trusted(tmp_path: Path) -> None:
    """A drive on which the second link wins cannot claim by linking."""

    class Replacing(Disk):
        def link(self, source: Path, target: Path) -> None:
            target.unlink(missing_ok=True)
            os.link(source, target)

    assert suitable_claim(tmp_path, Replacing()) == "rename"


@pytest.mark.parametrize(
    ("code", "error"), [(errno.ENOSPC, Full), (errno.EROFS, ReadOnly), (errno.EIO, StorageError)]
)
def test_a_folder_that_cannot_be_written_says_why(
    tmp_path: Path, code: int, error: type[StorageError]
) -> None:
    """A full or read-only drive is not called unsuitable."""
    with pytest.raises(error) as caught:
        create_team(tmp_path, GENESIS, disk=FaultyDisk(2, lasting(code)))
    assert not isinstance(caught.value, Unsuitable)


@pytest.mark.parametrize(
    ("mark", "program"),
    [
        (".dropbox", "Dropbox"),
        (".stfolder", "Syncthing"),
        ("OneDrive - Shop", "OneDrive"),
        ("Nextcloud", "Next"),
    ],
)
def test_a_folder_that_a_sync_program_keeps_is_refused(tmp_path: Path, mark: str, program: str) -> None:
    """The sentence names the program and says why; a folder deep inside counts, too."""
    if mark.startswith("."):
        (tmp_path / mark).mkdir()
        folder = tmp_path / "a" / "b"
    else:
        folder = tmp_path / mark / "team"
    folder.mkdir(parents=True)

    with pytest.raises(Unsuitable, match=f"kept by {program}"):
        create_team(folder, GENESIS)


def test_a_new_folder_is_for_its_group_only(tmp_path: Path) -> None:
    """A folder that is made has set-group-id and nothing for others; what is in it likewise."""
    create_team(tmp_path / "team", GENESIS)

    assert stat.S_IMODE((tmp_path / "team").stat().st_mode) == 0o2770
    for path in (tmp_path / "team").rglob("*"):
        wanted = 0o2770 if path.is_dir() else 0o660
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    """What the administrator has set stays, and what is made in it follows it."""
    folder = tmp_path / "team"
    folder.mkdir()
    folder.chmod(0o2775)
    create_team(folder, GENESIS)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o2775
    assert stat.S_IMODE((folder / "team.json").stat().st_mode) == 0o664


def test_several_files_in_one_folder_are_teams_of_their_own(tmp_path: Path) -> None:
    """The name of the published file tells them apart."""
    create_team(tmp_path, GENESIS)
    create_team(tmp_path, {}, name="other.json")

    assert texts(tmp_path) == ["genesis"]
    assert data_folder(tmp_path, "other.json").is_dir()
