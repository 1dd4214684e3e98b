"""What one does with a goal, on the screen and in the dialog of one: check in, begin, end, link, comment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from store.models import CheckIn, Goal, GoalState, KeyResult, Post, PostKind, Remark, Source
from store.rules import check_ins, milestones, results
from tests.builders import LATER
from tests.tui.conftest import Office, packet, saved, screen_text, task, until
from tests.tui.disks import look_now
from tests.tui.goals import TODAY, app_of, documents, goal, here, line, listed, of_shop, the_goal
from tests.tui.marks import ahead, presses
from tui.dialogs.card import CardDialog
from tui.dialogs.form import FormDialog
from tui.dialogs.goal import GoalDialog
from tui.dialogs.goal_cards import GoalCardsDialog
from tui.dialogs.goal_form import GoalFormDialog
from tui.dialogs.help import HelpDialog
from tui.dialogs.post_form import PostFormDialog
from tui.dialogs.sections import SectionsDialog
from tui.keys import GOAL, GOAL_CARDS, Command
from widgets.listing import Listing
from widgets.prompt import Prompt


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


def newest(pilot: Pilot[None], goal: int) -> CheckIn:
    """The last check-in on a goal."""
    found = app_of(pilot).team.belonging(CheckIn, "goal", goal)
    return max(found, key=lambda check_in: (check_in.at, abs(check_in.id)))


async def opened(pilot: Pilot[None], *keys: str) -> GoalDialog:
    """Open the goal under the cursor of the goals screen."""
    await packet(pilot, "2", *keys, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, GoalDialog), "opening the goal")
    dialog = pilot.app.screen
    assert isinstance(dialog, GoalDialog)
    return dialog


@pytest.mark.parametrize("command", GOAL, ids=lambda c: c.name)
def test_every_command_of_an_opened_goal_can_be_done(command: Command) -> None:
    """The dialog, or one of the groups that the screen has as well, has a method for it."""
    from tui.dialogs.goal import _GROUPS

    assert any(hasattr(owner, f"do_{command.name}") for owner in (GoalDialog, *_GROUPS))


@pytest.mark.parametrize("command", GOAL_CARDS, ids=lambda c: c.name)
def test_every_command_of_its_cards_can_be_done(command: Command) -> None:
    """The list has a method for each command."""
    assert callable(getattr(GoalCardsDialog, f"do_{command.name}"))


# --- checking in -----------------------------------------------------------------------------------------


@presses("goals.check_in")
@ahead("Check-in")
async def test_a_check_in_is_one_line(shop: Office) -> None:
    """Key, line, enter and the next key in one packet: value, confidence and note arrive."""
    async with shop.app() as pilot:
        await packet(pilot, "2", "j", "i", *"75 !8 second table", "enter", "j")
        await saved(pilot)
        said = newest(pilot, 1)

        assert (said.value, said.confidence, said.note) == (75, 8, "second table")
        assert said.author == "ana"
        assert here(pilot) == 2
        assert "50%" in screen_text(pilot)


async def test_what_is_understood_is_told_while_one_writes(shop: Office) -> None:
    """The label says where it stands and should stand, the line below what the words mean."""
    async with shop.app(size=(120, 24)) as pilot:
        await packet(pilot, "2", "j", "i")
        assert "Check-in (was 72 %, should be 72 %)" in screen_text(pilot)
        assert "the value in %" in screen_text(pilot)
        await packet(pilot, *"75 !8 fine")
        assert "means 75 %, sure: 8 of 10, a note" in screen_text(pilot)
        await packet(pilot, "ctrl+u", *"75 !12")
        assert "“!12” is no confidence" in screen_text(pilot)


async def test_a_wrong_line_stays_to_be_mended(shop: Office) -> None:
    """Enter says what is wrong and leaves the line; escape leaves it, and nothing was written."""
    async with shop.app() as pilot:
        await packet(pilot, "2", "j", "i", *"75 !99", "enter")
        assert "is no confidence" in screen_text(pilot)
        await packet(pilot, "escape")

        assert newest(pilot, 1).value == 72


async def test_only_an_active_goal_is_checked_in_on(shop: Office) -> None:
    """For a draft it says which key begins it; what was typed behind is no command."""
    async with shop.app("cem") as pilot:
        await packet(pilot, "2", "end", "i", *"75 x", "enter")

        assert line(pilot) == "The goal “Think about gifts” is draft, so nobody checks in on it; b begins it."
        assert the_goal(pilot, 4).archived_at is None


async def test_who_has_no_part_in_it_is_told_before_writing(shop: Office) -> None:
    """No line opens."""
    async with shop.app("cem") as pilot:
        await packet(pilot, "2", "j", "i")

        assert line(pilot).startswith("You have no part in “Ship the same day”; ask Ana Lima")


async def test_two_people_check_in_at_the_same_moment(shop: Office) -> None:
    """Neither sees the other's while writing; both survive."""
    ben = shop.colleague("ben")
    async with shop.app() as pilot:
        await packet(pilot, "2", "j", "j", "i", *"61")
        ben.commit(check_ins.check_in(ben.team, 2, "ben", LATER, value=62, note="Mine"))
        await packet(pilot, "enter")
        await saved(pilot)
        look_now(pilot)
        values = {c.value for c in app_of(pilot).team.belonging(CheckIn, "goal", 2)}

        assert {61, 62} <= values


