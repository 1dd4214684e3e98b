"""Two people changed the same thing: both see it, and one of them decides."""

from __future__ import annotations

from contextlib import AsyncExitStack
from datetime import date
from typing import Any

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from store.change import Change, combine
from store.repository import Repository
from store.rules import comments, moving, tasks
from tests import builders
from tests.builders import BACKLOG, DOING, DONE, LATER, READY
from tests.tui.conftest import Office, board, packet, saved, screen_text, task, toasts, until
from tests.tui.marks import presses
from tui.app import TagwerkApp
from tui.dialogs.clash import ClashDialog, Decision, RefusedDialog, resolved, shown
from tui.dialogs.edit import EditDialog
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


async def asked(pilot: Pilot[None], kind: type = ClashDialog) -> None:
    """Wait for the question."""
    await until(
        pilot, lambda: isinstance(pilot.app.screen, kind) and not pilot.app._gate._closed, "the question"
    )


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
@presses("clash.theirs", "clash.mine")
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


async def test_two_clashes_are_asked_about_one_after_the_other(office: Office) -> None:
    """After the first decision the second question comes by itself, without another key or change."""
    async with office.app() as pilot:
        against(office, pilot, 1, title=("Mine", "Theirs"))
        against(office, pilot, 2, title=("Mine too", "Theirs too"))
        await asked(pilot)
        first = pilot.app.screen
        await pilot.press("1")
        await until(pilot, lambda: pilot.app.screen is not first)
        await asked(pilot)
        await pilot.press("1")
        await decided(pilot)

        assert (task(pilot, 1).title, task(pilot, 2).title) == ("Theirs", "Theirs too")


async def test_the_question_waits_until_a_line_is_written(office: Office) -> None:
    """Who is writing a new card's title finishes it first; then the question comes by itself."""
    async with office.app() as pilot:
        await pilot.press("a", "x")
        against(office, pilot, title=("Mine", "Theirs"))
        await until(pilot, lambda: app_of(pilot)._deciding.is_waiting, "the clash")
        await pilot.press("y", "escape")
        await asked(pilot)

        assert "Theirs" in screen_text(pilot)
        await pilot.press("1")


@pytest.mark.parametrize(("opens", "closes"), [("enter", "q"), ("e", "escape"), ("?", "q")])
async def test_the_question_waits_until_a_dialog_is_closed(office: Office, opens: str, closes: str) -> None:
    """While a card, a form or the help is open the question waits; after it, it comes by itself."""
    async with office.app() as pilot:
        await pilot.press(opens)
        await until(pilot, lambda: not isinstance(pilot.app.screen, BoardScreen))
        open_one = pilot.app.screen
        against(office, pilot, title=("Mine", "Theirs"))
        await until(pilot, lambda: app_of(pilot)._deciding.is_waiting, "the clash")
        assert pilot.app.screen is open_one
        await pilot.press(closes)

        await asked(pilot)
        await pilot.press("1")


async def test_until_it_is_decided_their_value_is_shown(office: Office) -> None:
    """What everybody else sees is what stands behind the question."""
    async with office.app() as pilot:
        against(office, pilot, title=("Mine", "Theirs"))
        await asked(pilot)

        assert task(pilot, 1).title == "Theirs"
        await pilot.press("1")


async def test_board_keys_decide_nothing(office: Office) -> None:
    """What is typed for the board while the question comes up neither answers it nor does anything."""
    async with office.app() as pilot:
        against(office, pilot, title=("Mine", "Theirs"))
        await asked(pilot)
        before = app_of(pilot).team
        await pilot.press(*"hjklHLJKaecmbxuq/", "enter", "escape", "tab", "space", "ctrl+c")

        assert isinstance(pilot.app.screen, ClashDialog)
        assert app_of(pilot).team is before
        await pilot.press("1")


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


def test_values_are_harmless() -> None:
    """What another program wrote unchecked sends nothing to the terminal."""
    team = builders.team()

    assert shown(team, "blocked", "a\x1b[31mb\u202ec\x9b") == "ab⟨RLO⟩c"
    assert shown(team, "checklist", [{"text": "\x1b[2Jx"}]) == "x"


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
        await pilot.pause(0.2)

        assert isinstance(pilot.app.screen, BoardScreen)
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
        await pilot.press("enter", "escape", "q", "j")
        assert isinstance(pilot.app.screen, RefusedDialog), "keys for the board do not let it go"
        await pilot.press("1")
        await decided(pilot)
    async with office.app() as pilot:
        await pilot.pause(0.2)

        assert isinstance(pilot.app.screen, BoardScreen)


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


