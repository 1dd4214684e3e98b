"""`tagwerk value`, `kudos`, `pulse` and `days`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.culture.circle import team
from tests.tui.command_line import CommandLine


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A shell of a team of twelve that Ana leads."""
    line = CommandLine(tmp_path)
    line.environ |= {"COLUMNS": "80", "TAGWERK_CONFIG": str(tmp_path / "config")}
    line.make_team(team())
    return line


def test_values_are_kept_by_who_leads(tagwerk: CommandLine) -> None:
    """Added, changed, moved, put away and brought back by name; goals are completed with them."""
    added = tagwerk(
        "value", "add", "Better", "weekly", "--practice", "We ask.", "--about", "Why not", "--json"
    )
    assert added.json["value"] == {
        "number": 3,
        "name": "Better weekly",
        "about": "Why not",
        "practice": ["We ask."],
        "archived_at": None,
    }
    assert (
        tagwerk("value", "edit", "better", "--about", "none").out
        == "Changed the about of the value “Better weekly”.\n"
    )
    assert tagwerk("value", "move", "better", "first").out == "Moved the value “Better weekly”.\n"
    assert tagwerk("value").out.splitlines()[:3] == [
        "3  Better weekly",
        "     - We ask.",
        "1  Customers first",
    ]
    assert tagwerk("value", "archive", "cust").status == 0
    assert "There is no value “cust”" in tagwerk("value", "edit", "cust", "--name", "X").err
    assert tagwerk("value", "restore", "cust", "--json").json["value"]["archived_at"] is None
    assert "Only who leads a role changes the team's values" in tagwerk("value", "ready", person="ben").err
    assert len(tagwerk("value", "ready", "--json").json["values"]) == 6
    goal = tagwerk("goal", "add", "Sell more", "--serves", "customers", "--json").json["goal"]
    assert goal["serves"] == "Customers first"


def test_kudos_go_round(tagwerk: CommandLine) -> None:
    """Given to people and roles, shown on the wall, taken back; one's own and the quiet are not for all."""
    assert tagwerk("kudos", "ben,cem", "For", "Friday", "--value", "cust").out == "Thanked Ben and Cem.\n"
    told = tagwerk("kudos", "--role", "shop", "All of you", "--post", "--json", person="lea").json["kudos"]
    assert (told["people"], told["roles"], told["post"]) == ([], ["Shop"], 1)
    assert tagwerk("kudos").out.splitlines() == [
        "2  Mon 23 Nov  Lea → Shop",
        "  All of you",
        "1  Mon 23 Nov  Ana → Ben and Cem · Customers first",
        "  For Friday",
    ]
    assert len(tagwerk("kudos", "--value", "customers", "--json").json["kudos"]) == 1
    own = tagwerk("kudos", "mine", "--json", person="ben").json
    assert ([one["number"] for one in own["came_in"]], own["went_out"]) == ([2, 1], [])
    assert "Only who leads a role sees who was not thanked" in tagwerk("kudos", "quiet", person="ben").err
    assert tagwerk("kudos", "quiet").out == "Lea  not yet\n"
    assert "takes no more words" in tagwerk("kudos", "mine", "ben").err
    assert "nobody thanks themselves" in tagwerk("kudos", "ana", "me").err
    assert "Say what for" in tagwerk("kudos", "ben").err
    assert "only who gave them takes them back" in tagwerk("kudos", "take-back", "2").err
    assert tagwerk("kudos", "take-back", "2", person="lea").out == "Took back the kudos to Shop.\n"
    assert "1 post" not in tagwerk("news").out


def test_the_pulse_is_answered_and_shown(tagwerk: CommandLine) -> None:
    """By options or by being asked; the brief reminds until then; five answers are shown on Monday."""
    assert tagwerk("pulse").out.splitlines()[1] == "1 is not at all, 5 is very much."
    assert "“tagwerk pulse” asks" in tagwerk("brief").out
    asked = tagwerk.bare(
        "--folder", str(tagwerk.folder), "--as", "ana", "pulse", stdin="7\n4\nFine\n", terminal=True
    )
    assert "Say a number from 1 to 5." in asked.out
    assert "Yours is the first answer this week" in asked.out
    assert "Thank you. Your answer is added" in asked.out
    assert "“tagwerk pulse” asks" not in tagwerk("brief").out
    for login in ("ben", "cem", "dia"):
        assert tagwerk("pulse", "--score", "2", person=login).status == 0
    assert "no results yet" in tagwerk("pulse", "results").out
    assert "You have answered this week" in tagwerk("pulse", "--score", "2", person="dia").err
    assert "Say a number as well" in tagwerk("pulse", "--note", "x", person="eli").err
    tagwerk("pulse", "--score", "5", "--note", "Böse Zungen", person="eli")
    assert "5 have answered; results on Monday." in tagwerk("pulse").out
    assert "no results yet" in tagwerk("pulse", "results").out
    tagwerk.seconds += 7 * 86_400
    lines = [" ".join(line.split()) for line in tagwerk("pulse", "results").out.splitlines()[1:]]
    assert lines == [
        "3.0 on average of 5 answers",
        "1 not at all 0",
        f"2 {'#' * 20} 3",
        "3 0",
        "4 ####### 1",
        "5 very much ####### 1",
        "“Böse Zungen”",
        "“Fine”",
    ]
    commits = tagwerk("log", "--json").json["commits"]
    assert [one["by"] for one in commits if "pulse" in one["label"]] == ["tagwerk"]


