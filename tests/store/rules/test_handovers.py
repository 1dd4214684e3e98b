"""Handing over what a person has, and giving it back."""

from __future__ import annotations

from datetime import date

import pytest

from store.absences.open_things import Has, Thing, named, open_things, summed_up
from store.change import Change
from store.errors import NotFound, Refused
from store.merge import rebase
from store.models import Absence, Goal, GoalState, Handover, Responsibility, Task
from store.repository.undo import UndoStack
from store.rules.handovers import give_back, hand_over, returning
from store.rules.integrity import check
from store.rules.tasks import assign
from store.team import Team
from tests import builders
from tests.builders import DONE, LATER, LONG_AGO, NOW, READY, task

CARD, SHARED, GOAL = Thing(Has.CARD, 1), Thing(Has.CARD, 2), Thing(Has.GOAL, 1)
ANSWERS, DOES = Thing(Has.ACCOUNTABLE, 1), Thing(Has.RESPONSIBLE, 1)
EVERYTHING = (CARD, SHARED, GOAL, ANSWERS, DOES)


def shop() -> Team:
    """Ana has two cards, one together with Ben, a goal, and a responsibility that Ben does too."""
    return builders.team(
        Goal(id=1, title="Fewer returns", owner="ana", state=GoalState.ACTIVE),
        Goal(id=2, title="A draft", owner="ana"),
        Responsibility(id=1, name="Returns within 48 h", accountable=["ana"], responsible=["ana", "ben"]),
        Responsibility(id=2, name="Old", accountable=["ana"], archived_at=LONG_AGO),
        Absence(id=1, person="ana", start=date(2026, 11, 30), end=date(2026, 12, 4), cover="ben"),
        tasks=[
            task(1, "Count the stock", READY, assignees=["cem", "ana"]),
            task(2, "Order paper", READY, assignees=["ana", "ben"]),
            task(3, "Clean", DONE, assignees=["ana"]),
            task(4, "Old", READY, assignees=["ana"], archived_at=LONG_AGO),
        ],
    )


def after(team: Team, change: Change) -> Team:
    """The team with the change."""
    new: dict[tuple[str, int], int] = {}
    for table, id in sorted(change.touched(), reverse=True):
        if id < 0:
            new[table, id] = max([*team.tables[table], *new.values()], default=0) + 1
    numbered = rebase(change.renumbered(new), team.tables)
    team = team.apply(numbered)
    check(team, numbered)
    return team


def people(team: Team) -> list[list[str]]:
    """Who has the two cards, the goal and the responsibility."""
    goal, duty = team.find(Goal, 1), team.find(Responsibility, 1)
    assert goal is not None
    assert duty is not None
    return [
        team.task(1).assignees,
        team.task(2).assignees,
        [goal.owner],
        duty.accountable,
        duty.responsible,
    ]


def given() -> Team:
    """Everything of Ana's is with Ben."""
    return after(shop(), hand_over(shop(), "ana", dict.fromkeys(EVERYTHING, "ben"), "ana", NOW, absence=1))


def test_what_a_person_has_is_open_and_hers() -> None:
    """Drafts, what is finished and what was put away are nothing to hand over."""
    assert open_things(shop(), "ana") == EVERYTHING
    assert open_things(shop(), "zoe") == ()
    assert summed_up(EVERYTHING) == "2 cards, 1 goal and 1 responsibility"
    assert [named(shop(), one) for one in EVERYTHING[1:4]] == [
        "#2 Order paper",
        "“Fewer returns”",
        "“Returns within 48 h”",
    ]
    assert named(shop(), Thing(Has.GOAL, 9)) == "goal 9"


def test_everything_goes_over_at_once_and_comes_back() -> None:
    """The receiver stands where the giver stood; who had it before as well keeps it."""
    change = hand_over(shop(), "ana", dict.fromkeys(EVERYTHING, "ben"), "ana", NOW, absence=1)
    assert change.label == "handed 2 cards, 1 goal and 1 responsibility over to Ben Okafor"
    team = given()
    assert people(team) == [["cem", "ben"], ["ben"], ["ben"], ["ben"], ["ben"]]
    kept = team.find(Handover, 1)
    assert kept is not None
    assert (kept.giver, kept.receiver, kept.absence, kept.by) == ("ana", "ben", 1, "ana")
    assert (kept.tasks, kept.goals, kept.accountable, kept.responsible) == ([1, 2], [1], [1], [1])
    assert (kept.joint_tasks, kept.joint_duties) == ([2], [1])

    back = give_back(team, 1, "ben", LATER)
    assert back.label == "gave 2 cards, 1 goal and 1 responsibility back to Ana Lima"
    again = after(team, back)
    assert people(again) == [["cem", "ana"], ["ben", "ana"], ["ana"], ["ana"], ["ben", "ana"]]
    with pytest.raises(Refused, match="What Ana Lima handed over to Ben Okafor was given back already"):
        give_back(again, 1, "ana", LATER)