def result(id: int, title: str, **fields: Any) -> KeyResult:
    """A part of the ninth goal."""
    known = {"metric": "parcels", "baseline": 0, "target": 100, "position": f"a{id}"}
    return KeyResult.checked({"id": id, "goal": 9, "title": title, **known, **fields})


async def test_key_results_are_asked_for(tmp_path: Path) -> None:
    """The next key says which one it is about; the goal moves by its weight."""
    parts = result(1, "Packing"), result(2, "Labels", weight=3)
    shop = Office(
        tmp_path / "team", tmp_path / "local", *documents(), goal(9, "Zeal", source=Source.RESULTS), *parts
    )
    async with shop.app() as pilot:
        await packet(pilot, "2", ":", *"zeal", "enter", "i")
        assert "1 Packing  2 Labels  w the whole" in screen_text(pilot)
        await packet(pilot, "2", *"50", "enter")
        await saved(pilot)

        assert (newest(pilot, 9).value, newest(pilot, 9).result) == (50, 2)
        assert "38%" in screen_text(pilot)
        await packet(pilot, "i", "w", *"2 shops late !6", "enter")
        await saved(pilot)
        assert (newest(pilot, 9).value, newest(pilot, 9).note) == (None, "2 shops late")
    shop.close()


# --- beginning and ending --------------------------------------------------------------------------------


@presses("goals.begin")
async def test_a_draft_that_lacks_letters_asks_before_it_begins(shop: Office) -> None:
    """It names them; only y begins it, and it stays marked."""
    async with shop.app("cem") as pilot:
        await packet(pilot, "2", "end", "b")
        assert line(pilot).startswith(
            "Not specific, measurable, achievable, relevant and time-bound yet; begin"
        )
        await packet(pilot, "n")
        assert the_goal(pilot, 4).state is GoalState.DRAFT
        await packet(pilot, "b", "y")
        assert the_goal(pilot, 4).state is GoalState.ACTIVE
        await packet(pilot, "b")
        assert line(pilot) == "The goal “Think about gifts” is active already."


@presses("goals.close")
async def test_a_missed_goal_asks_for_the_lesson_and_what_to_adjust(shop: Office) -> None:
    """Without a lesson it is not closed."""
    async with shop.app() as pilot:
        await packet(pilot, "2", "j", "d", "m", "enter")
        assert the_goal(pilot, 1).state is GoalState.ACTIVE
        await packet(pilot, "d", "m", *"Too few tables", "enter", *"A third table", "enter")
        await saved(pilot)
        closed = the_goal(pilot, 1)

        assert (closed.state, closed.lesson) == (GoalState.MISSED, "Too few tables")
        assert closed.reason == "A third table"


