"""Cards that the next command is for."""

from __future__ import annotations

from store.change import Change, Edit
from tests.widgets.board.scenes import lines, moved, scene, show, small
from tests.widgets.teams import card
from widgets.board.grouping import Grouping
from widgets.board.rows import CardLine, Look


def test_selecting_goes_on_to_the_next_card() -> None:
    """Held down, the key selects one card after the other."""
    shown = scene(small((1, 1), (1, 1), (1, 1)))
    shown.toggle_selected()
    shown.toggle_selected()

    assert (shown.selection.tasks, shown.task) == ({1, 2}, 3)


def test_a_selected_card_under_the_cursor_shows_both() -> None:
    """The cursor does not hide that a card is selected."""
    shown = scene(small((1, 1), (1, 1)))
    shown.toggle_selected()
    assert {row.task: row.look for row in lines(shown) if isinstance(row, CardLine)} == {
        1: Look.SELECTED,
        2: Look.CURRENT,
    }

    shown.vertical(-1)
    assert Look.BOTH in {row.look for row in lines(shown) if isinstance(row, CardLine)}


def test_a_cell_is_selected_and_let_go() -> None:
    """The first press takes what is missing, the second lets all go; other cells are not touched."""
    shown = scene(small((1, 1), (1, 1), (2, 1)))
    shown.select(3)
    shown.toggle_selected()
    shown.select(1)
    shown.toggle_selected()

    shown.select_cell()
    assert shown.selection.tasks == {1, 2, 3}
    shown.select_cell()
    assert shown.selection.tasks == {3}


def test_a_selection_outlives_moves_filters_and_regrouping() -> None:
    """Only what is put away leaves it."""
    team = small((1, 1), (1, 1), (2, 1))
    shown = scene(team)
    shown.select_cell()

    shown.show_only(frozenset({3}))
    shown.group_by(Grouping.PRIORITY)
    team = moved(team, 1, column=3)
    show(shown, team, 1)
    assert shown.selection.tasks == {1, 2}

    show(shown, moved(team, 2, archived_at="2026-03-01T00:00:00Z"), 2)
    assert shown.selection.tasks == {1}


def test_a_new_card_stays_selected_when_it_gets_its_number() -> None:
    """From -1 to #57."""
    team = small((1, 1))
    shown = scene(team.apply(Change((Edit("tasks", -1, None, card("New", 1, 1, "0025")),))))
    shown.select(-1)
    shown.toggle_selected()

    shown.renumber(-1, 57)
    show(shown, team.apply(Change((Edit("tasks", 57, None, card("New", 1, 1, "0025")),))), -1, 57)

    assert shown.selection.tasks == {57}


def test_selected_cards_are_told_in_the_order_of_the_board() -> None:
    """Column by column, from top to bottom; what a filter hides comes last."""
    shown = scene(small((2, 1), (1, 2), (1, 1), (1, 1)))
    shown.show_only(frozenset({1, 2, 3}))

    assert shown.in_order(frozenset({1, 2, 3, 4})) == (3, 2, 1, 4)
