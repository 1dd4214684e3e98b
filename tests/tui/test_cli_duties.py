"""`tagwerk responsibility` and `whois`, and what is known about when people work."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from store.models import Absence
from tests import builders
from tests.builders import SHOP
from tests.tui.command_line import CommandLine


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A computer with the builders' shop team; Ana and Ben lead a role, Cem does not."""
    shop = next(role for role in builders.roles() if role.id == SHOP)
    old = replace(shop, responsibilities=["Fire drill"], decisions=["refunds up to 100 EUR"])
    away = Absence(id=1, person="cem", start=date(2026, 11, 20), end=date(2026, 11, 30), cover="ben")
    line = CommandLine(tmp_path)
    line.make_team(builders.team(old, away))
    return line


def test_a_responsibility_from_its_first_to_its_last_day(tagwerk: CommandLine) -> None:
    """Added, given to people, changed, moved, put away and brought back; each says what it did."""
    ran = tagwerk(
        *("responsibility", "add", "Returns", "in", "48 h", "--role", "photo", "--accountable", "Cem"),
        *("--responsible", "ben,@cem", "--details", "-"),
        stdin="parcels that come back",
    )
    assert ran.out == "Added the responsibility “Returns in 48 h”.\n"
    ran = tagwerk("responsibility", "assign", "1", "ana", "C", "inf", "--json")
    assert ran.json == {
        "responsibility": {
            "number": 1,
            "name": "Returns in 48 h",
            "details": "parcels that come back",
            "role": "Photography",
            "accountable": ["cem"],
            "responsible": ["ben", "cem"],
            "consulted": ["ana"],
            "informed": ["ana"],
            "archived_at": None,
        },
        "changed": True,
    }
    assert tagwerk("responsibility", "assign", "1", "ana", "C").out == "Nothing changed.\n"
    assert tagwerk("responsibility", "unassign", "1", "ana").out == (
        "Took C and I in “Returns in 48 h” from Ana Lima.\n"
    )
    tagwerk("responsibility", "add", "Labels", "--role", "photo")
    tagwerk("responsibility", "move", "2", "first")
    tagwerk("responsibility", "edit", "1", "--name", "Returns", "--details", "")
    assert tagwerk("responsibility").out.splitlines() == [
        "2  Labels      Photography  nobody",
        "1  Returns     Photography  A Cem Demir  R Ben Okafor, Cem Demir",
        "   Fire drill  Shop         in the old form; it becomes one of these when its role is edited",
    ]
    assert tagwerk("responsibility", "list", "--person", "ben").out.count("\n") == 1
    assert tagwerk("responsibility", "--role", "none").out.startswith("Nobody answers for anything here yet")
    tagwerk("responsibility", "edit", "2", "--role", "none")
    assert tagwerk("responsibility", "--role", "none").out == "2  Labels  nobody\n"
    assert tagwerk("responsibility", "archive", "2").status == 0
    assert tagwerk("responsibility", "restore", "2", "--json").json["responsibility"]["archived_at"] is None


def test_two_answer_for_a_thing_only_where_that_is_said(tagwerk: CommandLine) -> None:
    """Else it is refused with the way out; the responsibility is found by its name as well."""
    tagwerk("responsibility", "add", "Returns in 48 h", "--role", "photo", "--accountable", "cem")
    tagwerk("responsibility", "add", "Returns in 48 h", "--role", "shop")
    refused = tagwerk("responsibility", "assign", "1", "ben", "A", "R")
    assert (refused.status, refused.err) == (
        1,
        "tagwerk: Cem Demir answers for “Returns in 48 h” already, and one person should; --instead lets "
        "Ben Okafor do so alone, --also both.\n",
    )
    both = tagwerk("responsibility", "assign", "1", "ben", "A", "--also", "--json").json["responsibility"]
    assert both["accountable"] == ["cem", "ben"]
    assert tagwerk("responsibility", "assign", "1", "ben", "A").out == "Nothing changed.\n"
    alone = tagwerk("responsibility", "assign", "1", "ana", "A", "R", "--instead", "--json").json
    assert (alone["responsibility"]["accountable"], alone["responsibility"]["responsible"]) == (
        ["ana"],
        ["ana"],
    )
    assert tagwerk("responsibility", "assign", "1", "ana", "A", "--instead", "--also").status == 1
    twins = tagwerk("responsibility", "assign", "returns", "ben", "C").err
    assert "could be “Returns in 48 h” (2) or “Returns in 48 h” (1); write its number." in twins
    tagwerk("responsibility", "edit", "2", "--name", "Labels")
    assert tagwerk("responsibility", "assign", "label", "ben", "C").status == 0
    assert tagwerk("responsibility", "unassign", "LABELS", "ben").status == 0
    assert "There is no responsibility “lamps”" in tagwerk("responsibility", "unassign", "lamps", "ben").err


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (("add", "x", "--role", "press"), 1, "There is no role “press”"),
        (("add", "x", "--accountable", "zoe"), 1, "There is no person “zoe”"),
        (("add", "FIRE DRILL", "--role", "shop"), 0, ""),
        (("assign", "9", "ana", "R"), 1, "There is no responsibility 9; “tagwerk responsibility” shows"),
        (("assign", "9", "ana", "X"), 2, "“X” is none of R, A, C and I."),
        (("archive", "one"), 2, "“one” is not a whole number"),
    ],
)
def test_what_does_not_fit_is_told(
    tagwerk: CommandLine, arguments: tuple[str, ...], status: int, sentence: str
) -> None:
    """In a sentence, and with the status that the help names."""
    ran = tagwerk("responsibility", *arguments)
    assert (ran.status, sentence in ran.err) == (status, True)


