"""What the keys of the goals screen do: one class for each group of commands, a method for each command."""

from __future__ import annotations

from tui.goals.bench import Bench
from tui.goals.changes import ChangeCommands
from tui.goals.checking_in import CheckInCommands
from tui.goals.cursor import CursorCommands
from tui.goals.ending import EndingCommands
from tui.goals.linking import LinkCommands
from tui.goals.views import ViewCommands
from tui.screens.doing.grouped import Grouped
from tui.screens.doing.shell import ShellCommands
from tui.screens.doing.undoing import UndoCommands

GROUPS = (
    CursorCommands,
    ViewCommands,
    CheckInCommands,
    ChangeCommands,
    LinkCommands,
    EndingCommands,
    UndoCommands,
    ShellCommands,
)
"""Each takes a `Bench`."""


class GoalCommands(Grouped):
    """Every command of the key table's goals; each is a method `do_` and its name in one of the groups."""

    def __init__(self, bench: Bench) -> None:
        super().__init__([group(bench) for group in GROUPS])
