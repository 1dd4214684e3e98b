"""Keys that say who has which part in a responsibility."""

from __future__ import annotations

from functools import partial

from store.change import Change
from store.duties.matrix import DutyRow
from store.duties.parts import GIVEN, TAKEN
from store.models import Duty
from store.rules.assigning import answer_alone, leave
from store.rules.membership import SAYS, refuse_unless_lead
from store.rules.responsibilities import set_duty
from store.rules.words import listed, quoted
from tui.screens.asking import Choice
from tui.team.matrix_bench import Bench


class CellCommands:
    """One letter for each key, at once."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._place = bench.place

    def do_accountable(self) -> None:
        """Where somebody else answers for it already, ask first: one should."""
        row, login = self._bench.cell()
        refuse_unless_lead(self._place.team, self._place.person, SAYS)
        others = [who for who in row.holders(Duty.ACCOUNTABLE) if who != login]
        if not others or Duty.ACCOUNTABLE in row.duties.get(login, ()):
            self._toggle(Duty.ACCOUNTABLE)
            return
        names = listed(self._place.team.name_of(who) for who in others)
        number = row.responsibility.id
        self._bench.asking.keys(
            f"{names} {'answers' if len(others) == 1 else 'answer'} for it already",
            # Keys that say nothing in the matrix: `a` and `r` in a hurry mean A and R, and replace nobody.
            [
                Choice("y", "replace", partial(self._replace, number, login)),
                Choice("b", "both", partial(self._set, number, login, Duty.ACCOUNTABLE, True)),
            ],
            # The letters of the matrix, typed in a row, answer nothing.
            surely=True,
        )

    def do_responsible(self) -> None:
        self._toggle(Duty.RESPONSIBLE)

    def do_consulted(self) -> None:
        self._toggle(Duty.CONSULTED)

    def do_informed(self) -> None:
        self._toggle(Duty.INFORMED)

    def do_empty(self) -> None:
        row, login = self._bench.cell()
        place, one = self._place, row.responsibility
        who = place.team.name_of(login)
        if not self._act(leave(place.team, one.id, login, place.person, place.now())):
            place.tell(f"{who} has no part in {quoted(one.name)}.")
        else:
            place.tell(f"{who} has no part in {quoted(one.name)} any more.")

    def _toggle(self, duty: Duty) -> None:
        row, login = self._bench.cell()
        is_on = duty not in row.duties.get(login, ())
        self._set(row.responsibility.id, login, duty, is_on)

    def _set(self, number: int, login: str, duty: Duty, is_on: bool) -> None:
        place = self._place
        self._act(set_duty(place.team, number, login, duty, is_on, place.person, place.now()))
        said = (GIVEN if is_on else TAKEN)[duty]
        place.tell(said.format(place.team.name_of(login), quoted(self._row(number).responsibility.name)))

    def _replace(self, number: int, login: str) -> None:
        place = self._place
        self._act(answer_alone(place.team, number, login, place.person, place.now()))
        name = quoted(self._row(number).responsibility.name)
        place.tell(f"{place.team.name_of(login)} alone answers for {name} now.")

    def _row(self, number: int) -> DutyRow:
        row = self._bench.matrix.row(number)
        assert row is not None
        return row

    def _act(self, change: Change) -> bool:
        self._place.act(change)
        return bool(change)
