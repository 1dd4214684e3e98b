"""Two people on one board: who is here, who edits what, and who did what."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from store.change import Change
from store.repository import Repository
from store.rules import comments, moving, tasks
from tests.builders import DOING, LATER, PHOTO, READY
from tests.tui.conftest import Office, board, packet, said, screen_text, toasts, until
from tests.tui.disks import Drive, look_now
from tests.tui.marks import presses
from tui.app import TagwerkApp
from tui.dialogs.card import CardDialog
from tui.dialogs.edit import EditDialog
from tui.dialogs.who import WhoDialog


@asynccontextmanager
async def both(office: Office) -> AsyncIterator[tuple[Pilot[None], Pilot[None]]]:
    """Ana and Ben have the board open."""
    async with office.app("ana") as ana, office.app("ben") as ben:
        yield ana, ben


async def shows(pilot: Pilot[None], text: str) -> None:
    """Wait until a text is on the screen; the app looks into the folder all the time meanwhile."""
    await until(pilot, lambda: text in looking(pilot), f"“{text}” on the screen")


async def hides(pilot: Pilot[None], text: str) -> None:
    """Wait until a text has gone."""
    await until(pilot, lambda: text not in looking(pilot), f"“{text}” gone")


def looking(pilot: Pilot[None]) -> str:
    """The screen; the app is told to look into the folder once more."""
    look_now(pilot)
    return screen_text(pilot)


async def does(pilot: Pilot[None], ben: Repository, change: Change) -> None:
    """Ben does something, and the app has seen it."""
    commit = ben.commit(change)
    assert commit is not None
    look_now(pilot)
    await until(pilot, lambda: pilot.app._connection._repository.number >= commit.number)
    await until(pilot, lambda: pilot.app._desk._base is pilot.app._connection._repository.team)


# --- presence --------------------------------------------------------------------------------------------


@presses("board.who", "who.close")
async def test_the_header_counts_the_others_and_w_names_them(office: Office) -> None:
    """Ben's coming is counted in Ana's header; W says where he is, live, until he leaves."""
    async with office.app("ana") as ana:
        await ana.press("W")
        await shows(ana, "Nobody else has the team open now.")
        async with office.app("ben") as ben:
            await shows(ana, "Ben Okafor")
            await until(ana, lambda: "+1 here" in screen_text(ana).splitlines()[0], "the count")
            board(ben).select_task(5)
            await ben.press("e")
            await shows(ana, "Board, editing #5 “Photograph the spring range”")
            await ben.press("escape")
            await hides(ana, "editing #5")
        await shows(ana, "Nobody else has the team open now.")
        await ana.press("W")
        await until(ana, lambda: not isinstance(ana.app.screen, WhoDialog), "closing it")
        await until(ana, lambda: "here" not in screen_text(ana).splitlines()[0], "the header without him")


async def test_who_writes_in_an_editor_of_her_own_is_editing(office: Office) -> None:
    """As long as it is open, the others see which card it is."""
    async with both(office) as (ana, ben):
        app = ben.app
        assert isinstance(app, TagwerkApp)
        await ana.press("W")
        with app._company.editing(5):
            await shows(ana, "Board, editing #5 “Photograph the spring range”")
        await hides(ana, "editing #5")


async def test_an_opened_card_says_who_is_editing_it(office: Office) -> None:
    """While Ana reads a card, its frame says that Ben is editing it, as long as he is."""
    async with both(office) as (ana, ben):
        for pilot in (ana, ben):
            board(pilot).select_task(1)
        await ana.press("enter")
        await until(ana, lambda: isinstance(ana.app.screen, CardDialog))
        assert "is editing" not in screen_text(ana)
        await ben.press("e")
        await shows(ana, "Ben Okafor is editing this card")
        await ben.press("escape")
        await hides(ana, "is editing")


async def test_a_form_says_who_else_has_it_open(office: Office) -> None:
    """Both open the form of one card, and each is told of the other; another card's form says nothing."""
    async with both(office) as (ana, ben):
        board(ana).select_task(1)
        board(ben).select_task(1)
        await ana.press("e")
        await ben.press("e")
        await shows(ana, "Ben Okafor is editing this card")
        await shows(ben, "Ana Lima is editing this card")
        assert isinstance(ben.app.screen, EditDialog)
        await ben.press("escape")
        await until(ben, lambda: not isinstance(ben.app.screen, EditDialog))
        board(ben).select_task(2)
        await ben.press("e")
        await hides(ana, "is editing")
        assert "is editing" not in screen_text(ben)


async def test_one_person_with_two_windows(office: Office) -> None:
    """Ana's other window is not counted as a colleague, but a card that she edits there says so."""
    async with office.app("ana") as one, office.app("ana") as other:
        for pilot in (one, other):
            board(pilot).select_task(1)
        await other.press("e")
        await one.press("enter")
        await shows(one, "You are editing this card in another window")
        assert "here" not in screen_text(one).splitlines()[0]


async def test_a_new_card_is_edited_under_the_number_that_others_know(office: Office) -> None:
    """The form of a card that is only now being committed is told under its real number."""
    async with both(office) as (ana, ben):
        await packet(ben, "a", *"Buy tape", "enter", "e")
        await ana.press("W")
        await shows(ana, "editing #9 “Buy tape”")


