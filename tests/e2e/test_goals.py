"""Two people, two terminals, and the goals that they share."""

from __future__ import annotations

from store.models import CheckIn, Goal, GoalState
from tests.e2e.conftest import Shop


def the_goal(shop: Shop) -> Goal | None:
    """The one goal that there is."""
    return next(shop.team.all(Goal), None)


def test_a_goal_from_its_first_line_to_its_end(shop: Shop) -> None:
    """Written, begun and ended by Ana in a few strings of keys, checked in on and opened by Ben."""
    ana, ben = shop.at("ana", (120, 30)), shop.at("ben", (120, 30))
    ben.type("2")
    ben.sees("No goals yet")
    ana.type("2aShip the same day\t\torders\t%\t\t60\t90\r")
    ana.sees("Ship the same day")
    ana.wait(lambda: the_goal(shop) is not None, "the goal")
    ana.type("by")
    ana.wait(lambda: (goal := the_goal(shop)) is not None and goal.state is GoalState.ACTIVE, "its beginning")
    # The pace of a goal that has begun, without a check-in; before, the line says "draft".
    ben.sees("unknown")
    ben.type("i75 !8 good start\r")
    ana.sees("50%")
    (said,) = shop.team.all(CheckIn)
    assert (said.value, said.confidence, said.note, said.author) == (75, 8, "good start", "ben")
    ben.type("\r")
    ben.sees("sure: 8 of 10 · good start")
    ben.type("q")
    ana.type("drWe all packed\r")
    ana.sees("Celebrate it on the news?")
    ana.type("n")
    ana.wait(lambda: (goal := the_goal(shop)) is not None and goal.state is GoalState.REACHED, "its end")
    ben.sees("✓ Ship the same day")

    goal = the_goal(shop)
    assert goal is not None
    assert goal.lesson == "We all packed"
    ana.type("q")
    ana.ends()