def test_each_thing_has_its_own_receiver() -> None:
    """There is one handover for each of them."""
    to = {CARD: "ben", SHARED: "cem", GOAL: "ben"}
    change = hand_over(shop(), "ana", to, "ana", NOW)
    assert change.label == "handed 2 cards and 1 goal over to Ben Okafor and Cem Demir"
    team = after(shop(), change)
    assert people(team)[:3] == [["cem", "ben"], ["cem", "ben"], ["ben"]]
    assert [(one.receiver, one.tasks, one.goals) for one in team.all(Handover)] == [
        ("ben", [1], [1]),
        ("cem", [2], []),
    ]


def test_what_has_moved_on_stays_where_it_is() -> None:
    """It is told, with how it moved on."""
    team = given()
    team = after(team, assign(team, 1, ["cem"], "ben", LATER))
    team = after(team, assign(team, 2, ["ana"], "ben", LATER))
    team = after(team, Change.update("goals", team.find(Goal, 1) or Goal(title=""), state="reached"))
    handover = team.find(Handover, 1)
    assert handover is not None
    found = returning(team, handover)
    assert found.back == (ANSWERS, DOES)
    assert found.left == (
        (CARD, "is with Cem Demir now"),
        (SHARED, "is with Ana Lima again"),
        (GOAL, "is finished or put away"),
    )
    again = after(team, give_back(team, 1, "ana", LATER))
    assert people(again) == [["cem"], ["ana"], ["ben"], ["ana"], ["ben", "ana"]]

    nothing = hand_over(shop(), "ana", {CARD: "ben"}, "ana", NOW)
    team = after(shop(), nothing)
    team = after(team, assign(team, 1, [], "ben", LATER))
    assert give_back(team, 1, "ana", LATER).label == "closed the handover of Ana Lima"


def test_a_handover_is_undone_like_every_change() -> None:
    """All of it at once, and done again."""
    stack, team = UndoStack(), shop()
    change = hand_over(team, "ana", dict.fromkeys(EVERYTHING, "ben"), "ana", NOW).renumbered(
        {("handovers", -1): 1}
    )
    team = team.apply(change)
    stack.did(change)
    undone = after(team, stack.undo(team, LATER))
    assert people(undone) == people(shop())
    assert not list(undone.all(Handover))


def test_the_giver_and_who_leads_a_role_may() -> None:
    """Of giving back also the receiver; where nobody leads, everybody."""
    to = {Thing(Has.CARD, 7): "ben"}
    team = builders.team()
    assert hand_over(team, "cem", to, "ana", NOW).label == "handed 1 card of Cem Demir over to Ben Okafor"
    with pytest.raises(Refused, match="This work is Ana Lima's; ask Ana Lima, or who leads a role"):
        hand_over(shop(), "ana", {CARD: "ben"}, "cem", NOW)
    with pytest.raises(Refused, match="handed over by Ana Lima to Ben Okafor; ask one of them"):
        give_back(given(), 1, "cem", NOW)
    with pytest.raises(Refused, match="not in the team"):
        give_back(given(), 1, "zoe", NOW)


def test_what_does_not_fit_is_refused() -> None:
    """In a sentence that says what is the matter."""
    team = shop()
    with pytest.raises(Refused, match="There is nothing to hand over: Ana Lima has nothing that is chosen"):
        hand_over(team, "ana", {}, "ana", NOW)
    with pytest.raises(Refused, match="Ana Lima has it already"):
        hand_over(team, "ana", {CARD: "ana"}, "ana", NOW)
    with pytest.raises(NotFound, match="Nobody in the team is called “zoe”"):
        hand_over(team, "ana", {CARD: "zoe"}, "ana", NOW)
    with pytest.raises(Refused, match="#3 Clean is not Ana Lima's any more; look again"):
        hand_over(team, "ana", {Thing(Has.CARD, 3): "ben"}, "ana", NOW)
    with pytest.raises(Refused, match="Absence 1 is not one of Ben Okafor"):
        hand_over(team, "ben", {SHARED: "cem"}, "ana", NOW, absence=1)
    with pytest.raises(NotFound, match="There is no absence 7"):
        hand_over(team, "ana", {CARD: "ben"}, "ana", NOW, absence=7)
    with pytest.raises(NotFound, match="There is no handover 7"):
        give_back(team, 7, "ana", NOW)


def test_a_card_that_has_no_number_yet_is_handed_over_too() -> None:
    """The handover names it by the number that it is given."""
    team = shop().apply(Change.insert("tasks", Task(id=-1, title="New", column=READY, assignees=["ana"])))
    change = hand_over(team, "ana", {Thing(Has.CARD, -1): "ben"}, "ana", NOW)
    renumbered = change.renumbered({("tasks", -1): 9, ("handovers", -1): 1})
    (edit,) = (edit for edit in renumbered.edits if edit.table == "handovers")
    assert (edit.after or {})["tasks"] == [9]
