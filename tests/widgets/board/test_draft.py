"""A card that is being written where it will stand."""

from __future__ import annotations

import pytest
from rich.style import Style

from store.change import Change, Edit
from store.team import Team
from tests.widgets.board.scenes import lines, moved, scene, show, small
from tests.widgets.teams import card, shop
from widgets.board.draft_face import draft_line
from widgets.board.grouping import Grouping, LaneKey
from widgets.board.rows import CardLine, DraftLine, LaneHead, Row
from widgets.signs import UNICODE

ROLE = LaneKey(Grouping.ROLE, 1)
STYLES = {"cursor": Style(bold=True), "cursor-sign": Style()}


def cell(rows: list[Row]) -> list[int | str]:
    """Cards by number and the draft by its text, from top to bottom."""
    return [
        row.task if isinstance(row, CardLine) else row.text
        for row in rows
        if isinstance(row, CardLine | DraftLine)
    ]


def test_it_stands_under_the_card_under_the_cursor() -> None:
    """The cards below make room."""
    shown = scene(small((1, 1), (1, 1), (1, 1)))
    shown.vertical(1)
    shown.begin_draft()
    shown.show_draft("Buy tape", 8)

    assert cell(shown.view().rows(0)) == [1, 2, "Buy tape", 3]
    assert shown.draft_place == (1, ROLE, 2)


def test_in_an_empty_cell_it_is_the_only_card() -> None:
    """It stands where the cursor is."""
    shown = scene(small((1, 1)))
    shown.sideways(1)
    shown.begin_draft()

    assert cell(shown.view().rows(1)) == [""]
    assert shown.draft_place == (2, ROLE, None)


def test_a_folded_lane_is_opened_for_it() -> None:
    """One sees where the card will stand."""
    shown = scene(small((1, 1), (1, 2)))
    shown.fold()
    shown.begin_draft()

    assert cell(shown.view().rows(0)) == [1, "", 2]
    assert not shown.folding.kept


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 5), (200, 50)])
def test_it_can_be_seen_wherever_it_stands(size: tuple[int, int]) -> None:
    """At the end of a long, scrolled cell too."""
    shown = scene(shop(900), *size)
    shown.edge(down=True)
    shown.begin_draft()

    assert any(isinstance(row, DraftLine) for row in lines(shown))


def test_others_may_change_everything_around_it() -> None:
    """It keeps its place when cards come in above, and when the card above it is taken away."""
    team = small((1, 1), (1, 1), (1, 1))
    shown = scene(team)
    shown.vertical(1)
    shown.begin_draft()

    team = team.apply(Change((Edit("tasks", 9, None, card("New", 1, 1, "0001")),)))
    show(shown, team, 9)
    assert cell(shown.view().rows(0)) == [9, 1, 2, "", 3]

    team = moved(team, 2, column=3)
    show(shown, team, 2)
    assert cell(shown.view().rows(0)) == [9, 1, "", 3]
    assert shown.draft_place == (1, ROLE, 1)


def test_the_cursor_waits_where_it_was() -> None:
    """Who stops writing is on the same card as before."""
    shown = scene(small((1, 1), (1, 1)))
    before = lines(shown)
    shown.begin_draft()
    shown.show_draft("No", 2)
    shown.end_draft()

    assert (shown.task, lines(shown)) == (1, before)


def test_a_column_that_goes_away_does_not_take_it_along() -> None:
    """What is written goes on where the cursor is."""
    team = small((1, 1), (2, 1))
    shown = scene(team)
    shown.select(2)
    shown.begin_draft()
    shown.show_draft("Half a word", 11)
    shorter = team.apply(Change.update("columns", team.column(2), archived_at="2026-03-01T00:00:00Z"))

    show(shown, shorter)

    assert "Half a word" in cell(lines(shown))


def test_a_lane_that_loses_its_last_match_stays_for_it() -> None:
    """Under a filter, the lane in which a card is being written is not hidden."""
    team = small((1, 1), (1, 2))
    shown = scene(team)
    shown.show_only(frozenset({1, 2}))
    shown.select(2)
    shown.begin_draft()

    show(shown, moved(team, 2, role=1), 2)

    assert [row.name for row in shown.view().rows(0) if isinstance(row, LaneHead)] == [
        "Management",
        "Catalogue",
    ]


@pytest.mark.parametrize(
    "text", ["", "Short", "A title that is rather longer than its column", "商品の写真を撮る" * 3]
)
def test_its_line_is_as_wide_as_the_column_and_shows_the_cursor(text: str) -> None:
    """However long the text is and wherever the cursor is in it, exactly one character is reversed."""
    for at in range(len(text) + 1):
        strip = draft_line(DraftLine(text, at), 18, STYLES, UNICODE)
        under = [segment.text for segment in strip if segment.style and segment.style.reverse]

        assert sum(map(len, under)) == 1
        assert under == [text[at : at + 1] or " "]
        assert strip.cell_length == sum(segment.cell_length for segment in strip) == 18


def test_a_team_without_columns_has_no_place_for_it() -> None:
    """Where there is no column there is no place for a card."""
    shown = scene(Team())
    shown.begin_draft()

    assert shown.draft_place == (0, LaneKey(Grouping.ROLE), None)
