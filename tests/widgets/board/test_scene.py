"""The board's state over time: snapshots, filters, lanes, sizes."""

from __future__ import annotations

from store.change import Change, Edit
from store.models import Task
from store.team import Team
from tests.widgets.board.scenes import lines, moved, scene, small
from tests.widgets.teams import TODAY, card, shop
from widgets.board.hits import Part, hit
from widgets.board.rows import CardLine, LaneHead, Look, More, Vacant


def test_the_cursor_follows_its_card_into_another_cell() -> None:
    """A card that somebody else moved keeps the cursor."""
    team = small((1, 1), (1, 1), (2, 2))
    shown = scene(team)
    shown.select(2)

    shown.update(moved(team, 2, column=3, role=2), TODAY, frozenset({2}), follow=True)

    assert (shown.task, shown.cell) == (2, (3, 2))


def test_the_cursor_stays_in_its_row_when_it_does_not_follow() -> None:
    """After a card is finished, the cursor is on the card that moved up."""
    team = small((1, 1), (1, 1), (1, 1))
    shown = scene(team)
    shown.select(2)

    shown.update(moved(team, 2, column=3), TODAY, frozenset({2}), follow=False)

    assert (shown.task, shown.cell) == (3, (1, 1))


def test_it_also_stays_when_somebody_put_a_card_in_above() -> None:
    """The row is found by rank: a card that came in above at the same time does not matter."""
    team = small((1, 1), (1, 1), (1, 1))
    shown = scene(team)
    shown.select(2)
    newer = moved(moved(team, 2, column=3), 2, title="x").apply(
        Change((Edit("tasks", 9, None, card("New", 1, 1, "0001")),))
    )

    shown.update(newer, TODAY, frozenset({2, 9}), follow=False)

    assert shown.task == 3


def test_a_card_that_is_put_away_leaves_the_cursor_to_the_next() -> None:
    """When the last card of a cell goes, the one before it is taken; then the empty cell."""
    team = small((1, 1), (1, 1))
    shown = scene(team)
    shown.select(2)
    team = moved(team, 2, archived_at="2026-03-01T00:00:00Z")

    shown.update(team, TODAY, frozenset({2}), follow=True)
    assert shown.task == 1

    shown.update(moved(team, 1, archived_at="2026-03-01T00:00:00Z"), TODAY, frozenset({1}), follow=True)
    assert (shown.task, shown.cell) == (None, (1, 1))


def test_a_new_card_keeps_the_cursor_when_it_gets_its_number() -> None:
    """From -1 to #57, whether the number is told before the snapshot or after it."""
    for told_before in (True, False):
        team = small((1, 1), (1, 1))
        draft = team.apply(Change((Edit("tasks", -1, None, card("New", 1, 1, "0015")),)))
        shown = scene(draft)
        shown.select(-1)
        if told_before:
            shown.renumber(-1, 57)
        shown.update(
            team.apply(Change((Edit("tasks", 57, None, card("New", 1, 1, "0015")),))),
            TODAY,
            None,
            follow=True,
        )
        if not told_before:
            shown.renumber(-1, 57)

        assert shown.task == 57


def test_nobodys_lane_is_there_only_while_it_has_cards() -> None:
    """The lane without a role comes with its first card and goes with its last."""
    team = small((1, 1), (1, None))
    shown = scene(team)
    names = [row.name for row in shown.view().rows(0) if isinstance(row, LaneHead)]
    assert names == ["Management", "Catalogue", "No role"]

    shown.update(moved(team, 2, role=2), TODAY, frozenset({2}), follow=True)
    assert "No role" not in [row.name for row in shown.view().rows(0) if isinstance(row, LaneHead)]


def test_cards_of_a_role_that_was_put_away_stay_on_the_board() -> None:
    """An archived role keeps its lane as long as it has cards."""
    team = small((1, 1), (1, 2))
    role = team.role(2)
    shown = scene(team.apply(Change.update("roles", role, archived_at="2026-01-01T00:00:00Z")))

    assert shown.select(2)


def test_a_filter_shows_only_its_matches() -> None:
    """Lanes without a match are hidden, and the cursor is on a match."""
    team = small((1, 1), (2, 1), (3, 2))
    shown = scene(team)

    shown.show_only(frozenset({3}))

    assert {row.task for row in lines(shown) if isinstance(row, CardLine)} == {3}
    assert [row.name for row in shown.view().rows(0) if isinstance(row, LaneHead)] == ["Catalogue"]
    assert shown.task == 3


def test_clearing_a_filter_keeps_the_cursor_on_its_card() -> None:
    """The way back from a filter is where it led to."""
    shown = scene(small((1, 1), (2, 1), (3, 2)))
    shown.show_only(frozenset({3}))

    shown.show_only(None)

    assert (shown.task, shown.cell) == (3, (3, 2))


def test_a_filter_without_a_match_says_so() -> None:
    """The cursor's empty cell is there to say that nothing matches."""
    shown = scene(small((1, 1), (2, 1)))

    shown.show_only(frozenset())

    assert shown.task is None
    assert any(isinstance(row, Vacant) for row in lines(shown))


def test_others_changes_keep_a_filter_up_to_date() -> None:
    """A match that somebody moved is shown in its new place."""
    team = small((1, 1), (2, 1), (3, 2))
    shown = scene(team)
    shown.show_only(frozenset({1, 3}))

    shown.update(moved(team, 1, column=3), TODAY, frozenset({1}), follow=True)

    assert (shown.task, shown.cell) == (1, (3, 1))


