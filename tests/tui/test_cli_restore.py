"""`tagwerk backup` and `tagwerk restore`: copies of the team, and bringing back what was."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from store.log.disk import Disk
from store.log.layout import data_folder
from store.setup import create_team
from tests.tui.command_line import CommandLine

HOUR = 3600


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A team that was changed by two people since commit 0."""
    line = CommandLine(tmp_path)
    line.make_team()
    for words, person in (
        (("move", "1", "Doing", "--over-limit"), "ana"),
        (("column", "edit", "Ready", "--name", "Up next"), "ana"),
        (("add", "Weigh", "the", "parcels"), "ben"),
        (("archive", "2"), "ben"),
    ):
        line.seconds += HOUR
        ran = line(*words, person=person)
        assert ran.status == 0, ran.err
    line.seconds += HOUR
    return line


def tasks(tagwerk: CommandLine) -> dict[int, object]:
    """Column of each task on the board."""
    return {task["number"]: task["column"] for task in tagwerk("list", "--json").json["tasks"]}


def test_a_preview_says_what_would_change_and_changes_nothing(tagwerk: CommandLine) -> None:
    """A sentence for each thing, what came since, and how to do it."""
    before = tasks(tagwerk)
    lines = tagwerk("restore", "--from", "@0").out.splitlines()

    assert lines[0].startswith("This would be brought back from @0: ")
    assert "  #1 column: Doing → Backlog" in lines
    assert "  column “Up next” name: Up next → Ready" in lines
    assert any(line.startswith("  #2 archived at: 2026-") and line.endswith("→ nothing") for line in lines)
    assert any(line.startswith("What came since stays: 1 task") for line in lines)
    assert lines[-1] == "Nothing is changed yet; add --yes to do it."
    assert tasks(tagwerk) == before
    assert tagwerk("log", "--json", "-n", "1").json["commits"][0]["number"] == 4


def test_the_whole_team_goes_back_in_one_commit_that_can_be_taken_back(tagwerk: CommandLine) -> None:
    """What was is there again; and with the number that it names, all is as before."""
    then = {t["number"]: t["column"] for t in tagwerk("as-of", "@0", "--json").json["tasks"]}
    before = tagwerk("as-of", "@4", "--json").json["tasks"]
    done = tagwerk("restore", "--from", "@0", "--yes")

    new = max(tasks(tagwerk))
    assert {number: column for number, column in tasks(tagwerk).items() if number != new} == then
    (commit,) = tagwerk("log", "-n", "1", "--json").json["commits"]
    assert (commit["number"], commit["label"]) == (5, "brought the team back to @0")
    assert done.out.splitlines()[-1] == "To take this back: tagwerk restore --from @4 --yes"

    assert tagwerk("restore", "--from", "@4", "--yes").status == 0
    assert tagwerk("as-of", "@6", "--json").json["tasks"] == before


def test_one_document_goes_back_and_the_rest_stays(tagwerk: CommandLine) -> None:
    """A card by its number, or a column by its name."""
    tagwerk("restore", "--from", "@0", "--only", "#1", "--yes")
    assert tasks(tagwerk)[1] == "Backlog"
    assert 2 not in tasks(tagwerk)

    tagwerk("restore", "--from", "@0", "--only", "column Ready", "--yes")
    assert {c["name"] for c in tagwerk("column", "--json").json["columns"]} >= {"Ready"}
    assert tagwerk("restore", "--from", "@0", "--only", "#99").err == (
        "tagwerk: “#99” was not there then, so it cannot be brought back.\n"
    )


def test_what_came_since_is_put_away_only_when_asked_for(tagwerk: CommandLine) -> None:
    """It is archived, and nothing is deleted."""
    new = max(tasks(tagwerk))
    tagwerk("restore", "--from", "@0", "--exactly", "--yes")

    assert new not in tasks(tagwerk)
    assert new in [task["number"] for task in tagwerk("list", "--archived", "--json").json["tasks"]]


def test_a_backup_is_made_listed_and_brought_back_from(tagwerk: CommandLine) -> None:
    """By its name alone, or by the path of a copy."""
    path = Path(tagwerk("backup", "now", "--json").json["file"])
    names = [Path(backup["file"]).name for backup in tagwerk("backup", "--json").json["backups"]]
    assert path.name in names
    assert "2026-11-23.json.gz" in names  # made by itself, after the first change
    assert tagwerk("backup", "list").out == tagwerk("backup").out

    tagwerk("move", "1", "Up next")
    copy = tagwerk.place / "copy.json"
    copy.write_bytes(gzip.decompress(path.read_bytes()))
    for source in (path.name, str(path), str(copy)):
        found = tagwerk("restore", "--from", source, "--json").json
        assert [c["number"] for c in found["changes"]] == [1], source
    tagwerk("restore", "--from", path.name, "--yes")
    assert tasks(tagwerk)[1] == "Doing"


