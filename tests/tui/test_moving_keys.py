"""Handing cards over and copying their numbers, with real keys on a real folder."""

from __future__ import annotations

from store.rules.board import lane
from tests import builders
from tests.builders import BACKLOG, MAIL, PHOTO, READY, SHOP
from tests.tui.conftest import Office, board, packet, said, saved, screen_text, task, toasts
from tests.tui.marks import presses


async def test_handing_over_goes_to_the_next_role_with_the_note_as_a_comment(office: Office) -> None:
    """>, a note and enter, in one packet: the card is in the next role's lane and the note on it."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, ">", *"@ben the samples are here", "enter")
        await saved(pilot)

        assert task(pilot, 1).role == PHOTO
        comments = pilot.app.team.comments(1)
        assert [(c.text, c.mentions) for c in comments] == [("@ben the samples are here", ["ben"])]
        assert said(pilot) == "Photography has #1 now."
        assert board(pilot).cursor_task == 1


async def test_handing_over_needs_no_note(office: Office) -> None:
    """> and enter hand the card over without a comment; the others see it."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, ">", "enter")
        await saved(pilot)

    team = office.colleague().team
    assert team.task(1).role == PHOTO
    assert not team.comments(1)


@presses("board.hand_on", "board.hand_back")
async def test_the_same_keys_choose_the_role(office: Office) -> None:
    """>> goes two roles on, <  back; the line names the role that is chosen."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await pilot.press(">")
        assert "Hand #1 to Photography" in screen_text(pilot)
        await pilot.press(">")
        assert "Hand #1 to Newsletter" in screen_text(pilot)
        await pilot.press("enter")

        assert task(pilot, 1).role == MAIL
        await pilot.press("<", "<", "enter")

        assert task(pilot, 1).role == SHOP


async def test_a_note_may_contain_the_signs_that_choose(office: Office) -> None:
    """Once a note has been begun, > is a letter like any other."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, ">", *"a > b", "enter")

        assert [c.text for c in pilot.app.team.comments(1)] == ["a > b"]
        assert task(pilot, 1).role == PHOTO


async def test_leaving_the_line_hands_nothing_over(office: Office) -> None:
    """esc takes everything back."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, ">", ">", "escape")

        assert task(pilot, 1).role == SHOP
        assert lane(pilot.app.team, task(pilot, 1).role) == "Shop"


async def test_two_notes_are_two_comments(office: Office) -> None:
    """Handing two cards over one after the other, with notes, keeps both notes."""
    async with office.app() as pilot:
        for number in (1, 4):
            board(pilot).select_task(number)
            await packet(pilot, ">", *f"note {number}", "enter")
            await saved(pilot)

    team = office.colleague().team
    assert [[c.text for c in team.comments(number)] for number in (1, 4)] == [["note 1"], ["note 4"]]


async def test_undo_takes_card_and_note_back(office: Office) -> None:
    """u after a hand-over: the card is where it was and the note is gone."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, ">", *"sorry", "enter", "u")
        await saved(pilot)

        assert task(pilot, 1).role == SHOP
        assert not pilot.app.team.comments(1)


@presses("board.copy_number")
async def test_copying_puts_the_number_into_the_clipboard(office: Office) -> None:
    """y gives the terminal the card's number and says so."""
    async with office.app() as pilot:
        board(pilot).select_task(4)
        await pilot.press("y")

        assert pilot.app.clipboard == "#4"
        assert said(pilot).startswith("#4 is in the clipboard")


async def test_the_order_is_that_of_the_cards_in_view(office: Office) -> None:
    """By person, J puts a card under the next one of that person; one of another role is refused."""
    async with office.app(size=(120, 40)) as pilot:
        for number in (1, 2):
            board(pilot).select_task(number)
            await packet(pilot, "m")
        await packet(pilot, *"op")
        board(pilot).select_task(1)
        await packet(pilot, "J")
        await saved(pilot)
        assert builders.numbers(pilot.app.team, BACKLOG, SHOP) == [2, 1]
        await packet(pilot, *"s~Photo", "enter")
        board(pilot).select_task(1)
        other = board(pilot).beside(1) or board(pilot).beside(-1)
        assert other == 2
        await packet(pilot, "J" if board(pilot).beside(1) else "K")

        assert "are of different roles" in screen_text(pilot) or any("different" in t for t in toasts(pilot))


async def test_many_move_as_one_step(office: Office) -> None:
    """L moves all that are selected, in their order; one u takes all of it back."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *"  L")
        await saved(pilot)
        assert [n for n in builders.numbers(pilot.app.team, READY, SHOP) if n in (1, 2)] == [1, 2]
        await packet(pilot, "u")
        await saved(pilot)

        assert builders.numbers(pilot.app.team, BACKLOG, SHOP) == [1, 2]
