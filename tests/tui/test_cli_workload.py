"""`tagwerk workload` and `tagwerk handover`: how much waits for people, and who takes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.models import Goal, GoalState, Responsibility
from tests import builders
from tests.builders import DOING, DONE, READY, SHOP, task
from tests.tui.command_line import CommandLine


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A shell in which Ana types; Cem has too much to do."""
    line = CommandLine(tmp_path)
    line.make_team(
        builders.team(
            Goal(id=1, title="Fewer returns", owner="ana", state=GoalState.ACTIVE),
            Responsibility(id=1, name="Returns within 48 h", accountable=["ana"], responsible=["ana"]),
            tasks=[
                task(1, "Count the stock", READY, SHOP, assignees=["ana"], estimate=20, due="2026-11-27"),
                task(2, "Order paper", DOING, SHOP, assignees=["cem"], estimate=44, due="2026-11-27"),
                task(3, "Guess", READY, SHOP, assignees=["ana"], due="2026-12-04"),
                *(task(n, "Done", DONE, SHOP, estimate=5) for n in range(4, 9)),
            ],
        )
    )
    return line


def test_the_load_is_shown_with_bars(tagwerk: CommandLine) -> None:
    """What is too much is marked, and how many estimates were guessed is told."""
    assert tagwerk("workload", "--weeks", "2").out.splitlines() == [
        "People      this week                 30 Nov",
        "Ana Lima     █████▋····  ~22 of 40 h   ~2/40",
        "Ben Okafor   ··········  0 of 40 h     0/40",
        "Cem Demir   !██████████  44 of 40 h    0/40",
        "",
        "Roles        this week                 30 Nov",
        "Shop         !██████████  ~66 of 60 h   ~2/60",
        "Photography   ··········  0 of 40 h     0/40",
        "Newsletter    ··········  0 of 20 h     0/20",
        "",
        "1 of 3 open cards without an estimate: counted (~) with the median of what its role, or "
        "the team, finished.",
    ]
    tagwerk("absence", "add", "me", "mon", "tue")
    lines = tagwerk("workload", "--weeks", "2", "--person", "me").out.splitlines()
    assert (
        lines[:3]
        == [
            "Ana Lima",
            "  Mon 23 Nov   █████▋····  23 of 40 h              2 cards",
            "  Mon 30 Nov   ▊·········  2 of 24 h   away 2 days  1 card",
        ]
        or lines
    )
    assert tagwerk("workload", "--role", "shop").out.splitlines()[0] == "Shop"
    found = tagwerk("workload", "--weeks", "1", "--person", "cem", "--json").json
    assert found["people"] == [
        {
            "login": "cem",
            "weeks": [
                {
                    "hours": 44.0,
                    "capacity": 40.0,
                    "away": 0.0,
                    "over": True,
                    "guessed": 0.0,
                    "cards": [{"number": 2, "hours": 44.0}],
                }
            ],
        }
    ]
    assert (found["weeks"], found["roles"], found["guessed"]) == (["2026-11-23"], [], 1)
    assert tagwerk("workload", "--weeks", "99").status == 1


def test_everything_is_handed_over_and_comes_back(tagwerk: CommandLine) -> None:
    """To the cover of the coming absence; first it is shown what would happen."""
    assert "Ana Lima has no absence ahead; say with --to LOGIN" in tagwerk("handover", "give", "me").err
    tagwerk("absence", "add", "me", "mon", "fri", "--cover", "ben")
    things = [
        "  card        #1 Count the stock",
        "  card        #3 Guess",
        "  goal        “Fewer returns”",
        "  answers for “Returns within 48 h”",
        "  does        “Returns within 48 h”",
    ]
    assert tagwerk("handover", "give", "me", "--dry-run").out.splitlines() == [
        "2 cards, 1 goal and 1 responsibility would go from Ana Lima to Ben Okafor:",
        *things,
    ]
    assert tagwerk("handover", "list").out.startswith("Nothing is handed over")
    assert tagwerk("handover", "give", "me").out.splitlines() == [
        "Handed 2 cards, 1 goal and 1 responsibility over to Ben Okafor:",
        *things,
    ]
    assert tagwerk("handover").out == (
        "1  Ana Lima to Ben Okafor  2 cards, 1 goal and 1 responsibility  Mon 23 Nov\n"
    )
    tagwerk("move", "3", "Done")
    ran = tagwerk("handover", "back", "1")
    assert ran.out.splitlines() == [
        "Gave 1 card, 1 goal and 1 responsibility back to Ana Lima.",
        "  #3 Guess is finished or put away, and stays there.",
    ]
    assert tagwerk("handover", "back", "1").status == 1
    (known,) = tagwerk("handover", "--back", "--json").json["handovers"]
    assert (known["giver"], known["receiver"], known["absence"]) == ("ana", "ben", 1)
    assert known["back_at"] is not None


def test_only_some_things_go_to_somebody_who_is_named(tagwerk: CommandLine) -> None:
    """The answer to a program names them."""
    made = tagwerk("handover", "give", "ana", "--to", "cem", "--only", "goals", "--json").json
    assert made["things"] == [{"has": "goal", "number": 1, "name": "“Fewer returns”", "receiver": "cem"}]
    assert made["handovers"][0]["number"] == 1
    ran = tagwerk("handover", "give", "ben", "--to", "ana", person="cem")
    assert (ran.status, "This work is Ben Okafor's" in ran.err) == (1, True)
