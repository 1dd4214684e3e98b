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
    assert tagwerk("goals").out == (
        "No open goal is like that; “tagwerk goals --all” shows those that have ended.\n"
    )

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


def test_numbers_are_read_as_on_the_screen(tagwerk: CommandLine) -> None:
    """With a comma, with the unit, in groups."""
    begun(tagwerk)
    for typed, value in (("62,5", 62.5), ("64 %", 64), ("1 240", 1240), ("0,125", 0.125)):
        assert tagwerk("goal", "check-in", "1", "--value", typed).status == 0
        assert tagwerk("goal", "show", "1", "--json").json["goal"]["value"] == value


def test_a_field_is_emptied(tagwerk: CommandLine) -> None:
    """What was a part becomes a goal of its own; dates, numbers and the owner can be open again."""
    begun(tagwerk)
    tagwerk("goal", "add", "Pack", "faster", "--parent", "1", *SMART)
    fields = ("--parent", "--start", "--due", "--baseline", "--target", "--owner", "--confidence")
    ran = tagwerk("goal", "edit", "2", *(word for field in fields for word in (field, "none")))

    assert ran.status == 0
    found = tagwerk("goal", "show", "2", "--json").json["goal"]
    names = ("parent", "start", "due", "baseline", "target", "owner", "confidence")
    assert [found[name] for name in names] == [None] * 7


def test_cards_that_served_another_goal_are_named(tagwerk: CommandLine) -> None:
    """They serve one at a time."""
    begun(tagwerk)
    tagwerk("goal", "add", "Pack", "faster")
    tagwerk("goal", "link", "1", "4", "8")

    ran = tagwerk("goal", "link", "2", "4", "8", "5")
    assert ran.out.splitlines()[:2] == [
        "You put 3 cards on the goal “Pack faster”.",
        "2 cards served goal 1 “Ship the same day” before.",
    ]


def test_a_year_that_is_a_slip_is_refused(tagwerk: CommandLine) -> None:
    """Nobody plans for it, and nothing falls over it."""
    for field in ("--start", "--due"):
        ran = tagwerk("goal", "add", "Ship", field, "9026-12-31")
        assert (ran.status, ran.out) == (1, "")
        assert "“9026-12-31” is far away; the years are 1970 to 2199." in ran.err
    begun(tagwerk)
    ran = tagwerk("goal", "check-in", "1", "--value", "3", "--day", "0001-01-01")
    assert "“0001-01-01” is far away; the years are 1970 to 2199." in ran.err


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
        (
            ("goal", "check-in", "1", "--value", "much"),
            "“much” is not a number; write it like 1240",
        ),
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


def test_goals_are_chosen(tagwerk: CommandLine) -> None:
    """By owner, role, state, pace and period, most behind first; what has ended only when asked for."""
    begun(tagwerk)
    tagwerk("goal", "add", "Spring", "--start", "2027-02-01", "--due", "2027-03-01", "--owner", "ben")
    tagwerk("goal", "add", "Old", "--start", "2026-02-01", "--due", "2026-03-01", "--role", "News")
    tagwerk("goal", "close", "3", "dropped", "--reason", "No time")
    tagwerk("goal", "check-in", "1", "--value", "61")

    def numbers(*arguments: str) -> list[int]:
        return [goal["number"] for goal in tagwerk("goals", *arguments, "--json").json["goals"]]

    assert numbers() == [1, 2]
    assert numbers("--all") == [3, 1, 2]
    assert numbers("--period", "this") == [1]
    assert numbers("--period", "next") == [1, 2]
    assert numbers("--owner", "me") == [1]
    assert numbers("--owner", "ben") == [2]
    assert numbers("--role", "photo") == [2]
    assert numbers("--state", "draft") == [2]
    assert numbers("--state", "dropped") == [3]
    assert numbers("--state", "off-track") == [1]
    assert numbers("--by-risk", "--all") == [1, 2, 3]
    assert numbers("--archived") == []
    assert tagwerk("goal", "archive", "3").out == "You archived the goal “Old”.\n"
    assert numbers("--archived") == [3]
    assert tagwerk("goal", "restore", "3").out == "You brought back the goal “Old”.\n"
    assert numbers("--all") == [3, 1, 2]


