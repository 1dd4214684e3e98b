"""What people meet on their way over the board: what it offers, what it says where, and what pops up."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widgets._toast import Toast

from store.rules import filters
from tests import builders
from tests.builders import BACKLOG, LATER, SHOP
from tests.tui.conftest import Office, board, packet, said, screen_text, task, toasts
from tests.tui.test_jumps import put
from tui.app import TagwerkApp
from tui.toasts import Toasts
from widgets.header import Connection, Link, TeamHeader
from widgets.prompt import Prompt

WIDE = (120, 30)
KEYS = -1
"""The line of the keys."""


def last(pilot: Pilot[None]) -> str:
    """The line of the keys."""
    return screen_text(pilot).splitlines()[KEYS]


def popping(pilot: Pilot[None]) -> Toasts:
    """What pops up."""
    app = pilot.app
    assert isinstance(app, TagwerkApp)
    return app._on_show.toasts


# --- who only reads --------------------------------------------------------------------------------------


async def test_who_only_reads_is_offered_nothing_to_change(office: Office) -> None:
    """Neither the line of keys nor an empty cell tells of keys that would be refused."""
    async with office.app("zoe", size=(200, 50)) as zoe, office.app("ana", size=(200, 50)) as ana:
        assert "add" in last(ana)
        for pilot in (ana, zoe):
            board(pilot).select_task(3)
            await pilot.press("l")
        assert "adds a card" in screen_text(ana)
        assert not [word for word in (" add", "move", "edit", "comment", "undo") if word in last(zoe)]
        assert "adds a card" not in screen_text(zoe)
        board(zoe).select_task(1)
        await zoe.press("enter")

        assert not [word for word in ("add item", "edit", "comment") if word in screen_text(zoe)]


# --- the role, where lanes are none ----------------------------------------------------------------------


@pytest.mark.parametrize("lanes", "pgin")
async def test_the_role_of_a_card_is_told_where_lanes_are_none(office: Office, lanes: str) -> None:
    """The line below the board names it; with lanes by role it does not say it twice."""
    async with office.app(size=WIDE) as pilot:
        board(pilot).select_task(5)
        await packet(pilot, "j", "k")
        assert "Photography" not in said(pilot)
        await packet(pilot, "o", lanes)

        assert said(pilot).split(" · ")[1] == "Photography"


@pytest.mark.parametrize(
    ("lanes", "label"), [("p", "person"), ("g", "goal"), ("i", "priority"), ("r", "role")]
)
async def test_walking_the_lanes_is_called_by_what_they_are(office: Office, lanes: str, label: str) -> None:
    """tab shows the next person alone, or the next goal; without lanes the line does not offer it."""
    async with office.app(size=WIDE) as pilot:
        await packet(pilot, "o", lanes)
        assert f"tab {label}" in last(pilot)
        await packet(pilot, *"on")

        assert "tab" not in last(pilot)


# --- filters ---------------------------------------------------------------------------------------------


async def test_how_many_are_left_is_told_while_a_filter_is_written(office: Office) -> None:
    """Below the line stands how many of all cards there are still."""
    async with office.app() as pilot:
        await packet(pilot, *"/pa")

        assert last(pilot).startswith(" 1 of 8 cards")


async def test_a_wrong_value_is_told_while_it_is_written(office: Office) -> None:
    """At 80 columns the sentence is cut, and not left out; the way out stands beside it."""
    async with office.app() as pilot:
        await packet(pilot, *"/due:wx")

        assert last(pilot).startswith(" ! “wx” is not a day; write today, week")
        assert "esc back" in last(pilot)


async def test_all_kept_filters_can_be_seen(office: Office) -> None:
    """Where there are too many for two lines, tab shows the next ones, and then the first again."""
    ben = office.colleague("ben")
    for key in "123456789":
        ben.commit(filters.save(ben.team, f"A rather long name {key}", f"!high {key}", "ben", LATER, key=key))
    async with office.app() as pilot:
        await packet(pilot, "f")
        seen = screen_text(pilot).splitlines()[-2:]
        first = seen
        assert "tab more" in seen[1]
        for _ in range(4):
            await packet(pilot, "tab")
            seen = [*seen, *screen_text(pilot).splitlines()[-2:]]
        told = "\n".join(seen)
        assert not [key for key in "123456789" if f"{key} A rather long name {key}" not in told]
        assert "+ keep this one" in told
        assert "- forget one" in told
        assert told.count(first[0]) > 1
        await packet(pilot, "9")

        assert said(pilot).startswith("Filter “!high 9”")


# --- the header ------------------------------------------------------------------------------------------


async def test_the_person_stays_in_the_header_while_offline(office: Office) -> None:
    """At 80 columns the team's name gives way first."""
    async with office.app() as pilot:
        header = pilot.app.screen.query_one(TeamHeader)
        header.team = "The Corner Shop for Everything of Paper"
        header.connection = Connection(Link.OFFLINE, 2, datetime(2026, 11, 23, 9, 30, tzinfo=UTC))
        await pilot.pause()
        top = screen_text(pilot).splitlines()[0]

        assert "Ana Lima" in top
        assert "The Co" in top
        assert "2 waiting" in top


