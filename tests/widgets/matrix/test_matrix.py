"""A matrix of short cells: what it shows, where its cursor goes, and how little it draws."""

from __future__ import annotations

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from tests.widgets.matrix.host import Host, cell, columns, lines, rows, shown
from widgets.listing_row import Key
from widgets.matrix.heads import broken
from widgets.matrix.line import Line
from widgets.matrix.matrix import Matrix
from widgets.matrix.parts import MatrixCell, MatrixColumn, MatrixRow
from widgets.signs import ASCII


def marked(matrix: Matrix) -> list[str]:
    """What is drawn like the cursor or its heads, from top to bottom."""
    looks = {matrix._look("cursor"), matrix._look("here"), matrix._look("above")}
    drawn = (matrix.render_line(y) for y in range(matrix.size.height))
    return [segment.text.strip() for line in drawn for segment in line if segment.style in looks]


async def test_heads_stand_above_and_beside_the_cells() -> None:
    """Names are broken over the columns, groups have a heading, findings a sign, empty cells a dot."""
    async with shown(6, 5, group=4) as (matrix, _):
        assert lines(matrix) == [
            "                       Pers Pers Pers Pers Pers",
            "                       on1  on2  on3  on4  on5",
            " Group 1 ─────────────",
            "▌ Thing 1 that is done ·    C    ·    ·    A",
            "  Thing 2 that is done ·    ·    R    ·    ·",
            "  Thing 3 that is done C    ·    ·    A    I",
            "  Thing 4 that is done ·    R    ·    ·    ·",
            " Group 2 ─────────────",
            " !Thing 5 that is done ·    ·    A!   I!   ·",
            "  Thing 6 that is done R    ·    ·    ·    C",
            "",
            "",
        ]


async def test_ascii_has_signs_of_its_own() -> None:
    """Nothing that is drawn is beyond ASCII then."""
    async with shown(30, 40, group=6, signs=ASCII) as (matrix, _):
        assert all(line.isascii() for line in lines(matrix))


async def test_the_cursor_and_its_heads_are_marked() -> None:
    """The cell, the row's label and every line of the column's name."""
    async with shown(6, 5, group=4) as (matrix, _):
        matrix.move(2, 3)

        assert marked(matrix) == ["Pers", "on4", "▌", "", "Thing 3 that is done", "A"]


