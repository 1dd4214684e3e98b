"""Each kind of finding at its edge."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from store.findings import FindingKind, Mend, Wanted, browse
from store.findings.ground import spans
from store.models import Document, LearningItem, LearningState, Role, Settings
from tests import builders
from tests.builders import DOING, LATER, MAIL, PHOTO, SHOP
from tests.store.findings.office import (
    NOW,
    able,
    absence,
    day,
    duty,
    finished,
    found,
    member,
    shop,
    skill,
    told,
)

K = FindingKind


def test_a_team_in_order_has_no_findings() -> None:
    """Nothing is told for its own sake."""
    whole = shop(duty(1), absence(1, "ana", 0, 3, "cem"), tasks=[finished(9, "ana")])
    assert told(whole) == []


def test_one_who_answers_has_to_be_in_the_team() -> None:
    """Who has left or never was counts as nobody; of a put away responsibility nothing is told."""
    assert told(shop(duty(1, ""))) == ["Nobody answers for “duty 1”."]
    assert told(shop(duty(1, "zoe"))) == ["Nobody answers for “duty 1”: zoe left the team."]
    assert told(shop(duty(1, "zoe ana"))) == []
    assert told(shop(duty(1, "", archived_at=NOW))) == []


def test_two_who_answer_are_one_too_many() -> None:
    """All of them are named up to three, and they come first in the choice."""
    (one,) = found(shop(duty(1, "ben ana cem")))
    assert one.sentence == "Ben Okafor, Ana Lima and Cem Demir all answer for “duty 1”."
    assert (one.mend, one.candidates) == (Mend.CHOOSE_ACCOUNTABLE, ("ben", "ana", "cem"))


def test_somebody_has_to_do_the_work() -> None:
    """Nobody, or only who has left, is told; that the same one is alone then is not told as well."""
    assert told(shop(duty(1, responsible=""))) == ["Nobody does the work of “duty 1”."]
    assert told(shop(duty(1, responsible="zoe"))) == ["Nobody does the work of “duty 1”."]


def test_too_much_is_more_than_the_settings_say() -> None:
    """As many as the limit are not too many."""
    two = Settings(id=1, accountable_limit=2)
    assert told(shop(two, duty(1), duty(2))) == []
    (one,) = found(shop(two, duty(1), duty(2), duty(3), duty(4)))
    assert one.sentence == "Ana Lima answers for 4 things; more than 2 are too much for one."
    assert (one.advice, one.login) == ("Hand 2 of them over to somebody else.", "ana")


def test_a_role_has_a_lead_and_a_deputy() -> None:
    """Who leads does not stand in for herself; an empty role needs no deputy."""
    mail = Role(id=MAIL, name="Mail", lead="cem", deputy="cem")
    assert told(shop(mail)) == ["“Mail” has no deputy.", "Only Cem Demir works in “Mail”."]
    assert told(shop(replace(mail, lead="zoe", deputy=""))) == [
        "“Mail” has no lead.",
        "“Mail” has no deputy.",
        "Only Cem Demir works in “Mail”.",
    ]


def test_a_role_without_people_is_one_finding() -> None:
    """With what nobody answers for because of it; what somebody else has is told for itself."""
    new = Role(id=9, name="New")
    assert told(shop(new)) == ["“New” has nobody yet."]
    many = [duty(n, "", "", role=9) for n in range(1, 7)]
    (one,) = found(shop(new, *many))
    assert one.sentence == "“New” has nobody yet, so nobody answers for its 6 responsibilities."
    assert (one.kind, one.mend) == (K.EMPTY, Mend.CHOOSE_LEAD)
    cards = [
        builders.task(1, column=DOING, role=9),
        builders.task(2, column=DOING, role=9, assignees=["ana"]),
    ]
    assert told(shop(new, duty(1, "", "", role=9), duty(2, "", "ben", role=9), tasks=cards)) == [
        "“New” has nobody yet, so nobody answers for its responsibility, and 1 card waits: #1.",
        "Nobody answers for “duty 2”.",
    ]


def test_where_nobody_has_any_part_one_thing_is_told() -> None:
    """Nobody answers, and nobody does the work."""
    assert told(shop(duty(1, "", ""))) == ["Nobody answers for “duty 1”, and nobody does the work."]
    assert told(shop(duty(1, "zoe", ""))) == [
        "Nobody answers for “duty 1”: zoe left the team, and nobody does the work."
    ]


@pytest.mark.parametrize(
    ("documents", "sentences"),
    [
        ([absence(1, "ana", 30, 31)], ["Ana Lima is away from Wed 23 Dec to Thu 24 Dec, and nobody covers."]),
        ([absence(1, "ana", 31, 32)], []),
        ([absence(1, "ana", -3, 0)], ["Ana Lima is away today, and nobody covers."]),
        ([absence(1, "ana", -3, -1)], []),
        ([absence(1, "ana", 1, 1, archived_at=NOW)], []),
        ([absence(1, "zoe", 1, 1)], []),
        ([absence(1, "ana", 1, 1, "ana")], ["Ana Lima is away on Tue 24 Nov, and nobody covers."]),
        ([absence(1, "ana", 1, 1, "zoe")], ["Ana Lima is away on Tue 24 Nov, and nobody covers."]),
        ([absence(1, "ana", 1, 4, "ben"), absence(2, "ben", 5, 6, "cem")], []),
        (
            [absence(1, "ana", 1, 9, "ben"), absence(2, "ben", 1, 2, "cem"), absence(3, "ben", 5, 5, "cem")],
            [
                "Ana Lima is away from Tue 24 Nov to Wed 2 Dec, and Ben Okafor, who covers, is away from "
                "Tue 24 Nov to Wed 25 Nov and on Sat 28 Nov as well."
            ],
        ),
        ([absence(1, "ana", 40, 41), absence(2, "ana", 1, 1, "ben")], []),
    ],
)
def test_an_absence_has_a_cover_who_is_there(documents: list[Document], sentences: list[str]) -> None:
    """Within 30 days; each of the cover's own days is said."""
    assert told(shop(*documents)) == sentences


