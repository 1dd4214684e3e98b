"""What the keys of the news screen do: one class for each group of commands, a method for each command."""

from __future__ import annotations

from tui.news.answering import AnswerCommands
from tui.news.bench import Bench
from tui.news.changes import ChangeCommands
from tui.news.cursor import CursorCommands
from tui.news.reacting import ReactionCommands
from tui.news.views import ViewCommands
from tui.screens.doing.grouped import Grouped
from tui.screens.doing.shell import ShellCommands
from tui.screens.doing.undoing import UndoCommands

GROUPS = (
    CursorCommands,
    ViewCommands,
    AnswerCommands,
    ReactionCommands,
    ChangeCommands,
    UndoCommands,
    ShellCommands,
)
"""Each takes a `Bench`."""


class NewsCommands(Grouped):
    """Every command of the key table's news; each is a method `do_` and its name in one of the groups."""

    def __init__(self, bench: Bench) -> None:
        super().__init__([group(bench) for group in GROUPS])
