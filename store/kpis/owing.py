"""What KPIs ask of people: late readings, adjustments whose review day has come, and adjustments at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from store.kpis.standing import KpiStanding, missing_now, standing
from store.models import Adjustment, Kpi, Role
from store.team import Team


@dataclass(frozen=True, slots=True)
class Late:
    """A KPI that somebody has to write a reading for."""

    kpi: Kpi
    missing: tuple[date, ...]
    """First days of the periods that are over and have none, the newest last."""


def answers_for(team: Team, kpi: Kpi) -> str:
    """Login of who is asked about a KPI: its owner, else the lead of its role, else the deputy; or nobody.

    Who has left the team is not asked.
    """
    role = team.find(Role, kpi.role) if kpi.role is not None else None
    led_by = (role.lead, role.deputy) if role is not None and not role.archived_at else ()
    return next((login for login in (kpi.owner, *led_by) if login and login in team.members), "")


def kpis_of(team: Team, person: str) -> list[Kpi]:
    """The KPIs about which a person is asked, in their order."""
    found = [kpi for kpi in team.all(Kpi) if not kpi.archived_at and answers_for(team, kpi) == person]
    return sorted(found, key=lambda kpi: (kpi.position, kpi.id))


def late(team: Team, person: str, today: date) -> list[Late]:
    """The KPIs for which a person owes readings, the one that waits longest first."""
    found = (Late(kpi, missing_now(team, kpi, today)) for kpi in kpis_of(team, person))
    return sorted((one for one in found if one.missing), key=lambda one: (one.missing[0], one.kpi.id))


def reviewer(team: Team, one: Adjustment) -> str:
    """Login of who is asked whether it helped: its owner, else its author, else who has its KPI."""
    for login in (one.owner, one.created_by):
        if login and login in team.members:
            return login
    kpi = team.find(Kpi, one.kpi) if one.kpi is not None else None
    return answers_for(team, kpi) if kpi is not None else ""


def is_open(one: Adjustment) -> bool:
    """Whether nobody has said yet what an adjustment did."""
    return one.outcome is None and not one.archived_at


def to_review(team: Team, person: str, today: date) -> list[Adjustment]:
    """The adjustments about which a person is asked whether they helped, the longest waiting first."""
    found = (one for one in team.all(Adjustment) if is_open(one) and one.review_on <= today)
    mine = [one for one in found if reviewer(team, one) == person]
    return sorted(mine, key=lambda one: (one.review_on, one.id))


def adjusting(team: Team) -> frozenset[int]:
    """Numbers of the KPIs because of which something is changed and nobody has said yet what it did."""
    return frozenset(one.kpi for one in team.all(Adjustment) if one.kpi is not None and is_open(one))


def to_adjust(team: Team, person: str, today: date) -> list[KpiStanding]:
    """The KPIs of a person that are off target again and again while nothing is being changed about it."""
    busy = adjusting(team)
    found = (standing(team, kpi, today) for kpi in kpis_of(team, person) if kpi.id not in busy)
    return [one for one in found if one.asks_for_adjustment]
