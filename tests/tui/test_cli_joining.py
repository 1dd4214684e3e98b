"""`tagwerk member join` and `leave`: playbooks are offered, and what has no owner is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.models import PlaybookKind
from tests import builders
from tests.store.playbooks.shop import welcome
from tests.tui.command_line import CommandLine, Ran


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """The builders' shop with a playbook for who joins and one for who leaves."""
    line = CommandLine(tmp_path)
    line.make_team(builders.team(welcome(), welcome(id=3, name="Leaving", kind=PlaybookKind.LEAVING)))
    return line


def typed(tagwerk: CommandLine, answers: str, *arguments: str) -> Ran:
    """A call before a terminal, with what Ana types there."""
    return tagwerk.bare(
        "--folder", str(tagwerk.folder), "--as", "ana", *arguments, stdin=answers, terminal=True
    )


def test_who_joins_gets_the_cards_that_are_wanted(tagwerk: CommandLine) -> None:
    """Asked before a terminal; a script names the playbooks, and is told of them otherwise."""
    ran = typed(
        tagwerk, "yes\n", "member", "join", "dot", "--name", "Dot Ng", "--role", "photo", "--on", "+7d"
    )
    assert ran.out == (
        "Start “Joining” for Mon 30 Nov: 2 cards? [yes] Dot Ng (dot) is in the team now, for Photography.\n"
        "Started “Joining” for Mon 30 Nov.\n"
    )
    assert [task["due"] for task in tagwerk("list", "--assignee", "dot", "--json").json["tasks"]] == [
        "2026-12-01"
    ]

    ran = tagwerk("member", "add", "eli")
    assert ran.out.splitlines()[1] == "There is a playbook for it: “Joining”; --playbook starts it."
    made = tagwerk("member", "join", "fay", "--playbook", "all", "--json").json
    assert (made["started"], made["member"]["login"]) == (["Joining"], "fay")
    assert "not a playbook for joining" in tagwerk("member", "join", "gus", "--playbook", "leaving").err


def test_who_leaves_leaves_nothing_unseen(tagwerk: CommandLine) -> None:
    """Listed before it is done, handed over where somebody is named, told afterwards."""
    dry = tagwerk("member", "leave", "ben", "--dry-run").out.splitlines()
    assert dry == [
        "What Ben Okafor has, and nobody has afterwards; --to LOGIN hands it over:",
        "  card   #5 Photograph the spring range",
        "  card   #6 Retouch the catalogue",
        "  leads  Photography",
    ]
    assert typed(tagwerk, "no\n", "member", "leave", "ben").out.endswith("Nothing was done.\n")

    ran = typed(tagwerk, "yes\nno\n", "member", "leave", "ben", "--to", "cem")
    assert "What Ben Okafor has goes to Cem Demir:" in ran.out
    assert ran.out.splitlines()[-3:] == [
        "Take Ben Okafor out of the team? [no] Start “Leaving” for Mon 23 Nov: 2 cards? [yes] "
        "Took Ben Okafor out of the team.",
        "Handed over to Cem Demir: 2 cards and the lead of “Photography”.",
        "There is a playbook for it: “Leaving”; --playbook starts it.",
    ]
    again = tagwerk("member", "leave", "ben").err
    assert "has left the team already; “tagwerk member back ben” brings this person back" in again
    assert "“tagwerk member back ben”" in tagwerk("tag", "add", "x", person="ben").err
    assert tagwerk("show", "5", "--json").json["task"]["assignees"] == ["cem"]

    oneself = tagwerk("member", "leave", "ana")
    assert oneself.out.splitlines()[-1] == "Nothing was done; --yes does it."
    later = tagwerk("member", "leave", "cem", "--on", "fri", "--playbook", "all", "--json").json
    assert (later["started"], later["member"]["left_at"]) == (["Leaving"], None)
    assert {one["kind"] for one in later["without_owner"]} == {"card", "leads"}
