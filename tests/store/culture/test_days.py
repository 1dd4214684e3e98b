"""What the coming days bring."""

from __future__ import annotations

from datetime import date

import pytest

from store.culture.days import birthday_in, called, coming, newcomers
from store.errors import Refused
from store.models import Absence, AbsenceKind, Member
from tests.store.culture.circle import NOW, team
from tui.culture.own_form import own_form
from tui.settings.people import People
from widgets.signs import UNICODE

TODAY = date(2026, 12, 28)


def sentences(*more: Member | Absence, today: date = TODAY) -> list[str]:
    return [f"{one.day:%d.%m.} {one.sentence}" for one in coming(team(*more), today)]


def test_over_the_end_of_the_year() -> None:
    """Birthdays and anniversaries of January are coming days in December, too."""
    found = sentences(
        Member(id=1, login="ana", name="Ana", birthday="01-02", joined_on=date(2016, 1, 4)),
        Member(id=2, login="ben", name="Ben", birthday="12-27", joined_on=date(2026, 12, 20), spoken="BEN"),
        Member(id=3, login="cem", name="Cem", joined_on=date(2027, 1, 7), pronouns="he/him"),
        Member(id=4, login="dia", name="Dia", birthday="12-29", left_at=NOW),
        Absence(id=1, person="eli", start=date(2026, 12, 1), end=date(2027, 1, 3), kind=AbsenceKind.LEAVE),
        Absence(id=2, person="fay", start=date(2026, 12, 30), end=date(2026, 12, 31), kind=AbsenceKind.LEAVE),
    )
    assert found == [
        "28.12. Ben (say BEN) is new here since Sun 20 Dec; say hello",
        "28.12. Eli is on leave until Sun 3 Jan 2027",
        "30.12. Fay is on leave from Wed 30 Dec until Thu 31 Dec",
        "02.01. Ana's birthday",
        "04.01. Ana has been here for 11 years",
        "07.01. Cem (he/him) begins; say hello",
    ]


def test_who_was_born_on_the_29th_of_february() -> None:
    """Celebrates on 1 March in other years; what is no day is nobody's birthday."""
    leap = Member(login="ana", birthday="02-29")
    assert birthday_in(leap, 2027) == date(2027, 3, 1)
    assert birthday_in(leap, 2028) == date(2028, 2, 29)
    assert birthday_in(Member(login="ana", birthday="02-30"), 2028) is None
    assert called(leap) == "ana"
    assert newcomers(team(leap), TODAY) == []


def test_what_people_say_of_themselves_is_typed_in_a_form() -> None:
    """A birthday as people write it, and calendars with commas between."""
    known = team()
    form = own_form(known, "ben")
    assert not {"birthday", "pronouns"} & {one.name for one in People().form(known, "ben", UNICODE).fields}
    with pytest.raises(Refused, match="Only Ben says which day the birthday is"):
        form.change({"birthday": "21 Mar"}, "ana", NOW)
    typed = {"birthday": "21 Mar", "holidays": "in, Islamic", "pronouns": "he/him", "spoken": "BEN"}
    change = form.change(typed, "ben", NOW)
    assert change.edits[0].after == {
        "birthday": "03-21",
        "holidays": ["IN", "islamic"],
        "pronouns": "he/him",
        "spoken": "BEN",
    }
