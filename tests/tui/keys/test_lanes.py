"""What lanes stand for, folding them, and how high cards are."""

from __future__ import annotations

import pytest

from tests import builders
from tests.tui.conftest import Office, board, packet, said, screen_text, task
from tests.tui.marks import presses
from tests.tui.test_jumps import put
from tui.app import TagwerkApp
from tui.preferences import Preferences
from widgets.board.grouping import Grouping, LaneKey


def own(app: object) -> Preferences:
    """The person's settings."""
    assert isinstance(app, TagwerkApp)
    return app.preferences


@presses("board.fold")
async def test_a_lane_is_folded_and_opened(office: Office) -> None:
    """z leaves only its heading, and it is kept; z again brings the cursor back to its card."""
    async with office.app(size=(120, 30)) as pilot:
        board(pilot).select_task(2)
        await pilot.press("z")
        assert "Order wrapping" not in screen_text(pilot)
        assert "Retouch" in screen_text(pilot)
        assert own(pilot.app).folded == ("role:1",)
        await pilot.press("z")

        assert "Order wrapping" in screen_text(pilot)
        assert board(pilot).cursor_task == 2
        assert own(pilot.app).folded == ()


@presses("board.fold_all")
async def test_all_lanes_are_folded_and_opened(office: Office) -> None:
    """Z leaves headings only, also where some lanes are folded already; Z again opens all."""
    async with office.app(size=(120, 30)) as pilot:
        board(pilot).select_task(2)
        await packet(pilot, *"zZ")
        assert "#" not in screen_text(pilot)
        assert "Photography" in screen_text(pilot)
        await pilot.press("Z")

        assert all(f"#{number}" in screen_text(pilot) for number in range(1, 9))


@presses(
    "board.lanes_by",
    "lanes.by_role",
    "lanes.by_person",
    "lanes.by_goal",
    "lanes.by_priority",
    "lanes.by_nothing",
)
async def test_cards_are_sorted_into_other_lanes(office: Office) -> None:
    """o and a letter, in one packet, say what lanes stand for; the cursor stays on its card."""
    put(office, builders.task(-1, "Print the signs", goal=7))
    headings = {"p": "Ben Okafor", "g": "Goal 7", "i": "High", "r": "Newsletter", "n": ""}
    groupings = dict(zip("pgirn", ("person", "goal", "priority", "role", "none"), strict=True))
    async with office.app(size=(120, 50)) as pilot:
        board(pilot).select_task(4)
        for key, heading in headings.items():
            await packet(pilot, "o", key)

            assert board(pilot).grouping == own(pilot.app).grouping == groupings[key]
            cards = "\n".join(screen_text(pilot).splitlines()[1:-2])
            assert [other for other in headings.values() if other and other in cards] == [heading][
                : len(heading)
            ]
            assert board(pilot).cursor_task == 4


async def test_the_menu_names_the_lanes_and_leaves_on_another_key(office: Office) -> None:
    """o says which letters follow; any other one changes nothing, and is not taken for a command."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await pilot.press("o")
        assert said(pilot) == "Lanes by: r role  p person  g goal  i priority  n none"
        await packet(pilot, *"xm")

        assert board(pilot).grouping is Grouping.ROLE
        assert task(pilot, 1).archived_at is None
        assert task(pilot, 1).assignees == ["ana"]


@pytest.mark.parametrize("key", ["z", "Z"])
async def test_without_lanes_there_is_nothing_to_fold(office: Office, key: str) -> None:
    """A sentence says how there are some."""
    async with office.app() as pilot:
        await packet(pilot, *"on", key)

        assert said(pilot) == "There are no lanes now; o sorts the cards into some."
        assert own(pilot.app).folded == ()


@presses("board.density")
async def test_cards_get_more_room_or_less(office: Office) -> None:
    """v goes from as much as there is room for to one line, to three, and round; it says which."""
    async with office.app(size=(120, 50)) as pilot:
        board(pilot).select_task(1)
        seen = []
        for _ in range(3):
            await pilot.press("v")
            lines = screen_text(pilot).splitlines()
            first, second = (next(y for y, line in enumerate(lines) if t in line) for t in ("#1 ", "#2 "))
            seen.append((own(pilot.app).density, second - first, said(pilot)))

    assert [(density, sentence) for density, _, sentence in seen] == [
        ("compact", "Cards have one line."),
        ("roomy", "Cards have three lines."),
        ("auto", "Cards have as many lines as there is room for."),
    ]
    assert seen[0][1] == 1
    assert seen[1][1] >= 3


async def test_a_role_that_was_found_stays_when_something_else_is_set(office: Office) -> None:
    """A role's lane, chosen while lanes were people, is still alone after a filter was written."""
    async with office.app() as pilot:
        await packet(pilot, *"op", *":newsletter", "enter")
        await packet(pilot, *"/letter", "enter")

        assert board(pilot).only_lane == LaneKey(Grouping.ROLE, builders.MAIL)
        assert own(pilot.app).grouping == "role"
