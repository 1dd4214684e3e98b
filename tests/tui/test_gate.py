"""Keys in their order, however quickly they come: nothing lost, nothing taken for another command."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.widgets import Input, Select, TextArea

from store.change import Change
from tests import builders
from tests.builders import BACKLOG, DOING, LATER, READY, SHOP
from tests.tui.conftest import PATIENCE, Office, board, packet, saved, screen_text, task, until
from tests.tui.disks import Drive
from tests.tui.marks import ahead, presses
from tui.dialogs.card import CardDialog
from tui.dialogs.clash import ClashDialog
from tui.dialogs.edit import EditDialog
from tui.dialogs.help import HelpDialog
from tui.gate import KeyGate
from tui.screens.board import BoardScreen


class Replays:
    """Counts how often a gate asks for its keys to be fetched."""

    def __init__(self) -> None:
        self.count = 0
        self.gate = KeyGate(self._again)

    def _again(self) -> None:
        self.count += 1

    def fetched(self) -> str:
        keys = ""
        while (event := self.gate.next()) is not None:
            assert isinstance(event, Key)
            keys += event.key
        return keys


def test_an_open_gate_keeps_nothing() -> None:
    """While nothing is on its way, keys pass."""
    replays = Replays()

    assert not replays.gate.keeps(Key("a", "a"))
    assert replays.fetched() == ""


def test_a_closed_gate_gives_its_keys_back_in_order() -> None:
    """What was typed while the gate was closed comes out in the order in which it was typed."""
    replays = Replays()
    replays.gate.close()
    assert all(replays.gate.keeps(Key(key, key)) for key in "abc")
    assert replays.fetched() == ""
    replays.gate.open()

    assert (replays.count, replays.fetched()) == (1, "abc")


def test_a_key_does_not_overtake_those_that_wait() -> None:
    """A key that comes after the opening, while others still wait, waits behind them."""
    replays = Replays()
    replays.gate.close()
    replays.gate.keeps(Key("a", "a"))
    replays.gate.open()

    assert replays.gate.keeps(Key("b", "b"))
    assert replays.fetched() == "ab"


def test_a_gate_that_closes_again_keeps_the_rest() -> None:
    """When a key that was let go opens another form, the keys behind it wait on."""
    replays = Replays()
    replays.gate.close()
    for key in "abc":
        replays.gate.keeps(Key(key, key))
    replays.gate.open()
    assert replays.gate.next() is not None
    replays.gate.close()
    assert replays.fetched() == ""
    replays.gate.open()

    assert (replays.count, replays.fetched()) == (2, "bc")


def test_opening_an_empty_gate_asks_for_nothing() -> None:
    """Without waiting keys there is nothing to fetch."""
    replays = Replays()
    replays.gate.close()
    replays.gate.open()

    assert replays.count == 0


def on(pilot: Pilot[None], kind: type) -> Callable[[], bool]:
    """Whether a screen of a kind is on top and takes keys."""
    return lambda: isinstance(pilot.app.screen, kind) and not pilot.app._gate._held


@ahead("CardDialog")
async def test_keys_behind_opening_a_card_are_for_the_card(office: Office) -> None:
    """enter, then c, a comment, enter, q and L: the comment is on the card, and the board's L moves it."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "enter", *"cLook, @ben q", "enter", *"qL")
        await until(pilot, on(pilot, BoardScreen))
        await saved(pilot)

        assert [c.text for c in pilot.app.team.comments(1)] == ["Look, @ben q"]
        assert task(pilot, 1).column == READY


