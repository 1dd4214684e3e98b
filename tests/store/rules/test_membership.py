"""Who may change what."""

from __future__ import annotations

import pytest

from store.errors import Refused
from store.models import Member, Role
from store.rules.membership import leads, refuse_unless_lead
from store.team import Team
from tests.builders import LONG_AGO, MAIL, PHOTO, SHOP, team


def test_leads_and_deputies_change_the_settings() -> None:
    """Who leads a live role or stands in for who does, in the order of the roles."""
    board = team(Role(id=MAIL, name="Newsletter", lead="ben", deputy="cem", position="Z"))

    assert leads(board) == ["ana", "ben", "cem"]
    for login in ("ana", "ben", "cem"):
        refuse_unless_lead(board, login)


def test_others_are_told_whom_to_ask() -> None:
    """The sentence names the leads."""
    with pytest.raises(Refused) as refused:
        refuse_unless_lead(team(), "cem")

    assert str(refused.value) == (
        "Only who leads a role changes the team's settings; ask Ana Lima or Ben Okafor."
    )


def test_a_long_list_of_leads_is_cut_short() -> None:
    """Six are named; a sentence with forty names would not be read."""
    people = [Member(id=10 + n, login=f"lead{n}") for n in range(9)]
    roles = [Role(id=10 + n, name=f"Role {n}", lead=f"lead{n}", position=f"Z{n + 1}") for n in range(9)]

    with pytest.raises(Refused, match=r"ask Ana Lima, Ben Okafor, lead0, lead1, lead2, lead3 or 5 more\."):
        refuse_unless_lead(team(*people, *roles), "cem")


def test_while_nobody_leads_every_member_may() -> None:
    """Archived roles and people who left lead nothing."""
    board = team(
        Role(id=SHOP, name="Shop", lead="ana", archived_at=LONG_AGO),
        Role(id=PHOTO, name="Photography", lead="ben", position="A"),
        Member(id=2, login="ben", left_at=LONG_AGO),
    )

    assert leads(board) == []
    refuse_unless_lead(board, "cem")


def test_who_is_not_in_the_team_may_not() -> None:
    """Also while nobody leads; while nobody is in the team at all, everybody may."""
    with pytest.raises(Refused, match="“zoe” is not in the team and can only read"):
        refuse_unless_lead(team(), "zoe")
    refuse_unless_lead(Team(), "zoe")
