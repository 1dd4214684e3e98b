"""`tagwerk findings`, and what the brief tells of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.findings import FindingKind
from tests.builders import MAIL
from tests.store.findings.office import absence, duty, shop
from tests.tui.command_line import CommandLine
from tui.commands.findings_verbs import KINDS


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A shell in which Ana types, before a team in which a few things are wrong."""
    line = CommandLine(tmp_path)
    line.make_team(
        shop(
            duty(1, "", name="Returns handled within 48 h"),
            duty(2, "cem", "cem", name="Letters", role=MAIL),
            absence(1, "ben", 2, 2),
        )
    )
    return line


def test_findings_are_listed_by_gravity(tagwerk: CommandLine) -> None:
    """Each with what to do about it, and its kind."""
    assert tagwerk("findings").out.splitlines() == [
        "2 gaps, where nobody does something now or soon",
        "  Nobody answers for “Returns handled within 48 h”.",
        "    Choose the one person who answers for it. (unanswered)",
        "  Ben Okafor is away on Wed 25 Nov, and nobody covers.",
        "    Choose who covers. (uncovered)",
        "",
        "1 hint, worth a look when there is time",
        "  Only Cem Demir can do “Letters”.",
        "    Choose a second person who does the work. (alone)",
    ]


def test_some_findings_are_asked_for(tagwerk: CommandLine) -> None:
    """By kind, person and role; a program gets all that is known of each."""
    assert len(tagwerk("findings", "--kind", "alone").out.splitlines()) == 3
    assert "Ben" in tagwerk("findings", "--person", "me", person="ben").out
    found = tagwerk("findings", "--role", "news", "--json").json
    assert found["found"] == 3
    assert found["findings"] == [
        {
            "kind": "alone",
            "gravity": "hint",
            "about": {"table": "responsibilities", "number": 2, "person": None},
            "sentence": "Only Cem Demir can do “Letters”.",
            "advice": "Choose a second person who does the work.",
            "mend": "choose who does the work",
            "people": ["cem"],
            "roles": ["Newsletter"],
            "cards": [],
        }
    ]
    assert tagwerk("findings", "--kind", "homeless").out == "No finding is like that.\n"
    assert "There is no person “zoe”" in tagwerk("findings", "--person", "zoe").err
    assert tagwerk("findings", "--kind", "x").status == 2


def test_every_kind_can_be_asked_for() -> None:
    """The command line knows them without loading anything."""
    assert {*FindingKind} == {*KINDS}


def test_the_brief_tells_who_leads_of_the_gravest(tagwerk: CommandLine) -> None:
    """One line; nobody else is told."""
    lines = tagwerk("brief").out.splitlines()
    assert lines[-2:] == [
        "How the work is divided",
        "  3 findings; “tagwerk findings” lists them. Nobody answers for “Returns handled within 48 h”.",
    ]
    found = tagwerk("brief", "--json").json["findings"]
    assert (found["count"], found["gravest"]["kind"]) == (3, "unanswered")
    tagwerk("member", "add", "dora", "--role", "shop")
    assert "divided" not in tagwerk("brief", person="dora").out
    assert tagwerk("brief", "--json", person="dora").json["findings"] is None


def test_a_team_in_order_is_told_so(tmp_path: Path) -> None:
    """In a sentence; the brief says nothing then."""
    line = CommandLine(tmp_path)
    line.make_team(shop())
    assert line("findings").out == "Nothing is wrong with how the work is divided.\n"
    assert line("brief").out.splitlines()[-1] == "Nothing waits for you."
    assert line("brief", "--json").json["findings"] == {"count": 0, "gravest": None}
