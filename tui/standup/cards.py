"""Keys that work on the cards of who speaks, right there."""

from __future__ import annotations

from functools import partial

from store.errors import NeedsConsent, Refused
from store.models import ColumnKind, Task
from store.rules import lookup, moving, tasks
from store.rules.words import named
from tui.settings.form import parts
from tui.standup.bench import Bench


class CardCommands:
    """One card at a time."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._place = bench.place

    def do_open(self) -> None:
        # Imported when one is opened.
        from tui.dialogs.card import CardDialog

        self._place.ask(CardDialog(self._place, self._bench.card().id))

    def do_block(self) -> None:
        place, card = self._place, self._bench.card()
        if card.blocked:
            place.act(tasks.unblock(place.team, card.id, place.person, place.now()))
            place.tell(f"{named(card)} goes on.")
            return
        self._bench.asking.line(f"What does {named(card)} wait for?", partial(self._block, card.id))

    def do_move_right(self) -> None:
        self._move(1)

    def do_move_left(self) -> None:
        self._move(-1)

    def do_assign(self) -> None:
        card = self._bench.card()
        people = ", ".join(card.assignees)
        hint = "names, with commas between; empty: nobody"
        self._bench.asking.line(
            f"Who works on {named(card)}?",
            partial(self._assign, card.id),
            text=people,
            hint=hint,
            may_be_empty=True,
        )

    def _block(self, card: int, reason: str) -> None:
        place = self._place
        place.act(tasks.block(place.team, card, reason, place.person, place.now()))

    def _assign(self, card: int, names: str) -> None:
        place = self._place
        logins = [lookup.member_named(place.team, name.lstrip("@")).login for name in parts(names)]
        place.act(tasks.assign(place.team, card, logins, place.person, place.now()))

    def _move(self, step: int) -> None:
        card, columns = self._bench.card(), self._place.team.columns
        at = next((at for at, column in enumerate(columns) if column.id == card.column), -1)
        if not 0 <= at + step < len(columns):
            raise Refused(f"{named(card)} is in the {'last' if step > 0 else 'first'} column already.")
        try:
            self._put(card, at + step, override=False)
        except NeedsConsent as question:
            self._bench.asking.yes_or_no(
                f"{question} Go on?", partial(self._put, card, at + step, override=True)
            )

    def _put(self, card: Task, at: int, *, override: bool) -> None:
        place, column = self._place, self._place.team.columns[at]
        # What is finished goes to the top: at the bottom of a long column nobody would see it arrive.
        below = moving.TOP if column.kind is ColumnKind.DONE else moving.END
        place.act(
            moving.move(
                place.team, card.id, column.id, place.person, place.now(), below=below, override=override
            )
        )
        place.tell(f"{named(card)} is in {column.name}.")
