"""Scripting the board: add, list, show, move, done, comment."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import builders
from tests.tui.command_line import CommandLine


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A computer with the builders' shop team."""
    line = CommandLine(tmp_path)
    line.make_team()
    return line


TASK_KEYS = {
    "number",
    "title",
    "column",
    "kind",
    "role",
    "assignees",
    "priority",
    "due",
    "start",
    "estimate",
    "tags",
    "blocked",
    "overdue",
    "steps",
    "steps_done",
    "comments",
    "created_at",
    "created_by",
    "started_at",
    "finished_at",
    "archived_at",
}


def test_adding_takes_every_field(tagwerk: CommandLine) -> None:
    """A task is added with all that its options say, and the answer has its number."""
    ran = tagwerk(
        *("add", "Print", "the", "labels", "--role", "photo", "--column", "ready", "--assign", "BEN"),
        *("--assign", "cem", "--priority", "high", "--due", "friday", "--tag", "print", "--tag", "spring"),
        *("--estimate", "90m", "--description", "-", "--json"),
        stdin="Two\nlines",
    )

    assert ran.status == 0
    task = ran.json["task"]
    assert task.keys() == TASK_KEYS
    assert task == task | {
        "number": 9,
        "title": "Print the labels",
        "column": "Ready",
        "kind": "queue",
        "role": "Photography",
        "assignees": ["ben", "cem"],
        "priority": "high",
        "due": "2026-11-27",
        "estimate": 1.5,
        "tags": ["print", "spring"],
        "created_by": "ana",
        "created_at": "2026-11-23T09:30:00Z",
    }
    assert tagwerk("show", "9", "--json").json["task"]["description"] == "Two\nlines"


def test_adding_answers_in_a_sentence(tagwerk: CommandLine) -> None:
    """Without options a task goes to the first queue, and the sentence says so."""
    assert tagwerk("add", "Buy tape").out == "Added #9 “Buy tape” to Backlog.\n"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-24", "2026-12-24"),
        ("today", "2026-11-23"),
        ("Tomorrow", "2026-11-24"),
        ("monday", "2026-11-30"),
        ("tue", "2026-11-24"),
        ("+3d", "2026-11-26"),
        ("+2w", "2026-12-07"),
    ],
)
def test_due_days(tagwerk: CommandLine, typed: str, day: str) -> None:
    """A due day can be a date, today, tomorrow, the next such weekday, or so many days or weeks ahead."""
    assert tagwerk("add", "x", "--due", typed, "--json").json["task"]["due"] == day


def test_today_is_the_teams_day(tagwerk: CommandLine) -> None:
    """Half past eleven at night in London is tomorrow in Berlin, where the team works."""
    tagwerk.seconds = builders.NOW.replace(hour=23, minute=30).timestamp()

    assert tagwerk("add", "x", "--due", "today", "--json").json["task"]["due"] == "2026-11-24"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["add", "x", "--due", "morgen"], "“morgen” is not a day; write 2026-11-27, today"),
        (["add", "x", "--estimate", "long"], "“long” is not a number of hours"),
        (["add", "x", "--priority", "huge"], "invalid choice: 'huge'"),
        (["show", "abc"], "“abc” is not a task's number"),
        (["move", "0", "done"], "“0” is not a task's number"),
        (["add"], "The following arguments are required: TITLE"),
        (["list", "--mine", "--assignee", "ben"], "not allowed with argument"),
        (["dance"], "invalid choice: 'dance'"),
        (["list", "--arch"], "Unrecognized arguments: --arch"),
        (["member"], "The following arguments are required: VERB"),
    ],
)
def test_wrong_usage(tagwerk: CommandLine, arguments: list[str], sentence: str) -> None:
    """What cannot be understood exits with 2 and a sentence; as JSON where JSON is asked for."""
    ran = tagwerk(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert sentence in ran.err
    assert ran.err.startswith("usage: tagwerk")

    ran = tagwerk(*arguments, "--json")
    assert (ran.status, ran.json["kind"]) == (2, "Usage")
    assert sentence in ran.json["error"]


@pytest.mark.parametrize(
    ("arguments", "kind", "sentence"),
    [
        (["show", "99"], "NotFound", "There is no task #99"),
        (["move", "1", "Nowhere"], "NotFound", "There is no column “Nowhere”; choose “Backlog”"),
        (["move", "1", "do"], "Refused", "“do” could be “Doing” or “Done”; write more of the name."),
        (["add", "x", "--role", "legal"], "NotFound", "There is no role “legal”; choose “Shop”"),
        (["add", "x", "--assign", "zoe"], "NotFound", "Nobody in the team is called “zoe”"),
        (["add", " "], "Refused", "The title must not be empty."),
        (["comment", "1", " "], "Refused", "The comment is empty"),
        (["list", "--column", "x"], "NotFound", "There is no column “x”"),
        (["member", "add", "Ana"], "Refused", "“ana” is in the team already."),
    ],
)
def test_refusals(tagwerk: CommandLine, arguments: list[str], kind: str, sentence: str) -> None:
    """What a rule refuses exits with 1 and the rule's sentence; as JSON where JSON is asked for."""
    ran = tagwerk(*arguments)
    assert (ran.status, ran.out) == (1, "")
    assert sentence in ran.err

    ran = tagwerk(*arguments, "--json")
    assert ran.status == 1
    assert ran.json == {"error": ran.json["error"], "kind": kind, "waiting": False}
    assert sentence in ran.json["error"]


def test_listing_is_in_the_order_of_the_board(tagwerk: CommandLine) -> None:
    """Tasks are listed column by column, role by role, with nobody's lane last."""
    lines = tagwerk("list").out.splitlines()

    assert [line.split()[0] for line in lines] == ["#1", "#2", "#3", "#4", "#5", "#6", "#7", "#8"]
    assert lines[1].split("  ")[0:2] == ["#2", "Call the carrier"]
    assert lines[1].endswith("high")
    assert lines[4] == "#5  Photograph the spring range  Ready    Photography  ben  2026-11-27"


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        (["--role", "shop"], [1, 2, 4, 8]),
        (["--role", "none"], [3]),
        (["--column", "rea"], [4, 5]),
        (["--mine"], [4, 8]),
        (["--assignee", "Ben"], [5, 6]),
        (["--assignee", "ben", "--column", "doing"], [6]),
        (["--text", "SPRING collect"], [3]),
        (["--blocked"], []),
        (["--overdue"], []),
        (["--archived"], []),
    ],
)
def test_listing_filters(tagwerk: CommandLine, filters: list[str], numbers: list[int]) -> None:
    """Only what fits all filters is listed."""
    assert [t["number"] for t in tagwerk("list", *filters, "--json").json["tasks"]] == numbers


