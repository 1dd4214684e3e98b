"""What a card tells beside its title: who, until when, how far, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from zoneinfo import ZoneInfo

from rich.cells import cell_len

from store.errors import NotFound
from store.models import COLOURS, ColumnKind, Task
from store.playbooks.freezing import NOTHING, Frozen, holding
from store.team import Team
from widgets.signs import Signs
from widgets.words import day

NO_COLOURS: Mapping[str, str] = MappingProxyType({})
"""For teams whose tags have no colours."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that a card tells."""

    text: str
    part: str = "meta"
    """Name of the style it is drawn in."""
    weight: int = 0
    """Where space is short, marks with the smaller weight stay."""


def marks(
    task: Task, team: Team, today: date, signs: Signs, moved: str = "", frozen: Frozen = NOTHING
) -> list[Mark]:
    """Everything a card tells, from left to right.

    `moved` are the initials of who has just moved it, `frozen` the tags whose cards should not move today.
    """
    found: list[Mark] = []
    if moved:
        found.append(Mark(f"{signs.left}{moved}", "moved", 1))
    if task.blocked and task.finished_at is None:
        found.append(Mark(signs.blocked, "blocked", 0))
    if frozen and task.finished_at is None and holding(frozen, task.tags):
        found.append(Mark(signs.frozen, "stale", 0))
    age = days_stale(task, team, today)
    if age is not None:
        found.append(Mark(f"{signs.stale}{age}d", "stale", 5))
    if comments := len(team.index.comments.get(task.id, ())):
        found.append(Mark(f"{signs.comments}{comments}", weight=6))
    if task.checklist:
        found.append(Mark(f"{signs.checklist}{task.steps_done}/{len(task.checklist)}", weight=4))
    if task.due is not None and task.finished_at is None:
        late = task.is_overdue(today)
        when = day(task.due, today)
        if late:
            found.append(Mark(f"{signs.overdue}{when}", "late", 3))
        else:
            found.append(Mark(when, "soon" if task.due == today else "meta", 3))
    if task.assignees:
        found.append(Mark(initials(task, team), "who", 2))
    return found


def extras(task: Task, signs: Signs, tag_colours: Mapping[str, str]) -> list[Mark]:
    """What a card tells where there is room left: its goal and its tags."""
    found = [Mark(f"{signs.goal}{task.goal}", weight=7)] if task.goal else []
    for at, tag in enumerate(task.tags):
        colour = tag_colours.get(tag, "")
        part = f"tag-{colour}" if colour in COLOURS else "tag"
        found.append(Mark(f"#{tag}", part, 8 + at))
    return found


def that_fit(found: Iterable[Mark], width: int, signs: Signs, gap: int = 1) -> list[Mark]:
    """The marks that have room side by side, the weightiest left out first.

    An overdue date that has no room leaves its sign.
    """
    chosen: dict[int, Mark] = {}
    used = 0
    ordered = list(found)
    for at in sorted(range(len(ordered)), key=lambda at: ordered[at].weight):
        mark = ordered[at]
        for short in (mark, Mark(signs.overdue, mark.part)) if mark.part == "late" else (mark,):
            room = cell_len(short.text) + (gap if chosen else 0)
            if used + room <= width:
                chosen[at] = short
                used += room
                break
    return [chosen[at] for at in sorted(chosen)]


def initials(task: Task, team: Team) -> str:
    """The initials of up to three people, and how many more there are."""
    known = team.members
    short = [known[login].short if login in known else login[:2] for login in task.assignees[:3]]
    more = len(task.assignees) - len(short)
    return " ".join(short) + (f" +{more}" if more else "")


def days_stale(task: Task, team: Team, today: date) -> int | None:
    """Days in an active column without moving on, from the team's threshold on; else `None`."""
    if task.column_since is None or task.finished_at is not None:
        return None
    try:
        active = team.column(task.column).kind is ColumnKind.ACTIVE
    except NotFound:
        return None
    days = (today - task.column_since.astimezone(ZoneInfo(team.settings.time_zone)).date()).days
    return days if active and days >= team.settings.stale_after else None
