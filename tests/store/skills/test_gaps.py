"""Gaps, skills of one person only, and who can help: the numbers are those of `shop`, added by hand."""

from __future__ import annotations

from datetime import date

from store.models import Absence, LearningKind
from store.rules.bulk import bulk
from store.rules.tasks import assign, create, edit
from store.skills.certificates import certificates
from store.skills.confirming import unconfirmed, waiting_for
from store.skills.experts import alone, nobody, who_can_help
from store.skills.gaps import Gap, RoleGap, gaps, gaps_of, role_gaps, target_of
from store.skills.grid import Wanted, grid
from store.skills.hints import given, lacks
from store.skills.hints import said as said_of
from store.skills.owing import due_for
from store.skills.proposing import propose
from tests import builders
from tests.builders import MAIL, NOW, PHOTO, SHOP
from tests.store.skills.shop import CHECKOUT, CUSTOMS, LIGHT, TODAY, item, said, team


def test_a_gap_is_what_is_missing_to_the_highest_that_the_roles_need() -> None:
    """Cem works in Newsletter (checkout 1) and Shop (checkout 3)."""
    assert target_of(team(), "cem", CHECKOUT) == 3
    assert gaps(team(), TODAY) == [
        Gap("cem", CHECKOUT, 1, 3),
        Gap("cem", CUSTOMS, 0, 2),
        Gap("ben", LIGHT, 2, 4),
        Gap("ana", CUSTOMS, 1, 2),
    ]
    assert [gap.skill for gap in gaps_of(team(), "cem", TODAY)] == [CHECKOUT, CUSTOMS]
    assert gaps_of(team(), "nobody", TODAY) == []


def test_a_role_lacks_what_its_people_lack_together() -> None:
    """In Shop are Ana and Cem: customs 1 + 2 are missing, checkout 2."""
    assert role_gaps(team(), TODAY) == [
        RoleGap(SHOP, CUSTOMS, target=2, people=2, below=2, missing=3),
        RoleGap(SHOP, CHECKOUT, target=3, people=2, below=1, missing=2),
        RoleGap(PHOTO, LIGHT, target=4, people=1, below=1, missing=2),
    ]
    assert role_gaps(team(), TODAY, MAIL) == []


def test_a_certificate_that_has_expired_is_a_gap() -> None:
    """The level stays what it is; until its last day it does, and where nothing is needed nobody minds."""
    late, day = date(2027, 2, 1), date(2027, 1, 31)
    assert Gap("ana", CHECKOUT, 4, 3) not in gaps(team(), day)
    found = next(gap for gap in gaps(team(), late) if (gap.person, gap.skill) == ("ana", CHECKOUT))
    assert (found.level, found.target, found.size, found.is_expired) == (4, 3, 1, True)
    assert role_gaps(team(), late)[0:2] == [
        RoleGap(SHOP, CHECKOUT, target=3, people=2, below=2, missing=3),
        RoleGap(SHOP, CUSTOMS, target=2, people=2, below=2, missing=3),
    ]
    assert grid(team(), Wanted(), late).below[CHECKOUT] == grid(team(), Wanted(), day).below[CHECKOUT] + 1
    spare = team(said(11, "ben", CHECKOUT, 2, expires="2026-11-03"))
    assert [gap.skill for gap in gaps_of(spare, "ben", TODAY)] == [LIGHT]


def test_a_skill_of_one_person_names_who_could_learn_it_next() -> None:
    """Cem is at 1 and in the same role; Ben is not in it and at nothing. Customs and light nobody can."""
    (only,) = alone(team())
    assert (only.skill.id, only.person, only.level) == (CHECKOUT, "ana", 4)
    assert [(one.person, one.level, one.is_same_role) for one in only.next] == [("cem", 1, True)]
    assert [skill.id for skill in nobody(team())] == [CUSTOMS, LIGHT]


def test_who_can_help_is_found_by_words_with_a_slip() -> None:
    """The best first; who is away last. A beginner helps nobody."""
    shop = team(
        said(11, "ben", CUSTOMS, 3),
        said(12, "cem", CUSTOMS, 4),
        Absence(id=1, person="cem", start=TODAY, end=TODAY),
    )
    found = who_can_help(shop, "who can help me with the custms paper", TODAY)
    assert [(one.person, one.skill.id, one.is_away) for one in found] == [
        ("ben", CUSTOMS, False),
        ("cem", CUSTOMS, True),
    ]
    assert [one.person for one in who_can_help(shop, "customs")] == ["cem", "ben"]
    assert [one.person for one in who_can_help(shop, "studio", TODAY)] == ["ben"]
    assert who_can_help(shop, "welding", TODAY) == []
    assert who_can_help(shop, "  ", TODAY) == []


