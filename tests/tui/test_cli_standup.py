"""`tagwerk standup`: the daily update in the shell, before the meeting and from another time zone."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.models import Round
from tests import builders
from tests.builders import DOING, NOW, READY, task
from tests.tui.command_line import CommandLine, Ran

TODAY = "2026-11-23"


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A shell in which Ana types, with two cards of hers in work and one that waits."""
    line = CommandLine(tmp_path)
    line.make_team(
        builders.team(
            tasks=[
                task(1, "Order paper", READY, assignees=["ana"]),
                task(2, "Photograph boots", DOING, assignees=["ana"], column_since=NOW),
                task(3, "Wrap the vases", DOING, assignees=["ana"], column_since=NOW, blocked="no paper"),
            ]
        )
    )
    return line


def asked(tagwerk: CommandLine, answers: str, *arguments: str) -> Ran:
    """A call before a terminal, with what Ana types there."""
    return tagwerk.bare(
        "--folder", str(tagwerk.folder), "--as", "ana", "standup", *arguments, stdin=answers, terminal=True
    )


def posted(tagwerk: CommandLine, person: str = "ana") -> dict[str, object] | None:
    """What a person has posted for today."""
    found = tagwerk("standup", "--show", "--json").json["updates"]
    mine: list[dict[str, object]] = [update for update in found if update["author"] == person]
    return mine[0] if mine else None


def test_a_draft_is_shown_and_not_posted_where_nobody_can_be_asked(tagwerk: CommandLine) -> None:
    """It tells what happened since the last working day, what is in work, and what is in the way."""
    tagwerk("move", "1", "Doing")
    tagwerk("comment", "2", "The samples are here")
    tagwerk("comment", "1", "Mine", person="ben")

    assert tagwerk("standup").out.splitlines() == [
        "Draft for Mon 23 Nov, from Fri 20 Nov 00:00 on:",
        "  Done",
        "    moved #1 Order paper to Doing",
        "    commented on #2 Photograph boots",
        "  Now",
        "    #1 Order paper",
        "    #2 Photograph boots",
        "    #3 Wrap the vases",
        "  In the way",
        "    #3 Wrap the vases: no paper",
        "",
        "“tagwerk standup --post” posts this; --done, --now and --blockers say it in other words.",
    ]
    assert posted(tagwerk) is None


def test_a_draft_is_posted_and_a_part_of_it_changed(tagwerk: CommandLine) -> None:
    """Other parts stay as they are; readers see when."""
    assert tagwerk("standup", "--post").out == "You posted the update for Mon 23 Nov.\n"
    first = posted(tagwerk)
    assert first is not None
    assert (first["now"], first["promised"]) == ("#2 Photograph boots\n#3 Wrap the vases", [2, 3])

    tagwerk.seconds += 3600
    ran = tagwerk("standup", "--post", "--done", "-", "--blockers", "Nothing", stdin="one\ntwo\n")
    assert ran.out == "You changed the update for Mon 23 Nov.\n"
    second = posted(tagwerk)
    assert second is not None
    assert (second["done"], second["now"], second["blockers"]) == ("one\ntwo", first["now"], "Nothing")
    assert (second["posted_at"], second["edited_at"]) == ("2026-11-23T09:30:00Z", "2026-11-23T10:30:00Z")
    assert tagwerk("standup").out.splitlines()[:4] == [
        "You have said for Mon 23 Nov, at 10:30, changed 11:30:",
        "  Done",
        "    one",
        "    two",
    ]
    same = tagwerk("standup", "--post", "--blockers", "Nothing")
    assert same.out == "Nothing changed.\n"


def test_in_a_terminal_one_is_asked(tagwerk: CommandLine) -> None:
    """The draft is shown first; yes posts it, also with answers to the team's questions."""
    tagwerk("standup", "question", "add", "What did you learn?")
    assert asked(tagwerk, "no\n").out.splitlines()[-1].endswith("Nothing was posted.")
    assert posted(tagwerk) is None

    ran = asked(tagwerk, "maybe\n\nTo ask sooner\n")
    assert "Draft for Mon 23 Nov" in ran.out
    assert "“maybe” is neither yes nor no." in ran.out
    assert ran.out.endswith("What did you learn? You posted the update for Mon 23 Nov.\n")
    found = posted(tagwerk)
    assert found is not None
    assert found["answers"] == [{"question": 1, "text": "To ask sooner"}]

    assert asked(tagwerk, "\n").out.endswith("Post this instead? [no] Nothing was posted.\n")
    assert asked(tagwerk, "\n", "--done", "x").out.endswith("You changed the update for Mon 23 Nov.\n")


