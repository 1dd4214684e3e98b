"""What is told of a KPI beside the list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from textual.content import Content

from store.kpis.listing import WHOLE
from store.kpis.overview import Watched
from store.kpis.owing import answers_for
from store.kpis.periods import first_day, titled
from store.kpis.saying import change, earlier, limit, shown, target
from store.kpis.standing import Light
from store.models import Adjustment, Combine, Kpi, Reading, Role
from store.phrases import listed
from store.team import Team
from widgets.card_text import beside, joined
from widgets.kpis.signs import KpiSigns
from widgets.words import day

_QUIET, _STRONG, _ALARM = "dim", "bold", "bold $text-error"
_LABEL = 11
_COMBINED = {Combine.SUM: "added", Combine.MEAN: "their mean", Combine.LAST: "the last one"}
_MOST_LATE = 3
"""Periods without a reading that are named."""
_STYLES = {Light.GOOD: "$lane-green", Light.WATCH: "$lane-yellow", Light.ALARM: _ALARM, Light.UNKNOWN: ""}


def kpi_told(
    team: Team,
    watched: Watched,
    readings: Sequence[Reading],
    adjustments: Iterable[Adjustment],
    today: date,
    signs: KpiSigns,
    width: int,
    *,
    adjust: str = "",
) -> Content:
    """What it is and how it stands; who is asked; its last readings, and what was changed because of it.

    `adjust` is the key that says what is changed; empty: it is not the person's to say.
    """
    kpi = watched.standing.kpi
    parts = [Content.assemble((beside(kpi.name, 0, width), _STRONG)), *_now(watched, signs, width, adjust)]
    if kpi.about:
        parts += [Content(""), Content(beside(kpi.about, 0, width))]
    parts.append(Content(""))
    parts += _facts(_about(team, watched, today), width)
    if readings:
        parts += [Content(""), Content.assemble(("Last readings", _STRONG))]
        parts += [_reading(team, kpi, one, width) for one in readings]
    made = [one for one in adjustments if not one.archived_at]
    if made:
        parts += [Content(""), Content.assemble(("Adjustments", _STRONG))]
        parts += [_adjustment(one, today, signs, width) for one in made]
    return joined(parts)


def _now(watched: Watched, signs: KpiSigns, width: int, adjust: str) -> Iterator[Content]:
    one = watched.standing
    kpi = one.kpi
    if one.value is None or one.day is None:
        yield Content.assemble(("No reading yet.", _STRONG))
        return
    said = one.light.value
    if one.since is not None:
        said += f" since {titled(one.since, kpi.cadence)}"
    many = f", {one.in_a_row} readings in a row" if one.in_a_row > 1 else ""
    yield Content.assemble(
        (f"{signs.lights[one.light]} ", _STYLES[one.light]),
        (beside(f"{said}{many}", 2, width), _STYLES[one.light]),
    )
    changed = change(one, signs.up, signs.down, signs.level)
    value = f"{shown(kpi, one.value)} in {titled(one.day, kpi.cadence)}"
    yield Content(beside(", ".join(filter(None, (value, changed))), 0, width))
    if watched.is_adjusted:
        yield Content.assemble(("Something is being changed because of it.", _QUIET))
    elif watched.asks and adjust:
        yield Content.assemble((beside(f"What do you change? {adjust} writes it down.", 0, width), _STRONG))
    elif watched.asks:
        yield Content.assemble(("Nothing is being changed because of it yet.", _QUIET))


def _about(team: Team, watched: Watched, today: date) -> Iterator[tuple[str, str, str]]:
    one = watched.standing
    kpi = one.kpi
    role = team.find(Role, kpi.role) if kpi.role is not None else None
    asked = answers_for(team, kpi)
    yield "Department", watched.department or WHOLE, ""
    if role is not None:
        yield "Role", role.name, ""
    owner = team.name_of(kpi.owner) if kpi.owner else "nobody"
    yield "Owner", owner if asked in ("", kpi.owner) else f"{owner}; {team.name_of(asked)} is asked", ""
    yield "Should be", target(kpi) or "nobody has said", ""
    if beyond := limit(kpi):
        yield "Alarm", beyond, ""
    yield "A reading", f"for each {kpi.cadence}; several together: {_COMBINED[kpi.combine]}", ""
    if kpi.source:
        yield "Comes from", kpi.source, ""
    if kpi.columns:
        yield "In files", ", ".join(kpi.columns), ""
    if one.missing:
        yield "Late", late_said(kpi, one.missing), _ALARM


def late_said(kpi: Kpi, missing: Sequence[date]) -> str:
    """The periods without a reading: the newest ones by name."""
    names = [titled(first, kpi.cadence) for first in missing[-_MOST_LATE:]]
    more = earlier(missing, _MOST_LATE)
    return listed([*([more] if more else []), *names])


def _facts(facts: Iterable[tuple[str, str, str]], width: int) -> Iterator[Content]:
    for label, value, style in facts:
        yield Content.assemble((label.ljust(_LABEL), _QUIET), (beside(value, _LABEL, width), style))


def _reading(team: Team, kpi: Kpi, one: Reading, width: int) -> Content:
    when = titled(first_day(one.day, kpi.cadence), kpi.cadence)
    head = f"{when}  {shown(kpi, one.value)}  "
    parts = [team.name_of(one.author), one.source, one.note, "taken back" if one.archived_at else ""]
    tail = ", ".join(" ".join(part.split()) for part in parts if part)
    style = _QUIET if one.archived_at else ""
    return Content.assemble((head, style), (beside(tail, len(head), width), _QUIET))


def _adjustment(one: Adjustment, today: date, signs: KpiSigns, width: int) -> Content:
    outcome = str(one.outcome) if one.outcome is not None else f"to be reviewed {day(one.review_on, today)}"
    head = f"{signs.adjusted} {day(one.made_on, today)}  "
    return Content.assemble(head, beside(f"{one.title} ({outcome})", len(head), width))
