"""`tagwerk standup round`: a stand-up that is held from a shell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests import builders
from tests.tui.command_line import CommandLine, Ran


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A shell in which Ana types; Ana, Ben and Cem speak by name."""
    line = CommandLine(tmp_path)
    line.make_team(builders.team())
    line("settings", "set", "standup_order=fixed")
    return line


def held(tagwerk: CommandLine, *words: str) -> Ran:
    """A verb of the round, a minute after the one before."""
    tagwerk.seconds += 60
    return tagwerk("standup", "round", *words)


def state(tagwerk: CommandLine) -> dict[str, Any]:
    """The round as a program sees it."""
    found: dict[str, Any] = tagwerk("standup", "round", "--json").json["round"]
    return found


def people(tagwerk: CommandLine) -> tuple[str | None, list[str], list[str], list[str]]:
    """Who has the word, who is to come, who has spoken, who is not there."""
    found = state(tagwerk)
    return found["speaking"], found["waiting"], found["spoken"], found["absent"]


def test_without_a_round_the_way_to_one_is_told(tagwerk: CommandLine) -> None:
    """Nothing is there to be shown, and nothing goes on."""
    assert held(tagwerk).out == "There was no stand-up today; “tagwerk standup round start” begins one.\n"
    assert held(tagwerk, "--json").json == {"round": None}
    none = "tagwerk: No stand-up goes on; “tagwerk standup round start” begins the one of today.\n"
    for words in (("next",), ("absent", "ben"), ("back", "ben"), ("decide", "x"), ("card", "1"), ("end",)):
        ran = held(tagwerk, *words)
        assert (ran.status, ran.err) == (1, none)


def test_the_word_goes_from_one_to_the_next(tagwerk: CommandLine) -> None:
    """Starting gives it to the first one; somebody may be named; after the last one it says so."""
    ran = held(tagwerk, "start")
    assert ran.out == "Started the stand-up of Mon 23 Nov.\nGave the word to Ana Lima.\n"
    assert people(tagwerk) == ("ana", ["ben", "cem"], [], [])
    assert held(tagwerk, "next", "Cem").out == "Gave the word to Cem Demir.\n"
    assert held(tagwerk, "next", "--json").json["round"]["speaking"] == "ben"
    assert held(tagwerk, "next").out == "Closed the last turn of the stand-up.\n"

    assert people(tagwerk) == (None, [], ["ana", "cem", "ben"], [])
    assert held(tagwerk, "next").err.startswith("tagwerk: Everyone has had a turn; end the round")
    assert (
        held(tagwerk, "start").err == "tagwerk: Ana Lima has started the round of today already; join it.\n"
    )


def test_who_is_not_there_is_left_out_and_comes_back(tagwerk: CommandLine) -> None:
    """The next one has the word then."""
    held(tagwerk, "start")
    assert held(tagwerk, "absent", "@ana").out == "Skipped Ana Lima in the stand-up.\n"
    assert people(tagwerk) == ("ben", ["cem"], [], ["ana"])
    assert held(tagwerk, "back", "ana").out == "Brought Ana Lima back into the stand-up.\n"

    assert people(tagwerk) == ("ben", ["ana", "cem"], [], [])
    assert held(tagwerk, "absent", "zoe").err.startswith("tagwerk: There is no person “zoe”")
    assert held(tagwerk, "back", "ben").err == "tagwerk: Ben Okafor was not skipped.\n"


def test_decisions_and_topics_are_kept(tagwerk: CommandLine) -> None:
    """With the people they take: named in the text, or behind an option; also from the input."""
    held(tagwerk, "start")
    ran = held(tagwerk, "decide", "Ship on Fridays,", "@ben", "--with", "cem", "--with", "ben")
    assert ran.out == "Noted the decision “Ship on Fridays, @ben”.\n"
    assert tagwerk("standup", "round", "park", "-", stdin="The boxes\n").out == "Parked “The boxes”.\n"

    notes = state(tagwerk)["notes"]
    assert [(one["number"], one["kind"], one["text"]) for one in notes] == [
        (1, "decision", "Ship on Fridays, @ben"),
        (2, "parked", "The boxes"),
    ]
    assert ([one["people"] for one in notes], notes[0]["author"]) == ([["ben", "cem"], []], "ana")
    assert held(tagwerk, "decide", " ").err.startswith("tagwerk: The note is empty")
    assert held(tagwerk, "park", "x", "--with", "zoe").err.startswith("tagwerk: There is no person “zoe”")


