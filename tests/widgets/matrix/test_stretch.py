"""What of a matrix is in view."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from widgets.matrix.stretch import Stretch


@settings(max_examples=50)
@given(st.lists(st.tuples(st.integers(0, 99), st.integers(1, 30)), max_size=8), st.integers(1, 100))
def test_the_cursor_is_always_in_view(steps: list[tuple[int, int]], total: int) -> None:
    """Wherever it goes and however much room there is; and no room is left empty that could be filled."""
    stretch = Stretch()
    for at, room in steps:
        stretch = stretch.following(min(at, total - 1), room, total)

        assert min(at, total - 1) in stretch.shown
        assert len(stretch.shown) == min(room, total)


def test_it_scrolls_only_at_the_edge_and_then_by_a_part() -> None:
    """So that most keys scroll nothing; two beyond the cursor stay in view."""
    stretch = Stretch().following(0, 20, 100)
    firsts = []
    for at in range(30):
        stretch = stretch.following(at, 20, 100)
        firsts.append(stretch.first)

    assert firsts[:18] == [0] * 18
    assert firsts[18:24] == [6] * 6
    assert len(set(firsts)) == 3
    assert stretch.following(29, 20, 100) == stretch
