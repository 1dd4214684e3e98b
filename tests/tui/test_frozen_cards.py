"""Cards with a frozen tag ask before they move, whatever moves them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from store.models import Freeze
from store.rules import freezes
from tests.builders import DONE, LATER, READY, task
from tests.tui.conftest import Office, packet, said, screen_text, until
from tests.tui.disks import look_now
from tests.tui.goals import app_of


def office(folder: Path) -> Office:
    """Card 4 is frozen until Friday."""
    freeze = Freeze(id=1, name="Peak", tags=["checkout"], start=date(2026, 11, 20), end=date(2026, 11, 27))
    return Office(
        folder / "team", folder / "local", freeze, task(4, "Rebuild the basket", READY, tags=["checkout"])
    )


async def test_moving_a_frozen_card_asks_first(tmp_path: Path) -> None:
    """With one key, with several cards selected, and to the end: keys typed ahead decide nothing."""
    place = office(tmp_path)
    async with place.app(size=(120, 40)) as pilot:
        app = app_of(pilot)
        assert "❆" in screen_text(pilot)
        await packet(pilot, "g", "t", "4", "enter")
        question = "#4 should not move: #checkout is frozen until Fri 27 Nov (“Peak”); go over it? y/n"
        await packet(pilot, "L", "n")
        assert app.team.task(4).column == READY
        await packet(pilot, "L")
        assert said(pilot).strip() == question
        await packet(pilot, "y")
        assert app.team.task(4).column != READY
        await packet(pilot, "u", "H")
        assert said(pilot).strip() == question
        # Together with others it is asked about once, and nobody moves until that is answered.
        await packet(pilot, "n", " ", " ", "L")
        assert "#4 should not move" in said(pilot)
        await packet(pilot, "n")
        assert app.team.task(4).column == READY
        await packet(pilot, "escape", "g", "t", "4", "enter", "enter")
        assert "❆ #checkout is frozen until Fri 27 Nov (“Peak”)" in " ".join(screen_text(pilot).split())
    place.close()


async def test_the_sign_goes_with_the_freeze(tmp_path: Path) -> None:
    """Others end it: the cards are drawn again, and move without a question."""
    place = office(tmp_path)
    other = place.colleague()
    async with place.app(size=(120, 40)) as pilot:
        assert "❆" in screen_text(pilot)
        other.commit(freezes.archive(other.team, 1, "ana", LATER))
        look_now(pilot)
        await until(pilot, lambda: "❆" not in screen_text(pilot))
        await packet(pilot, "g", "t", "4", "enter", "L")
        assert app_of(pilot).team.task(4).column not in (READY, DONE)
    place.close()