async def test_reached_and_dropped(shop: Office) -> None:
    """What made it work may be left empty; why it is dropped may not."""
    async with shop.app() as pilot:
        await packet(pilot, "2", "d", "r", "enter")
        assert the_goal(pilot, 3).state is GoalState.REACHED
        await packet(pilot, "n", "u", "d", "d", "enter")
        assert the_goal(pilot, 3).state is GoalState.ACTIVE
        await packet(pilot, "d", "d", *"Nobody reads it", "enter")
        assert (the_goal(pilot, 3).state, the_goal(pilot, 3).reason) == (GoalState.DROPPED, "Nobody reads it")


@ahead("Celebrate")
async def test_a_goal_that_was_reached_is_celebrated(shop: Office) -> None:
    """Where one says yes, a post is proposed, which one may change before it is posted."""
    async with shop.app() as pilot:
        await packet(pilot, "2", "d", "r", *"The new table", "enter")
        assert line(pilot).endswith("Celebrate it on the news? y/n")
        await packet(pilot, "y")
        await until(pilot, lambda: isinstance(pilot.app.screen, PostFormDialog))
        await packet(pilot, *"!", "f2")
        await until(pilot, lambda: not isinstance(pilot.app.screen, PostFormDialog))
        await saved(pilot)
        (posted,) = app_of(pilot).team.all(Post)

        assert (posted.title, posted.kind) == ("Reached: Newsletter readers!", PostKind.CELEBRATION)
        assert (posted.body, posted.goals) == ("The new table", [3])


# --- the opened goal -------------------------------------------------------------------------------------


@presses("goals.open", "goal.back", "goal.down", "goal.up", "goal.page_down", "goal.page_up")
async def test_a_goal_is_opened_and_read(shop: Office) -> None:
    """How it stands, the chart, check-ins, letters and history, and back."""
    async with shop.app(size=(100, 90)) as pilot:
        await opened(pilot, "j")
        text = screen_text(pilot)
        for said in (
            "Goal 1 Ship the same day",
            "● on track",
            "orders shipped the same day: from 60 to 90 %, now 72 %",
            "every 7 days, the next one 30 Nov",
            "How it goes",
            "● check-ins",
            "Ana Lima: 72 %",
            "✓ Specific  ✓ Measurable",
            "Customers first",
        ):
            assert said in text
        await until(pilot, lambda: "History" in screen_text(pilot))
        for key in ("q", "escape", "enter"):
            await packet(pilot, key, "up", "down")
            assert here(pilot) == 1
            await opened(pilot)


async def test_a_long_sheet_scrolls(shop: Office) -> None:
    """By lines and pages, each key of a packet counts."""
    async with shop.app() as pilot:
        dialog = await opened(pilot, "j")
        await packet(pilot, "j", "j", "k")
        await pilot.pause()
        assert dialog._sheet.scroll_y == 2
        await packet(pilot, "pagedown")
        await pilot.pause()
        below = dialog._sheet.scroll_y
        assert below > 2
        await packet(pilot, "pageup")
        await pilot.pause()
        assert dialog._sheet.scroll_y < below


@presses("goal.check_in", "goal.undo", "goal.redo")
@ahead("GoalDialog")
async def test_one_checks_in_on_an_opened_goal(shop: Office) -> None:
    """Opened, written and closed in one packet; u takes it back while it is open."""
    async with shop.app(size=(100, 60)) as pilot:
        await packet(pilot, "2", "j", "enter", "i", *"75", "enter", "q", "j")
        await until(pilot, lambda: here(pilot) == 2)
        assert newest(pilot, 1).value == 75
        await opened(pilot, "k")
        await packet(pilot, "u")
        assert "now 72 %" in screen_text(pilot)
        await packet(pilot, "ctrl+r")
        assert "now 75 %" in screen_text(pilot)


