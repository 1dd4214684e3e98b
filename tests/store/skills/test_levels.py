"""The newest level of each person in each skill."""

from __future__ import annotations

from datetime import date

from store.change import Change, Edit
from store.skills.catalogue import Catalogue, in_category, skills
from store.skills.levels import Levels
from tests.store.skills.shop import CHECKOUT, CUSTOMS, LIGHT, TODAY, said, team


def test_the_newest_day_counts_then_the_moment_then_the_number() -> None:
    """Whatever order they stand in; what was taken back does not count."""
    early, late = "2026-11-03T10:00:00Z", "2026-11-03T10:00:00.5Z"
    levels = Levels.of(
        team(
            said(11, "ana", LIGHT, 1, at=late),
            said(12, "ana", LIGHT, 2, at=early),
            said(13, "cem", LIGHT, 3, at=early),
            said(14, "cem", LIGHT, 4, at=early),
            said(15, "cem", CUSTOMS, 4, archived_at=early),
        )
    )

    assert levels.level("ben", LIGHT) == 2
    assert levels.level("ana", LIGHT) == 1
    assert levels.level("cem", LIGHT) == 4
    assert (levels.level("cem", CUSTOMS), levels.get("cem", CUSTOMS)) == (0, None)
    assert levels.levels_of("cem") == {CHECKOUT: 1, LIGHT: 4}


def test_a_level_knows_its_day_its_confirmation_and_when_it_expires() -> None:
    """One that has expired still counts."""
    found = Levels.of(team()).get("ana", CHECKOUT)

    assert found is not None
    assert (found.level, found.assessment, found.day, found.is_confirmed) == (4, 1, date(2026, 11, 2), True)
    assert not found.is_expired(TODAY)
    assert found.is_expired(date(2027, 2, 1))


def test_they_are_made_once_until_an_assessment_changes() -> None:
    """A card that moves does not make them anew; one more assessment does, and it may lack its number."""
    first = team()
    levels = Levels.of(first)
    moved = first.apply(Change.update("tasks", first.task(1), title="Other"))
    assert Levels.of(moved) is levels

    new = said(-1, "ben", LIGHT, 4)
    more = moved.apply(Change.insert("assessments", new))
    assert Levels.of(more).level("ben", LIGHT) == 4
    assert levels.level("ben", LIGHT) == 2


def test_what_cannot_be_read_is_passed_over() -> None:
    """A wild level, day or person."""
    known = {"person": "ana", "skill": 9, "level": 3, "day": "2026-11-01", "at": "2026-11-01T10:00:00Z"}
    wild = [{"level": 7}, {"level": True}, {"day": "2026-02-30"}, {"day": 5}, {"person": []}, {"at": None}]
    built = team()
    rows = {id: {**known, **odd} for id, odd in enumerate([{"day": "2026-10-01"}, *wild], 1)}
    levels = Levels.of(type(built)({**built.tables, "assessments": rows}))

    assert [(person, skill, one.assessment) for person, skill, one in levels] == [("ana", 9, 1)]


def test_skills_stand_by_category_and_rank() -> None:
    """And are found by the tags of cards, in any case of letters."""
    shop = team()
    assert [skill.id for skill in skills(shop)] == [CHECKOUT, CUSTOMS, LIGHT]
    assert [skill.id for skill in in_category(shop, "shop")] == [CHECKOUT, CUSTOMS]
    found = Catalogue.of(shop).needed_by(["STUDIO", "checkout", "Checkout", "light"])
    assert [skill.name for skill in found] == ["Light", "Checkout"]


def test_what_follows_a_change_is_what_would_be_made_anew() -> None:
    """One more, one confirmed, one taken back, one gone, one of somebody else, one that gets its number."""
    shop = team()
    first = Levels.of(shop)
    ana, cem = shop.tables["assessments"][1], shop.tables["assessments"][5]
    steps = [
        (6, None, said(6, "cem", CUSTOMS, 2).raw()),
        (2, {"confirmed_by": None}, {"confirmed_by": "ben"}),
        (3, {"archived_at": None}, {"archived_at": "2026-11-20T10:00:00Z"}),
        (1, ana, None),
        (5, {"person": "cem"}, {"person": "ben"}),
        (-7, None, cem),
        (-7, cem, None),
        (8, None, {**cem, "person": []}),
    ]
    for id, before, after in steps:
        shop = shop.apply(Change((Edit("assessments", id, before, after),)))
        assert {*Levels.of(shop)} == {*Levels(shop)}
        assert {*Levels.of(shop)} != {*first}
    assert Levels.of(team()).followed(shop) is not None
