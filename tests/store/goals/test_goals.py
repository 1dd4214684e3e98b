"""Goals as the team keeps them: where their values come from, how they stand, and who may do what."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from store.change import Change
from store.errors import NeedsConsent, NotFound, Refused
from store.goals.pace import Pace
from store.goals.saying import amount, outlook, span
from store.goals.smart import smart, unmet
from store.goals.standing import Standings
from store.merge import rebase
from store.models import CheckIn, Goal, GoalState, KeyResult, Remark, Source
from store.rules import check_ins, goals
from store.team import Team
from tests import builders
from tests.builders import DONE, LATER, NOW, SHOP

TODAY = date(2026, 11, 23)
START, DUE = TODAY - timedelta(days=40), TODAY + timedelta(days=60)
SMART: dict[str, Any] = {
    "title": "Ship the same day",
    "meaning": "An order before two o'clock leaves the house on that day.",
    "metric": "orders shipped the same day",
    "unit": "%",
    "baseline": 60,
    "target": 90,
    "confidence": 7,
    "needs": "A second packing table.",
    "why": "Half of all complaints are about late parcels.",
    "serves": "Customers first",
    "start": START,
    "due": DUE,
    "owner": "ana",
    "state": "active",
}


def with_goals(*documents: Goal | KeyResult | CheckIn, team: Team | None = None) -> Team:
    """The builders' team with goals, results and check-ins; each kind has numbers of its own."""
    tables = dict((team or builders.team()).tables)
    for table, kind in (("goals", Goal), ("key_results", KeyResult), ("check_ins", CheckIn)):
        tables[table] = {d.id: d.raw() for d in documents if isinstance(d, kind)}
    return Team(tables)


def goal(id: int = 1, **fields: Any) -> Goal:
    return Goal.checked({**SMART, "id": id, **fields})


def said(id: int, days_ago: int, value: float | None, goal: int = 1, **fields: Any) -> CheckIn:
    day = TODAY - timedelta(days=days_ago)
    values = {"id": id, "goal": goal, "day": day, "value": value, "author": "ana", "at": NOW}
    return CheckIn.checked({**values, **fields})


def standing(team: Team, number: int = 1) -> Any:
    found = team.find(Goal, number)
    assert found
    return Standings(team, TODAY).of(found)


# --- where the value comes from --------------------------------------------------------------------------


def test_the_newest_check_in_is_the_value() -> None:
    """By its day, not by when it was written; one without a value says nothing of it."""
    team = with_goals(goal(), said(1, 3, 72), said(2, 10, 66), said(3, 0, None, note="Packing table is here"))
    found = standing(team)

    assert (found.value, found.share) == (72, pytest.approx(0.4))
    assert found.expected == pytest.approx(0.4)
    assert found.pace is Pace.ON_TRACK


def test_two_people_checking_in_at_once_both_survive() -> None:
    """Two check-ins are two documents, whoever commits first."""
    team = with_goals(goal(people=["ben"]))
    mine = check_ins.check_in(team, 1, "ana", NOW, value=70, id=-1)
    theirs = check_ins.check_in(team, 1, "ben", NOW, value=71, id=-2)
    after = team.apply(theirs)
    after = after.apply(rebase(mine, after.tables))

    assert sorted(c.value or 0 for c in after.belonging(CheckIn, "goal", 1)) == [70, 71]


def test_tasks_are_counted() -> None:
    """Done of all; what was put away unfinished is not one of them, what was finished and put away is."""
    cards = [
        builders.task(1, "a", DONE, SHOP, goal=1, estimate=3, finished_at=NOW),
        builders.task(2, "b", goal=1, estimate=1),
        builders.task(3, "c", goal=1, estimate=9, archived_at=NOW),
        builders.task(4, "d", DONE, SHOP, goal=1, estimate=4, finished_at=NOW, archived_at=NOW),
        builders.task(5, "e"),
    ]
    team = builders.team(tasks=cards)
    by_number = standing(with_goals(goal(source="tasks"), team=team))
    by_hours = standing(with_goals(goal(source="effort"), team=team))

    assert (by_number.value, by_number.way.target) == (2, 3)
    assert by_hours.share == pytest.approx(7 / 8)


