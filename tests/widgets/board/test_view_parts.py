"""Groupings, folding, selecting, writing and densities with real keys and a real screen."""

from __future__ import annotations

import pytest

from store.change import Change, Edit
from tests.widgets.board.test_view import showing
from tests.widgets.host import Host, screen_text
from tests.widgets.teams import TODAY, card, shop
from widgets.board import BoardView, Density, Grouping, LaneKey
from widgets.signs import ASCII

SIZES = [(40, 12), (60, 20), (80, 24), (120, 40), (200, 50), (300, 80)]


@pytest.mark.parametrize("grouping", list(Grouping))
async def test_a_key_costs_two_lines_in_every_grouping(grouping: Grouping) -> None:
    """Whatever lanes stand for, a cursor key inside a cell draws two lines."""
    async with showing(shop(10_000)) as (host, pilot):
        host.board.group_by(grouping)
        await pilot.pause()
        for key in "jk":
            before = host.board.lines_drawn
            await pilot.press(key)
            assert host.board.lines_drawn - before == 2


async def test_grouping_folding_and_selecting_are_told_once() -> None:
    """Each new set of folded lanes and selected cards is one message; setting them from outside is none."""
    async with showing(shop(90)) as (host, pilot):
        host.board.set_folded(frozenset({LaneKey(Grouping.ROLE, 3)}))
        await pilot.press("space", "space", "V", "z", "f2", "f1", "z")

        assert host.selected == [1, 2, 0]
        assert [len(lanes) for lanes in host.folded] == [2, 1]


async def test_selected_cards_have_a_sign() -> None:
    """Not by colour alone: with the cursor on it and without."""
    async with showing(shop(90), (80, 24)) as (host, pilot):
        await pilot.press("space")
        assert any(line.startswith("◆ #1 ") for line in screen_text(host))
        await pilot.press("k")
        assert any(line.startswith("◈ #1 ") for line in screen_text(host))


async def test_a_folded_lane_has_a_sign() -> None:
    """A heading with cards behind it looks other than one without."""
    async with showing(shop(90), (120, 40)) as (host, pilot):
        await pilot.press("z", "j")
        assert screen_text(host)[1].startswith(" ▸ ■ Management")


async def test_ascii_signs_are_enough_for_all_of_it() -> None:
    """Folded lanes, selected cards and a draft need no Unicode either."""
    team = shop(0)
    host_team = team.apply(
        Change(tuple(Edit("tasks", i, None, card(f"Card {i}", 1, 1, f"{i}1")) for i in range(1, 9)))
    )
    async with showing(host_team, (80, 24), signs=ASCII) as (host, pilot):
        await pilot.press("space", "space", "k", "a")
        host.board.show_draft("A new card with a long title", 5)
        host.board.fold(LaneKey(Grouping.ROLE, 2))
        assert all(line.isascii() for line in screen_text(host))


async def test_a_written_letter_draws_one_line() -> None:
    """Nothing but the draft's own line is drawn while one types."""
    async with showing(shop(500)) as (host, pilot):
        await pilot.press("j", "a")
        text = ""
        for letter in "A title that is longer than its column":
            text += letter
            before = host.board.lines_drawn
            host.board.show_draft(text, len(text))
            assert host.board.lines_drawn - before == 1
        await pilot.press("escape")

        assert not any("column" in line for line in screen_text(host))


async def test_density_is_the_persons_choice() -> None:
    """One line for each card on a large screen, three on a small one."""
    async with showing(shop(90), (80, 24)) as (host, pilot):
        await pilot.press("f8")
        assert host.board.density is Density.ROOMY
        assert screen_text(host)[2].startswith("▌ #1 Photograph ")
        assert screen_text(host)[3].startswith("▌ the spring")
        assert screen_text(host)[4][:19].endswith("AL ")
        await pilot.press("f7")
        assert "#28" in screen_text(host)[3]


@pytest.mark.parametrize("columns", [1, 3, 5, 9])
@pytest.mark.parametrize("size", SIZES)
async def test_no_column_is_too_narrow(size: tuple[int, int], columns: int) -> None:
    """Columns that do not fit are reached by the cursor, instead of all being squeezed in."""
    team = shop(60, min(columns, 5))
    more = range(6, columns + 1)
    further = tuple(Edit("columns", i, None, {"name": f"Step {i}", "position": f"{i:02}1"}) for i in more)
    async with showing(team.apply(Change(further)), size) as (host, pilot):
        widths = [column.size.width for column in host.board._columns]
        assert min(widths) >= 17
        await pilot.press(*["l"] * columns)
        assert host.board.cursor_column == columns
        assert any(line.find("▌") >= 0 for line in screen_text(host))


async def test_an_empty_board_can_wait_for_its_data() -> None:
    """Before the first snapshot it says that it loads, in one line that stays as it is."""
    host = Host(shop(20))
    host.show_at_start = False
    async with host.run_test(size=(80, 24)) as pilot:
        host.board.is_loading = True
        await pilot.pause()
        assert any("Loading…" in line for line in screen_text(host))
        drawn = host.board.lines_drawn
        # What would draw it by itself: a timer, or a frame that is still to come.
        assert not any(widget.auto_refresh for widget in (host.board, *host.board.query("*")))
        await pilot.pause()
        assert host.board.lines_drawn == drawn

        host.board.update(host.team, TODAY)
        await pilot.pause()
        assert not host.board.is_loading
        assert "Ideas" in screen_text(host)[0]


async def test_tags_and_goals_take_only_room_that_is_left() -> None:
    """On a wide column they stand behind the title, on a narrow one the title has the room."""
    team = shop(0).apply(
        Change(
            (Edit("tasks", 1, None, {**card("Shoot the tent", 1, 1, "11"), "tags": ["spring"], "goal": 7}),)
        )
    )
    async with showing(team, (200, 30)) as (host, _):
        assert "#1 Shoot the tent" in screen_text(host)[2]
        assert "◎7 #spring" in screen_text(host)[2]
    async with showing(team, (80, 24)) as (host, _):
        assert screen_text(host)[2].startswith("▌ #1 Shoot the ten")
        assert "spring" not in screen_text(host)[2]


async def test_the_cell_of_a_new_card_is_known_in_every_grouping() -> None:
    """Where lanes are no roles, the role is that of the card under the cursor."""
    async with showing(shop(90)) as (host, pilot):
        await pilot.press("j")
        cell = host.board.cursor_cell
        await pilot.press("f5")

        assert host.board.cursor_cell == cell
        assert host.board.cursor_lane == LaneKey(Grouping.NONE)


def test_messages_are_handled_by_the_boards_name() -> None:
    """Screens write `on_board_view_…` although the messages live in a file of their own."""
    kinds = (BoardView.CursorMoved, BoardView.FoldingChanged, BoardView.SelectionChanged, BoardView.Dropped)
    assert all(kind.handler_name.startswith("on_board_view_") for kind in kinds)
