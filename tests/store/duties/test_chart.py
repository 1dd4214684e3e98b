"""The chart of the team, and who is in which role."""

from __future__ import annotations

from collections.abc import Iterable

from store.duties.chart import Branch, chart
from store.duties.seats import Rank, Seats
from store.models import Role, Share
from tests.builders import MAIL, NOW, PHOTO, SHOP
from tests.store.findings.office import TODAY, absence, member, shop


def tree(branches: Iterable[Branch]) -> dict[str, object]:
    """Names of roles below each other."""
    return {branch.role.name: tree(branch.below) for branch in branches}


def test_roles_hang_below_each_other_in_their_departments() -> None:
    """Departments come as their first role does, roles without one last."""
    team = shop(
        Role(id=SHOP, name="Shop", position="a"),
        Role(id=PHOTO, name="Photography", department="Content", position="b"),
        Role(id=MAIL, name="Newsletter", department="Content", position="c"),
        Role(id=4, name="Video", above=PHOTO, department="Elsewhere", position="d"),
        Role(id=5, name="Drones", above=4, position="e"),
        Role(id=6, name="Money", department="Office", position="Z"),
    )
    assert [(one.name, tree(one.branches)) for one in chart(team, TODAY)] == [
        ("Office", {"Money": {}}),
        ("Content", {"Photography": {"Video": {"Drones": {}}}, "Newsletter": {}}),
        ("", {"Shop": {}}),
    ]


def test_circles_and_roles_that_are_gone_do_not_hang_it() -> None:
    """Each role stands in it once, whatever it says of what is above it."""
    team = shop(
        Role(id=SHOP, name="Shop", above=MAIL, position="a"),
        Role(id=PHOTO, name="Photography", above=SHOP, position="b"),
        Role(id=MAIL, name="Newsletter", above=PHOTO, position="c"),
        Role(id=4, name="Itself", above=4, position="d"),
        Role(id=5, name="Below nothing", above=77, position="e"),
        Role(id=6, name="Below what is put away", above=7, position="f"),
        Role(id=7, name="Put away", archived_at=NOW),
        Role(id=8, name="Below the circle", above=MAIL, position="Z"),
    )
    (only,) = chart(team, TODAY)
    assert tree(only.branches) == {
        "Shop": {"Photography": {"Newsletter": {"Below the circle": {}}}},
        "Itself": {},
        "Below nothing": {},
        "Below what is put away": {},
    }


def test_no_chain_is_too_long() -> None:
    """What would stand very deep begins a branch of its own, and is not lost."""
    roles = [Role(id=id, name=f"R{id}", above=id - 1 if id > 10 else None) for id in range(10, 2000)]
    found = chart(shop(*roles), TODAY)

    def count(branches: Iterable[Branch]) -> int:
        return sum(1 + count(branch.below) for branch in branches)

    assert sum(count(one.branches) for one in found) == len(roles) + 3


def test_lead_and_deputy_come_first_then_who_has_most_time_for_it() -> None:
    """Who is away is told with who stands in; who leads without working in it has no share."""
    team = shop(
        Role(id=PHOTO, name="Photography", lead="ben", deputy="ana"),
        member(2, "ben", PHOTO),
        member(4, "dora", PHOTO, SHOP, shares=[Share(id="a", role=PHOTO, percent=20)]),
        member(5, "eli", PHOTO, SHOP, MAIL, shares=[Share(id="a", role=SHOP, percent=10)]),
        member(6, "fay", PHOTO, left_at=NOW),
        absence(1, "eli", 0, 3, "dora"),
    )
    found = Seats(team, TODAY).of(team.role(PHOTO))
    assert [(seat.login, seat.rank, seat.percent) for seat in found] == [
        ("ben", Rank.LEAD, 100),
        ("ana", Rank.DEPUTY, None),
        ("eli", Rank.MEMBER, 45),
        ("dora", Rank.MEMBER, 20),
    ]
    assert [(seat.login, seat.cover) for seat in found if seat.absence] == [("eli", "dora")]
