"""Writing a card where the cursor is, in the quick syntax, with real keys on a real folder."""

from __future__ import annotations

import pytest

from store.models import Priority
from tests import builders
from tests.builders import BACKLOG, DOING, MAIL, PHOTO, READY, SHOP
from tests.tui.conftest import Office, board, packet, said, saved, screen_text, task
from widgets.board.grouping import Grouping, LaneKey


async def test_a_line_says_everything_about_a_card(office: Office) -> None:
    """Who, how urgent, tag, day, role and column stand behind the title; the cursor is on the new card."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *"aBuy tape @ben !high #stock due:fri ~Photo in:Ready", "enter")
        await saved(pilot)
        made = task(pilot, 9)

        assert (made.title, made.assignees, made.priority) == ("Buy tape", ["ben"], Priority.HIGH)
        assert (made.tags, str(made.due), made.role, made.column) == (["stock"], "2026-11-27", PHOTO, READY)
        assert board(pilot).cursor_task == 9


async def test_the_card_is_drawn_while_it_is_written(office: Office) -> None:
    """The text stands on the board under the cursor, and below the line what was understood."""
    async with office.app(size=(120, 24)) as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *"aTape @ben !h")
        lines = screen_text(pilot).splitlines()

        assert any("Tape @ben !h" in line for line in lines[2:-3]), "not on the board"
        assert "means Ben Okafor · high" in lines[-1]
        await pilot.press("escape")
        assert "Tape" not in screen_text(pilot)
        assert len(pilot.app.team.tables["tasks"]) == 8


async def test_what_is_not_understood_keeps_what_was_written(office: Office) -> None:
    """A person that nobody knows is refused in a sentence; the line is still there and can be mended."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *"aTape @zoe", "enter")
        assert "zoe" in screen_text(pilot)
        assert len(pilot.app.team.tables["tasks"]) == 8
        await packet(pilot, *["backspace"] * 4, *"@cem", "enter")
        await saved(pilot)

        assert task(pilot, 9).assignees == ["cem"]


async def test_saying_no_to_a_limit_gives_the_line_back(office: Office) -> None:
    """Over a WIP limit the board asks; n does not lose what was written, y puts the card there."""
    async with office.app() as pilot:
        board(pilot).select_task(7)
        await packet(pilot, *"aOne more", "enter")
        if "go over it?" not in screen_text(pilot):
            await packet(pilot, *"aAnd one more", "enter")
        assert "go over it?" in screen_text(pilot)
        await pilot.press("n")
        assert "ne more" in screen_text(pilot).splitlines()[-2]
        await packet(pilot, "enter", "y")
        await saved(pilot)

        assert (
            len(builders.titles(pilot.app.team, DOING, MAIL))
            + len(builders.titles(pilot.app.team, DOING, SHOP))
            + len(builders.titles(pilot.app.team, DOING, PHOTO))
            > builders.DOING_LIMIT
        )


@pytest.mark.parametrize(
    ("keys", "lane", "field", "value"),
    [
        ("op", LaneKey(Grouping.PERSON, "ben"), "assignees", ["ben"]),
        ("oi", LaneKey(Grouping.PRIORITY, "low"), "priority", Priority.LOW),
    ],
)
async def test_a_new_card_has_what_its_lane_stands_for(
    office: Office, keys: str, lane: LaneKey, field: str, value: object
) -> None:
    """In Ben's lane a new card is Ben's; in that of low priority it is low."""
    async with office.app(size=(120, 40)) as pilot:
        board(pilot).select_task(5)
        await packet(pilot, *keys)
        for _ in range(12):
            if board(pilot).cursor_lane == lane:
                break
            await pilot.press("j")
        assert board(pilot).cursor_lane == lane
        await packet(pilot, *"aTape", "enter")
        await saved(pilot)

        assert getattr(task(pilot, 9), field) == value
        assert board(pilot).cursor_task == 9


async def test_a_title_that_looks_like_a_marker_can_be_written(office: Office) -> None:
    """A backslash makes a sign a letter."""
    async with office.app() as pilot:
        await packet(pilot, *"aAsk \\@home about C# and #1 seller!", "enter")
        await saved(pilot)

        assert task(pilot, 9).title == "Ask @home about C# and #1 seller!"
        assert task(pilot, 9).tags == []


async def test_changing_with_one_line(office: Office) -> None:
    """s and the same signs change the card under the cursor; what is no sign is refused."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *"s@cem !urgent due:+2d #stock in:Ready", "enter")
        await saved(pilot)
        changed = task(pilot, 1)

        assert (changed.assignees[-1], changed.priority, changed.column) == ("cem", Priority.URGENT, READY)
        assert str(changed.due) == "2026-11-25"
        await packet(pilot, *"snew words", "enter")
        assert "“new” says no change" in screen_text(pilot)
        await packet(pilot, "escape", "u")
        await saved(pilot)
        assert task(pilot, 1).column == BACKLOG


async def test_one_line_for_many(office: Office) -> None:
    """What is selected is changed together, and taken back together."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *"  s!low @me", "enter")
        await saved(pilot)
        assert {task(pilot, n).priority for n in (1, 2)} == {Priority.LOW}
        assert said(pilot).startswith("Changed 2 cards.")
        await packet(pilot, "u")
        await saved(pilot)

        assert Priority.LOW not in {task(pilot, n).priority for n in (1, 2)}