# --- size ------------------------------------------------------------------------------------------------


async def test_a_terminal_that_is_too_small_says_so(office: Office) -> None:
    """One sentence says how much is needed; with more room the board is there again."""
    async with office.app(size=(40, 12)) as pilot:
        await pilot.resize_terminal(10, 3)
        await pilot.pause()
        assert " ".join(screen_text(pilot).split()) == "too small: 24 x 6 or more"
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert "Corner Shop" in screen_text(pilot)
        assert "too small" not in screen_text(pilot)


async def test_columns_out_of_view_leave_no_blank_lines(office: Office) -> None:
    """A lane is as high as what is in view of it; with the column that has more cards it grows."""
    put(office, *(builders.task(-n, f"Done {n}", builders.DONE, SHOP) for n in range(1, 5)))
    async with office.app(size=(40, 24)) as pilot:
        lines = screen_text(pilot).splitlines()
        shop = next(y for y, line in enumerate(lines) if "Shop ─" in line)
        assert "Photography" in lines[shop + 3]
        await packet(pilot, *"lll")
        lines = screen_text(pilot).splitlines()
        shop = next(y for y, line in enumerate(lines) if "Shop ─" in line)

        assert "Photography" in lines[shop + 6]


# --- where one begins ------------------------------------------------------------------------------------


async def test_one_begins_in_the_lane_of_the_own_role(office: Office) -> None:
    """Ben's first role is Photography, so his cursor is on its first card."""
    async with office.app("ben", size=WIDE) as pilot:
        assert task(pilot, board(pilot).cursor_task or 0).role == builders.PHOTO


# --- selected cards up and down --------------------------------------------------------------------------


async def test_selected_cards_go_up_and_down_together(office: Office) -> None:
    """They go past the next one as a block and keep their order, as one step."""
    put(office, builders.task(-1, "Third"), builders.task(-2, "Fourth"))
    async with office.app(size=WIDE) as pilot:
        before = builders.numbers(pilot.app.team, BACKLOG, SHOP)
        one, two, three, four = before
        board(pilot).select_task(one)
        await packet(pilot, " ", " ", "J")
        assert builders.numbers(pilot.app.team, BACKLOG, SHOP) == [three, one, two, four]
        await packet(pilot, "J", "J")
        assert builders.numbers(pilot.app.team, BACKLOG, SHOP) == [three, four, one, two]
        await packet(pilot, "K")
        assert builders.numbers(pilot.app.team, BACKLOG, SHOP) == [three, one, two, four]
        await packet(pilot, *"uuu")

        assert builders.numbers(pilot.app.team, BACKLOG, SHOP) == before


async def test_selected_cards_of_several_cells_have_no_order(office: Office) -> None:
    """The sentence says what has one."""
    async with office.app(size=WIDE) as pilot:
        board(pilot).select_task(1)
        await packet(pilot, " ")
        board(pilot).select_task(5)
        await packet(pilot, " ", "J")

        assert "Only cards of one column and role" in "".join([said(pilot), *toasts(pilot)])
        assert board(pilot).selected == {1, 5}


# --- what pops up ----------------------------------------------------------------------------------------


async def test_the_same_sentence_pops_up_once(office: Office) -> None:
    """And never more of them than the terminal has room for; the newest stay."""
    async with office.app(size=(40, 12)) as pilot:
        toasts_ = popping(pilot)
        for sentence in ("One", "One", "Two", "One", "Three"):
            toasts_.show(sentence)
        await pilot.pause()
        assert toasts(pilot) == ["Three"]
        await pilot.resize_terminal(80, 24)
        for sentence in ("One", "Two", "One", "Three"):
            toasts_.show(sentence)
        await pilot.pause()

        assert toasts(pilot) == ["Two", "One", "Three"]
        assert len(pilot.app.screen.query(Toast)) == 3


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_nothing_pops_up_over_what_is_being_written(office: Office, size: tuple[int, int]) -> None:
    """A refusal stands away from the line and from the card that is written on the board."""
    async with office.app(size=size) as pilot:
        await packet(pilot, *"aNew @zoe", "enter")
        await pilot.pause()
        prompt = pilot.app.screen.query_one(Prompt)
        line = board(pilot).draft_line
        assert line is not None
        hidden = [toast.region for toast in pilot.app.screen.query(Toast)]
        assert hidden
        for region in hidden:
            assert not region.contains_point(Offset(region.x, prompt.region.y))
            assert not region.contains_point(Offset(region.x, board(pilot).region.y + line))


async def test_what_was_read_goes_at_the_next_key(office: Office) -> None:
    """An error too, but not before; and at once when it is not so any more."""
    async with office.app(size=(80, 24)) as pilot:
        toasts_ = popping(pilot)
        toasts_.show("No", "error")
        await packet(pilot, "j")
        assert toasts(pilot) == ["No"]
        note = next(iter(toasts_))
        toasts_._shown_at[note.identity] -= 10
        await packet(pilot, "j")
        assert toasts(pilot) == []
        toasts_.show("The drive is away.", "error")
        toasts_.take_away("The drive is away.")

        assert toasts(pilot) == []