def test_a_team_whose_log_is_lost_comes_back_from_a_backup(tagwerk: CommandLine) -> None:
    """Its backups are listed without a log; a new team takes over the one that is wanted."""
    path = Path(tagwerk("backup", "now", "--json").json["file"])
    data_folder(tagwerk.folder).rename(tagwerk.place / "lost")
    assert path.name in tagwerk("backup").out

    create_team(tagwerk.folder, {"members": {1: {"login": "ana", "name": "Ana"}}})
    ran = tagwerk("restore", "--from", path.name, "--yes")
    assert ran.status == 0, ran.err
    assert 1 in tasks(tagwerk)


def test_a_team_that_cannot_be_opened_begins_anew_in_another_folder(tagwerk: CommandLine) -> None:
    """As the doctor says: a new team, and everything of the newest backup in it."""
    before = tagwerk("list", "--json").json
    path = Path(tagwerk("backup", "now", "--json").json["file"])
    for record in (tagwerk.folder / "team.json.d").glob("*/log/*/000000002"):
        record.unlink()
        record.write_bytes(b"tagwerk 1 rubbish")
    assert tagwerk("list", disk=Quick()).status == 3
    assert "begin anew" in tagwerk("doctor", str(tagwerk.folder), disk=Quick()).out

    new = str(tagwerk.place / "new")
    assert tagwerk.bare("--as", "ana", "init", new, "--yes").status == 0
    ran = tagwerk.bare("--folder", new, "--as", "ana", "restore", "--from", str(path), "--exactly", "--yes")
    assert ran.status == 0, ran.err
    assert tagwerk.bare("--folder", new, "list", "--json").json == before


class Quick(Disk):
    """Waits for nothing to heal."""

    def pause(self, seconds: float) -> None:
        """Not here."""


def test_only_who_leads_may_bring_back_the_whole_team(tagwerk: CommandLine) -> None:
    """Everybody may look; a member brings back cards; who is not in the team brings back nothing."""
    assert tagwerk("restore", "--from", "@0", person="zoe").status == 0
    for arguments in (["--only", "#1"], []):
        ran = tagwerk("restore", "--from", "@0", *arguments, "--yes", person="zoe")
        assert (ran.status, "is not in the team" in ran.err) == (1, True)
    assert tasks(tagwerk)[1] == "Doing"


def test_a_file_of_rubbish_changes_nothing(tagwerk: CommandLine) -> None:
    """Documents that do not fit stay as they are, and are named; what is no file at all is refused."""
    file = tagwerk.place / "odd.json"
    file.write_text(
        json.dumps({"tasks": {"1": {"title": ""}, "2": 7, "3": {"title": "\x1b[31mred", "column": 1}}})
    )
    ran = tagwerk("restore", "--from", str(file))
    assert "#2 stays as it is: it is not a document." in ran.out.splitlines()
    assert "\x1b" not in ran.out
    assert any(line.startswith("#1 stays as it is: title") for line in ran.out.splitlines())

    file.write_bytes(b"\x00\x01")
    assert "not a TinyDB file" in tagwerk("restore", "--from", str(file)).err
    assert "“tagwerk backup list” shows" in tagwerk("restore", "--from", "gone.json").err
    assert "is not a time" in tagwerk("restore", "--from", "whenever").err


def test_an_archived_task_still_comes_back_by_its_number(tagwerk: CommandLine) -> None:
    """`tagwerk restore 2` is what it was; without anything it says what it needs."""
    assert tagwerk("restore", "2").status == 0
    assert 2 in tasks(tagwerk)
    assert "Say what to bring back" in tagwerk("restore").err
    assert "Say what to bring back" in tagwerk("restore", "2", "--yes").err


def test_nothing_to_bring_back_is_said(tagwerk: CommandLine) -> None:
    """Also with --yes, and no commit is made."""
    assert tagwerk("restore", "--from", "@4", "--yes").out == (
        "Nothing differs from @4, so there is nothing to bring back.\n"
    )
    assert tagwerk("log", "-n", "1", "--json").json["commits"][0]["number"] == 4
