"""Levels, bars and charts as they are drawn, with and without Unicode."""

from __future__ import annotations

from datetime import date

import pytest

from store.skills.levels import Level
from store.skills.money import Account
from widgets.signs import ASCII, UNICODE, Signs
from widgets.training.chart import Bar, columns, has_numbers
from widgets.training.level import level_cell
from widgets.training.money import bars
from widgets.training.signs import training_signs

TODAY = date(2026, 11, 23)


def level(at: int, *, confirmed: bool = True, expires: date | None = None) -> Level:
    """A level, said today."""
    return Level(at, 1, TODAY, expires, confirmed)


@pytest.mark.parametrize(
    ("known", "target", "shown"),
    [
        (None, 0, "/"),
        (None, 2, "–/2/-/2"),
        (level(2), 3, "2/3✓/2/3+"),
        (level(3, confirmed=False), 3, "3=?/3=?"),
        (level(4), 3, "4▴✓/4^+"),
        (level(1), 0, "1 ✓/1 +"),
        (level(3, expires=date(2026, 11, 22)), 3, "3=!/3=!"),
    ],
)
def test_a_level_says_whether_it_is_enough_and_confirmed_without_colour(
    known: Level | None, target: int, shown: str
) -> None:
    """In Unicode and in ASCII."""
    cells = (level_cell(known, target, TODAY, training_signs(signs)) for signs in (UNICODE, ASCII))

    assert "/".join(f"{cell.text}{cell.sign}" for cell in cells) == shown


def account(spent: float, planned: float, budget: float | None) -> Account:
    """A department's year."""
    return Account("Sales", 2026, budget, planned, spent, 0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (account(250, 250, 1000), "#####=====..........  250 paid 25% - 250 planned 25% - 500 EUR left"),
        (account(900, 300, 1000), "##################=>  900 paid 90% - 300 planned 30% - ! 200 too much"),
        (account(50, 0, None), "####################  50 paid - 0 planned - no budget"),
        (account(0, 0, 100), "....................  0 paid 0% - 0 planned 0% - 100 EUR left"),
    ],
)
def test_a_budget_is_a_bar_with_its_numbers(one: Account, said: str) -> None:
    """What is paid, planned and left, and what is too much."""
    width = len(said) + len("Sales  ")

    assert bars([one], "EUR", 3, width, ASCII, training_signs(ASCII)).plain == f"Sales  {said}"


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (53, "Sales  ##=======  250 paid - 750 planned - 0 EUR left"),
        (42, "Sales  ##======  250 paid - 750 planned -~"),
    ],
)
def test_where_there_is_little_room_shares_go_first(width: int, said: str) -> None:
    """Then the end of the line; no line is broken."""
    shown = bars([account(250, 750, 1000)], "EUR", 3, width, ASCII, training_signs(ASCII)).plain
    assert (shown, len(shown) <= width) == (said, True)


def test_of_many_departments_a_few_are_shown() -> None:
    """The first ones."""
    assert (
        len(bars([account(1, 1, 9)] * 5, "EUR", 3, 80, UNICODE, training_signs(UNICODE)).plain.split("\n"))
        == 3
    )


def draw(values: list[float | None], width: int, height: int, signs: Signs) -> list[str]:
    """A chart of some months."""
    months = ("Aug", "Sep", "Oct", "Nov")
    return columns(
        [Bar(*each) for each in zip(months, values, strict=True)], width, height, signs, "{:g}".format
    )


def test_columns_are_as_high_as_their_values_with_the_number_above() -> None:
    """In ASCII with rows of one sign; nothing is known of August."""
    assert draw([None, 1, 2, 4], 18, 7, ASCII) == [
        "4|             4",
        " |            ###",
        " |         2  ###",
        " |     1  ### ###",
        "0| ?  ### ### ###",
        " +----------------",
        "  Aug Sep Oct Nov",
    ]
    assert draw([None, 1, 2, 4], 18, 7, UNICODE)[3:5] == [" │     1  ███ ███", "0│ ·  ███ ███ ███"]


def test_numbers_that_find_no_room_are_known_of() -> None:
    """Twelve columns of three cells have none for 1.8."""
    months = [Bar("Nov", 1.8)] * 12
    assert has_numbers(months, 80, "{:.1f}".format, 4.0)
    assert not has_numbers(months, 44, "{:.1f}".format, 4.0)


def test_a_chart_shows_what_there_is_room_for() -> None:
    """Fewer labels, then the last months only; nothing where nobody could read it."""
    assert draw([1, 2, 3, 4], 11, 5, ASCII)[-1] == "    Sep Nov"
    assert draw([1, 2, 3, 4], 6, 5, ASCII)[-2] == " +----"
    assert draw([1, 2, 3, 4], 80, 4, ASCII) == []
    assert draw([None, None, None, None], 80, 9, ASCII) == []
    assert draw([1, 2, 3, 4], 3, 9, ASCII) == []
