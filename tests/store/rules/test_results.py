"""Key results and milestones: adding, changing, ordering, putting away."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from store.change import Change
from store.errors import NotFound, Refused
from store.merge import rebase
from store.models import Goal, KeyResult, Milestone
from store.rules import milestones, results
from store.team import Team
from tests import builders
from tests.builders import LATER, NOW

GOAL = 1


def team(*documents: KeyResult, **fields: Any) -> Team:
    """A team with one goal of Ana's."""
    known = {"id": GOAL, "title": "Ship the same day", "owner": "ana", "state": "active"}
    return builders.team(Goal.checked({**known, **fields}), *documents)


def goal(team: Team) -> Goal:
    """The goal."""
    found = team.find(Goal, GOAL)
    assert found is not None
    return found


def after(team: Team, change: Change) -> Team:
    """The team with the change."""
    return team.apply(change)


def titles(team: Team) -> list[str]:
    """The key results in their order."""
    return [result.title for result in results.results_of(team, GOAL)]


def with_results(*names: str) -> Team:
    """The goal with key results."""
    made = team()
    for number, name in enumerate(names, 1):
        made = after(made, results.add(made, GOAL, name, "ana", NOW, id=number))
    return made


def test_key_results_stand_behind_each_other() -> None:
    """Each with its metric and weight; the label names both."""
    made = with_results("Packing", "Labels")
    change = results.add(
        made, GOAL, "Pick-up", "ana", NOW, metric="minutes", baseline="30", target=10, weight=2
    )
    new = results.results_of(after(made, change), GOAL)[-1]

    assert titles(after(made, change)) == ["Packing", "Labels", "Pick-up"]
    assert (new.metric, new.baseline, new.target, new.weight, new.created_at) == ("minutes", 30, 10, 2, NOW)
    assert change.label == "added the key result “Pick-up” to the goal “Ship the same day”"


def test_they_are_moved_and_put_away() -> None:
    """At the edge nothing changes; what is put away is brought back to its place."""
    made = with_results("A", "B", "C")
    made = after(made, results.move(made, 3, -1, "ana", NOW))
    assert titles(made) == ["A", "C", "B"]
    assert not results.move(made, 1, -1, "ana", NOW)
    away = after(made, results.edit(made, 3, "ana", NOW, archived_at=NOW))
    assert titles(away) == ["A", "B"]
    with pytest.raises(Refused, match="is put away; bring it back first"):
        results.move(away, 3, 1, "ana", NOW)
    assert titles(after(away, results.edit(away, 3, "ana", NOW, archived_at=None))) == ["A", "C", "B"]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"title": ""}, "title must not be empty"),
        ({"baseline": "many"}, "is not a number"),
        ({"weight": -1}, "weight"),
        ({"position": "a"}, "The position of a key result is kept by Tagwerk"),
        ({"colour": "red"}, "There is no field “colour” in a key result"),
    ],
)
def test_what_does_not_fit_is_refused(fields: dict[str, Any], reason: str) -> None:
    """With the field that it is about."""
    with pytest.raises(Refused, match=reason):
        results.edit(with_results("A"), 1, "ana", NOW, **fields)


def test_only_who_answers_for_the_goal_changes_what_it_is_made_of() -> None:
    """Whoever leads a role may, others are told whom to ask."""
    made = with_results("A")

    assert results.edit(made, 1, "ben", NOW, title="B")
    for refused in (
        lambda: results.edit(made, 1, "cem", NOW, title="B"),
        lambda: results.add(made, GOAL, "B", "cem", NOW),
        lambda: milestones.add(made, GOAL, "B", date(2026, 12, 1), "cem", NOW, milestone_id="m"),
    ):
        with pytest.raises(Refused, match="Ana Lima answers for"):
            refused()


def test_what_is_not_there_is_said() -> None:
    """Number or name of what was looked for."""
    with pytest.raises(NotFound, match="There is no key result 9"):
        results.edit(team(), 9, "ana", NOW, title="x")
    with pytest.raises(NotFound, match="has no milestone “m9”; somebody may have removed it"):
        milestones.edit(team(), GOAL, "m9", "ana", NOW, done=True)


# --- milestones ------------------------------------------------------------------------------------------


def with_stones() -> Team:
    """Two milestones, the later one written first."""
    made = team()
    made = after(made, milestones.add(made, GOAL, "Pick-up", "2026-12-10", "ana", NOW, milestone_id="m1"))
    return after(
        made,
        milestones.add(made, GOAL, "Table", date(2026, 12, 1), "ana", NOW, milestone_id="m2", value="80"),
    )


def test_milestones_have_an_order_of_their_own() -> None:
    """By their days; each has a day and may have a value."""
    stones = milestones.in_order(goal(with_stones()))

    assert [(s.text, s.day, s.value, s.done) for s in stones] == [
        ("Table", date(2026, 12, 1), 80, False),
        ("Pick-up", date(2026, 12, 10), None, False),
    ]


def test_a_milestone_is_changed_reached_and_removed() -> None:
    """The label says which."""
    made = with_stones()
    done = milestones.edit(made, GOAL, "m2", "ana", NOW, done=True)
    assert done.label == "reached the milestone “Table” of the goal “Ship the same day”"
    made = after(made, done)
    assert milestones.edit(made, GOAL, "m2", "ana", NOW, done=False).label.startswith("reopened")
    made = after(made, milestones.edit(made, GOAL, "m2", "ana", NOW, day="2026-12-24", text="Big table"))
    stone = milestones.milestone(goal(made), "m2")
    assert (stone.text, stone.day, stone.value, stone.done) == ("Big table", date(2026, 12, 24), 80, True)
    made = after(made, milestones.remove(made, GOAL, "m2", "ana", NOW))
    assert [s.id for s in goal(made).milestones] == ["m1"]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"text": "  "}, "The milestone is empty"),
        ({"day": "soon"}, "soon"),
        ({"value": "much"}, "is not a number"),
        ({"colour": "red"}, "There is no field “colour” in a milestone"),
    ],
)
def test_what_does_not_fit_a_milestone_is_refused(fields: dict[str, Any], reason: str) -> None:
    """With what it is about."""
    with pytest.raises(Refused, match=reason):
        milestones.edit(with_stones(), GOAL, "m1", "ana", NOW, **fields)


def test_two_people_change_two_milestones() -> None:
    """Both changes are there afterwards, whoever commits first."""
    made = with_stones()
    mine = milestones.edit(made, GOAL, "m1", "ana", NOW, done=True)
    theirs = milestones.edit(made, GOAL, "m2", "ben", LATER, text="Long table")
    both = after(made, theirs)
    both = after(both, rebase(mine, both.tables))

    assert milestones.milestone(goal(both), "m1").done
    assert milestones.milestone(goal(both), "m2").text == "Long table"


def test_a_milestone_keeps_what_a_newer_version_wrote() -> None:
    """Fields that are not known here stay."""
    raw = {"id": "m1", "text": "A", "day": "2026-12-01", "mood": "good"}
    made = team(milestones=[raw])
    changed = after(made, milestones.edit(made, GOAL, "m1", "ana", NOW, done=True))

    assert Milestone.checked(raw).unknown == {"mood": "good"}
    assert changed.tables["goals"][GOAL]["milestones"][0]["mood"] == "good"
