"""Tomorrow's program: a copy of this one that knows one more format, run in a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parents[2]
_STEP = '''
def _greet(team: Team) -> Change:
    """Format 3 has a greeting in every team, and knows estimates in minutes too."""
    from store.change import Edit

    edits = [Edit("greetings", -1, None, {"text": "hello from tomorrow"})]
    for id, raw in team.tables.get("tasks", {}).items():
        if raw.get("estimate"):
            edits.append(Edit("tasks", id, {"minutes": None}, {"minutes": raw["estimate"] * 60}))
    return Change(tuple(edits))


STEPS: tuple[Step, ...] = (_responsibilities_become_documents, _greet)
'''


@dataclass(frozen=True)
class Tomorrow:
    """The newer program."""

    place: Path

    def run(self, script: str, *arguments: str) -> str:
        """Run some Python in it; what it printed."""
        environ = {**os.environ, "PYTHONPATH": str(self.place), "XDG_STATE_HOME": str(self.place / "state")}
        done = subprocess.run(
            [sys.executable, "-c", script, *arguments],
            cwd=self.place,
            env=environ,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self, script: str, *arguments: str) -> subprocess.Popen[str]:
        """The same, without waiting for its end."""
        environ = {**os.environ, "PYTHONPATH": str(self.place), "XDG_STATE_HOME": str(self.place / "state")}
        return subprocess.Popen(
            [sys.executable, "-c", script, *arguments],
            cwd=self.place,
            env=environ,
            stderr=subprocess.PIPE,
            text=True,
        )

    def work(self, folder: Path, title: str = "") -> None:
        """Open a team, which upgrades it; add a card where a title is given, and leave."""
        self.run(WORK, str(folder), title)


WORK = """
import sys
from pathlib import Path
from store.change import Change, Edit
from store.log.record import FORMAT
from store.repository import open_team
assert FORMAT == 3
repository = open_team(Path(sys.argv[1]), login="tomorrow")
assert repository.state.format == 3
if sys.argv[2]:
    card = {"title": sys.argv[2], "column": 1, "position": "z"}
    repository.commit(Change((Edit("tasks", -1, None, card),), "added a task", "ana"))
repository.close()
"""


def tomorrow_in(place: Path) -> Tomorrow:
    """Make the newer program."""
    shutil.copytree(_HERE / "store", place / "store", ignore=shutil.ignore_patterns("__pycache__"))
    record, upgrades = place / "store" / "log" / "record.py", place / "store" / "upgrades.py"
    for file, old, new in (
        (record, "\nFORMAT = 2\n", "\nFORMAT = 3\n"),
        (upgrades, "\nSTEPS: tuple[Step, ...] = (_responsibilities_become_documents,)\n", _STEP),
    ):
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new))
    return Tomorrow(place)
