"""A person's own editor: which one, and what becomes of what it saves."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from store.errors import Refused
from tui.editor import command, edited, keep


def script(at: Path, lines: str) -> list[str]:
    """An editor that runs a few lines of Python on the file it is given."""
    file = at / "editor.py"
    file.write_text(f"import sys, pathlib\nfile = pathlib.Path(sys.argv[-1])\n{lines}\n")
    return [sys.executable, str(file)]


def test_visual_goes_before_editor() -> None:
    """VISUAL wins; arguments and quotation marks in it are understood."""
    assert command({"VISUAL": "code --wait 'my file'", "EDITOR": "nano"}) == ["code", "--wait", "my file"]
    assert command({"VISUAL": " ", "EDITOR": "emacs -nw"}) == ["emacs", "-nw"]


def test_a_usual_editor_stands_in(tmp_path: Path) -> None:
    """Without both, what this machine has is taken; with nothing, a sentence says what to set."""
    fake = tmp_path / "nano"
    fake.write_text("#!/bin/sh\n")
    fake.chmod(stat.S_IRWXU)

    assert command({"PATH": str(tmp_path)}) == [str(fake)]
    with pytest.raises(Refused, match="set EDITOR"):
        command({"PATH": str(tmp_path / "nowhere")})


def test_what_is_saved_comes_back_clean(tmp_path: Path) -> None:
    """The text as it was saved, without what a terminal could take for a command."""
    editor = script(tmp_path, "file.write_text(file.read_text() + 'more \\x1b[31mred\\n')")

    assert edited("Some text", "#1", editor) == "Some text\nmore red\n"


def test_leaving_without_saving_changes_nothing(tmp_path: Path) -> None:
    """An editor that does not write gives no text."""
    assert edited("Some text", "#1", script(tmp_path, "pass")) is None


def test_an_editor_that_removes_the_file_changes_nothing(tmp_path: Path) -> None:
    """No file is no text, rather than an empty one."""
    assert edited("Some text", "#1", script(tmp_path, "file.unlink()")) is None


@pytest.mark.parametrize(
    ("lines", "says"),
    [("sys.exit(3)", "ended with an error"), ("file.write_text('x' * 2_000_000)", "more than a description")],
)
def test_what_goes_wrong_is_said(tmp_path: Path, lines: str, says: str) -> None:
    """An error of the editor or far too much text is a sentence."""
    with pytest.raises(Refused, match=says):
        edited("Some text", "#1", script(tmp_path, lines))


def test_a_missing_editor_is_said() -> None:
    """One that does not exist is named."""
    with pytest.raises(Refused, match="/no/such/editor cannot be started"):
        edited("Some text", "#1", ["/no/such/editor"])


def test_what_cannot_be_saved_is_kept(tmp_path: Path) -> None:
    """Kept texts lie side by side in the person's own folder."""
    first, second = keep("one", tmp_path / "kept"), keep("two", tmp_path / "kept")

    assert (first.read_text(), second.read_text()) == ("one", "two")
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
