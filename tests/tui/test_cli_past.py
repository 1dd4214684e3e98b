"""`tagwerk log` and `tagwerk as-of`: the past in the shell."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from tinydb import TinyDB

from store.log.disk import Disk
from store.log.protocol import CHECKPOINT_EVERY
from store.rules import tasks
from store.rules.read_states import mark_all_read
from store.rules.replies import edit_reply
from store.setup import create_team
from tests import builders, news
from tests.store.log.places import layout_of, log_in
from tests.tui.command_line import CommandLine

HOUR = 3600


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A team with a small history: one commit an hour, by two people."""
    line = CommandLine(tmp_path)
    line.make_team()
    for words, person in (
        (("move", "1", "Doing", "--over-limit"), "ana"),
        (("comment", "1", "Courier", "comes", "at", "four"), "ben"),
        (("add", "Weigh", "the", "parcels"), "ben"),
        (("comment", "2", "Later"), "ana"),
    ):
        line.seconds += HOUR
        ran = line(*words, person=person)
        assert ran.status == 0, ran.err
    line.seconds += HOUR
    return line


def numbers(tagwerk: CommandLine, *arguments: str) -> list[int]:
    """The commits that `tagwerk log` tells of."""
    return [commit["number"] for commit in tagwerk("log", *arguments, "--json").json["commits"]]


def test_the_log_tells_who_did_what_newest_first(tagwerk: CommandLine) -> None:
    """A line each: time, number, person and deed."""
    lines = tagwerk("log").out.splitlines()

    assert [line.split("  ")[1].strip() for line in lines] == ["@4", "@3", "@2", "@1"]
    assert "Ana" in lines[-1]
    assert "moved #1 to Doing" in lines[-1]


def test_the_log_is_filtered(tagwerk: CommandLine) -> None:
    """By person, document, time, words and number; all of them together."""
    assert numbers(tagwerk, "--by", "BEN") == [3, 2]
    assert numbers(tagwerk, "#1") == [2, 1]
    assert numbers(tagwerk, "1") == [2, 1]
    assert numbers(tagwerk, "--text", "courier FOUR") == [2]
    assert numbers(tagwerk, "--since", "150m") == [4, 3]
    assert numbers(tagwerk, "--until", "150m") == [2, 1]
    assert numbers(tagwerk, "-n", "2") == [4, 3]
    assert numbers(tagwerk, "#1", "--by", "ana", "--text", "moved") == [1]
    assert tagwerk("log", "--by", "nobody").out == "Nothing fits.\n"


def test_other_documents_are_found_by_number_and_by_name(tagwerk: CommandLine) -> None:
    """`column 2`, `column Doing`, `member ana`; what never was is not found."""
    tagwerk("column", "edit", "Doing", "--limit", "9")

    assert numbers(tagwerk, "column", "Doing") == [5]
    assert numbers(tagwerk, "member", "ana") == []
    assert tagwerk("log", "goal", "77").status == 1
    assert tagwerk("log", "#999").err == "tagwerk: There is no task “#999”, and there never was one.\n"
    assert "names nothing" in tagwerk("log", "nonsense").err


def test_what_people_have_read_is_told_only_to_who_asks(tagwerk: CommandLine) -> None:
    """The log is not full of it; `read state 1` and `reply 1` are found by what they are called."""
    board = builders.team(news.post(1, "Sale"), news.reply(1, 1))
    shutil.rmtree(tagwerk.folder)
    reading = mark_all_read(board, "ben", builders.NOW).renumbered({("read_states", -1): 1})
    edited = edit_reply(board, 1, "Better.", "ben", builders.NOW)
    create_team(tagwerk.folder, board.tables, [reading, edited])

    assert numbers(tagwerk) == [2]
    assert numbers(tagwerk, "--by", "ben") == [2]
    assert numbers(tagwerk, "read", "state", "1") == [1]
    assert numbers(tagwerk, "reply", "1") == numbers(tagwerk, "Post", "Sale") == [2]
    assert tagwerk("log", "reply", "9").err == "tagwerk: There is no reply “9”, and there never was one.\n"


