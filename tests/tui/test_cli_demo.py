"""`tagwerk demo`, `tagwerk import` and `tagwerk doctor`, as far as the command line goes."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from tests.tui.command_line import CommandLine

FILES = Path(__file__).parents[1] / "data"


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A computer with the builders' shop team."""
    line = CommandLine(tmp_path)
    line.make_team()
    return line


# --- demo ------------------------------------------------------------------------------------------------


def test_a_demo_is_made_and_opened(tagwerk: CommandLine) -> None:
    """The demo team is made in a temporary folder, which is named, and opened as its viewer."""
    ran = tagwerk.bare("demo", "--tasks", "20", terminal=True)
    folder, person, _ = tagwerk.opened[0]
    assert ran.status == 0
    assert str(folder) in ran.out
    assert person == "amara"
    assert "--as noa" in ran.out
    shutil.rmtree(folder)


def test_a_demo_in_a_named_folder(tagwerk: CommandLine) -> None:
    """--folder says where, --no-open only makes it; --as and --seed are heeded."""
    place = str(tagwerk.place / "demo")
    ran = tagwerk.bare("demo", "--folder", place, "--tasks", "20", "--no-open", "--json", "--seed", "3")
    assert ran.json == {
        "folder": place,
        "team": "Nordlicht Outdoor Shop",
        "person": "amara",
        "tasks": 20,
    }
    assert not tagwerk.opened
    assert len(tagwerk.bare("--folder", place, "list", "--json").json["tasks"]) == 20

    again = tagwerk.bare("demo", "--folder", place)
    assert again.status == 1
    assert "There is a team in" in again.err
    tagwerk.bare("demo", "--folder", f"{place}2", "--tasks", "5", "--as", "noa", terminal=True)
    assert tagwerk.opened[0][1] == "noa"


def test_a_demo_without_a_terminal_is_only_made(tagwerk: CommandLine) -> None:
    """In a pipe the demo is made, and the command that opens it is told."""
    place = str(tagwerk.place / "demo")
    ran = tagwerk.bare("demo", "--folder", place, "--tasks", "5")
    assert (ran.status, tagwerk.opened) == (0, [])
    assert f"Open it: tagwerk --folder {place} --as amara" in ran.out


# --- import ----------------------------------------------------------------------------------------------


def test_importing_trello(tagwerk: CommandLine) -> None:
    """A Trello export comes in with a summary; the second time nothing is added."""
    ran = tagwerk("import", str(FILES / "trello_board.json"), "--json")
    assert ran.status == 0
    report = ran.json
    assert report["origin"] == "Trello"
    assert report["cards"] > 0
    assert len(tagwerk("list", "--json").json["tasks"]) == 8 + report["cards"] - report["archived"]

    again = tagwerk("import", str(FILES / "trello_board.json"), "--json").json
    assert (again["cards"], again["known"]) == (0, report["cards"])


def test_importing_csv(tagwerk: CommandLine) -> None:
    """A CSV file is known by its form."""
    ran = tagwerk("import", str(FILES / "shop_list.csv"))
    assert ran.status == 0
    assert ran.out.startswith("CSV: ")


def test_a_dry_run_changes_nothing(tagwerk: CommandLine) -> None:
    """--dry-run says what would come, also to somebody who may only read."""
    ran = tagwerk(
        "import", str(FILES / "trello_board.json"), "--dry-run", "--lists-as", "roles", person="zoe"
    )
    assert ran.status == 0
    assert ran.out.endswith("Nothing was changed: this was a dry run.\n")
    assert len(tagwerk("list", "--json").json["tasks"]) == 8


def test_importing_is_refused(tagwerk: CommandLine) -> None:
    """A missing or broken file, a wrong form and a stranger are refused; nothing changes."""
    broken = tagwerk.place / "broken.json"
    broken.write_text('{"lists": [')
    csv = tagwerk.place / "data.txt"
    csv.write_text("a;b\n1;2\n")
    export = str(FILES / "trello_board.json")
    for arguments, sentence in (
        (["import", str(tagwerk.place / "none.csv")], "There is no file"),
        (["import", str(broken)], "Line 1"),
        (["import", str(csv)], "no column is named “title”"),
        (["import", export, "--format", "csv"], ""),
    ):
        ran = tagwerk(*arguments)
        assert (ran.status, ran.out) == (1, "")
        assert sentence in ran.err
    assert "can only read" in tagwerk("import", export, person="zoe").err
    assert len(tagwerk("list", "--json").json["tasks"]) == 8


# --- doctor ----------------------------------------------------------------------------------------------


def test_a_healthy_folder(tagwerk: CommandLine) -> None:
    """A fresh team has no problems: exit status 0, and a sentence for everything that was looked at."""
    tagwerk.seconds = time.time()
    ran = tagwerk.bare("doctor", str(tagwerk.folder))
    assert ran.status == 0
    assert ran.out.endswith("\nAll is well.\n")
    assert "ok      There is a team in" in ran.out


def test_a_problem_is_told_with_what_to_do(tagwerk: CommandLine) -> None:
    """A problem exits with 1, and comes with an advice."""
    ran = tagwerk.bare("doctor", str(tagwerk.place / "not-there"), "--json")
    assert ran.status == 1
    assert ran.json["ok"] is False
    assert ran.json["findings"][0].keys() == {"sign", "about", "sentence", "advice"}
    assert ran.json["findings"][0]["sign"] == "problem"
    (tagwerk.folder / "team.json").write_text("x")
    ran = tagwerk("doctor")
    assert "PROBLEM team.json is not a TinyDB file." in ran.out
    assert ran.out.endswith(" problem.\n") or ran.out.endswith(" problems.\n")
