"""`tagwerk goal`: goals in the shell, for people and for scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.command_line import CommandLine, Ran

SMART = (
    *("--metric", "orders shipped the same day", "--unit", "%", "--baseline", "60", "--target", "90"),
    *("--start", "2026-10-14", "--due", "2027-01-22", "--meaning", "Before two, out on that day."),
    *(
        "--confidence",
        "7",
        "--needs",
        "A second table",
        "--why",
        "Late parcels",
        "--serves",
        "Customers first",
    ),
)


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A team's folder, and a shell in which Ana types."""
    line = CommandLine(tmp_path)
    line.make_team()
    return line


def begun(tagwerk: CommandLine) -> Ran:
    """A goal that is active."""
    return tagwerk("goal", "add", "Ship", "the", "same", "day", *SMART, "--begin")


def test_a_team_without_goals_is_told_how_to_write_one(tagwerk: CommandLine) -> None:
    """The list is a sentence then."""
    assert tagwerk("goals").out == "There are no goals yet; “tagwerk goal add TITLE” writes one.\n"
    assert tagwerk("goals", "--json").json == {"goals": []}


def test_a_goal_from_its_first_to_its_last_day(tagwerk: CommandLine) -> None:
    """Written, begun, checked in on by a script, listed with its outlook, and reached."""
    assert begun(tagwerk).out.startswith("Began goal 1 “Ship the same day”.\n")
    for day, value in (
        ("2026-11-02", "62"),
        ("2026-11-09", "63"),
        ("2026-11-16", "64"),
        ("2026-11-23", "65"),
    ):
        ran = tagwerk("goal", "check-in", "1", "--value", value, "--day", day)
        assert ran.status == 0
    outlook = "needs 2.92 a week, doing 1; at this pace 17 May 2027, 4 months late"
    assert ran.out.splitlines()[-1] == f"It is at 65 %: {outlook}."
    assert tagwerk("goals").out == f"1  Ship the same day  Ana Lima  2027-01-22  17%  off track  {outlook}\n"
    found = tagwerk("goal", "show", "1", "--json").json["goal"]
    assert (found["value"], found["pace"], found["forecast"]) == (65.0, "off track", "2027-05-17")
    assert len(found["check_ins"]) == 4
    assert tagwerk("goal", "close", "1", "reached").out == "Goal 1 is reached.\n"
    assert tagwerk("goals").out.startswith("There are no goals yet")

    assert [goal["state"] for goal in tagwerk("goals", "--all", "--json").json["goals"]] == ["reached"]


def test_what_is_missing_is_named_and_the_draft_is_kept(tagwerk: CommandLine) -> None:
    """A goal that is to be begun and is not SMART is written all the same, and begun with --anyway."""
    ran = tagwerk("goal", "add", "Be better", "--begin")
    assert ran.status == 1
    assert "Goal 1 is written as a draft. “Be better” is not SMART yet. Specific: say what exactly" in ran.err
    assert "--anyway begins goal 1 all the same." in ran.err
    assert tagwerk("goal", "show", "1", "--json").json["goal"]["state"] == "draft"

    assert tagwerk("goal", "begin", "1", "--anyway").status == 0
    assert tagwerk("goal", "show", "1", "--json").json["goal"]["state"] == "active"


def test_a_goal_is_shown_whole(tagwerk: CommandLine) -> None:
    """The five letters, the numbers, the tasks that serve it, and what was said."""
    begun(tagwerk)
    tagwerk("goal", "link", "1", "4", "8")
    tagwerk("goal", "check-in", "1", "--value", "65", "--confidence", "6", "--note", "Table is here")
    tagwerk("goal", "edit", "1", "--meaning", "All orders before two.", "--person", "ben")
    out = tagwerk("goal", "show", "1").out

    for text in (
        "Goal 1 Ship the same day",
        "Metric      orders shipped the same day, from 60 % to 90 %",
        "+ Specific",
        "All orders before two.",
        "#4 Count the stock, Ready",
        "65 % · confidence 6 · Table is here",
    ):
        assert text in out
    assert tagwerk("goal", "show", "1", "--json").json["goal"]["people"] == ["ben"]
    assert tagwerk("goal", "link", "1", "4", "--off").out.startswith("You took 1 card off the goal")
    assert tagwerk("goal", "show", "1", "--json").json["goal"]["tasks"] == [8]


def test_what_is_missing_is_listed(tagwerk: CommandLine) -> None:
    """A draft's sheet asks for what would make it SMART."""
    tagwerk("goal", "add", "Be better")

    assert "- Measurable no number: what will you measure?" in " ".join(
        tagwerk("goal", "show", "1").out.split()
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("goal", "show", "9"), "There is no goal 9; “tagwerk goals” shows those there are."),
        (("goal", "check-in", "1", "--value", "much"), "The value “much” is not a number."),
        (("goal", "check-in", "1"), "The check-in says nothing; give a value, your confidence or a note."),
        (("goal", "close", "1", "missed"), "Say what the team learns from it"),
        (("goal", "edit", "1", "--owner", "zoe"), "zoe"),
        (("goal", "link", "1", "99"), "There is no task #99"),
    ],
)
def test_what_cannot_be_is_a_sentence(
    tagwerk: CommandLine, arguments: tuple[str, ...], sentence: str
) -> None:
    """Refused, with the way out, and nothing is changed."""
    begun(tagwerk)
    before = tagwerk("goal", "show", "1", "--json").json
    ran = tagwerk(*arguments)

    assert ran.status == 1
    assert sentence in ran.err
    assert tagwerk("goal", "show", "1", "--json").json == before


def test_a_stranger_changes_no_goal(tagwerk: CommandLine) -> None:
    """Somebody who is not in the team may read."""
    begun(tagwerk)

    assert tagwerk("goal", "add", "Mine", person="zoe").status == 1
    assert tagwerk("goal", "check-in", "1", "--value", "1", person="zoe").status == 1
    assert tagwerk("goal", "show", "1", person="zoe").status == 0
