"""Holidays of countries and religions, and what they take from the working days."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from store.absences.away import There, is_in
from store.absences.holidays import RELIGIONS, as_calendars, holiday_on, of_year
from store.absences.workdays import hours_in_week
from store.absences.workload import workload
from store.errors import Refused
from store.models import Member, Settings
from store.team import Team
from tests import builders

CHRISTMAS = date(2026, 12, 25)


def team(*, own: list[str]) -> Team:
    """A team that keeps the holidays of Hamburg; Ben keeps others where he says so."""
    ana, ben, cem = builders.members()
    kept = replace(builders.settings(), holidays=["DE-HH"])
    return builders.team(kept, ana, replace(ben, holidays=own), cem)


def test_a_holiday_is_no_working_day() -> None:
    """Of the team's calendars; one's own take their place."""
    known = team(own=["islamic"])
    ana, ben = known.members["ana"], known.members["ben"]
    assert holiday_on(known, ana, CHRISTMAS) == "Christmas Day"
    assert holiday_on(known, ben, CHRISTMAS) == ""
    assert holiday_on(known, ben, date(2026, 5, 27)) == "Eid al-Adha"
    assert (hours_in_week(known, ana, CHRISTMAS), hours_in_week(known, ben, CHRISTMAS)) == (32.0, 40.0)
    noon = datetime(2026, 12, 25, 11, tzinfo=UTC)
    assert is_in(known, "ana", noon).there is There.NO_WORKING_DAY
    assert is_in(known, "ben", noon).there is There.IN
    loads = workload(known, date(2026, 12, 21), weeks=1).people
    assert [round(loads[login][0].capacity) for login in ("ana", "ben")] == [32, 40]


def test_every_religion_has_its_days() -> None:
    """Each calendar of which we give the name brings something in every year."""
    for religion in RELIGIONS:
        for year in (2025, 2026, 2027):
            assert of_year(religion, year)
    assert of_year("orthodox", 2027)[date(2027, 5, 2)] == "Orthodox Easter"


def test_calendars_that_there_are_not_are_refused() -> None:
    """With what there is instead; what stands in the tables anyway brings no holidays."""
    assert as_calendars(["de-hh", "Islamic", "IN", "de_HH"]) == ["DE-HH", "islamic", "IN"]
    with pytest.raises(Refused, match=r"choose DE-BB, .* or DE for all of it"):
        as_calendars(["DE-XX"])
    with pytest.raises(Refused, match="write a country like DE or IN"):
        as_calendars(["Hamburg"])
    for word in ("hebrew", "Catholic", "bank", "mon", "JAN", "NYSE", "ecb", "XNYS", "holidays", "date"):
        assert of_year(word, 2026) == {}
        with pytest.raises(Refused, match="write a country like DE or IN"):
            as_calendars([word])
    for typed, told in [
        ("DE-", "no region behind"),
        ("Germany", "write DE for"),
        ("united states", "write US"),
    ]:
        with pytest.raises(Refused, match=told):
            as_calendars([typed])
    for nonsense in ("", "-", "DE-", "../..", "💥", "9" * 999, "DE-HH-XX", "HolidayBase", "country_holidays"):
        assert isinstance(of_year(nonsense, 2026), dict)
    assert of_year("DE", 1) == of_year("DE", 1)


def test_nothing_is_imported_where_nobody_keeps_a_calendar() -> None:
    """The library takes longer to import than a key may."""
    lazy = "import sys, store.absences.holidays, store.rules.setup, tui.cli; print('holidays' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", lazy], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"
    assert holiday_on(builders.team(), Member(login="ana"), CHRISTMAS) == ""
    assert Settings().holidays == []
