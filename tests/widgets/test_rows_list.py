"""A list of names and values with a cursor."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tests.widgets.host import screen_text
from widgets.rows_list import ListRow, RowsList
from widgets.signs import ASCII

ROWS = [ListRow("First", heading=True), ListRow("a", "1"), ListRow("b", "2")]
ROWS += [ListRow("Second", heading=True), *(ListRow(f"row {n}", str(n)) for n in range(20))]


class Lists(App[None]):
    """One list."""

    def __init__(self) -> None:
        super().__init__()
        self.list = RowsList(ROWS, signs=ASCII)

    def compose(self) -> ComposeResult:
        yield self.list


def shown(pilot: Pilot[None]) -> list[str]:
    return [" ".join(line.split()) for line in screen_text(pilot.app)]


async def test_headings_are_passed_over() -> None:
    """The cursor begins on the first row that is no heading, and goes from group to group."""
    async with Lists().run_test(size=(20, 8)) as pilot:
        rows = pilot.app.query_one(RowsList)
        assert rows.cursor == 1
        rows.move(2)
        assert rows.cursor == 4
        rows.move(-2)
        assert rows.cursor == 1
        rows.move(-1)
        assert rows.cursor == 1
        rows.move(99)
        assert rows.cursor == len(ROWS) - 1


async def test_the_first_heading_comes_back_into_view() -> None:
    """Up at the top again, the heading above the first row is seen as well."""
    async with Lists().run_test(size=(20, 5)) as pilot:
        rows = pilot.app.query_one(RowsList)
        before = shown(pilot)
        rows.move(99)
        await pilot.pause()
        assert shown(pilot)[-1] == "> row 19 19"
        rows.move(-99)
        await pilot.pause()

        assert shown(pilot) == before
        assert before[:2] == ["First", "> a 1"]


@pytest.mark.parametrize("height", [2, 3, 5, 8, 30])
async def test_paging_skips_no_row(height: int) -> None:
    """Page by page every row is seen, down and up again, in a window of any height."""
    async with Lists().run_test(size=(20, height)) as pilot:
        rows = pilot.app.query_one(RowsList)
        for step in (1, -1):
            seen = {*shown(pilot)}
            for _ in range(len(ROWS)):
                rows.page(step)
                await pilot.pause()
                seen |= {*shown(pilot)}
            assert [row.label for row in ROWS if not any(row.label in line for line in seen)] == []


async def test_a_value_that_changes_is_drawn() -> None:
    """The cursor and the view stay."""
    async with Lists().run_test(size=(20, 5)) as pilot:
        rows = pilot.app.query_one(RowsList)
        rows.move(1)
        rows.update([ListRow("b", "another") if row.label == "b" else row for row in ROWS])
        await pilot.pause()

        assert shown(pilot)[:3] == ["First", "a 1", "> b another"]
