"""`tagwerk clash`: deciding in the shell between one's own change and somebody else's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from store.change import Change
from store.repository import open_team
from store.rules import comments, tasks
from store.team import Team
from tests.builders import LATER
from tests.tui.command_line import CommandLine


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A team's folder, and a shell."""
    line = CommandLine(tmp_path)
    line.make_team()
    return line


def parked(line: CommandLine, mine: Change, theirs: Change, person: str = "ana") -> None:
    """A change that somebody made without knowing of another one, and that waits on this machine now."""
    own = open_team(line.folder, local=line.place / "state", login=person)
    ben = open_team(line.folder, local=line.place / "elsewhere", login="ben")
    ben.commit(theirs)
    ben.close()
    own.submit(mine)
    own.flush()
    own.close()


def edited(line: CommandLine, by: str, **fields: Any) -> Change:
    """A change of card 1 as it was in the beginning."""
    team = open_team(line.folder, local=line.place / "reading", login=by).team
    return tasks.edit(team, 1, by, LATER, **fields)


def title(line: CommandLine) -> str:
    """What card 1 is called for everybody."""
    return str(line("show", "1", "--json").json["task"]["title"])


def test_both_values_are_listed(tagwerk: CommandLine) -> None:
    """Each field in dispute is a row with a number, theirs and mine; other people's are not in the list."""
    mine, theirs = edited(tagwerk, "ana", title="Mine"), edited(tagwerk, "ben", title="Theirs")
    parked(tagwerk, mine, theirs)
    ran = tagwerk("clash")

    assert ran.out == "1  #1 Theirs  title  theirs: Theirs  mine: Mine\n"
    assert "1 earlier change of yours stands against somebody else's work" in ran.err
    (clash,) = tagwerk("clash", "--json").json["clashes"]
    assert (clash["fields"][0]["base"], clash["fields"][0]["mine"]) == ("Order wrapping paper", "Mine")
    other = tagwerk("clash", person="cem")
    assert other.out == "Nothing of yours waits for your decision.\n"
    assert other.err == ""


@pytest.mark.parametrize(("whose", "kept"), [("mine", "Mine"), ("theirs", "Theirs")])
def test_one_of_them_is_taken(tagwerk: CommandLine, whose: str, kept: str) -> None:
    """What was chosen holds for everybody, what was not in dispute is kept, and nothing waits any more."""
    mine = edited(tagwerk, "ana", title="Mine", blocked="no paper")
    parked(tagwerk, mine, edited(tagwerk, "ben", title="Theirs"))
    ran = tagwerk("clash", "settle", "1", whose)

    assert ran.out == f"Settled: {'yours' if whose == 'mine' else 'theirs'} holds.\n"
    assert title(tagwerk) == kept
    assert tagwerk("show", "1", "--json").json["task"]["blocked"] == "no paper"
    assert tagwerk("clash").out == "Nothing of yours waits for your decision.\n"


def test_a_number_that_is_none_is_refused(tagwerk: CommandLine) -> None:
    """The sentence says where the numbers are."""
    ran = tagwerk("clash", "settle", "7", "mine")

    assert ran.status == 1
    assert "There is no clash 7; “tagwerk clash” shows those there are." in ran.err


def test_what_has_no_place_any_more_is_let_go(tagwerk: CommandLine) -> None:
    """A comment on a card that was taken away is listed with the reason; only theirs settles it."""
    team: Team = open_team(tagwerk.folder, local=tagwerk.place / "reading", login="ana").team
    gone = Change.insert("tasks", team.task(1), id=1).inverse().signed("ben", LATER, "took it back")
    parked(tagwerk, comments.comment(team, 1, "Why", "ana", LATER), gone)
    assert "#1 is not there any more" in tagwerk("clash").out
    ran = tagwerk("clash", "settle", "1", "mine")
    assert ran.status == 1
    assert "“tagwerk clash settle 1 theirs” lets the change go." in ran.err

    assert tagwerk("clash", "settle", "1", "theirs").status == 0
    assert tagwerk("clash").out == "Nothing of yours waits for your decision.\n"
