"""A list with a cursor: what it shows, where its cursor stays, and how little it draws."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from widgets.board.palette import VARIABLES
from widgets.cells import shrink
from widgets.listing import Listing
from widgets.listing_row import Key, Row

HEADS, LEAST = ("Name", "Size", "What for"), (6, 0, 8)


def row(key: Key) -> Row:
    """A row that says its key."""
    return Row(key, (f"row {key}", "12", "for a purpose that is told at length"), colour="red")


class Host(App[None]):
    """Nothing but a list."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return VARIABLES

    def compose(self) -> ComposeResult:
        yield Listing()


@asynccontextmanager
async def shown(count: int, size: tuple[int, int] = (60, 10)) -> AsyncIterator[tuple[Listing, Pilot[None]]]:
    """A list of so many rows, numbered from 1."""
    async with Host().run_test(size=size) as pilot:
        listing = pilot.app.query_one(Listing)
        listing.show(range(1, count + 1), row, HEADS, LEAST, "Nothing here.")
        await pilot.pause()
        yield listing, pilot


def lines(listing: Listing) -> list[str]:
    """What it draws."""
    return [listing.render_line(y).text.rstrip() for y in range(listing.size.height)]


async def test_heads_stand_above_the_rows() -> None:
    """The cursor's row is marked with a sign."""
    async with shown(2) as (listing, _):
        assert lines(listing)[:3] == [
            " Name   Size  What for",
            "▌row 1  12    for a purpose that is told at length",
            " row 2  12    for a purpose that is told at length",
        ]


async def test_an_empty_list_says_so() -> None:
    """There is no row under the cursor then."""
    async with shown(0) as (listing, _):
        assert lines(listing)[1] == " Nothing here."
        assert listing.row is None
        listing.move(1)
        assert listing.row is None


async def test_the_cursor_stays_on_its_row_or_in_its_place() -> None:
    """When others come above, it goes with its row; when its row goes, the next one is under it."""
    async with shown(5) as (listing, _):
        listing.move_to(2)
        listing.show([9, 1, 2, 3], row, HEADS, LEAST)
        assert listing.row == row(3)
        listing.show([9, 1], row, HEADS, LEAST)
        assert listing.row == row(1)
        assert not listing.select(7)
        assert listing.select(9)
        assert listing.row == row(9)


async def test_the_cursor_does_not_leave_the_list() -> None:
    """Beyond the ends it stays, and the list scrolls no further than its last row."""
    async with shown(30) as (listing, _):
        listing.move(100)
        assert listing.row == row(30)
        assert lines(listing)[-1].startswith("▌row 30")
        assert listing.place == "30 of 30"
        listing.move(-100)
        assert lines(listing)[1].startswith("▌row 1")


async def test_where_there_is_little_room_columns_go() -> None:
    """Rather than being cut until nobody can read them."""
    async with shown(2, size=(16, 5)) as (listing, _):
        assert lines(listing)[1] == "▌row 1  12"
    async with shown(2, size=(6, 5)) as (listing, _):
        assert lines(listing)[1] == "▌row 1"


async def test_a_cursor_key_draws_two_rows() -> None:
    """The one that is left and the one that is entered; showing the same again draws nothing."""
    async with shown(5) as (listing, pilot):
        await pilot.pause()
        before = list(listing._drawn)
        listing.move(1)
        changed = [y for y, (a, b) in enumerate(zip(before, listing._drawn, strict=True)) if a != b]
        assert changed == [1, 2]
        before = list(listing._drawn)
        listing.show(range(1, 6), row, HEADS, LEAST)
        assert [a == b for a, b in zip(before, listing._drawn, strict=True)][1:6] == [True] * 5


async def test_only_rows_in_view_are_described() -> None:
    """Of a hundred thousand, a few hundred are measured, and a screenful is drawn."""
    asked = []

    def describe(key: Key) -> Row:
        asked.append(key)
        return row(key)

    async with shown(1) as (listing, _):
        listing.show(range(100_000), describe, HEADS, LEAST)
        asked.clear()
        listing.move_to_end()

        assert len(asked) <= 10


async def test_a_resized_list_keeps_its_cursor_in_view() -> None:
    """Whatever its height."""
    async with shown(50, size=(60, 30)) as (listing, pilot):
        listing.move_to(25)
        await pilot.resize_terminal(60, 6)
        await pilot.pause()
        assert any(line.startswith("▌row 26") for line in lines(listing))


def test_cells_are_taken_from_what_has_most_to_give() -> None:
    """A column keeps its least, and one with 0 is not cut."""
    widths = [10, 4, 20]
    shrink(widths, 20, (5, 0, 5))
    assert widths == [8, 4, 8]
    shrink(widths, 1, (5, 0, 5))
    assert widths == [5, 4, 5]
