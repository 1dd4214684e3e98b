"""Values of KPIs as people type them."""

from __future__ import annotations

import pytest

from store.errors import Refused
from store.models import Kpi
from store.rules.readings import read_value


def kpi(unit: str = "EUR") -> Kpi:
    return Kpi(id=1, name="Revenue", unit=unit)


@pytest.mark.parametrize(
    ("typed", "whole", "small"),
    [
        ("1.240", "1240", "1.2400"),
        ("1,240", "1240", "1,2400"),
        ("€ 1.240", "1240", "1.2400"),
        ("12.345 eur", "12345", "12.3450"),
        ("-1.240", "-1240", "-1.2400"),
    ],
)
def test_a_number_that_can_be_two_is_not_guessed(typed: str, whole: str, small: str) -> None:
    """The refusal says both, and how each is written so that it can be read."""
    with pytest.raises(Refused, match="can be") as refused:
        read_value(kpi(), typed)
    assert str(refused.value).endswith(f"thousandths; write {whole}, or {small}.")
    assert read_value(kpi(), whole) == pytest.approx(1000 * read_value(kpi(), small))


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0,025", 0.025),
        ("1.240,5", 1240.5),
        ("1,240.5 €", 1240.5),
        ("1.240.000", 1240000),
        ("1 240", 1240),
        ("2.5", 2.5),
        ("1240.125", 1240.125),
        ("−3 EUR", -3),
    ],
)
def test_what_can_be_read_in_one_way_is(typed: str, value: float) -> None:
    """Nothing before the mark but a nought, other digits than three, or both marks."""
    assert read_value(kpi(), typed) == pytest.approx(value)


@pytest.mark.parametrize(
    ("typed", "unit", "said"),
    [
        ("2.5 EUR", "%", "“EUR” does not fit: “Revenue” is in %; write the number alone."),
        ("$ 5", "EUR", "“$” does not fit: “Revenue” is in EUR; write the number alone."),
        ("5 %", "", "“%” does not fit: “Revenue” has no unit; write the number alone."),
        ("five", "%", "For “Revenue”: “five” is not a number; write it like 1240, 6.5 or -3."),
        ("1,2,3", "%", "For “Revenue”: “1,2,3” is not a number; write it like 1240, 6.5 or -3."),
    ],
)
def test_another_unit_is_told_from_no_number(typed: str, unit: str, said: str) -> None:
    """What is wrong is named."""
    with pytest.raises(Refused) as refused:
        read_value(kpi(unit), typed)
    assert str(refused.value) == said
