"""The key that waits for where to go, with real keys on a real folder."""

from __future__ import annotations

import pytest

from store.change import Change
from store.models import Document
from tests import builders
from tests.builders import DOING, LATER, MAIL, READY, SHOP
from tests.tui.conftest import Office, board, packet, said, saved, screen_text, task, until
from tests.tui.marks import presses
from tui.dialogs.card import CardDialog
from tui.screens.board import BoardScreen


def put(office: Office, *documents: Document) -> None:
    """A colleague puts these into the folder before the app is opened."""
    ben = office.colleague("ben")
    for document in documents:
        table = "comments" if isinstance(document, builders.Comment) else "tasks"
        ben.commit(Change.insert(table, document, "added").signed("ben", LATER))


@presses("board.jump")
async def test_g_says_what_may_follow(office: Office) -> None:
    """One line names every jump and its key, at 80 columns whole; the footer says how to leave."""
    async with office.app() as pilot:
        await pilot.press("g")
        lines = screen_text(pilot).splitlines()

        assert lines[-2].strip() == (
            "Go to: g top  e end  t card  m mine  o late  b blocked  s stale  u @me  l back"
        )
        assert lines[-1].strip() == "esc back"


async def test_where_there_is_no_room_the_footer_says_the_rest(office: Office) -> None:
    """At 40 columns jumps that do not fit in the question are in the footer, as far as they fit."""
    async with office.app(size=(40, 12)) as pilot:
        await pilot.press("g")
        question, footer = screen_text(pilot).splitlines()[-2:]

        assert "m" in question
        assert "o late" in footer
        assert footer.split()[0] not in question.replace("…", " ").split()


@pytest.mark.parametrize("key", ["escape", "z", "x", "enter", "q"])
async def test_another_key_leaves_with_nothing_done(office: Office, key: str) -> None:
    """A key that is no jump does nothing, not even what it does otherwise."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        before = pilot.app.team
        await packet(pilot, "g", key)
        assert not pilot.app.screen.is_asking
        assert pilot.app.team is before
        assert board(pilot).cursor_task == 1
        await pilot.press("j")

        assert board(pilot).cursor_task == 2


@presses("jump.jump_top", "jump.jump_end")
async def test_top_and_end_of_the_column(office: Office) -> None:
    """gg and ge in one packet with what follows lead to the column's first and last card, over all lanes."""
    async with office.app() as pilot:
        board(pilot).select_task(2)
        await packet(pilot, *"gem")
        assert board(pilot).cursor_task == 3
        assert task(pilot, 3).assignees == ["ana"]
        await packet(pilot, *"ggm")

        assert board(pilot).cursor_task == 1
        assert task(pilot, 1).assignees == ["ana"]


@presses("jump.jump_card")
async def test_a_card_by_its_number(office: Office) -> None:
    """gt, a number with or without #, and enter."""
    async with office.app() as pilot:
        await packet(pilot, *"gt7", "enter")
        assert board(pilot).cursor_task == 7
        await packet(pilot, *"gt#2", "enter")

        assert board(pilot).cursor_task == 2


NO_NUMBER = "A card's number is made of digits"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("99", "There is no card #99"), ("two", NO_NUMBER), ("9" * 5000, NO_NUMBER)],
    ids=["unknown", "a word", "thousands of digits"],
)
async def test_a_number_that_is_none_can_be_mended(office: Office, typed: str, sentence: str) -> None:
    """The sentence says what is wrong, and what was typed is still there."""
    async with office.app() as pilot:
        await packet(pilot, *f"gt{typed}", "enter")
        assert sentence in " ".join(n.message for n in pilot.app._notifications) + said(pilot)
        assert pilot.app.screen.is_asking
        await packet(pilot, "ctrl+u", *"5", "enter")

        assert board(pilot).cursor_task == 5


@presses("jump.jump_mine")
async def test_my_cards_one_after_the_other(office: Office) -> None:
    """gm walks my open cards in the order in which one reads the board, round and round."""
    put(office, builders.task(-1, "Mine too", DOING, MAIL, assignees=["ana"]))
    async with office.app() as pilot:
        board(pilot).select_task(1)
        places = []
        for _ in range(3):
            await packet(pilot, *"gm")
            places.append(board(pilot).cursor_task)

        assert places == [4, 9, 4]