def test_results_and_child_goals_roll_up_by_weight() -> None:
    """A result of weight 3 counts three times as much; a draft and a dropped child do not count."""
    results = [
        KeyResult.checked(
            {"id": n, "goal": 2, "title": f"r{n}", "metric": "m", "baseline": 0, "target": 10, "weight": w}
        )
        for n, w in ((1, 1), (2, 3))
    ]
    children = [
        goal(2, parent=1, source="results"),
        goal(3, parent=1, state="draft"),
        goal(4, parent=1, state="dropped"),
        goal(5, parent=1, state="reached", baseline=0, target=10),
    ]
    team = with_goals(
        goal(source="goals"),
        *children,
        *results,
        said(1, 1, 5, goal=2, result=1),
        said(2, 1, 10, goal=2, result=2),
        said(3, 1, 10, goal=5),
    )

    assert standing(team, 2).value == pytest.approx(87.5)
    assert standing(team, 1).value == pytest.approx((87.5 + 100) / 2)


def test_goals_that_are_parts_of_each_other_stop() -> None:
    """What another program has turned into a circle is shown and counts nothing."""
    team = with_goals(goal(1, source="goals", parent=2), goal(2, source="goals", parent=1))

    assert standing(team, 1).share in (0.0, None)


# --- what is said ----------------------------------------------------------------------------------------


def test_the_sentence_for_a_lead() -> None:
    """The pace that is needed, the pace there is, and where it leads."""
    team = with_goals(goal(), *(said(n, 35 - 7 * n, 60 + n) for n in range(1, 6)))
    found = standing(team)

    assert (
        outlook(found, found.forecast())
        == "needs 2.92 a week, doing 1; at this pace 17 May 2027, 4 months late"
    )


@pytest.mark.parametrize(
    ("documents", "sentence"),
    [
        ((goal(state="draft"),), "a draft: nobody works towards it yet"),
        ((goal(due=None),), "no dates yet, so nobody can say whether it is late"),
        ((goal(target=None),), "no numbers yet, so nobody can say how far it is"),
        ((goal(),), "no check-in yet; it takes 3 to tell where this is going"),
        ((goal(), said(1, 2, 61)), "only 1 check-in; it takes 3 to tell where this is going"),
        (
            (goal(due=TODAY - timedelta(days=10)),),
            "10 days overdue; no check-in yet; it takes 3 to tell where this is going",
        ),
        ((goal(), said(1, 2, 95)), "reached"),
        ((goal(state="missed"), said(1, 2, 75)), "missed at 50%"),
    ],
)
def test_too_little_is_said_to_be_too_little(documents: tuple[Any, ...], sentence: str) -> None:
    """Nobody guesses where there is nothing to go by."""
    found = standing(with_goals(*documents))

    assert outlook(found, found.forecast()) == sentence


def test_numbers_and_spans_are_short() -> None:
    """Three digits that mean something; days, weeks and months as people say them."""
    numbers = (0, 28, 1240, 3.449, 0.01234, -5.5)
    assert [amount(number) for number in numbers] == ["0", "28", "1,240", "3.45", "0.0123", "−5.5"]
    assert amount(40, "EUR") == "40 EUR"
    assert [span(n) for n in (1, 13, 21, -90, 100)] == ["1 day", "13 days", "3 weeks", "13 weeks", "3 months"]


def test_check_ins_are_owed_by_their_rhythm() -> None:
    """A week after the last one, or after the start; not where tasks are counted."""
    team = with_goals(
        goal(1), said(1, 6, 70), goal(2, cadence=3), said(2, 4, 70, goal=2), goal(3, source="tasks")
    )
    found = Standings(team, TODAY)
    goals_ = [team.find(Goal, n) for n in (1, 2, 3)]

    assert [g and found.is_owed(g) for g in goals_] == [False, True, False]


# --- SMART -----------------------------------------------------------------------------------------------


def test_a_goal_that_is_smart() -> None:
    """Nothing is missing to it."""
    assert unmet(with_goals(goal()), goal()) == ()
    assert [letter.name[0] for letter in smart(with_goals(goal()), goal())] == [*"SMART"]


