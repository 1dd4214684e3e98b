"""KPIs: who leads a role adds, changes, orders and puts them away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from store.change import Change, combine
from store.errors import NotFound, Refused
from store.kpis.listing import by_department, kpis
from store.kpis.ready import Ready
from store.models import Direction, Kpi, Raw
from store.rules.arranging import at_the_end, labelled, moved
from store.rules.board import free_number
from store.rules.membership import refuse_unless_lead
from store.rules.valid import called, changed, refuse_unknown, valid
from store.rules.words import counted, quoted
from store.team import Team

_KEPT = ("id", "position", "created_at", "archived_at")
"""Fields that are not edited."""


def add(team: Team, name: str, by: str, now: datetime, *, id: int = -1, **fields: Any) -> Change:
    """A new KPI, behind the others.

    Raises:
        Refused: the person leads no role, the name is taken, its numbers do not fit each other, or a value
            does not fit its field.
    """
    refuse_unless_lead(team, by)
    number = free_number(team, "kpis", id)
    _refuse_kept(fields)
    position, edits = at_the_end("kpis", kpis(team), number)
    known = {"id": number, "name": name, "position": position, "created_at": now}
    new = valid(Kpi, {**fields, **known})
    refuse_taken(team, new.id, new.name)
    refuse_unfit(new)
    label = f"added the KPI {quoted(new.name)}"
    made = Change.insert("kpis", new, label, number)
    return Change((*made.edits, *edits), label).signed(by, now)


def edit(team: Team, kpi_id: int, by: str, now: datetime, **fields: Any) -> Change:
    """Change what a KPI is, what it should be, or whose.

    Raises:
        NotFound: there is no such KPI.
        Refused: the person leads no role, the name is taken, its numbers do not fit each other, or a value
            does not fit its field.
    """
    refuse_unless_lead(team, by)
    old = kpi_numbered(team, kpi_id)
    refuse_unknown(Kpi, fields)
    _refuse_kept(fields)
    change = changed(old, "", fields)
    new = Kpi.build(old.id, {**old.raw(), **_after(change)})
    refuse_taken(team, new.id, new.name)
    refuse_unfit(new)
    return labelled(change, f"the KPI {quoted(old.name)}", by, now)


def move(team: Team, kpi_id: int, offset: int, by: str, now: datetime) -> Change:
    """Move a KPI among those of its department: -1 one up, +1 one down. At the edge nothing changes.

    Raises:
        NotFound: there is no such KPI.
        Refused: the person leads no role, or the KPI is put away.
    """
    refuse_unless_lead(team, by)
    old, places = kpi_numbered(team, kpi_id), kpis(team)
    if old not in places:
        raise Refused(f"The KPI {quoted(old.name)} is put away; bring it back first.")
    # People see it among those of its department; of others there may be some between.
    near = beside(team, old)
    at = near.index(old)
    to = near[min(max(at + offset, 0), len(near) - 1)]
    by_places = places.index(to) - places.index(old)
    return moved("kpis", places, old.id, by_places, f"moved the KPI {quoted(old.name)}").signed(by, now)


def beside(team: Team, kpi: Kpi) -> list[Kpi]:
    """The KPIs of the same department, in their order."""
    return next((those for those in by_department(team).values() if kpi in those), [kpi])


def archive(team: Team, kpi_id: int, by: str, now: datetime) -> Change:
    """Watch a KPI no longer; its readings stay.

    Raises:
        NotFound: there is no such KPI.
        Refused: the person leads no role, or it is put away already.
    """
    refuse_unless_lead(team, by)
    old = kpi_numbered(team, kpi_id)
    if old.archived_at:
        raise Refused(f"The KPI {quoted(old.name)} is put away already.")
    return labelled(changed(old, "", {"archived_at": now}), f"the KPI {quoted(old.name)}", by, now)


def restore(team: Team, kpi_id: int, by: str, now: datetime) -> Change:
    """Watch a KPI again.

    Raises:
        NotFound: there is no such KPI.
        Refused: the person leads no role, it is not put away, or another one has its name.
    """
    refuse_unless_lead(team, by)
    old = kpi_numbered(team, kpi_id)
    if not old.archived_at:
        raise Refused(f"The KPI {quoted(old.name)} is not put away.")
    refuse_taken(team, old.id, old.name)
    return labelled(changed(old, "", {"archived_at": None}), f"the KPI {quoted(old.name)}", by, now)


def take_ready(team: Team, ready: Sequence[Ready], by: str, now: datetime) -> Change:
    """Watch ready-made KPIs, all in one change; those whose names are there already are left out.

    Each goes to the first role whose name fits, and to that role's department where it has one.

    Raises:
        Refused: the person leads no role, or all of them are there.
    """
    refuse_unless_lead(team, by)
    known = {kpi.name.casefold() for kpi in kpis(team)}
    wanted = [one for one in ready if one.name.casefold() not in known]
    if not wanted:
        raise Refused("The team watches all of these already; “tagwerk kpi” shows them.")
    after, made = team, list[Change]()
    for number, one in enumerate(wanted, 1):
        change = add(after, one.name, by, now, id=-number, **one.fields, **_place(team, one))
        after = after.apply(change)
        made.append(change)
    return combine(made, f"added {counted(len(made), 'ready-made KPI')}").signed(by, now)


def _place(team: Team, one: Ready) -> dict[str, Any]:
    roles = (role for word in one.roles for role in team.roles if word in role.name.casefold())
    role = next(roles, None)
    if role is None:
        return {"department": one.department}
    return {"role": role.id, "department": "" if role.department else one.department}


def kpi_numbered(team: Team, id: int) -> Kpi:
    """A KPI by its number.

    Raises:
        NotFound: there is none.
    """
    found = team.find(Kpi, id)
    if found is None:
        raise NotFound(f"There is no KPI {id}; “tagwerk kpi” shows those there are.")
    return found


def refuse_taken(team: Team, id: int, name: str) -> None:
    """Raises `Refused` when another KPI has this name, in whatever case of letters."""
    for other in kpis(team):
        if other.id != id and other.name.casefold() == name.casefold():
            raise Refused(f"There is already a KPI {quoted(name)}; choose another name.")


def refuse_unfit(kpi: Kpi) -> None:
    """Raises `Refused` when target and limits do not fit the direction."""
    numbers = [kpi.limit, kpi.target, kpi.target_high, kpi.limit_high]
    if kpi.direction is not Direction.WITHIN:
        if kpi.target_high is not None or kpi.limit_high is not None:
            raise Refused(
                "A second target or limit is for KPIs that should stay within; say “within”, or leave it."
            )
        if kpi.limit is None or kpi.target is None:
            if kpi.limit is not None:
                raise Refused("A limit lies beyond the target; say the target, too.")
            return
        numbers = [kpi.limit, kpi.target]
        if kpi.direction is Direction.LESS:
            numbers.reverse()
    elif kpi.target is None and any(number is not None for number in numbers):
        raise Refused("What should stay within needs a lower target; say the target, too.")
    known = [number for number in numbers if number is not None]
    if known != sorted(known):
        better = {Direction.MORE: "below", Direction.LESS: "above", Direction.WITHIN: "outside of"}
        raise Refused(f"The limit has to lie {better[kpi.direction]} the target.")


def _refuse_kept(fields: Raw) -> None:
    for name in _KEPT:
        if name in fields:
            raise Refused(f"The {called(name)} of a KPI is not edited like this; move or archive it.")


def _after(change: Change) -> dict[str, Any]:
    return dict(change.edits[0].after or {}) if change.edits else {}