@presses("jump.jump_overdue", "jump.jump_blocked", "jump.jump_stale")
async def test_overdue_blocked_and_stale_cards(office: Office) -> None:
    """go, gb and gs find what is open and late, blocked, or has stood in an active column for long."""
    put(
        office,
        builders.task(-1, "Late", READY, SHOP, due="2026-11-20"),
        builders.task(-1, "Late, but done", builders.DONE, SHOP, due="2026-11-20"),
        builders.task(-1, "Stuck", READY, MAIL, blocked="no paper"),
    )
    async with office.app() as pilot:
        board(pilot).select_task(8)
        await packet(pilot, *"go")
        assert board(pilot).cursor_task == 9
        await packet(pilot, *"gb")
        assert board(pilot).cursor_task == 11
        board(pilot).select_task(1)
        await packet(pilot, *"gs")

        assert board(pilot).cursor_task == 6


async def test_there_may_be_none(office: Office) -> None:
    """The sentence says of what kind there is none, or no other."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *"gb")
        assert said(pilot) == "There is no blocked card."
        await packet(pilot, *"bno paper", "enter", *"gb")

        assert said(pilot) == "There is no other blocked card."


async def test_what_is_hidden_is_counted(office: Office) -> None:
    """A filter or a single lane that hides the card is named, with the way out."""
    put(office, builders.task(-1, "Stuck", READY, MAIL, blocked="no paper"))
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "tab", *"gb")
        assert said(pilot) == "There is no blocked card in view; 1 is hidden, 0 shows all lanes."
        await packet(pilot, "0", *"/carrier", "enter", *"gb")

        assert said(pilot) == "There is no blocked card in view; 1 is hidden, esc takes the filter away."


@presses("jump.jump_back")
async def test_back_to_where_one_was(office: Office) -> None:
    """gl goes back to the card before the last jump, and again to where the jump led."""
    async with office.app() as pilot:
        board(pilot).select_task(2)
        await packet(pilot, *"gl")
        assert said(pilot) == "You have not jumped yet."
        await packet(pilot, *"gt7", "enter", *"gl")
        assert board(pilot).cursor_task == 2
        await packet(pilot, *"gl")

        assert board(pilot).cursor_task == 7


async def test_back_to_a_card_that_was_just_made(office: Office) -> None:
    """A card that has got its number since is found again."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *"aTape", "enter", *"gt7", "enter")
        await saved(pilot)
        await packet(pilot, *"gl")

        assert task(pilot, board(pilot).cursor_task or 0).title == "Tape"


@presses("jump.jump_mention")
async def test_the_next_card_that_mentions_me_is_opened(office: Office) -> None:
    """gu puts the cursor on it and opens it; it is counted in the header until then."""
    put(
        office,
        builders.comment(-1, 7, "@ana please look", mentions=["ana"]),
        builders.comment(-1, 5, "@ana and this", mentions=["ana"]),
    )
    async with office.app() as pilot:
        board(pilot).select_task(6)
        assert " @2 " in screen_text(pilot).splitlines()[0]
        await packet(pilot, *"gu")
        await until(pilot, lambda: isinstance(pilot.app.screen, CardDialog))
        await pilot.press("q")
        assert board(pilot).cursor_task == 7
        assert " @1 " in screen_text(pilot).splitlines()[0]
        await packet(pilot, *"guq")
        await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen))
        assert board(pilot).cursor_task == 5
        assert "@" not in screen_text(pilot).splitlines()[0]
        await packet(pilot, *"gu")

        assert said(pilot) == "Nobody has mentioned you since you last looked."


async def test_a_mention_on_a_hidden_card_is_opened_too(office: Office) -> None:
    """The filter stays, and the card is read."""
    put(office, builders.comment(-1, 7, "@ana please look", mentions=["ana"]))
    async with office.app() as pilot:
        await packet(pilot, *"/carrier", "enter", *"gu")
        await until(pilot, lambda: isinstance(pilot.app.screen, CardDialog))
        assert "please look" in screen_text(pilot)
        await pilot.press("q")

        assert "Filter “carrier”" in said(pilot)


async def test_jumping_on_an_empty_board_is_refused(office: Office) -> None:
    """Without a card in the column there is nowhere to go."""
    async with office.app() as pilot:
        await packet(pilot, *"/nothing at all", "enter", *"gg")

        assert said(pilot) == "There is no card in this column."