@pytest.mark.parametrize(
    ("fields", "letter", "missing"),
    [
        ({"meaning": ""}, "Specific", "say what exactly is meant: who will see what, when it is reached?"),
        ({"metric": ""}, "Measurable", "no number: what will you measure?"),
        ({"baseline": None}, "Measurable", "no baseline: where does it stand now?"),
        ({"target": 60}, "Measurable", "the target is the baseline: what should change?"),
        ({"target": 50}, "Measurable", "the target is below the baseline: should it be more or less?"),
        ({"source": "tasks"}, "Measurable", "no tasks: which ones serve it?"),
        ({"source": "results"}, "Measurable", "no key results: which ones is it made of?"),
        ({"direction": "within"}, "Measurable", "no band: between which two numbers must it stay?"),
        ({"owner": ""}, "Achievable", "no owner: who answers for it?"),
        ({"confidence": 2}, "Achievable", "confidence is 2 of 10: what would make it likelier?"),
        ({"serves": ""}, "Relevant", "which value or which larger goal does it serve?"),
        ({"due": None}, "Time-bound", "no due date: by when?"),
        ({"due": START - timedelta(days=1)}, "Time-bound", "due before it starts: turn the dates round"),
    ],
)
def test_what_is_missing_is_asked_for(fields: dict[str, Any], letter: str, missing: str) -> None:
    """One letter, one sentence."""
    odd = goal(**fields)

    assert [(x.name, x.missing) for x in unmet(with_goals(odd), odd)] == [(letter, missing)]


# --- rules -----------------------------------------------------------------------------------------------


def after(team: Team, change: Change) -> Team:
    return team.apply(rebase(change, team.tables))


def test_a_goal_from_its_draft_to_its_end() -> None:
    """Written, made active once nothing is missing, checked in on, and reached."""
    fields = {name: value for name, value in SMART.items() if name not in ("title", "state")}
    team = after(with_goals(), goals.create(with_goals(), "Ship", "ana", NOW, id=7, **fields))
    team = after(team, goals.activate(team, 7, "ana", NOW))
    team = after(team, check_ins.check_in(team, 7, "ana", NOW, value="91,5".replace(",", "."), note="There!"))
    team = after(team, goals.close(team, 7, GoalState.REACHED, "ana", LATER))
    found = team.find(Goal, 7)

    assert found
    assert (found.state, found.owner, found.activated_at, found.closed_at) == ("reached", "ana", NOW, LATER)
    assert standing(team, 7).value == 91.5


def test_what_is_not_smart_is_begun_knowingly() -> None:
    """It is asked once, names what is missing, and the label keeps it."""
    team = with_goals(goal(state="draft", meaning="", due=None))
    with pytest.raises(NeedsConsent, match=r"Specific: say what exactly .*Time-bound: no due date"):
        goals.activate(team, 1, "ana", NOW)
    change = goals.activate(team, 1, "ana", NOW, override=True)

    assert change.label == "began the goal “Ship the same day”, though not specific and time-bound"


@pytest.mark.parametrize(
    ("state", "words", "sentence"),
    [
        (GoalState.MISSED, {}, "what the team learns"),
        (GoalState.DROPPED, {"lesson": "x"}, "why it is dropped"),
        (GoalState.ACTIVE, {}, "A goal ends reached, missed or dropped"),
    ],
)
def test_an_end_needs_its_words(state: GoalState, words: dict[str, str], sentence: str) -> None:
    """A missed goal has a lesson, a dropped one a reason."""
    with pytest.raises(Refused, match=sentence):
        goals.close(with_goals(goal()), 1, state, "ana", NOW, **words)


def test_a_draft_can_only_be_dropped() -> None:
    """Nobody has worked towards it."""
    team = with_goals(goal(state="draft"))
    for state in (GoalState.REACHED, GoalState.MISSED):
        with pytest.raises(Refused, match=f"is a draft, so it was not {state}; begin it first, or drop it"):
            goals.close(team, 1, state, "ana", NOW, lesson="x")

    assert goals.close(team, 1, GoalState.DROPPED, "ana", NOW, reason="No time")


def test_an_owner_who_has_left_answers_for_nothing() -> None:
    """The letter asks for another one."""
    found = smart(with_goals(goal(owner="zoe")), goal(owner="zoe"))

    assert "zoe is not in the team: who answers for it now?" in [letter.missing for letter in found]