def test_an_answer_posts_no_draft(tagwerk: CommandLine) -> None:
    """What was not asked for is not said."""
    tagwerk("standup", "question", "add", "What did you learn?")
    tagwerk("standup", "--answer", "1=A lot")
    found = posted(tagwerk)

    assert found is not None
    assert (found["now"], found["answers"]) == ("", [{"question": 1, "text": "A lot"}])


def test_everybodys_updates_are_shown(tagwerk: CommandLine) -> None:
    """The first one first, and who has written none."""
    tagwerk("standup", "question", "add", "What did you learn?", "--on", "Mo,Fr")
    tagwerk("standup", "--post", "--done", "Much", "--now", "", "--blockers", "", person="ben")
    tagwerk.seconds += 60
    tagwerk("standup", "--post", "--answer", "1=To ask sooner")

    assert tagwerk("standup", "--show").out.splitlines() == [
        "Stand-up of Mon 23 Nov",
        "",
        "Ben Okafor, 10:30",
        "  Done",
        "    Much",
        "",
        "Ana Lima, 10:31",
        "  Now",
        "    #2 Photograph boots",
        "    #3 Wrap the vases",
        "  In the way",
        "    #3 Wrap the vases: no paper",
        "  What did you learn?",
        "    To ask sooner",
        "",
        "No update from Cem Demir.",
    ]
    tomorrow = tagwerk("standup", "--show", "--day", "tomorrow", "--json").json
    assert tomorrow == {"day": "2026-11-24", "updates": [], "missing": ["ana", "ben", "cem"]}


def test_an_update_is_written_for_tomorrow(tagwerk: CommandLine) -> None:
    """From another time zone, where it is tomorrow already."""
    assert tagwerk("standup", "--post", "--day", "tomorrow").out == "You posted the update for Tue 24 Nov.\n"
    assert posted(tagwerk) is None


def test_late_updates_and_participation(tmp_path: Path) -> None:
    """A round was held; who wrote after it began is late, and who had no turn for two weeks is told."""
    known = {"started_at": NOW, "started_by": "ana", "order": ["ana", "ben", "cem"], "ended_at": NOW}
    rounds = [
        Round.checked({**known, "id": 1, "day": "2026-11-20", "spoken": ["ana", "ben"]}),
        Round.checked({**known, "id": 2, "day": TODAY, "spoken": ["ana"], "skipped": ["cem"]}),
    ]
    tagwerk = CommandLine(tmp_path, seconds=NOW.timestamp() + 60)
    tagwerk.make_team(builders.team(*rounds))
    tagwerk("standup", "--post", "--done", "x")

    assert "Ana Lima, 10:31, after the round had begun" in tagwerk("standup", "--show").out
    assert tagwerk("standup", "--participation").out.splitlines() == [
        "2 rounds since Tue 27 Oct",
        "Ana Lima    2 of 2 turns  1 update",
        "Ben Okafor  1 of 2 turns  0 updates",
        "Cem Demir   0 of 2 turns  0 updates  no turn in two weeks",
    ]
    found = tagwerk("standup", "--participation", "--weeks", "1", "--json").json
    assert (found["since"], found["weeks"], found["rounds"]) == ("2026-11-17", 1, 2)
    assert found["members"][2] == {
        "login": "cem",
        "rounds": 2,
        "turns": 0,
        "updates": 0,
        "unheard": True,
    }


def test_what_is_in_the_way_again_and_again_is_told(tagwerk: CommandLine) -> None:
    """Three days with the same card."""
    for _ in range(3):
        tagwerk("standup", "--post")
        tagwerk.seconds += 86_400

    assert tagwerk("standup", "--participation").out.splitlines()[-2:] == [
        "In the way again and again",
        "  #3 Wrap the vases: 3 updates of Ana Lima",
    ]
    assert "#3 Wrap the vases: no paper, promised 3 times and not moved" in tagwerk("standup").out


