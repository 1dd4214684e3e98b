"""The board under the mouse."""

from __future__ import annotations

from textual import events
from textual.pilot import Pilot

from store.change import Change
from tests.widgets.board.test_view import showing
from tests.widgets.host import Host, screen_text
from tests.widgets.teams import shop
from widgets.board import Grouping, LaneKey

At = tuple[int, int]
TO_DO = 28
"""A cell across that lies in the second of five columns on a screen of 120."""


def line_of(host: Host, text: str) -> int:
    """The line of the screen that says this."""
    return next(y for y, line in enumerate(screen_text(host)) if text in line)


async def move(pilot: Pilot[None], *ways: At, button: int = 1) -> None:
    """Move the mouse, with a button down or none."""
    for at in ways:
        await pilot._post_mouse_events([events.MouseMove], offset=at, button=button)


async def drag(pilot: Pilot[None], start: At, *ways: At) -> None:
    """Take something at the start and let it go at the end of the way."""
    await pilot.mouse_down(offset=start)
    await move(pilot, *ways)
    await pilot.mouse_up(offset=ways[-1])
    await pilot.pause()


async def test_a_card_is_dragged_under_another_one() -> None:
    """Let go over a card, it is to stand under that card; the drag itself changes nothing."""
    async with showing(shop(90)) as (host, pilot):
        y, to = line_of(host, "#28 "), line_of(host, "#37 ")
        await drag(pilot, (5, y), (9, y), (TO_DO, to))

        (dropped,) = host.dropped
        assert (dropped.tasks, dropped.column, dropped.below) == ((28,), 2, 37)
        assert dropped.lane == dropped.source == LaneKey(Grouping.ROLE, 1)
        assert host.board.cursor_task == 1
        assert not host.opened


async def test_while_it_is_dragged_source_and_target_have_signs() -> None:
    """Not by colour alone: one sees what is taken, and where it would be put."""
    async with showing(shop(90)) as (host, pilot):
        y, to = line_of(host, "#28 "), line_of(host, "#37 ")
        await pilot.mouse_down(offset=(5, y))
        await move(pilot, (9, y), (TO_DO, to))

        assert screen_text(host)[y].startswith("» #28")
        assert "▼ #37" in screen_text(host)[to]
        await move(pilot, (TO_DO, line_of(host, "Catalogue") + 6))
        assert host.board.cancel_drag()
        assert not any("»" in line or "▼ #" in line for line in screen_text(host))
        await pilot.mouse_up(offset=(TO_DO, to))
        assert not host.dropped


async def test_a_heading_is_the_top_and_free_room_is_the_end() -> None:
    """Over a lane's heading a card goes on top, below the last card to the end, in an empty cell there."""
    async with showing(shop(90)) as (host, pilot):
        y, head = line_of(host, "#28 "), line_of(host, "Management")
        below = next(i for i in range(head + 1, 40) if not screen_text(host)[i][25:47].strip())
        await drag(pilot, (5, y), (9, y), (TO_DO, head))
        await drag(pilot, (5, y), (9, y), (TO_DO, below))

        last = host.team.cell(2, 1)[-1][1]
        assert [(d.column, d.below) for d in host.dropped] == [(2, None), (2, last)]


async def test_selected_cards_are_dragged_together() -> None:
    """If the card is one of the selected ones, all of them go, in their order; otherwise it goes alone."""
    async with showing(shop(90)) as (host, pilot):
        await pilot.press("space", "space")
        y, other, to = line_of(host, "#28 "), line_of(host, "#55 "), line_of(host, "#37 ")
        await drag(pilot, (5, y), (9, y), (TO_DO, to))
        await drag(pilot, (5, other), (9, other), (TO_DO, to))

        assert [d.tasks for d in host.dropped] == [(1, 28), (55,)]


async def test_a_card_let_go_over_itself_or_outside_stays() -> None:
    """Nothing is told when nothing is meant."""
    async with showing(shop(90)) as (host, pilot):
        y = line_of(host, "#28 ")
        await drag(pilot, (5, y), (9, y), (6, y))
        await drag(pilot, (5, y), (9, y), (5, 0))

        assert not host.dropped
        await pilot.click(offset=(5, line_of(host, "#55 ")))
        assert host.board.cursor_task == 55