def test_who_may_change_a_goal_and_who_checks_in() -> None:
    """Its owner and who leads a role edit it; who contributes checks in; a stranger does neither."""
    team = with_goals(goal(owner="cem", roles=[SHOP]))
    assert goals.edit(team, 1, "cem", NOW, title="Mine")
    assert goals.edit(team, 1, "ben", NOW, title="A lead's")
    assert check_ins.check_in(team, 1, "cem", NOW, note="Good")
    for act in (
        lambda: goals.edit(team, 1, "zoe", NOW, title="x"),
        lambda: check_ins.check_in(team, 1, "zoe", NOW, value=1),
    ):
        with pytest.raises(Refused, match="not in the team"):
            act()
    other = with_goals(goal(owner="ben"))
    with pytest.raises(Refused, match="Ben Okafor answers for"):
        goals.edit(other, 1, "cem", NOW, title="x")
    with pytest.raises(Refused, match="You have no part in"):
        check_ins.check_in(other, 1, "cem", NOW, value=1)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "says nothing"),
        ({"value": "much"}, "is not a number"),
        ({"confidence": 11}, "too large"),
        ({"value": 1, "day": TODAY + timedelta(days=1)}, "still to come"),
        ({"value": 1, "result": 9}, "has no key result 9"),
    ],
)
def test_a_check_in_that_is_none_is_refused(fields: dict[str, Any], sentence: str) -> None:
    """A sentence says what is wrong with it."""
    with pytest.raises((Refused, NotFound), match=sentence):
        check_ins.check_in(with_goals(goal()), 1, "ana", NOW, **fields)


def test_counted_goals_take_no_typed_value() -> None:
    """One goal, one source; a note is welcome all the same."""
    team = with_goals(goal(source=Source.TASKS))
    with pytest.raises(Refused, match="is counted from its tasks"):
        check_ins.check_in(team, 1, "ana", NOW, value=3)

    assert check_ins.check_in(team, 1, "ana", NOW, note="Slow week")


def test_a_goal_is_no_part_of_itself() -> None:
    """However far up."""
    team = with_goals(goal(1), goal(2, parent=1), goal(3, parent=2))

    with pytest.raises(Refused, match="Goal 3 is a part of goal 1"):
        goals.edit(team, 1, "ana", NOW, parent=3)


def test_what_is_said_about_a_goal_mentions_people() -> None:
    """As a comment on a card does."""
    team = with_goals(goal())
    team = after(team, check_ins.remark(team, 1, "Well done @ben", "cem", NOW, id=4))
    remark = team.find(Remark, 4)

    assert remark
    assert remark.mentions == ["ben"]


def test_groups_follow_every_change() -> None:
    """What belongs to a goal is known after each change as if it were looked up anew."""
    team = with_goals(goal(), said(1, 3, 72), said(2, 1, 73))
    assert len(list(team.belonging(CheckIn, "goal", 1))) == 2
    team = after(team, check_ins.check_in(team, 1, "ana", NOW, value=74, id=9))
    team = after(team, Change.insert("check_ins", said(1, 3, 72), id=1).inverse())

    assert [c.id for c in team.belonging(CheckIn, "goal", 1)] == [2, 9]
    assert [c.id for c in Team(team.tables).belonging(CheckIn, "goal", 1)] == [2, 9]


def test_two_people_write_on_one_goal() -> None:
    """Different lines of its meaning, people and milestones of both sides are all there."""
    team = with_goals(goal(meaning="one\ntwo\nthree", people=["ben"]))
    milestone = {"text": "Table", "day": TODAY, "value": 70}
    mine = goals.edit(team, 1, "ana", NOW, meaning="ONE\ntwo\nthree", people=["ben", "cem"])
    theirs = goals.edit(team, 1, "ben", NOW, meaning="one\ntwo\nTHREE", people=["ana", "ben"])
    with_milestones = [
        Change.update("goals", goal(), milestones=[{"id": id, **milestone}]).signed(id, NOW)
        for id in ("a", "b")
    ]
    found = team
    for change in (theirs, mine, *with_milestones):
        found = after(found, change)
    merged = found.find(Goal, 1)

    assert merged
    assert merged.meaning == "ONE\ntwo\nTHREE"
    assert sorted(merged.people) == ["ana", "ben", "cem"]
    assert sorted(m.id for m in merged.milestones) == ["a", "b"]