async def test_the_cursor_is_seen_without_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """It and its heads are in reverse, whatever the theme."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with shown(6, 5) as (matrix, _):
        assert all(matrix._look(part).reverse for part in ("cursor", "here", "above"))
        assert not matrix._look("head").reverse
        assert marked(matrix)


async def test_another_theme_is_drawn_anew() -> None:
    """Nothing keeps the colours of the one before."""
    async with shown(6, 5) as (matrix, pilot):
        before = matrix.render_line(3)
        pilot.app.theme = "textual-light"
        await pilot.pause()
        after = matrix.render_line(3)

        assert after.text == before.text
        assert [part.style for part in after] != [part.style for part in before]


async def test_the_cursor_passes_over_headings_and_stays_inside() -> None:
    """A step from a group's last row leads to the next one's first; beyond the ends it leads nowhere."""
    async with shown(6, 5, group=4) as (matrix, _):
        matrix.move(4)
        assert (matrix.row, matrix.column) == (5, "p1")
        matrix.move(99, 99)
        assert (matrix.row, matrix.column) == (6, "p5")
        matrix.move(-99, -99)
        assert (matrix.row, matrix.column) == (1, "p1")


async def test_it_scrolls_both_ways_and_says_where_one_is() -> None:
    """The heads stay, and the group of the topmost row is named while its heading is out of view."""
    async with shown(150, 200, (60, 14), group=8) as (matrix, _):
        assert [line[:22].strip() for line in lines(matrix)[:3]] == ["1–9 of 150", "1–9 of 200", ""]
        matrix.move(31, 100)
        heads = [line[:22].strip() for line in lines(matrix)[:3]]

        assert heads == ["26–35 of 150", "97–105 of 200", "Group 4"]
        assert "son" in lines(matrix)[1]
        assert any(line.startswith("▌ Thing 32") for line in lines(matrix))


async def test_the_cursor_stays_on_its_row_and_column() -> None:
    """When others come before, it goes with them; when they go, what is in their place is under it."""
    async with shown(5, 5) as (matrix, _):
        matrix.move(2, 2)
        matrix.show([MatrixRow(9, "New"), *rows(5)], [MatrixColumn("p9", "New"), *columns(5)], cell)
        assert (matrix.row, matrix.column) == (3, "p3")
        matrix.show(rows(2), columns(2), cell)
        assert (matrix.row, matrix.column) == (2, "p2")
        assert matrix.select(1, "p1")
        assert (matrix.row, matrix.column) == (1, "p1")
        assert not matrix.select(7)


async def test_an_empty_matrix_says_so() -> None:
    """Nothing is under the cursor then, and keys and clicks lead nowhere."""
    async with shown(0, 4) as (matrix, pilot):
        matrix.move(1, 1)
        await pilot.click(Matrix, offset=(30, 5))

        assert (matrix.row, matrix.column) == (None, "p2")
        assert lines(matrix)[1] == " Nothing here."
        matrix.show(rows(4), [], cell, empty="Nobody.")
        assert (matrix.row, matrix.column) == (1, None)
        matrix.move(1, 1)
        assert lines(matrix)[1] == " Nobody."


async def test_a_cursor_key_draws_little() -> None:
    """A step down two rows, a step to the right one row and the heads; the rest of a line is not sent."""
    async with shown(30, 40) as (matrix, _):
        drawn = list(matrix._drawn)
        matrix.move(1)
        assert [y for y, (a, b) in enumerate(zip(drawn, matrix._drawn, strict=True)) if a is not b] == [
            0,
            1,
            2,
            3,
            4,
        ]
        # Both labels and both cells; those are not far enough from each other to be sent by themselves.
        assert sent(matrix, drawn) == [(3, 0, 21), (4, 0, 21)]
        drawn = list(matrix._drawn)
        matrix.move(0, 1)
        assert sent(matrix, drawn) == [*((y, 18, 25) for y in range(3)), (4, 18, 25)]
        drawn = list(matrix._drawn)
        matrix.show(rows(30), columns(40), cell)
        assert sent(matrix, drawn) == []


def sent(matrix: Matrix, before: list[Line]) -> list[tuple[int, int, int]]:
    """The line and the cells that are sent after what was drawn before."""
    both = enumerate(zip(matrix._drawn, before, strict=True))
    return [(y, *span) for y, (line, old) in both for span in line.changes(old)]


async def test_only_cells_in_view_are_asked_for() -> None:
    """Of 30,000 cells, those of one screen; after a step to the side within it, those of one row."""
    asked: list[tuple[Key, Key]] = []

    def asking(row: Key, column: Key) -> MatrixCell:
        asked.append((row, column))
        return cell(row, column)

    async with shown(1, 1, (80, 24)) as (matrix, _):
        matrix.show(rows(150), columns(200), asking)
        assert len(asked) <= matrix.page * matrix.breadth + matrix.breadth
        asked.clear()
        matrix.move(0, 1)
        assert len(asked) <= matrix.breadth


async def test_the_mouse_moves_the_cursor() -> None:
    """A click goes to a cell, on a head to its row or column, twice opens; the wheel goes down or, with
    shift, to the right."""
    async with shown(30, 40, group=4) as (matrix, pilot):
        host = pilot.app
        assert isinstance(host, Host)
        await pilot.click(Matrix, offset=(27, 5))
        await pilot.click(Matrix, offset=(2, 6))
        await pilot.click(Matrix, offset=(31, 1))
        await pilot.click(Matrix, offset=(2, 3))  # a heading is no row
        await pilot.click(Matrix, offset=(23, 4), times=2)
        for kind, is_shifted in ((MouseScrollDown, False), (MouseScrollDown, True), (MouseScrollUp, True)):
            event = kind(matrix, 5, 5, 0, 0, 0, shift=is_shifted, meta=False, ctrl=False)
            matrix.post_message(event)
            await pilot.pause()

        assert host.heard == [
            *("moved 2 p3", "moved 3 p3", "moved 3 p4", "moved 1 p2", "opened 1 p2"),
            *("moved 4 p2", "moved 4 p5", "moved 4 p2"),
        ]


def test_names_are_broken_between_words_where_they_can_be() -> None:
    """Short words share a line; long ones are broken anywhere."""
    assert broken("Ana L", 5) == ("Ana L",)
    assert broken("Google Ads", 3) == ("Goo", "gle", "Ads")
    assert broken("", 3) == ()