async def test_ticks_in_one_packet_with_the_card(office: Office) -> None:
    """enter, two items added and the second one ticked, back, and down: all in one packet."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "enter", *"aTape", "enter", *"aPaper", "enter", *"j ", "escape", *"jL")
        await until(pilot, on(pilot, BoardScreen))
        await until(pilot, lambda: any(item.done for item in task(pilot, 1).checklist), "the tick")
        await saved(pilot)

        assert [(i.text, i.done) for i in task(pilot, 1).checklist] == [("Tape", False), ("Paper", True)]
        assert (task(pilot, 1).column, task(pilot, 2).column) == (BACKLOG, READY)


@ahead("EditDialog")
@presses("board.edit", "form.save")
async def test_keys_behind_the_form_reach_its_fields_and_then_the_board(office: Office) -> None:
    """e, text, f2, then L: the text is in the title and only the card moves."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "e", *" LHxu", "f2", "L")
        await until(pilot, on(pilot, BoardScreen))
        await saved(pilot)

        assert task(pilot, 1).title == "Order wrapping paper LHxu"
        assert task(pilot, 1).column == READY


async def test_tab_in_a_packet_leads_to_the_next_field(office: Office) -> None:
    """e, text, four tabs, text, f2, j: every text is in its field, and the cursor is one card lower."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "e", *" now", *["tab"] * 4, *"urgent, q", "f2", "j")
        await until(pilot, on(pilot, BoardScreen))
        await saved(pilot)

        assert task(pilot, 1).title == "Order wrapping paper now"
        assert task(pilot, 1).tags == ["urgent", "q"]
        assert board(pilot).cursor_task == 2


async def test_backspace_and_cursor_keys_keep_their_place_in_the_packet(office: Office) -> None:
    """What corrects a text works on what was typed before it, not on what comes after."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "e", *" abX", "backspace", "c", "home", *"Re-", "end", "!", "enter", "j")
        await until(pilot, on(pilot, BoardScreen))

        assert task(pilot, 1).title == "Re-Order wrapping paper abc!"
        assert board(pilot).cursor_task == 2


async def test_enter_saves_in_a_field_and_breaks_the_line_in_the_text(office: Office) -> None:
    """In the description enter is a new line; f2 saves from there, and the next keys are the board's."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "e", "shift+tab", *"One", "enter", *"Two", "f2", "L")
        await until(pilot, on(pilot, BoardScreen))
        await saved(pilot)

        assert task(pilot, 1).description == "One\nTwo"
        assert task(pilot, 1).column == READY


async def test_choosing_from_a_list_in_a_packet(office: Office) -> None:
    """e, tab to the role, enter, down, enter, f2, u: the card is handed over, and that is undone."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "e", "tab", "enter", "down", "enter", "f2")
        await until(pilot, on(pilot, BoardScreen))
        assert task(pilot, 1).role == builders.PHOTO
        await packet(pilot, "e", "tab", "enter", "up", "enter", "tab", "enter", "up", "enter", "f2", "u")
        await until(pilot, on(pilot, BoardScreen))
        await saved(pilot)

        assert task(pilot, 1).role == builders.PHOTO
        assert task(pilot, 1).priority == "normal"


async def test_escape_in_a_packet_leaves_the_form(office: Office) -> None:
    """e, esc, L: nothing was changed in the form, and the card moves."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "e", "escape", "L")
        await until(pilot, on(pilot, BoardScreen))

        assert task(pilot, 1).column == READY


@presses("form.cancel")
async def test_escape_twice_in_a_packet_throws_the_changes_away(office: Office) -> None:
    """e, text, esc, esc, L: the text is gone, because it was asked about, and the card moves."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "e", *"xx", "escape", "escape", "L")
        await until(pilot, on(pilot, BoardScreen))

        assert (task(pilot, 1).title, task(pilot, 1).column) == ("Order wrapping paper", READY)


async def test_escape_and_a_key_that_look_like_alt(office: Office) -> None:
    """/zz, esc and L in one sequence: the line is closed, and the card moves."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "/", *"zz")
        pilot.app.post_message(Key("alt+shift+l", "L"))
        await until(pilot, lambda: task(pilot, 1).column == READY, "the move")


@pytest.mark.parametrize("opener", ["e", "enter"])
async def test_escape_and_a_key_that_look_like_alt_over_the_board(office: Office, opener: str) -> None:
    """Form or card, esc and L in one sequence: it is closed, and the card moves."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, opener)
        pilot.app.post_message(Key("alt+shift+l", "L"))
        await until(pilot, lambda: task(pilot, 1).column == READY, "the move")

        assert on(pilot, BoardScreen)()


