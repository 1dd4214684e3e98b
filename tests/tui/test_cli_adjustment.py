"""`tagwerk adjustment`: what was changed because of a figure, and whether it helped."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from store.models import Adjustment, Kpi, Reading
from tests import builders
from tests.builders import NOW
from tests.tui.command_line import CommandLine
from tests.tui.goals import goal


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A shop whose returns went down after something was changed, and that is to be reviewed."""
    line = CommandLine(tmp_path)
    kpi = Kpi.checked(
        {"id": 1, "name": "Return rate", "unit": "%", "direction": "less", "target": 12, "owner": "ben"}
    )
    values = (15, 16, 14, 15, 16, 15, 12, 11, 12, 10, 11, 12)
    first = date(2026, 11, 16) - timedelta(weeks=11)
    readings = [
        Reading(id=at + 1, kpi=1, day=first + timedelta(weeks=at), value=value, author="ana", at=NOW)
        for at, value in enumerate(values)
    ]
    known = {"made_on": "2026-10-12", "kpi": 1, "created_by": "ana"}
    line.make_team(
        builders.team(
            kpi,
            goal(1, "Fewer returns", source="kpi", kpi=1),
            *readings,
            Adjustment.checked(
                {**known, "id": 1, "title": "Size tables", "owner": "ana", "review_on": "2026-11-20"}
            ),
            Adjustment.checked(
                {
                    "id": 2,
                    "title": "Paper",
                    "made_on": "2026-11-02",
                    "review_on": "2026-12-20",
                    "figure": "age",
                }
            ),
        )
    )
    return line


def test_what_is_to_be_reviewed_stands_first(tagwerk: CommandLine) -> None:
    """Then what is under way; who is asked, and since when."""
    assert tagwerk("adjustment").out.splitlines() == [
        "To review now",
        "  1 Size tables",
        "    Return rate, made Mon 12 Oct, Ana Lima is asked since Fri 20 Nov",
        "",
        "Under way",
        "  2 Paper",
        "    age, made Mon 2 Nov, nobody is asked on Sun 20 Dec",
    ]
    found = tagwerk("adjustment", "list", "--json").json["adjustments"]
    assert [(one["number"], one["to_review"]) for one in found] == [(1, True), (2, False)]
    assert found[1]["effect"] is None
    assert "None was put away" in tagwerk("adjustment", "--archived").out


def test_before_and_after_are_laid_side_by_side(tagwerk: CommandLine) -> None:
    """How many, the medians, the noise, the difference with its range, and no word of why."""
    assert tagwerk("adjustment", "review", "size").out.splitlines() == [
        "Adjustment 1 Size tables",
        "Return rate, made Mon 12 Oct, to be reviewed Fri 20 Nov, Ana Lima",
        "",
        "Return rate",
        "                     before  after",
        "readings             6       6",
        "median               15.0 %  11.5 %",
        "least                14.0 %  10.0 %",
        "most                 16.0 %  12.0 %",
        "usual ups and downs  ±0.5",
        "Since then it is 4.0 points less (−5.0 points to −3.0 points), which is better. "
        "Why, the numbers do not say.",
        "The range holds the true difference nineteen times of twenty where readings do not depend on each "
        "other. What else has changed in the same time is in it, too.",
        "Has it helped? “tagwerk adjustment review 1 helped|no-effect|harmed|unclear "
        "--learned TEXT” writes it down.",
    ]
    effect = tagwerk("adjustment", "show", "1", "--json").json["adjustment"]["effect"]
    assert (effect["shift"], effect["low"], effect["high"], effect["verdict"]) == (-4, -5, -3, "better")
    assert "nothing can be laid side by side" in tagwerk("adjustment", "show", "paper").out


