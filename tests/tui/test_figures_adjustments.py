"""The tab of adjustments: reviewing them, and what helped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.models import Adjustment, Outcome
from tests.tui.conftest import Office, packet, saved, screen_text, until
from tests.tui.figures import CONVERSION, REVENUE, figures_screen, here, lines, newest, note, of_shop, said
from tests.tui.goals import app_of
from tests.tui.marks import presses
from tui.dialogs.kpi_chart import KpiChartDialog


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


def first(pilot: Pilot[None]) -> Adjustment:
    """The shorter checkout."""
    found = app_of(pilot).team.find(Adjustment, 1)
    assert found is not None
    return found


@presses(
    *(f"adjustments.{name}" for name in ("down", "up", "first", "last", "page_down", "page_up", "text_down")),
    *(f"adjustments.{name}" for name in ("text_up", "open", "review", "order", "mine", "filter", "clear")),
    *(f"adjustments.{name}" for name in ("chart", "undo", "redo")),
)
async def test_an_adjustment_is_reviewed_with_before_and_after_side_by_side(shop: Office) -> None:
    """What has to be reviewed stands first; one key and a line say what came of it."""
    async with shop.app(size=(80, 40)) as pilot:
        await packet(pilot, "7", "[", "[")
        assert lines(pilot) == [
            "! to review now | A shorter checkout | Conversion | 12 Oct | 20 Nov | nothing to be seen"
            " | Ana Lima",
            "✓ helped | Free delivery from 50 EUR | Revenue | 26 Oct | too few to tell | Ana Lima",
        ]
        assert note(pilot) == "1 to review now · 1 reviewed"
        await packet(pilot, "enter")
        await until(pilot, lambda: "What we expect" in screen_text(pilot))
        text = screen_text(pilot)
        assert "  median               2.55 %  2.40 %" in text
        assert "lies within the usual ups and downs." in " ".join(text.split())
        assert "Has it helped? v writes it down." in text
        await packet(pilot, "enter", "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, KpiChartDialog))
        await packet(pilot, "escape", "v", "h", *"Fewer fields.", "enter")
        await until(pilot, lambda: pilot.app.screen is figures_screen(pilot))
        await saved(pilot)
        assert (first(pilot).outcome, first(pilot).learned) == (Outcome.HELPED, "Fewer fields.")
        await packet(pilot, "u")
        await saved(pilot)
        assert first(pilot).outcome is None
        await packet(pilot, "ctrl+r", "o")
        await saved(pilot)
        assert note(pilot) == "what was tried · 2 helped"
        await packet(pilot, "escape", "/", *"delivery", "enter")
        assert here(pilot) == 2
        await packet(pilot, "escape", "m", "end", "k", "j", "home", "pagedown", "pageup", "shift+down")
        await packet(pilot, "shift+up")
        assert note(pilot).endswith("yours")


@presses(*(f"adjustments.{name}" for name in ("add", "edit", "archive", "restore")))
async def test_adjustments_are_written_and_put_away(shop: Office) -> None:
    """A new one may be about any KPI; what is put away can be brought back."""
    async with shop.app() as pilot:
        await packet(pilot, "7", "[", "[", "a", *"Call the carrier", "f2")
        assert "Say what “Call the carrier” is about: a KPI, a goal" in screen_text(pilot)
        await packet(pilot, "tab", "tab", *"Fewer calls.", "tab", *"revenue", "f2")
        await saved(pilot)
        made = newest(pilot, Adjustment)
        assert (made.title, made.kpi, made.owner, here(pilot)) == (
            "Call the carrier",
            REVENUE,
            "ana",
            made.id,
        )
        await packet(pilot, "e", *" twice", "f2")
        await saved(pilot)
        assert newest(pilot, Adjustment).title == "Call the carrier twice"
        await packet(pilot, "X")
        await saved(pilot)
        assert len(lines(pilot)) == 2
        await packet(pilot, "B", "c", "tab", "enter")
        await saved(pilot)
        assert here(pilot) == made.id
        assert first(pilot).kpi == CONVERSION


async def test_without_adjustments_it_is_said_how_one_begins(office: Office) -> None:
    """The tab says what it is for, which key begins, and what there is ready-made."""
    async with office.app() as pilot:
        await packet(pilot, "7", "[", "[")
        await until(pilot, lambda: "“tagwerk kpi ready” lists" in " ".join(screen_text(pilot).split()))
        await packet(pilot, "v")
        assert said(pilot).startswith("Nothing was changed because of a figure yet") or said(pilot) == ""
