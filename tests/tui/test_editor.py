"""A person's own editor: which one, and what becomes of what it saves."""

from __future__ import annotations

import shutil
import stat
import sys
import tempfile
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


def test_an_error_of_the_editor_is_said(tmp_path: Path) -> None:
    """An editor that ends with an error and wrote nothing leaves nothing behind."""
    with pytest.raises(Refused, match=r"ended with an error \(3\); #1 is as it was\.$"):
        edited("Some text", "#1", script(tmp_path, "sys.exit(3)"), tmp_path / "kept")

    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize(
    ("lines", "says", "kept"),
    [
        ("file.write_text('mine'); sys.exit(3)", "ended with an error", "mine"),
        ("file.write_text('x' * 2_000_000)", "more than a description", "x" * 2_000_000),
    ],
    ids=["an error", "far too much"],
)
def test_what_was_written_is_kept(tmp_path: Path, lines: str, says: str, kept: str) -> None:
    """A text that cannot be taken lies in a file of the person's, which the sentence names."""
    with pytest.raises(Refused, match=says) as refused:
        edited("Some text", "#1", script(tmp_path, lines), tmp_path / "kept")
    (file,) = (tmp_path / "kept").iterdir()

    assert file.read_text() == kept
    assert str(file) in str(refused.value)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("file.write_text('mine'); sys.exit(3)", "cannot be taken"),
        ("file.write_text('x' * 2_000_000)", "cannot be taken"),
        ("file.unlink(); file.mkdir(); (file / 'mine').write_text('mine')", "is a directory"),
    ],
    ids=["an error", "far too much", "a folder"],
)
def test_what_cannot_even_be_kept_stays_where_it_is(tmp_path: Path, lines: str, says: str) -> None:
    """Where nothing can be put aside, what was written is left where the editor put it, and that is said."""
    (tmp_path / "kept").write_text("in the way")
    with pytest.raises(Refused, match=says) as refused:
        edited("Some text", "#1", script(tmp_path, lines), tmp_path / "kept")
    file = Path(str(refused.value).rpartition(" is in ")[2].removesuffix("."))

    assert file.exists()
    shutil.rmtree(file.parent)


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was taken, or put aside, is not in the temporary folder any more."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    edited("Some text", "#1", script(tmp_path, "file.write_text('mine')"))
    edited("Some text", "#1", script(tmp_path, "pass"))
    with pytest.raises(Refused):
        edited("Some text", "#1", script(tmp_path, "file.write_text('mine'); sys.exit(3)"), tmp_path / "kept")

    assert list(place.iterdir()) == []


def test_without_a_place_for_a_file_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no temporary file can be made, nothing is opened and a sentence says why."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))

    with pytest.raises(Refused, match=r"file for the editor \(no such file or directory\)"):
        edited("Some text", "#1", script(tmp_path, "pass"))


def test_a_missing_editor_is_said() -> None:
    """One that does not exist is named."""
    with pytest.raises(Refused, match="/no/such/editor cannot be started"):
        edited("Some text", "#1", ["/no/such/editor"])


def test_what_cannot_be_saved_is_kept(tmp_path: Path) -> None:
    """Kept texts lie side by side in the person's own folder."""
    first, second = keep("one", tmp_path / "kept"), keep("two", tmp_path / "kept")

    assert (first.read_text(), second.read_text()) == ("one", "two")
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
