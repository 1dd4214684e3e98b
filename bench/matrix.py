"""Bytes to the terminal and processor time per key on a matrix of 150 rows and 200 columns.

Run with `python -m bench.matrix [ROWS COLUMNS]`. First the widget and a line below it, then the whole
program, in a real pseudo-terminal at 120x40; times are the program's own processor times.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from bench.terminal import Terminal
from store.change import Change, Edit
from store.demo import demo_team
from store.duties.matrix import duty_matrix
from store.models import Member, Raw, Responsibility
from store.setup import create_team
from store.team import Team
from widgets.board.palette import VARIABLES
from widgets.lean_compositor import LeanCompositor
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

    def get_default_screen(self) -> Screen[None]:
        screen: Screen[None] = Screen(id="_default")
        screen._compositor = LeanCompositor()
        return screen

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
    tables = _tables(rows, columns)
    print(f"{rows} rows, {columns} columns; the matrix of a snapshot: {_worked_out(tables):.1f} ms")
    print("the widget alone, with a line below it, 120x40")
    alone = Terminal([sys.executable, "-m", "bench.matrix", "--app", str(rows), str(columns)])
    alone.until(b"Responsibility")
    alone.quiet(1.0)
    _report_keys(alone, b"J", b"K")
    alone.end()
    print("the team's matrix, 120x40")
    with tempfile.TemporaryDirectory(prefix="tagwerk-bench-") as folder:
        create_team(Path(folder) / "team", tables)
        where = ["--folder", str(Path(folder) / "team"), "--as", "svea"]
        app = Terminal([sys.executable, "-m", "tui", *where])
        app.until(b"#")
        app.quiet(1.0)
        app.type(b"5")
        app.until(b"unclear")
        app.quiet(1.0)
        _report_keys(app, b"\x1b[6~", b"\x1b[5~")
        _report(app, "a letter, and off again", [b"i"], 10)
        app.end()


def _tables(rows: int, columns: int) -> dict[str, dict[int, Raw]]:
    """The demo team's tables with so many people and responsibilities."""
    random = Random(1)
    made = {table: {**raws} for table, raws in demo_team(datetime.now(UTC)).genesis.items()}
    roles, people, things = list(made["roles"]), made["members"], made["responsibilities"]
    for number in range(max(people) + 1, max(people) + 1 + columns - len(people)):
        name = f"{random.choice(_NAMES)} Person{number}"
        people[number] = Member(id=number, login=f"p{number}", name=name, roles=[random.choice(roles)]).raw()
    logins = [str(raw["login"]) for raw in people.values()]
    for number in range(max(things) + 1, max(things) + 1 + rows - len(things)):
        things[number] = Responsibility(
            id=number,
            name=f"Responsibility {number} of somebody",
            role=random.choice(roles),
            accountable=random.sample(logins, 1),
            responsible=random.sample(logins, 3),
            informed=random.sample(logins, 15),
            position=f"V{number}",
        ).raw()
    return made


def _worked_out(tables: dict[str, dict[int, Raw]]) -> float:
    """Milliseconds from a snapshot in which one cell is different to what the matrix shows of it."""
    team = Team(tables)
    duty_matrix(team)
    took = []
    for number, raw in [*tables["responsibilities"].items()][:9]:
        team = team.apply(Change((Edit("responsibilities", number, raw, {"accountable": ["svea"]}),)))
        begun = time.process_time()
        duty_matrix(team)
        took.append((time.process_time() - begun) * 1000)
    return statistics.median(took)


def _report_keys(app: Terminal, down: bytes, up: bytes) -> None:
    _report(app, "j k in view", [b"j", b"k"], 20)
    _report(app, "l h in view", [b"l", b"h"], 20)
    _report(app, "j held, scrolling", [b"j"], 60)
    _report(app, "l held, scrolling", [b"l"], 60)
    _report(app, "page up, page down", [up, down], 6)


def _report(app: Terminal, name: str, keys: list[bytes], times: int) -> None:
    sizes, costs = [], []
    for turn in range(times):
        before = app.processor()
        app.type(keys[turn % len(keys)])
        sizes.append(app.quiet(0.5))
        costs.append((app.processor() - before) * 1000)
    print(
        f"  {name:<22} bytes mean {statistics.mean(sizes):6.0f} median {statistics.median(sizes):6.0f} "
        f"max {max(sizes):6.0f}  ms mean {statistics.mean(costs):4.1f} median {statistics.median(costs):5.1f}"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--app"]:
        BenchApp(int(sys.argv[2]), int(sys.argv[3])).run()
    else:
        main(*(int(word) for word in sys.argv[1:3] or (ROWS, COLUMNS)))