def test_key_results(tagwerk: CommandLine) -> None:
    """Added, changed, checked in on, put away and brought back; the goal's progress is made of them."""
    begun(tagwerk)
    tagwerk("goal", "edit", "1", "--source", "results")
    ran = tagwerk(
        "result", "add", "1", "Packing", "table", "--metric", "m", "--baseline", "0", "--target", "9"
    )
    assert ran.out == "You added the key result “Packing table” to the goal “Ship the same day”.\n"
    tagwerk("result", "add", "1", "Labels", "--metric", "labels", "--baseline", "0", "--target", "10")
    assert tagwerk("result", "edit", "1", "--target", "10", "--weight", "3").status == 0
    tagwerk("goal", "check-in", "1", "--result", "1", "--value", "5", "--note", "Half")
    shape = tagwerk("goal", "show", "1", "--json").json["goal"]
    assert [(r["title"], r["weight"], r["value"], r["share"]) for r in shape["results"]] == [
        ("Packing table", 3.0, 5.0, 0.5),
        ("Labels", 1.0, None, None),
    ]
    assert shape["share"] == pytest.approx(0.375)
    out = tagwerk("goal", "show", "1").out
    assert "1 Packing table (50% done, 75% of it)" in out
    assert "5 · Packing table · Half" in out
    assert tagwerk("result", "archive", "2").out == "You archived the key result “Labels”.\n"
    assert tagwerk("goal", "show", "1", "--json").json["goal"]["share"] == pytest.approx(0.5)
    assert tagwerk("result", "archive", "2", "--back").status == 0
    assert tagwerk("goal", "show", "1", "--json").json["goal"]["share"] == pytest.approx(0.375)


def test_milestones(tagwerk: CommandLine) -> None:
    """Added, changed, reached and removed, by what they say or how that begins."""
    begun(tagwerk)
    tagwerk("milestone", "add", "1", "Second", "table", "--by", "2026-12-01", "--value", "70")
    tagwerk("milestone", "add", "1", "Second", "shift", "--by", "2026-12-10")
    assert (
        "“second” may be “Second table” or “Second shift”; write more of it."
        in tagwerk("milestone", "done", "1", "second").err
    )
    assert tagwerk("milestone", "done", "1", "second t").out.startswith(
        "You reached the milestone “Second table”"
    )
    tagwerk("milestone", "edit", "1", "second shift", "--text", "Late shift", "--by", "2026-12-20")
    assert tagwerk("goal", "show", "1", "--json").json["goal"]["milestones"] == [
        {"text": "Second table", "day": "2026-12-01", "value": 70.0, "done": True},
        {"text": "Late shift", "day": "2026-12-20", "value": None, "done": False},
    ]
    assert "+ 2026-12-01  Second table, 70 %" in tagwerk("goal", "show", "1").out
    assert tagwerk("milestone", "done", "1", "second table", "--not").out.startswith("You reopened")
    tagwerk("milestone", "remove", "1", "late")
    assert len(tagwerk("goal", "show", "1", "--json").json["goal"]["milestones"]) == 1
    assert "choose “Second table”." in tagwerk("milestone", "remove", "1", "third").err


def test_comments(tagwerk: CommandLine) -> None:
    """What is said about a goal stands in its sheet."""
    begun(tagwerk)
    assert tagwerk("goal", "comment", "1", "Well", "done", "@ben").out.startswith("You said something about")
    assert tagwerk("goal", "show", "1", "--json").json["goal"]["comments"][0]["text"] == "Well done @ben"
    assert "Ana Lima: Well done @ben" in tagwerk("goal", "show", "1").out
