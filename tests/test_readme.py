"""What the README says is true: its commands run, and its key table is the app's."""

from __future__ import annotations

import grp
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from store.filters import describe
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
    """The README's key table is made from the one key table."""
    between = README.split("<!-- keys: made from tui/keys -->")[1].split("<!-- end of keys -->")[0]

    assert between.strip() == as_markdown().strip()


def test_every_command_runs(tmp_path: Path) -> None:
    """Each command of the README, one after the other in a fresh folder, ends well."""
    shop = tmp_path / "srv" / "shop"
    shop.parent.mkdir()
    shutil.copy(ROOT / "tests/data/trello_board.json", tmp_path / "board.json")
    shutil.copy(ROOT / "tests/data/shop_list.csv", tmp_path / "tasks.csv")
    bin_folder = str(Path(sys.executable).parent)
    environment = {
        **os.environ,
        "PATH": f"{bin_folder}:{os.environ['PATH']}",
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "TAGWERK_FOLDER": str(shop),
    }
    environment.pop("TAGWERK_USER", None)
    environment.pop("PYTEST_CURRENT_TEST", None)
    for command in commands():
        if command in _NEEDS_A_TERMINAL | _INSTALLS:
            continue
        run = _here(command, shop)
        in_the_team = shop if command.startswith("python") else tmp_path
        folder = ROOT if command.startswith("make ") else in_the_team
        done = subprocess.run(
            ["bash", "-c", run], cwd=folder, env=environment, capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"


def _here(command: str, shop: Path) -> str:
    """The command for this machine: our folder, our group, and no tests within tests."""
    group = grp.getgrgid(os.getgid()).gr_name
    command = command.replace("/srv/shop", str(shop)).removeprefix("sudo ").replace("-g shop", f"-g {group}")
    if command == "make test":
        return 'make test ARGS="--collect-only -q tests/store/test_rank.py"'
    return command


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
