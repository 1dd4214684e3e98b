"""The way of a change: shown at once, sent to the folder, and what comes back from there shown again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from store.change import Change
from store.errors import Clash, Refused
from store.repository import Committed, Parked
from store.repository.shared import Touched
from store.rules.membership import refuse_outsider
from tui.company import Company
from tui.connection import Connection
from tui.deciding import Deciding
from tui.delivery import Delivery, Settled, Status
from tui.desk import Desk
from tui.mentions import Mentions
from tui.on_show import OnShow
from tui.reading import Reading

_LOOKED_AT = ("tasks", "goals", "posts", "rounds")
"""Tables of which the cursor, or a dialog, may be on a document that has no number yet."""


class Clerk:
    """Goes between one person's desk and the team's folder, for the thread of the screens."""

    def __init__(
        self,
        person: str,
        desk: Desk,
        connection: Connection,
        company: Company,
        mentions: Mentions,
        reading: Reading,
        deciding: Deciding,
        on_show: OnShow,
        *,
        status: Status,
    ) -> None:
        self.status = status
        """How it stands with the folder."""
        self.person = person
        """Login of the person who acts."""
        self._desk = desk
        self._connection = connection
        self._company = company
        self._mentions = mentions
        self._reading = reading
        self._deciding = deciding
        self._on_show = on_show

    def act(self, change: Change) -> None:
        """Show a change at once and have it committed; an empty one is left out.

        Whatever numbers a rule has given to new documents, here they get fresh ones.

        Raises:
            Refused: the person is not in the team, or it cannot be kept.
        """
        self._send(change, undoable=True)

    def note(self, change: Change) -> None:
        """Commit what the person did by the way, and would not take back, like reading.

        Raises:
            Refused: the person is not in the team, or it cannot be kept.
        """
        self._send(self._desk.fresh(change), undoable=False)

    def undo(self, now: datetime) -> str:
        """Take back the last step; what it was.

        Raises:
            Refused: there is none, or somebody changed the same since.
        """
        change = self._desk.undo(now)
        self._send(change, undoable=False)
        return change.label

    def redo(self, now: datetime) -> str:
        """Do again what was taken back; what it was.

        Raises:
            Refused: there is none, or somebody changed the same since.
        """
        change = self._desk.redo(now)
        self._send(change, undoable=False)
        return change.label

    def take(self, delivery: Delivery) -> None:
        """Show what the folder's thread has to tell."""
        touched = delivery.touched
        for settled in delivery.settled:
            gone = self._settle(settled)
            touched = None if touched is None else touched | gone
        if delivery.people is not None:
            self._company.people = delivery.people
        self._show_status(delivery.status)
        if touched is None or touched or delivery.settled:
            self._on_show.expect(delivery.news)
            self._show(self._desk.arrived(delivery.team, touched))
            self._on_show.hear(delivery.news)
        # Behind what others did: the same line would take its place.
        self._deciding.say_what_is_new()
        for report in delivery.reports:
            self._on_show.report(report)

    def _send(self, change: Change, *, undoable: bool) -> None:
        if not change:
            return
        if self.status.loading:
            raise Refused("The team is still being loaded; try it again in a moment.")
        refuse_outsider(self._desk.team, self.person)
        if self.status.stopped:
            raise Refused(self.status.sentence)
        if undoable:
            # What is done again keeps the numbers that it had: its first commit may still be on its way.
            change = self._desk.fresh(change)
        ticket = self._desk.act(change, undoable=undoable)
        try:
            self._connection.send(ticket, change)
        except Refused:
            self._desk.withdraw(ticket)
            raise
        self._show(change.touched())

    def _settle(self, settled: Settled) -> Touched:
        """Take in what became of one change; what is not shown any more."""
        outcome = settled.outcome
        if isinstance(outcome, Committed):
            self._renumber(self._desk.committed(settled.ticket, outcome))
            return frozenset()
        # One of somebody else's from this machine waits for that person.
        if outcome.change.by == self.person and _is_step_of_a_round(outcome):
            self._deciding.pass_over(outcome)
        elif outcome.change.by == self.person:
            self._deciding.add(outcome)
        return self._desk.parked(settled.ticket, outcome)

    def _renumber(self, numbers: Mapping[tuple[str, int], int]) -> None:
        has_cards = any(table == "tasks" for table, _ in numbers)
        for (table, old), new in numbers.items():
            if table in _LOOKED_AT:
                self._on_show.renumber(table, old, new)
        if has_cards:
            self._company.say_where()

    def _show(self, touched: Touched | None) -> None:
        self._mentions.follow(self._desk.team, touched)
        self._reading.follow(self._desk.team)
        self._on_show.take_snapshot(touched)

    def _show_status(self, status: Status) -> None:
        if status.sentence != self.status.sentence:
            if self.status.sentence:
                self._on_show.calm(self.status.sentence)
            if status.sentence:
                self._on_show.alarm(status.sentence)
        self.status = status
        self._on_show.show_status()
        self._on_show.show_people()


def _is_step_of_a_round(outcome: Parked) -> bool:
    """Whether a stand-up was started or ended by two at once, which one of them has done for both."""
    is_refused = not isinstance(outcome.error, Clash)
    return is_refused and any(table == "rounds" for table, _ in outcome.change.touched())
