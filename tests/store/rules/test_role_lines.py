"""What a role answers for, written as lines of one text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.duties.responsibilities import names_of, of_role, responsibilities_of
from store.errors import NotFound, Refused
from store.models import Responsibility, Role
from store.rules.setup import add_role, edit_role
from store.team import Team
from tests import builders
from tests.builders import NOW, PHOTO, SHOP
from tests.store.rules.test_responsibilities import after


def written(team: Team, *lines: str) -> Team:
    """The team when what the shop role answers for is these lines."""
    return after(team, edit_role(team, SHOP, "ana", NOW, responsibilities=lines))


def of_shop(team: Team) -> list[tuple[int, str]]:
    """Number and name, in order."""
    return [(one.id, one.name) for one in of_role(team, SHOP)]


def test_lines_that_are_new_are_added_and_missing_ones_are_put_away() -> None:
    """In the order of the lines; two more or two less are no other names."""
    team = written(builders.team(), "Returns", "Refunds")
    assert of_shop(team) == [(1, "Returns"), (2, "Refunds")]
    team = written(team, "Refunds", "Labels", "Parcels", "refunds")
    assert of_shop(team) == [(2, "Refunds"), (3, "Labels"), (4, "Parcels")]
    assert not edit_role(team, SHOP, "ana", NOW, responsibilities=["Refunds", "Labels", "Parcels"])


def test_one_line_that_is_another_got_another_name() -> None:
    """Its people stay; so it is with other capitals, and with the order."""
    team = after(builders.team(Responsibility(id=1, name="Returns", role=SHOP, accountable=["ben"])))
    team = written(team, "Returns", "Refunds")
    team = written(team, "Returns within 48 h", "REFUNDS")
    assert of_shop(team) == [(1, "Returns within 48 h"), (2, "REFUNDS")]
    team = written(team, "REFUNDS", "Returns within 48 h")
    assert of_shop(team) == [(2, "REFUNDS"), (1, "Returns within 48 h")]
    assert next(one for one in of_role(team, SHOP) if one.id == 1).accountable == ["ben"]


def test_a_line_that_was_put_away_comes_back_with_its_people() -> None:
    """Instead of a twin that nobody answers for."""
    team = builders.team(Responsibility(id=1, name="Returns", role=SHOP, accountable=["ben"]))
    team = written(team)
    assert of_shop(team) == []
    assert of_shop(written(team, "Labels", "returns"))[1] == (1, "Returns")


def test_a_new_role_has_its_lines_at_once() -> None:
    """In one step, which is taken back as one."""
    team = builders.team()
    change = add_role(team, "Press", "ana", NOW, responsibilities=["Interviews", "Photos"])
    assert change.label == "added the role “Press”"
    new = after(team, change)
    assert names_of(new, new.roles[-1]) == ("Interviews", "Photos")


def test_the_label_names_what_was_changed() -> None:
    """Also where it is the lines, alone or among others."""
    team = written(builders.team(), "Returns")
    change = edit_role(team, SHOP, "ana", NOW, responsibilities=["x"])
    assert change.label == f"changed the responsibilities of the role “{team.role(SHOP).name}”"
    change = edit_role(team, SHOP, "ana", NOW, responsibilities=["x"], mission="y")
    assert change.label.startswith("changed the mission and responsibilities of")
    with pytest.raises(Refused, match="is too long: 201 characters, and 200 is the most"):
        edit_role(team, SHOP, "ana", NOW, responsibilities=["x" * 201])


def test_words_of_the_old_form_are_lines_too() -> None:
    """They are shown behind the documents; a line that stays becomes one, a line that goes leaves nothing."""
    old = Role(id=SHOP, name="Shop", responsibilities=["Returns", "Refunds", "Labels"])
    team = builders.team(old, Responsibility(id=1, name="returns", role=SHOP))
    assert names_of(team, team.role(SHOP)) == ("returns", "Refunds", "Labels")

    team = written(team, "returns", "Refunds", "Parcels")
    assert [name for _, name in of_shop(team)] == ["returns", "Refunds", "Parcels"]
    assert team.role(SHOP).responsibilities == []


def test_two_who_write_different_lines_at_once_are_both_heard() -> None:
    """What each added and took away has happened."""
    team = written(builders.team(), "Returns", "Refunds", "Labels")
    mine = edit_role(team, SHOP, "ana", NOW, responsibilities=["Returns", "Refunds", "Labels", "Parcels"])
    theirs = edit_role(team, SHOP, "ana", NOW, responsibilities=["Returns", "Labels"])
    found = {name for _, name in of_shop(after(team, theirs, mine))}
    assert found == {"Returns", "Labels", "Parcels"}


LINES = st.lists(st.sampled_from(["a", "b", "c", "d", "A", " ", "e"]), max_size=6)


@settings(max_examples=40)
@given(st.lists(LINES, max_size=4))
def test_whatever_is_written_stands_there(texts: Sequence[Sequence[str]]) -> None:
    """After any number of edits the role answers for what was written last; no name is there twice."""
    team = builders.team()
    for lines in texts:
        team = written(team, *lines)
    wanted = list({line.casefold(): None for line in texts[-1] if line.strip()}) if texts else []
    names = [one.name.casefold() for one in responsibilities_of(team, team.role(SHOP))]
    assert names == wanted


def test_a_role_never_answers_to_itself() -> None:
    """Neither directly nor by way of others, nor when two people say it at once."""
    team = builders.team()
    with pytest.raises(Refused, match="The role would answer to itself: “Shop” → “Shop”"):
        edit_role(team, SHOP, "ana", NOW, above=SHOP)
    below = after(team, edit_role(team, PHOTO, "ana", NOW, above=SHOP, department="Sales", kpis=["Orders"]))
    assert below.role(PHOTO).above == SHOP
    with pytest.raises(Refused, match="“Shop” → “Photography” → “Shop”"):
        edit_role(below, SHOP, "ana", NOW, above=PHOTO)
    with pytest.raises(Refused, match="would answer to itself"):
        after(
            team,
            edit_role(team, PHOTO, "ana", NOW, above=SHOP),
            edit_role(team, SHOP, "ana", NOW, above=PHOTO),
        )
    with pytest.raises(NotFound, match="There is no role 99"):
        edit_role(team, SHOP, "ana", NOW, above=99)