def test_certificates_that_expire_within_some_days() -> None:
    """The 31 January is 69 days ahead; what has expired stands first."""
    shop = team(said(11, "ben", LIGHT, 3, expires="2026-11-20"))
    assert [(one.person, one.days_left(TODAY)) for one in certificates(shop, TODAY)] == [
        ("ben", -3),
        ("ana", 69),
    ]
    assert [one.person for one in certificates(shop, TODAY, within=30)] == ["ben"]
    assert [one.person for one in certificates(shop, TODAY, person="ana")] == ["ana"]


def test_estimates_wait_for_who_leads() -> None:
    """Ana leads Shop, in which Cem is; Ben leads Photography alone."""
    assert [one.id for one in unconfirmed(team())] == [2, 3, 5]
    assert [one.id for one in waiting_for(team(), "ana")] == [5]
    assert waiting_for(team(), "ben") == []


def test_what_is_due_comes_from_dates_and_from_finished_cards() -> None:
    """Within fourteen days, or late, or its card is done (8)."""
    shop = team(
        item(1, "ana", due="2026-12-07"),
        item(2, "ana", due="2026-11-01", state="under way"),
        item(3, "ana", due="2026-12-08"),
        item(4, "ana", task=8),
        item(5, "ana", due="2026-11-01", state="done"),
        item(6, "ben", due="2026-11-01"),
    )
    found = due_for(shop, "ana", TODAY)
    assert [(one.item.id, one.is_overdue(TODAY), one.is_card_finished) for one in found] == [
        (2, True, False),
        (1, False, False),
        (4, False, True),
    ]


def test_a_gap_becomes_something_to_learn() -> None:
    """Beside who can do it; where nobody can, in a course."""
    beside = propose(team(), "cem", CHECKOUT)
    assert (beside.kind, beside.provider, beside.level) == (LearningKind.SHADOWING, "ana", 3)
    assert beside.title == "Work beside Ana Lima: Checkout"
    assert beside.why == "At 1 (beginner) now; 3 (alone) is needed."
    course = propose(team(), "ana", CUSTOMS)
    assert (course.title, course.kind, course.level) == ("Course: Customs papers", LearningKind.COURSE, 2)
    assert propose(team(), "ana", CHECKOUT).level == 4


def test_a_hint_names_the_level_and_who_could_show_it() -> None:
    """Quiet where the person can do it, and where the card needs nothing."""
    card = builders.task(30, tags=["checkout"])
    assert (
        lacks(team(), card, "cem") == "Cem Demir is at 1 (beginner) in Checkout; Ana Lima (4) could show how."
    )
    assert lacks(team(), card, "ana") == ""
    assert lacks(team(), builders.task(30, tags=["x"]), "cem") == ""
    assert lacks(team(), builders.task(30, role=PHOTO, tags=["studio"]), "ben") == (
        "Ben Okafor is at 2 (with help) in Light: a chance to learn it."
    )
    assert lacks(team(), builders.task(30, role=None, tags=["studio"]), "ben") == ""


def test_only_those_are_told_of_to_whom_a_card_is_given() -> None:
    """Not who was on it before; one sentence tells of several, and new cards count as well."""
    shop = team(builders.task(30, tags=["checkout"], assignees=["ben"]), builders.task(31, tags=["x"]))
    two = bulk(shop, [30, 31], lambda t, id: assign(t, id, ["ben", "cem"], "ana", NOW), "gave", "ana", NOW)
    found = given(shop.apply(two), two)
    assert [(one.card.id, one.person) for one in found] == [(30, "cem")]
    assert said_of(shop, found).startswith("Cem Demir is at 1")

    new = create(shop, "Fix it", "ana", NOW, tags=["checkout", "studio"], assignees=["cem", "ben"])
    assert said_of(shop, given(shop, new)) == (
        "Cem Demir is at 0 (none) in Light: a chance to learn it. (and 1 more like this)"
    )
    assert given(shop, edit(shop, 30, "ana", NOW, title="Other")) == []
