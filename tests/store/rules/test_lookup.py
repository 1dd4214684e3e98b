"""Finding what a person names."""

from __future__ import annotations

import pytest

from store.errors import NotFound, Refused
from store.models import Member, Role
from store.rules.lookup import addressee_named, column_named, member_named, role_named, task_number
from tests.builders import DOING, DONE, MAIL, NOW, PHOTO, READY, team


@pytest.mark.parametrize("text", ["12", "#12", " 12 ", "#0012"])
def test_a_task_number_with_or_without_its_sign(text: str) -> None:
    """`12` and `#12` are the same task."""
    assert task_number(text) == 12


@pytest.mark.parametrize("text", ["", "#", "x", "-1", "0", "1.5", "##1", "1 2", "²", "१२", "9" * 5000])
def test_what_is_no_number_is_refused(text: str) -> None:
    """The sentence repeats the beginning of it and says how to write it."""
    with pytest.raises(Refused, match="is not a task number; write it like 12 or #12"):
        task_number(text)


@pytest.mark.parametrize(
    ("text", "id"), [("Doing", DOING), ("doing", DOING), (" DOING ", DOING), ("r", READY), ("Don", DONE)]
)
def test_a_column_by_name_or_beginning(text: str, id: int) -> None:
    """A column is found in any case of letters, and by an unambiguous beginning."""
    assert column_named(team(), text).id == id


@pytest.mark.parametrize("text", ["Photography", "photo", "~photo", "~Photography", "@photo"])
def test_a_role_with_or_without_its_sign(text: str) -> None:
    """A leading ~ or @ does not matter."""
    assert role_named(team(), text).id == PHOTO


@pytest.mark.parametrize("text", ["ana", "@ana", "ANA", "@An", "Ana Lima", "ana l"])
def test_a_person_by_login_or_name(text: str) -> None:
    """People are found by login and by name."""
    assert member_named(team(), text).login == "ana"


def test_an_exact_name_goes_before_others() -> None:
    """A name that is the beginning of another is found by itself."""
    assert role_named(team(Role(id=9, name="Shop window")), "shop").name == "Shop"


def test_a_word_in_a_name_is_enough() -> None:
    """A last name, or the second word of a role; what begins the whole name goes before."""
    board = team(Role(id=9, name="Customer service"), Role(id=10, name="Stock photos"))

    assert member_named(board, "lim").login == "ana"
    assert role_named(board, "serv").id == 9
    assert role_named(board, "photo").id == PHOTO


def test_case_decides_between_names_that_differ_in_it() -> None:
    """The exact spelling goes before other cases."""
    assert role_named(team(Role(id=9, name="shop")), "shop").id == 9


def test_a_name_may_begin_with_a_sign() -> None:
    """A role that is really called so is found."""
    assert role_named(team(Role(id=9, name="~photo")), "~photo").id == 9


@pytest.mark.parametrize("text", ["review", "", "@", "  "])
def test_what_is_not_there_names_the_choices(text: str) -> None:
    """The sentence lists what there is."""
    with pytest.raises(NotFound, match=r"There is no column “.*”; choose Backlog, Ready, Doing or Done\."):
        column_named(team(), text)


def test_an_unknown_person_names_the_logins() -> None:
    """People are listed by login, which is what one writes."""
    with pytest.raises(NotFound, match="There is no person “zoe”; choose ana, ben or cem"):
        member_named(team(), "zoe")


def test_an_ambiguous_beginning_names_the_candidates() -> None:
    """The sentence lists those that begin so."""
    with pytest.raises(Refused, match="“do” may be Doing or Done; write more of it") as refused:
        column_named(team(), "do")

    assert not isinstance(refused.value, NotFound)


def test_one_person_is_not_ambiguous_with_itself() -> None:
    """Login and name of one person that begin alike are one person."""
    assert member_named(team(), "b").login == "ben"


def test_what_is_put_away_is_not_found() -> None:
    """Archived roles and people who left are not among the choices."""
    board = team(Role(id=MAIL, name="Newsletter", archived_at=NOW), Member(id=9, login="dan", left_at=NOW))

    with pytest.raises(NotFound):
        role_named(board, "Newsletter")
    with pytest.raises(NotFound):
        member_named(board, "dan")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shop", "Shop"),
        ("photo", "Photography"),
        ("ben", "Ben Okafor"),
        ("lima", "Ana Lima"),
        ("@cem", "Cem Demir"),
        ("~news", "Newsletter"),
        ("@shop", "Shop Steward"),
        ("~shop", "Shop"),
    ],
)
def test_a_role_or_a_person_by_one_name(text: str, name: str) -> None:
    """What fits exactly goes before; the sign says which of the two is meant."""
    board = team(Member(id=9, login="steward", name="Shop Steward"))

    assert addressee_named(board, text).name == name


def test_a_name_of_both_a_role_and_a_person_is_asked_back() -> None:
    """Both are offered; so is everything where nothing fits."""
    board = team(Member(id=9, login="shop", name="Shop"))

    with pytest.raises(Refused, match="“Shop” may be Shop or shop; write more of it"):
        addressee_named(board, "Shop")
    assert isinstance(addressee_named(board, "~Shop"), Role)
    assert isinstance(addressee_named(board, "@shop"), Member)
    with pytest.raises(NotFound, match="There is no role or person “Moon”; choose Shop, Photography"):
        addressee_named(board, "Moon")