def test_listing_what_is_special(tmp_path: Path) -> None:
    """Blocked, overdue and archived tasks are found by their options and marked."""
    tagwerk = CommandLine(tmp_path)
    tagwerk.make_team(
        builders.team(
            builders.task(1, "Stuck", blocked="No tape"),
            builders.task(2, "Late", due="2026-11-20", assignees=["ana"]),
            builders.task(3, "Away", archived_at=builders.LONG_AGO),
            builders.task(8, "Was late", builders.DONE, due="2026-11-20"),
        )
    )

    assert tagwerk("list", "--blocked").out == "#1  Stuck  Backlog  Shop  blocked\n"
    assert tagwerk("list", "--overdue").out == "#2  Late  Backlog  Shop  ana  2026-11-20  overdue\n"
    assert tagwerk("list", "--archived").out == "#3  Away  Backlog  Shop\n"
    assert "Away" not in tagwerk("list").out


def test_an_empty_listing_says_so(tagwerk: CommandLine) -> None:
    """When nothing fits, a sentence says so, and the JSON is an empty list."""
    assert tagwerk("list", "--blocked").out == "No task fits.\n"
    assert tagwerk("list", "--blocked", "--json").json == {"tasks": []}


def test_listing_keeps_to_the_width(tagwerk: CommandLine) -> None:
    """No line is wider than COLUMNS; in a pipe nothing is cut."""
    tagwerk("add", "写真を撮る " * 20)
    tagwerk.environ["COLUMNS"] = "60"
    narrow = tagwerk("list").out
    del tagwerk.environ["COLUMNS"]

    from rich.cells import cell_len

    assert max(map(cell_len, narrow.splitlines())) <= 60
    assert "…" in narrow
    assert "写真を撮る " * 19 in tagwerk("list").out


def test_showing_everything(tmp_path: Path) -> None:
    """A task is shown with its facts, description, checklist, comments and history."""
    tagwerk = CommandLine(tmp_path)
    steps = [{"id": "a", "text": "Wash it", "done": True}, {"id": "b", "text": "Press it"}]
    card = builders.task(
        1,
        "Iron the flag",
        builders.DOING,
        due="2026-11-20",
        start="2026-11-19",
        estimate=2,
        assignees=["ben"],
        tags=["flag", "event"],
        description="With *steam*.\n\nNot too hot.",
        checklist=steps,
        depends_on=[2],
        links=["https://example.org/flag"],
        blocked="The iron is broken",
    )
    tagwerk.make_team(builders.team(card, builders.comment(1, 1, "Mine is fine,\ntake it.")))
    tagwerk("comment", "1", "Thank", "you", "@ben!")

    assert tagwerk("show", "#1").out == (
        "#1 Iron the flag\n"
        "Doing · Shop · normal priority · due 2026-11-20 (overdue) · not before 2026-11-19 · 2 h\n"
        "People: Ben Okafor (ben)\n"
        "Tags: flag, event\n"
        "Blocked: The iron is broken\n"
        "Waits for: #2\n"
        "Links: https://example.org/flag\n"
        "\n"
        "With *steam*.\n"
        "\n"
        "Not too hot.\n"
        "\n"
        "Checklist 1/2\n"
        "  [x] Wash it\n"
        "  [ ] Press it\n"
        "\n"
        "Comments\n"
        "  Ben Okafor, 2026-10-24 11:30\n"
        "    Mine is fine,\n"
        "    take it.\n"
        "  Ana Lima, 2026-11-23 10:30\n"
        "    Thank you @ben!\n"
        "\n"
        "History\n"
        "  2026-11-23 10:30  Ana Lima commented on #1\n"
    )


