"""The tab Learning: from a wish to a new level and a post, and what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Select, TextArea

from store.models import Assessment, Budget, LearningItem, LearningState, Post, Task
from store.rules import learning
from tests.builders import LATER
from tests.tui.conftest import Office, packet, saved, screen_text, toasts, until
from tests.tui.disks import look_now
from tests.tui.goals import app_of
from tests.tui.marks import ahead, presses
from tests.tui.training import LETTERS, LIGHT, all_of, here, lines, note, of_shop, said, training_screen
from tui.dialogs.finish import FinishDialog
from tui.dialogs.written import WrittenDialog
from tui.screens.board import BoardScreen


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


async def to_learning(pilot: Pilot[None]) -> None:
    """Go to the tab."""
    await packet(pilot, "6")
    training_screen(pilot).look_at("Learning")
    await pilot.pause()


def item(pilot: Pilot[None], number: int) -> LearningItem:
    """An item as the app has it."""
    found = app_of(pilot).team.find(LearningItem, number)
    assert found is not None
    return found


@presses(
    *(f"learning.{name}" for name in ("down", "up", "first", "last", "page_down", "page_up")),
    *(f"learning.{name}" for name in ("order", "mine", "filter", "clear", "open", "text_down", "text_up")),
)
async def test_one_looks_at_what_is_learned(shop: Office) -> None:
    """By state, by person or by day; all or one's own; with words; one item on the whole screen."""
    async with shop.app() as pilot:
        await to_learning(pilot)
        assert [line.split(" | ")[1] for line in lines(pilot)] == [
            "First aid",
            "Course: lighting",
            "A book on letters",
        ]
        await until(pilot, lambda: "400 planned 40% · 600 EUR left" in screen_text(pilot))
        assert "90 paid · 0 planned · no budget" in screen_text(pilot)
        await packet(pilot, "j")
        assert here(pilot) == 1
        assert said(pilot) == "Course: lighting: b begins it"
        await packet(pilot, "end", "k", "home", "pagedown")
        assert here(pilot) == 2
        await packet(pilot, "pageup", "o")
        assert [line.split(" | ")[2] for line in lines(pilot)] == ["Ana Lima", "Ben Okafor", "Cem Demir"]
        assert note(pilot) == "3 items · by person"
        await packet(pilot, "o", "m")
        assert [line.split(" | ")[1] for line in lines(pilot)] == ["First aid"]
        await packet(pilot, "escape", "/", *"letters", "enter")
        assert here(pilot) == 2
        await packet(pilot, "enter", "shift+down", "shift+up")
        assert "Leads to  3 alone" in screen_text(pilot)
        assert "Course: lighting" not in screen_text(pilot)
        await packet(pilot, "enter", "escape")
        assert len(lines(pilot)) == 3


@ahead("WrittenDialog")
@presses(
    "learning.wish", "learning.agree", "learning.begin", "learning.edit", "learning.add", "learning.drop"
)
async def test_a_wish_is_agreed_to_and_begun(shop: Office) -> None:
    """It is written in a form; what costs nothing is planned at once; what is dropped says why."""
    async with shop.app() as pilot:
        await to_learning(pilot)
        await packet(pilot, "w", *"Packing fragile things", "f2", "y", "b")
        await saved(pilot)
        new = next(one for one in all_of(pilot, LearningItem) if one.title == "Packing fragile things")
        assert (new.person, new.state) == ("ana", LearningState.UNDER_WAY)
        assert here(pilot) == new.id
        await packet(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, WrittenDialog))
        await packet(pilot, "end", *", and glass", "f2", "a", *"Read about glass", "f2")
        await saved(pilot)
        assert item(pilot, new.id).title == "Packing fragile things, and glass"
        other = next(one for one in all_of(pilot, LearningItem) if one.title == "Read about glass")
        assert other.state is LearningState.PLANNED
        await packet(pilot, "-", *"No time", "enter")
        await saved(pilot)
        assert item(pilot, other.id).state is LearningState.DROPPED
        assert item(pilot, other.id).why == "Dropped: No time"


