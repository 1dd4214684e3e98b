"""Bytes to the terminal and processor time per key on a matrix of 150 rows and 200 columns.

Run with `python -m bench.matrix [ROWS COLUMNS]`. The program is the widget and a status line, in a real
pseudo-terminal at 120x40; times are its own processor times.
"""

from __future__ import annotations

import statistics
import sys

from textual.app import App, ComposeResult
from textual.binding import Binding

from bench.terminal import Terminal
from widgets.board.palette import VARIABLES
from widgets.listing_row import Key
from widgets.matrix.matrix import Matrix
from widgets.matrix.parts import EMPTY, MatrixCell, MatrixColumn, MatrixRow
from widgets.prompt import Prompt

ROWS, COLUMNS = 150, 200
_NAMES = ("Ana", "Svea", "Jonas", "Katharina", "Mehmet", "Priya", "Li")
_GROUP = 8
"""Rows below one heading."""
_STEPS = {"j": (1, 0), "k": (-1, 0), "l": (0, 1), "h": (0, -1), "J": (30, 0), "K": (-30, 0)}


class BenchApp(App[None]):
    """A matrix like that of the responsibilities: most cells are empty."""

    BINDINGS = [Binding(key, f"move({down}, {right})") for key, (down, right) in _STEPS.items()]

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self._matrix, self._line = Matrix(), Prompt()
        self._rows, self._columns = rows, columns

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return VARIABLES

    def compose(self) -> ComposeResult:
        yield self._matrix
        yield self._line

    def on_mount(self) -> None:
        rows = []
        for number in range(self._rows):
            if number % _GROUP == 0:
                rows.append(MatrixRow(f"g{number}", f"Role {number // _GROUP}", is_group=True, look="blue"))
            rows.append(
                MatrixRow(number, f"Responsibility {number} of somebody", "!" if number % 9 == 0 else "")
            )
        columns = [
            MatrixColumn(f"p{number}", _NAMES[number % len(_NAMES)]) for number in range(self._columns)
        ]
        self._matrix.show(rows, columns, _cell, most_lines=2)

    def action_move(self, down: int, right: int) -> None:
        self._matrix.move(down, right)
        self._line.status = f" {self._matrix.column} answers for {self._matrix.row} · nobody does the work"


def _cell(row: Key, column: Key) -> MatrixCell:
    # The people of a role stand beside each other, so the letters do as well.
    place = (int(row) // _GROUP * 10 - int(str(column)[1:])) % COLUMNS
    letter = "ARCI"[int(row) * place % 4] if place < 10 and (int(row) + place) % 3 == 0 else ""
    return MatrixCell(letter, "", "strong" if letter == "A" else "plain") if letter else EMPTY


def main(rows: int, columns: int) -> None:
    """Measure and print."""
    app = Terminal([sys.executable, "-m", "bench.matrix", "--app", str(rows), str(columns)])
    app.until(b"Responsibility")
    app.quiet(1.0)
    print(f"{rows} rows, {columns} columns, 120x40; bytes at start: {len(app.seen):,}")
    _report(app, "j k in view", b"jk", 20)
    _report(app, "l h in view", b"lh", 20)
    _report(app, "j held, scrolling", b"j", 100)
    _report(app, "l held, scrolling", b"l", 100)
    _report(app, "page down, page up", b"JK", 6)
    app.end()


def _report(app: Terminal, name: str, keys: bytes, times: int) -> None:
    sizes, costs = [], []
    for turn in range(times):
        before = app.processor()
        app.type(keys[turn % len(keys) :][:1])
        sizes.append(app.quiet(0.5))
        costs.append((app.processor() - before) * 1000)
    print(
        f"{name:<22} bytes mean {statistics.mean(sizes):6.0f} median {statistics.median(sizes):6.0f} "
        f"max {max(sizes):6.0f}   ms mean {statistics.mean(costs):5.1f} max {max(costs):5.1f}"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--app"]:
        BenchApp(int(sys.argv[2]), int(sys.argv[3])).run()
    else:
        main(*(int(word) for word in sys.argv[1:3] or (ROWS, COLUMNS)))
