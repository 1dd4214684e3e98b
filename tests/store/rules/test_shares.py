"""When people work, and for which of their roles."""

from __future__ import annotations

from datetime import date

import pytest

from store.errors import NotFound, Refused
from store.models import Member
from store.rules.setup import add_member, edit_member
from store.rules.shares import spoken, typed
from store.team import Team
from tests import builders
from tests.builders import MAIL, NOW, PHOTO, SHOP
from tests.store.rules.test_responsibilities import after


def working(*roles: int) -> Team:
    """The shop team, in which Cem works in these roles."""
    team = builders.team()
    return after(team, edit_member(team, "cem", "cem", NOW, roles=list(roles)))


def cem(team: Team) -> Member:
    """The person."""
    return team.members["cem"]


def test_shares_are_said_for_roles_of_the_person() -> None:
    """They are read as they are written, and 0 is none."""
    team = working(PHOTO, SHOP)
    assert typed(team, "photo 60, Shop=40 %") == {PHOTO: 60, SHOP: 40}
    team = after(team, edit_member(team, "cem", "cem", NOW, shares=typed(team, "photo 60, Shop: 40")))
    assert spoken(team, cem(team)) == "Photography 60, Shop 40"
    team = after(team, edit_member(team, "cem", "cem", NOW, shares={PHOTO: 60, SHOP: 0}))
    assert spoken(team, cem(team)) == "Photography 60"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Shop 60, Photo 50", "The shares of Cem Demir are 110 % together; 100 % is the most"),
        ("Newsletter 10", "Cem Demir does not work in Newsletter; add it to the roles before its share"),
        ("Shop", "“Shop” is not a share; write them like “Service 60, Warehouse 40”"),
        ("Shop 10, shop 20", "Shop is there twice; say one share of it"),
        ("Press 10", "There is no role “Press”"),
    ],
)
def test_what_is_no_share_is_refused(text: str, sentence: str) -> None:
    """In a sentence."""
    team = working(PHOTO, SHOP)
    with pytest.raises(Refused, match=sentence):
        edit_member(team, "cem", "cem", NOW, shares=typed(team, text))


def test_a_role_that_is_taken_away_takes_its_share_along() -> None:
    """The others stay; a role and its share may come in one step."""
    team = working(PHOTO, SHOP)
    team = after(team, edit_member(team, "cem", "cem", NOW, shares={PHOTO: 60, SHOP: 40}))
    team = after(team, edit_member(team, "cem", "cem", NOW, roles=[SHOP]))
    assert spoken(team, cem(team)) == "Shop 40"
    team = after(team, edit_member(team, "cem", "cem", NOW, roles=[MAIL], shares={MAIL: 100}))
    assert spoken(team, cem(team)) == "Newsletter 100"


def test_two_who_say_shares_at_once_do_not_say_more_than_all() -> None:
    """Different roles are both heard, as long as it is not too much together."""
    team = working(PHOTO, SHOP)
    both = [edit_member(team, "cem", "cem", NOW, shares={role: 50}) for role in (PHOTO, SHOP)]
    assert {(s.role, s.percent) for s in cem(after(team, *both)).shares} == {(PHOTO, 50), (SHOP, 50)}
    one = [edit_member(team, "cem", "cem", NOW, shares={SHOP: percent}) for percent in (50, 70)]
    assert spoken(after(team, *one), cem(after(team, *one))) == "Shop 70"
    too_much = [edit_member(team, "cem", "cem", NOW, shares={role: 60}) for role in (PHOTO, SHOP)]
    with pytest.raises(Refused, match="are 120 % together"):
        after(team, *too_much)


def test_working_time_is_checked() -> None:
    """Hours, days and times fit their fields; what is wrong is named."""
    team = builders.team()
    new = add_member(
        team,
        *("dee", "ana", NOW),
        roles=[SHOP],
        shares={SHOP: 80},
        hours=20,
        working_days=[0, 2],
        works_from="09:00",
        joined_on=date(2026, 3, 1),
    )
    dee = after(team, new).members["dee"]
    assert (dee.hours, dee.working_days, dee.works_from) == (20.0, [0, 2], "09:00")
    assert [(share.role, share.percent) for share in dee.shares] == [(SHOP, 80)]
    with pytest.raises(Refused, match="The end of the working day “25:00” is not a time of day"):
        edit_member(team, "cem", "cem", NOW, works_until="25:00")
    with pytest.raises(Refused, match="The hours “200” is too large: 100 is the most"):
        edit_member(team, "cem", "cem", NOW, hours=200)
    with pytest.raises(NotFound, match="There is no role 99"):
        edit_member(team, "cem", "cem", NOW, shares={99: 10})