def test_days_that_follow_each_other_are_said_as_one() -> None:
    """Also where they overlap."""
    parts = [(day(5), day(6)), (day(1), day(2)), (day(2), day(3)), (day(9), day(9)), (day(4), day(4))]
    assert list(spans(parts)) == [(day(1), day(6)), (day(9), day(9))]


def test_cards_wait_where_nobody_of_the_role_is_there() -> None:
    """Only those in work or due within 7 days, on which nobody is who is there."""
    away = [absence(1, "ben", 0, 0, "cem"), Role(id=PHOTO, name="Photography", lead="ben", deputy="ben")]
    cards = [
        builders.task(1, column=DOING, role=PHOTO),
        builders.task(2, role=PHOTO, due=day(7)),
        builders.task(3, role=PHOTO, due=day(8)),
        builders.task(4, column=DOING, role=PHOTO, assignees=["ana"]),
        builders.task(5, column=DOING, role=PHOTO, archived_at=NOW),
    ]
    (one,) = found(shop(*away, tasks=cards), K.STRANDED)
    assert (one.cards, one.mend) == ((1, 2), Mend.GO_TO_CARDS)
    assert one.sentence == "Ben Okafor in “Photography” is away today, and 2 cards wait: #1 and #2."
    assert found(shop(*away, member(4, "dora", PHOTO), tasks=cards), K.STRANDED) == []


@pytest.mark.parametrize(("outside", "inside", "is_told"), [(3, 6, True), (3, 7, False), (2, 0, False)])
def test_outside_people_do_a_third_of_the_cards_and_three(outside: int, inside: int, is_told: bool) -> None:
    """Less than either is a favour."""
    cards = [finished(n, "ben") for n in range(1, outside + 1)]
    cards += [finished(n, "ana") for n in range(20, 20 + inside)]
    assert bool(found(shop(tasks=cards), K.OUTSIDE)) is is_told


def test_only_what_was_finished_lately_by_somebody_else_counts() -> None:
    """Not before 56 days, not with one of the role's own, not by who has left or nobody."""
    ours = [finished(1, "ben"), finished(2, "ben")]
    others = [finished(3, "ben", ago=57), finished(4, "ben", "ana"), finished(5, "zoe"), finished(6)]
    assert found(shop(tasks=[*ours, *others]), K.OUTSIDE) == []
    (one,) = found(shop(tasks=[*ours, finished(3, "ben", ago=56)]), K.OUTSIDE)
    assert one.candidates == ("ben",)


