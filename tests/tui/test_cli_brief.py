"""`tagwerk brief`: what waits for a person today."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import builders
from tests.builders import DOING, DONE, LONG_AGO, NOW, READY, task
from tests.tui.command_line import CommandLine
from tests.tui.goals import goal, said


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A shell in which Ana types, before a team with a little of everything for her."""
    line = CommandLine(tmp_path)
    line.make_team(
        builders.team(
            task(1, "Pay the printer", READY, assignees=["ana"], due="2026-11-20"),
            task(2, "Call the carrier", READY, assignees=["ana"], due="2026-11-25"),
            task(3, "Wrap the vases", DOING, assignees=["ana"], blocked="no paper"),
            task(4, "Count the stock", DOING, assignees=["ana", "ben"]),
            task(5, "Done already", DONE, assignees=["ana"], due="2026-11-20"),
            task(6, "Put away", READY, assignees=["ana"], due="2026-11-20", archived_at=LONG_AGO),
            task(7, "Somebody else's", READY, assignees=["ben"], due="2026-11-20"),
            task(8, "In a month", READY, assignees=["ana"], due="2026-12-20"),
            builders.comment(1, 4, "Which shelf, @ana?", mentions=["ana"], at=NOW),
            builders.comment(2, 4, "Long ago, @ana", mentions=["ana"]),
            builders.comment(3, 4, "Note to self, @ana", author="ana", mentions=["ana"], at=NOW),
            goal(1, "Ship the same day"),
            goal(2, "Fewer returns"),
            goal(3, "Ben's", owner="ben"),
            said(1, 2, 3, 61),
            said(2, 1, 9, 75),
        )
    )
    return line


def test_everything_stands_once_under_what_it_is(tagwerk: CommandLine) -> None:
    """What is late, due, blocked and in work, who asked, what is owed, and what is behind."""
    assert tagwerk("brief").out.splitlines() == [
        "Ana Lima, Mon 23 Nov",
        "",
        "Overdue",
        "  #1 Pay the printer, since Fri 20 Nov",
        "",
        "Due within 7 days",
        "  #2 Call the carrier, Wed 25 Nov",
        "",
        "Blocked",
        "  #3 Wrap the vases: no paper",
        "",
        "In work",
        "  #4 Count the stock",
        "",
        "You are mentioned",
        "  #4 Ben Okafor: Which shelf, @ana?",
        "",
        "Check-ins that you owe",
        "  goal 1 Ship the same day: 50%, only 1 check-in; it takes 3 to tell where this is going",
        "",
        "Goals that are behind",
        "  goal 2 Fewer returns: 3%, only 1 check-in; it takes 3 to tell where this is going",
    ]


def test_the_same_for_programs(tagwerk: CommandLine) -> None:
    """Numbers of what waits, in the shapes that the other verbs have."""
    found = tagwerk("brief", "--json").json

    assert (found["person"], found["day"]) == ("ana", "2026-11-23")
    kinds = ("overdue", "due", "blocked", "in_work")
    assert [[card["number"] for card in found[kind]] for kind in kinds] == [[1], [2], [3], [4]]
    assert [comment["text"] for comment in found["mentions"]] == ["Which shelf, @ana?"]
    assert [owed["number"] for owed in found["check_ins_owed"]] == [1]
    assert [behind["number"] for behind in found["goals_in_trouble"]] == [2]


def test_who_has_nothing_to_do_is_told_so(tagwerk: CommandLine) -> None:
    """Also somebody whom the team does not know."""
    assert tagwerk("brief", person="zoe").out.splitlines() == ["zoe, Mon 23 Nov", "Nothing waits for you."]
