"""A tiny app that shows one matrix, and the matrices that its tests show."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from widgets.board.palette import VARIABLES
from widgets.listing_row import Key
from widgets.matrix.matrix import Matrix
from widgets.matrix.parts import EMPTY, MatrixCell, MatrixColumn, MatrixRow
from widgets.signs import UNICODE, Signs


class Host(App[None]):
    """Nothing but a matrix."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, signs: Signs = UNICODE, theme: str = "textual-dark") -> None:
        super().__init__()
        self.matrix = Matrix(signs=signs)
        self._theme_name = theme
        self.heard: list[str] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return VARIABLES

    def compose(self) -> ComposeResult:
        yield self.matrix

    def on_mount(self) -> None:
        self.theme = self._theme_name

    def on_matrix_cursor_moved(self, message: Matrix.CursorMoved) -> None:
        self.heard.append(f"moved {message.control.row} {message.control.column}")

    def on_matrix_opened(self, message: Matrix.Opened) -> None:
        self.heard.append(f"opened {message.control.row} {message.control.column}")


def rows(count: int, group: int = 0) -> list[MatrixRow]:
    """So many rows, numbered from 1; before each so many stands a heading."""
    made = []
    for number in range(1, count + 1):
        if group and number % group == 1:
            made.append(MatrixRow(f"g{number}", f"Group {number // group + 1}", is_group=True, look="blue"))
        sign = "!" if number % 5 == 0 else ""
        made.append(MatrixRow(number, f"Thing {number} that is done", sign, look="bad" if sign else "plain"))
    return made


def columns(count: int) -> list[MatrixColumn]:
    """So many columns, named `p1`, `p2` and so on."""
    return [MatrixColumn(f"p{number}", f"Person{number}") for number in range(1, count + 1)]


def cell(row: Key, column: Key) -> MatrixCell:
    """A letter here and there."""
    place = (int(row) * 7 + int(str(column)[1:]) * 3) % 11
    if place > 3:
        return EMPTY
    return MatrixCell("ARCI"[place], "!" if int(row) % 5 == 0 else "", "strong" if place == 0 else "plain")


@asynccontextmanager
async def shown(
    down: int, across: int, size: tuple[int, int] = (50, 12), *, group: int = 0, signs: Signs = UNICODE
) -> AsyncIterator[tuple[Matrix, Pilot[None]]]:
    """A matrix of so many rows and columns."""
    host = Host(signs)
    async with host.run_test(size=size) as pilot:
        host.matrix.show(rows(down, group), columns(across), cell, empty="Nothing here.")
        await pilot.pause()
        yield host.matrix, pilot


def lines(matrix: Matrix) -> list[str]:
    """What it draws."""
    return [matrix.render_line(y).text.rstrip() for y in range(matrix.size.height)]
