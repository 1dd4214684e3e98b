"""`tagwerk flow`: the flow of work in the shell."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from store.change import Change
from store.repository import open_team
from store.rules import moving, tasks
from store.team import Team
from tests import builders
from tests.builders import DOING, DONE, LATER, NOW, PHOTO, SHOP, task
from tests.tui.command_line import CommandLine

DAY = timedelta(days=1)


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A team that has finished a card a day for two weeks, and has two in work."""
    line = CommandLine(tmp_path)
    finished = [
        task(
            number,
            f"Pack order {number}",
            DONE,
            SHOP if number % 2 else PHOTO,
            created_at=NOW - (number + 4) * DAY,
            started_at=NOW - (number + 2) * DAY,
            finished_at=NOW - number * DAY,
            tags=["gifts"] if number < 4 else [],
        )
        for number in range(1, 15)
    ]
    open_cards = [
        task(20, "Wait for paper", DOING, SHOP, started_at=NOW - 9 * DAY, assignees=["ana"], blocked=""),
        task(21, "Print labels", DOING, PHOTO, started_at=NOW - DAY, assignees=["ben"]),
    ]
    line.make_team(builders.team(tasks=[*finished, *open_cards]))
    return line


def done(tagwerk: CommandLine, what: Callable[[Team], Change]) -> None:
    """Something that somebody did in the app."""
    repository = open_team(tagwerk.folder, local=tagwerk.place / "app", login="ana")
    repository.commit(what(repository.team))
    repository.close()


def test_one_page_tells_everything(tagwerk: CommandLine) -> None:
    """What comes and goes, what is in work and how old, how long it takes, and when the rest is done."""
    done(tagwerk, lambda team: tasks.block(team, 20, "no paper", "ana", LATER))
    done(tagwerk, lambda team: moving.hand_over(team, 20, PHOTO, "ana", LATER))
    done(tagwerk, lambda team: tasks.assign(team, 20, ["ben"], "ana", LATER))
    said = tagwerk("flow", "--weeks", "3").out

    assert "Flow of work: Corner Shop, 3 weeks from Mon 9 Nov on" in said
    assert "16 Nov   3        7" in said
    assert "Throughput: 7.0 cards a week, over 2 whole weeks" in said
    assert "In work: 2 cards, 1 of them older than 85 of 100 finished ones were" in said
    assert "#20 Wait for paper: 9.0 days" in said
    assert "Cycle time, from begun to finished: half took 2.0 days or less" in said
    assert "Blocked: 0.0 days altogether" in said
    assert "no paper" in said
    assert "Hand-overs: Shop › Photography 1, 1 card changed hands" in said
    assert "Forecast: these 2 cards: half of the runs by" in said
    assert "none are added" in said


def test_the_page_is_a_document_too(tagwerk: CommandLine) -> None:
    """With the same numbers, of the cards that are asked for."""
    whole = tagwerk("flow", "--json").json
    assert whole["cycle_days"] == {"count": 14, "median": 2.0, "p85": 2.0}
    assert (whole["open"], whole["in_work"], whole["late"]) == (2, 2, [20])
    assert whole["weeks"][-2:] == [
        {"monday": "2026-11-16", "arrived": 3, "finished": 7},
        {"monday": "2026-11-23", "arrived": 0, "finished": 0},
    ]
    assert tagwerk("flow", "--role", "photo", "--json").json["cycle_days"]["count"] == 7
    assert tagwerk("flow", "--tag", "#Gifts", "--json").json["cycle_days"]["count"] == 3
    assert tagwerk("flow", "--person", "me", "--json").json["open"] == 1
    assert tagwerk("flow", "--goal", "7").err.startswith("tagwerk: There is no goal 7")


@pytest.mark.parametrize(
    ("verb", "head", "last"),
    [
        (
            "times",
            ["finished", "card", "cycle", "lead", "title"],
            ["2026-11-22", "1", "2.0", "4.0", "Pack order 1"],
        ),
        ("age", ["card", "days", "late", "title"], ["21", "1.0", "0", "Print labels"]),
        ("cumulative", ["day", "made", "begun", "finished"], ["2026-11-23", "16", "16", "14"]),
        ("blocked", ["card", "reason", "start", "end", "days"], None),
    ],
)
def test_series_come_as_lines_of_values(
    tagwerk: CommandLine, verb: str, head: list[str], last: list[str] | None
) -> None:
    """For a spreadsheet; and as a table, and as a document."""
    rows = [*csv.reader(tagwerk("flow", verb, "--csv").out.splitlines())]
    assert rows[0] == head
    assert rows[-1] == (last or head)
    assert tagwerk("flow", verb).status == 0
    assert len(tagwerk("flow", verb, "--json").json) >= 1


def test_a_forecast_is_for_as_many_cards_as_one_says(tagwerk: CommandLine) -> None:
    """Or for those that a filter finds; with how likely a day is."""
    done(tagwerk, lambda team: tasks.block(team, 20, "no paper", "ana", LATER))
    assert "these 30 cards" in tagwerk("flow", "forecast", "--cards", "30").out
    assert "this card" in tagwerk("flow", "forecast", "--query", "is:blocked").out
    found = tagwerk("flow", "forecast", "--cards", "7", "--by", "2026-12-24", "--json").json
    assert found["forecast"]["chance"] == {"by": "2026-12-24", "share": 1.0}
    assert found["forecast"]["days"]["50"] == "2026-11-30"
    assert "nothing to foretell" in tagwerk("flow", "forecast", "--cards", "0").out
    assert "nobody can tell yet" in tagwerk("flow", "forecast", "--tag", "gifts", "--cards", "3").out
    assert "not both" in tagwerk("flow", "forecast", "--cards", "3", "--query", "x").err
    assert "500 weeks are not looked at" in tagwerk("flow", "--weeks", "500").err