def test_questions_are_listed_changed_and_put_away(tagwerk: CommandLine) -> None:
    """Who leads a role decides; their days are told."""
    nothing = "The team asks nothing of its own yet; “tagwerk standup question add TEXT” does.\n"
    assert tagwerk("standup", "question").out == nothing
    ran = tagwerk("standup", "question", "add", "What", "did", "you", "learn?", "--on", "fr", "--json")
    assert ran.json["question"] == {
        "number": 1,
        "text": "What did you learn?",
        "weekdays": ["Fr"],
        "archived_at": None,
    }
    tagwerk("standup", "question", "add", "Who needs help?")
    assert tagwerk("standup", "question", "list").out.splitlines() == [
        "1  What did you learn?  Fr",
        "2  Who needs help?      every day",
    ]
    assert tagwerk("standup", "question", "edit", "1", "--on", "all").status == 0
    assert tagwerk("standup", "question", "archive", "2").out == "Archived the question “Who needs help?”.\n"
    assert tagwerk("standup", "question").out == "1  What did you learn?  every day\n"
    assert tagwerk("standup", "question", "restore", "2").status == 0
    assert len(tagwerk("standup", "question", "--json").json["questions"]) == 2


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (("standup", "--post", "--day", "2026-11-20"), 1, "Fri 20 Nov has passed; write the update of today"),
        (("standup", "--done", "-", "--now", "-"), 1, "Only one part can be read from the input"),
        (("standup", "--answer", "1=x"), 1, "There is no question 1; “tagwerk standup question list”"),
        (("standup", "--show", "--post"), 2, "not allowed with argument"),
        (("standup", "--post", "question"), 2, "“tagwerk standup question” does not take --post"),
        (
            ("standup", "--participation", "round", "end"),
            2,
            "“tagwerk standup round end” does not take --participation",
        ),
        (("standup", "--answer", "x"), 2, "“x” is not an answer; write it like 1=That boots sell in May"),
        (("standup", "--participation", "--weeks", "0"), 1, "0 weeks are not possible; choose 1 to 52"),
        (("standup", "question", "add", "x", "--on", "Mx"), 1, "“Mx” are not days of the week"),
        (("standup", "question", "archive", "9"), 1, "There is no question 9"),
    ],
)
def test_what_cannot_be_is_a_sentence(
    tagwerk: CommandLine, arguments: tuple[str, ...], status: int, sentence: str
) -> None:
    """With the way out."""
    ran = tagwerk(*arguments)

    assert (ran.status, ran.out) == (status, "")
    assert sentence in ran.err


def test_who_has_nothing_to_say_is_told_so(tagwerk: CommandLine) -> None:
    """An empty update is not posted, and a stranger posts none."""
    assert "Nothing has happened, and nothing is in work." in tagwerk("standup", person="ben").out
    assert "The update says nothing" in tagwerk("standup", "--post", person="ben").err
    assert "“zoe” is not in the team" in tagwerk("standup", "--post", "--done", "x", person="zoe").err
    assert "Only who leads a role" in tagwerk("standup", "question", "add", "x", person="cem").err


def test_the_draft_is_an_object_for_programs(tagwerk: CommandLine) -> None:
    """Each line with its card; nobody is asked then."""
    found = tagwerk("standup", "--json").json

    assert found["draft"]["now"][0] == {"text": "#2 Photograph boots", "task": 2}
    assert (found["day"], found["since"]) == (TODAY, "2026-11-19T23:00:00Z")
    assert (found["update"], found["questions"], found["posted"]) == (None, [], False)
    found = tagwerk("standup", "--post", "--json").json
    assert found["posted"]
    assert found["update"]["promised"] == [2, 3]


def test_the_brief_asks_for_an_update_where_the_team_holds_stand_ups(tagwerk: CommandLine) -> None:
    """On a working day, until it is written; a team without stand-ups is left alone."""
    line = "  You have written no update today; “tagwerk standup” shows a draft and posts it."
    assert line not in tagwerk("brief").out.splitlines()
    tagwerk("standup", "--post", "--done", "x", person="ben")

    lines = tagwerk("brief").out.splitlines()
    assert lines[lines.index(line) - 1] == "Stand-up"
    assert tagwerk("brief", "--json").json["update_owed"] is True
    assert line not in tagwerk("brief", person="ben").out.splitlines()
    tagwerk.seconds += 5 * 86_400
    assert line not in tagwerk("brief").out.splitlines()
    tagwerk.seconds += 11 * 86_400
    assert line not in tagwerk("brief").out.splitlines()
