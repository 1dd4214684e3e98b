"""The tab of goals by department and quarter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import PHOTO, SHOP
from tests.tui.conftest import Office, packet, screen_text, until
from tests.tui.figures import TODAY, figures_screen, lines, note, of_shop
from tests.tui.goals import goal, said
from tests.tui.marks import presses
from tui.screens.goals import GoalsScreen


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    goals = (
        goal(1, "Ship the same day", roles=[SHOP]),
        goal(2, "More pictures", roles=[PHOTO], due=TODAY),
        said(1, 1, 1, 75),
        said(2, 2, 1, 63),
    )
    office = of_shop(tmp_path / "team", tmp_path / "local", *goals)
    yield office
    office.close()


@presses(
    *(f"attainment.{name}" for name in ("down", "up", "first", "last", "page_down", "page_up", "text_down")),
    *(f"attainment.{name}" for name in ("text_up", "open", "order", "filter", "clear")),
)
async def test_goals_are_summed_up_by_department_and_quarter(shop: Office) -> None:
    """Bars and numbers; enter goes to the goal that is most behind."""
    async with shop.app() as pilot:
        await packet(pilot, "7")
        figures_screen(pilot).look_at("Goals")
        await pilot.pause()
        assert lines(pilot) == [
            "Marketing | Q4 2026 | ██·················· | 10% | 0 of 1 | 1 goal | !1",
            "Sales | Q1 2027 | ██████████·········· | 50% | 0 of 1 | 1 goal",
        ]
        await until(pilot, lambda: "More pictures" in screen_text(pilot))
        await packet(pilot, "o")
        assert note(pilot) == "by quarter"
        assert lines(pilot)[0].startswith("Sales")
        await packet(pilot, "/", *"ship", "enter")
        assert len(lines(pilot)) == 1
        await packet(pilot, "escape", "j", "k", "end", "home", "pagedown", "pageup", "shift+down", "shift+up")
        await packet(pilot, "end", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalsScreen))
