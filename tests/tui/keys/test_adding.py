"""Adding cards with one line: in every kind of lane, over limits, and while others change the board."""

from __future__ import annotations

from datetime import date

import pytest
from textual.pilot import Pilot

from store.change import Change
from store.models import Task
from store.repository import Repository
from store.rules import moving, setup, tasks
from tests import builders
from tests.builders import BACKLOG, DOING, DONE, LATER, MAIL, PHOTO, READY, SHOP
from tests.tui.conftest import Office, board, packet, said, saved, screen_text, task, toasts, until
from tests.tui.disks import look_now
from tests.tui.test_jumps import put
from tui.screens.board import BoardScreen
from widgets.prompt import Prompt


def written(pilot: Pilot[None]) -> str:
    """What stands in the line."""
    return pilot.app.screen.query_one(Prompt).text


def is_asking(pilot: Pilot[None]) -> bool:
    """Whether the board waits for an answer."""
    assert isinstance(pilot.app.screen, BoardScreen)
    return pilot.app.screen.is_asking


def put_away(ben: Repository, column: int) -> None:
    """Ben archives an empty column."""
    change = Change.update("columns", ben.team.column(column), "archived", archived_at=LATER)
    ben.commit(change.signed("ben", LATER))


async def test_one_line_says_everything(office: Office) -> None:
    """Title, people, priority, tag, day and role are on the card, and none of it in the title."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *"aShoot boots @ben !high #shoot due:fri ~Photo", "enter")
        await saved(pilot)
        card = task(pilot, 9)

        assert (card.title, card.assignees, card.priority) == ("Shoot boots", ["ben"], "high")
        assert (card.tags, card.due) == (["shoot"], date(2026, 11, 27))
        assert (card.column, card.role) == (BACKLOG, PHOTO)
        assert board(pilot).cursor_task == 9


async def test_what_is_understood_stands_below_the_line(office: Office) -> None:
    """While it is written: what it means, or what is wrong with it."""
    async with office.app(size=(120, 30)) as pilot:
        await packet(pilot, *"aBoots @ben !high ")
        assert "means Ben Okafor · high" in screen_text(pilot).splitlines()[-1]
        await packet(pilot, *"@zoe ")

        assert "! Nobody in the team is called “zoe”" in screen_text(pilot).splitlines()[-1]


@pytest.mark.parametrize(
    ("lanes", "at", "where", "found"),
    [
        ("r", 5, "in Ready · Photography", {"role": PHOTO, "assignees": [], "column": READY}),
        (
            "p",
            5,
            "→ Photography in Ready · Ben Okafor",
            {"role": PHOTO, "assignees": ["ben"], "column": READY},
        ),
        ("g", 9, "→ Shop in Backlog · goal 7", {"role": SHOP, "goal": 7, "column": BACKLOG}),
        ("i", 2, "→ Shop in Backlog · high", {"role": SHOP, "priority": "high", "column": BACKLOG}),
        ("n", 7, "→ Newsletter in Doing", {"role": MAIL, "assignees": [], "column": DOING}),
    ],
)
async def test_a_new_card_is_like_its_lane(
    office: Office, lanes: str, at: int, where: str, found: dict[str, object]
) -> None:
    """It has the lane's role, person, goal or priority, stands where it was written, and says no more."""
    put(office, builders.task(-1, "Print the signs", goal=7))
    async with office.app() as pilot:
        board(pilot).select_task(at)
        await packet(pilot, "o", lanes, *"aNew one")
        assert f"New card {where}: New one" in screen_text(pilot)
        await packet(pilot, "enter")
        await saved(pilot)
        card = task(pilot, 10)

        assert {name: getattr(card, name) for name in found} == found
        assert board(pilot).cursor_task == 10
        await pilot.press("k")
        assert board(pilot).cursor_task == at


async def test_a_line_says_more_than_the_lane(office: Office) -> None:
    """In Ben's lane @cem makes it Cem's, and ~Newsletter in the column that is named the Newsletter's."""
    async with office.app() as pilot:
        board(pilot).select_task(5)
        await packet(pilot, *"opaNew one @cem ~Newsletter in:Backlog", "enter")
        await saved(pilot)
        card = task(pilot, 9)

        assert (card.assignees, card.role, card.column) == (["cem"], MAIL, BACKLOG)


async def test_no_gives_the_line_back(office: Office) -> None:
    """A full column is asked about; after n the line stands there as it was written, and esc leaves it."""
    put(office, builders.task(-1, "Third", DOING, MAIL))
    async with office.app() as pilot:
        board(pilot).select_task(7)
        await packet(pilot, *"aFourth !high", "enter")
        assert said(pilot) == "Doing has 3 cards and a limit of 3; go over it? y/n"
        await packet(pilot, *"n")
        assert written(pilot) == "Fourth !high"
        assert "Fourth" in "\n".join(screen_text(pilot).splitlines()[:-2])
        await packet(pilot, *" now", "enter", *"y")
        await saved(pilot)
        assert (task(pilot, 10).title, task(pilot, 10).column) == ("Fourth now", DOING)
        await packet(pilot, *"aFifth", "enter", *"n", "escape")

        assert len(pilot.app.team.tables["tasks"]) == 10
        assert not is_asking(pilot)


