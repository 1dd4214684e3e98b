"""The commands of the README that open the app."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.conftest import Shop
from tests.e2e.terminal import Terminal, environment

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.close()


def test_make_demo_opens_the_demo_team(tmp_path: Path, terminals: list[Terminal]) -> None:
    """`make demo` shows the board of the demo team, and q leaves it."""
    make = shutil.which("make")
    if make is None:
        pytest.skip("SKIPPED: make is not installed")
    venv = Path(sys.executable).parent.parent
    terminal = Terminal(
        [make, "-C", str(ROOT), "demo", f"VENV={venv}", f"READY={ROOT / 'pyproject.toml'}"],
        environment(tmp_path, TMPDIR=str(tmp_path)),
    )
    terminals.append(terminal)
    terminal.sees("Nordlicht Outdoor Shop")
    terminal.sees("live")
    terminal.type("q")
    terminal.wait(lambda: terminal.status is not None, "the end")

    assert terminal.status == 0


def test_tagwerk_alone_opens_the_folder_of_the_environment(shop: Shop) -> None:
    """With `TAGWERK_FOLDER` set, `tagwerk` opens that team's board."""
    program = [str(Path(sys.executable).parent / "tagwerk")]
    terminal = shop.at("ana", program=program, TAGWERK_FOLDER=str(shop.folder), TAGWERK_USER="ana")

    assert "Corner Shop" in terminal.text
