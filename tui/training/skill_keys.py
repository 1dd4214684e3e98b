"""Keys that write skills, and say which roles need them."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from store.change import Change
from store.errors import Refused
from store.models import LEVELS, Role, Skill
from store.phrases import quoted
from store.rules import skills
from store.rules.lookup import role_named
from store.rules.membership import refuse_unless_lead
from store.skills.grid import Order, Wanted
from tui.keys import SKILLS, key_for
from tui.screens.asking import Choice
from tui.screens.completing import ask_name, names_of_roles
from tui.screens.forms import open_form
from tui.screens.tab import TabDesk

_LONGEST = 30
"""Characters of what a level means, in a question."""


class OnSkill(Protocol):
    """What these keys need of the tab."""

    desk: TabDesk
    wanted: Wanted

    @property
    def skill(self) -> Skill | None:
        """The skill under the cursor."""

    @property
    def login(self) -> str | None:
        """Login of the person under the cursor."""

    def here(self) -> tuple[str, Skill]:
        """The person and the skill that a command is for.

        Raises:
            Refused: there is none under the cursor.
        """

    def follow(self, skill: int | str | None, login: int | str | None) -> None:
        """Put the cursor on a cell."""


class SkillKeys:
    """What the team has agreed on; who leads a role changes it."""

    def __init__(self, tab: OnSkill) -> None:
        self._tab = tab
        self._place = tab.desk.place

    def do_target(self) -> None:
        """Ask for the level of the role that is looked at, or of one of the person's."""
        _, skill = self._tab.here()
        self._refuse_others()
        team, login = self._place.team, self._tab.login
        member = team.members.get(login or "")
        wanted = (
            [self._tab.wanted.role]
            if self._tab.wanted.role is not None
            else list(member.roles if member else ())
        )
        found = [role for id in wanted if (role := team.find(Role, id)) and not role.archived_at]
        if found:
            self._ask_level(skill, found[0])
        else:
            self._ask_role(skill)

    def do_add(self) -> None:
        from tui.training.skill_form import new_skill_form

        self._refuse_others()
        place, skill = self._place, self._tab.skill
        number = place.new_id()

        def written() -> None:
            self._tab.follow(number, None)

        open_form(place, new_skill_form(place.team, number, skill.category if skill else ""), written)

    def do_edit(self) -> None:
        from tui.training.skill_form import skill_form

        self._refuse_others()
        _, skill = self._tab.here()
        open_form(self._place, skill_form(self._place.team, skill))

    def do_higher(self) -> None:
        self._move(-1)

    def do_lower(self) -> None:
        self._move(1)

    def do_archive(self) -> None:
        place = self._place
        _, skill = self._tab.here()
        self._act(skills.archive(place.team, skill.id, place.person, place.now()))

    def do_restore(self) -> None:
        self._refuse_others()
        gone = {skill.name: skill.id for skill in self._place.team.all(Skill) if skill.archived_at}
        if not gone:
            raise Refused("No skill was put away.")
        names = sorted(gone, key=str.casefold)
        ask_name(self._tab.desk.asking, "Bring back", names, partial(self._restore, gone))

    def _move(self, offset: int) -> None:
        place = self._place
        _, skill = self._tab.here()
        if self._tab.wanted.order is not Order.CATEGORY:
            raise Refused(
                f"Skills are moved where they stand by category; {key_for(SKILLS, 'order')} sorts them."
            )
        place.act(skills.move(place.team, skill.id, offset, place.person, place.now()))

    def _ask_level(self, skill: Skill, role: Role) -> None:
        words = ("not needed", *(skill.meaning(level)[:_LONGEST] for level in range(1, len(LEVELS))))
        choices = [
            Choice(str(level), said, partial(self._set_target, skill.id, role.id, level))
            for level, said in enumerate(words)
        ]
        choices.append(Choice("o", "another role", partial(self._ask_role, skill)))
        self._tab.desk.asking.keys(f"{role.name} needs {skill.name[:_LONGEST]} at", choices)

    def _ask_role(self, skill: Skill) -> None:
        team = self._place.team
        names = names_of_roles(team)
        if not names:
            raise Refused("The team has no roles yet; T shows the settings, where they are added.")

        def named(name: str) -> None:
            self._ask_level(skill, role_named(team, name))

        ask_name(self._tab.desk.asking, f"Which role needs {quoted(skill.name, 24)}?", names, named)

    def _set_target(self, skill: int, role: int, level: int) -> None:
        place = self._place
        self._act(skills.set_target(place.team, skill, role, level, place.person, place.now()))

    def _restore(self, gone: dict[str, int], name: str) -> None:
        low = name.strip().casefold()
        number = next((id for known, id in gone.items() if known.casefold() == low), None)
        if number is None:
            raise Refused(f"No skill that was put away is called {quoted(name)}; tab writes a name out.")
        place = self._place
        self._act(skills.restore(place.team, number, place.person, place.now()))
        self._tab.follow(number, None)

    def _refuse_others(self) -> None:
        """Refuse at the key, and not after something was written."""
        refuse_unless_lead(self._place.team, self._place.person, "changes the skills")

    def _act(self, change: Change) -> None:
        self._place.act(change)
        self._place.tell(f"You {change.label}.")
