"""Who answers for what: written by who leads a role, and merged as sets."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.change import Change
from store.duties.responsibilities import names_of, of_role, responsibilities, role_of
from store.errors import Clash, NotFound, Refused
from store.merge import rebase
from store.models import Duty, Responsibility
from store.rules.assigning import answer_alone
from store.rules.integrity import check
from store.rules.responsibilities import add, archive, edit, move, restore, set_duty, toggle_duty
from store.rules.settling import field_called, told
from store.rules.setup import add_role, edit_role
from store.team import Team
from tests import builders
from tests.builders import MAIL, NOW, PHOTO, SHOP

PEOPLE = ("ana", "ben", "cem")


def after(team: Team, *changes: Change) -> Team:
    """The team with changes that did not know of each other, merged and checked as at a commit."""
    for change in changes:
        new = {key: max([0, *team.tables.get(key[0], {})]) - key[1] for key in change.touched() if key[1] < 0}
        merged = rebase(change.renumbered(new), team.tables)
        team = team.apply(merged)
        check(team, merged)
    return team


def having(*names: str, role: int | None = SHOP) -> Team:
    """The shop team with these responsibilities in one role."""
    team = builders.team()
    for name in names:
        team = after(team, add(team, name, "ana", NOW, role=role))
    return team


def one(team: Team, number: int = 1) -> Responsibility:
    """A responsibility that is there."""
    found = team.find(Responsibility, number)
    assert found is not None
    return found


def test_a_new_one_comes_below_another_one() -> None:
    """Where that is one of the same role; else behind all."""
    team = having("Returns", "Refunds")
    team = after(team, add(team, "Goodwill", "ana", NOW, role=SHOP, below=1))
    team = after(team, add(team, "Studio", "ana", NOW, role=PHOTO, below=1))
    team = after(team, add(team, "Labels", "ana", NOW, role=SHOP, below=99))

    assert [each.name for each in of_role(team, SHOP)] == ["Returns", "Goodwill", "Refunds", "Labels"]


def test_responsibilities_stand_in_the_order_of_their_roles_and_in_their_own() -> None:
    """New ones come behind the others of their role; those of no role come last."""
    team = having("Returns", "Refunds")
    team = after(team, add(team, "Fire drill", "ana", NOW))
    team = after(team, add(team, "Studio", "ana", NOW, role=PHOTO, details="lamps", accountable=["ben"]))
    team = after(team, add(team, "Labels", "ana", NOW, role=SHOP))
    in_order = [each.name for each in responsibilities(team)]
    of_shop = ["Returns", "Refunds", "Labels"]
    first = of_shop if team.roles[0].id == SHOP else ["Studio"]

    assert in_order[: len(first)] == first
    assert in_order[-1] == "Fire drill"
    assert list(names_of(team, team.role(SHOP))) == of_shop
    assert one(team, 4).accountable == ["ben"]

    team = after(team, move(team, 5, -9, "ana", NOW))
    assert [each.name for each in of_role(team, SHOP)] == ["Labels", "Returns", "Refunds"]
    assert not move(team, 5, -1, "ana", NOW)


def test_in_another_role_it_comes_behind_the_others() -> None:
    """And what is said about it changes in the same step."""
    team = after(having("Returns", "Refunds"), add(builders.team(), "Studio", "ana", NOW, role=PHOTO))
    team = after(team, edit(team, 1, "ana", NOW, role=PHOTO, name="Returned lamps"))
    assert [each.name for each in of_role(team, PHOTO)] == ["Studio", "Returned lamps"]
    assert [each.name for each in of_role(team, SHOP)] == ["Refunds"]

    team = after(team, edit(team, 1, "ana", NOW, role=None))
    assert role_of(team, one(team)) is None
    with pytest.raises(NotFound, match="There is no role 99"):
        edit(team, 1, "ana", NOW, role=99)


def test_one_cell_of_the_matrix_is_set_and_cleared() -> None:
    """A person may have several parts in one thing; the label says it as people do."""
    team = having("Returns")
    change = set_duty(team, 1, "ben", Duty.ACCOUNTABLE, True, "ana", NOW)
    assert change.label == f"let {team.name_of('ben')} answer for “Returns”"
    team = after(team, change, set_duty(team, 1, "ben", Duty.RESPONSIBLE, True, "ana", NOW))
    assert (one(team).accountable, one(team).responsible) == (["ben"], ["ben"])
    assert not set_duty(team, 1, "ben", Duty.ACCOUNTABLE, True, "ana", NOW)

    team = after(team, toggle_duty(team, 1, "ben", Duty.ACCOUNTABLE, "ana", NOW))
    assert (one(team).accountable, one(team).responsible) == ([], ["ben"])
    with pytest.raises(NotFound, match="Nobody in the team is called “zoe”"):
        set_duty(team, 1, "zoe", Duty.INFORMED, True, "ana", NOW)


def test_who_answers_is_said_by_name() -> None:
    """Where nothing else is changed; nobody is said too."""
    team = having("Returns")
    chosen = edit(team, 1, "ana", NOW, accountable=["ben"])
    assert chosen.label == f"let {team.name_of('ben')} answer for “Returns”"
    assert edit(after(team, chosen), 1, "ana", NOW, accountable=[]).label == "let nobody answer for “Returns”"


def test_who_left_can_be_taken_out() -> None:
    """And others may be put in meanwhile, whoever else is still named there."""
    team = builders.team(Responsibility(id=1, name="Returns", role=SHOP, accountable=["gone"]))
    more = after(team, edit(team, 1, "ana", NOW, accountable=["gone", "ben"]))
    assert one(more).accountable == ["gone", "ben"]
    assert one(after(more, toggle_duty(more, 1, "gone", Duty.ACCOUNTABLE, "ana", NOW))).accountable == ["ben"]


def test_a_responsibility_is_put_away_and_brought_back() -> None:
    """Not beside another one of its name."""
    team = having("Returns")
    away = after(team, archive(team, 1, "ana", NOW))
    assert responsibilities(away) == ()
    with pytest.raises(Refused, match="The responsibility “Returns” is put away; bring it back first"):
        set_duty(away, 1, "ben", Duty.INFORMED, True, "ana", NOW)
    with pytest.raises(Refused, match="is put away already"):
        archive(away, 1, "ana", NOW)
    with pytest.raises(Refused, match="is not put away"):
        restore(team, 1, "ana", NOW)

    assert responsibilities(after(away, restore(away, 1, "ana", NOW))) == responsibilities(team)
    twin = after(away, add(away, "returns", "ana", NOW, role=SHOP))
    with pytest.raises(Refused, match="There is already a responsibility “returns” there"):
        restore(twin, 1, "ana", NOW)


def test_two_roles_may_have_one_of_the_same_name_but_one_role_may_not() -> None:
    """Also where two people write it at once."""
    team = having("Returns")
    assert after(team, add(team, "Returns", "ana", NOW, role=PHOTO))
    with pytest.raises(Refused, match="There is already a responsibility “Returns” there"):
        add(team, "RETURNS", "ana", NOW, role=SHOP)
    other = add(team, "Labels", "ana", NOW, role=SHOP)
    with pytest.raises(Refused, match="There is already a responsibility “labels” in its role"):
        after(team, other, add(team, "labels", "ana", NOW, role=SHOP))


def test_a_role_that_somebody_answers_for_is_not_taken_back() -> None:
    """Nor is anything added to one that was, in the same moment."""
    team = builders.team()
    new = add_role(team, "Press", "ana", NOW)
    made = after(team, new)
    press = made.roles[-1].id
    undone = new.renumbered({("roles", -1): press}).inverse()
    added = add(made, "Interviews", "ana", NOW, role=press)
    with pytest.raises(Refused, match="The role of “Interviews” is not there any more; choose another"):
        after(made, undone, added)
    with pytest.raises(Refused, match="The role “Press” is used by 1 responsibility, so it is not removed"):
        after(made, added, undone)


def test_who_leads_nothing_changes_nothing() -> None:
    """Members read it; who leads a role decides."""
    team = having("Returns")
    for rule in (
        lambda: add(team, "x", "cem", NOW),
        lambda: edit(team, 1, "cem", NOW, name="y"),
        lambda: toggle_duty(team, 1, "cem", Duty.RESPONSIBLE, "cem", NOW),
        lambda: move(team, 1, 1, "cem", NOW),
        lambda: archive(team, 1, "cem", NOW),
    ):
        with pytest.raises(Refused, match="Only who leads a role"):
            rule()


def test_what_does_not_fit_is_refused() -> None:
    """In a sentence."""
    team = having("Returns")
    with pytest.raises(Refused, match="The name must not be empty"):
        add(team, " ", "ana", NOW)
    with pytest.raises(Refused, match="The position of a responsibility is not edited like this"):
        edit(team, 1, "ana", NOW, position="A")
    with pytest.raises(NotFound, match="There is no responsibility 9"):
        edit(team, 9, "ana", NOW, name="x")
    with pytest.raises(NotFound, match="Nobody in the team is called “zoe”"):
        add(team, "x", "ana", NOW, responsible=["zoe"])


def test_a_role_that_is_put_away_leaves_its_responsibilities_to_be_seen() -> None:
    """They stand behind the others, as those of no role."""
    team = builders.team(Responsibility(id=1, name="Post", role=MAIL), tasks=[])
    team = after(team, add(team, "Returns", "ana", NOW, role=SHOP))
    team = after(team, edit_role(team, MAIL, "ana", NOW, archived_at=NOW))
    assert [each.name for each in responsibilities(team)] == ["Returns", "Post"]
    assert role_of(team, one(team)) is None


CELLS = st.dictionaries(
    st.sampled_from([*product((1, 2), PEOPLE, (Duty.RESPONSIBLE, Duty.CONSULTED, Duty.INFORMED))]),
    st.booleans(),
    min_size=1,
    max_size=6,
)


@settings(max_examples=40)
@given(CELLS, CELLS, CELLS)
def test_what_two_people_set_at_once_is_both_there(
    before: dict[tuple[int, str, Duty], bool],
    mine: dict[tuple[int, str, Duty], bool],
    theirs: dict[tuple[int, str, Duty], bool],
) -> None:
    """Whatever the matrix was: who does the work, is asked and is told is as one of them left it."""
    start = having("Returns", "Refunds")
    for (number, login, duty), on in before.items():
        start = after(start, set_duty(start, number, login, duty, on, "ana", NOW))

    def changes(cells: dict[tuple[int, str, Duty], bool]) -> list[Change]:
        return [
            set_duty(start, number, who, duty, on, "ana", NOW) for (number, who, duty), on in cells.items()
        ]

    agreed = {cell for cell in mine if theirs.get(cell, mine[cell]) == mine[cell]}
    team = after(start, *changes(mine), *changes(theirs))
    for number, login, duty in {*mine, *theirs}:
        has_it = login in one(team, number).people(duty)
        if (number, login, duty) in agreed or (number, login, duty) not in mine:
            assert has_it == {**mine, **theirs}[number, login, duty]


def test_two_people_who_choose_another_one_at_once_do_not_make_two() -> None:
    """Who answers for a thing is one person: the second choice is decided on by somebody."""
    start = after(
        having("Returns"), set_duty(having("Returns"), 1, "ana", Duty.ACCOUNTABLE, True, "ana", NOW)
    )
    mine, theirs = (answer_alone(start, 1, who, "ana", NOW) for who in ("ben", "cem"))
    with pytest.raises(Clash) as clash:
        after(start, theirs, mine)
    (field,) = clash.value.clashes
    assert field_called(field) == "who answers for it"
    assert (told(start, field.field, field.theirs), told(start, field.field, field.mine)) == (
        start.name_of("cem"),
        start.name_of("ben"),
    )
    assert told(start, field.field, None) == "nobody"
    # The same choice twice is one.
    assert one(after(start, mine, mine)).accountable == ["ben"]
