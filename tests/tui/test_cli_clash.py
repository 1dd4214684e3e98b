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


def test_all_of_one_is_shown(tagwerk: CommandLine) -> None:
    """What was before, theirs with its writer, and mine, line by line."""
    mine = edited(tagwerk, "ana", title="Mine", description="my first\nmy second")
    parked(tagwerk, mine, edited(tagwerk, "ben", title="Theirs", description="their first"))
    ran = tagwerk("clash", "show", "1")

    assert "   #1 Theirs: title\n" in ran.out
    for line in (
        "theirs (Ben Okafor, 2026-11-23 10:30 UTC): Theirs",
        "mine: Mine",
        "before: Order wrapping paper",
        "mine:\n      my first\n      my second",
    ):
        assert f"   {line}\n" in ran.out
    fields = tagwerk("clash", "show", "1", "--json").json["clash"]["fields"]
    assert {field["theirs_by"] for field in fields} == {"ben"}


def test_what_waits_on_an_open_board_is_told(tagwerk: CommandLine) -> None:
    """While the board is open its clashes are decided there; the shell says so instead of nothing."""
    mine, theirs = edited(tagwerk, "ana", title="Mine"), edited(tagwerk, "ben", title="Theirs")
    own = open_team(tagwerk.folder, local=tagwerk.place / "state", login="ana")
    parked(tagwerk, comments.comment(own.team, 2, "Why", "ana", LATER), theirs)
    own.submit(mine)
    own.flush()
    ran = tagwerk("clash")

    assert "1 clash of yours waits on a board that is open on this machine; C there shows what." in ran.err
    own.close()


def test_what_nothing_stands_against_any_more_is_saved(tagwerk: CommandLine) -> None:
    """When Ben takes his title back, either answer saves mine, and the sentence says so."""
    mine, theirs = edited(tagwerk, "ana", title="Mine"), edited(tagwerk, "ben", title="Theirs")
    parked(tagwerk, mine, theirs)
    ben = open_team(tagwerk.folder, local=tagwerk.place / "elsewhere", login="ben")
    ben.commit(theirs.inverse().signed("ben", LATER, "undid it"))
    ben.close()
    ran = tagwerk("clash", "settle", "1", "theirs")

    assert "nothing stood against it any more, so it is saved." in ran.out
    assert title(tagwerk) == "Mine"


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