async def test_another_key_than_escape_cancels(office: Office) -> None:
    """ctrl+g leaves the line, the list in the form, and the form."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "c", *"half", "ctrl+g", "e", "tab", "enter", "ctrl+g")
        await until(pilot, on(pilot, EditDialog))
        assert not any(choice.expanded for choice in pilot.app.screen.query(Select))
        await packet(pilot, "ctrl+g", "L")
        await until(pilot, on(pilot, BoardScreen))

        assert task(pilot, 1).column == READY
        assert not pilot.app.team.comments(1)


async def test_a_form_that_does_not_save_keeps_the_keys_behind_it(office: Office) -> None:
    """After a date that is none, the form stays open, and the next letters are not the board's."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "e", *["tab"] * 5, *"soon", "f2", *"xL")
        await until(pilot, on(pilot, EditDialog))

        assert pilot.app.screen.query_one("#due", Input).value == "soonxL"
        assert task(pilot, 1).archived_at is None
        assert task(pilot, 1).column == BACKLOG


@presses("card.edit")
async def test_the_form_over_the_card(office: Office) -> None:
    """enter, e, text, enter, q, L: the form closes over the card, the card over the board."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "enter", "e", *" too", "enter", *"qL")
        await until(pilot, on(pilot, BoardScreen))
        await saved(pilot)

        assert task(pilot, 1).title == "Order wrapping paper too"
        assert task(pilot, 1).column == READY


async def test_the_form_over_a_card_that_was_clicked(office: Office) -> None:
    """A card that the mouse has touched takes its keys in the same order."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await pilot.press("enter")
        await until(pilot, on(pilot, CardDialog))
        await pilot.click("CardSheet")
        await packet(pilot, "e", *" too", "enter", *" qL")
        await until(pilot, on(pilot, BoardScreen))

        assert task(pilot, 1).title == "Order wrapping paper too"
        assert task(pilot, 1).column == READY


@ahead("HelpDialog")
async def test_help_in_a_packet(office: Office) -> None:
    """?, down, esc, L: the card moves by L alone."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "?", "j", "pagedown", "escape", "L")
        await until(pilot, on(pilot, BoardScreen))

        assert task(pilot, 1).column == READY


@pytest.mark.parametrize("key", ["?", "q", "escape", "enter", "f1"])
@presses("help.close")
async def test_every_key_that_closes_the_help_leads_back(office: Office, key: str) -> None:
    """Help opens with ? and each of its keys leads back to the board."""
    async with office.app() as pilot:
        await packet(pilot, "?", key)
        await until(pilot, on(pilot, BoardScreen))

        assert not any(isinstance(screen, HelpDialog) for screen in pilot.app.screen_stack)


async def test_a_paste_keeps_its_place_among_the_keys(office: Office) -> None:
    """What is pasted behind the key that opens the form is in the field, before what is typed after it."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        pilot.app.post_message(Key("e", "e"))
        pilot.app.post_message(Paste(" and tape"))
        await packet(pilot, *" too", "f2")
        await until(pilot, on(pilot, BoardScreen))

        assert task(pilot, 1).title == "Order wrapping paper and tape too"