def test_showing_as_json(tagwerk: CommandLine) -> None:
    """The JSON of a task has its comments and history with who, when and what."""
    tagwerk("comment", "1", "Hello @cem")
    tagwerk("move", "1", "Ready")
    task = tagwerk("show", "1", "--json").json["task"]

    extra = {"description", "checklist", "depends_on", "links", "comments", "history"}
    assert task.keys() - TASK_KEYS == extra - {"comments"}
    assert task["comments"] == [
        {
            "number": 1,
            "task": 1,
            "author": "ana",
            "text": "Hello @cem",
            "at": "2026-11-23T09:30:00Z",
            "edited_at": None,
            "mentions": ["cem"],
        }
    ]
    moved = {"number": 2, "at": "2026-11-23T09:30:00Z", "by": "ana", "label": "moved #1 to Ready"}
    assert task["history"][0] == moved
    assert tagwerk("show", "1", "--history", "--json").json["task"]["history"] == task["history"]


def test_moving(tagwerk: CommandLine) -> None:
    """A task moves to another column and role, at the end or the top; once more changes nothing."""
    assert tagwerk("move", "1", "ready").out == "Moved #1 to Ready.\n"
    assert tagwerk("move", "1", "ready").out == "#1 is in Ready already.\n"
    ran = tagwerk("move", "2", "Ready", "--role", "photo", "--top", "--json")
    assert (ran.json["task"]["column"], ran.json["task"]["role"]) == ("Ready", "Photography")
    assert ran.json["changed"] is True
    assert tagwerk("move", "2", "ready", "--json").json["changed"] is False
    numbers = [task["number"] for task in tagwerk("list", "--column", "ready", "--json").json["tasks"]]
    assert numbers == [4, 1, 2, 5]
    assert tagwerk("move", "2", "ready", "--role", "none", "--json").json["task"]["role"] is None


def test_finishing(tagwerk: CommandLine) -> None:
    """A task is finished with its time; finishing it again changes nothing."""
    ran = tagwerk("done", "6", "--json")
    assert ran.json["task"]["finished_at"] == "2026-11-23T09:30:00Z"
    assert ran.json["changed"] is True
    ran = tagwerk("done", "6")
    assert (ran.status, ran.out) == (0, "#6 is done already.\n")


def test_a_limit_asks_for_an_option(tagwerk: CommandLine) -> None:
    """Going over a limit is refused with the option that allows it, and then recorded."""
    tagwerk("move", "1", "doing")
    ran = tagwerk("move", "2", "doing")
    sentence = "Doing has 3 cards and a limit of 3; --over-limit goes over it."
    assert (ran.status, ran.err) == (1, f"tagwerk: {sentence}\n")
    ran = tagwerk("add", "x", "--column", "doing", "--json")
    assert ran.json == {"error": sentence, "kind": "NeedsConsent", "waiting": False}

    assert tagwerk("move", "2", "doing", "--over-limit").out == "Moved #2 to Doing, over its limit of 3.\n"
    assert tagwerk("add", "x", "--column", "doing", "--over-limit").status == 0


def test_commenting_reads_the_input(tagwerk: CommandLine) -> None:
    """A comment can come from a pipe, and says whom it mentions."""
    ran = tagwerk("comment", "1", "-", stdin="First line\n@ben second\n")
    assert ran.out == "Commented on #1, mentioning Ben Okafor.\n"
    comment = tagwerk("show", "1", "--json").json["task"]["comments"][0]
    assert comment["text"] == "First line\n@ben second"


def test_members(tagwerk: CommandLine) -> None:
    """A member takes somebody in, who can act from then on."""
    ran = tagwerk("member", "add", "zoe", "--name", "Zoe Quist", "--role", "photo,news", "--initials", "ZQ")
    assert ran.out == "Zoe Quist (zoe) is in the team now, for Photography and Newsletter.\n"
    assert tagwerk("member", "list").out.splitlines()[-1] == "zoe  Zoe Quist   Photography, Newsletter"
    assert tagwerk("member", "list", "--json").json["members"][-1] == {
        "login": "zoe",
        "name": "Zoe Quist",
        "initials": "ZQ",
        "roles": ["Photography", "Newsletter"],
        "time_zone": "Europe/Berlin",
        "hours": None,
        "working_days": [],
        "works_from": None,
        "works_until": None,
        "shares": [],
        "joined_on": None,
        "birthday": None,
        "pronouns": None,
        "spoken": None,
        "holidays": [],
        "left_at": None,
    }
    assert tagwerk("add", "x", person="zoe").status == 0
