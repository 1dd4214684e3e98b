"""The key that says how it goes with a goal."""

from __future__ import annotations

from datetime import date
from functools import partial

from store.errors import Refused
from store.goals.progress import Way
from store.goals.saying import amount, unit_of
from store.goals.series import Series, value_on
from store.goals.standing import Standings
from store.models import Goal, GoalState, KeyResult, Measured, Source
from store.rules import check_ins
from store.rules.check_in_line import read
from store.rules.words import quoted
from tui.goals.on_goal import OnGoal
from tui.keys import GOALS, key_for
from tui.screens.asking import Choice

_DIGITS = "123456789abcdefghijklmnop"
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
            self._on.asking.keys(
                "How is", [*choices, Choice("w", "the whole", partial(self._ask, goal, None))]
            )
        else:
            self._ask(goal, None)

    def _ask(self, goal: Goal, result: KeyResult | None) -> None:
        asking, counted = self._on.asking, result is None and goal.source is not Source.CHECK_INS
        about: Measured = result or goal
        last, expected = self._known(goal, result)
        sure = "!7 how sure, a note, blocked: why"
        hint = f"how it goes, {sure}" if counted else f"the value{_unit(about)}, {sure}"
        read_line = partial(read, unit=about.unit, last=last, counted=counted)

        def changed(text: str) -> None:
            try:
                means = read_line(text).in_words(about.unit)
            except Refused as error:
                asking.note(("!", str(error)))
            else:
                asking.note(*([("means", means)] if means else []))

        def done(text: str) -> None:
            line, place = read_line(text), self._on.place
            change = check_ins.check_in(
                place.team,
                goal.id,
                place.person,
                place.now(),
                value=line.value,
                confidence=line.confidence,
                note=line.note,
                blockers=line.blockers,
                result=result.id if result else None,
                id=place.new_id(),
            )
            place.act(change)
            place.tell(f"You {change.label}.")

        unit = about.unit if result else unit_of(goal)
        asking.line(f"Check-in{_where(last, expected, unit)}", done, changed=changed, hint=hint)

    def _known(self, goal: Goal, result: KeyResult | None) -> tuple[float | None, float | None]:
        """The last value, and the one that it should be today; `None`: not known."""
        standing = self._standings().of(goal)
        if result is not None:
            _, series = self._standings().sources.result(result)
            return _newest(series, standing.today), None
        way: Way | None = standing.way
        expected = way.value(standing.expected) if way and standing.expected is not None else None
        return _newest(standing.series, standing.today), expected

    def _standings(self) -> Standings:
        return Standings(self._on.place.team, self._on.place.today)


def _newest(series: Series, today: date) -> float | None:
    return value_on(series, today)


def _unit(about: Measured) -> str:
    return f" in {about.unit}" if about.unit else ""


def _where(last: float | None, expected: float | None, unit: str) -> str:
    """The last value and what should be, in brackets."""
    parts = [f"was {amount(last, unit)}"] if last is not None else []
    parts += [f"should be {amount(expected, unit)}"] if expected is not None else []
    return f" ({', '.join(parts)})" if parts else ""