def test_what_was_tried_and_what_helped(tagwerk: CommandLine) -> None:
    """What its people say and what was learned, beside what the numbers say."""
    assert "nobody has said what helped" in tagwerk("adjustment", "helped").out
    ran = tagwerk("adjustment", "review", "1", "helped", "--learned", "People measure first.")
    assert ran.out.splitlines() == [
        "Reviewed “Size tables”: helped.",
        "Return rate, 6 readings before, 6 after: median 15.0 %, then 11.5 %.",
        "Since then it is 4.0 points less (−5.0 points to −3.0 points), which is better. "
        "Why, the numbers do not say.",
    ]
    tagwerk("adjustment", "review", "2", "no-effect")
    said = tagwerk("adjustment", "helped").out
    for words in ("Helped: 1", "1 Size tables, Return rate, Mon 12 Oct", "learned: People measure first."):
        assert words in said
    assert "Had no effect: 1\n  2 Paper, age, Mon 2 Nov" in said
    assert [one["outcome"] for one in tagwerk("adjustment", "helped", "--json").json["adjustments"]] == [
        "helped",
        "no effect",
    ]
    assert "Reviewed" in tagwerk("adjustment").out


def test_an_adjustment_is_written_changed_and_put_away(tagwerk: CommandLine) -> None:
    """Its review day follows from the KPI; about a goal, the goal's KPI is compared."""
    ran = tagwerk(
        "adjustment", "add", "Better", "photos", "--goal", "1", "--expected", "10 %", "--seen", "blurry"
    )
    assert ran.out == "Wrote adjustment 3; Ana Lima is asked on 2027-01-18 whether it helped.\n"
    one = tagwerk("adjustment", "show", "better", "--json").json["adjustment"]
    assert (one["goal"], one["kpi"], one["expected"], one["owner"]) == (1, None, "10 %", "ana")
    assert one["effect"]["verdict"] == "too few readings"
    one = tagwerk(
        *("adjustment", "edit", "3", "--title", "New photos", "--goal", "none", "--kpi", "return"),
        *("--made", "2026-10-26", "--review", "2026-12-01", "--owner", "ben", "--json"),
    ).json["adjustment"]
    assert (one["title"], one["goal"], one["kpi"], one["owner"]) == ("New photos", None, 1, "ben")
    said = tagwerk("adjustment", "show", "3").out
    assert "Near to it adjustment 1 Size tables was made (2026-10-12)." in said
    assert "Too few readings to tell" not in said
    assert tagwerk("adjustment", "archive", "3").out == "Archived the adjustment “New photos”.\n"
    assert "is put away already" in tagwerk("adjustment", "archive", "3").err
    assert tagwerk("adjustment", "restore", "new").out == "Brought back the adjustment “New photos”.\n"
    assert "ask there, or who leads a role" in tagwerk("adjustment", "archive", "3", person="cem").err
    assert "cannot be reviewed before" in tagwerk("adjustment", "add", "x", "--review", "2026-11-01").err
    vague = ("adjustment", "add", "x", "--figure")
    assert "no figure “nonsense”" in tagwerk(*vague, "nonsense", "--expected", "less").err
    assert "Say what is expected of “x”" in tagwerk(*vague, "Throughput").err
    assert "is about: a KPI, a goal, or a figure" in tagwerk(*vague, "none", "--expected", "less").err
    tagwerk("kpi", "archive", "return")
    assert "Return rate, which is put away" in tagwerk("adjustment").out


def test_a_goal_follows_a_kpi_from_the_shell(tagwerk: CommandLine) -> None:
    """Its sheet names it; a check-in with a value is refused; “none” goes back to check-ins."""
    made = tagwerk(
        *(
            "goal",
            "add",
            "Fewer",
            "parcels",
            "back",
            "--kpi",
            "return",
            "--baseline",
            "15 %",
            "--target",
            "10",
        ),
        *(
            "--direction",
            "less",
            "--start",
            "2026-11-02",
            "--due",
            "2026-12-31",
            "--begin",
            "--anyway",
            "--json",
        ),
    ).json["goal"]
    assert (made["source"], made["kpi"], made["unit"], made["value"]) == ("kpi", 1, "%", 12)
    said = tagwerk("goal", "show", "2").out
    assert "Metric      Return rate, from 15 % to 10 %" in said
    assert "Value from  the KPI Return rate" in said
    assert "that of the KPI “Return rate”" in tagwerk("goal", "check-in", "2", "--value", "3").err
    one = tagwerk("goal", "edit", "2", "--kpi", "none", "--json").json["goal"]
    assert (one["source"], one["kpi"]) == ("check-ins", None)
