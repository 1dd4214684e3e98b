"""Choosing several cards, and what the keys for one card then do to all of them, as one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from store.rules import tasks
from store.team import Team
from tests import builders
from tests.builders import BACKLOG, DOING, DONE, LATER, PHOTO, READY, SHOP
from tests.tui.conftest import PATIENCE, Office, board, packet, said, saved, screen_text, task, toasts, until
from tests.tui.disks import Drive, look_now
from tests.tui.marks import presses

Seen = Callable[[Team], object]


def both(team: Team, field: str) -> list[object]:
    """What cards 1 and 2 have in a field."""
    return [getattr(team.task(number), field) for number in (1, 2)]


def notes(team: Team) -> list[list[str]]:
    """What was said on cards 1 and 2."""
    return [[comment.text for comment in team.comments(number)] for number in (1, 2)]


@presses("board.select")
async def test_a_card_is_selected_and_the_cursor_goes_on(office: Office) -> None:
    """space twice selects two cards and says so; space on one of them again takes it out."""
    async with office.app(size=(120, 30)) as pilot:
        board(pilot).select_task(1)
        await pilot.press("space")
        assert board(pilot).cursor_task == 2
        assert said(pilot).startswith("1 card selected, esc selects none")
        await pilot.press("space", "k", "space")

        assert board(pilot).selected == {1}
        assert "2 cards" not in said(pilot)


@presses("board.select_cell")
async def test_a_cell_is_selected(office: Office) -> None:
    """* takes the cards of the cell in, with those that are selected elsewhere; again it takes them out."""
    async with office.app(size=(120, 30)) as pilot:
        board(pilot).select_task(4)
        await packet(pilot, " ", *"kh*")
        assert board(pilot).selected_in_order == (1, 2, 4)
        assert "3 cards selected" in screen_text(pilot)
        await pilot.press("*")

        assert board(pilot).selected == {4}


@pytest.mark.parametrize("key", [" ", "*"])
async def test_an_empty_cell_has_nothing_to_select(office: Office, key: str) -> None:
    """A sentence says so."""
    async with office.app() as pilot:
        board(pilot).select_task(7)
        await packet(pilot, "h", key)

        assert said(pilot).startswith("There is no card ")
        assert not board(pilot).selected


@presses("board.clear")
async def test_esc_takes_one_thing_away_at_a_time(office: Office) -> None:
    """First the selection, then the filter."""
    async with office.app(size=(120, 30)) as pilot:
        await packet(pilot, *"/carrier", "enter", " ")
        assert said(pilot).startswith("1 card selected, esc selects none  |  Filter “carrier”")
        await pilot.press("escape")
        assert said(pilot).startswith("Filter “carrier”")
        await pilot.press("ctrl+g")

        assert "Filter" not in said(pilot)


@pytest.mark.parametrize(
    ("keys", "seen", "sentence"),
    [
        ("L", lambda team: both(team, "column") == [READY] * 2, ""),
        (
            (">", *"hello", "enter"),
            lambda team: notes(team) == [["hello"]] * 2,
            "Photography has 2 cards now.",
        ),
        (("<", "<", "enter"), lambda team: both(team, "role") == [PHOTO] * 2, "Photography has 2 cards now."),
        ("x", lambda team: all(both(team, "archived_at")), "2 cards are put away; u brings them back."),
        (
            (*"bno paper", "enter"),
            lambda team: both(team, "blocked") == ["no paper"] * 2,
            "You blocked 2 cards.",
        ),
        ("m", lambda team: both(team, "assignees") == [["ana"]] * 2, "You took 2 cards."),
        ((*"cLook", "enter"), lambda team: notes(team) == [["Look"]] * 2, "Your comment is on 2 cards."),
        ((*"s!low @ben", "enter"), lambda team: both(team, "priority") == ["low"] * 2, "Changed 2 cards."),
    ],
)
async def test_a_key_is_for_all_that_are_selected(
    office: Office, keys: Sequence[str], seen: Seen, sentence: str
) -> None:
    """Both cards have it, here and in the folder; u takes it back from both."""
    async with office.app(size=(120, 30)) as pilot:
        before = pilot.app.team.tables
        board(pilot).select_task(1)
        await packet(pilot, "*", *keys)
        assert seen(pilot.app.team)
        assert sentence in said(pilot)
        await saved(pilot)
        other = office.colleague()
        assert seen(other.team)
        assert other.number == 1
        await pilot.press("u")

        assert pilot.app.team.tables["tasks"] == before["tasks"]
        assert notes(pilot.app.team) == [[], []]


async def test_selected_cards_go_on_and_back_in_their_order(office: Office) -> None:
    """L, and H behind it in the same packet; both stand as they stood, and each way is a step."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *"*LH")
        assert builders.numbers(pilot.app.team, BACKLOG, SHOP) == [1, 2]
        await packet(pilot, *"Lu")
        assert builders.numbers(pilot.app.team, BACKLOG, SHOP) == [1, 2]
        await packet(pilot, *"L")

        assert builders.numbers(pilot.app.team, READY, SHOP) == [4, 1, 2]


