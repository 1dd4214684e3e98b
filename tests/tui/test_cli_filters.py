"""Filters and the quick syntax on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.command_line import CommandLine


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A computer with the builders' shop team."""
    line = CommandLine(tmp_path)
    line.make_team()
    return line


# --- list --filter ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "numbers"),
    [
        (["--filter", "@me"], [4, 8]),
        (["--filter", "is:open -@me"], [1, 2, 3, 5, 6, 7]),
        (["--filter=-@nobody"], [4, 5, 6, 7, 8]),
        (["--filter", "role:photo", "--column", "doing"], [6]),
        (["--filter", "due:week"], [5]),
        (["--filter", ""], [1, 2, 3, 4, 5, 6, 7, 8]),
        (["--text", "is:open"], []),
    ],
)
def test_listing_with_a_filter(tagwerk: CommandLine, arguments: list[str], numbers: list[int]) -> None:
    """The language of the board's filter, together with the other options; plain text stays plain."""
    assert [t["number"] for t in tagwerk("list", *arguments, "--json").json["tasks"]] == numbers


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("is:foo", "There is no state “foo”; choose blocked"),
        ("@xyz", "There is no person “xyz”"),
        ("due:27.", "“27.” is not a day; write today, week"),
        ("is:", "Nothing stands behind “is:” yet"),
    ],
)
def test_a_filter_that_is_not_clear(tagwerk: CommandLine, query: str, sentence: str) -> None:
    """It is refused in a sentence instead of listing everything or nothing."""
    ran = tagwerk("list", "--filter", query, "--json")

    assert (ran.status, ran.json["kind"]) == (1, "Refused")
    assert sentence in ran.json["error"]


# --- filter ----------------------------------------------------------------------------------------------


def test_filters_are_saved_listed_and_removed(tagwerk: CommandLine) -> None:
    """One is kept under a name and a key for everybody, until somebody removes it."""
    assert tagwerk("filter").out == "No filter is saved yet; “tagwerk filter add NAME QUERY” saves one.\n"
    ran = tagwerk("filter", "add", "My cards", "@me", "is:open", "--key", "1")
    assert ran.out == "Saved the filter “My cards” on the key “1”: @me is:open\n"
    assert tagwerk("filter", "add", "Stuck", "is:blocked is:open").out.startswith(
        "Saved the filter “Stuck”: "
    )
    assert tagwerk("filter", person="ben").out.splitlines() == [
        "1  My cards  @me is:open",
        "   Stuck     is:blocked is:open",
    ]
    assert tagwerk("filter", "remove", "my", "CARDS", person="ben").out == "Removed the filter “My cards”.\n"
    assert tagwerk("filter").out == "Stuck  is:blocked is:open\n"


def test_filters_as_json(tagwerk: CommandLine) -> None:
    """Number, name, query and key; no key is null."""
    mine = {"number": 1, "name": "Mine", "query": "@me", "key": None}

    assert tagwerk("filter", "--json").json == {"filters": []}
    assert tagwerk("filter", "add", "Mine", "@me", "--json").json == {"filter": mine}
    assert tagwerk("filter", "--json").json == {"filters": [mine]}
    assert tagwerk("filter", "remove", "Mine", "--json").json == {"filter": mine}


@pytest.mark.parametrize(
    ("arguments", "kind", "sentence"),
    [
        (["add", "mine", "x"], "Refused", "There is already a filter “Mine”; choose another name."),
        (["add", "New", "x", "--key", "m"], "Refused", "The key “m” calls up “Mine”; choose another key."),
        (["add", "New", "x", "--key", "mm"], "Refused", "“mm” is not one key"),
        (["add", "New", "is:foo"], "Refused", "There is no state “foo”"),
        (["add", " ", "x"], "Refused", "The filter has no name"),
        (["remove", "Your"], "NotFound", "There is no filter “Your”; choose “Mine”."),
        (["add", "New"], "Usage", "The following arguments are required: QUERY"),
        (["drop"], "Usage", "invalid choice: 'drop'"),
    ],
)
def test_what_is_refused(tagwerk: CommandLine, arguments: list[str], kind: str, sentence: str) -> None:
    """A sentence says what is wrong, and nothing is written."""
    tagwerk("filter", "add", "Mine", "@me", "--key", "m")
    ran = tagwerk("filter", *arguments, "--json")

    assert ran.json["kind"] == kind
    assert sentence in ran.json["error"]
    assert len(tagwerk("filter", "--json").json["filters"]) == 1


def test_removing_where_there_is_none(tagwerk: CommandLine) -> None:
    """The sentence says how to save one."""
    assert "“tagwerk filter add NAME QUERY” saves one" in tagwerk("filter", "remove", "x").err


def test_only_members_save_filters(tagwerk: CommandLine) -> None:
    """Somebody who is not in the team can look at them."""
    assert "can only read" in tagwerk("filter", "add", "Mine", "@me", person="zoe").err
    assert tagwerk("filter", person="zoe").status == 0


# --- add with the quick syntax ---------------------------------------------------------------------------


def test_a_title_says_more(tagwerk: CommandLine) -> None:
    """Markers go to their fields, and the answer tells what was understood."""
    ran = tagwerk("add", "Shoot the boots @ben !high #shoot", "due:fri", "~Photo", "est:2h", "in:Ready")

    assert ran.out.splitlines() == [
        "Added #9 “Shoot the boots” to Ready, Photography.",
        "Understood: Ben Okafor · high · #shoot · due Fri 27 Nov · 2 h · Photography · in Ready.",
    ]
    task = tagwerk("show", "9", "--json").json["task"]
    assert task == task | {
        "title": "Shoot the boots",
        "column": "Ready",
        "role": "Photography",
        "assignees": ["ben"],
        "priority": "high",
        "due": "2026-11-27",
        "estimate": 2,
        "tags": ["shoot"],
    }


def test_options_win_over_the_title(tagwerk: CommandLine) -> None:
    """What an option says holds instead of a marker of the same kind."""
    options = ["--assign", "ana", "--due", "today", "--role", "shop", "--column", "backlog", "--tag", "b"]
    ran = tagwerk("add", "Buy tape @ben due:fri ~photo in:ready #a !low", *options, "--json")

    task = ran.json["task"]
    assert (task["assignees"], task["due"], task["tags"]) == (["ana"], "2026-11-23", ["b"])
    assert (task["role"], task["column"], task["priority"]) == ("Shop", "Backlog", "low")
    assert tagwerk("add", "Tape ~photo", "--role", "none", "--json").json["task"]["role"] is None


def test_a_plain_title_stays_as_it_is(tagwerk: CommandLine) -> None:
    """With --plain nothing in it means anything."""
    assert tagwerk("add", "--plain", "Ask @xyz !high", "--json").json["task"]["title"] == "Ask @xyz !high"
    assert tagwerk("add", "Mail a@b.example about C#", "--json").json["task"]["title"] == (
        "Mail a@b.example about C#"
    )


def test_a_marker_that_names_nothing_is_refused(tagwerk: CommandLine) -> None:
    """The sentence says how to write it as text, and nothing is added."""
    ran = tagwerk("add", "Ask @xyz", "--json")

    assert ran.json["error"] == r"Nobody in the team is called “xyz”; if it is text, write \@xyz."
    assert ran.json["kind"] == "Refused"
    assert "no title" in tagwerk("add", "@ana").err
    assert len(tagwerk("list", "--json").json["tasks"]) == 8
