"""What a start has to load, and what can wait until somebody changes something."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from store.setup import create_team
from tests import builders

BOARD = """
import asyncio, sys
from pathlib import Path
from store.models import Task
from store.repository import open_team
from tui.app import TagwerkApp

async def board():
    repository = open_team(Path(sys.argv[1]), local=Path(sys.argv[2]), login="ana")
    assert len(list(repository.team.all(Task))) == 8
    app = TagwerkApp(repository, "ana")
    async with app.run_test(size=(120, 40)) as pilot:
        strips = app.screen._compositor.render_strips()
        assert "Order wrapping paper" in "".join(segment.text for strip in strips for segment in strip)
        print("loaded" if "pydantic" in sys.modules else "not loaded")
        for _ in range(1000):
            if "pydantic" in sys.modules:
                print("loaded soon")
                break
            await asyncio.sleep(0.01)
    assert app.finish()

asyncio.run(board())
"""
LIST = """
import sys
from tui.cli import main
assert main(["list", "--json", "--folder", sys.argv[1], "--as", "ana"]) == 0
print("loaded" if "pydantic" in sys.modules else "not loaded")
"""


@pytest.fixture
def team(tmp_path: Path) -> Path:
    create_team(tmp_path / "team", builders.team().tables)
    return tmp_path / "team"


def test_the_board_is_drawn_before_what_checks_changes_is_loaded(team: Path) -> None:
    """Every card is there without pydantic; it comes a moment later, before anybody needs it."""
    assert printed(BOARD, team) == ["not loaded", "loaded soon"]


def test_listing_loads_nothing_that_checks_changes(team: Path) -> None:
    """Tasks are listed without pydantic."""
    assert printed(LIST, team)[-1] == "not loaded"


def printed(program: str, team: Path) -> list[str]:
    """What a program prints that is started on a team."""
    local = team.parent / "local"
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "XDG_STATE_HOME": str(local)}
    command = [sys.executable, "-c", program, str(team), str(local)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