def test_what_the_pulse_asks(tagwerk: CommandLine) -> None:
    """Leads add, move, archive and restore; the week keeps its question."""
    now = tagwerk("pulse", "--json").json["question"]["number"]
    assert tagwerk("pulse", "question", "archive", str(now)).status == 0
    assert tagwerk("pulse", "--json").json["question"]["number"] == now
    assert tagwerk("pulse", "question", "restore", str(now)).status == 0
    assert (
        tagwerk("pulse", "question", "add", "Lunch?", "--low", "bad").out
        == "Added the pulse's question “Lunch?”.\n"
    )
    assert tagwerk("pulse", "question", "move", "4", "first").status == 0
    assert (
        tagwerk("pulse", "question", "edit", "4", "--high", "good", "--json").json["question"]["high"]
        == "good"
    )
    assert len(tagwerk("pulse", "question", "ready", "--json").json["questions"]) == 13
    assert "this week" in tagwerk("pulse", "question").out
    assert "changes what the pulse asks" in tagwerk("pulse", "question", "archive", "1", person="ben").err


def test_the_brief_tells_thanks_once(tagwerk: CommandLine) -> None:
    """And what there is to celebrate today; a program that reads it takes nothing away."""
    tagwerk("kudos", "ben", "For Friday")
    assert [one["words"] for one in tagwerk("brief", "--json", person="ben").json["kudos"]] == ["For Friday"]
    assert "You were thanked\n  Ana: For Friday\n" in tagwerk("brief", person="ben").out
    assert "You were thanked" not in tagwerk("brief", person="ben").out
    tagwerk("kudos", "--role", "shop", "All", person="cem")
    assert "  Cem to Shop: All\n" in tagwerk("brief", person="ben").out
    tagwerk("member", "edit", "ben", "--birthday", "23 Nov", person="ben")
    assert tagwerk("brief").out.splitlines()[1] == "Today: Ben's birthday"


def test_days_and_what_people_say_of_themselves(tagwerk: CommandLine) -> None:
    """Birthdays, first days, anniversaries, and holidays of whoever keeps which calendar."""
    for options in [
        ("ben", "--birthday", "6.12.", "--pronouns", "he/him", "--spoken", "BEN"),
        ("cem", "--joined", "2024-11-25", "--holidays", "islamic, tr"),
        ("dia", "--joined", "2026-12-01", "--pronouns", "she/her"),
    ]:
        own = options[-2] in ("--spoken", "--pronouns", "--holidays")
        if own:
            assert f"Only {options[0].title()} says" in tagwerk("member", "edit", *options).err
        assert tagwerk("member", "edit", *options, person=options[0] if own else "ana").status == 0
    assert tagwerk("settings", "set", "holidays=us").status == 0
    assert "There are no holidays of “xx”" in tagwerk("settings", "set", "holidays=xx").err
    assert (
        "is not a day of the year"
        in tagwerk("member", "edit", "ben", "--birthday", "31.2.", person="ben").err
    )
    assert [line.split("  ")[-1].strip() for line in tagwerk("days").out.splitlines()] == [
        "Cem has been here for 2 years",
        "Thanksgiving Day: Ana, Ben, Dia, Eli, Fay and 6 more",
        "Dia (she/her) begins; say hello",
        "Ben's birthday",
    ]
    assert tagwerk("days", "--json").json["days"][1]["people"] == [
        *("ana", "ben", "dia", "eli", "fay", "gus", "hal", "ida", "jon", "kim", "lea")
    ]
    shown = tagwerk("member", "show", "ben").out
    assert "Ben (he/him, say BEN)" in shown
    assert "6 Dec" in shown
    assert tagwerk("member", "show", "cem", "--json").json["member"]["holidays"] == ["islamic", "TR"]
    assert (
        tagwerk("member", "edit", "ben", "--birthday", "none", "--json", person="ben").json["member"][
            "birthday"
        ]
        is None
    )
