"""A quiet word when a card goes to somebody who lacks what it needs."""

from __future__ import annotations

from pathlib import Path

from textual.app import App

from store.rules.tasks import assign
from tests import builders
from tests.builders import NOW
from tests.store.skills.shop import assessments, skills
from tests.store.skills.shop import team as shop_team
from tests.tui.conftest import Office, board, screen_text, task, until
from tests.tui.conftest import said as told
from tui.hinting import Hinting


def workplace(path: Path) -> Office:
    """A folder with cards that need checkout, which Ana can teach."""
    needy = [builders.task(id, tags=["checkout"]) for id in (30, 31)]
    return Office(path / "team", path / "local", *skills(), *assessments(), *needy)


async def test_who_gets_a_card_and_lacks_its_skill_is_told_once(tmp_path: Path) -> None:
    """With who could show it; undoing it and taking a card that needs nothing say nothing of it."""
    async with workplace(tmp_path).app("cem") as pilot:
        board(pilot).select_task(30)
        await pilot.press("m")
        assert task(pilot, 30).assignees == ["cem"]
        assert told(pilot) == "Cem Demir is at 1 (beginner) in Checkout; Ana Lima (4) could show how."

        await pilot.press("u")
        assert "Checkout" not in told(pilot)
        board(pilot).select_task(1)
        await pilot.press("m")
        assert "could show" not in screen_text(pilot)


async def test_several_cards_are_told_of_in_one_sentence(tmp_path: Path) -> None:
    """It stands behind what else is said of the change."""
    place = workplace(tmp_path)
    async with place.app("ana", size=(140, 30)) as pilot:
        for card in (30, 31):
            board(pilot).select_task(card)
            await pilot.press("space")
        await pilot.press("s", *"@cem", "enter")
        assert task(pilot, 31).assignees == ["cem"]
        assert "Cem Demir is at 1 (beginner) in Checkout; Ana Lima (4) could show how." in told(pilot)


async def test_very_many_assessments_are_gone_through_beside_the_keys() -> None:
    """And what is found is said in the app's thread."""
    heard: list[str] = []
    team = shop_team(builders.task(30, tags=["checkout"]))
    change = assign(team, 30, ["cem"], "ana", NOW)
    async with App[None]().run_test() as pilot:
        Hinting(pilot.app, heard.append, at_once=0).did(team.apply(change), change)
        await until(pilot, lambda: heard)
    assert heard == ["Cem Demir is at 1 (beginner) in Checkout; Ana Lima (4) could show how."]
