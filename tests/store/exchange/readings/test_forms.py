"""Numbers and dates in every form come back as they were; what can be read in two ways is not guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.exchange.readings.dates import Order, span
from store.exchange.readings.numbers import Decimal, amount, says_nothing
from store.models import Cadence
from tests.store.exchange.readings.shop import read, said

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
GERMAN = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober"),
    *("November", "Dezember"),
)
ENGLISH = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)


@given(
    cents=st.integers(-(10**11), 10**11),
    decimal=st.sampled_from(Decimal),
    group=st.sampled_from(["other", "", " ", "\u00a0", "\u202f", "\u2009", "'", "’"]),
    sign=st.sampled_from(["{}", "€ {}", "{} €", "{}\u00a0EUR", "EUR {}", "{}€"]),
    minus=st.sampled_from(["-{}", "−{}", "- {}", "{}-", "({})", "–{}"]),
    is_outside=st.booleans(),
)
def test_a_number_comes_back(
    cents: int, decimal: Decimal, group: str, sign: str, minus: str, is_outside: bool
) -> None:
    """Whatever its marks, its currency and its minus, and on whichever side of each other they stand."""
    between = ({".", ","} - {str(decimal)}).pop() if group == "other" else group
    written = f"{abs(cents) // 100:,}".replace(",", between) + f"{decimal}{abs(cents) % 100:02d}"
    for form in (sign, minus) if is_outside else (minus, sign):
        written = form.format(written) if form is not minus or cents < 0 else written
    found = amount(written, decimal)

    assert found is not None
    assert found.value == cents / 100
    assert found.sign == ("EUR" if sign != "{}" else "")


@settings(max_examples=50)
@given(st.text(max_size=30), st.sampled_from(Decimal))
def test_any_text_is_a_number_or_none(text: str, decimal: Decimal) -> None:
    found = amount(text, decimal, "h")

    assert found is None or abs(found.value) <= 1e15


@pytest.mark.parametrize(
    "text", ["1.2.3", "1,23,456", "12 34", "1-2", "--5", "(-5)", "0x1", "١", "1e999", "5 Stk", "€ $ 5"]
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert [amount(text, decimal) for decimal in Decimal] == [None, None]


@pytest.mark.parametrize("text", ["", " ", "-", "–", "n/a", "N/A", "k. A.", "null", "#NV", "\u00a0"])
def test_no_value_is_known(text: str) -> None:
    assert says_nothing(text)


@given(DAYS)
def test_a_day_comes_back(day: date) -> None:
    """ISO, German, English in words; between slashes in the order that was told."""
    german, english = GERMAN[day.month - 1], ENGLISH[day.month - 1]
    forms = [
        *(f"{day}", f"{day}T00:00:00+01:00", f"{day:%Y/%m/%d}", f"{day:%Y%m%d}"),
        *(f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day:%y}", f"{day.day}. {german} {day.year}"),
        *(f"{english} {day.day}, {day.year}", f"{day.day} {english[:3]} {day.year}", f"{day:%a, %d.%m.%Y}"),
    ]
    for order in Order:
        assert {span(form, order) for form in forms} == {span(day.isoformat(), order)}
    said = span(f"{day:%d/%m/%Y}", Order.DMY), span(f"{day:%m/%d/%y}", Order.MDY)
    assert [one.first if one else None for one in said] == [day, day]


@given(DAYS)
def test_weeks_months_and_quarters_come_back(day: date) -> None:
    year, week, _ = day.isocalendar()
    german, english, quarter = GERMAN[day.month - 1], ENGLISH[day.month - 1], (day.month + 2) // 3
    forms = {
        Cadence.WEEK: [f"{year}-W{week:02d}", f"KW {week}/{year}", f"KW{week} {year}", f"{week}. KW {year}"],
        Cadence.MONTH: [f"{day:%Y-%m}", f"{english[:3]} {day.year}", f"{german} {day.year}", f"{day:%m/%Y}"],
        Cadence.QUARTER: [
            f"Q{quarter} {day.year}",
            f"{day.year}-Q{quarter}",
            f"{quarter}. Quartal {day.year}",
        ],
    }
    for length, written in forms.items():
        [found] = {span(form, Order.DMY) for form in written}
        assert found is not None
        assert found.length is length
        assert found.first <= day


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert {type(span(text, order)).__name__ for order in Order} <= {"Span", "NoneType"}


def test_the_whole_column_tells_the_order_of_dates() -> None:
    """One day above 12 is enough; without any it is asked, unless both ways come to the same."""
    assert said(read("Date,Orders\n02/11/2026,1\n13/11/2026,2\n"))[0] == ("Orders", "2026-11-02", 1.0)
    assert said(read("Date,Orders\n11/02/2026,1\n11/13/2026,2\n"))[0] == ("Orders", "2026-11-02", 1.0)
    open_ = read("Date,Orders\n02/11/2026,1\n03/11/2026,2\n")
    assert open_.questions == (
        "“02/11/2026” on line 2 can be 2 Nov 2026 or 11 Feb 2026; say --dates dmy or --dates mdy.",
    )
    told = read("Date,Orders\n02/11/2026,1\n03/11/2026,2\n", dates=Order.MDY)
    assert [day for _, day, _ in said(told)] == ["2026-02-11", "2026-03-11"]
    assert read("Date,Orders\n11/11/2026,1\n").is_clear
    [question] = read("Date,Orders\n13/11/2026,1\n11/13/2026,2\n").questions
    assert "line 2 and “11/13/2026” on line 3: dates stand in two orders" in question


def test_the_whole_column_tells_the_decimal_mark() -> None:
    """What only one way fits decides, else the other columns of the file; else it is asked."""
    assert said(read("Date;Orders\n2026-11-02;1.234\n2026-11-03;1.234.567\n"))[0][2] == 1234
    assert said(read("Date;Orders\n2026-11-02;1.234\n2026-11-03;2.5\n"))[0][2] == 1.234
    assert [v for _, _, v in said(read("Date;Orders;Umsatz\n2026-11-02;1.234;12.345,67\n"))] == [
        1234,
        12345.67,
    ]
    [question] = read("Date;Orders\n2026-11-02;1.234\n").questions
    assert question == "“1.234” in “Orders” on line 2 can be 1234 or 1.234; say --decimal , or --decimal ."
    assert said(read("Date;Orders\n2026-11-02;1.234\n", decimal=Decimal.COMMA))[0][2] == 1234
    [question] = read("Date;Orders\n2026-11-02;1,5\n2026-11-03;1.5\n").questions
    assert "decimal marks differ" in question
