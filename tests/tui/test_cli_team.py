"""`tagwerk settings`, `column`, `role`, `tag`, `member edit`, `archive` and `restore`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.command_line import CommandLine
from tui.commands.values import weekdays


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A computer with the builders' shop team; Ana and Ben lead a role, Cem does not."""
    line = CommandLine(tmp_path)
    line.make_team()
    return line


def names(tagwerk: CommandLine, verb: str) -> list[str]:
    """The names of columns, roles or tags, in their order."""
    return [thing["name"] for thing in tagwerk(verb, "--json").json[f"{verb}s"]]


def test_the_settings_are_shown_and_changed(tagwerk: CommandLine) -> None:
    """Several at once; the answer has all of them."""
    assert tagwerk("settings").out.splitlines() == [
        "name               Corner Shop",
        "time_zone          Europe/Berlin",
        "stale_after        5 days",
        "working_days       Mo Tu We Th Fr",
        "standup_seconds    90 seconds",
        "standup_order      random",
        "hours_per_week     40 hours",
        "accountable_limit  7 responsibilities",
        "currency           EUR",
        "holidays           none",
    ]

    ran = tagwerk(
        "settings",
        "set",
        "name=Big Shop",
        "working-days=sa, mo",
        "stale_after=7",
        "currency=CHF",
        "hours-per-week=37.5",
    )

    assert (
        ran.out
        == "Changed the name, days until stale, working days, hours a week and currency of the settings.\n"
    )
    assert tagwerk("settings", "--json").json == {
        "settings": {
            "name": "Big Shop",
            "time_zone": "Europe/Berlin",
            "stale_after": 7,
            "working_days": ["Mo", "Sa"],
            "standup_seconds": 90,
            "standup_order": "random",
            "hours_per_week": 37.5,
            "accountable_limit": 7,
            "currency": "CHF",
            "holidays": [],
        },
        "changed": False,
    }


def test_a_setting_that_is_so_already_changes_nothing(tagwerk: CommandLine) -> None:
    """It says so, in words and in JSON."""
    assert tagwerk("settings", "--set", "name=Corner Shop").out == "Nothing changed.\n"
    assert tagwerk("settings", "--set", "name=Corner Shop", "--json").json["changed"] is False


@pytest.mark.parametrize(
    ("given", "status", "sentence"),
    [
        ("name", 2, "“name” is not a setting; write it like name=Corner Shop."),
        (
            "size=3",
            1,
            "There is no field “size” in the settings; "
            "there are accountable_limit, currency, holidays, hours_per_week, name, stale_after, "
            "standup_order, standup_seconds, time_zone and working_days.",
        ),
        ("stale_after=soon", 1, "The days until stale “soon” is not a whole number."),
        (
            "standup_order=wild",
            1,
            "The order of the stand-up “wild” is not an order; choose random or fixed.",
        ),
        ("standup_seconds=5", 1, "The time for one person in a stand-up “5” is too small: 15 is the least."),
        ("time_zone=Mars", 1, "The time zone “Mars” is not a time zone; write it like Europe/Berlin."),
        ("working_days=", 1, "The team works on one day of the week at least."),
        (
            "working_days=m",
            1,
            "“m” are not days of the week; write them like Mo,Tu,We,Th,Fr.",
        ),
    ],
)
def test_what_is_no_setting_is_refused(tagwerk: CommandLine, given: str, status: int, sentence: str) -> None:
    """The sentence says what would be one."""
    ran = tagwerk("settings", "--set", given)

    assert ran.status == status
    assert sentence in ran.err


def test_columns_are_listed(tagwerk: CommandLine) -> None:
    """Name, kind, cards and limit, a line each."""
    assert tagwerk("column").out.splitlines() == [
        "Backlog  waiting, not begun  3",
        "Ready    waiting, not begun  2",
        "Doing    being worked on     2/3",
        "Done     finished            1",
    ]


def test_a_column_from_its_first_to_its_last_day(tagwerk: CommandLine) -> None:
    """Added, moved, edited, put away and brought back; each answer has the column as it is then."""
    ran = tagwerk(
        "column", "add", "Review", "--kind", "active", "--limit", "4", "--policy", "-", stdin="Look\nwell\n"
    )
    assert ran.out == "Added the column “Review”.\n"
    assert names(tagwerk, "column") == ["Backlog", "Ready", "Doing", "Review", "Done"]
    assert tagwerk("column", "move", "rev", "2").out == "Moved the column “Review”.\n"
    assert tagwerk("column", "move", "rev", "4").out == "Moved the column “Review”.\n"
    assert names(tagwerk, "column") == ["Backlog", "Ready", "Doing", "Review", "Done"]
    ran = tagwerk("column", "edit", "review", "--limit", "none", "--name", "Check", "--json")
    assert ran.json == {
        "column": {
            "number": 5,
            "name": "Check",
            "kind": "active",
            "cards": 0,
            "limit": None,
            "policy": "Look\nwell",
            "archived_at": None,
        },
        "changed": True,
    }
    assert tagwerk("column", "archive", "Check", "--json").json["column"]["archived_at"]
    assert names(tagwerk, "column") == ["Backlog", "Ready", "Doing", "Done"]
    assert tagwerk("column", "restore", "che").out == "Brought back the column “Check”.\n"


