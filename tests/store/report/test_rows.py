"""Exports as rows: they come back as they went, and no spreadsheet runs what somebody wrote."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.kpis.listing import kpis
from store.models import CheckIn, Goal, KeyResult, Kpi
from store.report.rows import csv_text, defused, is_table_of, json_text
from store.report.sheets import Sheet, Span, What, sheet
from tests.store.report.shop import NOW, TODAY, shop


def back(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)]


@pytest.mark.parametrize("what", [*What])
def test_each_export_comes_back_as_it_went(what: What) -> None:
    """As many rows, each with all of its cells, as CSV in both forms and as JSON."""
    found = sheet(shop(), what, TODAY)
    assert found.rows
    for excel in (False, True):
        rows = back(csv_text(found, excel=excel), ";" if excel else ",")
        assert len(rows) == len(found.rows)
        assert all(None not in row and None not in row.values() for row in rows)
    plain = json.loads(json_text(found))
    assert [*plain[what.value][0]] == list(found.heads)


def test_kpis_and_readings_have_their_values() -> None:
    """By hand; a spreadsheet of this country gets decimal commas, and days as they sort."""
    team = shop()
    row = back(csv_text(sheet(team, What.KPIS, TODAY)))[0]
    assert (row["name"], row["value"], row["of"], row["state"]) == (
        *("Conversion", "1.9", "2026-11-16"),
        "beyond the limit",
    )
    assert row["change"] == "-0.4", "not -0.3999999999999999"
    november = Span(date(2026, 11, 1), date(2026, 11, 15))
    only = sheet(team, What.READINGS, TODAY, span=november, kpi=kpis(team)[0])
    assert [row["value"] for row in back(csv_text(only, excel=True), ";")] == ["2,5", "2,3"]
    assert csv_text(only).count("\r\n") == 3


def test_the_flow_has_the_lives_of_cards() -> None:
    """In days; with a time only those that were finished in it."""
    team = shop()
    rows = {row["card"]: row for row in back(csv_text(sheet(team, What.FLOW, TODAY)))}
    assert (rows["101"]["cycle_days"], rows["101"]["lead_days"]) == ("2", "5")
    assert (rows["1"]["finished"], rows["1"]["blocked"]) == ("", "no paper\nyet")
    week = sheet(team, What.FLOW, TODAY, span=Span(date(2026, 11, 23), None))
    assert sorted(str(row[0]) for row in week.rows) == ["101", "102", "103", "104"]


def test_adjustments_have_before_and_after() -> None:
    """The medians of what was before and since, and what may be said of them."""
    row = back(csv_text(sheet(shop(), What.ADJUSTMENTS, TODAY)))[0]
    assert (row["median_before"], row["median_after"], row["verdict"]) == ("2.6", "2.3", "too few readings")


def test_what_goals_are_reckoned_to_is_rounded() -> None:
    """A goal that is made of results has their mean; nobody reads sixteen digits."""
    known = {"weight": 1, "baseline": 0, "target": 3, "goal": 9}
    results = [KeyResult.checked({"id": id, "title": f"Part {id}", **known}) for id in (1, 2, 3)]
    said = CheckIn(id=9, goal=9, result=1, day=TODAY, value=1, author="ana", at=NOW)
    goal = Goal.checked({"id": 9, "title": "Three parts", "source": "results", "state": "active"})
    rows = {
        row["number"]: row for row in back(csv_text(sheet(shop(goal, said, *results), What.GOALS, TODAY)))
    }
    assert (rows["9"]["value"], rows["9"]["progress"]) == ("11.11111111", "0.1111")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\r=1", "＝1"])
def test_what_a_spreadsheet_would_run_is_defused(text: str) -> None:
    """By an apostrophe before it; numbers stay numbers."""
    assert defused(text) == f"'{text}"
    found = sheet(shop(Kpi(id=1, name=text, target=-2.0)), What.KPIS, TODAY)
    row = next(row for row in back(csv_text(found)) if row["number"] == "1")
    assert row["name"].startswith("'")
    assert row["target"] == "-2"


@settings(max_examples=25)
@given(st.lists(st.one_of(st.text(max_size=8), st.floats(allow_nan=False)), min_size=1, max_size=5))
def test_any_text_and_number_comes_back(values: list[str | float]) -> None:
    """With the apostrophe, where it got one."""
    heads = tuple(f"h{n}" for n in range(len(values)))
    for excel in (False, True):
        text = csv_text(Sheet(What.KPIS, heads, [tuple(values)]), excel=excel)
        (row,) = back(text, ";" if excel else ",")
        for value, cell in zip(values, row.values(), strict=True):
            if isinstance(value, str):
                assert cell == defused(value)
            else:
                assert float(cell.replace(",", ".")) == value


def test_a_table_is_known_by_its_head() -> None:
    """In both forms, with the mark of UTF-8 or without."""
    found = sheet(shop(), What.GOALS, TODAY)
    for excel in (False, True):
        head = csv_text(found, excel=excel).partition("\n")[0]
        assert is_table_of(head, found)
        assert is_table_of(f"\ufeff{head}", found)
    assert not is_table_of("number,name,mine", found)
