"""The board against an empty Textual app, in real pseudo-terminals, in one run.

Run with `python -m bench.board [TASKS ...]`; without numbers 1,000 and 10,000. Processor times are the
program's own, medians over many keys; first paint is the median of several starts, taken in turns.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bench.terminal import Terminal
from store.change import Change
from store.demo import demo_team
from store.repository import Repository, open_team
from store.setup import create_team

_EMPTY = (
    "from textual.app import App\n"
    "from textual.widgets import Static\n"
    "class Empty(App):\n"
    "    def compose(self): yield Static('ready')\n"
    "Empty().run()\n"
)
_STARTS = 5
_SEEN_WITHIN = 2.0
"""Seconds within which somebody else's change has to be on the screen."""
_HOME = b"\x1b[H"
"""The home key: to the first card of the cell."""
_KEYS = 40


def main(sizes: list[int]) -> None:
    """Measure and print one column per size."""
    rows: dict[str, list[str]] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="tagwerk-bench-") as name:
            for label, value in _measured(Path(name) / "team", size).items():
                rows.setdefault(label, []).append(value)
    width = max(map(len, rows))
    print(f"{'at 120x40':{width}}  " + "  ".join(f"{size:>14,}" for size in sizes))
    for label, values in rows.items():
        print(f"{label:{width}}  " + "  ".join(f"{value:>14}" for value in values))


def _measured(folder: Path, size: int) -> dict[str, str]:
    demo = demo_team(datetime.now(UTC), tasks=size)
    create_team(folder, demo.genesis, demo.history)
    command = [sys.executable, "-m", "tui", "--folder", str(folder), "--as", demo.viewer]
    board, empty, shell = _starts(command)
    app = Terminal(command)
    app.until(b"#")
    app.quiet(1.0)
    found = {
        "first paint, x empty app": f"{board / empty:.2f}",
        "first sign of life, x empty app": f"{shell / empty:.2f}",
        "first paint, ms (empty app)": f"{board * 1000:.0f} ({empty * 1000:.0f})",
        "bytes at start, kB": f"{len(app.seen) / 1000:.1f}",
    }
    found["memory over empty app, MB"] = f"{app.memory() - _empty_memory():.0f}"
    for label, keys in (
        ("cursor key (l h)", [b"l", b"h"]),
        ("cursor key (j k)", [b"j", b"k"]),
        ("move a card (L H)", [b"L", b"H"]),
        ("undo a move (L u)", [b"L", b"u"]),
    ):
        found[label + ": ms, kB"] = _per_key(app, keys)
    app.type(b"0")
    app.type(b"\t")
    app.type(_HOME)
    app.quiet()
    found["j held through a lane: ms, kB"] = _per_key(app, [b"j"])
    app.type(b"0/")
    app.quiet()
    found["filter key: ms, kB"] = _per_key(app, [bytes([c]) for c in b"shipping"], len(b"shipping"))
    app.type(b"\x15\r")
    app.type(_HOME)
    app.quiet(0.5)
    found |= _others(app, folder)
    app.quiet(6.0)
    app.quiet(65.0)  # polling becomes slower a minute after the last change
    before, sent = app.processor(), len(app.seen)
    _wait(app, 10.0)
    found["idle: % of a core, bytes/s"] = f"{(app.processor() - before) * 10:.2f} {len(app.seen) - sent:.0f}"
    app.end()
    return found


def _starts(command: list[str]) -> tuple[float, float, float]:
    board, empty, shell = [], [], []
    for _ in range(_STARTS):
        terminal = Terminal([sys.executable, "-c", _EMPTY])
        empty.append(terminal.until(b"ready"))
        terminal.end()
        terminal = Terminal(command)
        shell.append(terminal.until(b"\x1b"))
        # The first card's number: the board is there with its data.
        board.append(terminal.until(b"#"))
        terminal.quiet()
        terminal.end()
    return statistics.median(board), statistics.median(empty), statistics.median(shell)


def _empty_memory() -> float:
    terminal = Terminal([sys.executable, "-c", _EMPTY])
    terminal.until(b"ready")
    terminal.quiet(0.5)
    memory = terminal.memory()
    terminal.end()
    return memory


def _per_key(app: Terminal, keys: list[bytes], times: int = _KEYS) -> str:
    costs, sizes = [], []
    for i in range(times):
        before = app.processor()
        app.type(keys[i % len(keys)])
        sizes.append(app.quiet(0.3))
        costs.append(app.processor() - before)
    return f"{statistics.median(costs) * 1000:.1f} {statistics.median(sizes) / 1000:.2f}"


def _others(app: Terminal, folder: Path) -> dict[str, str]:
    """What it costs to show somebody else's change, polling taken off."""
    with tempfile.TemporaryDirectory(prefix="tagwerk-bench-") as local:
        colleague = open_team(folder, local=Path(local), login="colleague")
        costs, sizes = [], []
        for i in range(10):
            before = app.processor()
            _wait(app, _SEEN_WITHIN)
            polling = app.processor() - before
            # The colleague's program publishes what she did, so that ours does not do it for her.
            colleague.refresh()
            colleague.tend()
            _retitle(colleague, i)
            before, sent = app.processor(), len(app.seen)
            _wait(app, _SEEN_WITHIN)
            sizes.append(len(app.seen) - sent)
            costs.append(app.processor() - before - polling)
        colleague.close()
    cost, size = statistics.median(costs) * 1000, statistics.median(sizes) / 1000
    return {"another's change: ms, kB": f"{cost:.1f} {size:.2f}"}


def _retitle(colleague: Repository, turn: int) -> None:
    team = colleague.team
    column, role = team.columns[0], team.roles[0]
    _, number = team.cell(column.id, role.id)[0]
    change = Change.update("tasks", team.task(number), "renamed", title=f"Another title {turn}")
    colleague.commit(change.signed("colleague", datetime.now(UTC)))


def _wait(app: Terminal, seconds: float) -> None:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        app.quiet(left)


if __name__ == "__main__":
    main([int(word.replace(",", "")) for word in sys.argv[1:]] or [1000, 10_000])
