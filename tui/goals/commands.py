"""What the keys of the goals screen do: one class for each group of commands, a method for each command."""

from __future__ import annotations

from tui.goals.bench import Bench
from tui.goals.changes import ChangeCommands
from tui.goals.checking_in import CheckInCommands
from tui.goals.cursor import CursorCommands
from tui.goals.ending import EndingCommands
from tui.goals.linking import LinkCommands
from tui.goals.views import ViewCommands
from tui.screens.doing.shell import ShellCommands

GROUPS = (
    CursorCommands,
    ViewCommands,
    CheckInCommands,
    ChangeCommands,
    LinkCommands,
    EndingCommands,
    ShellCommands,
)
"""Each takes a `Bench`."""


class GoalCommands:
    """Every command of the key table's goals; each is a method `do_` and its name in one of the groups."""

    def __init__(self, bench: Bench) -> None:
        self._groups = [group(bench) for group in GROUPS]

    def run(self, name: str) -> None:
        """Do what a command says.

        Raises:
            Refused: it cannot be done.
        """
        owner = next(group for group in self._groups if hasattr(group, f"do_{name}"))
        getattr(owner, f"do_{name}")()
