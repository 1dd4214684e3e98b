"""`tagwerk routine` and `tagwerk freeze`: cards that come again, and cards that should not move."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.command_line import CommandLine


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A computer with the builders' shop team, on Monday 23 November 2026."""
    line = CommandLine(tmp_path)
    line.make_team()
    return line


def test_a_routine_from_its_beginning_to_its_end(tagwerk: CommandLine) -> None:
    """Previewed, added, run once, changed, paused, gone on with, put away and brought back."""
    assert tagwerk("routine", "next", "jeden", "freitag", "--count", "2").out.splitlines() == [
        "Every Friday:",
        "  Fri 27 Nov",
        "  Fri 4 Dec",
    ]
    new = tagwerk(
        *("routine", "add", "Cash", "up", "--every", "mondays", "--role", "shop"),
        *("--assign", "BEN", "--tag", "#till", "--estimate", "30m", "--json"),
    ).json["routine"]
    assert (new["in_words"], new["next"], new["assignees"], new["tags"]) == (
        "every Monday",
        "2026-11-23",
        ["ben"],
        ["till"],
    )
    assert tagwerk("routine", "run", person="cem").out == "#9 Cash up, due Mon 23 Nov.\n"
    assert tagwerk("routine", "run").out == "Nothing is due.\n"
    assert tagwerk("routine").out == "1  Cash up  every Monday  next Mon 30 Nov  Shop\n"

    assert tagwerk("routine", "edit", "cash", "--every", "last working day", "--ahead", "2").status == 0
    assert tagwerk("routine", "pause", "1").out == "Paused the routine “Cash up”.\n"
    assert "paused" in tagwerk("routine", "list").out
    assert tagwerk("routine", "go-on", "1").status == 0
    assert tagwerk("routine", "archive", "1").status == 0
    assert "not one routine" in tagwerk("routine", "pause", "1").err
    assert tagwerk("routine", "restore", "cash").out == "Brought back the routine “Cash up”.\n"
    assert "is not how often" in tagwerk("routine", "add", "x", "--every", "blue moon").err
    assert "can only read" in tagwerk("routine", "run", person="zoe").err


def test_a_freeze_asks_before_a_card_moves(tagwerk: CommandLine) -> None:
    """`--anyway` moves it; after its end nobody is asked."""
    tagwerk("add", "--plain", "Basket", "--tag", "checkout")
    assert tagwerk("freeze", "add", "Peak", "--tag", "#checkout", "--until", "fri").out == (
        "Froze #checkout for “Peak”.\n"
    )
    assert tagwerk("freeze").out == "1  Peak  Mon 23 Nov – Fri 27 Nov  #checkout  holds\n"

    for verb in (("move", "9", "Ready"), ("done", "9")):
        asked = tagwerk(*verb)
        assert asked.status == 1
        assert asked.err == (
            "tagwerk: #9 should not move: #checkout is frozen until Fri 27 Nov (“Peak”); --anyway moves it.\n"
        )
    assert tagwerk("move", "9", "Ready", "--anyway").out == "Moved #9 to Ready, though frozen.\n"
    edited = tagwerk(
        "freeze", "edit", "peak", "--from", "2026-11-20", "--reason", "No surprises", "--json"
    ).json
    assert (edited["freeze"]["start"], edited["freeze"]["reason"]) == ("2026-11-20", "No surprises")
    assert tagwerk("freeze", "end", "peak", "--json").json["freeze"]["holds"] is False
    assert tagwerk("move", "9", "Backlog").status == 0
    assert tagwerk("freeze", "archive", "1").status == 0
    assert tagwerk("freeze", "list", "--archived", "--json").json["freezes"][0]["name"] == "Peak"
    assert "not one freeze" in tagwerk("freeze", "archive", "1").err