def test_what_only_one_can_do_is_told() -> None:
    """A responsibility with one person in it, a role with one; a deputy is a second one."""
    assert told(shop(duty(1, "ana", "ana"))) == ["Only Ana Lima can do “duty 1”."]
    assert told(shop(duty(1, "ana", "ana ben"))) == []
    alone = Role(id=PHOTO, name="Photos", lead="ben", deputy="ben")
    assert told(shop(alone), K.ALONE) == ["Only Ben Okafor works in “Photos”."]
    assert told(shop(replace(alone, deputy="ana")), K.ALONE) == []


def test_a_skill_that_one_person_has_at_the_level_needed_is_told() -> None:
    """From level 3 on; the newest assessment counts, what was taken back does not."""
    two = [able(1, "ana", 1, 3), able(2, "ben", 1, 4)]
    needed = skill(1, (SHOP, 3))
    assert told(shop(needed, *two)) == []
    assert told(shop(skill(1, (SHOP, 4)), *two)) == [
        "Only Ben Okafor has the level 4 in “skill 1” that “Shop” needs."
    ]
    (one,) = found(shop(needed, *two, able(3, "ben", 1, 2, ago=1)))
    assert one.sentence == "Only Ana Lima has the level 3 in “skill 1” that “Shop” needs."
    assert (one.mend, one.candidates) == (Mend.LEARN, ("ben", "cem"))
    assert told(shop(needed, two[0], able(2, "ben", 1, 4, expires=day(-1)))) == []
    assert told(shop(needed, two[0], able(2, "ben", 1, 4, archived_at=NOW))) != []
    assert told(shop(skill(1, (SHOP, 2)), two[0])) == []


@pytest.mark.parametrize(
    ("fields", "is_told"),
    [
        ({}, False),
        ({"state": LearningState.WISH}, True),
        ({"level": 2}, True),
        ({"person": "ana"}, True),
        ({"person": "zoe"}, True),
        ({"archived_at": NOW}, True),
    ],
)
def test_what_somebody_learns_already_is_not_told(fields: dict[str, Any], is_told: bool) -> None:
    """Once it is agreed on for somebody else, and leads to the level that is needed."""
    known = {"id": 1, "title": "Course", "person": "ben", "skill": 1, "level": 3}
    item = LearningItem(**{**known, **fields})
    assert bool(told(shop(skill(1, (SHOP, 3)), able(1, "ana", 1, 3), item))) is is_told


def test_everybody_has_a_role_that_is_there() -> None:
    """To lead one is enough; one that was put away is none."""
    gone = Role(id=9, name="Old", archived_at=LATER)
    assert told(shop(gone, member(4, "dora", 9))) == ["Dora has no role."]
    assert told(shop(Role(id=SHOP, name="Shop", lead="ana", deputy="dora"), member(4, "dora"))) == []


def test_responsibilities_belong_to_a_role_that_is_there_or_to_none() -> None:
    """One that was put away, or is gone, keeps none."""
    gone = Role(id=9, name="Old", archived_at=LATER)
    assert told(shop(gone, duty(1, role=9))) == ["“duty 1” belongs to the role “Old”, which was put away."]
    assert told(shop(duty(1, role=77))) == ["“duty 1” belongs to a role that is not there any more."]
    assert told(shop(duty(1, role=None))) == []


def test_findings_are_asked_for_by_kind_person_role_and_words() -> None:
    """All of what is asked for must fit."""
    team = shop(duty(1, ""), duty(2, "", "cem", role=MAIL), absence(1, "ben", 0, 1))
    all_of_them = found(team)
    for wanted, numbers in (
        (Wanted(), 3),
        (Wanted(K.UNANSWERED), 2),
        (Wanted(person="ana"), 1),
        (Wanted(role=MAIL), 1),
        (Wanted(K.UNANSWERED, words="DUTY 2 nobody"), 1),
        (Wanted(K.UNCOVERED, role=MAIL), 0),
    ):
        assert len(browse(all_of_them, wanted)) == numbers
