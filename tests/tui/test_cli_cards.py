"""Changing cards in the shell: what they say, who does them, what they wait for, and their steps."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.models import Assessment, Freeze, Goal, GoalState, Skill
from tests import builders
from tests.tui.command_line import CommandLine


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A computer with the builders' shop team, two goals, a skill, a freeze and a card with steps."""
    line = CommandLine(tmp_path)
    steps = [{"id": "a", "text": "Wash it", "done": True}, {"id": "b", "text": "Press it"}]
    line.make_team(
        builders.team(
            Goal.checked({"id": 1, "title": "Sell boots", "owner": "ana", "state": GoalState.ACTIVE}),
            Goal.checked({"id": 2, "title": "Answer faster", "owner": "ben", "state": GoalState.ACTIVE}),
            Skill(id=1, name="Photography", position="U", tag="shoot"),
            Assessment.checked(
                {"id": 1, "person": "ben", "skill": 1, "level": 4, "day": "2026-11-02", "author": "ana"}
                | {"at": builders.LONG_AGO, "confirmed_by": "ana", "confirmed_at": builders.LONG_AGO}
            ),
            Freeze.checked(
                {"id": 1, "name": "Sale", "tags": ["till"], "start": "2026-11-20", "end": "2026-11-30"}
            ),
            builders.task(
                20,
                "Iron the flag",
                builders.BACKLOG,
                assignees=["ana"],
                tags=["flag"],
                due="2026-12-01",
                goal=2,
                links=["https://example.org/old"],
                checklist=steps,
            ),
        )
    )
    return line


def _task(tagwerk: CommandLine, number: int) -> dict[str, object]:
    task: dict[str, object] = tagwerk("show", str(number), "--json").json["task"]
    return task


def test_editing_by_the_boards_signs(tagwerk: CommandLine) -> None:
    """One line of signs changes several cards as one change; a word of signs needs no quotation marks."""
    ran = tagwerk(
        "edit", "20", "#1", "@ben -@ana !low due:none #Print", "-#flag", "~Photo in:ready", "--json"
    )

    assert (ran.json["changed"], ran.json["hint"]) == (True, None)
    assert [task["number"] for task in ran.json["tasks"]] == [20, 1]
    for task in ran.json["tasks"]:
        assert task == task | {
            "assignees": ["ben"],
            "priority": "low",
            "due": None,
            "tags": ["Print"],
            "role": "Photography",
            "column": "Ready",
        }
    commits = tagwerk("log", "--json").json["commits"]
    assert [change["number"] for change in commits[0]["changes"]] == [20, 1]
    assert tagwerk("edit", "20", "-@ben", "#print").out == "Changed #20: without Ben Okafor · #Print.\n"
    assert tagwerk("edit", "20", "-@ben").out == "Nothing changed.\n"


def test_editing_by_options(tagwerk: CommandLine) -> None:
    """Every option changes its field, holds instead of a sign that says the same, and can take away."""
    ran = tagwerk(
        *("edit", "20", "!low", "--title", "Iron both flags", "--description", "-", "--due", "fri"),
        *("--start", "today", "--estimate", "90m", "--priority", "high", "--tag", "#FLAG", "--tag", "event"),
        *("--link", "https://example.org/new", "--unlink", "https://example.org/old", "--goal", "sell"),
        stdin="With *steam*.",
    )
    assert ran.out == (
        "Changed #20: title “Iron both flags” · description · high · #flag · #event · from Mon 23 Nov"
        " · due Fri 27 Nov · 1.5 h · goal 1 · https://example.org/new · without https://example.org/old.\n"
        "1 card served goal 2 “Answer faster” before.\n"
    )
    task = _task(tagwerk, 20)
    assert task == task | {
        "title": "Iron both flags",
        "description": "With *steam*.",
        "due": "2026-11-27",
        "start": "2026-11-23",
        "estimate": 1.5,
        "priority": "high",
        "tags": ["flag", "event"],
        "links": ["https://example.org/new"],
    }
    ran = tagwerk(
        *("edit", "20", "--due", "none", "--start", "none", "--estimate", "none", "--untag", "Event"),
        *("--goal", "none", "--description", "", "--json"),
    )
    task = ran.json["tasks"][0]
    assert task == task | {"due": None, "start": None, "estimate": None, "tags": ["flag"]}
    assert _task(tagwerk, 20)["description"] == ""
    assert tagwerk("edit", "20", "--goal", "none").out == "Nothing changed.\n"


def test_who_lacks_a_skill_is_hinted_at(tagwerk: CommandLine) -> None:
    """Giving a card to somebody who lacks what it needs says so, with who could show it; it is no refusal."""
    hint = "Cem Demir is at 0 (none) in Photography; Ben Okafor (4) could show how."
    ran = tagwerk("edit", "1", "@cem #shoot")
    assert ran.out.splitlines()[1:] == [hint]
    assert tagwerk("assign", "1", "ben", "--json").json["hint"] is None
    assert tagwerk("assign", "1", "cem", "--json").json["hint"] == hint
    assert tagwerk("duplicate", "1", "--json").json["hint"] == hint