async def test_a_refusal_keeps_the_line(office: Office) -> None:
    """Somebody unknown is named: the sentence says so, and a mended line is taken."""
    async with office.app() as pilot:
        await packet(pilot, *"aNew @zoe", "enter")
        assert "zoe" in toasts(pilot)[-1]
        assert written(pilot) == "New @zoe"
        await packet(pilot, *["backspace"] * 3, *"cem", "enter")
        await saved(pilot)

        assert task(pilot, 9).assignees == ["cem"]


async def test_without_columns_there_is_no_place(office: Office) -> None:
    """The sentence says where columns are made, and nothing is asked."""
    ben = office.colleague("ben")
    for number in range(1, 9):
        ben.commit(tasks.archive(ben.team, number, "ben", LATER))
    for number in range(1, 5):
        put_away(ben, number)
    async with office.app(size=(100, 24)) as pilot:
        await packet(pilot, *"a")

        assert said(pilot) == "There are no columns yet, so there is no place for a card; T adds some."
        assert not is_asking(pilot)


@pytest.mark.parametrize("away", ["moved", "archived", "taken back"])
async def test_the_card_above_goes_meanwhile(office: Office, away: str) -> None:
    """The new card stands where it is drawn: under the one before, in the same cell."""
    ben = office.colleague("ben")
    ben.commit(tasks.create(ben.team, "Short-lived", "ben", LATER, column=BACKLOG, role=SHOP))
    async with office.app(size=(120, 30)) as pilot:
        board(pilot).select_task(9)
        await packet(pilot, *"aTape")
        if away == "moved":
            ben.commit(moving.move(ben.team, 9, READY, "ben", LATER))
        elif away == "archived":
            ben.commit(tasks.archive(ben.team, 9, "ben", LATER))
        else:
            gone = Change.insert("tasks", ben.team.task(9), id=9).inverse()
            ben.commit(gone.signed("ben", LATER, "undid: added a card"))
        look_now(pilot)
        await until(pilot, lambda: 9 not in builders.numbers(pilot.app.team, BACKLOG, SHOP), "Ben's step")
        await packet(pilot, "enter")
        await saved(pilot)

        assert not toasts(pilot)
        assert builders.titles(pilot.app.team, BACKLOG, SHOP) == [
            "Order wrapping paper",
            "Call the carrier",
            "Tape",
        ]


async def test_a_card_that_comes_between_meanwhile(office: Office) -> None:
    """Ben puts one under the card that the new one is written under: the new one stands right there still."""
    async with office.app(size=(120, 30)) as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *"aTape")
        ben = office.colleague("ben")
        ben.commit(tasks.create(ben.team, "Glue", "ben", LATER, column=BACKLOG, role=SHOP, below=1))
        look_now(pilot)
        await until(pilot, lambda: pilot.app.team.find(Task, 9), "Ben's card")
        await packet(pilot, "enter")
        await saved(pilot)

        assert builders.titles(pilot.app.team, BACKLOG, SHOP)[:3] == ["Order wrapping paper", "Tape", "Glue"]


async def test_the_column_goes_meanwhile(office: Office) -> None:
    """The sentence names it; the line is written on where the cursor is by now, and says where that is."""
    async with office.app(size=(120, 30)) as pilot:
        board(pilot).select_task(7)
        await packet(pilot, *"lk", *"aSweep")
        assert "New card in Done" in screen_text(pilot).splitlines()[-2]
        ben = office.colleague("ben")
        ben.commit(tasks.archive(ben.team, 8, "ben", LATER))
        put_away(ben, DONE)
        look_now(pilot)
        await until(pilot, lambda: len(pilot.app.team.columns) == 3, "Ben's step")
        await packet(pilot, "enter")
        assert toasts(pilot) == ["The column “Done” was put away meanwhile; enter adds the card to Doing."]
        assert written(pilot) == "Sweep"
        assert "New card in Doing" in screen_text(pilot).splitlines()[-2]
        await packet(pilot, "enter")
        await saved(pilot)

        assert task(pilot, 9).column == DOING


async def test_under_a_filter_the_new_card_stays_in_view(office: Office) -> None:
    """It need not match; the next filter hides it."""
    async with office.app(size=(120, 30)) as pilot:
        await packet(pilot, *"/carrier", "enter", *"aTape", "enter")
        await saved(pilot)
        assert "Tape" in screen_text(pilot)
        assert board(pilot).cursor_task == 9
        await packet(pilot, "/", *"s", "enter")

        assert "Tape" not in screen_text(pilot)


async def test_what_cannot_be_done_any_more_gives_the_line_back(office: Office) -> None:
    """While a limit is asked about, Ben takes the person out of the team: y says so, the line is there."""
    put(office, builders.task(-1, "Third", DOING, MAIL))
    async with office.app(size=(120, 30)) as pilot:
        board(pilot).select_task(7)
        await packet(pilot, *"aFourth @cem", "enter")
        ben = office.colleague("other")
        ben.commit(setup.edit_member(ben.team, "cem", "ben", LATER, left_at=LATER))
        look_now(pilot)
        await until(pilot, lambda: "cem" not in pilot.app.team.members, "Ben's step")
        await packet(pilot, *"y")

        assert toasts(pilot)[-1].startswith("Nobody in the team is called “cem”")
        assert written(pilot) == "Fourth @cem"
        assert is_asking(pilot)