@presses("learning.card", "learning.finish")
async def test_what_is_learned_leads_to_a_card_a_level_and_a_post(shop: Office) -> None:
    """Finishing it asks for the level and for what was learned; the post follows the words."""
    async with shop.app("ben", size=(80, 40)) as pilot:
        await to_learning(pilot)
        await packet(pilot, "down", "K")
        await saved(pilot)
        card = next(task for task in all_of(pilot, Task) if task.title == "Course: lighting")
        assert item(pilot, 1).task == card.id
        await packet(pilot, "K")
        await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen))
        await packet(pilot, "6", "b", "F")
        await until(pilot, lambda: isinstance(pilot.app.screen, FinishDialog))
        assert pilot.app.screen.query_one("#level", Select).value == "3"
        await packet(pilot, "tab", *"Two lamps are enough.")
        body = pilot.app.screen.query_one("#body", TextArea)
        await until(pilot, lambda: body.text.startswith("Two lamps are enough."))
        assert "Lighting: now at 3 (alone)." in body.text
        await packet(pilot, "f2")
        await until(pilot, lambda: not isinstance(pilot.app.screen, FinishDialog))
        await saved(pilot)
        done = item(pilot, 1)
        assert (done.state, done.learned) == (LearningState.DONE, "Two lamps are enough.")
        newest = [*all_of(pilot, Assessment)][-1]
        assert (newest.person, newest.skill, newest.level, newest.item) == ("ben", LIGHT, 3, 1)
        post = app_of(pilot).team.find(Post, done.post or 0)
        assert post is not None
        assert post.title == "Learned: Course: lighting"
        assert app_of(pilot).team.task(card.id).finished_at
        # What is done is refused at the key.
        await packet(pilot, "F")
        assert "is done already" in said(pilot)


async def test_the_post_keeps_what_somebody_wrote_into_it(shop: Office) -> None:
    """Once it was changed by hand it follows no more; kept here, there is none."""
    async with shop.app("cem", size=(80, 40)) as pilot:
        other = shop.colleague("ana")
        other.commit(learning.agree(other.team, 2, "ana", LATER))
        look_now(pilot)
        await to_learning(pilot)
        await until(pilot, lambda: item(pilot, 2).state is LearningState.PLANNED)
        training_screen(pilot).look_at("Learning", 2)
        await packet(pilot, "D")
        await until(pilot, lambda: isinstance(pilot.app.screen, FinishDialog))
        body = pilot.app.screen.query_one("#body", TextArea)
        body.text = "My own words"
        await packet(pilot, "tab", *"Short ones.", "f2")
        await saved(pilot)
        post = app_of(pilot).team.find(Post, item(pilot, 2).post or 0)
        assert post is not None
        assert post.body == "My own words"
        assert [*all_of(pilot, Assessment)][-1].skill == LETTERS


@presses("learning.archive", "learning.restore", "learning.undo", "learning.redo", "learning.budget")
async def test_items_are_put_away_and_budgets_set(shop: Office) -> None:
    """What was put away comes back by its name; a budget is an amount for a department."""
    async with shop.app() as pilot:
        await to_learning(pilot)
        await packet(pilot, "x")
        await saved(pilot)
        assert item(pilot, 3).archived_at
        await packet(pilot, "X", *"First", "tab", "enter")
        await saved(pilot)
        assert here(pilot) == 3
        await packet(pilot, "B", *"sal", "enter", *"1.500,50", "enter")
        await saved(pilot)
        budget = [*all_of(pilot, Budget)][-1]
        assert (budget.department, budget.year, budget.amount) == ("Sales", 2026, 1500.5)
        await packet(pilot, "u")
        await saved(pilot)
        assert len([*all_of(pilot, Budget)]) == 1
        await packet(pilot, "ctrl+r")
        await saved(pilot)
        assert len([*all_of(pilot, Budget)]) == 2
        await packet(pilot, "B", *"nowhere", "enter")
        assert "No role belongs to a department" in screen_text(pilot) or toasts(pilot)
        await packet(pilot, "escape")


async def test_who_finishes_without_a_word_is_asked_for_one(shop: Office) -> None:
    """A refused form goes to the field that is meant; saved once more, it says that nothing was posted."""
    async with shop.app("ben", size=(80, 40)) as pilot:
        await to_learning(pilot)
        await packet(pilot, "down", "F")
        await until(pilot, lambda: isinstance(pilot.app.screen, FinishDialog))
        await packet(pilot, "f2")
        assert "“Learned” is empty, so the team is told nothing" in screen_text(pilot)
        assert pilot.app.screen.focused is pilot.app.screen.query_one("#learned")
        assert "! Learned" in screen_text(pilot)
        await packet(pilot, "tab", *"much", "f2")
        assert pilot.app.screen.focused is pilot.app.screen.query_one("#paid")
        assert "! Paid" in screen_text(pilot)
        assert "! Learned" not in screen_text(pilot)
        await packet(pilot, *("backspace",) * 4, "f2")
        await until(pilot, lambda: not isinstance(pilot.app.screen, FinishDialog))
        assert item(pilot, 1).post is None
        assert said(pilot).endswith("nothing was posted, as there is nothing to tell.") or any(
            text.endswith("nothing was posted, as there is nothing to tell.") for text in toasts(pilot)
        )
