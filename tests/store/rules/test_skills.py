"""Skills, what roles need, and how well people can do things."""

from __future__ import annotations

import pytest

from store.change import Change
from store.errors import Clash, NotFound, Refused
from store.merge import rebase
from store.models import Role, Skill
from store.rules import assessments, skills
from store.rules.budgets import set_budget
from store.rules.integrity import check
from store.rules.learning import wish
from store.skills.catalogue import in_category
from store.skills.levels import Levels
from store.skills.money import budget_of
from store.team import Team
from tests.builders import MAIL, NOW, PHOTO, SHOP
from tests.store.skills.shop import CHECKOUT, CUSTOMS, LIGHT, team


def after(team: Team, change: Change) -> Team:
    """The team with the change."""
    new = {key: max(team.tables[key[0]], default=0) + 1 for key in change.touched() if key[1] < 0}
    done = rebase(change.renumbered(new), team.tables)
    applied = team.apply(done)
    check(applied, done)
    return applied


def test_a_skill_is_added_changed_moved_and_put_away() -> None:
    """It stands at the end of its category, and of another one when it goes there."""
    shop = after(team(), skills.add(team(), "Returns", "ana", NOW, category="shop", tag="returns"))
    assert [one.name for one in in_category(shop, "Shop")] == ["Checkout", "Customs papers", "Returns"]
    shop = after(shop, skills.move(shop, 4, -1, "ana", NOW))
    shop = after(shop, skills.edit(shop, CHECKOUT, "ben", NOW, category="Studio", about="Paying."))
    assert [one.id for one in in_category(shop, "studio")] == [LIGHT, CHECKOUT]
    shop = after(shop, skills.edit(shop, CHECKOUT, "ben", NOW, name="CHECKOUT"))
    assert [one.id for one in in_category(shop, "shop")] == [4, CUSTOMS]

    away = after(shop, skills.archive(shop, 4, "ana", NOW))
    assert [one.id for one in in_category(away, "shop")] == [CUSTOMS]
    with pytest.raises(Refused, match="The skill “Returns” is archived; restore it first"):
        skills.move(away, 4, 1, "ana", NOW)
    twin = after(away, skills.add(away, "returns", "ana", NOW))
    with pytest.raises(Refused, match="There is already a skill “Returns”"):
        skills.restore(twin, 4, "ana", NOW)
    assert [one.id for one in in_category(after(away, skills.restore(away, 4, "ana", NOW)), "shop")] == [
        4,
        CUSTOMS,
    ]
    with pytest.raises(Refused, match="There is already a skill called “Returns”"):
        check(twin.apply(skills.restore(away, 4, "ana", NOW)), skills.restore(away, 4, "ana", NOW))


def test_who_leads_nothing_changes_no_skills_and_no_budgets() -> None:
    """The sentence says what only leads do."""
    for rule in (
        lambda: skills.add(team(), "x", "cem", NOW),
        lambda: skills.edit(team(), LIGHT, "cem", NOW, name="y"),
        lambda: skills.set_target(team(), LIGHT, SHOP, 1, "cem", NOW),
        lambda: skills.archive(team(), LIGHT, "cem", NOW),
    ):
        with pytest.raises(
            Refused, match="Only who leads a role changes the skills; ask Ana Lima or Ben Okafor"
        ):
            rule()
    with pytest.raises(Refused, match="Only who leads a role sets budgets"):
        set_budget(team(), "Sales", 2026, 1, "cem", NOW)


def test_what_does_not_fit_a_skill_is_refused() -> None:
    """In a sentence that names the way out."""
    with pytest.raises(
        Refused, match="The targets of a skill is not edited like this; set the level of each role"
    ):
        skills.edit(team(), LIGHT, "ana", NOW, targets=[])
    with pytest.raises(NotFound, match="There is no skill 9; “tagwerk skill list” shows those there are"):
        skills.edit(team(), 9, "ana", NOW, name="x")
    with pytest.raises(Refused, match="The name must not be empty"):
        skills.add(team(), " ", "ana", NOW)
    with pytest.raises(Refused, match="“5” is no level; choose 0 to 4"):
        skills.set_target(team(), LIGHT, SHOP, 5, "ana", NOW)


def test_two_targets_of_one_skill_are_set_at_once() -> None:
    """Neither is lost, and two who set the same one make one of it; level 0 takes it away."""
    shop = team()
    mine = skills.set_target(shop, LIGHT, SHOP, 2, "ana", NOW)
    shop = after(shop, skills.set_target(shop, LIGHT, MAIL, 1, "ben", NOW))
    shop = after(shop, mine)
    assert {one.role: one.level for one in _skill(shop, LIGHT).targets} == {PHOTO: 4, SHOP: 2, MAIL: 1}
    other = skills.set_target(shop, LIGHT, PHOTO, 3, "ana", NOW)
    try:
        shop = after(after(shop, skills.set_target(shop, LIGHT, PHOTO, 2, "ben", NOW)), other)
    except Clash:
        pytest.fail("Setting a target is no clash.")
    assert [one.role for one in _skill(shop, LIGHT).targets].count(PHOTO) == 1
    shop = after(shop, skills.set_target(shop, LIGHT, PHOTO, 0, "ana", NOW))
    assert {one.role for one in _skill(shop, LIGHT).targets} == {SHOP, MAIL}


