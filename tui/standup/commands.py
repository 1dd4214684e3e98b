"""What the keys of the stand-up do: one class for each group of commands, a method for each command."""

from __future__ import annotations

from tui.screens.doing.grouped import Grouped
from tui.screens.doing.shell import ShellCommands
from tui.screens.doing.undoing import UndoCommands
from tui.standup.bench import Bench
from tui.standup.cards import CardCommands
from tui.standup.cursor import CursorCommands
from tui.standup.holding import RoundCommands
from tui.standup.noting import NoteCommands
from tui.standup.writing import WriteCommands

GROUPS = (
    CursorCommands,
    RoundCommands,
    NoteCommands,
    CardCommands,
    WriteCommands,
    UndoCommands,
    ShellCommands,
)
"""Each takes a `Bench`."""


class StandupCommands(Grouped):
    """Every command of the key table's stand-up; each is a method `do_` and its name in one of the groups."""

    def __init__(self, bench: Bench) -> None:
        super().__init__([group(bench) for group in GROUPS])
