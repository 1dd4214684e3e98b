"""What the line below the board says while nothing is asked."""

from __future__ import annotations

from datetime import date

import pytest

from tests import builders
from tests.tui.conftest import Office, board, said, screen_text
from tui.screens.card_line import of_card

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (date(2026, 11, 27), "due Fri 27 Nov"),
        (date(2027, 1, 4), "due Mon 4 Jan 2027"),
        (date(2026, 11, 2), "overdue since Mon 2 Nov"),
    ],
)
def test_a_day_reads_as_on_the_card(due: date, said: str) -> None:
    """No zero before the day, and the year where it is another one."""
    assert of_card(builders.task(1, "Tape", due=due), builders.team(), TODAY) == f"#1 Tape · {said}"


async def test_an_empty_cell_says_where_the_cursor_is(office: Office) -> None:
    """The column and the whole name of the lane, which a narrow column cuts."""
    async with office.app() as pilot:
        view = board(pilot)
        assert view.cursor_task is not None
        for _ in range(40):
            if view.cursor_task is None:
                break
            await pilot.press("down" if view.cursor_column > 2 else "right")
        assert view.cursor_task is None

        column = pilot.app.team.column(view.cursor_column).name
        assert said(pilot) == f"{column} · {view.lane_name}"


async def test_a_folded_lane_says_how_it_is_opened(office: Office) -> None:
    """Folding tells of the key that opens again, also to somebody who pressed it by mistake."""
    async with office.app() as pilot:
        await pilot.press("z")
        assert said(pilot).endswith(", folded: z opens it")
        await pilot.press("z")
        assert said(pilot).startswith("#")


async def test_one_lane_alone_says_how_all_are_shown(office: Office) -> None:
    """Who has pressed tab once finds the way back in the line below."""
    async with office.app() as pilot:
        before = screen_text(pilot)
        await pilot.press("tab")
        name = board(pilot).lane_name
        assert said(pilot).startswith(f"{name} alone, 0 shows all")
        await pilot.press("0")
        assert "alone" not in said(pilot)
        assert screen_text(pilot) == before


async def test_a_question_ends_with_one_sign(office: Office) -> None:
    """Behind a question mark there is no colon."""
    async with office.app() as pilot:
        await pilot.press("b")
        assert " Why can #1 not go on?\n" in screen_text(pilot)
        assert "?:" not in screen_text(pilot)
