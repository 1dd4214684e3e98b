"""Finding anything by typing a part of it, with real keys on a real folder."""

from __future__ import annotations

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from store.change import Change
from store.rules import filters, goals, responsibilities, setup, tasks
from tests import builders
from tests.builders import BACKLOG, NOW, PHOTO, READY, SHOP
from tests.tui.conftest import Office, board, packet, said, saved, screen_text, task, toasts, until
from tests.tui.marks import ahead, presses
from tui.dialogs.card import CardDialog
from tui.dialogs.help import HelpDialog
from tui.dialogs.palette import PaletteDialog
from tui.screens.board import BoardScreen
from tui.screens.people import PeopleScreen
from widgets.board.grouping import Grouping, LaneKey
from widgets.choice_list import ChoiceList
from widgets.matrix.matrix import Matrix


def on(pilot: Pilot[None], kind: type) -> bool:
    """Whether a screen of this kind is on top and has had all its keys."""
    return isinstance(pilot.app.screen, kind) and not pilot.app._gate._held and not pilot.app._gate._closed


async def settled(pilot: Pilot[None], kind: type) -> None:
    """Wait until a screen of this kind is on top and has had all its keys."""
    await until(pilot, lambda: on(pilot, kind), f"{kind.__name__} on top")


def listed(pilot: Pilot[None]) -> list[str]:
    """The labels in the list."""
    return [line.label for line in pilot.app.screen.query_one(ChoiceList)._lines]


@pytest.mark.parametrize("key", [":", "ctrl+p"])
@presses("board.palette", "find.choose")
async def test_a_command_in_one_packet_with_its_key(office: Office, key: str) -> None:
    """The palette's key, `move r` and enter at once move the card under the cursor."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, key, *"move r", "enter")
        await settled(pilot, BoardScreen)

        assert task(pilot, 1).column == READY
        assert board(pilot).cursor_task == 1


async def test_keys_behind_the_choice_are_for_what_it_does(office: Office) -> None:
    """`:add` and enter ask for a title; the title, enter and L in the same packet add a card and move it."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *":add", "enter", *"Lhxu", "enter", "L")
        await settled(pilot, BoardScreen)
        await saved(pilot)

        assert task(pilot, 9).title == "Lhxu"
        assert task(pilot, 9).column == READY
        assert task(pilot, 1).column == BACKLOG


async def test_a_command_that_opens_a_dialog(office: Office) -> None:
    """`:edit`, enter, text and f2 in one packet change the title; L behind it moves the card."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *":edit", "enter", *" now", "f2", "L")
        await settled(pilot, BoardScreen)

        assert task(pilot, 1).title == "Order wrapping paper now"
        assert task(pilot, 1).column == READY


async def test_a_command_that_asks_whether_to_go_on(office: Office) -> None:
    """A move over a limit, found by its name, asks as its key does; y in the same packet answers."""
    async with office.app() as pilot:
        board(pilot).select_task(4)
        await pilot.press("L")
        board(pilot).select_task(5)
        await packet(pilot, *":move right", "enter", "y")
        await settled(pilot, BoardScreen)

        assert task(pilot, 5).column == builders.DOING


async def test_a_refusal_is_said_on_the_board(office: Office) -> None:
    """What cannot be done is told where its key would tell it."""
    async with office.app() as pilot:
        board(pilot).select_task(8)
        await packet(pilot, *":move r", "enter")
        await settled(pilot, BoardScreen)

        assert said(pilot) == "#8 is in the last column already."


async def test_outsiders_are_refused_as_with_keys(office: Office) -> None:
    """Who is not in the team cannot change anything by a command's name either."""
    async with office.app(person="zoe", size=(200, 50)) as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *":archive", "enter")
        await settled(pilot, BoardScreen)

        assert "can only read" in said(pilot)
        assert task(pilot, 1).archived_at is None


async def test_a_number_puts_the_cursor_on_its_card(office: Office) -> None:
    """`:7` and enter, and j behind it, act from card 7 on."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *":7", "enter", "m")
        await settled(pilot, BoardScreen)

        assert board(pilot).cursor_task == 7
        assert "ana" in task(pilot, 7).assignees


async def test_a_filter_gives_way_to_a_number(office: Office) -> None:
    """A card that the filter hides is shown, with the cursor on it, and the line says why."""
    async with office.app(size=(120, 30)) as pilot:
        await packet(pilot, *"/carrier", "enter", *":#7", "enter")
        await settled(pilot, BoardScreen)

        assert board(pilot).cursor_task == 7
        assert said(pilot).endswith("was hidden by the filter; all is shown again.")


async def test_a_single_lane_gives_way_to_a_number(office: Office) -> None:
    """A card of another lane is shown, and the line says why."""
    async with office.app(size=(120, 30)) as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "tab", *":7", "enter")
        await settled(pilot, BoardScreen)

        assert board(pilot).cursor_task == 7
        assert said(pilot).endswith("was hidden by the choice of one lane; all is shown again.")


async def test_a_card_that_was_put_away_is_opened(office: Office) -> None:
    """There is no place for it on the board, so it is shown as a card."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await pilot.press("x")
        await packet(pilot, *":1", "enter")
        await settled(pilot, CardDialog)

        assert "Order wrapping paper" in screen_text(pilot)