@pytest.mark.parametrize(
    ("where", "order"),
    [
        ("left", ["Ready", "Backlog", "Doing", "Done"]),
        ("up", ["Ready", "Backlog", "Doing", "Done"]),
        ("right", ["Backlog", "Doing", "Ready", "Done"]),
        ("down", ["Backlog", "Doing", "Ready", "Done"]),
        ("first", ["Ready", "Backlog", "Doing", "Done"]),
        ("last", ["Backlog", "Doing", "Done", "Ready"]),
        ("3", ["Backlog", "Doing", "Ready", "Done"]),
        ("99", ["Backlog", "Doing", "Done", "Ready"]),
        ("2", ["Backlog", "Ready", "Doing", "Done"]),
    ],
)
def test_a_column_goes_where_it_is_sent(tagwerk: CommandLine, where: str, order: list[str]) -> None:
    """One place on, to an end, or to a place from 1."""
    assert tagwerk("column", "move", "Ready", where).status == 0

    assert names(tagwerk, "column") == order


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (("column", "archive", "Backlog"), 1, "The column “Backlog” still has 3 cards; move them first."),
        (("column", "restore", "x"), 1, "There is no archived column, so “x” cannot be brought back."),
        (("column", "add", "doing"), 1, "There is already a column “doing”; choose another name."),
        (("column", "edit", "x"), 1, "There is no column “x”; choose “Backlog”, “Ready”, “Doing” or “Done”."),
        (("column", "move", "Doing", "away"), 2, "“away” is not a place; write left, right, first, last"),
        (("column", "add", "x", "--limit", "many"), 2, "“many” is not a whole number"),
        (("role", "edit", "none", "--mission", "x"), 1, "“none” is nobody’s lane, and no role that could be"),
        (("role", "edit", "Shop", "--lead", "zoe"), 1, "There is no person “zoe”; choose ana, ben or cem."),
        (("role", "edit", "Shop", "--colour", "pink"), 1, "The colour “pink” is not known; choose blue"),
        (
            ("tag", "edit", "x", "--colour", "red"),
            1,
            "There is no tag “x”; “tagwerk tag add x” agrees on it.",
        ),
        (("tag", "merge", "x", "y"), 1, "There is no tag “y”, and no card carries it."),
        (("member", "edit", "zoe"), 1, "Nobody of the login “zoe” is or was in the team"),
        (("member", "back", "ben"), 1, "“ben” is in the team already."),
        (("archive", "99"), 1, "#99"),
        (("restore", "1"), 1, "#1 is on the board already."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_refusals_are_sentences(
    tagwerk: CommandLine, arguments: tuple[str, ...], status: int, sentence: str
) -> None:
    """On the error stream, with the status that the help names, and nothing is written."""
    ran = tagwerk(*arguments)

    assert (ran.status, ran.out) == (status, "")
    assert sentence in ran.err


def test_a_role_from_its_first_to_its_last_day(tagwerk: CommandLine) -> None:
    """Added with all that is known of it, changed, moved, put away and brought back."""
    ran = tagwerk(
        *("role", "add", "Returns", "--lead", "Cem", "--deputy", "ana", "--colour", "red", "--limit", "2"),
        *("--mission", "Fair", "--answers-for", "Labels", "--answers-for", "Refunds"),
        *("--decision", "refunds up to 100 EUR", "--kpi", "Return rate", "--department", "Service"),
        *("--above", "shop"),
    )
    assert ran.out == "Added the role “Returns”.\n"
    ran = tagwerk("role", "edit", "returns", "--deputy", "none", "--limit", "none", "--json")
    assert ran.json["role"] == {
        "number": 4,
        "name": "Returns",
        "lead": "cem",
        "deputy": None,
        "people": [],
        "colour": "red",
        "limit": None,
        "in_work": 0,
        "mission": "Fair",
        "responsibilities": ["Labels", "Refunds"],
        "decisions": ["refunds up to 100 EUR"],
        "kpis": ["Return rate"],
        "department": "Service",
        "above": "Shop",
        "archived_at": None,
    }
    tagwerk("role", "move", "returns", "first")
    assert names(tagwerk, "role") == ["Returns", "Shop", "Photography", "Newsletter"]
    assert tagwerk("role").out.splitlines()[0] == "Returns      Cem Demir   0  red  Fair"
    assert tagwerk("role", "archive", "returns").status == 0
    assert names(tagwerk, "role") == ["Shop", "Photography", "Newsletter"]
    assert tagwerk("role", "restore", "returns").status == 0
    assert names(tagwerk, "role")[0] == "Returns"


def test_tags_from_words_to_one_tag(tagwerk: CommandLine) -> None:
    """Words on cards are listed, agreed on, renamed, merged, put away and brought back."""
    for title, tag in (("One", "shoot"), ("Two", "Shoot"), ("Three", "old")):
        tagwerk("add", title, "--tag", tag)
    assert tagwerk("tag").out.splitlines() == ["#shoot  2  only on cards", "#old    1  only on cards"]
    assert tagwerk("tag", "add", "#Shoot", "--colour", "blue", "--for", "The studio").status == 0
    assert tagwerk("tag", "rename", "shoot", "photo").out == (
        "Renamed the tag “Shoot” to “photo” on 2 cards.\n"
    )
    ran = tagwerk("tag", "merge", "old", "photo", "--json")
    assert ran.json == {
        "tag": {
            "name": "photo",
            "agreed": True,
            "colour": "blue",
            "description": "The studio",
            "cards": 3,
            "archived_at": None,
        },
        "changed": True,
    }
    tagwerk("tag", "add", "bug")
    assert tagwerk("tag", "edit", "bug", "--colour", "red").out == "Changed the colour of the tag “bug”.\n"
    tagwerk("tag", "move", "bug", "up")
    assert names(tagwerk, "tag") == ["bug", "photo"]
    assert tagwerk("tag", "archive", "#photo", "--json").json["tag"]["archived_at"]
    assert tagwerk("tag").out.splitlines() == ["#bug    0  red", "#photo  3       only on cards"]
    assert tagwerk("tag", "restore", "photo").out == "Brought back the tag “photo”.\n"


def test_an_empty_list_says_how_to_begin(tagwerk: CommandLine) -> None:
    """There are no tags at first."""
    assert tagwerk("tag").out == "There are no tags yet; “tagwerk tag add NAME” adds one.\n"


def test_a_person_changes_leaves_and_comes_back(tagwerk: CommandLine) -> None:
    """Roles replace what was there; who left is not listed any more, and is told apart by JSON."""
    ran = tagwerk("member", "edit", "CEM", "--role", "photo,Shop", "--initials", "CX", "--json")
    assert ran.json["member"]["roles"] == ["Photography", "Shop"]
    assert tagwerk("member", "leave", "cem").out.splitlines()[0] == "Took Cem Demir out of the team."
    assert "cem" not in tagwerk("member", "list").out
    assert (
        "“cem” has left the team already; “tagwerk member back cem”" in tagwerk("member", "leave", "cem").err
    )
    assert tagwerk("member", "back", "cem", "--json").json["member"]["left_at"] is None


@pytest.mark.parametrize(
    "arguments",
    [
        ("settings", "--set", "name=x"),
        ("column", "add", "x"),
        ("column", "edit", "Done", "--name", "x"),
        ("column", "move", "Done", "left"),
        ("role", "add", "x"),
        ("role", "archive", "Newsletter"),
        ("tag", "add", "x"),
        ("member", "edit", "ana", "--name", "x"),
        ("member", "leave", "ana"),
    ],
    ids=" ".join,
)
def test_who_leads_nothing_changes_nothing(tagwerk: CommandLine, arguments: tuple[str, ...]) -> None:
    """Cem is told whom to ask, and nothing is written."""
    ran = tagwerk(*arguments, person="cem")

    does = "takes somebody out of the team" if "leave" in arguments else "changes the team's settings"
    assert ran.err == f"tagwerk: Only who leads a role {does}; ask Ana Lima or Ben Okafor.\n"
    assert ran.status == 1


def test_everybody_edits_themselves(tagwerk: CommandLine) -> None:
    """Cem changes his own initials, and may leave."""
    assert tagwerk("member", "edit", "cem", "--initials", "CX", person="cem").status == 0
    assert tagwerk("member", "leave", "cem", person="cem").status == 0


def test_a_task_is_put_away_and_brought_back(tagwerk: CommandLine) -> None:
    """Both answer with the task; a full column asks first."""
    assert tagwerk("archive", "6").out == "Archived #6.\n"
    assert "#6" in tagwerk("list", "--archived").out
    for title in ("One", "Two"):
        tagwerk("add", title, "--column", "doing")
    ran = tagwerk("restore", "#6")
    assert ran.err == "tagwerk: Doing has 3 cards and a limit of 3; --over-limit goes over it.\n"
    ran = tagwerk("restore", "6", "--over-limit", "--json")
    assert (ran.json["task"]["column"], ran.json["task"]["archived_at"]) == ("Doing", None)


def test_json_is_asked_for_before_or_behind_the_second_word(tagwerk: CommandLine) -> None:
    """Both words take the option."""
    assert tagwerk("column", "--json", "add", "x").json["changed"]
    assert tagwerk("column", "add", "y", "--json").json["changed"]


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("Mo,Tu", [0, 1]),
        ("monday  sat", [0, 5]),
        ("", []),
        ("t", None),
        ("Mo-Fr", [0, 1, 2, 3, 4]),
        ("xx", None),
    ],
)
def test_days_of_the_week_are_read(typed: str, days: list[int] | None) -> None:
    """By how their names begin, with blanks or commas between."""
    assert weekdays(typed) == days