def test_cards_are_made_of_what_was_noted(tagwerk: CommandLine) -> None:
    """By the number in the list or the name that stays, also once the round is over, and once only."""
    held(tagwerk, "start")
    nothing = "tagwerk: Nothing was noted in this stand-up; “tagwerk standup round decide TEXT” does.\n"
    assert held(tagwerk, "card", "1").err == nothing
    held(tagwerk, "decide", "Ship on Fridays, @ben")
    held(tagwerk, "park", "The boxes")
    ran = held(tagwerk, "card", "1", "--json")
    assert (ran.json["task"]["title"], ran.json["task"]["assignees"]) == ("Ship on Fridays, @ben", ["ben"])
    number = ran.json["task"]["number"]
    assert ran.json["round"]["notes"][0]["task"] == number
    held(tagwerk, "end")

    made = held(tagwerk, "card", state(tagwerk)["notes"][1]["id"])
    assert made.out == f"Made card #{number + 1} of “The boxes”.\n"
    assert held(tagwerk, "card", "1").err == f"tagwerk: “Ship on Fridays, @ben” is #{number} already.\n"
    assert held(tagwerk, "card", "3").err == (
        "tagwerk: The stand-up has no note “3”; “tagwerk standup round” shows them.\n"
    )


def test_where_the_round_is_can_be_read(tagwerk: CommandLine) -> None:
    """While it goes on, and when it is over."""
    held(tagwerk, "start")
    held(tagwerk, "next")
    held(tagwerk, "absent", "cem")
    held(tagwerk, "decide", "Ship on\nFridays", "--with", "cem")
    tagwerk.seconds += 15
    assert held(tagwerk).out.splitlines() == [
        "Stand-up of Mon 23 Nov, started by Ana Lima at 10:31",
        "Speaking       Ben Okafor, for 3:15",
        "Spoken         Ana Lima",
        "Not there      Cem Demir",
        "",
        "Noted",
        "  1  decision: Ship on Fridays (with Cem Demir)",
    ]
    held(tagwerk, "back", "cem")
    assert "Still to come  Cem Demir\n" in held(tagwerk).out
    number = held(tagwerk, "card", "1", "--json").json["task"]["number"]
    assert held(tagwerk, "end").out == "Ended the stand-up of Mon 23 Nov.\nPost 1 tells of it.\n"

    assert held(tagwerk).out.splitlines() == [
        "Stand-up of Mon 23 Nov, started by Ana Lima at 10:31",
        "Over           since 10:39; post 1 tells of it",
        "Spoken         Ana Lima and Ben Okafor",
        "",
        "Noted",
        f"  1  decision: Ship on Fridays (with Cem Demir), now #{number}",
    ]
    assert (state(tagwerk)["summary"], people(tagwerk)[:2]) == (1, (None, []))
    assert "Ship on Fridays" in tagwerk("post", "show", "1").out


def test_a_stranger_holds_no_round(tagwerk: CommandLine) -> None:
    """But sees where it is."""
    assert "“zoe” is not in the team" in tagwerk("standup", "round", "start", person="zoe").err
    held(tagwerk, "start")

    assert "Speaking       Ana Lima" in tagwerk("standup", "round", person="zoe").out
    for words in (("next",), ("park", "x"), ("end",)):
        assert "“zoe” is not in the team" in tagwerk("standup", "round", *words, person="zoe").err


def test_a_second_round_of_a_day_is_the_one_that_is_shown(tagwerk: CommandLine) -> None:
    """The one that goes on, else the last one."""
    held(tagwerk, "start")
    held(tagwerk, "end")
    held(tagwerk, "start")
    assert state(tagwerk)["number"] == 2
    held(tagwerk, "end")

    assert (state(tagwerk)["number"], state(tagwerk)["summary"]) == (2, 2)
