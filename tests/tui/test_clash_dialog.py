"""Two people changed the same thing: both see it, and one of them decides."""

from __future__ import annotations

from contextlib import AsyncExitStack
from datetime import date
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from store.change import Change
from store.repository import Repository
from store.rules import comments, moving, tasks
from tests.builders import DONE, LATER, READY
from tests.tui.conftest import Office, board, packet, said, saved, screen_text, task, toasts, until
from tests.tui.marks import ahead, presses
from tui.app import TagwerkApp
from tui.dialogs.both import BothDialog
from tui.dialogs.clash import ClashDialog
from tui.dialogs.clashes import ClashesDialog
from tui.dialogs.edit import EditDialog
from tui.dialogs.refused import RefusedDialog
from tui.screens.board import BoardScreen


def app_of(pilot: Pilot[None]) -> TagwerkApp:
    assert isinstance(pilot.app, TagwerkApp)
    return pilot.app


def against(office: Office, pilot: Pilot[None], number: int = 1, **fields: tuple[Any, Any]) -> None:
    """Ben changes fields of a card, and Ana too before she has heard of it: `field=(mine, theirs)`."""
    app = app_of(pilot)
    mine = {name: values[0] for name, values in fields.items()}
    change = tasks.edit(app.team, number, "ana", LATER, **mine)
    ben = office.colleague(f"ben{number}")
    theirs = {name: values[1] for name, values in fields.items()}
    ben.commit(tasks.edit(ben.team, number, "ben", LATER, **theirs))
    app.act(change)


async def marked(pilot: Pilot[None], count: int = 1) -> None:
    """Wait until so many changes wait for a decision."""
    await until(pilot, lambda: len(app_of(pilot).deciding.waiting) == count, "the mark")


async def opened(pilot: Pilot[None], kind: type) -> None:
    """Wait until a dialog takes keys."""
    app = app_of(pilot)
    await until(pilot, lambda: isinstance(app.screen, kind) and not app._gate._closed, "the question")


async def asked(pilot: Pilot[None], kind: type = ClashDialog) -> None:
    """Wait for the only change that stands against another one, and look at it."""
    await marked(pilot)
    await pilot.press("C")
    await opened(pilot, kind)


async def decided(pilot: Pilot[None]) -> None:
    """Wait until nothing is asked any more and everything is in the folder."""
    await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen), "closing")
    await saved(pilot)


async def test_both_values_and_what_was_before_are_shown(office: Office) -> None:
    """The dialog names the card and the field, and shows theirs, mine and what was before."""
    async with office.app() as pilot:
        against(office, pilot, title=("My title", "Their title"))
        await asked(pilot)
        text = screen_text(pilot)

        assert "title" in text
        for value in ("#1", "My title", "Their title", "Order wrapping paper"):
            assert value in text
        await pilot.press("1")
        await decided(pilot)


@pytest.mark.parametrize(("key", "title"), [("1", "Theirs"), ("T", "Theirs"), ("2", "Mine"), ("M", "Mine")])
@presses("clash.theirs", "clash.mine", "board.settle")
async def test_the_person_decides(office: Office, key: str, title: str) -> None:
    """1 and T keep what the other wrote, 2 and M put mine in its place, for everybody."""
    async with office.app() as pilot:
        against(office, pilot, title=("Mine", "Theirs"))
        await asked(pilot)
        await pilot.press(key)
        await decided(pilot)
        assert task(pilot, 1).title == title

    assert office.colleague().team.task(1).title == title


async def test_several_fields_are_decided_one_by_one(office: Office) -> None:
    """Of three fields in dispute each is asked about, and each decision counts for its field alone."""
    async with office.app() as pilot:
        against(
            office,
            pilot,
            title=("Mine", "Theirs"),
            due=("2026-12-01", "2026-12-02"),
            blocked=("my reason", "their reason"),
        )
        await asked(pilot)
        keys = {"title": "2", "due": "1", "blocked": "2"}
        for number in (1, 2, 3):
            text = screen_text(pilot)
            assert f"{number} of 3" in text
            field = next(name for name in keys if f": {name}" in text)
            await pilot.press(keys.pop(field))
        await decided(pilot)

    card = office.colleague().team.task(1)
    assert (card.title, card.due, card.blocked) == ("Mine", date(2026, 12, 2), "my reason")


