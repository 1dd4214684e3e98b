"""Making the cards that come again, by whoever has the app open first."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime

from store.change import Change
from store.errors import Refused
from store.repository.shared import Touched
from store.rules.membership import refuse_outsider
from store.team import Team
from tui.delivery import Status
from tui.workplace import Workplace

Later = Callable[[Callable[[], None]], object]
"""Has something done by the thread of the screens; may be called from any thread."""

_TRIES = 2
"""Times that one card is tried in a run: where the team refuses it, nobody wants to hear of it for ever."""


class RoutineMaker:
    """Looks once at the start, when routines change, when the folder is back, and at midnight.

    Several people may make one card at once: the first commit holds, and the others' are left out.
    """

    def __init__(self, place: Workplace, note: Callable[[Change], None], later: Later) -> None:
        """`note` commits what the person would not take back."""
        self._place = place
        self._note = note
        self._later = later
        self._day: date | None = None
        """The day that was looked at last; `None`: the first frame is not there yet."""
        self._is_working = self._was_away = False
        self._tried: Counter[tuple[int, date]] = Counter()

    def look(self) -> None:
        """Make what is due, in a thread of its own; while the folder does not answer, later."""
        place = self._place
        self._day = place.today
        self._was_away = not _is_live(place.status)
        # Most teams have none: no thread, and nothing is imported.
        if self._is_working or self._was_away or not place.team.tables.get("routines"):
            return
        try:
            refuse_outsider(place.team, place.person)
        except Refused:
            return
        self._is_working = True
        arguments = (place.team, place.today, place.person, place.now())
        threading.Thread(target=self._work, args=arguments, name="tagwerk-routines", daemon=True).start()

    def hear(self, touched: Touched | None) -> None:
        """There is a new snapshot, or it stands differently with the folder."""
        if self._day is None:
            return
        concerns = touched is None or any(table == "routines" for table, _ in touched)
        if concerns or (self._was_away and _is_live(self._place.status)):
            self.look()

    def day_may_have_changed(self) -> None:
        """A minute has passed, perhaps the last one of a day."""
        if self._day not in (None, self._place.today):
            self.look()

    def _work(self, team: Team, today: date, person: str, now: datetime) -> None:
        # Only here: rules of recurrence are what a start has no time to import.
        from store.playbooks.due import due_routines
        from store.rules.routines import make

        made: list[Change] = []
        try:
            for due in due_routines(team, today):
                key = due.routine.id, due.day
                if self._tried[key] < _TRIES:
                    self._tried[key] += 1
                    made.append(make(team, due.routine.id, person, now))
        except Refused:
            # A board without columns has no place for any; and nobody has asked for it.
            made.clear()
        finally:
            self._later(lambda: self._done(made))

    def _done(self, made: Sequence[Change]) -> None:
        self._is_working = False
        for change in made:
            try:
                self._note(change)
            except Refused:
                # The person has left the team, or the folder was lost meanwhile: somebody else makes it.
                return


def _is_live(status: Status) -> bool:
    return not (status.loading or status.sentence or status.offline_since or status.stopped)
