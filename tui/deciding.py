"""Changes that stand against somebody else's work, until the person has decided on each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from store.errors import Clash, Refused
from store.repository import Parked
from store.rules.decision import Decision
from tui.keys import BOARD, key_for
from tui.workplace import Workplace


class Deciding:
    """Keeps them for the person to look at when she likes; the folder's thread keeps them over a restart.

    Nothing opens by itself: what somebody types for the board must not answer a question.
    """

    def __init__(
        self, place: Workplace, decided: Callable[[str, int], None], changed: Callable[[], None]
    ) -> None:
        """`decided` gets the client and sequence of what is settled; `changed` follows on that."""
        self._place = place
        self._decided = decided
        self._changed = changed
        self._waiting: list[Parked] = []
        self._unsaid: Parked | None = None

    @property
    def waiting(self) -> Sequence[Parked]:
        """What there is to decide on, oldest first."""
        return tuple(self._waiting)

    def add(self, outcome: Parked) -> None:
        """Keep this change until it is decided on."""
        self._waiting.append(outcome)
        self._unsaid = outcome

    def pass_over(self, outcome: Parked) -> None:
        """Somebody else has done the same first: that is said, and there is nothing to decide on."""
        self._decided(outcome.client, outcome.sequence)
        self._place.refuse(Refused(str(outcome.error)))

    def say_what_is_new(self) -> None:
        """Tell of the newest change that came to be decided on since this was last asked."""
        outcome, self._unsaid = self._unsaid, None
        if outcome is not None:
            self._say(outcome)

    def settle(self, outcome: Parked, decision: Decision) -> None:
        """Do what the person has decided.

        Raises:
            Refused: it cannot be done any more; it stays to be decided on.
        """
        from store.rules.settling import resolved

        place = self._place
        place.act(resolved(outcome.change, decision, place.team.tables))
        self.let_go(outcome)

    def let_go(self, outcome: Parked) -> None:
        """Forget a change that is settled, or that has no place any more."""
        self._waiting.remove(outcome)
        self._decided(outcome.client, outcome.sequence)
        self._changed()

    def _say(self, outcome: Parked) -> None:
        self._place.refuse(Refused(f"{_told(self._place, outcome)}; {key_for(BOARD, 'settle')} shows it."))


def _told(place: Workplace, outcome: Parked) -> str:
    if not isinstance(outcome.error, Clash):
        return "A change of yours could not be saved"
    from store.rules.settling import field_called, subject

    clash = outcome.error.clashes[0]
    field, what = field_called(clash), subject(place.team, clash)
    if field.startswith("who "):
        return f"{what[0].upper()}{what[1:]}: somebody else chose {field} too"
    return f"Somebody else changed the {field} of {what.split(' ')[0] if what[0] == '#' else what} too"
