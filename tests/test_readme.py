"""What the README says is true: its commands run, and its key table is the app's."""

from __future__ import annotations

import grp
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from store.filters import describe
from tui.cli import main
from tui.commands.world import World
from tui.keys import as_markdown

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
_NEEDS_A_TERMINAL = {"make demo", "tagwerk"}
"""Run in a pseudo-terminal by `tests/e2e/test_readme_commands.py`."""
_INSTALLS = {"pipx install .", "uv tool install ."}
"""Stood for by `test_the_wheel_gives_a_working_command`: both do what pip does, in their own environments."""


def commands() -> list[str]:
    """Every command line of the README's shell blocks."""
    blocks = re.findall(r"```sh\n(.*?)```", README, flags=re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


def test_the_key_table_is_the_apps() -> None:
    """The table of keys is made from the one key table, and the README says where it is."""
    between = (
        (ROOT / "docs/keys.md")
        .read_text(encoding="utf-8")
        .split("<!-- keys: made from tui/keys -->")[1]
        .split("<!-- end of keys -->")[0]
    )

    assert between.strip() == as_markdown().strip()
    assert "(docs/keys.md)" in README


def test_every_command_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command of the README, one after the other in a fresh folder, ends well."""
    shop = tmp_path / "srv" / "shop"
    shop.parent.mkdir()
    shutil.copy(ROOT / "tests/data/trello_board.json", tmp_path / "board.json")
    shutil.copy(ROOT / "tests/data/shop_list.csv", tmp_path / "tasks.csv")
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("TAGWERK_FOLDER", str(shop))
    for name in ("TAGWERK_USER", "PYTEST_CURRENT_TEST"):
        monkeypatch.delenv(name, raising=False)
    started: set[str] = set()
    for command in commands():
        if command in _NEEDS_A_TERMINAL | _INSTALLS:
            continue
        run = _here(command, shop)
        in_the_team = shop if command.startswith("python") else tmp_path
        monkeypatch.chdir(ROOT if command.startswith("make ") else in_the_team)
        words = _words(run)
        # Each verb is started once as a program of its own, which tells also that it imports what it needs.
        if words and words[0] in started:
            status, said = _called(words)
        else:
            started.update(words[:1])
            done = subprocess.run(["bash", "-c", run], capture_output=True, text=True, timeout=120)
            status, said = done.returncode, done.stdout + done.stderr
        assert status == 0, f"{command}\n{said}"


def _here(command: str, shop: Path) -> str:
    """The command for this machine: our folder, our group, and no tests within tests."""
    group = grp.getgrgid(os.getgid()).gr_name
    command = command.replace("/srv/shop", str(shop)).removeprefix("sudo ").replace("-g shop", f"-g {group}")
    if command == "make test":
        return 'make test ARGS="--collect-only -q tests/store/test_rank.py"'
    return command


def _words(command: str) -> list[str]:
    """What a shell gives to `tagwerk`; nothing where the command is more than one call of it."""
    words = shlex.split(command, comments=True)
    return words[1:] if words[0] == "tagwerk" and "|" not in words else []


def _called(words: list[str]) -> tuple[int, str]:
    """The status of a verb that is called in this process, and what it said."""
    said = io.StringIO()
    status = main(words, World(stdin=io.StringIO(), stdout=said, stderr=said))
    return status, said.getvalue()


@pytest.mark.parametrize("expected", [*sorted(_NEEDS_A_TERMINAL), *sorted(_INSTALLS)])
def test_what_is_run_elsewhere_is_in_the_readme(expected: str) -> None:
    """The commands that other tests run are those that the README names."""
    assert expected in commands()


def test_the_wheel_gives_a_working_command(tmp_path: Path) -> None:
    """An installation from this folder holds the three packages and nothing else, and `tagwerk` works."""
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", str(tmp_path), str(ROOT)], check=True
    )
    (wheel,) = tmp_path.glob("*.whl")
    target = tmp_path / "site"
    subprocess.run([*pip, "install", "--no-deps", "--target", str(target), str(wheel)], check=True)
    top = {p.name for p in target.iterdir() if not p.name.endswith(".dist-info")}
    assert top - {"bin"} == {"store", "tui", "widgets"}
    done = subprocess.run(
        [sys.executable, str(target / "bin" / "tagwerk"), "--version"],
        env={**os.environ, "PYTHONPATH": str(target)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    assert "tagwerk" in done.stdout.lower()


def test_the_filter_table_is_the_languages() -> None:
    """The README's table of filters says what the language of filters says of itself."""
    between = README.split("<!-- filters: made from store/filters -->")[1].split("<!-- end of filters -->")[0]
    rows = [f"| `{term}` | {meaning} |" for term, meaning in describe()]

    assert between.strip().splitlines() == ["| write | to find |", "|---|---|", *rows]