def test_people_estimate_themselves_and_leads_confirm() -> None:
    """What a lead says of others is confirmed by it; nobody confirms herself while others lead."""
    shop = after(
        team(), assessments.assess(team(), "cem", CUSTOMS, 2, "cem", NOW, evidence="Papers to Oslo.")
    )
    level = Levels.of(shop).get("cem", CUSTOMS)
    assert level is not None
    assert (level.level, level.is_confirmed) == (2, False)
    with pytest.raises(Refused, match="Only who leads a role confirms levels"):
        assessments.confirm(shop, level.assessment, "cem", NOW)
    confirmed = after(shop, assessments.confirm(shop, level.assessment, "ana", NOW))
    with pytest.raises(
        Refused, match="Ana Lima has confirmed level 2 of Cem Demir in “Customs papers” already"
    ):
        assessments.confirm(confirmed, level.assessment, "ben", NOW)
    with pytest.raises(Refused, match="Only who leads a role takes back"):
        assessments.take_back(confirmed, level.assessment, "cem", NOW)

    taken = after(shop, assessments.take_back(shop, level.assessment, "cem", NOW))
    assert Levels.of(taken).get("cem", CUSTOMS) is None
    back = after(taken, assessments.give_back(taken, level.assessment, "cem", NOW))
    assert Levels.of(back).level("cem", CUSTOMS) == 2

    said = after(shop, assessments.assess(shop, "cem", LIGHT, 1, "ben", NOW))
    assert Levels.of(said).get("cem", LIGHT)[4]  # type: ignore[index]
    with pytest.raises(Refused, match="Only who leads a role says how well others can do something"):
        assessments.assess(shop, "ana", LIGHT, 1, "cem", NOW)
    with pytest.raises(Refused, match="Nobody confirms her own level while others lead; ask Ben Okafor"):
        assessments.confirm(shop, 2, "ana", NOW)


def test_the_only_lead_confirms_herself() -> None:
    """There is nobody else to do it."""
    alone = team(Role(id=PHOTO, name="Photography"))
    assert Levels.of(after(alone, assessments.confirm(alone, 2, "ana", NOW))).get("ana", CUSTOMS)[4]  # type: ignore[index]


def test_a_level_tells_of_a_day_that_was() -> None:
    """And its certificate does not expire before."""
    with pytest.raises(Refused, match="2026-11-24 is still to come"):
        assessments.assess(team(), "ana", LIGHT, 1, "ana", NOW, day="2026-11-24")
    with pytest.raises(Refused, match="The certificate would expire on 2026-01-01, before"):
        assessments.assess(team(), "ana", LIGHT, 1, "ana", NOW, expires="2026-01-01")
    with pytest.raises(Refused, match="The level “5” is too large: 4 is the most"):
        assessments.assess(team(), "ana", LIGHT, 5, "ana", NOW)
    with pytest.raises(NotFound, match="Nobody in the team is called “dia”"):
        assessments.assess(team(), "dia", LIGHT, 1, "ana", NOW)


def test_a_budget_is_set_changed_and_taken_away() -> None:
    """One for each department and year, however the department is written."""
    shop = after(team(), set_budget(team(), "sales", 2026, 500, "ana", NOW))
    twice = set_budget(team(), "Sales", 2026, 100, "ben", NOW)
    with pytest.raises(Refused, match="Somebody has set this budget for 2026 meanwhile"):
        after(shop, twice)
    shop = after(shop, set_budget(shop, "SALES", 2026, 700.5, "ana", NOW))
    found = budget_of(shop, "Sales", 2026)
    assert found is not None
    assert (found.department, found.amount, len(shop.tables["budgets"])) == ("Sales", 700.5, 1)
    shop = after(shop, set_budget(shop, "Sales", 2026, None, "ana", NOW))
    assert budget_of(shop, "Sales", 2026) is None
    with pytest.raises(Refused, match="There is no budget of “Sales” for 2026"):
        set_budget(shop, "Sales", 2026, None, "ana", NOW)
    with pytest.raises(Refused, match="The amount “-1” is too small: 0 is the least"):
        set_budget(shop, "Sales", 2026, -1, "ana", NOW)


def _skill(team: Team, id: int) -> Skill:
    found = team.find(Skill, id)
    assert found is not None
    return found


def test_nothing_is_said_of_a_skill_that_is_gone() -> None:
    """Somebody has taken back that it was added, while others said how well they can do it."""
    before = team()
    added = skills.add(before, "Returns", "ana", NOW).renumbered({("skills", -1): 9})
    shop = after(before, added)
    said = assessments.assess(shop, "cem", 9, 1, "cem", NOW)
    wished = wish(shop, "Returns", "cem", NOW, skill=9)
    with pytest.raises(Refused, match="The skill “Returns” is used by 1 assessment, so it is not removed"):
        after(after(shop, said), added.inverse())
    for change in (said, wished):
        with pytest.raises(Refused, match="The skill is not there any more"):
            after(after(shop, added.inverse()), change)