@presses("goal.remark")
async def test_people_comment_on_a_goal(shop: Office) -> None:
    """Others' comments come while it is open."""
    ben = shop.colleague("ben")
    async with shop.app(size=(100, 60)) as pilot:
        await opened(pilot, "j")
        await packet(pilot, "c", *"Well done @ben", "enter")
        await saved(pilot)
        remark = next(app_of(pilot).team.all(Remark))
        assert (remark.text, remark.mentions) == ("Well done @ben", ["ben"])
        ben.commit(check_ins.remark(ben.team, 1, "Thank [b]you[/b]", "ben", LATER))
        look_now(pilot)
        await packet(pilot, "pagedown")
        await until(pilot, lambda: "Thank [b]you[/b]" in screen_text(pilot))


@presses("goal.edit", "goal.begin", "goal.close", "goal.archive", "goal.link", "goal.help", "goal.palette")
async def test_the_dialog_does_what_the_screen_does(shop: Office) -> None:
    """The same keys for the goal that is open."""
    async with shop.app() as pilot:
        await opened(pilot, "j")
        await packet(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalFormDialog))
        await packet(pilot, "escape", "l")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalCardsDialog))
        await packet(pilot, "q", "?")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpDialog))
        assert "Opened goal" in screen_text(pilot)
        await packet(pilot, "escape", ":", *"say how the goal", "enter", "r", "enter")
        await until(pilot, lambda: the_goal(pilot, 1).state is GoalState.REACHED)
        await packet(pilot, "n", "u", "d", "d", *"No use", "enter", "x")
        await until(pilot, lambda: the_goal(pilot, 1).archived_at is not None)
        assert "put away" in screen_text(pilot)
        await packet(pilot, "x", "b")
        await until(pilot, lambda: the_goal(pilot, 1).state is GoalState.ACTIVE)


async def test_a_goal_that_is_taken_back_closes(shop: Office) -> None:
    """Who has it open is told."""
    async with shop.app("ben") as ben, shop.app() as ana:
        await packet(ben, "2", "a", *"A mistake", "enter")
        await saved(ben)
        look_now(ana)
        await until(ana, lambda: any(g.title == "A mistake" for g in app_of(ana).team.all(Goal)))
        await packet(ana, "2", ":", *"a mistake", "enter", "enter")
        await until(ana, lambda: isinstance(ana.app.screen, GoalDialog))
        await packet(ben, "u")
        await saved(ben)
        look_now(ana)
        await until(ana, lambda: not isinstance(ana.app.screen, GoalDialog))

        assert "The goal you had open was taken back by who wrote it." in screen_text(ana)


# --- its cards -------------------------------------------------------------------------------------------


@presses(
    *(f"goal_cards.{name}" for name in ("toggle", "open", "filter", "undo", "redo", "help", "close")),
    *(f"goal_cards.{name}" for name in ("down", "up", "first", "last", "page_down", "page_up")),
    "goals.link",
)
@ahead("GoalCardsDialog")
async def test_cards_are_linked_and_unlinked(shop: Office) -> None:
    """Found by words, linked with space, opened with enter; the card stays where it is in the list."""
    async with shop.app(size=(100, 24)) as pilot:
        await packet(pilot, "2", "j", "l", "/", *"count", "enter", "space", "escape", "q", "j")
        await until(pilot, lambda: task(pilot, 4).goal == 1)
        assert here(pilot) == 2
        await packet(pilot, "k", "l")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalCardsDialog))
        listing = pilot.app.screen.query_one(Listing)
        assert listing.key == 4
        assert "this goal" in screen_text(pilot)
        await packet(pilot, "j", "j", "k", "l")
        assert task(pilot, 8).goal == 1
        assert "#8 serves it." in pilot.app.screen.query_one(Prompt).status
        await packet(pilot, "u")
        assert task(pilot, 8).goal is None
        await packet(pilot, "ctrl+r")
        assert task(pilot, 8).goal == 1
        await packet(pilot, "home", "space")
        assert task(pilot, 4).goal is None
        assert listing.key == 4
        await packet(pilot, "end", "pageup", "pagedown", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CardDialog))
        await packet(pilot, "escape", "?")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpDialog))
        await packet(pilot, "escape", "q")
        assert listed(pilot) == [3, 1, 2, 4]


