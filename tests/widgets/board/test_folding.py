"""Lanes that show their heading only."""

from __future__ import annotations

from tests.widgets.board.scenes import headings, lines, moved, scene, show, small
from tests.widgets.teams import shop
from widgets.board.grouping import Grouping, LaneKey
from widgets.board.rows import CardLine, LaneHead, Look

FIRST, SECOND = LaneKey(Grouping.ROLE, 1), LaneKey(Grouping.ROLE, 2)


def test_a_folded_lane_is_its_heading_with_its_counts() -> None:
    """The cards go, the counts stay, and the lanes below move up."""
    shown = scene(small((1, 1), (1, 1), (2, 2)))
    shown.fold()

    rows = shown.view().rows(0)
    assert isinstance(rows[1], LaneHead)
    assert (rows[1].is_folded, rows[1].count, rows[1].look) == (True, 2, Look.CURRENT)
    assert isinstance(rows[2], LaneHead)
    assert shown.task is None


def test_the_cursor_walks_over_a_folded_lane_in_one_step() -> None:
    """Down from above it, onto its heading, and on into the next lane."""
    shown = scene(small((1, 1), (1, 2), (1, 2), (1, 3), roles=3))
    shown.fold(SECOND)

    assert [shown.task, *(shown.vertical(1) or shown.task for _ in range(2))] == [1, None, 4]


def test_opening_leads_back_to_the_card_one_came_from() -> None:
    """Folding and opening again is as if nothing had been."""
    shown = scene(small((1, 1), (1, 1), (1, 1), (1, 2)))
    shown.select(2)
    shown.fold()
    shown.fold()

    assert shown.task == 2


def test_jumping_to_a_card_opens_its_lane() -> None:
    """A card that one asks for is shown."""
    shown = scene(small((1, 1), (1, 2)))
    shown.set_folded(frozenset({SECOND}))

    assert shown.select(2)
    assert shown.folding.kept == frozenset()


def test_a_filter_shows_what_it_finds_in_folded_lanes() -> None:
    """While a filter is on, lanes are open; after it they are folded as before."""
    shown = scene(small((1, 1), (1, 2)))
    shown.set_folded(frozenset({SECOND}))

    shown.show_only(frozenset({2}))
    assert any(isinstance(row, CardLine) and row.task == 2 for row in lines(shown))

    shown.show_only(None)
    assert not any(isinstance(row, CardLine) and row.task == 2 for row in lines(shown))


def test_a_card_that_is_moved_into_a_folded_lane_leaves_the_cursor() -> None:
    """The cursor stays where it can see something."""
    team = small((1, 1), (1, 1), (1, 2))
    shown = scene(team)
    shown.set_folded(frozenset({SECOND}))

    show(shown, moved(team, 1, role=2), 1)

    assert (shown.task, shown.lane) == (2, FIRST)


def test_all_lanes_fold_and_open_at_once() -> None:
    """Folded all, a board of nine roles is nine lines."""
    shown = scene(shop(90))
    shown.fold_all(True)
    assert len(headings(shown)) == len(shown.team.roles)
    assert not any(isinstance(row, CardLine) for row in lines(shown))

    shown.fold_all(False)
    assert any(isinstance(row, CardLine) for row in lines(shown))


def test_folding_a_lane_that_is_shown_alone_leads_back_to_all() -> None:
    """A lane that is shown alone is open; folded, it stands among the others again."""
    shown = scene(small((1, 1), (1, 2)))
    shown.set_folded(frozenset({FIRST}))
    shown.walk_lanes(1)
    assert shown.task == 1

    shown.fold()
    assert shown.only is None
    assert headings(shown) == ["Management", "Catalogue"]


def test_every_grouping_has_its_own_folded_lanes() -> None:
    """What is folded among roles is still folded after a look at the people."""
    shown = scene(small((1, 1), (1, 2)))
    shown.fold(SECOND)
    shown.group_by(Grouping.PERSON)
    shown.fold()
    shown.group_by(Grouping.ROLE)

    assert shown.folding.kept == {SECOND, LaneKey(Grouping.PERSON)}
