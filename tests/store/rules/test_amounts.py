"""Numbers as people write them."""

from __future__ import annotations

from contextlib import suppress
from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import Refused
from store.goals.saying import amount as said
from store.rules.amounts import amount


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1240", 1240),
        ("1,240", 1240),
        ("1,240,000", 1240000),
        ("1 240", 1240),
        ("1'240", 1240),
        ("1.240,5", 1240.5),
        ("1,240.5", 1240.5),
        ("1.240.000", 1240000),
        ("1.240", 1.24),
        ("6,5", 6.5),
        ("0,125", 0.125),
        ("-0,125", -0.125),
        ("6.5", 6.5),
        ("12,40", 12.4),
        (",5", 0.5),
        ("-3", -3),
        ("−3", -3),
        ("+3", 3),
        ("  7 ", 7),
        ("1e3", 1000),
    ],
)
def test_what_is_meant(text: str, number: float) -> None:
    """With commas or dots, blanks or apostrophes between thousands."""
    assert amount(text) == pytest.approx(number)


@pytest.mark.parametrize(("text", "unit"), [("65 %", "%"), ("65%", "%"), ("65 eur", "EUR"), ("65", "orders")])
def test_its_unit_may_stand_behind_it(text: str, unit: str) -> None:
    """In small letters or large ones."""
    assert amount(text, unit) == 65


@pytest.mark.parametrize(
    "text", ["", "x", "nan", "inf", "1e999", "1,2,3", "12 EUR", "1 2", "٣", "1_000", "--3", "0x1f"]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    """With how to write one."""
    with pytest.raises(Refused, match=r"is not a number; write it like 1240, 6\.5 or -3\."):
        amount(text)


@given(st.integers(-(10**9), 10**9), st.sampled_from(["", "%", "EUR", "parcels"]))
def test_what_tagwerk_writes_it_reads(number: int, unit: str) -> None:
    """A value that was copied from the screen is the same when it is typed."""
    assert amount(said(number, unit), unit) == number


@given(st.text())
def test_any_text_is_a_number_or_refused(text: str) -> None:
    """Nothing else can come of it."""
    with suppress(Refused):
        assert isfinite(amount(text))
