"""What roles and people lack, and what hangs on one person, as lines and as sheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from store.goals.saying import percent
from store.models import Role, Skill
from store.phrases import counted
from store.skills.experts import Alone
from store.skills.gaps import Gap, RoleGap
from store.skills.levels import Levels
from store.team import Team
from widgets.card_text import beside, joined
from widgets.listing_row import Key, Row
from widgets.signs import Signs
from widgets.training.level import against, in_words
from widgets.training.signs import TrainingSigns

_QUIET, _STRONG = "dim", "bold"
_BAR = 10
"""Cells of a bar."""


@dataclass(frozen=True, slots=True)
class Orphan:
    """What a role needs, and nobody can do alone."""

    skill: Skill


Lack = RoleGap | Gap | Alone | Orphan
"""One line among the gaps."""

ROLE_HEADS, ROLE_LEAST = ("Role", "Skill", "At target", "", "Needs"), (8, 14, 10, 5, 1)
PEOPLE_HEADS, PEOPLE_LEAST = ("Who", "Level", "Needs"), (14, 10, 6)
ALONE_HEADS, ALONE_LEAST = ("Skill", "Only", "Level", "Next"), (14, 8, 1, 10)
"""Headings, and the cells that each column keeps where there is little room."""


def key_of(lack: Lack) -> Key:
    """What stays the same while the numbers change."""
    if isinstance(lack, RoleGap):
        return f"role {lack.role} {lack.skill}"
    if isinstance(lack, Gap):
        return f"person {lack.person}"
    return lack.skill.id


def lack_row(team: Team, lack: Lack, marks: TrainingSigns) -> Row:
    """A line."""
    if isinstance(lack, RoleGap):
        return Row(key_of(lack), _role_cells(team, lack, marks), colour="")
    if isinstance(lack, Gap):
        skill = team.find(Skill, lack.skill)
        level, target = (f"{at} {skill.meaning(at) if skill else ''}" for at in (lack.level, lack.target))
        mark = marks.expired if lack.is_expired else against(lack.level, lack.target, marks)
        return Row(key_of(lack), (team.name_of(lack.person), f"{mark}{level}", target))
    if isinstance(lack, Orphan):
        return Row(lack.skill.id, (lack.skill.name, "nobody", "", ""), colour="red")
    next_ones = ", ".join(f"{team.name_of(one.person)} ({one.level})" for one in lack.next)
    cells = (lack.skill.name, team.name_of(lack.person), str(lack.level), next_ones or "nobody else")
    return Row(lack.skill.id, cells)


def lack_told(team: Team, lack: Lack, today: date, signs: Signs, marks: TrainingSigns, width: int) -> Content:
    """What is told of a line."""
    if isinstance(lack, RoleGap):
        return _role_told(team, lack, today, marks, width)
    if isinstance(lack, Gap):
        skill = team.find(Skill, lack.skill)
        level = Levels.of(team).get(lack.person, lack.skill)
        words = in_words(skill, level, today) if skill else ""
        return joined(
            [Content.assemble((team.name_of(lack.person), _STRONG)), Content(beside(words, 0, width))]
        )
    if isinstance(lack, Orphan):
        said = "A role needs it, and nobody can do it alone."
        return joined([Content.assemble((lack.skill.name, _STRONG)), Content(beside(said, 0, width))])
    return _alone_told(team, lack, width)


def _role_cells(team: Team, gap: RoleGap, marks: TrainingSigns) -> tuple[str, ...]:
    role, skill = team.find(Role, gap.role), team.find(Skill, gap.skill)
    met = gap.people - gap.below
    share = met / gap.people if gap.people else 0.0
    cells = round(share * _BAR) if met < gap.people else _BAR
    bar = marks.spent * cells + marks.left * (_BAR - cells)
    return (
        role.name if role else "",
        skill.name if skill else "",
        bar,
        f"{met} of {gap.people}",
        str(gap.target),
    )


def _role_told(team: Team, gap: RoleGap, today: date, marks: TrainingSigns, width: int) -> Content:
    role, skill = team.find(Role, gap.role), team.find(Skill, gap.skill)
    if role is None or skill is None:
        return Content("")
    met = gap.people - gap.below
    share = percent(met / gap.people) if gap.people else "0%"
    said = (
        f"{role.name} needs {gap.target} ({skill.meaning(gap.target)}); {met} of "
        f"{counted(gap.people, 'person', 'people')} can ({share}), {counted(gap.missing, 'level')} missing."
    )
    levels = Levels.of(team)
    crew = [login for login, member in team.members.items() if gap.role in member.roles]
    crew.sort(key=lambda login: (levels.level(login, gap.skill), team.name_of(login).casefold()))
    return joined(
        [
            Content.assemble((skill.name, _STRONG)),
            Content(beside(said, 0, width)),
            Content(""),
            *_people(team, skill, crew, gap.target, today, marks),
        ]
    )


def _people(
    team: Team, skill: Skill, crew: Iterable[str], target: int, today: date, marks: TrainingSigns
) -> Iterable[Content]:
    levels = Levels.of(team)
    for login in crew:
        level = levels.get(login, skill.id)
        mark = against(level.level if level else 0, target, marks)
        words = in_words(skill, level, today)
        yield Content.assemble(f"{mark} {team.name_of(login)}", (f"  {words}", _QUIET))


def _alone_told(team: Team, lack: Alone, width: int) -> Content:
    name, skill = team.name_of(lack.person), lack.skill
    said = f"Only {name} can do it alone: {lack.level} {skill.meaning(lack.level)}."
    lines = [Content.assemble((skill.name, _STRONG)), Content(beside(said, 0, width)), Content("")]
    if lack.next:
        lines.append(Content.assemble(("Who could learn it next", _QUIET)))
    for one in lack.next:
        why = f"at {one.level}{', in the same role' if one.is_same_role else ''}"
        cards = counted(one.cards, "open card")
        lines.append(Content.assemble(f"  {team.name_of(one.person)}", (f"  {why}, {cards}", _QUIET)))
    return joined(lines)
