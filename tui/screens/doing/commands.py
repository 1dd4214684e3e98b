"""What the board's keys do: one class for each group of commands, one method for each command."""

from __future__ import annotations

from tui.screens.doing.adding import AddingCommands
from tui.screens.doing.bench import Bench
from tui.screens.doing.cards import CardCommands
from tui.screens.doing.cursor import CursorCommands
from tui.screens.doing.filtering import FilterCommands
from tui.screens.doing.grouped import Grouped
from tui.screens.doing.jumps import JumpCommands
from tui.screens.doing.lanes import LanesCommands
from tui.screens.doing.looking import LookingCommands
from tui.screens.doing.moving import MovingCommands
from tui.screens.doing.selecting import SelectingCommands
from tui.screens.doing.shell import ShellCommands
from tui.screens.doing.team import TeamCommands
from tui.screens.doing.undoing import UndoCommands
from tui.screens.doing.writing import WritingCommands

GROUPS = (
    CursorCommands,
    JumpCommands,
    LanesCommands,
    SelectingCommands,
    AddingCommands,
    MovingCommands,
    CardCommands,
    UndoCommands,
    WritingCommands,
    LookingCommands,
    FilterCommands,
    TeamCommands,
    ShellCommands,
)
"""Each takes a `Bench`."""


class BoardCommands(Grouped):
    """Every command of the key table's board; each is a method `do_` and its name in one of the groups."""

    def __init__(self, bench: Bench) -> None:
        super().__init__([group(bench) for group in GROUPS])
