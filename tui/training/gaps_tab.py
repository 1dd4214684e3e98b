"""What roles lack, and what only one person can do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial

from textual.content import Content

from store.errors import Refused
from store.models import Role, Skill
from store.phrases import counted, quoted
from store.rules.lookup import role_named
from store.skills.experts import Alone, alone, nobody
from store.skills.gaps import Gap, RoleGap, role_gaps
from store.skills.levels import Levels
from store.team import Team
from tui.keys import GAPS, key_for
from tui.keys.learning import GAPS_CURSOR, GAPS_DOING
from tui.screens.asking import Choice
from tui.screens.completing import ask_name, names_of_roles
from tui.screens.tab import TabDesk
from tui.training.list_tab import ListTab
from tui.training.planning import plan_gap, planned
from widgets.listing_row import Key, Row
from widgets.training import gaps
from widgets.training.gaps import Lack, Orphan

_KEYS = "123456789"
"""Keys of the people whom a question offers."""


class GapsTab(ListTab[Lack]):
    """The largest gaps first; enter goes to the people of one."""

    TITLE = "Gaps"
    ABOUT = (
        "Where the people of a role can do less than it needs, the most missing first; and what hangs on one "
        "person alone, with who could learn it next. One key plans the learning."
    )
    KEYS = GAPS
    GROUPS = (("Gaps", GAPS_DOING), ("From gap to gap", GAPS_CURSOR))
    TABLES = frozenset({"assessments", "skills", "members", "roles", "settings"})

    def __init__(self, desk: TabDesk) -> None:
        super().__init__(desk)
        self._is_alone = False
        """Whether it shows what hangs on one person."""
        self._role: int | None = None
        self._gap: RoleGap | None = None
        """The gap whose people are shown."""

    def columns(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """Those of roles, of people, or of what hangs on one."""
        if self._gap is not None:
            return gaps.PEOPLE_HEADS, gaps.PEOPLE_LEAST
        if self._is_alone:
            return gaps.ALONE_HEADS, gaps.ALONE_LEAST
        return gaps.ROLE_HEADS, gaps.ROLE_LEAST

    def finder(self, team: Team, today: date) -> Callable[[], Sequence[Lack]]:
        """What is wanted."""
        if self._gap is not None:
            return partial(_people, team, self._gap, today)
        if self._is_alone:
            return partial(_hanging, team, self._role)
        return partial(role_gaps, team, today, self._role)

    def key_of(self, one: Lack) -> Key:
        """Role and skill, the person, or the skill."""
        return gaps.key_of(one)

    def row(self, one: Lack) -> Row:
        """A line."""
        return gaps.lack_row(self.team, one, self.marks)

    def told(self, one: Lack, width: int) -> Content:
        """The people, and how far they are."""
        return gaps.lack_told(self.team, one, self.today, self.signs, self.marks, width)

    def line(self, one: Lack) -> str:
        """How to go on."""
        learn = key_for(GAPS, "learn")
        if isinstance(one, RoleGap):
            return f"{key_for(GAPS, 'open')} shows who lacks it, {learn} plans how somebody learns it"
        if isinstance(one, Gap):
            return (
                f"{learn} plans how {self.team.name_of(one.person)} learns it, {key_for(GAPS, 'clear')}: back"
            )
        return f"{learn} plans how somebody learns it"

    def about(self) -> list[str]:
        """What is shown."""
        parts = [counted(len(self.found), "skill" if self._is_alone else "gap")]
        if self._gap is not None:
            skill = self.team.find(Skill, self._gap.skill)
            parts = [f"who lacks {quoted(skill.name if skill else '')}"]
        elif self._is_alone:
            parts.append("only one person can do them")
        role = self.team.find(Role, self._role) if self._role is not None else None
        return [*parts, *([f"{role.name} ({key_for(GAPS, 'clear')}: all)"] if role else [])]

    def empty(self) -> str:
        """What is missing, or that nothing is."""
        if self._is_alone:
            return "Nothing hangs on one person: two at least can do each skill alone, or nobody can."
        if not any(skill.targets for skill in self.team.all(Skill)):
            return "No role says yet what it needs: t on the tab Skills says how well it has to do a skill."
        return "Nobody lacks anything: all are at what their roles need."

    def cleared(self) -> bool:
        """Back to the gaps, then to all roles."""
        if self._gap is not None:
            back, self._gap = gaps.key_of(self._gap), None
            self._follows = back
            return True
        was, self._role = self._role is not None, None
        return was

    def do_open(self) -> None:
        one = self.here()
        if isinstance(one, RoleGap):
            self._gap, self.words = one, ""
            self.look()
            self.view.move_to(0)
            self.moved()
        elif isinstance(one, Gap):
            self.desk.tabs.look_at("Skills", f"{one.skill} {one.person}")
        else:
            expert = one.person if isinstance(one, Alone) else ""
            self.desk.tabs.look_at("Skills", f"{one.skill.id} {expert}")

    def do_order(self) -> None:
        self._is_alone, self._gap = not self._is_alone, None
        self.look()
        self.view.move_to(0)
        self.moved()

    def do_role(self) -> None:
        ask_name(self.desk.asking, "Role", names_of_roles(self.team), self._narrow)

    def do_learn(self) -> None:
        one = self.here()
        if isinstance(one, Gap):
            self._plan(one.skill, one.person)
        elif isinstance(one, RoleGap):
            people = [gap.person for gap in _people(self.team, one, self.today)]
            if len(people) > len(_KEYS):
                # A question has no room for them all; in the list each can be chosen.
                self.do_open()
            else:
                self._choose(one.skill, people)
        elif isinstance(one, Orphan):
            self._choose(one.skill.id, [self.place.person])
        elif one.next:
            self._choose(one.skill.id, [learner.person for learner in one.next], one.person)
        else:
            raise Refused(f"Nobody but {self.team.name_of(one.person)} is in the team to learn it.")

    def _choose(self, skill: int, people: Sequence[str], teacher: str = "") -> None:
        if len(people) == 1:
            self._plan(skill, people[0], teacher)
            return
        choices = [
            Choice(key, self.team.name_of(login), partial(self._plan, skill, login, teacher))
            for key, login in zip(_KEYS, people, strict=False)
        ]
        self.desk.asking.keys("Who learns it", choices)

    def _plan(self, skill: int, person: str, teacher: str = "") -> None:
        plan_gap(self.place, person, skill, planned(self.place, lambda number: None), teacher=teacher)

    def _narrow(self, name: str) -> None:
        self._role, self._gap = role_named(self.team, name).id, None
        self.look()


def _people(team: Team, gap: RoleGap, today: date) -> list[Gap]:
    """The people of a role who lack something, those who lack most first."""
    levels = Levels.of(team)
    lacking = [
        Gap(login, gap.skill, levels.level(login, gap.skill), gap.target)
        for login, member in team.members.items()
        if gap.role in member.roles and levels.lacks(login, gap.skill, gap.target, today)
    ]
    return sorted(lacking, key=lambda one: (one.level, team.name_of(one.person).casefold()))


def _hanging(team: Team, role: int | None) -> Sequence[Lack]:
    """What nobody can do alone, and then what only one can; with a role only what that needs."""
    found: Iterable[Lack] = [*map(Orphan, nobody(team)), *alone(team)]
    return [
        one
        for one in found
        if isinstance(one, Alone | Orphan)
        and (role is None or any(target.role == role for target in one.skill.targets))
    ]
