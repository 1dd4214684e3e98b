"""`tagwerk config`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.command_line import CommandLine
from tests.tui.test_preferences import content

LATER = "An app that is open takes it at its next start.\n"


@pytest.fixture
def line(tmp_path: Path) -> CommandLine:
    return CommandLine(tmp_path, environ={"TAGWERK_CONFIG": str(tmp_path / "own")})


def test_settings_are_listed_with_what_they_mean(line: CommandLine) -> None:
    """Without any file, the usual ones are listed, and where they would be kept."""
    out = line.bare("config", "list").out
    assert "theme         tagwerk-dark  light text on slate\n" in out
    assert str(line.place / "own" / "preferences.json") in out


def test_a_setting_is_changed_and_shown(line: CommandLine) -> None:
    """What was set is what is shown, as text and as JSON."""
    ran = line.bare("config", "set", "theme", "tagwerk-light")
    assert (ran.status, ran.out) == (0, f"theme is tagwerk-light now: dark text on paper.\n{LATER}")
    assert line.bare("config", "get", "theme").out == "tagwerk-light\n"
    assert line.bare("config", "set", "mouse", "off", "--json").json == {"name": "mouse", "value": "off"}
    listed = line.bare("config", "list", "--json").json
    assert listed["settings"]["mouse"] == "off"
    assert content(line.place / "own") == {"format": 1, "mouse": False, "theme": "tagwerk-light"}


def test_keys_are_changed_and_come_back(line: CommandLine) -> None:
    """Keys are written as people read them; reset gives the usual ones."""
    name = "keys.board.move_right"
    assert (
        line.bare("config", "set", name, "L", "shift+→", "F3").out == f"{name} is L shift+→ f3 now.\n{LATER}"
    )
    assert line.bare("config", "get", name, "--json").json["value"] == ["L", "shift+right", "f3"]
    assert f"{name}  L shift+→ f3" in line.bare("config", "list").out
    assert line.bare("config", "reset", name).out == f"{name} is L shift+→ again.\n{LATER}"
    line.bare("config", "set", "keys.board.add", "A")
    line.bare("config", "reset", "keys")
    assert line.bare("config", "list", "--json").json["keys"] == {}


def test_a_setting_is_as_usual_again(line: CommandLine) -> None:
    """reset takes a setting out of the file."""
    line.bare("config", "set", "density", "roomy")
    assert line.bare("config", "reset", "density").out == f"density is auto again.\n{LATER}"
    assert content(line.place / "own") == {"format": 1}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["set", "theme", "purple"], "“purple” is no theme; choose tagwerk-dark"),
        (["set", "colour", "red"], "There is no setting “colour”; there are theme, density"),
        (["get", "colour"], "There is no setting “colour”"),
        (["reset", "colour"], "There is no setting “colour”"),
        (["set", "keys.board.undo", "q"], "q is “leave” already; give that another key first."),
        (["set", "keys.board.nope", "x"], "There is no command “board.nope”"),
        (["set", "keys.board.add", " "], "No key was given"),
        (["get", "keys.nope"], "There is no command “nope”"),
        (["set", "keys.board.quit", "f9"], "stay as they are"),
    ],
)
def test_what_does_not_fit_is_refused(line: CommandLine, arguments: list[str], sentence: str) -> None:
    """A sentence names what there is, and nothing is written."""
    ran = line.bare("config", *arguments)
    assert (ran.status, ran.out) == (1, "")
    assert sentence in ran.err
    assert not (line.place / "own").exists()


def test_a_damaged_file_is_named(line: CommandLine) -> None:
    """Who sets something by command is told to mend the file first."""
    (line.place / "own").mkdir()
    (line.place / "own" / "preferences.json").write_text("{")
    ran = line.bare("config", "set", "theme", "terminal")
    assert ran.status == 3
    assert "preferences.json is damaged" in ran.err
    assert "mend it" in ran.err


def test_what_is_wrong_in_the_file_is_told_beside_the_list(line: CommandLine) -> None:
    """The list comes all the same."""
    (line.place / "own").mkdir()
    (line.place / "own" / "preferences.json").write_text('{"theme": "purple", "keys": {"board.x": ["x"]}}')
    ran = line.bare("config", "list")
    assert ran.status == 0
    assert "theme" in ran.err
    assert "board.x" in ran.err


def test_no_setting_needs_textual(tmp_path: Path) -> None:
    """`tagwerk config` answers without loading the app."""
    program = (
        "import sys, tui.cli\ntui.cli.main(sys.argv[1:])\n"
        "print(*{m.split('.')[0] for m in sys.modules} & {'textual'})"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "TAGWERK_CONFIG": str(tmp_path)}
    for arguments in (["list"], ["set", "keys.board.add", "A"], ["set", "theme", "terminal"]):
        done = subprocess.run(
            [sys.executable, "-c", program, "config", *arguments], env=env, capture_output=True, check=True
        )
        assert done.stdout.decode().splitlines()[-1] == ""