async def test_cards_are_found_by_words_of_their_titles(office: Office) -> None:
    """Words in any order, in any case."""
    async with office.app() as pilot:
        await packet(pilot, *":SPRING photo", "enter")
        await settled(pilot, BoardScreen)

        assert board(pilot).cursor_task == 5


async def test_choosing_a_person_shows_this_persons_cards(office: Office) -> None:
    """Ben's name filters the board by his login."""
    async with office.app(size=(120, 30)) as pilot:
        await packet(pilot, *":okafor", "enter")
        await settled(pilot, BoardScreen)

        assert "Filter “@ben”: 2 cards" in screen_text(pilot)


async def test_choosing_a_role_shows_its_lane(office: Office) -> None:
    """Photography's lane stands alone."""
    async with office.app(size=(120, 30)) as pilot:
        await packet(pilot, *":photography", "enter")
        await settled(pilot, BoardScreen)

        assert board(pilot).only_lane == LaneKey(Grouping.ROLE, PHOTO)


async def test_choosing_a_goal_shows_its_cards(office: Office) -> None:
    """A goal is found by its title; the cards that serve it are shown."""
    colleague = office.colleague("ben")
    number = colleague.commit(goals.create(colleague.team, "Ship the same day", "ben", NOW)).numbers[
        "goals", -1
    ]
    colleague.commit(tasks.edit(colleague.team, 4, "ben", NOW, goal=number))
    async with office.app(size=(120, 30)) as pilot:
        await packet(pilot, *":ship the", "enter")
        await settled(pilot, BoardScreen)
        await until(pilot, lambda: "Filter “goal:1”: 1 card" in screen_text(pilot), "its cards")


async def test_choosing_a_filter_shows_what_it_shows(office: Office) -> None:
    """One of the team's filters is found by its name, whether it has a key or not."""
    colleague = office.colleague("ben")
    colleague.commit(filters.save(colleague.team, "Studio", "@ben", "ben", NOW))
    async with office.app(size=(120, 30)) as pilot:
        await packet(pilot, *":studio", "enter")
        await settled(pilot, BoardScreen)

        assert "Filter “@ben”: 2 cards" in screen_text(pilot)


@ahead("PaletteDialog")
@presses("find.cancel")
async def test_nothing_is_done_on_escape_or_when_nothing_fits(office: Office) -> None:
    """enter on an empty list does nothing; esc leads back to where one was."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        before = pilot.app.team
        await packet(pilot, *":qqqqqzzz", "enter")
        assert on(pilot, PaletteDialog)
        assert "Nothing fits" in screen_text(pilot)
        await packet(pilot, "escape", "j")
        await settled(pilot, BoardScreen)

        assert pilot.app.team is before
        assert board(pilot).cursor_task == 2


@presses("find.down", "find.up", "find.page_down", "find.page_up")
async def test_walking_the_list(office: Office) -> None:
    """down and ctrl+n go down, up and ctrl+p go up, and the ends meet."""
    async with office.app() as pilot:
        await packet(pilot, *":move")
        choices = pilot.app.screen.query_one(ChoiceList)
        places = []
        for key in ("down", "ctrl+n", "up", "ctrl+p", "up", "down", "pagedown", "pageup"):
            await packet(pilot, key)
            places.append(choices.cursor)

        last = len(listed(pilot)) - 1
        assert places == [1, 2, 1, 0, last, 0, last, 0]


async def test_what_was_chosen_lately_stands_first(office: Office) -> None:
    """With nothing typed the last choice is at the top, whatever its kind."""
    async with office.app() as pilot:
        await packet(pilot, *":7", "enter")
        await settled(pilot, BoardScreen)
        await packet(pilot, *":take", "enter")
        await settled(pilot, BoardScreen)
        await packet(pilot, ":")

        assert listed(pilot)[:2] == ["take", "#7 Write the December letter"]


async def test_a_click_chooses(office: Office) -> None:
    """Clicking a line does it, and the keys go on on the board."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *":move r")
        await pilot.click(ChoiceList, offset=(5, 0))
        await settled(pilot, BoardScreen)

        assert task(pilot, 1).column == READY


async def test_pasted_text_is_looked_for(office: Office) -> None:
    """A number that was copied from somewhere finds its card."""
    async with office.app() as pilot:
        await packet(pilot, ":")
        pilot.app.post_message(Paste("#5\n"))
        await pilot.pause()
        await packet(pilot, "enter")
        await settled(pilot, BoardScreen)

        assert board(pilot).cursor_task == 5


