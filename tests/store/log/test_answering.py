"""A folder that does not answer at all is told apart from one that does, without waiting for it."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from store.errors import Unreachable
from store.log.answering import refuse_silence
from store.log.disk import Disk
from store.setup import create_team
from tests import builders
from tests.faults import FaultyDisk, refused

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there every call gives up by itself")


class Listening(Disk):
    """Writes down what the process that asks still holds open."""

    def __init__(self, note: Path) -> None:
        self._note = note

    def ask_server(self, path: Path) -> None:
        links = [link for link in Path("/proc/self/fd").iterdir() if link.exists()]
        self._note.write_text("\n".join(str(link.readlink()) for link in links))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A team's folder."""
    create_team(tmp_path / "team", builders.team().tables)
    return tmp_path / "team"


def test_a_folder_that_answers_is_fine(folder: Path) -> None:
    """At once: it is only waited for a word of the one who asks."""
    began = time.monotonic()

    refuse_silence(folder, Disk(), within=60)

    assert time.monotonic() - began < 30


def test_an_error_is_an_answer_too(folder: Path) -> None:
    """So is that nothing is there; opening the team says what it means."""
    refuse_silence(folder, FaultyDisk(1, refused(5)), within=60)
    refuse_silence(folder / "nowhere", Disk(), within=60)


def test_a_folder_that_holds_a_call_is_refused(folder: Path) -> None:
    """Opening a pipe that nobody writes into waits as a call to a dead drive does."""
    (folder / "team.json.d" / "format").unlink()
    os.mkfifo(folder / "team.json.d" / "format")
    began = time.monotonic()

    with pytest.raises(Unreachable) as refusal:
        refuse_silence(folder, Disk(), within=0.2)

    assert time.monotonic() - began < 30
    assert str(refusal.value).startswith(f"{folder} does not answer; is the drive connected?")


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux lists open files")
def test_who_asks_holds_nothing_that_a_shell_waits_for(folder: Path, tmp_path: Path) -> None:
    """Neither the terminal nor a pipe but the one of the answer, however long it is kept."""
    refuse_silence(folder, Listening(tmp_path / "open"), within=60)

    held = (tmp_path / "open").read_text().splitlines()
    assert [link for link in held if not link.startswith(("/proc/", str(tmp_path)))] == [
        link for link in held if link.startswith("pipe:")
    ]
    assert sum(link.startswith("pipe:") for link in held) == 1
