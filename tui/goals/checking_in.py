"""The key that says how it goes with a goal."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from store.errors import Refused
from store.goals.saying import amount, unit_of
from store.goals.series import value_on
from store.goals.standing import Standings
from store.models import Goal, GoalState, KeyResult, Source
from store.rules import check_ins
from store.rules.check_in_line import CheckInLine, read
from store.rules.words import quoted
from tui.goals.on_goal import OnGoal
from tui.keys import GOALS, key_for
from tui.screens.asking import Choice

_DIGITS = "123456789abcdefghijklmnopqrstuv"
"""Keys of the key results, in their order."""


class CheckInCommands:
    """One line: value, confidence, note."""

    def __init__(self, on: OnGoal) -> None:
        self._on = on

    def do_check_in(self) -> None:
        """Ask for a check-in; where key results make the value, first on which of them."""
        place, goal = self._on.place, self._on.here()
        check_ins.refuse_unless_contributing(place.team, goal, place.person)
        if goal.state is not GoalState.ACTIVE:
            begin = f"; {key_for(GOALS, 'begin')} begins it" if goal.state is GoalState.DRAFT else ""
            raise Refused(f"The goal {quoted(goal.title)} is {goal.state}, so nobody checks in on it{begin}.")
        parts = [part for part, _ in self._standings().sources.parts(goal) if isinstance(part, KeyResult)]
        if goal.source is Source.RESULTS and parts:
            choices = [
                Choice(key, part.title, partial(self._ask, goal, part))
                for key, part in zip(_DIGITS, parts, strict=False)
            ]
            whole = Choice("w", "the whole", partial(self._ask, goal, None))
            self._on.asking.keys("How is", [*choices, whole])
        else:
            self._ask(goal, None)

    def _ask(self, goal: Goal, result: KeyResult | None) -> None:
        asking, about = self._on.asking, _About.of(self._standings(), goal, result)

        def changed(text: str) -> None:
            try:
                means = about.read(text).in_words(about.unit)
            except Refused as error:
                asking.note(("!", str(error)))
            else:
                asking.note(*([("means", means)] if means else []))

        asking.line(about.label, partial(self._check_in, about), changed=changed, hint=about.hint)

    def _check_in(self, about: _About, text: str) -> None:
        line, place = about.read(text), self._on.place
        change = check_ins.check_in(
            place.team,
            about.goal.id,
            place.person,
            place.now(),
            value=line.value,
            confidence=line.confidence,
            note=line.note,
            blockers=line.blockers,
            result=about.result.id if about.result else None,
            id=place.new_id(),
        )
        place.act(change)
        place.tell(f"You {change.label}.")

    def _standings(self) -> Standings:
        return Standings(self._on.place.team, self._on.place.today)


@dataclass(frozen=True)
class _About:
    """What a check-in is about, and what is known of it."""

    goal: Goal
    result: KeyResult | None
    unit: str
    last: float | None
    """The newest value; `None`: there is none."""
    expected: float | None
    """Where it should be today; `None`: nobody can say."""

    @classmethod
    def of(cls, standings: Standings, goal: Goal, result: KeyResult | None) -> _About:
        standing = standings.of(goal)
        way, series = standings.sources.result(result) if result else (standing.way, standing.series)
        share = standing.expected
        expected = way.value(share) if way and share is not None else None
        unit = result.unit if result else unit_of(standing)
        return cls(goal, result, unit, value_on(series, standing.today), expected)

    @property
    def label(self) -> str:
        """What is asked for, with the last value and what should be."""
        parts = [f"was {amount(self.last, self.unit)}"] if self.last is not None else []
        parts += [f"should be {amount(self.expected, self.unit)}"] if self.expected is not None else []
        return f"Check-in ({', '.join(parts)})" if parts else "Check-in"

    @property
    def hint(self) -> str:
        """What may be written."""
        value = f"the value in {self.unit}" if self.unit else "the value"
        return f"{'how it goes' if self._is_counted else value}, !7 how sure, a note, blocked: why"

    def read(self, text: str) -> CheckInLine:
        """What a line says.

        Raises:
            Refused: it cannot be understood.
        """
        return read(text, unit=self.unit, last=self.last, counted=self._is_counted)

    @property
    def _is_counted(self) -> bool:
        return self.result is None and self.goal.source is not Source.CHECK_INS
