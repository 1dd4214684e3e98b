"""Keys that choose which goals are shown, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from store.goals.browsing import Period, Wanted
from store.goals.pace import Pace
from store.models import GoalState
from store.rules import lookup
from store.rules.words import quoted
from tui.goals.bench import Bench
from tui.screens.asking import Choice
from tui.screens.completing import ask_name, names_of_people, names_of_roles

_MARKS: Sequence[tuple[str, Pace | GoalState]] = (
    ("o", Pace.OFF_TRACK),
    ("r", Pace.AT_RISK),
    ("t", Pace.ON_TRACK),
    ("h", Pace.AHEAD),
    ("a", GoalState.ACTIVE),
    ("d", GoalState.DRAFT),
    ("e", GoalState.REACHED),
    ("m", GoalState.MISSED),
    ("p", GoalState.DROPPED),
)
"""Keys of the states and paces."""


class ViewCommands:
    """Period, order, filters."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._place = bench.place

    def do_open(self) -> None:
        # Imported when it is opened.
        from tui.dialogs.goal import open_goal

        open_goal(self._place, self._bench.here().id)

    def do_period(self) -> None:
        periods = list(Period)
        at = periods.index(self._bench.wanted.period)
        self._want(period=periods[(at + 1) % len(periods)])

    def do_risk(self) -> None:
        self._bench.by_risk = not self._bench.by_risk
        self._bench.shown()

    def do_clear(self) -> None:
        self._bench.want(Wanted(self._bench.wanted.period))

    def do_filter(self) -> None:
        before = self._bench.wanted
        self._bench.asking.line(
            "Search",
            self._search,
            changed=self._search,
            cancelled=partial(self._bench.want, before),
            text=before.words,
            hint="words in title, metric or owner",
            may_be_empty=True,
        )

    def do_narrow(self) -> None:
        """One key for each thing to choose by."""
        asking, people, roles = (
            self._bench.asking,
            names_of_people(self._place.team),
            names_of_roles(self._place.team),
        )
        asking.keys(
            "Only the goals",
            [
                Choice("m", "of mine", self._mine),
                Choice("o", "of an owner", partial(ask_name, asking, "Whose goals?", people, self._owned)),
                Choice("r", "of a role", partial(ask_name, asking, "Goals of which role?", roles, self._of)),
                Choice("s", "in a state", self._ask_state),
                Choice("a", "all", self.do_clear),
            ],
        )

    def _want(
        self,
        *,
        period: Period | None = None,
        words: str | None = None,
        owner: str | None = None,
        role: int | None = None,
        mark: Pace | GoalState | None = None,
        archived: bool = False,
    ) -> None:
        now = self._bench.wanted
        self._bench.want(
            Wanted(
                period=period or now.period,
                words=now.words if words is None else words,
                owner=owner or now.owner,
                role=role or now.role,
                mark=mark or now.mark,
                archived=archived,
            )
        )

    def _search(self, words: str) -> None:
        self._bench.want(replace(self._bench.wanted, words=words.strip()))

    def _mine(self) -> None:
        self._want(owner=self._place.person)

    def _owned(self, name: str) -> None:
        self._want(owner=lookup.member_named(self._place.team, name).login)

    def _of(self, name: str) -> None:
        self._want(role=lookup.role_named(self._place.team, name).id)

    def _ask_state(self) -> None:
        choices = [Choice(key, mark.value, partial(self._want, mark=mark)) for key, mark in _MARKS]
        archived = Choice("x", "archived", partial(self._want, archived=True))
        self._bench.asking.keys("Only the goals that are", [*choices, archived])


def narrowed(bench: Bench) -> str:
    """What the filter asks for, in words; empty when it asks for nothing."""
    wanted, team = bench.wanted, bench.place.team
    parts = []
    if wanted.owner is not None:
        parts.append(f"of {team.name_of(wanted.owner)}")
    if wanted.role is not None:
        parts.append(f"of {team.role(wanted.role).name}")
    if wanted.mark is not None:
        parts.append(wanted.mark.value)
    if wanted.archived:
        parts.append("archived")
    if wanted.words:
        parts.append(quoted(wanted.words))
    return ", ".join(parts)
