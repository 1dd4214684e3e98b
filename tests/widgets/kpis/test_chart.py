"""The chart of a KPI, as text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from store.kpis.picture import Asked, earlier, picture
from store.models import Adjustment, Cadence, Combine, Direction, Kpi
from widgets.kpis.chart import chart, legend
from widgets.signs import ASCII, UNICODE, Signs

TODAY = date(2026, 11, 23)
FELL = Kpi(id=1, name="Conversion", unit="%", target=2.5, limit=2.0, decimals=1)
VALUES = tuple(
    (TODAY - timedelta(days=7 * back), value)
    for back, value in zip(range(9, 0, -1), (2.6, 2.4, 2.2, 2.1, 2.0, 2.3, 2.4, 2.6, 2.7), strict=True)
)
MADE = Adjustment(id=1, title="A shorter checkout", made_on=date(2026, 10, 28), review_on=TODAY)


def drawn(kpi: Kpi, asked: Asked, signs: Signs = UNICODE, width: int = 40, height: int = 11) -> list[str]:
    """The chart's lines."""
    of = picture(kpi, VALUES, [MADE], asked, TODAY)
    return ["".join(text for text, _ in runs).rstrip() for runs in chart(of, width, height, signs)]


def test_a_chart_shows_values_target_limit_and_what_was_changed() -> None:
    """The way from value to value has no gaps; the adjustment stands at its week."""
    assert drawn(FELL, Asked(Cadence.WEEK, 10)) == EXPECTED.splitlines()[1:]


def test_a_chart_has_a_form_in_plain_ascii() -> None:
    """Nothing but ASCII is drawn, and no two kinds of things have one sign."""
    lines = drawn(FELL, Asked(Cadence.WEEK, 10), ASCII)
    assert all(line.isascii() for line in lines)
    assert lines[-1].endswith(" 23 Nov")
    signs = [part[0] for part in legend(picture(FELL, VALUES, [], Asked(Cadence.WEEK, 10), TODAY), ASCII)]
    assert len(signs) == len(set(signs)) == 3


def test_a_band_is_filled_between_its_ends() -> None:
    """What should stay within has signs between its two targets."""
    band = replace(FELL, direction=Direction.WITHIN, target=2.2, target_high=2.5, limit=None)
    lines = drawn(band, Asked(Cadence.WEEK, 10))
    assert sum("····" in line for line in lines[:-2]) == 2
    assert sum("────" in line for line in lines[:-2]) == 2


def test_sums_of_months_are_not_measured_by_the_target_of_a_week() -> None:
    """The legend says so, and no line is drawn."""
    added = replace(FELL, combine=Combine.SUM)
    of = picture(added, VALUES, [], Asked(Cadence.MONTH, 4), TODAY)
    assert legend(of, UNICODE)[-1] == "its target is for one week"
    assert not any("─" in line for line in drawn(added, Asked(Cadence.MONTH, 4))[:-2])


def test_without_room_or_values_there_is_no_chart() -> None:
    """It is empty then, and never a line too wide."""
    assert drawn(FELL, Asked(Cadence.WEEK, 10), width=20) == []
    assert drawn(FELL, Asked(Cadence.WEEK, 10), height=6) == []
    assert chart(picture(FELL, (), [], Asked(Cadence.WEEK, 10), TODAY), 80, 24, UNICODE) == []
    assert max(map(len, drawn(FELL, Asked(Cadence.WEEK, 400), width=61))) <= 61


def test_periods_are_counted_backwards_across_years() -> None:
    """A month before January is December; the first year is where it ends."""
    assert earlier(date(2026, 1, 31), Cadence.MONTH, 1) == date(2025, 12, 1)
    assert earlier(date(2026, 2, 3), Cadence.QUARTER, 5) == date(2024, 10, 1)
    assert earlier(date(2026, 11, 25), Cadence.WEEK, 1) == date(2026, 11, 16)
    assert earlier(date(3, 1, 1), Cadence.MONTH, 400).year == 1


def test_means_and_the_year_before_belong_to_the_same_days() -> None:
    """The first mean in view knows the values before it; a year before, 364 days, are means, too."""
    old = tuple((day - timedelta(days=364), value - 1) for day, value in VALUES)
    of = picture(FELL, (*old, *VALUES), [], Asked(Cadence.WEEK, 3, back=1, compares=True, width=4), TODAY)
    assert [day for day, _ in of.values] == [date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16)]
    assert [round(value, 2) for _, value in of.past] == [1.2, 1.32, 1.5]
    assert [round(value, 3) for _, value in of.means] == [2.2, 2.325, 2.5]


EXPECTED = """
                         A
2.7 % │                  ┊        •●
      │●•                ┊     •●•
2.5 % │──•───────────────┊────•─────────
      │   •●             ┊ •●•
2.4 % │     ••           ●•
      │       ●••      ••┊
      │          •●•  •  ┊
2.0 % │╌╌╌╌╌╌╌╌╌╌╌╌╌•●╌╌╌┊╌╌╌╌╌╌╌╌╌╌╌╌╌╌
      └─────────────────────────────────
       21 Sep     19 Oct  2 Nov   23 Nov"""