# --- what is left of a change after a decision -----------------------------------------------------------


def moves(team: Any, column: int, by: str) -> Change:
    return moving.move(team, 1, column, by, LATER)


def test_their_column_keeps_its_times() -> None:
    """When their column stays, nothing of my move is left: neither place nor times."""
    team = builders.team()
    mine, theirs = moves(team, DOING, "ana"), moves(team, DONE, "ben")
    after = team.apply(theirs)
    left = resolved(mine, Decision(frozenset({("tasks", 1, "column")})), after.tables)

    assert not left
    assert after.apply(left).task(1) == after.task(1)


@pytest.mark.parametrize(("mine", "theirs"), [(DOING, DONE), (DONE, DOING), (READY, DONE), (DONE, READY)])
def test_my_column_brings_its_times(mine: int, theirs: int) -> None:
    """When mine is taken, the card has the times of my column, as if it had been moved there from theirs."""
    team = builders.team()
    change = moves(team, mine, "ana")
    after = team.apply(moves(team, theirs, "ben"))
    card = after.apply(resolved(change, Decision(frozenset()), after.tables)).task(1)

    assert card.column == mine
    assert (card.finished_at is not None) == (mine == DONE)
    assert card.started_at is not None or mine == READY


def test_a_decision_about_the_column_leaves_my_other_fields() -> None:
    """Their column and my title together."""
    team = builders.team()
    renamed = tasks.edit(team, 1, "ana", LATER, title="Mine")
    mine = combine([renamed, moves(team.apply(renamed), DOING, "ana")], "edited")
    after = team.apply(moves(team, DONE, "ben"))
    left = resolved(mine, Decision(frozenset({("tasks", 1, "column")})), after.tables)
    card = after.apply(left).task(1)

    assert (card.column, card.title) == (DONE, "Mine")


def test_new_documents_of_the_change_are_kept() -> None:
    """A comment that was made in the same change stays in it."""
    team = builders.team()
    said = comments.comment(team, 1, "Why", "ana", LATER)
    mine = combine([tasks.edit(team, 1, "ana", LATER, title="Mine"), said], "edited")
    after = team.apply(tasks.edit(team, 1, "ben", LATER, title="Theirs"))
    left = resolved(mine, Decision(frozenset({("tasks", 1, "title")})), after.tables)

    assert [edit.table for edit in left.edits] == ["comments"]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("title", None, "(empty)"),
        ("blocked", "", "(empty)"),
        ("tags", [], "(empty)"),
        ("column", BACKLOG, "Backlog"),
        ("role", builders.PHOTO, "Photography"),
        ("column", 77, "77"),
        ("assignees", ["ana", "ben"], "ana, ben"),
        ("checklist", [{"id": "a", "text": "Tape"}], "Tape"),
        ("due", "2026-12-01", "2026-12-01"),
    ],
)
def test_values_are_shown_with_names(field: str, value: Any, words: str) -> None:
    """Numbers of columns and roles are shown as their names, and what is empty says so."""
    assert shown(builders.team(), field, value) == words


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


async def test_a_key_while_the_question_is_on_its_way_waits(office: Office) -> None:
    """A 2 that comes in the packet before the question is drawn counts for it once it is there."""
    async with office.app() as pilot:
        against(office, pilot, title=("Mine", "Theirs"))
        await until(pilot, lambda: isinstance(pilot.app.screen, ClashDialog))
        pilot.app.post_message(Key("2", "2"))
        await decided(pilot)

        assert task(pilot, 1).title == "Mine"
        assert toasts(pilot) == []


async def test_the_form_is_open_while_a_clash_of_another_card_waits(office: Office) -> None:
    """A clash of one card does not disturb the form of another one."""
    async with office.app() as pilot:
        board(pilot).select_task(2)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, EditDialog))
        against(office, pilot, title=("Mine", "Theirs"))
        await until(pilot, lambda: app_of(pilot)._deciding.is_waiting, "the clash")
        pilot.app.screen.query_one("#title", Input).value = "Ring the carrier"
        await pilot.press("f2")
        await asked(pilot)
        await pilot.press("1")
        await decided(pilot)

    team = office.colleague().team
    assert (team.task(1).title, team.task(2).title) == ("Theirs", "Ring the carrier")
