"""Charts: well-formed, told in words, without scripts, and readable without colours."""

from __future__ import annotations

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.charts.flow import bars, cumulative, scatter
from store.charts.line import Band, Mark, chart, pieces
from store.charts.scale import extent, named_days, ticks
from store.charts.small import columns, spark, way
from store.charts.svg import MADE_WITH, Chart

DAY = date(2026, 11, 2)
HOSTILE = "<script>alert(1)</script>\x00\x1b\ufffe\ud800]]>&\"'"
_SVG = "{http://www.w3.org/2000/svg}"


def points(*values: float) -> list[tuple[date, float]]:
    return [(DAY + timedelta(days=7 * n), value) for n, value in enumerate(values)]


def shown(value: float) -> str:
    return f"{value:g} %"


def every(text: str = "x") -> list[Chart]:
    """One of each kind, with a text from somebody in every place where there is one."""
    band = Band(2.0, None, 1.0, None, text)
    weeks = [(DAY + timedelta(days=7 * n), n, 2 * n) for n in range(20)]
    levels = [(DAY + timedelta(days=n), 30 + n, 20 + n, 10 + n) for n in range(30)]
    return [
        chart(
            text, text, points(1, 2, 3), lambda _: text, band=band, marks=[Mark(DAY, text)], before_words=text
        ),
        chart(text, text, [], shown),
        spark(text, text, points(1, 2, 0.5), band),
        spark(text, text, []),
        way(text, text, 1.7, -1),
        bars(text, text, weeks, (text, text)),
        bars(text, text, [], (text, text)),
        scatter(text, text, points(1, 2, 3), [(2.0, text)]),
        cumulative(text, text, levels, (text, text, text)),
        cumulative(text, text, [], (text, text, text)),
    ]


def test_texts_from_people_are_no_markup() -> None:
    """Each drawing is well-formed, has no script, and its title is what was written."""
    for drawn in every(HOSTILE):
        root = ElementTree.fromstring(drawn.svg())
        names = {element.tag.removeprefix(_SVG) for element in root.iter()}
        assert names <= {
            "svg",
            "title",
            "desc",
            "style",
            "rect",
            "text",
            "line",
            "polyline",
            "polygon",
            "circle",
        }
        assert root[0].text is not None
        assert root[0].text.startswith("<script>alert(1)</script>")
        assert root.get("aria-labelledby") == "chart-t chart-d"


def test_a_chart_of_its_own_has_its_looks_in_it() -> None:
    """On a page it has none, and its names are its own there."""
    drawn = every()[0]
    assert MADE_WITH in drawn.svg()
    assert "<style>" in drawn.svg()
    assert "<style>" not in drawn.svg("chart-7", alone=False)
    assert 'id="chart-7-t"' in drawn.svg("chart-7", alone=False)


def test_a_value_is_a_disc_a_square_or_a_triangle() -> None:
    """On target, off it, beyond the limit: told apart without colours."""
    band = Band(2.0, 3.0, 1.0, None)
    assert [band.kind(value) for value in (2.0, 3.0, 1.5, 0.5, 3.5)] == [
        "dot",
        "dot",
        "watch",
        "alarm",
        "alarm",
    ]
    drawn = chart("t", "d", points(2.5, 1.5, 0.5), shown, band=band).body
    assert (drawn.count("<circle"), drawn.count('class="c-watch"'), drawn.count('class="c-alarm"')) == (
        1,
        1,
        1,
    )
    assert (drawn.count('class="c-target"'), drawn.count('class="c-limit"')) == (2, 1)


def test_what_was_changed_has_a_letter() -> None:
    """It stands at its day, and below in words; what was changed at another time is left out."""
    marks = [Mark(DAY + timedelta(days=8), "Later"), Mark(DAY, "First"), Mark(date(2020, 1, 1), "Long ago")]
    drawn = chart("t", "d", points(1, 2, 3), shown, marks=marks)
    assert ">A  2026-11-02  First<" in drawn.body
    assert ">B  2026-11-10  Later<" in drawn.body
    assert "Long ago" not in drawn.body
    assert drawn.height > chart("t", "d", points(1, 2, 3), shown).height


def test_one_value_alone_can_be_seen() -> None:
    """A line through one point is nothing; also in the comparison with the time before."""
    found = points(1, 2, 3)
    drawn = chart("x", "x", found, shown, before=found[1:2], before_words="last year").svg()
    assert drawn.count('class="c-before"') == 1
    assert "<circle" in drawn.split('class="c-before"')[0].rpartition(">")[2]
    assert "polyline" not in chart("x", "x", points(5), shown).svg()


def test_a_line_is_broken_where_values_are_missing() -> None:
    """Where more days than are said lie between two."""
    found = [(DAY, 1.0), (DAY + timedelta(days=7), 2.0), (DAY + timedelta(days=40), 3.0)]
    assert [len(piece) for piece in pieces(found, 14)] == [2, 1]
    assert [len(piece) for piece in pieces(found, 0)] == [3]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 7, [0, 2, 4, 6, 8]),
        (1.9, 2.7, [1.8, 2.0, 2.2, 2.4, 2.6, 2.8]),
        (-30, 40, [-40, -20, 0, 20, 40]),
        (3, 3, [3, 4]),
    ],
)
def test_round_numbers_stand_beside_a_chart(low: float, high: float, expected: list[float]) -> None:
    """From below the least to above the greatest value."""
    assert ticks(low, high) == pytest.approx(expected)


def test_the_same_value_again_and_again_has_room() -> None:
    """Also where it is nought."""
    assert extent([5, 5]) == (4.5, 5.5)
    assert extent([0, 0], from_nought=True) == (0, 1)
    assert extent([]) == (0.0, 1.0)
    assert extent([float("nan"), 2, float("inf")]) == (1.8, 2.2)


def test_days_stand_below_a_chart() -> None:
    """Days, Mondays or months, and never more than there is room for."""
    assert [name for _, name in named_days(DAY, DAY + timedelta(days=3))] == [
        "2 Nov",
        "3 Nov",
        "4 Nov",
        "5 Nov",
    ]
    assert [name for _, name in named_days(DAY, DAY + timedelta(days=20))] == ["2 Nov", "9 Nov", "16 Nov"]
    months = [name for _, name in named_days(date(2026, 8, 15), date(2027, 2, 2))]
    assert months == ["Sep 2026", "Oct", "Nov", "Dec", "Jan 2027", "Feb"]


@settings(max_examples=60)
@given(st.dates(date(1971, 1, 1), date(2100, 1, 1)), st.integers(0, 9000))
def test_there_are_few_names_below_any_chart(first: date, days: int) -> None:
    """However long the time is, and all of them are in it."""
    last = first + timedelta(days=days)
    found = named_days(first, last)
    assert len(found) <= 9
    assert all(first <= day <= last for day, _ in found)


@settings(max_examples=60)
@given(st.lists(st.floats(-1e15, 1e15), min_size=1, max_size=6), st.one_of(st.none(), st.floats(-1e15, 1e15)))
def test_any_values_can_be_drawn(values: list[float], target: float | None) -> None:
    """And the drawing is well-formed."""
    for drawn in (
        chart("t", "d", points(*values), shown, band=Band(target)),
        spark("t", "d", points(*values)),
    ):
        ElementTree.fromstring(drawn.svg())
    assert len(columns(points(*values))) in (0, len(values))