def test_lanes_are_walked_from_the_cursors_own() -> None:
    """The first press shows the cursor's lane alone, the next the one after it, and round again."""
    shown = scene(small((1, 1), (1, 2)))
    shown.select(2)

    shown.walk_lanes(1)
    assert (shown.only, shown.task) == (2, 2)
    shown.walk_lanes(1)
    assert (shown.only, shown.task) == (1, 1)
    shown.show_lane(None)
    assert (shown.only, shown.task) == (None, 1)


def test_selecting_a_card_of_a_hidden_lane_shows_all_lanes() -> None:
    """Jumping to a card works from everywhere."""
    shown = scene(small((1, 1), (1, 2)))
    shown.show_lane(1)

    assert shown.select(2)
    assert shown.only is None


def test_selecting_what_is_not_there_changes_nothing() -> None:
    """A number that is on no card leaves cursor and lane where they are."""
    shown = scene(small((1, 1), (1, 2)))
    shown.show_lane(1)

    assert not shown.select(99)
    assert (shown.only, shown.task) == (1, 1)


def test_the_window_of_columns_follows_the_cursor() -> None:
    """On 80 cells four of five columns are in view, and the fifth comes with the cursor."""
    shown = scene(shop(50), 80, 24)
    for _ in range(4):
        shown.sideways(1)

    head = shown.view().rows(0)[0]
    assert shown.cell[0] == 5
    assert (head.name, head.hidden_left, head.hidden_right) == ("To do", 1, 0)


def test_resizing_keeps_the_cursor_on_its_card_and_in_view() -> None:
    """From large to tiny, the card under the cursor stays and is drawn."""
    shown = scene(shop(2000), 200, 50)
    shown.sideways(1)
    for _ in range(60):
        shown.vertical(1)
    task = shown.task

    for width, height in ((80, 24), (40, 12), (300, 80), (20, 5)):
        shown.resize(width, height)
        assert shown.task == task
        assert any(isinstance(row, CardLine) and row.look is Look.CURRENT for row in lines(shown))


def test_the_wish_for_a_row_survives_empty_cells() -> None:
    """Going right across an empty cell leads to the row one came from."""
    team = small((1, 1), (1, 1), (1, 1), (3, 1), (3, 1), (3, 1))
    shown = scene(team)
    shown.select(3)

    shown.sideways(1)
    shown.sideways(1)

    assert shown.task == 6


def test_cards_that_come_in_above_do_not_move_the_view() -> None:
    """In a scrolled cell, the cursor's card stays on its line when somebody adds one at the top."""
    team = shop(2000)
    shown = scene(team)
    for _ in range(40):
        shown.vertical(1)
    before = [
        i
        for i, row in enumerate(shown.view().rows(0))
        if isinstance(row, CardLine) and row.look is Look.CURRENT
    ]
    column, role = shown.cell

    change = Change((Edit("tasks", 9999, None, card("New", column, role, "01")),))
    shown.update(team.apply(change), TODAY, frozenset({9999}), follow=True)

    after = [
        i
        for i, row in enumerate(shown.view().rows(0))
        if isinstance(row, CardLine) and row.look is Look.CURRENT
    ]
    assert before == after


def test_the_wheel_is_not_taken_back_by_others_changes() -> None:
    """Who scrolls away to look around stays there when somebody else's change arrives."""
    team = shop(2000)
    shown = scene(team)
    shown.wheel(None, 20)
    top = shown.view().top
    assert top

    shown.update(moved(team, 7, title="New title"), TODAY, frozenset({7}), follow=True)

    assert shown.view().top == top


def test_a_cut_cell_says_how_many_more_there_are() -> None:
    """What is out of view is counted above and below."""
    shown = scene(shop(2000))
    count = len(shown.team.cell(*shown.cell))
    for _ in range(30):
        shown.vertical(1)

    more = next(row for row in shown.view().rows(0) if isinstance(row, More))
    cards = sum(isinstance(row, CardLine) for row in shown.view().rows(0)[: shown.view().rows(0).index(more)])
    assert more.above > 0
    assert more.above + cards + more.below == count


def test_lines_know_their_places() -> None:
    """A click on a card's line finds that card, in every column and however far it is scrolled."""
    shown = scene(shop(500), 200, 50)
    for _ in range(25):
        shown.vertical(1)
    view = shown.view()
    for slot in range(view.slots):
        for y, row in enumerate(view.rows(slot)):
            found = hit(view, slot, y)
            assert (found is not None and found.part is Part.CARD) == isinstance(row, CardLine)
            if isinstance(row, CardLine) and found is not None:
                assert view.grid.task(found.place) == row.task


def test_a_team_without_columns_says_so() -> None:
    """Nothing breaks before there are columns, and the board tells that there are none."""
    shown = scene(Team())
    for act in (shown.sideways, shown.vertical, shown.page, shown.walk_lanes):
        act(1)
    shown.edge(down=True)
    shown.show_only(frozenset({1}))

    assert any(isinstance(row, Vacant) for row in lines(shown))
    assert (shown.task, shown.cell) == (None, (0, 0))


def test_an_unreadable_card_does_not_hide_the_others() -> None:
    """A card without a title is still counted and can hold the cursor."""
    team = small((1, 1), (1, 1))
    broken = Team(
        {**team.tables, "tasks": {**team.tables["tasks"], 2: {"column": 1, "role": 1, "position": "0021"}}}
    )

    assert broken.find(Task, 2) is None
    assert scene(broken).select(2)
