"""What a card's sheet says, as content: people's words are put in as they are, never as markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from textual.content import Content

from store.models import Activity, Column, Goal, Priority, Role, Task
from store.playbooks.freezing import holding, in_force, said
from store.team import Team
from widgets.cells import paragraphs
from widgets.signs import Signs
from widgets.words import day, number

_QUIET, _STRONG, _ALARM = "dim", "bold", "bold $text-error"
_LABEL = 10
"""Cells for a label."""
_LEAST = 12
"""Cells that a text needs at least to stand beside something."""


def facts(task: Task, team: Team, today: date, signs: Signs, width: int) -> Content:
    """Where it stands, who does it, until when: only what is known, long values beside their labels."""
    column, role = team.find(Column, task.column), team.find(Role, task.role or 0)
    where = f" {signs.between} ".join(d.name for d in (column, role) if d is not None)
    lines: list[tuple[str, str, str]] = [("Where", where or "nowhere", "")]
    if task.assignees:
        lines.append(("Who", ", ".join(team.name_of(login) for login in task.assignees), ""))
    if task.priority is not Priority.NORMAL:
        sign = signs.priorities[task.priority]
        urgent = _ALARM if task.priority is Priority.URGENT else ""
        lines.append(("Priority", f"{sign} {task.priority.value}", urgent))
    if task.due is not None:
        lines.append(("Due", *_due(task, task.due, today, signs)))
    if task.start is not None:
        lines.append(("Start", day(task.start, today), ""))
    if task.estimate is not None:
        lines.append(("Estimate", f"{task.estimate:g} h", ""))
    if task.tags:
        lines.append(("Tags", ", ".join(task.tags), ""))
    held = holding(in_force(team, today), task.tags) if task.finished_at is None else {}
    if held:
        lines.append(("Frozen", f"{signs.frozen} {said(held, today)}", _ALARM))
    goal = team.find(Goal, task.goal) if task.goal is not None else None
    if goal is not None:
        lines.append(("Goal", f"{signs.goal}{goal.id} {goal.title}", ""))
    lines += [("Link", link, "") for link in task.links]
    if task.blocked:
        lines.append(("Blocked", f"{signs.blocked} {task.blocked}", _ALARM))
    return joined(
        Content.assemble((label.ljust(_LABEL), _QUIET), (beside(value, _LABEL, width), style))
        for label, value, style in lines
    )


def heading(task: Task) -> Content:
    """Number and title."""
    return Content.assemble((f"{number(task)} ", _QUIET), (task.title, _STRONG))


def section(title: str, count: str = "") -> Content:
    """The heading of a part of the sheet."""
    return Content.assemble((title, _STRONG), (f"  {count}" if count else "", _QUIET))


def comments(task: Task, team: Team, today: date) -> Content:
    """What people said, oldest first."""
    zone = ZoneInfo(team.settings.time_zone)
    return joined(
        Content.assemble(
            (team.name_of(comment.author), _STRONG),
            (f"  {moment(comment.at, zone, today)}{'  edited' if comment.edited_at else ''}\n", _QUIET),
            comment.text,
        )
        for comment in team.comments(task.id)
    )


def dependencies(task: Task, team: Team, signs: Signs) -> Content:
    """What has to be finished first, and how far that is."""
    lines = []
    for id in task.depends_on:
        other = team.find(Task, id)
        if other is None:
            lines.append(Content.assemble((f"{signs.open} #{id} (not on the board any more)", _QUIET)))
            continue
        column = team.find(Column, other.column)
        done = other.finished_at is not None
        lines.append(
            Content.assemble(
                f"{signs.ticked if done else signs.open} #{id} {other.title}",
                (f"  {column.name}" if column else "", _QUIET),
            )
        )
    return joined(lines)


def history(activities: Sequence[Activity], team: Team, today: date, width: int) -> Content:
    """Who did what, newest first."""
    zone = ZoneInfo(team.settings.time_zone)
    newest = sorted(activities, key=lambda activity: activity.number, reverse=True)
    lines = []
    for activity in newest:
        when = f"{moment(activity.at, zone, today):<13} "
        did = f"{team.name_of(activity.by)} {activity.label}"
        lines.append(Content.assemble((when, _QUIET), beside(did, len(when), width)))
    return joined(lines)


def moment(at: datetime, zone: ZoneInfo, today: date) -> str:
    """A point in time in the team's zone: `today 09:30`, `12 Mar 09:30`."""
    local = at.astimezone(zone)
    return f"{day(local.date(), today)} {local:%H:%M}"


def _due(task: Task, due: date, today: date, signs: Signs) -> tuple[str, str]:
    if not task.is_overdue(today):
        return day(due, today), ""
    late = (today - due).days
    return f"{signs.overdue}{day(due, today)}, {late} day{'s' if late > 1 else ''} overdue", _ALARM


def beside(text: str, indent: int, width: int) -> str:
    """A text on as many lines as it takes, all of which begin where the first one does."""
    room = width - indent
    return ("\n" + " " * indent).join(paragraphs(text, room)) if room >= _LEAST else text


def joined(lines: Iterable[Content]) -> Content:
    """Contents below each other."""
    return Content("\n").join(lines)