async def test_titles_are_shown_as_they_are(office: Office) -> None:
    """Markup in a title neither styles the list nor runs an action."""
    async with office.app(size=(120, 30)) as pilot:
        await packet(pilot, *"a[red]x[/] [@click=app.quit]y[/]", "enter")
        await saved(pilot)
        await packet(pilot, *":9")

        assert "[red]x[/] [@click=app.quit]y[/]" in screen_text(pilot)


async def test_a_card_that_went_meanwhile_is_refused(office: Office) -> None:
    """A colleague takes a new card back while it is in the list: choosing it says that it is not there."""
    ben = office.colleague("ben")
    made = ben.commit(
        Change.insert("tasks", builders.task(-1, "Sweep"), "added").signed("ben", builders.LATER)
    )
    (number,) = dict(made.numbers).values()
    async with office.app(size=(120, 30)) as pilot:
        await packet(pilot, *":sweep")
        ben.commit(made.change.inverse().signed("ben", builders.LATER))
        await until(pilot, lambda: number not in pilot.app.team.tables["tasks"], "Ben's step")
        await packet(pilot, "enter")
        await settled(pilot, BoardScreen)

        assert said(pilot).startswith(f"There is no card #{number}")


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 50)])
async def test_it_fits_every_size(office: Office, size: tuple[int, int]) -> None:
    """The line, the first finds and their keys are in view."""
    async with office.app(size=size) as pilot:
        await packet(pilot, *":move")
        lines = screen_text(pilot).splitlines()

        assert any("move right" in line and " L " in line for line in lines)
        assert len(lines) <= size[1]


async def test_help_found_by_its_name(office: Office) -> None:
    """`:help` opens the help; q and L behind it are for the help and then for the board."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *":help", "enter")
        await settled(pilot, HelpDialog)
        await packet(pilot, "q", "L")
        await settled(pilot, BoardScreen)

        assert task(pilot, 1).column == READY


async def test_a_command_is_found_by_its_key(office: Office) -> None:
    """`:q` leaves, as people are used to."""
    async with office.app() as pilot:
        await packet(pilot, *":q")

        assert listed(pilot)[0] == "leave"


async def test_who_answers_for_a_thing(office: Office) -> None:
    """On every screen, with a slip in the word; enter goes to its row, or says whom to ask."""
    by_ana = office.colleague("ana")
    by_ana.commit(responsibilities.add(by_ana.team, "Refunds", "ana", NOW, role=PHOTO, accountable=["cem"]))
    by_ana.commit(responsibilities.add(by_ana.team, "Labels", "ana", NOW, role=SHOP, accountable=["ben"]))
    by_ana.commit(setup.edit_role(by_ana.team, SHOP, "ana", NOW, decisions=["Discounts"]))
    async with office.app() as pilot:
        for screen in ("1", "2"):
            await packet(pilot, screen, *":refnd")
            assert listed(pilot) == ["Refunds"]
            assert "Cem Demir · Photography" in screen_text(pilot)
            await packet(pilot, "escape")
        await packet(pilot, "1", *":discuont", "enter")
        await settled(pilot, BoardScreen)
        assert said(pilot) == "Discounts: Ana Lima answers for it."
        await packet(pilot, *":refnds", "enter")
        await settled(pilot, PeopleScreen)
        matrix = pilot.app.screen.query_one(Matrix)
        assert (matrix.row, matrix.column) == (1, "cem")


async def test_jumps_are_found_too(office: Office) -> None:
    """`:blocked` and enter go to the blocked card."""
    async with office.app() as pilot:
        board(pilot).select_task(2)
        await packet(pilot, *"bno line", "enter")
        board(pilot).select_task(7)
        await packet(pilot, *":next blocked", "enter")
        await settled(pilot, BoardScreen)

        assert board(pilot).cursor_task == 2


@presses("card.palette")
async def test_on_an_opened_card(office: Office) -> None:
    """The card's own commands are found there; what follows in the packet is for what they do."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "enter", *":comm", "enter", *"Look q", "enter", *":back", "enter", "L")
        await settled(pilot, BoardScreen)
        await saved(pilot)

        assert [comment.text for comment in pilot.app.team.comments(1)] == ["Look q"]
        assert task(pilot, 1).column == READY


async def test_outsiders_are_refused_on_a_card(office: Office) -> None:
    """What changes something is refused before a word is written, and the keys go on."""
    async with office.app(person="zoe") as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "enter", *":comm", "enter", "escape", "q", "j")
        await settled(pilot, BoardScreen)

        assert "can only read" in toasts(pilot)[-1]
        assert board(pilot).cursor_task == 2
