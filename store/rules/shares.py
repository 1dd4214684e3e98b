"""How a person's hours are divided among the roles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from store.errors import Refused
from store.models import Fields, Member
from store.rules.board import live_role
from store.rules.lookup import role_named
from store.rules.words import quoted
from store.team import Team

_WHOLE = 100
"""Percent of a person's hours."""
_SHARE = re.compile(r"(.+?)[\s=:]+([0-9]{1,4})\s*%?")


def typed(team: Team, text: str) -> dict[int, int]:
    """Percent by role, as people write it: `Service 60, Warehouse 40%`.

    Raises:
        NotFound: there is no such role.
        Refused: a part of it is not a role and a percentage, or the role is there twice.
    """
    found: dict[int, int] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        match = _SHARE.fullmatch(part)
        if match is None:
            raise Refused(f"{quoted(part)} is not a share; write them like “Service 60, Warehouse 40”.")
        role = role_named(team, match[1].strip())
        if role.id in found:
            raise Refused(f"{role.name} is there twice; say one share of it.")
        found[role.id] = int(match[2])
    return found


def spoken(team: Team, member: Member) -> str:
    """The shares in the form in which they are typed."""
    names = {role.id: role.name for role in team.roles}
    return ", ".join(f"{names[s.role]} {s.percent}" for s in member.shares if s.role in names and s.percent)


def share_parts(team: Team, member: Member, wanted: Mapping[int, int]) -> list[Fields]:
    """The shares of a person as fields; 0 percent is no share. `member` has the roles that she will have.

    Raises:
        NotFound: a role does not exist.
        Refused: the person does not work in one of the roles, or it is more than all of her hours.
    """
    kept = {role: percent for role, percent in wanted.items() if percent}
    for role in kept:
        known = live_role(team, role)
        if known and role not in member.roles:
            name = member.display_name
            raise Refused(f"{name} does not work in {known.name}; add it to the roles before its share.")
    # Named after the role: two people who say a share of one role at once do not make two of it.
    parts = [{"id": f"role-{role}", "role": role, "percent": percent} for role, percent in kept.items()]
    refuse_over(member.display_name, parts)
    return parts


def refuse_over(name: str, shares: Iterable[Any]) -> None:
    """Refuse shares that are more than all of a person's hours.

    Raises:
        Refused: they are.
    """
    percents = [share.get("percent") for share in shares if isinstance(share, Mapping)]
    whole = sum(percent for percent in percents if isinstance(percent, int))
    if whole > _WHOLE:
        raise Refused(f"The shares of {name} are {whole} % together; 100 % is the most.")