@presses("clashes.down", "clashes.up", "clashes.open")
async def test_several_clashes_are_a_list(office: Office) -> None:
    """C shows all of them with both values; after the last one is decided on, the board is back."""
    async with office.app() as pilot:
        against(office, pilot, 1, title=("Mine", "Theirs"))
        await marked(pilot)
        against(office, pilot, 2, title=("Mine too", "Theirs too"))
        await marked(pilot, 2)
        await pilot.press("C")
        await opened(pilot, ClashesDialog)
        text = screen_text(pilot)
        assert all(value in text for value in ("#1", "#2", "Mine", "Theirs too", "title"))
        await pilot.press("j", "k", "j", "enter")
        await opened(pilot, ClashDialog)
        assert "Mine too" in screen_text(pilot)
        await pilot.press("1")
        await opened(pilot, ClashesDialog)
        assert "Theirs too" not in screen_text(pilot)
        await pilot.press("enter")
        await opened(pilot, ClashDialog)
        await pilot.press("2")
        await decided(pilot)

        assert (task(pilot, 1).title, task(pilot, 2).title) == ("Mine", "Theirs too")


@ahead("ClashesDialog")
async def test_the_list_in_one_packet(office: Office) -> None:
    """C, esc and L in one packet: nothing is decided, and the card under the cursor is moved."""
    async with office.app() as pilot:
        for number in (1, 2):
            against(office, pilot, number, title=("Mine", "Theirs"))
            await marked(pilot, number)
        board(pilot).select_task(1)
        await packet(pilot, "C", "j", "escape", "L")
        await until(pilot, lambda: task(pilot, 1).column == READY, "the move")

        assert len(app_of(pilot).deciding.waiting) == 2


@presses("clashes.close")
async def test_the_list_can_be_left(office: Office) -> None:
    """esc in the list decides nothing; both still wait."""
    async with office.app() as pilot:
        for number in (1, 2):
            against(office, pilot, number, title=("Mine", "Theirs"))
            await marked(pilot, number)
        await pilot.press("C")
        await opened(pilot, ClashesDialog)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen))

        assert "C: 2 clashes" in screen_text(pilot).splitlines()[0]


@pytest.mark.parametrize("opens", ["a", "enter", "e", "?", "/"])
async def test_nothing_opens_by_itself(office: Office, opens: str) -> None:
    """Whatever is open or being written stays so; the mark in the header and a sentence tell of the clash."""
    async with office.app() as pilot:
        await packet(pilot, opens)
        before = pilot.app.screen
        against(office, pilot, title=("Mine", "Theirs"))
        await marked(pilot)
        await pilot.pause()

        assert pilot.app.screen is before
        assert any(
            "changed the title of #1 too; C shows it." in text for text in (*toasts(pilot), said(pilot))
        )


async def test_where_nothing_waits_it_is_said(office: Office) -> None:
    """C without a clash opens nothing."""
    async with office.app() as pilot:
        await pilot.press("C")

        assert said(pilot) == "Nothing of yours waits for your decision."


@presses("clash.later")
async def test_a_decision_can_wait(office: Office) -> None:
    """esc leaves it: theirs stays on the board, the header says that one waits, and C shows it again."""
    async with office.app() as pilot:
        against(office, pilot, title=("Mine", "Theirs"))
        await asked(pilot)
        await pilot.press("escape")
        await decided(pilot)
        assert task(pilot, 1).title == "Theirs"
        assert "C: 1 clash" in screen_text(pilot).splitlines()[0]
        await asked(pilot)
        await pilot.press("2")
        await decided(pilot)

        assert task(pilot, 1).title == "Mine"
        assert "clash" not in screen_text(pilot).splitlines()[0]


async def test_who_wrote_theirs_is_told(office: Office) -> None:
    """The dialog says whose value stands against mine."""
    async with office.app() as pilot:
        against(office, pilot, title=("Mine", "Theirs"))
        await asked(pilot)

        await until(pilot, lambda: "Theirs (Ben Okafor," in screen_text(pilot), "the name")


@presses("clash.both")
async def test_one_text_is_made_of_both(office: Office) -> None:
    """3 shows a description with both versions of the line in dispute; what is saved is for everybody."""
    async with office.app() as pilot:
        ben = office.colleague("first")
        ben.commit(tasks.edit(ben.team, 1, "ben", LATER, description="one\ntwo\nthree"))
        await until(pilot, lambda: task(pilot, 1).description)
        against(office, pilot, description=("one\nmine\nthree", "one\ntheirs\nthree\nfour"))
        await asked(pilot)
        await pilot.press("3")
        await opened(pilot, BothDialog)
        area = pilot.app.screen.query_one(TextArea)
        assert area.text == "one\n<<<<<<< mine\nmine\n=======\ntheirs\n>>>>>>> theirs\nthree\nfour"
        await pilot.press("f2")
        assert isinstance(pilot.app.screen, BothDialog), "with the marks it is not saved"
        area.text = "one\nmine and theirs\nthree\nfour"
        await pilot.press("f2")
        await decided(pilot)

    assert office.colleague().team.task(1).description == "one\nmine and theirs\nthree\nfour"