async def test_a_paste_into_the_description_keeps_its_lines(office: Office) -> None:
    """Pasted lines stay lines where the field has lines."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "e", "shift+tab")
        await until(pilot, on(pilot, EditDialog))
        pilot.app.post_message(Paste("one\ntwo"))
        await until(pilot, lambda: pilot.app.screen.query_one(TextArea).text, "the paste")
        await packet(pilot, "f2")
        await until(pilot, on(pilot, BoardScreen))

        assert task(pilot, 1).description == "one\ntwo"


async def test_a_card_can_be_worked_on_before_it_has_its_number(office: Office) -> None:
    """A new card, a comment on it from the board, its form, a move and a block: all in one packet."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(
            pilot,
            *"aTape",
            "enter",
            *"cTwo rolls",
            "enter",
            "e",
            *" now",
            "enter",
            *"L",
            *"bsold out",
            "enter",
        )
        await until(pilot, on(pilot, BoardScreen))
        await saved(pilot)

        card = task(pilot, 9)
        assert (card.title, card.column, card.blocked) == ("Tape now", READY, "sold out")
        assert [c.text for c in pilot.app.team.comments(9)] == ["Two rolls"]
    assert office.colleague().team.task(9).title == "Tape now"


@pytest.mark.parametrize("opener", ["c", "b", "enter", "e"])
async def test_what_was_begun_before_the_number_came_is_saved_under_it(office: Office, opener: str) -> None:
    """A line or form that was opened on a new card and is finished after its commit finds the card."""
    drive = Drive()
    async with office.app(disk=drive) as pilot:
        board(pilot).select_task(1)
        drive.hang()
        await packet(pilot, *"aTape", "enter", opener)
        assert drive.hung.wait(PATIENCE)
        drive.heal()
        await until(pilot, lambda: pilot.app.team.find(builders.Task, 9), "the commit")
        await packet(pilot, *("e" if opener == "enter" else ""), *" later", "enter")
        await saved(pilot)

        card = task(pilot, 9)
        said = [c.text for c in pilot.app.team.comments(9)]
        assert "later" in (card.title + card.blocked + " ".join(said))


async def test_a_question_takes_the_keys_that_follow_it(office: Office) -> None:
    """L over the limit, n, and j in one packet: the card stays, and the cursor goes on."""
    async with office.app() as pilot:
        board(pilot).select_task(4)
        await pilot.press("L")
        board(pilot).select_task(5)
        await packet(pilot, "L", "n")
        assert task(pilot, 5).column == READY
        await packet(pilot, *"Lyu")

        assert task(pilot, 5).column == READY
        assert task(pilot, 4).column == DOING


@ahead("ClashDialog")
async def test_keys_behind_a_decision_reach_the_board(office: Office) -> None:
    """In the clash dialog other keys do nothing; 2 and then L keep mine and move the card."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "e", *" of mine")
        await until(pilot, on(pilot, EditDialog))
        ben = office.colleague("ben")
        ben.commit(Change.update("tasks", ben.team.task(1), "edited", title="Theirs").signed("ben", LATER))
        await packet(pilot, "enter")
        await until(pilot, lambda: pilot.app.deciding.waiting)
        await pilot.press("C")
        await until(pilot, on(pilot, ClashDialog))
        await packet(pilot, *"jLx2L")
        await until(pilot, on(pilot, BoardScreen))
        await saved(pilot)

        assert task(pilot, 1).title == "Order wrapping paper of mine"
        assert (task(pilot, 1).column, task(pilot, 1).archived_at) == (READY, None)


@presses("board.quit")
async def test_leaving_in_a_packet(office: Office) -> None:
    """A card that was added in the packet that ends with q is there for others."""
    async with office.app() as pilot:
        await packet(pilot, "enter", "e", *" too", "f2", "q", *"aLast thing", "enter", "q")
        await until(pilot, lambda: pilot.app._exit, "the end")

    team = office.colleague().team
    assert team.task(9).title == "Last thing"
    assert "Last thing" not in builders.titles(team, BACKLOG, SHOP)[:1]


async def test_the_filter_in_a_packet_with_a_card(office: Office) -> None:
    """/ carrier, enter, enter, a comment, q: the comment is on the card that the filter left."""
    async with office.app() as pilot:
        await packet(pilot, *"/carrier", "enter", "enter", *"cRang", "enter", "q", "escape")
        await until(pilot, on(pilot, BoardScreen))
        await saved(pilot)

        assert [c.text for c in pilot.app.team.comments(2)] == ["Rang"]
        assert "Filter" not in screen_text(pilot)
