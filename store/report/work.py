"""What was finished, by role, and what cannot go on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from store.days import spoken
from store.flow.events import History
from store.models import Raw, Role
from store.phrases import counted
from store.report.parts import Bullets, Item, Mark, Para, Section
from store.report.period import Period
from store.report.scope import Scope, assignees_in, moment_in
from store.team import Team
from store.text import clean_line

_NAMED = 5
"""Cards of each role that are named, the most important ones."""
_PRIORITIES = {"urgent": 0, "high": 1, "low": 3}
_NORMAL = 2
_DAY = timedelta(days=1)


def finished_section(team: Team, period: Period, scope: Scope) -> Section:
    """How many cards each role has finished, and the most important of them by name."""
    groups: dict[int | None, list[tuple[int, Raw]]] = {}
    for id, raw in _finished(team, period):
        if scope.has_task(raw):
            role = raw.get("role")
            groups.setdefault(role if isinstance(role, int) else None, []).append((id, raw))
    items = []
    for role in sorted(groups, key=lambda role: (-len(groups[role]), role or 0)):
        cards = sorted(groups[role], key=_importance)
        names = [_line(team, id, raw) for id, raw in cards[:_NAMED]]
        rest = len(cards) - _NAMED
        below = (*names, f"and {rest} more") if rest > 0 else tuple(names)
        items.append(Item(f"{_role_name(team, role)}: {counted(len(cards), 'card')}", below))
    nothing = Para("No card was finished in this time.")
    return Section("What was finished", [Bullets(items) if items else nothing], "finished")


def blocked_section(
    team: Team, today: date, scope: Scope, history: History | None, since_day: date
) -> Section:
    """The cards that cannot go on now, those that wait longest first where that is known.

    Args:
        team: the snapshot.
        today: the team's day.
        scope: whose cards.
        history: blocks of the last weeks; `None`: nobody has looked.
        since_day: the first day of these weeks; what is blocked since then may be so for longer.
    """
    zone = ZoneInfo(team.settings.time_zone)
    blocks = history.blocks if history else ()
    since = {one.task: one.start.astimezone(zone).date() for one in blocks if one.end is None}
    rows = [(id, raw) for id, raw in blocked(team) if scope.has_task(raw)]
    rows.sort(key=lambda row: (since.get(row[0], date.max), row[0]))
    items = [
        Item(_blocked_line(team, id, raw, _since(since.get(id), since_day, today)), mark=Mark.ALARM)
        for id, raw in rows
    ]
    return Section("What is blocked", [Bullets(items) if items else Para("Nothing is.")], "blocked")


def blocked(team: Team) -> Iterator[tuple[int, Raw]]:
    """The cards on the board that cannot go on."""
    for id, raw in team.tables.get("tasks", {}).items():
        if raw.get("blocked") and not raw.get("finished_at") and not raw.get("archived_at"):
            yield id, raw


def _finished(team: Team, period: Period) -> Iterator[tuple[int, Raw]]:
    zone = ZoneInfo(team.settings.time_zone)
    # The day in UTC is at most one off; so most of fifty thousand cards need not be read as moments.
    early, late = f"{period.first - _DAY}", f"{period.last + 2 * _DAY}"
    for id, raw in team.tables.get("tasks", {}).items():
        text = raw.get("finished_at")
        if not isinstance(text, str) or not early <= text < late:
            continue
        moment = moment_in(raw, "finished_at")
        if moment is not None and period.holds(moment.astimezone(zone).date()):
            yield id, raw


def _importance(card: tuple[int, Raw]) -> tuple[int, bool, float, int]:
    """Urgent ones first, then those that serve a goal, then the largest."""
    id, raw = card
    estimate = raw.get("estimate")
    size = float(estimate) if isinstance(estimate, int | float) else 0.0
    return _PRIORITIES.get(str(raw.get("priority")), _NORMAL), raw.get("goal") is None, -size, id


def _line(team: Team, id: int, raw: Raw) -> str:
    who = assignees_in(team, raw)
    return f"{_title(id, raw)} ({who})" if who else _title(id, raw)


def _blocked_line(team: Team, id: int, raw: Raw, since: str) -> str:
    reason = clean_line(str(raw.get("blocked")).strip().partition("\n")[0])
    who = assignees_in(team, raw)
    return f"{_title(id, raw)}{f' ({who})' if who else ''}{since}: {reason}"


def _since(day: date | None, first: date, today: date) -> str:
    if day is None:
        return ""
    return f", since {spoken(day, today)}" if day > first else f", since before {spoken(first, today)}"


def _title(id: int, raw: Raw) -> str:
    return f"#{id} {clean_line(str(raw.get('title', '')))}".rstrip()


def _role_name(team: Team, number: int | None) -> str:
    role = team.find(Role, number) if number is not None else None
    return role.name if role else "Nobody’s"
