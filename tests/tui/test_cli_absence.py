"""`tagwerk absence`: who is away, in the shell."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.command_line import CommandLine


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A shell in which Ana types."""
    line = CommandLine(tmp_path)
    line.make_team()
    return line


def test_an_absence_from_entering_to_calling_off(tagwerk: CommandLine) -> None:
    """The last day is counted from the first one; the list shows what is not over."""
    assert tagwerk("absence").out == "Nobody is away; “tagwerk absence add me FROM TO” says so of you.\n"
    ran = tagwerk("absence", "add", "me", "mon", "fri", "--cover", "ben", "--note", "Rome")
    assert ran.out == "Entered the absence of Ana Lima, Mon 30 Nov to Fri 4 Dec, covered by Ben Okafor.\n"
    made = tagwerk("absence", "add", "Cem", "today", "--kind", "sick", "--json").json
    assert made == {
        "absence": {
            "number": 2,
            "person": "cem",
            "start": "2026-11-23",
            "end": "2026-11-23",
            "kind": "sick",
            "cover": None,
            "note": "",
            "created_by": "ana",
            "archived_at": None,
        },
        "changed": True,
    }
    assert tagwerk("absence", "list").out.splitlines() == [
        "2  Cem Demir  Mon 23 Nov               sick        no cover",
        "1  Ana Lima   Mon 30 Nov to Fri 4 Dec  on holiday  covered by Ben Okafor  Rome",
    ]

    edited = tagwerk("absence", "edit", "1", "--end", "+2w", "--cover", "none", "--json").json["absence"]
    assert (edited["end"], edited["cover"]) == ("2026-12-14", None)
    assert tagwerk("absence", "edit", "1", "--end", "+2w").out == "Nothing changed.\n"
    assert tagwerk("absence", "call-off", "1").out.startswith("Called off the absence of Ana Lima")
    off = tagwerk("absence", "--called-off", "--json").json["absences"]
    assert [one["number"] for one in off] == [1]
    assert tagwerk("absence", "restore", "1").status == 0


def test_the_list_is_of_a_person_and_of_days(tagwerk: CommandLine) -> None:
    """What is over is shown where it is asked for."""
    tagwerk("absence", "add", "me", "2026-11-02", "2026-11-06")
    tagwerk("absence", "add", "ben", "2026-12-01")
    tagwerk("absence", "add", "cem", "2026-12-20", "2027-01-06")

    def shown(*arguments: str) -> list[str]:
        return [one["person"] for one in tagwerk("absence", *arguments, "--json").json["absences"]]

    assert shown() == ["ben", "cem"]
    assert shown("--past") == ["ana", "ben", "cem"]
    assert shown("--person", "me") == []
    assert shown("--person", "me", "--past") == ["ana"]
    assert shown("--until", "2026-12-10") == ["ben"]
    assert shown("list", "--from", "2026-12-10") == ["cem"]
    assert shown("--from", "2026-11-01", "--until", "2026-11-30") == ["ana"]


def test_what_is_refused_is_said(tagwerk: CommandLine) -> None:
    """With the status of a refusal; wrong usage has its own."""
    ran = tagwerk("absence", "add", "ben", "mon", person="cem")
    assert (ran.status, "This absence is Ben Okafor's" in ran.err) == (1, True)
    assert tagwerk("absence", "add", "me", "someday").status == 2
    assert tagwerk("absence", "call-off", "7").status == 1
