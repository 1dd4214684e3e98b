"""The shapes of `--json` for what the team has agreed on; see `shapes`."""

from __future__ import annotations

from store.duties.responsibilities import names_of
from store.models import Column, Role, Settings, Tag
from store.rules.limits import in_work
from store.rules.tags import Use
from store.team import Team
from tui.commands.answer import Json
from tui.commands.shapes import moment
from tui.settings.looks import DAYS


def settings_shape(settings: Settings) -> Json:
    """The team's settings."""
    return {
        "name": settings.name,
        "time_zone": settings.time_zone,
        "stale_after": settings.stale_after,
        "working_days": [DAYS[day] for day in sorted(set(settings.working_days))],
        "standup_seconds": settings.standup_seconds,
        "standup_order": settings.standup_order.value,
        "hours_per_week": settings.hours_per_week,
        "accountable_limit": settings.accountable_limit,
        "currency": settings.currency,
        "holidays": list(settings.holidays),
    }


def column_shape(team: Team, column: Column) -> Json:
    """A step of work."""
    return {
        "number": column.id,
        "name": column.name,
        "kind": column.kind.value,
        "cards": team.count(column.id),
        "limit": column.wip_limit,
        "policy": column.policy,
        "archived_at": moment(column.archived_at),
    }


def role_shape(team: Team, role: Role) -> Json:
    """A role and who works in it."""
    above = team.find(Role, role.above) if role.above is not None else None
    return {
        "number": role.id,
        "name": role.name,
        "lead": role.lead or None,
        "deputy": role.deputy or None,
        "people": [login for login, member in team.members.items() if role.id in member.roles],
        "colour": role.colour or None,
        "limit": role.wip_limit,
        "in_work": in_work(team, role),
        "mission": role.mission,
        "responsibilities": list(names_of(team, role)),
        "decisions": list(role.decisions),
        "kpis": list(role.kpis),
        "department": role.department or None,
        "above": above.name if above else None,
        "archived_at": moment(role.archived_at),
    }


def tag_shape(name: str, tag: Tag | None, use: Use | None) -> Json:
    """A tag that is agreed on, or a word that only cards carry."""
    return {
        "name": tag.name if tag else name,
        "agreed": tag is not None and tag.archived_at is None,
        "colour": tag.colour or None if tag else None,
        "description": tag.description if tag else "",
        "cards": use.cards if use else 0,
        "archived_at": moment(tag.archived_at) if tag else None,
    }
