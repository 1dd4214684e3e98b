"""Lines, lanes and scrolling."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from widgets.board.layout import Density, columns_that_fit, lay_out, lines_per_card

lanes = st.lists(st.integers(0, 400), min_size=1, max_size=20)
viewports = st.integers(4, 90)
card_heights = st.sampled_from([1, 2, 3])


def test_lanes_that_fit_are_as_high_as_their_fullest_cell() -> None:
    """Where there is room, no cell is cut and an empty lane keeps one line."""
    assert lay_out([2, 0, 4], viewport=40, card=1).heights == (2, 1, 4)


def test_a_full_lane_is_cut_to_about_a_third() -> None:
    """Three full lanes share the screen."""
    assert all(12 <= height <= 13 for height in lay_out([500, 500, 500], viewport=40, card=1).heights)


def test_a_cut_lane_takes_the_room_that_others_leave() -> None:
    """One full lane among nearly empty ones is not cut to a third."""
    layout = lay_out([1, 500, 1], viewport=40, card=1)

    assert layout.total == 40
    assert layout.heights[1] == 35


def test_one_lane_has_the_whole_screen() -> None:
    """A lane that is shown alone fills the viewport, be it empty or full."""
    assert lay_out([0], 23, 1).heights == lay_out([9000], 23, 1).heights == (22,)


def test_a_cut_cell_keeps_a_line_for_its_mark() -> None:
    """A cell that is cut shows whole cards and has at least a line left."""
    layout = lay_out([100, 100, 100], viewport=40, card=3)

    assert layout.capacity(0, 100) * 3 < layout.heights[0]


@given(lanes, viewports, card_heights)
def test_every_line_belongs_to_its_lane(most: list[int], viewport: int, card: int) -> None:
    """`lane_at` is the inverse of the lanes' tops."""
    layout = lay_out(most, viewport, card)

    for lane, (top, height) in enumerate(zip(layout.tops, layout.heights, strict=True)):
        assert layout.lane_at(top) == layout.lane_at(top + height) == lane


@given(lanes, viewports, card_heights, st.data())
def test_the_cursor_is_always_in_view(most: list[int], viewport: int, card: int, data: st.DataObject) -> None:
    """Whatever was scrolled before, revealing a card shows its first line, and all of it if it fits."""
    layout = lay_out(most, viewport, card)
    lane = data.draw(st.integers(0, len(most) - 1))
    count = data.draw(st.integers(0, most[lane]))
    row = data.draw(st.integers(0, max(0, count - 1)))
    first = layout.scrolled(lane, count, data.draw(st.integers(0, 500)), row)
    assert first <= row <= first + max(0, layout.capacity(lane, count) - 1)

    line = layout.tops[lane] + 1 + (row - first) * card
    top = layout.revealed(layout.clamped(data.draw(st.integers(0, 500))), lane, line, card)

    assert 0 <= top <= max(0, layout.total - viewport)
    assert top <= line
    assert line + min(card, layout.heights[lane]) <= top + viewport


def test_four_columns_fit_on_80_cells() -> None:
    """Eighty cells show four columns, two hundred all of five."""
    assert (columns_that_fit(80, 5), columns_that_fit(200, 5), columns_that_fit(10, 5)) == (4, 5, 1)


def test_cards_have_three_lines_only_where_there_is_room() -> None:
    """A narrow column or a low screen shows one line for each card."""
    assert (lines_per_card(26, 35), lines_per_card(25, 50), lines_per_card(40, 34)) == (3, 1, 1)


def test_where_a_title_needs_no_second_line_a_card_has_two() -> None:
    """A wide column has half as many cards more in view; who wants three lines for each gets them."""
    assert (lines_per_card(49, 80), lines_per_card(50, 80), lines_per_card(50, 34)) == (3, 2, 1)
    assert lines_per_card(60, 80, Density.ROOMY) == 3
