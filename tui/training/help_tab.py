"""Who can help with something."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from textual.content import Content

from store.absences import away
from store.absences.away import There
from store.errors import Refused
from store.models import Role
from store.phrases import counted
from store.skills.catalogue import Catalogue
from store.skills.experts import Helper, who_can_help
from store.skills.levels import Levels
from store.skills.people import main_role
from store.team import Team
from tui.keys import EXPERTS, key_for
from tui.keys.learning import EXPERTS_CURSOR, EXPERTS_DOING
from tui.training.list_tab import ListTab
from tui.training.planning import plan_gap, planned
from widgets.card_text import beside, joined
from widgets.listing_row import Key, Row
from widgets.training.level import against, sure

_MOST = 50
"""People who are found at most."""
_THERE = {There.IN: "here", There.OUTSIDE_HOURS: "not now"}
"""In a word, whether somebody can be asked."""
_LEAST = 2
"""The level from which on a skill of somebody is told of."""


class HelpTab(ListTab[Helper]):
    """The best people stand below while one writes what one needs help with."""

    TITLE = "Help"
    ABOUT = (
        "Who can help me with something? Write a few words, like “refund in the old shop”: below stand the "
        "people who know most about it, those who are there today first."
    )
    KEYS = EXPERTS
    GROUPS = (("Who can help", EXPERTS_DOING), ("From person to person", EXPERTS_CURSOR))
    TABLES = frozenset({"assessments", "skills", "members", "roles", "settings", "absences"})
    HEADS = ("Who", "Level", "Skill", "Today")
    LEAST = (12, 8, 12, 5)

    def groups(self) -> list[object]:
        """Its own commands come before those of every list: words are asked for otherwise."""
        return [self]

    def finder(self, team: Team, today: date) -> Callable[[], Sequence[Helper]]:
        """The best first; nobody while nothing is asked."""
        words = self.words
        return lambda: who_can_help(team, words, today, _MOST) if words else ()

    def matches(self, found: Sequence[Helper]) -> Sequence[Helper]:
        """All that was found fits the words already."""
        return found

    def key_of(self, one: Helper) -> Key:
        """Skill and person, as the matrix knows them."""
        return f"{one.skill.id} {one.person}"

    def row(self, one: Helper) -> Row:
        """Who, how well, and whether she is there."""
        level = one.level
        mark = sure(level, self.today, self.marks)
        return Row(
            key=self.key_of(one),
            cells=(
                self.team.name_of(one.person),
                f"{level.level}{mark} {one.skill.meaning(level.level)}",
                one.skill.name,
                self._there(one.person),
            ),
            is_quiet=one.is_away,
        )

    def told(self, one: Helper, width: int) -> Content:
        """Everything that the person can."""
        team = self.team
        role: Role | None = main_role(team, team.members.get(one.person))
        head = Content.assemble(
            (team.name_of(one.person), "bold"),
            (f"  {role.name}" if role else "", "dim"),
            f"  {self._there(one.person, tells_cover=True)}",
        )
        return joined([head, Content(""), *self._skills(one.person, width)])

    def line(self, one: Helper) -> str:
        """How to go on."""
        open_, learn = key_for(EXPERTS, "open"), key_for(EXPERTS, "learn")
        return f"{open_} shows this person in the matrix, {learn} plans to learn it from her"

    def about(self) -> list[str]:
        """How many were found."""
        return [counted(len(self.found), "answer")] if self.words else []

    def empty(self) -> str:
        """What begins it."""
        if not Catalogue.of(self.team).skills:
            return "No skills yet: a on the tab Skills adds the first one."
        return f"{key_for(EXPERTS, 'filter')} asks: write what you need help with."

    def do_filter(self) -> None:
        before = self.words
        self.desk.asking.line(
            "Who can help me with",
            self._ask,
            changed=self._ask,
            cancelled=lambda: self._ask(before),
            text=before,
            hint="a few words, like customs papers",
            may_be_empty=True,
        )

    def do_open(self) -> None:
        self.desk.tabs.look_at("Skills", self.key_of(self.here()))

    def do_learn(self) -> None:
        one, person = self.here(), self.place.person
        if one.person == person:
            raise Refused("This is you: somebody else can learn it from you.")
        plan_gap(
            self.place, person, one.skill.id, planned(self.place, lambda number: None), teacher=one.person
        )

    def _ask(self, words: str) -> None:
        if words.strip() != self.words:
            self.words = words.strip()
            self.look()
            self.view.move_to(0)
            self.moved()

    def _there(self, login: str, *, tells_cover: bool = False) -> str:
        """Whether a person can be asked now; where she is away, who stands in for her."""
        team, presence = self.team, away.is_in(self.team, login, self.place.now())
        if presence.absence is not None:
            cover = presence.stands_in if tells_cover else ""
            return away.told(team, presence.absence, self.today, cover)
        return _THERE.get(presence.there, presence.there.value)

    def _skills(self, login: str, width: int) -> Iterator[Content]:
        levels, team = Levels.of(self.team).of_person(login), self.team
        catalogue = Catalogue.of(team)
        targets = catalogue.targets(team.members.get(login))
        for skill in sorted(catalogue.skills, key=lambda s: -levels[s.id].level if s.id in levels else 0):
            level = levels.get(skill.id)
            if level is not None and level.level >= _LEAST:
                marks = (
                    against(level.level, targets.get(skill.id, 0), self.marks),
                    sure(level, self.today, self.marks),
                )
                said = f"{level.level}{''.join(marks)} "
                yield Content(said + beside(f"{skill.name}: {skill.meaning(level.level)}", len(said), width))
