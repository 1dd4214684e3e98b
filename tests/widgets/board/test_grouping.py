"""Lanes that stand for roles, people, goals, priorities, or nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.change import Change, Edit
from store.team import Team
from tests.widgets.board.scenes import headings, lines, moved, people, scene, show, small
from tests.widgets.teams import TODAY, card, shop
from widgets.board.grouping import Grouping, LaneKey
from widgets.board.rows import CardLine, ColumnHead, LaneHead

keys = st.one_of(
    st.builds(LaneKey, st.sampled_from([Grouping.ROLE, Grouping.GOAL]), st.none() | st.integers(1)),
    st.builds(LaneKey, st.just(Grouping.PERSON), st.none() | st.text(min_size=1)),
    st.builds(LaneKey, st.just(Grouping.PRIORITY), st.sampled_from(["urgent", "low"])),
    st.just(LaneKey(Grouping.NONE)),
)


@given(keys)
def test_a_lane_is_found_again_by_its_string(key: LaneKey) -> None:
    """What is kept as a string is read as the same lane."""
    assert LaneKey.parse(str(key)) == key


@pytest.mark.parametrize("text", ["", "role", "colour:3", "role:three"])
def test_what_is_no_lane_is_refused(text: str) -> None:
    """A string that names no lane is an error, so that whoever kept it can leave it out."""
    with pytest.raises(ValueError):
        LaneKey.parse(text)


def test_a_card_of_two_people_stands_in_both_lanes() -> None:
    """Everybody sees their work; the column counts the card once, the cells once each."""
    shown = scene(people((1, ("ana", "ben")), (1, ("ben",)), (1, ())))
    shown.group_by(Grouping.PERSON)

    heads = [(row.name, row.count) for row in shown.view().rows(0) if isinstance(row, LaneHead)]
    assert heads == [("Ana Lima", 1), ("Ben Okoro", 2), ("Chen Wei", 0), ("Dora Falk", 0), ("Nobody", 1)]
    assert next(row.count for row in lines(shown) if isinstance(row, ColumnHead)) == 3


def test_the_cursor_stays_in_its_lane_when_its_card_changes() -> None:
    """Who looks at Ben's lane stays in it, although the card stands in Ana's too."""
    team = people((1, ("ana", "ben")), (1, ("ben",)))
    shown = scene(team)
    shown.group_by(Grouping.PERSON)
    shown.vertical(1)
    assert (shown.task, shown.lane) == (1, LaneKey(Grouping.PERSON, "ben"))

    show(shown, moved(team, 1, title="Another", column=2), 1)

    assert (shown.task, shown.lane) == (1, LaneKey(Grouping.PERSON, "ben"))


def test_the_cursor_goes_with_a_card_that_changes_hands() -> None:
    """A card that goes from Ben to Chen takes the cursor along."""
    team = people((1, ("ben",)), (1, ("ben",)))
    shown = scene(team)
    shown.group_by(Grouping.PERSON)

    show(shown, moved(team, 1, assignees=["chen"]), 1)

    assert (shown.task, shown.lane) == (1, LaneKey(Grouping.PERSON, "chen"))


def test_who_has_left_keeps_a_lane_while_there_are_cards() -> None:
    """Cards of people who are not in the team stand under their login, after the others."""
    shown = scene(people((1, ("zoe",)), (1, ())))
    shown.group_by(Grouping.PERSON)

    assert headings(shown)[-2:] == ["zoe", "Nobody"]


def test_goals_come_by_number_and_cards_without_one_last() -> None:
    """Only goals that cards serve have a lane; one that is not there is a number."""
    team = small((1, 1), (1, 1), (1, 1))
    team = moved(moved(team, 1, goal=7), 2, goal=3)
    team = Team({**team.tables, "goals": {7: {"title": "Ship the same day"}}})
    shown = scene(team)
    shown.group_by(Grouping.GOAL)

    assert headings(shown) == ["Goal 3", "Ship the same day", "No goal"]


def test_priorities_come_from_urgent_to_low() -> None:
    """All four are there, whether or not there are cards; an unknown one counts as normal."""
    team = Team({**shop(0).tables, "tasks": {1: {**card("A", 1, 1, "1"), "priority": "whatever"}}})
    shown = scene(team)
    shown.group_by(Grouping.PRIORITY)

    assert headings(shown) == ["Urgent", "High", "Normal", "Low"]
    assert shown.lane == LaneKey(Grouping.PRIORITY, "normal")


def test_without_lanes_there_is_no_heading() -> None:
    """All cards of a column stand in one cell from the first line on, in the order of their ranks."""
    shown = scene(small((1, 2), (1, 1), (1, None)))
    shown.group_by(Grouping.NONE)

    rows = shown.view().rows(0)
    assert [row.task for row in rows[1:4] if isinstance(row, CardLine)] == [1, 2, 3]
    assert not any(isinstance(row, LaneHead) for row in rows)
    assert shown.lane == LaneKey(Grouping.NONE)


def test_only_roles_show_load_and_limit() -> None:
    """A role's limit is no person's."""
    shown = scene(shop(90))
    limits = dict.fromkeys(Grouping, 0)
    for grouping in Grouping:
        shown.group_by(grouping)
        limits[grouping] = sum(isinstance(row, LaneHead) and row.limit is not None for row in lines(shown))

    assert [grouping for grouping, shows in limits.items() if shows] == [Grouping.ROLE]


@pytest.mark.parametrize("grouping", list(Grouping))
def test_the_cursor_keeps_its_card_whatever_lanes_stand_for(grouping: Grouping) -> None:
    """Regrouping and back leaves the cursor on its card, and in view."""
    shown = scene(shop(300))
    shown.select(137)

    shown.group_by(grouping)
    assert shown.task == 137
    assert any(isinstance(row, CardLine) and row.task == 137 for row in lines(shown))
    shown.group_by(Grouping.ROLE)
    assert shown.task == 137


def test_a_filter_holds_in_every_grouping() -> None:
    """What is filtered stays filtered when lanes stand for something else, and when others change it."""
    team = people((1, ("ana",)), (1, ("ben",)), (2, ("ana", "ben")))
    shown = scene(team)
    shown.show_only(frozenset({1, 3}))
    shown.group_by(Grouping.PERSON)
    assert headings(shown) == ["Ana Lima", "Ben Okoro"]

    show(shown, moved(team, 3, assignees=["chen"]), 3)

    assert headings(shown) == ["Ana Lima", "Chen Wei"]


def test_a_lane_is_shown_alone_in_every_grouping() -> None:
    """Walking the lanes works for people as for roles, and ends with the grouping."""
    shown = scene(people((1, ("ana",)), (1, ("ben",))))
    shown.group_by(Grouping.PERSON)
    shown.walk_lanes(1)
    shown.walk_lanes(1)
    assert headings(shown) == ["Ben Okoro"]

    shown.group_by(Grouping.ROLE)
    assert shown.only is None


def test_a_new_member_gets_a_lane() -> None:
    """Somebody who joins is there at once, without a card."""
    team = people((1, ("ana",)))
    shown = scene(team)
    shown.group_by(Grouping.PERSON)
    joined = team.apply(Change.insert("members", replace(team.members["ana"], login="eva", name="Eva"), id=9))

    shown.update(joined, TODAY, None, follow=True)

    assert "Eva" in headings(shown)


@pytest.mark.parametrize("grouping", Grouping)
def test_a_new_card_gets_its_number_in_its_lane(grouping: Grouping) -> None:
    """From -1 to #57: what has changed is told by the real number, and the old one is nowhere any more."""
    team = small((1, 1), (1, 1))
    new = card("New", 1, 1, "0015")
    shown = scene(team.apply(Change((Edit("tasks", -1, None, new),))))
    shown.group_by(grouping)
    shown.select(-1)

    shown.renumber(-1, 57)
    show(shown, team.apply(Change((Edit("tasks", 57, None, new),))), 57)

    assert shown.task == 57
    assert {row.task for row in lines(shown) if isinstance(row, CardLine)} == {1, 57, 2}