def test_each_field_is_told_before_and_after(tagwerk: CommandLine) -> None:
    """With `--changes` for people, always for programs."""
    assert "    #1 column: Backlog → Doing" in tagwerk("log", "#1", "--changes").out.splitlines()
    change = tagwerk("log", "#1", "--text", "moved", "--json").json["commits"][0]["changes"][0]
    assert (change["before"]["column"], change["after"]["column"]) == (1, 3)


def test_what_people_wrote_cannot_speak_to_the_terminal(tagwerk: CommandLine) -> None:
    """Neither in a line of the log nor in a changed field."""
    tagwerk("add", "--plain", "red \x1b[31m\x07 alert")

    assert "\x1b" not in tagwerk("log", "--changes").out


def test_what_is_younger_than_a_damage_is_told(tagwerk: CommandLine) -> None:
    """A compacted file that is spoilt ends the history with a sentence, and status 3."""
    history = [tasks.edit(builders.team(), 1, "ana", builders.NOW, title="Once")]
    team = builders.team().apply(history[0])
    for number in range(2, 3 * CHECKPOINT_EVERY + 3):
        history.append(tasks.edit(team, 1, "ana", builders.NOW, title=f"Title {number}"))
        team = team.apply(history[-1])
    shutil.rmtree(tagwerk.folder)
    create_team(tagwerk.folder, builders.team().tables, history)
    log_in(tagwerk.folder).trim(0)
    compacted = layout_of(tagwerk.folder).compacted(1)
    compacted.write_bytes(compacted.read_bytes()[:-10])
    ran = tagwerk("log", "-n", "0", disk=Quick())

    assert ran.status == 3
    assert len(ran.out.splitlines()) == 2 * CHECKPOINT_EVERY + 2
    assert ran.err.startswith("tagwerk: The history ends here: ")
    assert tagwerk("log", "-n", "3").status == 0


class Quick(Disk):
    """Waits for nothing to heal."""

    def pause(self, seconds: float) -> None:
        """Not here."""


def test_the_board_is_shown_as_it_was(tagwerk: CommandLine) -> None:
    """Before a card was moved it stands where it stood, and what came later is not there."""
    before = tagwerk("as-of", "270m", "--json").json
    after = tagwerk("as-of", "@1", "--json").json
    columns = [
        next(task["column"] for task in told["tasks"] if task["number"] == 1) for told in (before, after)
    ]

    assert (before["number"], after["number"]) == (0, 1)
    assert columns[1] == "Doing"
    assert columns[0] != "Doing"
    assert "Weigh the parcels" not in tagwerk("as-of", "150m").out
    assert "Weigh the parcels" in tagwerk("as-of", "@3").out
    assert tagwerk("as-of", "150m").out.startswith("After commit @2 (")


def test_the_team_as_it_was_becomes_a_tinydb_file(tagwerk: CommandLine) -> None:
    """Plain TinyDB opens it; a file that is there is not overwritten."""
    file = tagwerk.place / "then.json"

    assert tagwerk("as-of", "@2", "--export", str(file)).out.endswith(f"written to {file}.\n")
    assert TinyDB(file).table("tasks").get(doc_id=1)["column"] == 3
    again = tagwerk("as-of", "@1", "--export", str(file))
    assert (again.status, again.err) == (1, f"tagwerk: {file} is there already; choose another name.\n")
    assert json.loads(file.read_bytes())["_tagwerk"]["1"]["number"] == 2
    umask = os.umask(0)
    os.umask(umask)
    assert file.stat().st_mode & 0o777 == 0o666 & ~umask


def test_wrong_times_are_wrong_usage(tagwerk: CommandLine) -> None:
    """With the ways to write one, before anything is read."""
    ran = tagwerk("as-of", "soonish")

    assert ran.status == 2
    assert "“soonish” is not a time" in ran.err
    assert tagwerk("as-of", "@77").err == "tagwerk: There is no commit 77; the newest one is 4.\n"
