"""Taking back what one has done oneself, one step at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from store.change import Change
from store.errors import Clash, Refused
from store.merge import rebase
from store.team import Team

_STEPS = 200


class UndoStack:
    """What one person did in one running program, to take it back and to do it again."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def did(self, change: Change) -> None:
        """Remember a change as it was applied; what was taken back before cannot be done again after it."""
        self._done.append(change)
        del self._done[:-_STEPS]
        self._undone.clear()

    def undo(self, team: Team, now: datetime) -> Change:
        """The change that takes back the last step.

        Raises:
            Refused: there is nothing to take back, or somebody else changed the same since.
        """
        if not self._done:
            raise Refused("There is nothing to undo.")
        change = self._turned(self._done[-1], team, now, "undid")
        self._undone.append(self._done.pop())
        return change

    def redo(self, team: Team, now: datetime) -> Change:
        """The change that does the step again that was taken back last.

        Raises:
            Refused: there is nothing to do again, or somebody else changed the same since.
        """
        if not self._undone:
            raise Refused("There is nothing to redo.")
        change = self._turned(self._undone[-1].inverse(), team, now, "redid")
        self._done.append(self._undone.pop())
        return change

    def drop(self, change: Change) -> None:
        """Forget a step that was refused after all."""
        self._done = [c for c in self._done if c != change]

    def renumber(self, numbers: Mapping[tuple[str, int], int]) -> None:
        """New documents have got their real numbers."""
        self._done = [c.renumbered(numbers) for c in self._done]
        self._undone = [c.renumbered(numbers) for c in self._undone]

    def _turned(self, step: Change, team: Team, now: datetime, verb: str) -> Change:
        try:
            change = rebase(step.inverse(), team.tables)
        except (Clash, Refused) as error:
            what = (
                f" ({error.clashes[0].field} of #{error.clashes[0].id})" if isinstance(error, Clash) else ""
            )
            raise Refused(
                f"“{step.label}” cannot be undone: somebody else changed the same since{what}."
            ) from error
        if step and not change:
            what = "undone" if verb == "undid" else "done again"
            raise Refused(f"“{step.label}” cannot be {what}: somebody has gone on since.")
        label = step.label.removeprefix("undid: ").removeprefix("redid: ")
        return replace(change, label=f"{verb}: {label}", at=now, by=step.by)