async def test_a_card_serves_one_goal_at_a_time(shop: Office) -> None:
    """Linked to another one, it says which it served before."""
    async with shop.app(size=(120, 24)) as pilot:
        await packet(pilot, "2", "j", "l", "/", *"count", "enter", "space", "escape", "q", "j", "l")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalCardsDialog))
        await packet(pilot, "/", *"count", "enter", "space")

        assert task(pilot, 4).goal == 2
        assert "#4 serves it instead of “Ship the same day”." in pilot.app.screen.query_one(Prompt).status


async def test_an_opened_goal_tells_of_its_cards(tmp_path: Path) -> None:
    """What is counted from them is shown with their columns."""
    counted = goal(9, "By cards", source=Source.TASKS, baseline=None, target=None, unit="")
    shop = Office(tmp_path / "team", tmp_path / "local", *documents(), counted)
    async with shop.app(size=(100, 60)) as pilot:
        await packet(pilot, "2", ":", *"by cards", "enter", "l", "/", *"clean", "enter", "space", "escape")
        await packet(pilot, "/", *"count", "enter", "space", "escape", "q", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalDialog))

        assert "[✓] #8 Clean the window  Done" in screen_text(pilot)
        assert "[ ] #4 Count the stock  Ready" in screen_text(pilot)
        assert "50%" in screen_text(pilot)
    shop.close()


# --- what it is made of ----------------------------------------------------------------------------------


@presses("goals.parts", "goal.parts")
@ahead("SectionsDialog")
async def test_key_results_and_milestones_are_written(shop: Office) -> None:
    """Added, changed, reached and put away with the keys of settings; an opened goal tells of them."""
    async with shop.app(size=(100, 80)) as pilot:
        await packet(
            pilot, "2", "j", "r", "a", *"Packing", "tab", *"parcels", "tab", "tab", "tab", *"0", "tab"
        )
        await packet(pilot, *"1,200", "enter")
        await until(pilot, lambda: "0 > 1,200" in screen_text(pilot))
        await packet(pilot, "tab", "a", *"Table", "tab", *"+1w", "tab", *"80", "enter")
        await until(pilot, lambda: "2026-11-30" in screen_text(pilot))
        await packet(pilot, "q", "enter", "r", "tab", "e", "tab", "tab", "tab")
        await until(pilot, lambda: isinstance(pilot.app.screen, FormDialog))
        await packet(pilot, "enter", "down", "enter", "f2")
        await until(pilot, lambda: the_goal(pilot, 1).milestones[0].done)
        await packet(pilot, "q")
        await saved(pilot)
        made = results.results_of(app_of(pilot).team, 1)

        assert [(r.title, r.metric, r.baseline, r.target) for r in made] == [("Packing", "parcels", 0, 1200)]
        stone = the_goal(pilot, 1).milestones[0]
        assert (stone.text, stone.value) == ("Table", 80)
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalDialog))
        assert "Milestones" in screen_text(pilot)
        assert "[✓] 30 Nov     Table  80 %" in screen_text(pilot)


async def test_a_milestone_is_reached_and_removed(shop: Office) -> None:
    """With its form and with x; u brings it back."""
    ana = shop.colleague("ana")
    ana.commit(milestones.add(ana.team, 1, "Table", TODAY, "ana", LATER, milestone_id="m1"))
    async with shop.app(size=(100, 30)) as pilot:
        await packet(pilot, "2", "j", "r", "tab", "x")
        await until(pilot, lambda: the_goal(pilot, 1).milestones == [])
        await packet(pilot, "u")
        await until(pilot, lambda: the_goal(pilot, 1).milestones != [])
        assert "[ ]" in screen_text(pilot)


async def test_who_does_not_answer_for_a_goal_does_not_change_its_parts(shop: Office) -> None:
    """The list can be read; a change says whom to ask."""
    async with shop.app("cem") as pilot:
        await packet(pilot, "2", "j", "r", "a")
        await until(pilot, lambda: isinstance(pilot.app.screen, SectionsDialog))

        assert "Ana Lima answers for" in screen_text(pilot)