async def test_what_is_mine_and_what_is_blocked_is_given_back_together(office: Office) -> None:
    """m and b do what is still to be done; where all have it, they take it back from all."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *"m*m")
        assert both(pilot.app.team, "assignees") == [["ana"], ["ana"]]
        await packet(pilot, *"m")
        assert both(pilot.app.team, "assignees") == [[], []]
        await packet(pilot, *"bno paper", "enter", "b")

        assert both(pilot.app.team, "blocked") == ["", ""]


async def test_the_numbers_of_all_are_copied(office: Office) -> None:
    """y gives them in the order of the board."""
    async with office.app() as pilot:
        board(pilot).select_task(4)
        await packet(pilot, " ", *"kh*y")

        assert pilot.app.clipboard == "#1 #2 #4"


async def test_cards_at_the_edge_stay_and_the_others_go(office: Office) -> None:
    """Of a card in Doing and one in Done, L moves the first; alone, the second is refused."""
    async with office.app() as pilot:
        for number in (7, 8):
            board(pilot).select_task(number)
            await pilot.press("space")
        await pilot.press("L")
        assert task(pilot, 7).column == DONE
        await pilot.press("L")

        assert said(pilot) == "2 cards are in the last column already."


async def test_a_limit_is_asked_about_once_for_all(office: Office) -> None:
    """n leaves all where they were, y moves all, and both are one step."""
    async with office.app() as pilot:
        board(pilot).select_task(4)
        await packet(pilot, " ", " ")
        await packet(pilot, *"L")
        assert said(pilot) == "Doing has 3 cards and a limit of 3; go over it? y/n"
        await packet(pilot, *"n")
        assert [task(pilot, number).column for number in (4, 5)] == [READY, READY]
        await packet(pilot, *"Ly")
        assert [task(pilot, number).column for number in (4, 5)] == [DOING, DOING]
        await packet(pilot, *"u")

        assert [task(pilot, number).column for number in (4, 5)] == [READY, READY]


async def test_what_cannot_be_done_to_one_is_done_to_none(office: Office) -> None:
    """Ben puts a selected card away while the reason is written: a sentence names it, the reason stays."""
    async with office.app(size=(120, 30)) as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *"*bsold")
        ben = office.colleague("ben")
        ben.commit(tasks.archive(ben.team, 2, "ben", LATER))
        look_now(pilot)
        await until(pilot, lambda: task(pilot, 2).archived_at, "Ben's archiving")
        await packet(pilot, "enter")
        assert toasts(pilot) == ["#2 is archived; restore it first."]
        assert both(pilot.app.team, "blocked") == ["", ""]
        assert "sold" in screen_text(pilot).splitlines()[-2]
        await packet(pilot, "escape", *"bsold", "enter")

        assert both(pilot.app.team, "blocked") == ["sold", ""]


async def test_a_new_card_is_moved_although_it_got_its_number_meanwhile(office: Office) -> None:
    """A limit is asked about while the card is being committed; y moves it all the same."""
    drive = Drive()
    async with office.app(disk=drive) as pilot:
        board(pilot).select_task(4)
        await packet(pilot, *"L")
        await saved(pilot)
        board(pilot).select_task(5)
        drive.hang()
        await packet(pilot, *"aTripod", "enter", "L")
        assert said(pilot).endswith("y/n")
        assert drive.hung.wait(PATIENCE)
        drive.heal()
        await until(pilot, lambda: pilot.app.team.find(builders.Task, 9), "the commit")
        await packet(pilot, "y")

        assert task(pilot, 9).column == DOING
        assert not toasts(pilot)