def test_who_leads_nothing_changes_nothing(tagwerk: CommandLine) -> None:
    """But she may look, and look for somebody."""
    ran = tagwerk("responsibility", "add", "x", person="cem")
    assert "Only who leads a role" in ran.err
    assert tagwerk("responsibility", person="cem").status == 0
    assert tagwerk("whois", "refunds", person="cem").status == 0


def test_who_answers_for_a_thing(tagwerk: CommandLine) -> None:
    """Best first, with whom to ask, who is there instead, and why it was found."""
    tagwerk("responsibility", "add", "Returns", "--role", "photo", "--accountable", "cem")
    assert tagwerk("whois", "refnd", "over", "100", "euro").out.splitlines() == [
        "refunds up to 100 EUR (decision, Shop)",
        "  Ana Lima answers for it",
        "  found by refnd as refunds, 100, euro as eur",
    ]
    ran = tagwerk("whois", "returning", "--json")
    assert ran.json["nearest"] == []
    (found,) = ran.json["found"]
    assert (found["kind"], found["number"], found["role"]) == ("responsibility", 1, "Photography")
    assert found["accountable"] == [{"login": "cem", "away_until": "2026-11-30", "covered_by": "ben"}]
    assert tagwerk("whois", "returning").out.splitlines()[1] == (
        "  Cem Demir (away until Mon 30 Nov, Ben Okafor covers) answers for it"
    )


def test_where_nobody_answers_it_is_said_plainly(tagwerk: CommandLine) -> None:
    """With the nearest three, and another status."""
    ran = tagwerk("whois", "coffee machine")
    assert ran.status == 1
    assert ran.out.startswith(
        "Nobody answers for “coffee machine”, as far as it is written down.\nWhat comes "
    )
    assert ran.out.count("  found by") == 3
    assert len(tagwerk("whois", "coffee", "--json").json["nearest"]) == 3


def test_an_edit_of_the_role_takes_up_what_is_in_the_old_form(tagwerk: CommandLine) -> None:
    """Whatever was changed; an option that names all of them replaces them."""
    tagwerk("role", "edit", "shop", "--mission", "Sell")
    assert tagwerk("responsibility", "--role", "shop").out == "1  Fire drill  Shop  nobody\n"
    ran = tagwerk("role", "edit", "shop", "--answers-for", "Drill", "--answers-for", "Alarm", "--json")
    assert ran.json["role"]["responsibilities"] == ["Drill", "Alarm"]


def test_when_somebody_works(tagwerk: CommandLine) -> None:
    """Hours, days, times and shares are set one by one, and taken back with none."""
    ran = tagwerk(
        *("member", "edit", "ben", "--role", "Shop,photo", "--hours", "30", "--days", "Mon-Thu"),
        *("--from", "9", "--until", "17:30", "--share", "Shop=60", "--share", "photo=40"),
        *("--joined", "2026-03-01", "--json"),
    )
    assert {name: ran.json["member"][name] for name in WORK} == {
        "hours": 30,
        "working_days": ["Mo", "Tu", "We", "Th"],
        "works_from": "09:00",
        "works_until": "17:30",
        "shares": [{"role": "Shop", "percent": 60}, {"role": "Photography", "percent": 40}],
        "joined_on": "2026-03-01",
    }
    ran = tagwerk(
        *("member", "edit", "ben", "--hours", "none", "--days", "none", "--from", "none"),
        *("--share", "photo=0", "--joined", "none", "--json"),
    )
    assert [ran.json["member"][name] for name in WORK] == [
        *(None, [], None, "17:30", [{"role": "Shop", "percent": 60}], None)
    ]
    for option, sentence in (
        (("--share", "photo=50"), "The shares of Ben Okafor are 110 % together; 100 % is the most."),
        (("--share", "half"), "“half” is not a share"),
        (("--days", "someday"), "“someday” are not days of the week"),
        (("--from", "late"), "“late” is not a time of day; write it like 09:00"),
    ):
        assert sentence in tagwerk("member", "edit", "ben", *option).err


def test_a_role_above_is_named_and_taken_away(tagwerk: CommandLine) -> None:
    """A circle is refused."""
    assert tagwerk("role", "edit", "photo", "--above", "shop", "--json").json["role"]["above"] == "Shop"
    assert "The role would answer to itself" in tagwerk("role", "edit", "shop", "--above", "photo").err
    ran = tagwerk("role", "edit", "photo", "--above", "none", "--json")
    assert ran.json["role"]["above"] is None


WORK = ("hours", "working_days", "works_from", "works_until", "shares", "joined_on")
