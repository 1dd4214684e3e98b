"""What a file is to the team, and files that nobody should have to fear."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.errors import NotFound, Refused
from store.exchange.readings import State
from store.models import Cadence, Intake, Kpi, Reading
from tests.builders import NOW
from tests.store.exchange.readings.shop import read, said, shop

WIDE = "Date,Orders\n2026-11-16,40\n2026-11-17,38\n2026-11-18,44\n"


def known(id: int, day: str, value: float) -> Reading:
    fields = {"id": id, "kpi": 2, "day": day, "value": value, "author": "ben", "at": NOW}
    return Reading.checked(fields)


def test_new_values_corrections_and_known_ones_are_told_apart() -> None:
    """Only what is not known is written, all of it in one change with the file's checksum."""
    team = shop(known(1, "2026-11-16", 40), known(2, "2026-11-17", 37))
    plan = read(WIDE, team)

    assert [(one.state, one.before) for one in plan.entries] == [
        (State.KNOWN, 40),
        (State.CORRECTION, 37),
        (State.NEW, None),
    ]
    change = plan.change(team, "ana", NOW)
    assert [edit.table for edit in change.edits] == ["readings", "readings", "intakes"]
    assert change.edits[-1].after is not None
    assert change.edits[-1].after["checksum"] == plan.checksum


def test_what_is_known_in_a_week_is_not_written_again() -> None:
    """The reading is of a Wednesday, and the KPI is watched by week."""
    fields = {"id": 1, "kpi": 5, "day": "2026-11-18", "value": 8.4, "author": "ben", "at": NOW}
    team = shop(Reading.checked(fields))
    plan = read("Woche;Retourenquote\nKW 47/2026;8,4 %\n", team)

    assert [one.state for one in plan.entries] == [State.KNOWN]
    assert [edit.table for edit in plan.change(team, "ana", NOW).edits] == ["intakes"]


def test_a_file_is_read_once() -> None:
    plan = read(WIDE)
    fields = {"id": 1, "name": "old.csv", "checksum": plan.checksum, "at": NOW, "by": "ben", "readings": 3}
    team = shop(Intake.checked(fields))

    with pytest.raises(Refused, match="was read already, by Ben Okafor on 23 Nov 2026 as “old"):
        plan.change(team, "ana", NOW)


def test_names_match_in_any_case_and_spelling() -> None:
    """Accents and umlauts count for nothing; what is only similar is named and not taken."""
    plan = read("DATUM;auftraege;UMSÄTZE;Umsatz [EUR]\n16.11.2026;4;9;7\n")

    assert said(plan) == [("Orders", "2026-11-16", 4.0), ("Revenue", "2026-11-16", 7.0)]
    assert "“UMSÄTZE” is almost “Revenue”; it is not taken for it." in plan.left_out


def test_two_columns_need_the_name_of_the_kpi() -> None:
    """With it, also a file without a header is understood."""
    assert said(read("Tag;Anzahl\n16.11.2026;4\n", kpi="orders")) == [("Orders", "2026-11-16", 4.0)]
    assert said(read("16.11.2026;4\n17.11.2026;5\n", kpi="first"))[1] == ("First response", "2026-11-17", 5.0)
    with pytest.raises(Refused, match="has to name its columns"):
        read("16.11.2026;4\n")
    with pytest.raises(NotFound, match="“clicks”: no KPI is called so"):
        read("Tag;Anzahl\n16.11.2026;4\n", kpi="clicks")
    [question] = read("Tag;Anzahl\n16.11.2026;4\n").questions
    assert "No column is called like a KPI (there are: “Tag” and “Anzahl”)" in question


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Date,Revenue\n2026-11-16,$5.10\n", "is in $, and “Revenue” in “EUR”"),
        ("Date,Orders\n2026-11,5\n", "tells of a month, and “Orders” is watched by day"),
        (
            "Date,Orders\n2026-11-16 09:00,5\n2026-11-16 10:00,6\n",
            "Lines 2 and 3 both tell of “Orders” in 16 Nov",
        ),
        ("Date,Retourenquote\n2026-11-16,5%\n2026-11-17,5%\n", "watch it by day"),
        ("Date,Channel,Orders\n2026-11-16,Web,5\n2026-11-16,Market,5\n", "or add them up there"),
        ("Date,Orders (previous year)\n2026-11-16,5\n", "No column is called like a KPI"),
        ("Date,Conversion\n2026-11-16,0.024\n", "are these shares of one?"),
        ("Date,Orders,ORDERS\n2026-11-16,5,6\n", "Two columns are called “ORDERS”"),
        ("Date,Orders\n,\n", "There is no value in the file"),
    ],
)
def test_what_does_not_fit_the_kpi_is_asked(text: str, sentence: str) -> None:
    """Nothing is written as long as it is open."""
    plan = read(text)

    assert sentence in plan.questions[0]
    with pytest.raises(Refused):
        plan.change(shop(), "ana", NOW)