@ahead("BothDialog")
async def test_a_text_of_both_in_one_packet(office: Office) -> None:
    """3, typing and esc thrice in one packet: the text is left as it was, and the question with it."""
    async with office.app() as pilot:
        against(office, pilot, description=("mine", "theirs"))
        await asked(pilot)
        await packet(pilot, *"3xy", "escape", "escape", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen), "the board")

        assert task(pilot, 1).description == "theirs"
        assert len(app_of(pilot).deciding.waiting) == 1


async def test_different_lines_of_a_text_are_no_clash(office: Office) -> None:
    """Two people who write in different lines of a description both find their lines there, unasked."""
    async with office.app() as pilot:
        ben = office.colleague("first")
        ben.commit(tasks.edit(ben.team, 1, "ben", LATER, description="one\ntwo\nthree"))
        await until(pilot, lambda: task(pilot, 1).description)
        against(office, pilot, description=("ONE\ntwo\nthree", "one\ntwo\nTHREE"))
        await saved(pilot)
        await until(pilot, lambda: task(pilot, 1).description == "ONE\ntwo\nTHREE", "both")

        assert not app_of(pilot).deciding.waiting


async def test_a_date_is_one_or_the_other(office: Office) -> None:
    """3 makes nothing of two dates, and says which keys decide."""
    async with office.app() as pilot:
        against(office, pilot, due=("2026-12-01", "2026-12-02"))
        await asked(pilot)
        await pilot.press("3")

        assert "A due date is one or the other: 1 or 2" in screen_text(pilot)


async def test_until_it_is_decided_their_value_is_shown(office: Office) -> None:
    """What everybody else sees is what stands behind the question."""
    async with office.app() as pilot:
        against(office, pilot, title=("Mine", "Theirs"))
        await asked(pilot)

        assert task(pilot, 1).title == "Theirs"
        await pilot.press("1")


async def test_board_keys_decide_nothing(office: Office) -> None:
    """A key that decides nothing is told which ones do, and nothing happens on the board."""
    async with office.app() as pilot:
        against(office, pilot, title=("Mine", "Theirs"))
        await asked(pilot)
        before = app_of(pilot).team
        await pilot.press(*"hjklHLJKaecmbxu/", "enter", "tab", "space", "ctrl+c")

        assert isinstance(pilot.app.screen, ClashDialog)
        assert app_of(pilot).team is before
        assert "1, 2 or 3 decides; esc leaves it for later" in screen_text(pilot)


async def test_what_is_typed_ahead_decides_nothing(office: Office) -> None:
    """A 2 in the packet that opens the question was typed before it could be read."""
    async with office.app() as pilot:
        against(office, pilot, title=("Mine", "Theirs"))
        await marked(pilot)
        await packet(pilot, "C", "2")
        await opened(pilot, ClashDialog)

        assert task(pilot, 1).title == "Theirs"
        assert "What was typed before this could be read is left out" in screen_text(pilot)


async def test_a_decision_can_be_undone(office: Office) -> None:
    """u after taking mine brings theirs back."""
    async with office.app() as pilot:
        against(office, pilot, title=("Mine", "Theirs"))
        await asked(pilot)
        await pilot.press("2")
        await decided(pilot)
        await pilot.press("u")
        await saved(pilot)

    assert office.colleague().team.task(1).title == "Theirs"


async def test_long_texts_are_scrolled_with_keys(office: Office) -> None:
    """What does not fit into the dialog comes into view with page down."""
    long = "\n".join(f"line {n}" for n in range(60))
    async with office.app() as pilot:
        against(office, pilot, description=(f"{long}\nmy end", f"{long}\ntheir end"))
        await asked(pilot)
        seen = screen_text(pilot)
        assert "1 keep theirs" in seen
        for _ in range(12):
            await pilot.press("pagedown")
            seen += screen_text(pilot)

        assert "their end" in seen
        assert "my end" in seen
        await pilot.press("1")


async def test_values_are_shown_literally(office: Office) -> None:
    """Markup in a colleague's value does nothing."""
    evil = "[red]x[/] [@click=app.quit]y[/]"
    async with office.app() as pilot:
        against(office, pilot, title=("Mine", evil))
        await asked(pilot)

        assert evil in screen_text(pilot)
        await pilot.press("1")


