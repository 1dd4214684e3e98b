"""`tagwerk playbook`: templates in the shell, and starting them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import builders
from tests.store.playbooks.shop import peak
from tests.tui.command_line import CommandLine, Ran


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """The builders' shop with one playbook; Ana leads a role, Cem does not."""
    line = CommandLine(tmp_path)
    line.make_team(builders.team(peak()))
    return line


def typed(tagwerk: CommandLine, answers: str, *arguments: str) -> Ran:
    """A call before a terminal, with what Ana types there."""
    return tagwerk.bare(
        "--folder", str(tagwerk.folder), "--as", "ana", *arguments, stdin=answers, terminal=True
    )


def test_playbooks_are_listed_shown_and_taken_in(tagwerk: CommandLine) -> None:
    """Ready-made ones are offered; one that is there is marked."""
    assert tagwerk("playbook").out == "1  Peak  event  4 steps\n"
    assert "Newsletter   Book the ads for {name}  #ads" in tagwerk("playbook", "show", "peak").out
    assert tagwerk("playbook", "ready", "sale").out == "Wrote the playbook “Sale”.\n"
    offered = tagwerk("playbook", "ready", "--json").json["ready"]
    assert [one["name"] for one in offered if one["taken"]] == ["Sale"]
    ran = tagwerk("playbook", "ready", "summer")
    assert (ran.status, "choose “Black Friday”" in ran.err) == (1, True)


def test_a_playbook_is_written_and_changed(tagwerk: CommandLine) -> None:
    """Steps come as lines, one by one or all at once; what is not a line is told."""
    new = tagwerk(
        *(
            "playbook",
            "add",
            "Fair",
            "--steps",
            "-",
            "--freeze-tag",
            "#shop",
            "--freeze-days=-1..1",
            "--json",
        ),
        stdin="-14 Shop: Book the stand 2h\n0 Be there @lead\n",
    ).json["playbook"]
    assert [(step["due"], step["role"], step["text"], step["doer"]) for step in new["steps"]] == [
        (-14, "Shop", "Book the stand", "nobody"),
        (0, None, "Be there", "lead"),
    ]
    assert new["freeze"] == {"tags": ["shop"], "from": -1, "until": 1}

    tagwerk("playbook", "step", "add", "fair", "-3", "Pack", "#boxes")
    tagwerk("playbook", "step", "edit", "fair", "1", "-20 Shop: Book it", "--details", "By phone")
    tagwerk("playbook", "step", "move", "fair", "3", "up")
    tagwerk("playbook", "step", "remove", "fair", "3")
    steps = tagwerk("playbook", "show", "fair", "--json").json["playbook"]["steps"]
    assert [(step["due"], step["text"], step["details"]) for step in steps] == [
        (-20, "Book it", "By phone"),
        (-3, "Pack", ""),
    ]
    ran = tagwerk("playbook", "edit", "fair", "--steps", "Book it")
    assert "Line 1 does not begin with days" in ran.err
    assert "has no step 9" in tagwerk("playbook", "step", "remove", "fair", "9").err
    assert "Only who leads" in tagwerk("playbook", "archive", "fair", person="cem").err
    assert tagwerk("playbook", "archive", "fair").status == 0
    assert tagwerk("playbook", "list", "--archived").out.startswith("2  Fair")
    assert tagwerk("playbook", "restore", "fair").out == "Brought back the playbook “Fair”.\n"


def test_starting_shows_first_and_asks(tagwerk: CommandLine) -> None:
    """Where nobody can be asked nothing is made without --yes."""
    start = ("playbook", "start", "peak", "--on", "2027-01-15")

    shown = tagwerk(*start)
    assert shown.out.splitlines() == [
        "Peak, Fri 15 Jan 2027: 4 cards",
        "  Fri 25 Dec – Fri 1 Jan 2027  Newsletter   Book the ads for Peak",
        "  Fri 8 Jan 2027               Photography  Photograph             Ben Okafor",
        "  Fri 15 Jan 2027              Shop         Watch the checkout",
        "  Mon 25 Jan 2027              nobody       Look back",
        "Frozen from Wed 13 Jan 2027 until Mon 18 Jan 2027: #checkout",
        "Nothing was done; --yes does it.",
    ]
    assert typed(tagwerk, "no\n", *start).out.endswith("Nothing was done.\n")
    assert tagwerk("playbook", "runs", "--json").json == {"runs": []}

    ran = typed(tagwerk, "maybe\nyes\n", *start, "--without", "4", "--new-goal", "Win")
    assert "Answer yes or no." in ran.out
    assert ran.out.endswith("Started “Peak” for Fri 15 Jan 2027: 3 cards.\n")
    assert (
        tagwerk("playbook", "runs").out
        == "1  Peak  Fri 15 Jan 2027  0 of 3  next Fri 1 Jan 2027: Book the ads for Peak\n"
    )
    assert [goal["title"] for goal in tagwerk("goals", "--json").json["goals"]] == ["Win"]

    assert "Photograph" in tagwerk("playbook", "postpone", "peak", "2027-01-16").out
    moved = tagwerk("playbook", "postpone", "1", "2027-01-16", "--yes", "--json").json
    assert [one["new_due"] for one in moved["moves"]] == ["2027-01-02", "2027-01-09", "2027-01-16"]
    assert tagwerk("playbook", "end", "1").out == "You archived the run “Peak”.\n"


def test_joining_needs_a_person(tagwerk: CommandLine) -> None:
    """Its dates and cards go by her."""
    tagwerk("playbook", "ready", "joining")
    ran = tagwerk("playbook", "start", "joining", "--on", "+14d")
    assert "--person says who" in ran.err

    made = tagwerk("playbook", "start", "joining", "--on", "+14d", "--person", "cem", "--yes", "--json").json
    assert made["run"]["name"] == "Joining: Cem Demir"
    assert made["run"]["person"] == "cem"