async def test_while_offline_nobody_is_said_to_be_here(office: Office) -> None:
    """Who was there when the cable was pulled is not claimed to be there; mended, he is again."""
    drive = Drive()
    async with office.app("ana", disk=drive) as ana, office.app("ben"):
        await shows(ana, "+1 here")
        drive.cut()
        await shows(ana, "offline")
        assert "here" not in screen_text(ana).splitlines()[0]
        drive.heal()
        await shows(ana, "+1 here")


async def test_where_presence_cannot_be_kept_everything_else_goes_on(office: Office) -> None:
    """A file in the folder's place: nobody is seen, nothing is said, and a card is moved as ever."""
    async with office.app("ana"):
        pass
    (here,) = office.folder.glob("team.json.d/*/here")
    shutil.rmtree(here)
    here.write_bytes(os.urandom(100))
    async with both(office) as (ana, ben):
        board(ben).select_task(1)
        await ben.press("L")
        await until(ana, lambda: ana.app.team.task(1).column == READY)
        await ana.press("W")
        await shows(ana, "Nobody else has the team open now.")
        assert (toasts(ana), toasts(ben)) == ([], [])


# --- who did it ------------------------------------------------------------------------------------------


async def test_who_moved_the_card_under_the_cursor_is_said_until_the_next_key(office: Office) -> None:
    """Ben moves Ana's card: her cursor goes with it, line and face say who, and a key ends both."""
    ben = office.colleague("ben")
    async with office.app("ana", (120, 40)) as ana:
        board(ana).select_task(1)
        await does(ana, ben, moving.move(ben.team, 1, DOING, "ben", LATER))
        await until(ana, lambda: said(ana) == "Ben Okafor moved #1 to Doing.")
        assert board(ana).cursor_task == 1
        assert board(ana).cursor_cell[0] == DOING
        assert "‹BO" in screen_text(ana)
        await ana.press("j")
        await ana.pause()
        assert "‹BO" not in screen_text(ana)
        assert "Ben Okafor moved" not in said(ana)


async def test_another_card_that_was_moved_is_marked_only(office: Office) -> None:
    """A card elsewhere that Ben hands over carries his initials; the line goes on about Ana's own card."""
    ben = office.colleague("ben")
    async with office.app("ana", (120, 40)) as ana:
        board(ana).select_task(1)
        await ana.pause()
        before = said(ana)
        await does(ana, ben, moving.hand_over(ben.team, 4, PHOTO, "ben", LATER))
        await until(ana, lambda: "‹BO" in screen_text(ana))

        assert said(ana) == before


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda team: tasks.archive(team, 1, "ben", LATER), "Ben Okafor archived #1."),
        (
            lambda team: tasks.edit(team, 1, "ben", LATER, title="Red paper"),
            "Ben Okafor changed the title of #1.",
        ),
        (
            lambda team: comments.comment(team, 1, "Sold out", "ben", LATER),
            "Ben Okafor commented on #1.",
        ),
        (
            lambda team: comments.comment(team, 5, "@ana have a look", "ben", LATER),
            "Ben Okafor mentioned you on #5; g u opens it.",
        ),
    ],
)
async def test_what_else_is_said_of_others(office: Office, change: object, sentence: str) -> None:
    """What Ben does to the card under the cursor, or says to Ana on any card, stands in the line."""
    ben = office.colleague("ben")
    async with office.app("ana", (120, 40)) as ana:
        board(ana).select_task(1)
        await does(ana, ben, change(ben.team))
        await until(ana, lambda: said(ana) == sentence, sentence)


async def test_another_order_around_the_card_is_not_said(office: Office) -> None:
    """When Ben sorts the cards of the cell, nothing was done to the card under the cursor."""
    ben = office.colleague("ben")
    async with office.app("ana", (120, 40)) as ana:
        board(ana).select_task(2)
        await ana.pause()
        before = said(ana)
        await does(ana, ben, moving.reorder(ben.team, 1, 1, "ben", LATER))

        assert said(ana) == before


async def test_news_wait_for_the_end_of_a_question(office: Office) -> None:
    """While Ana writes a comment, Ben's move does not disturb her line; it is said after it."""
    ben = office.colleague("ben")
    async with office.app("ana", (120, 40)) as ana:
        board(ana).select_task(1)
        await ana.press("c", *"Hm")
        await does(ana, ben, moving.move(ben.team, 1, DOING, "ben", LATER))
        assert "Comment on #1: Hm" in screen_text(ana)
        await ana.press("escape")
        await until(ana, lambda: said(ana) == "Ben Okafor moved #1 to Doing.")


async def test_a_mention_is_said_over_what_was_said_before(office: Office) -> None:
    """What stands in the line about the person's own last key does not hide what is new."""
    ben = office.colleague("ben")
    async with office.app("ana", (120, 40)) as ana:
        board(ana).select_task(1)
        await packet(ana, "c", *"Done", "enter")
        assert said(ana) == "Your comment is on #1."
        await does(ana, ben, comments.comment(ben.team, 5, "@ana have a look", "ben", LATER))

        await until(ana, lambda: said(ana) == "Ben Okafor mentioned you on #5; g u opens it.")
