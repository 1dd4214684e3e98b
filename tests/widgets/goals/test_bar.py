"""The bar of a goal and its sparkline, cell by cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.goals.bar import Part, bar
from widgets.goals.signs import goal_signs
from widgets.goals.spark import spark
from widgets.signs import ASCII, UNICODE, Signs

SHARES = st.none() | st.floats(-1e9, 1e9)


def text(width: int, *shares: float | None, plain: bool = False) -> str:
    """The bar as it is read."""
    return "".join(run for run, _ in bar(width, goal_signs(ASCII if plain else UNICODE), *shares))


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ((0.5,), "█████·····"),
        ((0.55,), "█████▌····"),
        ((None,), "··········"),
        ((0.0,), "··········"),
        ((1.0,), "██████████"),
        ((1.7,), "██████████"),
        ((-0.4,), "··········"),
        ((0.3, 0.6), "███···│···"),
        ((0.8, 0.4), "████│███··"),
        ((0.3, None, 0.8), "███▒▒▒▒▒··"),
        ((0.3, 0.6, 0.8), "███▒▒▒│▒··"),
        ((0.6, None, 0.2), "██▓▓▓▓····"),
        ((0.6, None, -3.0), "▓▓▓▓▓▓····"),
        ((0.3, 1.0, 9.0), "███▒▒▒▒▒▒│"),
        ((0.3, 0.0), "│██·······"),
    ],
)
def test_what_it_shows(shares: tuple[float | None, ...], expected: str) -> None:
    """Done, today's mark, and what the trend will add or take."""
    assert text(10, *shares) == expected


def test_plain_terminals_see_the_same() -> None:
    """In ASCII nothing is told by half a cell."""
    assert text(10, 0.35, 0.6, 0.8, plain=True) == "###===|=.."
    assert text(10, 0.6, None, 0.2, plain=True) == "##%%%%...."


def test_its_parts_can_be_told_apart() -> None:
    """Each run says what it is."""
    assert bar(10, goal_signs(UNICODE), 0.3, 0.6, 0.8) == [
        ("███", Part.DONE),
        ("▒▒▒", Part.AHEAD),
        ("│", Part.TODAY),
        ("▒", Part.AHEAD),
        ("··", Part.REST),
    ]


@given(st.integers(1, 60), SHARES, SHARES, SHARES)
def test_it_is_as_wide_as_asked_for(
    width: int, share: float | None, expected: float | None, due: float | None
) -> None:
    """Whatever the numbers are; and more done is never a shorter bar."""
    assert len(text(width, share, expected, due)) == width
    done = text(width, share).count("█")
    assert text(width, (share or 0) + 0.1).count("█") >= done


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1, 2, 3, 4, 5, 6, 7, 8], "▁▂▃▄▅▆▇█"),
        ([5, 5, 5], "▄▄▄"),
        ([0, 100], "▁█"),
        ([100, 0, 50], "█▁▅"),
        ([9], ""),
        ([], ""),
        (range(100), "▁▂▃▄▅▆▇█"),
    ],
)
def test_a_sparkline_shows_the_newest(values: list[float], expected: str) -> None:
    """Each as high as it is among those shown."""
    assert spark(values, 8, goal_signs(UNICODE).levels) == expected


@pytest.mark.parametrize("signs", [ASCII, UNICODE])
@pytest.mark.parametrize("share", [0.05, 0.3, 0.77, 0.99])
def test_without_a_forecast_nothing_is_ahead(signs: Signs, share: float) -> None:
    """Also where a cell that is begun has no sign of its own."""
    assert Part.AHEAD not in [part for _, part in bar(13, goal_signs(signs), share)]
