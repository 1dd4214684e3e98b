"""Changes that stand against somebody else's work: asked about one by one, when nothing else is going on."""

from __future__ import annotations

from collections.abc import Callable

from store.errors import Clash, Refused
from store.repository import Parked
from tui.workplace import Workplace


class Deciding:
    """Opens a dialog for each change in turn; what was not decided on is asked again at the next start."""

    def __init__(
        self, place: Workplace, is_free: Callable[[], bool], decided: Callable[[str, int], None]
    ) -> None:
        self._place = place
        self._is_free = is_free
        self._decided = decided
        self._waiting: list[Parked] = []
        self._asking = False

    @property
    def is_waiting(self) -> bool:
        """Whether there is something to ask about."""
        return bool(self._waiting)

    def add(self, outcome: Parked) -> None:
        """Ask about this change when it is its turn."""
        self._waiting.append(outcome)

    def ask_next(self) -> None:
        """Ask, unless something else is being asked or typed."""
        if not self._waiting or self._asking or not self._is_free():
            return
        # Imported when there is something to decide.
        from tui.dialogs.clash import ClashDialog, Decision, RefusedDialog, resolved

        outcome = self._waiting.pop(0)
        self._asking = True

        def decided(decision: Decision | None) -> None:
            self._asking = False
            if decision is not None:
                try:
                    self._place.act(resolved(outcome.change, decision, self._place.team.tables))
                except Refused as error:
                    # Not decided then: it stays with the parked ones and is asked again at the next start.
                    self._place.refuse(error)
                    return
            self._decided(outcome.client, outcome.sequence)

        def understood(_: None) -> None:
            decided(None)

        if isinstance(outcome.error, Clash):
            self._place.ask(ClashDialog(self._place, outcome.error), decided)
        else:
            self._place.ask(RefusedDialog(self._place, outcome.change, outcome.error), understood)
