"""The tab of the flow of work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.conftest import Office, packet, screen_text, until
from tests.tui.figures import figures_screen, note, of_shop, said, tab
from tests.tui.marks import presses
from tui.figures.flow_tab import FlowTab, View


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


@presses(
    *(f"flow.{name}" for name in ("view", "view_before", "more", "less", "role", "person", "goal", "tag"))
)
@presses(*(f"flow.{name}" for name in ("lead", "clear", "down", "up")))
async def test_the_flow_of_work_is_looked_at_view_by_view(shop: Office) -> None:
    """Other weeks, other cards, other views; what cannot be asked is said in a sentence."""
    async with shop.app() as pilot:
        await packet(pilot, "7", "tab")
        flow = tab(pilot)
        assert isinstance(flow, FlowTab)
        await until(pilot, lambda: "[throughput]" in screen_text(pilot) and "looking" not in note(pilot))
        assert note(pilot) == "all cards · 12 weeks"
        assert "0.2 cards a week, over 5 whole weeks · half take 0.0 days, 85 % 0.0 · " in screen_text(pilot)
        await packet(pilot, "o")
        assert (flow.view, said(pilot)) == (View.TIMES, "o: cumulative")
        await packet(pilot, "t")
        assert "Lead times in days, from made to finished, of 1 card" in screen_text(pilot)
        await packet(pilot, "o", "o")
        assert "#6 Retouch the catalogue" in screen_text(pilot)
        await packet(pilot, "o")
        await until(pilot, lambda: "No card was blocked in this time." in screen_text(pilot))
        await packet(pilot, "o", "o")
        assert "nobody can tell yet" in screen_text(pilot)
        await packet(pilot, "O", "O", "O", "h", "h", "l")
        await until(pilot, lambda: note(pilot) == "all cards · 26 weeks")
        await packet(pilot, "l", "l", "l", "l")
        assert "Fewer than 4 weeks tell nothing" in said(pilot)
        await packet(pilot, "p", *"photo", "enter")
        await until(pilot, lambda: note(pilot) == "Photography · 4 weeks")
        await packet(pilot, "@", *"ben", "enter")
        await until(pilot, lambda: note(pilot) == "Photography, Ben Okafor · 4 weeks")
        await packet(pilot, "g")
        assert "There is no goal that cards could serve" in said(pilot)
        # Escape ends what would have been typed for the goals.
        await packet(pilot, "escape", "#")
        assert "No card has a tag" in said(pilot)
        await packet(pilot, "escape", "escape", "j", "k")
        await until(pilot, lambda: note(pilot) == "all cards · 4 weeks")
        assert figures_screen(pilot).tab is flow