async def test_between_people_the_lane_it_came_from_is_told() -> None:
    """From Ana's lane to Ben's: whoever hands it over has to know whose it was."""
    async with showing(shop(90)) as (host, pilot):
        await pilot.press("f2")
        y, to = line_of(host, "#1 "), line_of(host, "Ben Okoro")
        await drag(pilot, (5, y), (9, y), (5, to))

        (dropped,) = host.dropped
        assert dropped.source == LaneKey(Grouping.PERSON, "ana")
        assert (dropped.lane, dropped.below) == (LaneKey(Grouping.PERSON, "ben"), None)


async def test_a_card_that_is_put_away_while_it_is_dragged_is_let_go() -> None:
    """Somebody else was quicker."""
    async with showing(shop(90)) as (host, pilot):
        y = line_of(host, "#28 ")
        await pilot.mouse_down(offset=(5, y))
        await move(pilot, (9, y), (TO_DO, y))
        host.change(Change.update("tasks", host.team.task(28), archived_at="2026-03-01T00:00:00Z"))
        await pilot.mouse_up(offset=(TO_DO, y))

        assert not host.dropped


async def test_others_may_change_the_board_under_a_pressed_button() -> None:
    """What is dragged is the card that was pressed, wherever it has gone until the mouse moves."""
    async with showing(shop(90)) as (host, pilot):
        y, to = line_of(host, "#82 "), line_of(host, "#37 ")
        await pilot.mouse_down(offset=(5, y))
        host.change(Change.update("tasks", host.team.task(28), column=4))
        await move(pilot, (9, y), (TO_DO, to))
        await pilot.mouse_up(offset=(TO_DO, to))

        assert [d.tasks for d in host.dropped] == [(82,)]


async def test_a_button_let_go_out_of_sight_ends_the_drag() -> None:
    """The mouse comes back without a button down: nothing is being dragged."""
    async with showing(shop(90)) as (host, pilot):
        y = line_of(host, "#28 ")
        await pilot.mouse_down(offset=(5, y))
        await move(pilot, (9, y), (TO_DO, y))
        await move(pilot, (TO_DO, y + 1), button=0)

        assert not host.board.cancel_drag()


async def test_the_edge_scrolls_while_dragging() -> None:
    """Held against the lower edge, the board comes up."""
    async with showing(shop(2000)) as (host, pilot):
        y = line_of(host, "#")
        first = screen_text(host)[1]
        await pilot.mouse_down(offset=(5, y))
        await move(pilot, (9, y), (5, 39), (6, 39), (7, 39))

        assert screen_text(host)[1] != first


async def test_motion_without_a_button_draws_nothing() -> None:
    """Hovering costs nothing."""
    async with showing(shop(90)) as (host, pilot):
        before = host.board.lines_drawn
        await move(pilot, (5, 5), (30, 9), (60, 12), button=0)

        assert host.board.lines_drawn == before


async def test_a_click_on_a_heading() -> None:
    """On a lane's heading it folds the lane and opens it again, on a column's it puts the cursor there."""
    async with showing(shop(90)) as (host, pilot):
        y = line_of(host, "Catalogue")
        await pilot.click(offset=(50, y))
        assert host.board.folded == {LaneKey(Grouping.ROLE, 2)}
        await pilot.click(offset=(50, y))
        assert not host.board.folded

        await pilot.click(offset=(TO_DO, 0))
        assert host.board.cursor_column == 2


async def test_clicks_wait_while_a_card_is_being_written() -> None:
    """A click does not take the cursor away from what one writes."""
    async with showing(shop(90)) as (host, pilot):
        await pilot.press("a")
        await pilot.click(offset=(TO_DO, 6))

        assert host.board.draft_place == (1, LaneKey(Grouping.ROLE, 1), 1)
        assert host.board.cursor_task == 1
