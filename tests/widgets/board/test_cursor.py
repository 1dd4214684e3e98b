"""The cursor's moves, without a terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.index import Cards, Cell
from widgets.board import cursor
from widgets.board.grid import Grid, Place


def grid(*lanes: tuple[int, ...]) -> Grid:
    """A grid with so many cards in each cell, lane by lane."""
    cells: dict[Cell, Cards] = {}
    for lane, counts in enumerate(lanes, 1):
        for column, count in enumerate(counts, 1):
            start = lane * 10_000 + column * 1000
            cells[column, lane] = tuple((f"{row:04}1", start + row) for row in range(count))
    return Grid(tuple(range(1, len(lanes[0]) + 1)), tuple(range(1, len(lanes) + 1)), cells)


def test_sideways_stays_level_with_the_cursor() -> None:
    """The card beside is the one on the same line of the screen, however far the cells are scrolled."""
    found = cursor.sideways(grid((9, 9)), Place(0, 0, 5), 1, {(1, 1): 3, (2, 1): 0}, wish=2)

    assert found == Place(1, 0, 2)


def test_sideways_into_a_shorter_cell_takes_its_last_card() -> None:
    """The nearest row is taken where there is none on the same line."""
    assert cursor.sideways(grid((9, 2)), Place(0, 0, 5), 1, {}, wish=5) == Place(1, 0, 1)


def test_sideways_into_an_empty_cell_stays_there() -> None:
    """An empty cell can hold the cursor, so that a card can be added."""
    assert cursor.sideways(grid((9, 0)), Place(0, 0, 5), 1, {}, wish=5) == Place(1, 0, 0)


def test_down_from_the_last_card_enters_the_next_lane() -> None:
    """Lanes are crossed at a cell's end, empty ones too."""
    board = grid((2,), (0,), (1,))

    assert cursor.vertical(board, Place(0, 0, 1), 1) == Place(0, 1, 0)
    assert cursor.vertical(board, Place(0, 1, 0), 1) == Place(0, 2, 0)
    assert cursor.vertical(board, Place(0, 2, 0), 1) == Place(0, 2, 0)


def test_up_enters_the_lane_above_at_its_end() -> None:
    """Up from the first card is the last card of the lane above."""
    assert cursor.vertical(grid((4,), (2,)), Place(0, 1, 0), -1) == Place(0, 0, 3)


def test_a_page_stops_at_the_cells_edge_first() -> None:
    """A page that reaches beyond the cell ends at its last card, the next one in the next lane."""
    board = grid((9,), (9,))

    assert cursor.vertical(board, Place(0, 0, 5), 6) == Place(0, 0, 8)
    assert cursor.vertical(board, Place(0, 0, 8), 6) == Place(0, 1, 0)


def test_home_twice_is_the_top_of_the_column() -> None:
    """The first press goes to the first card of the cell, the second to that of the column."""
    board = grid((3,), (3,))

    assert cursor.edge(board, Place(0, 1, 2), down=False) == Place(0, 1, 0)
    assert cursor.edge(board, Place(0, 1, 0), down=False) == Place(0, 0, 0)


def test_nearest_prefers_the_same_lane() -> None:
    """After a filter the cursor goes to a card of its lane before it leaves it."""
    assert cursor.nearest(grid((0, 5), (0, 0), (0, 0)), Place(0, 0)) == Place(1, 0)
    assert cursor.nearest(grid((0, 0), (1, 0)), Place(1, 0)) == Place(0, 1)


counts = st.lists(st.lists(st.integers(0, 4), min_size=3, max_size=3).map(tuple), min_size=1, max_size=5)
steps = st.lists(st.sampled_from("hjklHEpP"), max_size=60)


@given(counts, steps)
def test_no_walk_leaves_the_board(cells: list[tuple[int, ...]], walk: list[str]) -> None:
    """Whatever is pressed, the cursor is on a card, or at the top of an empty cell."""
    board, place = grid(*cells), Place(0, 0)
    for key in walk:
        if key in "hl":
            place = cursor.sideways(board, place, 1 if key == "l" else -1, {}, place.row)
        elif key in "jkpP":
            place = cursor.vertical(board, place, {"j": 1, "k": -1, "p": 3, "P": -3}[key])
        else:
            place = cursor.edge(board, place, key == "E")
        assert 0 <= place.row < max(1, board.count(place))


@given(counts)
def test_holding_down_visits_every_card_of_a_column(cells: list[tuple[int, ...]]) -> None:
    """Down from the top passes each card of the column once, in order."""
    board, place, seen = grid(*cells), Place(1, 0), []
    for _ in range(40):
        seen.append(board.task(place))
        if cursor.vertical(board, place, 1) == place:
            break
        place = cursor.vertical(board, place, 1)

    assert [id for id in seen if id] == [
        id for (c, _), cards in board.cells.items() if c == 2 for _, id in cards
    ]
