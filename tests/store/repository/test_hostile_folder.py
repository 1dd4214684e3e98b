"""What other programs and people may do to a team's folder must not stop the work of everybody else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.change import Change
from store.errors import Damaged
from store.log.disk import Disk
from store.repository import Repository, open_team
from store.setup import create_team
from tests import builders
from tests.store.repository.clock import Clock


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create_team(tmp_path / "team", builders.team().tables)
    return tmp_path / "team"


def opened(folder: Path, clock: Clock | None = None, disk: Disk | None = None) -> Repository:
    """A program that has the team open."""
    local = folder.parent / "local"
    return open_team(folder, local=local, login="ana", now=clock or Clock(), disk=disk)


def retitled(repository: Repository, title: str) -> Change:
    """A change to the first card."""
    change = Change.update("tasks", repository.team.task(1), "renamed", title=title)
    return change.signed("ana", builders.NOW)


def tended(repository: Repository, clock: Clock) -> None:
    """The next minute."""
    for _ in range(6):
        clock.forward(10)
        repository.refresh()
        repository.flush()
        repository.tend()


def _null_document(tables: dict[str, Any]) -> None:
    tables["notes"] = {"1": None}


def _null_task(tables: dict[str, Any]) -> None:
    tables["tasks"]["500"] = None


def _huge_number(tables: dict[str, Any]) -> None:
    tables["tasks"][str(2**64 - 1)] = {"title": "Huge", "column": 1}


def _deep_list(tables: dict[str, Any]) -> None:
    nested: list[Any] = []
    for _ in range(300):
        nested = [nested]
    tables["notes"] = {"1": {"deep": nested}}


def _endless_number(tables: dict[str, Any]) -> None:
    tables["tasks"]["1" * 5000] = {"title": "Endless", "column": 1}


def _negative_number(tables: dict[str, Any]) -> None:
    tables["tasks"]["-5"] = {"title": "Negative", "column": 1}


def _nobody_left(tables: dict[str, Any]) -> None:
    del tables["members"]


@pytest.mark.parametrize(
    "spoil",
    [_null_document, _null_task, _huge_number, _deep_list, _endless_number, _negative_number, _nobody_left],
    ids=lambda spoil: spoil.__name__.strip("_"),
)
def test_an_odd_value_in_the_file_is_reported_and_stops_nobody(
    folder: Path, spoil: Callable[[dict[str, Any]], None]
) -> None:
    """The file is kept aside with a report, team.json is written anew, and commits go on."""
    clock = Clock()
    ana = opened(folder, clock)
    file = folder / "team.json"
    tables = json.loads(file.read_text())
    before = {name: table for name, table in ana.team.tables.items() if table}
    spoil(tables)
    file.write_text(json.dumps(tables))
    tended(ana, clock)
    assert ana.reports
    assert ana.commit(retitled(ana, "Still working")) is not None
    ana.close()

    assert [p for p in folder.iterdir() if p.name.startswith("team.json.") and p.is_file()]
    assert json.loads(file.read_text())["tasks"]["1"]["title"] == "Still working"
    assert ana.team.members.keys() == {"ana", "ben", "cem"}
    assert {name for name, table in ana.team.tables.items() if table} == before.keys()


def test_a_number_far_ahead_is_not_kept(folder: Path) -> None:
    """A script that numbers its card 1000000000 gets it in under the next free number."""
    clock = Clock()
    ana = opened(folder, clock)
    tables = json.loads((folder / "team.json").read_text())
    tables["tasks"]["1000000000"] = {"title": "Far out", "column": 1}
    (folder / "team.json").write_text(json.dumps(tables))
    tended(ana, clock)

    assert ana.team.task(9).title == "Far out"
    ana.close()


def test_a_missing_record_is_damage_and_nobody_writes_into_the_gap(folder: Path) -> None:
    """Where later commits are there, a missing one is told; it is neither the end nor a free number."""
    ana = opened(folder)
    for n in range(5):
        ana.commit(retitled(ana, f"Title {n}"))
    (record,) = folder.glob("team.json.d/*/log/000000/000000003")
    record.unlink()
    with pytest.raises(Damaged, match="Commit 3 is missing"):
        opened(folder)

    assert not record.exists()
    ana.close()


def test_a_backup_of_the_log_under_a_newer_file_is_published(folder: Path) -> None:
    """When the log went back to a backup, team.json says again what the log says."""
    ana = opened(folder)
    ana.commit(retitled(ana, "Before the backup"))
    ana.close()
    shutil.copytree(folder / "team.json.d", folder.parent / "backup")
    ana = opened(folder)
    for n in range(5):
        ana.commit(retitled(ana, f"Lost {n}"))
    ana.close()
    shutil.rmtree(folder / "team.json.d")
    shutil.copytree(folder.parent / "backup", folder / "team.json.d")
    ben = opened(folder)
    ben.commit(retitled(ben, "After the backup"))
    ben.close()

    assert json.loads((folder / "team.json").read_text())["tasks"]["1"]["title"] == "After the backup"


def test_a_tidied_scratch_folder_is_made_again(folder: Path) -> None:
    """Somebody removes tmp/ and history/: commits and publishing go on."""
    clock = Clock()
    ana = opened(folder, clock)
    for name in ("tmp", "history"):
        (found,) = folder.glob(f"team.json.d/*/{name}")
        shutil.rmtree(found)
    ana.commit(retitled(ana, "Tidy"))
    tended(ana, clock)
    ana.close()

    assert json.loads((folder / "team.json").read_text())["tasks"]["1"]["title"] == "Tidy"


class SyncedFolders(Disk):
    """Remembers which folders were put on the platters."""

    def __init__(self) -> None:
        self.synced: list[str] = []

    def sync_folder(self, path: Path) -> None:
        self.synced.append(path.name)
        super().sync_folder(path)


def test_a_new_block_is_durable_before_a_record_in_it_counts(folder: Path) -> None:
    """The folder of the blocks is synced before the first record of a block."""
    disk = SyncedFolders()
    ana = opened(folder, disk=disk)
    ana.commit(retitled(ana, "First"))

    assert disk.synced[:2] == ["log", "000000"]
    ana.close()
