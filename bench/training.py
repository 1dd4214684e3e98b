"""Opening each tab of the training with 200 people, 150 skills and 60,000 levels, and its keys.

Run with `python -m bench.training`. First what each tab works out of a snapshot; then the whole program in a
real pseudo-terminal at 120x40: its processor time and bytes for a key, and until a tab is shown.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bench.skills import PEOPLE, SKILLS, TODAY, tables
from bench.terminal import Terminal
from store.setup import create_team
from store.skills.certificates import certificates
from store.skills.confirming import waiting_for
from store.skills.experts import alone, nobody
from store.skills.gaps import role_gaps
from store.skills.grid import Wanted, grid
from store.skills.levels import Levels
from store.skills.money import accounts
from store.skills.series import Per, What, trends
from store.team import Team

ME = "person1"
_TABS = {
    "Gaps": b"At target",
    "Help": b"Who can help me",
    "Certificates": b"expired",
    "Learning": b"Learning in",
    "Trends": b"Everybody",
}
"""What a tab shows as soon as it is there."""


def run() -> None:
    """Measure and print."""
    made = tables()
    print(f"{PEOPLE} people, {SKILLS} skills, {len(made['assessments']):,} levels said")
    asked: dict[str, Callable[[Team], object]] = {
        "Skills: levels, once": Levels,
        "Skills: the matrix": lambda team: grid(team, Wanted()),
        "Skills: to confirm": lambda team: waiting_for(team, ME),
        "Gaps: of the roles": role_gaps,
        "Gaps: only one person": lambda team: (nobody(team), alone(team)),
        "Certificates": lambda team: certificates(team, TODAY),
        "Learning: accounts": lambda team: accounts(team, TODAY.year),
        "Trends: levels of all skills": lambda team: trends(team, TODAY, What.LEVEL, Per.SKILL, 1),
        "Trends: money": lambda team: trends(team, TODAY, What.MONEY, Per.DEPARTMENT, 1),
    }
    for name, ask in asked.items():
        print(f"  {name:30} {_milliseconds(Team(made), ask):8.1f} ms")
    print("the program, 120x40")
    with tempfile.TemporaryDirectory(prefix="tagwerk-bench-") as folder:
        create_team(Path(folder) / "team", made)
        app = Terminal([sys.executable, "-m", "tui", "--folder", str(Path(folder) / "team"), "--as", ME])
        app.until(b"#")
        app.quiet(1.0)
        _shows(app, "Skills", b"6", b"by gap")
        for name, keys in (
            ("j k in view", [b"j", b"k"]),
            ("l h in view", [b"l", b"h"]),
            ("page down, page up", [b"\x1b[6~", b"\x1b[5~"]),
            ("a page right, left", [b"L", b"H"]),
            ("a level up, down", [b"+", b"-"]),
            ("order", [b"o"]),
        ):
            _keys(app, name, keys)
        for title, text in _TABS.items():
            _shows(app, title, b"\t", text)
            _keys(app, "j k", [b"j", b"k"])
        app.end()


def _milliseconds(team: Team, ask: Callable[[Team], object]) -> float:
    took = []
    if ask is not Levels:
        Levels.of(team)
    for _ in range(3):
        begun = time.perf_counter()
        ask(team)
        took.append((time.perf_counter() - begun) * 1000)
    return median(took)


def _shows(app: Terminal, title: str, key: bytes, text: bytes) -> None:
    begun, used, app.seen = time.perf_counter(), app.processor(), b""
    app.type(key)
    app.until(text)
    took = (time.perf_counter() - begun) * 1000
    app.quiet(0.5)
    print(
        f"  {title:30} {took:8.0f} ms until it is there, {(app.processor() - used) * 1000:6.0f} ms processor"
    )


def _keys(app: Terminal, name: str, keys: list[bytes]) -> None:
    times, sizes = [], []
    for at in range(6 * len(keys)):
        used = app.processor()
        app.type(keys[at % len(keys)])
        sizes.append(app.quiet(0.4))
        times.append((app.processor() - used) * 1000)
    print(f"    {name:28} {median(times):8.1f} ms processor, {median(sizes) / 1000:6.2f} kB")


if __name__ == "__main__":
    run()
