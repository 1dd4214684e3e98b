"""The board beside kanban-tui, in real pseudo-terminals, in one run.

Run with `python -m bench.peer KTUI [TASKS]`, where KTUI is the program in an environment of its own:
`python -m venv peer && peer/bin/pip install "kanban-tui>=0.21"`. Both get the same number of cards, 1,000
unless said, in 120x40. Processor times and bytes are medians over keys; first paint is the median of starts
that are taken in turns.
"""

from __future__ import annotations

import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bench.terminal import Terminal
from store.demo import demo_team
from store.setup import create_team

_STARTS = 3
_KEYS = 12
_PATIENCE = 8.0
"""Seconds without output after which a key of the slower program has been answered."""


def main(peer: str, size: int) -> None:
    """Measure both and print one column for each."""
    with tempfile.TemporaryDirectory(prefix="tagwerk-bench-") as name:
        folder = Path(name)
        programs = {"tagwerk": _tagwerk(folder / "team", size), "kanban-tui": _peer(folder, peer, size)}
        starts: dict[str, list[float]] = {program: [] for program in programs}
        for _ in range(_STARTS):
            for program, start in programs.items():
                terminal, seconds = start()
                starts[program].append(seconds)
                terminal.quiet(1.0)
                terminal.end()
        rows = {program: _measured(start) for program, start in programs.items()}
    print(f"{size:,} cards, 120x40{'':14}" + "".join(f"{program:>18}" for program in programs))
    print(f"{'first paint, s':32}" + "".join(f"{statistics.median(s):>18.2f}" for s in starts.values()))
    for label in next(iter(rows.values())):
        print(f"{label:32}" + "".join(f"{row[label]:>18}" for row in rows.values()))


def _measured(start: Callable[[], tuple[Terminal, float]]) -> dict[str, str]:
    app, _ = start()
    app.quiet(_PATIENCE)
    found = {"bytes at start, kB": f"{len(app.seen) / 1000:.1f}"}
    for label, keys in (
        ("cursor key (j k)", b"jk"),
        ("cursor key (l h)", b"lh"),
        ("move a card (L H)", b"LH"),
    ):
        costs, sizes = [], []
        for turn in range(_KEYS):
            before = app.processor()
            app.type(keys[turn % 2 : turn % 2 + 1])
            sizes.append(app.quiet(_PATIENCE))
            costs.append(app.processor() - before)
        found[f"{label}: ms, kB"] = (
            f"{statistics.median(costs) * 1000:.1f} {statistics.median(sizes) / 1000:.2f}"
        )
    found["memory, MB"] = f"{app.memory():.0f}"
    app.end()
    return found


def _tagwerk(folder: Path, size: int) -> Callable[[], tuple[Terminal, float]]:
    demo = demo_team(datetime.now(UTC), tasks=size)
    create_team(folder, demo.genesis, demo.history)
    command = [sys.executable, "-m", "tui", "--folder", str(folder), "--as", demo.viewer]

    def start() -> tuple[Terminal, float]:
        terminal = Terminal(command)
        return terminal, terminal.until(b"#")

    return start


def _peer(folder: Path, program: str, size: int) -> Callable[[], tuple[Terminal, float]]:
    """Its database, filled through the columns that it makes itself."""
    environment = {"XDG_CONFIG_HOME": str(folder / "config"), "XDG_DATA_HOME": str(folder / "data")}
    make = [program, "board", "create", "Bench", "--set-active"]
    subprocess.run(make, env={**os.environ, **environment}, check=True, capture_output=True)
    database = next((folder / "data").rglob("*.db"))
    with sqlite3.connect(database) as connection:
        columns = [row[0] for row in connection.execute("SELECT column_id FROM columns WHERE visible")]
        connection.executemany(
            "INSERT INTO tasks (title, column, description, creation_date) VALUES (?, ?, '', ?)",
            [(f"Card {n}", columns[n % len(columns)], "2026-11-25T09:00:00") for n in range(1, size + 1)],
        )

    def start() -> tuple[Terminal, float]:
        terminal = Terminal(["env", *(f"{k}={v}" for k, v in environment.items()), program])
        return terminal, terminal.until(b"Card ")

    return start


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2].replace(",", "")) if len(sys.argv) > 2 else 1000)