def test_rows_that_cannot_be_read_are_named_by_their_lines() -> None:
    """The rest can be read; days that are still to come are left out."""
    text = "Date,Orders\n2026-11-16,40\n2026-13-40,1\n2026-11-18,many\n2026-11-19,1,2\n2026-11-25,3\n"
    plan = read(text)

    assert said(plan) == [("Orders", "2026-11-16", 40.0)]
    assert [(one.line, one.why[:30]) for one in plan.unread] == [
        (3, "“2026-13-40” is not a date"),
        (4, "“many” is not a number"),
        (5, "the row has 3 cells, the heade"),
    ]
    assert "Left out: 1 value of days that are still to come." in plan.left_out


def test_what_only_looks_like_a_date_is_none() -> None:
    """A month below “Week”, and a year of two digits between hyphens."""
    weeks = read("Week,Retourenquote\n2026-08,5%\n2026-W09,6%\n")
    assert [one.why for one in weeks.unread] == ["“2026-08” is not a week; write it like 2026-W08"]
    with pytest.raises(Refused, match="No column holds dates"):
        read("Date,Orders\n24-03-12,5\n")


def test_a_kpi_may_be_called_like_a_total() -> None:
    """`Ergebnis` is a profit as well; a row that is there twice is one."""
    team = shop(Kpi(id=20, name="Ergebnis", cadence=Cadence.DAY))
    plan = read("KPI,Date,Value\nErgebnis,2026-11-16,5\nErgebnis,2026-11-16,5\nTotal,,5\n", team)

    assert (said(plan), plan.is_clear) == ([("Ergebnis", "2026-11-16", 5.0)], True)


def test_shares_that_are_known_to_be_percent_are_taken() -> None:
    """A person says so, or the KPI has had such small values before."""
    fields = {"id": 1, "kpi": 4, "day": "2026-11-12", "value": 0.8, "author": "ben", "at": NOW}
    text = "Date,Conversion\n2026-11-16,0.7\n"

    assert read(text, are_percent=True).is_clear
    assert read(text, shop(Reading.checked(fields))).is_clear


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty"),
        (b"\xff\xfe", "The file is empty"),
        (b"Date,Orders\n2026-11-16,\x005\n", "Line 2, column 12: there is a NUL"),
        (b"PK\x03\x04rest", "an Excel workbook"),
        (b"\xff\xfeD\x00a", "the text is not UTF-16"),
        (b'Date,Orders\n2026-11-16,"5\n', "Line 2: a quote is opened"),
        (b'Date,Orders\n2026-11-16,"5"x""y\n', "text behind a closing quote"),
        (b"," * 100_000, "100,001 columns; 500 are the most"),
        (b"a" * 1_000_000, "has 1,000,000 characters"),
        (b"x" * (21 * 1024 * 1024), "20 MB are the most"),
        (b"Orders,Revenue\n5,6\n", "No column holds dates"),
        (b"Date,Day,Orders\n2026-11-16,2026-11-17,1\n", "could each be the date"),
    ],
)
def test_a_hostile_file_is_refused_in_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        read(content)


def test_control_characters_do_not_get_through() -> None:
    """Neither out of names nor out of cells nor out of notes."""
    text = (
        "Date,KPI,Value,Note,\x1b]0;evil\x07\n2026-11-16,Orders,5,\x1b[2Jhello\n2026-11-17,Orders,\x1b[31m,\n"
    )
    plan = read(text)
    told = repr([*plan.columns, *plan.unread, *plan.left_out, *plan.questions, plan.entries[0].note])

    assert said(plan)[0] == ("Orders", "2026-11-16", 5.0)
    assert "x1b" not in told
    assert "hello" in told


@settings(max_examples=60)
@given(st.data())
def test_any_table_is_read_or_refused(data: st.DataObject) -> None:
    """Whatever stands in its cells, and however they are parted."""
    cell = st.one_of(
        st.text(max_size=8),
        st.sampled_from(["Date", "Datum", "Orders", "KPI", "Value", "Conversion", "Retourenquote", "Total"]),
        st.sampled_from(["2026-11-16", "16.11.2026", "03/04/2026", "KW 47/2026", "Nov 2026", "1.234", "5 %"]),
        st.sampled_from(['"', '"5"', "€ 5", "(5)", "\x00", "\ufeff", "\u202e", "-", "n/a", "sep=;"]),
    )
    rows = data.draw(st.lists(st.lists(cell, max_size=4), max_size=5))
    delimiter = data.draw(st.sampled_from([",", ";", "\t", "|"]))
    text = "\n".join(delimiter.join(row) for row in rows)
    content = text.encode(data.draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"])), "replace")
    with contextlib.suppress(Refused):
        plan = read(content, kpi=data.draw(st.sampled_from(["", "Orders"])))
        if not plan.questions:
            plan.change(shop(), "ana", NOW)


def test_months_are_for_kpis_that_are_watched_by_month() -> None:
    assert read("Monat;Bestellungen\nNov 2026;5\n", shop(Orders=Cadence.MONTH)).entries[0].day == date(
        2026, 11, 1
    )