def test_assigning(tagwerk: CommandLine) -> None:
    """People come instead of those who did it; taking comes to them, and twice changes nothing."""
    assert tagwerk("assign", "4", "#20", "ben,@cem").out == "Assigned 2 cards to Ben Okafor and Cem Demir.\n"
    assert _task(tagwerk, 4)["assignees"] == _task(tagwerk, 20)["assignees"] == ["ben", "cem"]
    assert tagwerk("assign", "4", "--take").out == "Took #4.\n"
    assert _task(tagwerk, 4)["assignees"] == ["ben", "cem", "ana"]
    ran = tagwerk("assign", "4", "--take")
    assert (ran.status, ran.out) == (0, "You are on it already.\n")
    assert tagwerk("assign", "4", "me").out == "Assigned #4 to Ana Lima.\n"
    assert tagwerk("assign", "4", "20", "--nobody", "--json").json["tasks"][0]["assignees"] == []


def test_blocking(tagwerk: CommandLine) -> None:
    """A card is blocked with a reason, and can go on."""
    assert tagwerk("block", "4", "No", "scales").out == "Blocked #4: “No scales”.\n"
    assert tagwerk("block", "4", "-", "--json", stdin="Late\n").json["task"]["blocked"] == "Late"
    assert tagwerk("unblock", "4", "--json").json["task"]["blocked"] is None


def test_handing_over(tagwerk: CommandLine) -> None:
    """A card goes to another role, with a note as a comment."""
    assert (
        tagwerk("hand-over", "4", "photo", "--note", "All counted").out == "Handed #4 over to Photography.\n"
    )
    task = _task(tagwerk, 4)
    assert (task["role"], tagwerk("show", "4", "--json").json["task"]["comments"][0]["text"]) == (
        "Photography",
        "All counted",
    )
    assert tagwerk("hand-over", "4", "none", "--json").json["task"]["role"] is None


def test_ordering(tagwerk: CommandLine) -> None:
    """A card moves up and down among those in its column and role; at the edge nothing changes."""
    assert tagwerk("order", "20", "first").out == "Moved #20 to the top of Backlog.\n"
    assert tagwerk("order", "20", "up").out == "#20 stands there already.\n"
    ran = tagwerk("order", "20", "down", "--json").json
    assert (ran["place"], ran["of"], ran["changed"]) == (2, 3, True)
    assert tagwerk("order", "1", "last", "--json").json["place"] == 3
    listed = tagwerk("list", "--column", "backlog", "--role", "shop", "--json").json["tasks"]
    assert [task["number"] for task in listed] == [20, 2, 1]


def test_waiting_for_others(tagwerk: CommandLine) -> None:
    """A card waits for others and is freed again, but never for itself by way of others."""
    assert tagwerk("depend", "20", "#1", "2").out == "Made #20 wait for #1 and #2.\n"
    assert tagwerk("depend", "20", "2").out == "#20 waits for #2 already.\n"
    ran = tagwerk("depend", "1", "20")
    assert (ran.status, "#1 would wait for itself: #1 → #20 → #1" in ran.err) == (1, True)
    assert tagwerk("depend", "20", "1", "--not", "--json").json["depends_on"] == [2]
    assert "#20 does not wait for #1" in tagwerk("depend", "20", "--not", "1").err


def test_duplicating(tagwerk: CommandLine) -> None:
    """A copy is new work below the card, with its steps open."""
    assert tagwerk("duplicate", "20").out == "Duplicated #20.\nThe copy is #21 in Backlog, Shop.\n"
    task = _task(tagwerk, 21)
    assert (task["title"], task["steps"], task["steps_done"]) == ("Iron the flag", 2, 0)
    assert tagwerk("duplicate", "20", "--json").json["of"] == 20


def test_steps(tagwerk: CommandLine) -> None:
    """Steps are listed, written, ticked, renamed, moved and removed, by place or by how they begin."""
    assert tagwerk("check", "20").out == (
        "#20 Iron the flag: 1 of 2 steps done\n  1 [x] Wash it\n  2 [ ] Press it\n"
    )
    assert tagwerk("check", "add", "20", "Fold", "it").out == "Added “Fold it” to the checklist of #20.\n"
    assert tagwerk("check", "tick", "20", "fold").out == "Ticked “Fold it” on #20.\n"
    assert tagwerk("check", "tick", "20", "3").out == "“Fold it” is ticked already.\n"
    assert tagwerk("check", "untick", "20", "1", "--json").json["steps"][0]["done"] is False
    assert tagwerk("check", "edit", "20", "2", "Press", "twice").out == (
        "Renamed “Press it” to “Press twice” on #20.\n"
    )
    assert tagwerk("check", "move", "20", "fold", "first").status == 0
    assert tagwerk("check", "move", "20", "fold", "up").out == "It stands there already.\n"
    ran = tagwerk("check", "remove", "20", "wash", "--json")
    assert (ran.json["changed"], ran.json["task"]["steps"]) == (True, 2)
    steps = [(step["step"], step["text"]) for step in tagwerk("check", "20", "--json").json["steps"]]
    assert steps == [(1, "Fold it"), (2, "Press twice")]
    assert "“tagwerk check add 1 TEXT” writes one" in tagwerk("check", "1").out


