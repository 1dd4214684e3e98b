"""A team that a newer program has taken over: the app and the command line show it and change nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.change import Change
from store.log.record import FORMAT, Commit, encode
from store.repository import open_team
from tests.builders import BACKLOG, NOW
from tests.tui.command_line import CommandLine
from tests.tui.conftest import Office, screen_text, task, until


def taken_over(folder: Path, local: Path) -> None:
    """Commit what only a newer program understands."""
    repository = open_team(folder, local=local, login="tomorrow")
    change = Change((), "upgraded the team", "tagwerk", NOW)
    commit = Commit(repository.number + 1, "upgrade", 1, change, format=FORMAT + 1)
    repository.log.append(commit.number, encode(commit, repository.epoch))


async def test_the_app_shows_a_newer_team_and_refuses_to_change_it(office: Office) -> None:
    """The board is there; a key that changes something is answered with the sentence, and nothing waits."""
    taken_over(office.folder, office.local / "tomorrow")
    async with office.app() as pilot:
        await until(pilot, lambda: "newer Tagwerk" in screen_text(pilot))
        assert "Backlog" in screen_text(pilot)
        await pilot.press("L")
        await until(pilot, lambda: screen_text(pilot).count("This was written by a newer Tagwerk") == 2)
        assert task(pilot, 1).column == BACKLOG
    assert list((office.local / "ana").rglob("0*.json")) == []


async def test_an_open_app_stops_when_the_team_is_taken_over(office: Office) -> None:
    """It says so within a poll, and still shows the board."""
    async with office.app() as pilot:
        taken_over(office.folder, office.local / "tomorrow")
        await until(pilot, lambda: "newer Tagwerk" in screen_text(pilot))
        assert "Backlog" in screen_text(pilot)


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A shell on a team that a newer program has taken over."""
    line = CommandLine(tmp_path)
    line.make_team()
    taken_over(line.folder, tmp_path / "tomorrow")
    return line


SENTENCE = (
    f"tagwerk: This was written by a newer Tagwerk (format {FORMAT + 1}); please update yours. "
    "Until then it can only be looked at, as team.json has it.\n"
)


def test_the_command_line_reads_a_newer_team(tagwerk: CommandLine) -> None:
    """Lists and cards are shown, and a sentence beside them says why nothing else works."""
    for words in (["list"], ["show", "1"], ["member", "list"], ["goals"]):
        ran = tagwerk(*words)
        assert (ran.status, ran.err) == (0, SENTENCE), words
    assert len(tagwerk("list", "--json").json["tasks"]) > 3


def test_the_command_line_changes_nothing_in_a_newer_team(tagwerk: CommandLine) -> None:
    """It ends with status 3 and the sentence, and nothing waits on this machine."""
    before = (tagwerk.folder / "team.json").read_bytes()
    for words in (
        ["add", "New"],
        ["done", "1"],
        ["log"],
        ["backup", "now"],
        ["restore", "--from", "@0", "--yes"],
    ):
        ran = tagwerk(*words)
        assert (ran.status, ran.err) == (3, SENTENCE), words
    assert (tagwerk.folder / "team.json").read_bytes() == before
    assert list((tagwerk.place / "state").rglob("0*.json")) == []
    assert "newer Tagwerk" in tagwerk("doctor", str(tagwerk.folder)).out
