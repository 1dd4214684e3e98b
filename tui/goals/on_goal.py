"""What commands on one goal need, whether it is under a cursor or open in a dialog."""

from __future__ import annotations

from typing import Protocol

from store.models import Goal
from tui.screens.asking import Asking
from tui.workplace import Workplace


class OnGoal(Protocol):
    """A goal, the line for questions, and the app."""

    @property
    def place(self) -> Workplace:
        """The app."""

    @property
    def asking(self) -> Asking:
        """The line that asks."""

    def here(self) -> Goal:
        """The goal that a command is for.

        Raises:
            Refused: there is none.
        """

    def wrote(self, goal: int) -> None:
        """A goal was written: go to it."""