def test_limits_and_freezes_ask_for_an_option(tagwerk: CommandLine) -> None:
    """What goes over a limit or moves a frozen card is refused with the option that allows it."""
    sentence = "Doing has 3 cards and a limit of 3; --over-limit goes over it."
    ran = tagwerk("edit", "1", "20", "in:doing", "--json")
    assert ran.json == {"error": sentence, "kind": "NeedsConsent", "waiting": False}
    assert _task(tagwerk, 1)["column"] == "Backlog"
    ran = tagwerk("edit", "1", "20", "in:doing", "--over-limit")
    assert ran.out == "Changed 2 cards: in Doing, over Doing’s limit of 3.\n"

    tagwerk("edit", "2", "--tag", "till")
    ran = tagwerk("edit", "2", "in:ready")
    assert ran.status == 1
    assert ran.err.endswith("--anyway moves it.\n")
    assert tagwerk("edit", "2", "in:ready", "--anyway").status == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["edit", "20"], "Say what to change of #20: behind the number like “@ben !low due:none”"),
        (["edit", "20", "hurry"], "“hurry” says no change; write like @ana"),
        (["edit", "20", "@zoe"], "Nobody in the team is called “zoe”"),
        (["edit", "20", "99", "!low"], "There is no task #99"),
        (["edit", "20", "1", "--title", "Same"], "2 cards would all get the same title; name one card only."),
        (["edit", "20", "goal:9"], "There is no goal 9"),
        (["edit", "20", "--goal", "9"], "There is no goal “9”; choose Sell boots or Answer faster"),
        (["assign", "20"], "Say who works on #20: people like “ben”, or --take, or --nobody; one of them."),
        (["assign", "20", "ben", "--take"], "one of them"),
        (["assign", "20", ","], "one of them"),
        (["assign", "20", "zoe"], "There is no person “zoe”"),
        (["block", "20", " "], "Say what #20 is waiting for"),
        (["unblock", "20"], "#20 is not blocked."),
        (["hand-over", "20", "shop"], "#20 is in Shop already"),
        (["depend", "20", "99"], "There is no task #99"),
        (["check", "tick", "20", "9"], "#20 has no step “9”; choose 1 “Wash it” or 2 “Press it”."),
        (
            ["check", "tick", "1", "x"],
            "#1 has no step “x”; it has none; “tagwerk check add 1 TEXT” writes one.",
        ),
        (["check", "add", "20", " "], "The step is empty"),
    ],
)
def test_refusals(tagwerk: CommandLine, arguments: list[str], sentence: str) -> None:
    """What cannot be done is refused in a sentence with the way out, and nothing is written."""
    ran = tagwerk(*arguments)
    assert (ran.status, ran.out) == (1, "")
    assert sentence in ran.err
    assert tagwerk("log", "--json").json["commits"] == []


def test_an_outsider_changes_nothing(tagwerk: CommandLine) -> None:
    """Whoever is not in the team reads steps, and is refused every change, also one of nothing."""
    assert tagwerk("check", "20", person="zoe").status == 0
    for arguments in (
        ["edit", "20", "@ana"],
        ["assign", "20", "ana"],
        ["block", "20", "x"],
        ["order", "20", "last"],
        ["depend", "6", "5"],
        ["duplicate", "20"],
        ["hand-over", "20", "none"],
        ["check", "tick", "20", "1"],
        ["check", "add", "20", "x"],
    ):
        ran = tagwerk(*arguments, person="zoe")
        assert (ran.status, "not in the team" in ran.err) == (1, True), arguments


def test_wrong_usage(tagwerk: CommandLine) -> None:
    """A word in a place where it does not belong is told so; --json may stand before a verb of steps."""
    ran = tagwerk("check", "dance")
    assert (ran.status, "“dance” is not a task's number" in ran.err) == (2, True)
    ran = tagwerk("edit", "20", "--due", "fri", "!low")
    assert (ran.status, "!low; words stand before the options." in ran.err) == (2, True)
    assert tagwerk("order", "20", "sideways").status == 2
    assert tagwerk("check", "--json", "add", "20", "Fold").json["changed"] is True
