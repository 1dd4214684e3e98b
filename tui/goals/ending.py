"""Keys that begin a goal, say how it ended, and put it away."""

from __future__ import annotations

from functools import partial

from store.errors import NeedsConsent
from store.goals.smart import unmet
from store.models import Goal, GoalState
from store.rules import goals
from store.rules.goals import goal_numbered, refuse_unless_answering
from store.rules.words import listed, quoted
from tui.goals.on_goal import OnGoal
from tui.keys import GOALS, key_for
from tui.screens.asking import Choice


class EndingCommands:
    """A goal's life from the draft to the archive."""

    def __init__(self, on: OnGoal) -> None:
        self._on = on

    def do_begin(self) -> None:
        goal = self._on.here()
        try:
            self._begin(goal, override=False)
        except NeedsConsent:
            missing = listed([letter.name.lower() for letter in unmet(self._on.place.team, goal)])
            question = f"Not {missing} yet; begin all the same?"
            self._on.asking.yes_or_no(question, partial(self._begin, goal, override=True))

    def do_close(self) -> None:
        """Ask how it ended, and for the words that its end needs."""
        place, asking, goal = self._on.place, self._on.asking, self._on.here()
        refuse_unless_answering(place.team, goal, place.person)
        if goal.state is GoalState.DRAFT:
            self._ask_reason(goal, GoalState.DROPPED, "")
            return
        asking.keys(
            f"{goal.title[:40]} is",
            [
                Choice("r", "reached", partial(self._ask_lesson, goal, GoalState.REACHED)),
                Choice("m", "missed", partial(self._ask_lesson, goal, GoalState.MISSED)),
                Choice("d", "dropped", partial(self._ask_reason, goal, GoalState.DROPPED, "")),
            ],
        )

    def do_archive(self) -> None:
        place, goal = self._on.place, self._on.here()
        rule = goals.restore if goal.archived_at else goals.archive
        place.act(rule(place.team, goal.id, place.person, place.now()))
        if goal.archived_at:
            place.tell(f"{quoted(goal.title)} is back among the goals.")
        else:
            found = f"{key_for(GOALS, 'narrow')} s x"
            place.tell(f"{quoted(goal.title)} is put away; {found} shows what is archived.")

    def _begin(self, goal: Goal, *, override: bool) -> None:
        place = self._on.place
        change = goals.activate(place.team, goal.id, place.person, place.now(), override=override)
        place.act(change)
        place.tell(f"You {change.label}; {key_for(GOALS, 'check_in')} says how it goes.")

    def _ask_lesson(self, goal: Goal, state: GoalState) -> None:
        is_missed = state is GoalState.MISSED
        question = "What does the team learn from it?" if is_missed else "What made it work?"
        after = self._ask_reason if is_missed else self._close_without_reason
        self._on.asking.line(
            question,
            lambda lesson: after(goal, state, lesson),
            hint="" if is_missed else "may be left empty",
            may_be_empty=not is_missed,
        )

    def _ask_reason(self, goal: Goal, state: GoalState, lesson: str) -> None:
        is_missed = state is GoalState.MISSED
        self._on.asking.line(
            "What do you adjust?" if is_missed else "Why is it dropped?",
            lambda reason: self._close(goal, state, reason, lesson),
            hint="what will be done otherwise; may be left empty" if is_missed else "",
            may_be_empty=is_missed,
        )

    def _close_without_reason(self, goal: Goal, state: GoalState, lesson: str) -> None:
        self._close(goal, state, "", lesson)

    def _close(self, goal: Goal, state: GoalState, reason: str, lesson: str) -> None:
        place = self._on.place
        by, now = place.person, place.now()
        change = goals.close(place.team, goal.id, state, by, now, reason=reason, lesson=lesson)
        place.act(change)
        if state is GoalState.REACHED:
            question = f"You {change.label}. Celebrate it on the news?"
            self._on.asking.yes_or_no(question, partial(self._celebrate, goal.id))
        else:
            place.tell(f"You {change.label}.")

    def _celebrate(self, goal: int) -> None:
        # Imported when it is wanted: it takes Textual's fields.
        from tui.dialogs.post_form import celebrate

        celebrate(self._on.place, goal_numbered(self._on.place.team, goal))
