"""`tagwerk kpi`: the figures that the team watches, and how they stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from store.kpis.owing import adjusting
from store.kpis.standing import standing
from store.models import Cadence
from store.rules import kpis, lookup
from tui.commands.answer import Json, Said
from tui.commands.call import Call
from tui.commands.changing import done, offset
from tui.commands.kpi_fields import of_kpi
from tui.commands.kpi_list import KpiList
from tui.commands.kpi_shapes import kpi_shape
from tui.commands.kpi_sheet import KpiSheet
from tui.commands.session import Session, session
from tui.commands.values import Move
from tui.encoding import is_unicode
from widgets.kpis.signs import KpiSigns, kpi_signs
from widgets.signs import ASCII, UNICODE


def everything(call: Call) -> KpiList:
    """How the KPIs stand, by department.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        return KpiList(opened.team, opened.today, _signs(call))


def show(call: Call, *, kpi: str, by: str | None, last: int) -> KpiSheet:
    """All of a KPI.

    Raises:
        NotFound: there is no such KPI.
        Refused: there are several.
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        found = lookup.kpi_named(opened.team, kpi)
        cadence = Cadence(by) if by else found.cadence
        return KpiSheet(opened.team, found, opened.today, cadence, max(last, 1), _signs(call))


def add(call: Call, *, name: list[str], **given: Any) -> Said:
    """Watch another KPI.

    Raises:
        Refused: the person leads no role, the name is taken, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        fields = of_kpi(opened.team, given)
        change = kpis.add(opened.team, " ".join(name), opened.person, opened.now, **fields)
        return done(opened, change, lambda numbers: _content(opened, numbers["kpis", -1]))


def edit(call: Call, *, kpi: str, **given: Any) -> Said:
    """Change a KPI.

    Raises:
        NotFound: there is no such KPI.
        Refused: the person leads no role, the name is taken, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        old = lookup.kpi_named(opened.team, kpi)
        fields = of_kpi(opened.team, given, old.unit)
        change = kpis.edit(opened.team, old.id, opened.person, opened.now, **fields)
        return done(opened, change, lambda _: _content(opened, old.id))


def move(call: Call, *, kpi: str, where: Move) -> Said:
    """Move a KPI among those of its department.

    Raises:
        NotFound: there is no such KPI.
        Refused: the person leads no role.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        one = lookup.kpi_named(opened.team, kpi)
        by = offset(kpis.beside(opened.team, one), one.id, where)
        change = kpis.move(opened.team, one.id, by, opened.person, opened.now)
        return done(opened, change, lambda _: _content(opened, one.id))


def archive(call: Call, *, kpi: str) -> Said:
    """Watch a KPI no longer.

    Raises:
        NotFound: there is no such KPI.
        Refused: the person leads no role.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        one = lookup.kpi_named(opened.team, kpi)
        change = kpis.archive(opened.team, one.id, opened.person, opened.now)
        return done(opened, change, lambda _: _content(opened, one.id))


def restore(call: Call, *, kpi: str) -> Said:
    """Watch a KPI again.

    Raises:
        NotFound: no such KPI is put away.
        Refused: the person leads no role, or another one has its name.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        one = lookup.kpi_named(opened.team, kpi, archived=True)
        change = kpis.restore(opened.team, one.id, opened.person, opened.now)
        return done(opened, change, lambda _: _content(opened, one.id))


def _signs(call: Call) -> KpiSigns:
    return kpi_signs(UNICODE if is_unicode(call.world.stdout.encoding or "utf-8") else ASCII)


def _content(opened: Session, number: int) -> Mapping[str, Json]:
    team = opened.team
    one = standing(team, kpis.kpi_numbered(team, number), opened.today)
    adjust = one.asks_for_adjustment and number not in adjusting(team)
    return {"kpi": kpi_shape(team, one, adjust=adjust)}
