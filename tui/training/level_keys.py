"""Keys that say how well somebody can do something, and plan how she gets on."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from store.change import Change
from store.errors import Refused
from store.models import LEVELS, Skill
from store.phrases import quoted
from store.rules import assessments
from store.rules.membership import refuse_unless_lead
from store.skills.levels import HIGHEST, Level
from tui.keys import SKILLS, key_for
from tui.screens.asking import Choice
from tui.screens.forms import open_form
from tui.screens.tab import TabDesk
from tui.training.planning import plan_gap, planned

_LONGEST = 30
"""Characters of what a level means, in a question."""


class OnLevel(Protocol):
    """What these keys need of the tab."""

    desk: TabDesk

    @property
    def level(self) -> Level | None:
        """The level under the cursor; `None`: nobody has said anything."""

    def here(self) -> tuple[str, Skill]:
        """The person and the skill that a command is for.

        Raises:
            Refused: there is none under the cursor.
        """


class LevelKeys:
    """One's own level is an estimate; what who leads says of others is confirmed by it."""

    def __init__(self, tab: OnLevel) -> None:
        self._tab = tab
        self._place = tab.desk.place

    def do_set_level(self) -> None:
        login, skill = self._tab.here()
        self._refuse_strangers(login)
        choices = [
            Choice(str(level), skill.meaning(level)[:_LONGEST], partial(self._set, login, skill.id, level))
            for level in range(len(LEVELS))
        ]
        who = "You" if login == self._place.person else self._place.team.name_of(login)
        self._tab.desk.asking.keys(f"{who} in {skill.name[:_LONGEST]}", choices)

    def do_raise_level(self) -> None:
        self._step(1)

    def do_lower_level(self) -> None:
        self._step(-1)

    def do_confirm(self) -> None:
        login, skill = self._tab.here()
        level = self._tab.level
        if level is None:
            who = self._place.team.name_of(login)
            key = key_for(SKILLS, "set_level")
            raise Refused(f"Nobody has said how well {who} can do {quoted(skill.name)} yet; {key} says it.")
        place = self._place
        self._act(assessments.confirm(place.team, level.assessment, place.person, place.now()))

    def do_evidence(self) -> None:
        from tui.training.level_form import level_form

        place = self._place
        login, skill = self._tab.here()
        self._refuse_strangers(login)
        open_form(place, level_form(place.team, login, skill, place.today, place.new_id()))

    def do_learn(self) -> None:
        login, skill = self._tab.here()
        self._refuse_strangers(login)
        plan_gap(self._place, login, skill.id, planned(self._place, lambda number: None))

    def _step(self, by: int) -> None:
        login, skill = self._tab.here()
        now = self._tab.level.level if self._tab.level else 0
        if not 0 <= now + by <= HIGHEST:
            raise Refused(f"{now} ({skill.meaning(now)}) is the {'highest' if by > 0 else 'lowest'} level.")
        self._set(login, skill.id, now + by)

    def _set(self, login: str, skill: int, level: int) -> None:
        place = self._place
        by, now = place.person, place.now()
        self._act(assessments.assess(place.team, login, skill, level, by, now, id=place.new_id()))

    def _refuse_strangers(self, login: str) -> None:
        """Refuse at the key, and not after a form was filled in."""
        if login != self._place.person:
            refuse_unless_lead(self._place.team, self._place.person, "says and plans that for others")

    def _act(self, change: Change) -> None:
        self._place.act(change)
        self._place.tell(f"You {change.label}.")
