"""The matrix of responsibilities and people."""

from __future__ import annotations

import pytest

from store.duties.matrix import DutyMatrix, Fault, Wanted, chosen, duty_matrix
from store.errors import Refused
from store.models import Duty, Member, Responsibility, Role
from store.rules.assigning import answer_alone, leave
from store.team import Team
from tests import builders
from tests.builders import LATER, LONG_AGO, MAIL, NOW, PHOTO, SHOP

GONE = 99
"""Number of a role that is not there."""


def thing(number: int, name: str, role: int | None = SHOP, **people: list[str] | str) -> Responsibility:
    """A responsibility."""
    return Responsibility.checked(
        {"id": number, "name": name, "role": role, "position": f"V{number}", **people}
    )


def shop(*more: Responsibility | Member | Role) -> Team:
    """Returns are right, refunds have two who answer, the studio nobody, the letters nobody who works."""
    return builders.team(
        thing(1, "Returns within 48 h", accountable=["ana"], responsible=["ben", "ana"], informed=["cem"]),
        thing(2, "Refunds", accountable=["ana", "ben"], responsible=["cem"]),
        thing(3, "Studio", PHOTO, responsible=["ben"], consulted=["ana"], informed=["ana"]),
        thing(4, "Letters", MAIL, accountable=["cem"]),
        *more,
    )


def names(matrix: DutyMatrix, wanted: Wanted) -> list[str]:
    """What is shown."""
    return [row.responsibility.name for row in chosen(matrix, wanted)]


def test_letters_stand_with_the_one_first_that_counts_most() -> None:
    """Several together in one cell; nobody else has any."""
    matrix = duty_matrix(shop())
    letters = [[row.letters(login) for login in ("ana", "ben", "cem")] for row in matrix.rows]

    assert letters == [["AR", "R", "I"], ["A", "A", "R"], ["CI", "R", ""], ["", "", "A"]]
    assert matrix.rows[0].letters("nobody") == ""


def test_each_row_says_what_is_wrong_with_it() -> None:
    """Exactly one has to answer, at least one has to do the work."""
    assert [row.faults for row in duty_matrix(shop()).rows] == [
        (),
        (Fault.MANY_ACCOUNTABLE,),
        (Fault.NOBODY_ACCOUNTABLE,),
        (Fault.NOBODY_RESPONSIBLE,),
    ]


def test_who_left_has_no_part_any_more() -> None:
    """A responsibility that only she answered for has nobody; those that are put away are not shown."""
    away = Member(id=4, login="dee", name="Dee", roles=[SHOP], left_at=LONG_AGO)
    last = thing(5, "Window", accountable=["dee"], responsible=["dee", "ana"])
    old = thing(6, "Fax", accountable=["ana"])
    matrix = duty_matrix(shop(away, last, Responsibility.checked({**old.raw(), "id": 6, "archived_at": NOW})))

    assert [member.login for member in matrix.people] == ["ana", "ben", "cem"]
    window = matrix.row(5)
    assert window is not None
    assert window.faults == (Fault.NOBODY_ACCOUNTABLE,)
    assert window.letters("dee") == ""
    assert matrix.row(6) is None


def test_what_one_has_is_counted() -> None:
    """And told where it is more than the team thinks right."""
    matrix = duty_matrix(shop())
    assert (matrix.count("ana", Duty.ACCOUNTABLE), matrix.count("ana", Duty.RESPONSIBLE)) == (2, 1)
    assert not matrix.answers_for_too_much("ana")
    many = [thing(10 + number, f"Thing {number}", accountable=["ana"]) for number in range(6)]
    assert duty_matrix(shop(*many)).answers_for_too_much("ana")


def test_people_stand_by_their_main_role() -> None:
    """Of one role: who leads it, who stands in, the others. A role that is gone does not disturb."""
    lost = Member(id=4, login="abe", name="Abe", roles=[GONE])
    led = Role(id=SHOP, name="Shop", lead="cem", deputy="ben", position="A")
    matrix = duty_matrix(shop(lost, led, thing(9, "Lost", GONE)))

    assert [member.login for member in matrix.people] == ["ana", "ben", "cem", "abe"]
    assert [member.login for member in matrix.of_role(SHOP)] == ["cem", "ben", "ana"]
    assert matrix.rows[-1].role is None


def test_rows_are_chosen_by_words_by_what_is_wrong_and_by_person() -> None:
    """All words have to be there: in the name, in the role's, or in that of who answers."""
    matrix = duty_matrix(shop())

    assert names(matrix, Wanted(words="re")) == ["Returns within 48 h", "Refunds"]
    assert names(matrix, Wanted(words="shop OKAFOR")) == ["Refunds"]
    assert names(matrix, Wanted(faulty=True)) == ["Refunds", "Studio", "Letters"]
    assert names(matrix, Wanted(person="cem")) == ["Returns within 48 h", "Refunds", "Letters"]
    assert names(matrix, Wanted(words="re", faulty=True, person="cem")) == ["Refunds"]
    assert names(matrix, Wanted()) == [row.responsibility.name for row in matrix.rows]


def test_one_answers_instead_of_others_or_leaves_altogether() -> None:
    """Both are one step, and nothing changes where it is so already."""
    team = shop()
    team = team.apply(answer_alone(team, 2, "cem", "ana", NOW))
    assert duty_matrix(team).rows[1].holders(Duty.ACCOUNTABLE) == ["cem"]
    change = leave(team, 2, "cem", "ana", NOW)
    assert change.label == "took Cem Demir out of “Refunds”"
    team = team.apply(change)
    assert not duty_matrix(team).rows[1].duties
    assert not leave(team, 2, "cem", "ana", LATER)
    with pytest.raises(Refused, match="Only who leads a role"):
        answer_alone(team, 2, "cem", "cem", NOW)
    with pytest.raises(Refused, match="Only who leads a role"):
        leave(team, 1, "ana", "cem", NOW)