async def test_a_clash_survives_a_restart(office: Office) -> None:
    """Who leaves without deciding is asked again at the next start, and mine is still there to be chosen."""
    async with office.app() as pilot:
        against(office, pilot, title=("Mine", "Theirs"))
        await asked(pilot)
    async with office.app() as pilot:
        await asked(pilot)
        text = screen_text(pilot)
        assert "Mine" in text
        assert "Theirs" in text
        await pilot.press("2")
        await decided(pilot)
    async with office.app() as pilot:
        await saved(pilot)

        assert not app_of(pilot).deciding.waiting
        assert task(pilot, 1).title == "Mine"


async def test_a_clash_that_has_gone_by_itself_is_not_asked_again(office: Office) -> None:
    """When the colleague has taken her change back meanwhile, mine is committed at the next start."""
    async with office.app() as pilot:
        against(office, pilot, title=("Mine", "Theirs"))
        await asked(pilot)
    ben = office.colleague("later")
    ben.commit(tasks.edit(ben.team, 1, "ben", LATER, title="Order wrapping paper"))
    async with office.app() as pilot:
        await until(pilot, lambda: task(pilot, 1).title == "Mine", "the commit")

        assert isinstance(pilot.app.screen, BoardScreen)


@presses("refused.drop", "refused.later")
async def test_a_change_without_a_place_shows_its_text(office: Office) -> None:
    """A comment on a card that was taken away meanwhile is shown with its words, until it is let go."""
    async with office.app() as pilot:
        app = app_of(pilot)
        change = comments.comment(app.team, 1, "My carefully written words", "ana", LATER, id=app.new_id())
        ben = office.colleague("ben")
        gone = Change.insert("tasks", ben.team.task(1), id=1).inverse()
        ben.commit(gone.signed("ben", LATER, "undid: added a card"))
        app.act(change)
        await asked(pilot, RefusedDialog)
        assert "My carefully written words" in screen_text(pilot)
        await pilot.press("enter", "a", "j")
        assert isinstance(pilot.app.screen, RefusedDialog), "keys for the board do not let it go"
        await pilot.press("escape")
        await decided(pilot)
        await asked(pilot, RefusedDialog)
        await pilot.press("1")
        await decided(pilot)
    async with office.app() as pilot:
        await saved(pilot)

        assert not app_of(pilot).deciding.waiting


async def test_two_apps_on_one_card(office: Office) -> None:
    """Ana and Ben both change the title in their forms; who saves last decides, and both end up the same."""
    async with AsyncExitStack() as stack:
        ana = await stack.enter_async_context(office.app("ana"))
        with ana.app._context():
            board(ana).select_task(1)
            await ana.press("e")
            await until(ana, lambda: isinstance(ana.app.screen, EditDialog))
        ben = await stack.enter_async_context(office.app("ben"))
        with ben.app._context():
            board(ben).select_task(1)
            await packet(ben, "e", *" B", "enter")
            await saved(ben)
        with ana.app._context():
            await until(ana, lambda: task(ana, 1).title == "Order wrapping paper B")
            await packet(ana, *" A", "enter")
            await asked(ana)
            text = screen_text(ana)
            assert "Order wrapping paper A" in text
            assert "Order wrapping paper B" in text
            await ana.press("2")
            await saved(ana)
        with ben.app._context():
            await until(ben, lambda: task(ben, 1).title == "Order wrapping paper A", "Ana's decision")


async def test_a_move_against_a_move_is_decided(office: Office) -> None:
    """Ana moves a card to Ready while Ben finishes it: she is asked, and Done stays with its time."""
    async with office.app() as pilot:
        app = app_of(pilot)
        change = moving.move(app.team, 1, READY, "ana", LATER)
        ben: Repository = office.colleague("ben")
        ben.commit(moving.move(ben.team, 1, DONE, "ben", LATER))
        app.act(change)
        await asked(pilot)
        text = screen_text(pilot)
        assert "Ready" in text
        assert "Done" in text
        await pilot.press("1")
        await decided(pilot)

    card = office.colleague().team.task(1)
    assert (card.column, card.finished_at) == (DONE, LATER)


async def test_the_form_is_open_while_a_clash_of_another_card_waits(office: Office) -> None:
    """A clash of one card does not disturb the form of another one."""
    async with office.app() as pilot:
        board(pilot).select_task(2)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, EditDialog))
        against(office, pilot, title=("Mine", "Theirs"))
        await marked(pilot)
        pilot.app.screen.query_one("#title", Input).value = "Ring the carrier"
        await pilot.press("f2")
        await asked(pilot)
        await pilot.press("1")
        await decided(pilot)

    team = office.colleague().team
    assert (team.task(1).title, team.task(2).title) == ("Theirs", "Ring the carrier")
