"""One page for the management."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from store.models import Absence
from tests.builders import SHOP
from tests.tui.conftest import Office, packet, screen_text, until
from tests.tui.figures import TODAY, figures_screen, of_shop
from tests.tui.goals import goal, said
from tests.tui.marks import presses


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    away = Absence(id=1, person="cem", start=TODAY, end=TODAY + timedelta(days=2))
    one = goal(1, "Ship the same day", roles=[SHOP])
    office = of_shop(tmp_path / "team", tmp_path / "local", away, one, said(1, 1, 1, 61))
    yield office
    office.close()


@presses(*(f"overview.{name}" for name in ("kpis", "flow", "goals", "adjustments", "down", "up")))
async def test_one_page_tells_how_it_stands(shop: Office) -> None:
    """What is off and who answers for it, in one column or two; keys lead to the tabs."""
    async with shop.app() as pilot:
        await packet(pilot, "7", "[")
        await until(pilot, lambda: "Flow of work" in screen_text(pilot))
        text = screen_text(pilot)
        assert " KPIs  ▼ 1 alarm · ● 2 on target · ○ 2 no target · 1 late" in text
        assert "   ▼ alarm  Return rate  11.2 %, at most 8.0 %" in text
        assert "   ▼ off track  Ship the same day  3%, due 22 Jan 27, Ana Lima" in text
        assert " In work     2 cards" in text
        assert "   ! to review now  A shorter checkout  review 20 Nov, Ana Lima" in text
        await packet(pilot, "j", "j", "k", "j")
        assert " People  3 in the team · 1 away today" in screen_text(pilot)
        for key, title in (("i", "KPIs"), ("f", "Flow"), ("g", "Goals"), ("a", "Adjustments")):
            await packet(pilot, key)
            assert title == figures_screen(pilot).tab.TITLE
            figures_screen(pilot).look_at("Overview")
        await pilot.resize_terminal(120, 30)
        await until(pilot, lambda: "│ Flow of work" in screen_text(pilot))


async def test_without_anything_it_says_how_to_begin(office: Office) -> None:
    """A new team is led to ready-made KPIs."""
    async with office.app() as pilot:
        await packet(pilot, "7", "[")
        await until(pilot, lambda: "none is watched yet" in screen_text(pilot))
        assert "R on the tab KPIs takes ready-made ones; “tagwerk kpi ready” lists them." in screen_text(
            pilot
        )
