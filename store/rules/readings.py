"""Readings of KPIs: written one by one or many at a time, corrected, and taken back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from store.change import Change, Edit
from store.errors import NotFound, Refused
from store.kpis.periods import first_day, titled
from store.kpis.saying import shown
from store.kpis.values import values
from store.models import Cadence, Intake, Kpi, Reading
from store.phrases import counted
from store.rules.amounts import amount as amount_in
from store.rules.board import free_number
from store.rules.kpis import kpi_numbered
from store.rules.membership import refuse_outsider
from store.rules.valid import changed, valid
from store.rules.words import quoted
from store.team import Team


def record(
    team: Team,
    kpi_id: int,
    value: float | str,
    by: str,
    now: datetime,
    *,
    day: date | str | None = None,
    note: str = "",
    source: str = "",
    id: int = -1,
) -> Change:
    """Write down what a KPI was; for a period that has a reading already it is a correction.

    Args:
        team: the snapshot.
        kpi_id: number of the KPI.
        value: in its unit.
        by: login of the person, or of who runs the script.
        now: when it is written.
        day: the day it tells of, in the team's time zone; `None`: today.
        note: what is to be told beside the number.
        source: the file or script that it comes from; empty: typed.
        id: the negative number that stands for it until the commit.

    Raises:
        NotFound: there is no such KPI.
        Refused: it is put away, the day is to come, a value does not fit its field, or the person is not in
            the team.
    """
    refuse_outsider(team, by)
    kpi = _live(team, kpi_id)
    number = free_number(team, "readings", id)
    today = team.today(now)
    fields = {"id": number, "kpi": kpi.id, "day": day or today, "value": value, "note": note}
    new = valid(Reading, {**fields, "author": by, "source": source, "at": now})
    if new.day > today:
        raise Refused(f"{new.day} is still to come; a reading tells of a day that was.")
    label = f"wrote down {quoted(kpi.name)}: {shown(kpi, new.value)}"
    return Change.insert("readings", new, label, number).signed(by, now)


def read_value(kpi: Kpi, typed: str) -> float:
    """A value as people write it, with the unit or the sign of a currency or without: `1.240,50 €`.

    Raises:
        Refused: it is no number, can be read in two ways like `1.240`, or stands with another unit.
    """
    text = typed.strip()
    for sign in _CURRENCIES.get(kpi.unit.upper(), ()):
        text = text.removeprefix(sign).removesuffix(sign).strip()
    if kpi.unit and text.casefold().endswith(kpi.unit.casefold()):
        text = text[: len(text) - len(kpi.unit)].rstrip()
    _refuse_two_ways(kpi, text)
    try:
        return amount_in(text)
    except Refused as refusal:
        _refuse_other_unit(kpi, text)
        raise Refused(f"For {quoted(kpi.name)}: {refusal}") from refusal


def _refuse_two_ways(kpi: Kpi, text: str) -> None:
    """A mark before three digits is one of thousands to some and a decimal one to others; nobody guesses."""
    if found := _TWO_WAYS.fullmatch(text):
        minus, whole, mark, part = found.groups()
        small = f"{minus}{whole}{mark}{part}0"
        raise Refused(
            f"For {quoted(kpi.name)}: {quoted(text)} can be {minus}{whole}{part}, or {minus}{whole} and "
            f"{part} thousandths; write {minus}{whole}{part}, or {small}."
        )


def _refuse_other_unit(kpi: Kpi, text: str) -> None:
    found = _WITH_UNIT.fullmatch(text)
    unit = (found["before"] or found["behind"]).strip() if found else ""
    if unit:
        own = f"is in {kpi.unit}" if kpi.unit else "has no unit"
        raise Refused(f"{quoted(unit)} does not fit: {quoted(kpi.name)} {own}; write the number alone.")


@dataclass(frozen=True, slots=True)
class Entry:
    """One value that was read from a file."""

    kpi: int
    day: date
    value: float
    note: str = ""
    """What the file tells beside the number."""


def take_in(
    team: Team, entries: Iterable[Entry], name: str, checksum: str, by: str, now: datetime, *, id: int = -1
) -> Change:
    """Write down what a file says, all of it or nothing; what is known already is left out.

    Raises:
        NotFound: there is no such KPI.
        Refused: the file was read before, a KPI is put away, a day is to come, or the person is not in the
            team.
    """
    refuse_outsider(team, by)
    refuse_read(team, name, checksum)
    today = team.today(now)
    edits: list[Edit] = []
    have: dict[int, dict[date, float]] = {}
    number = free_number(team, "readings", id)
    for entry in entries:
        kpi = _live(team, entry.kpi)
        if entry.day > today:
            raise Refused(
                f"{entry.day} in {quoted(name)} is still to come; a reading tells of a day that was."
            )
        if kpi.id not in have:
            have[kpi.id] = dict(values(team, kpi))
        # Values stand under the first days of their periods.
        if have[kpi.id].get(first_day(entry.day, kpi.cadence)) == entry.value:
            continue
        fields: dict[str, Any] = {"id": number, "kpi": kpi.id, "day": entry.day, "value": entry.value}
        new = valid(Reading, {**fields, "note": entry.note, "author": by, "source": name, "at": now})
        edits += Change.insert("readings", new, "", number).edits
        number -= 1
    taken = free_number(team, "intakes", -1)
    intake = valid(
        Intake,
        {"id": taken, "name": name, "checksum": checksum, "at": now, "by": by, "readings": len(edits)},
    )
    label = f"read {counted(len(edits), 'reading')} from {quoted(name)}"
    return Change((*edits, *Change.insert("intakes", intake, "", taken).edits), label).signed(by, now)


def refuse_read(team: Team, name: str, checksum: str) -> None:
    """Raises `Refused` when a file of this content was read already; the sentence says by whom and when."""
    for known in team.all(Intake):
        if known.checksum == checksum:
            day = titled(team.today(known.at), Cadence.DAY)
            who = team.name_of(known.by)
            raise Refused(f"{quoted(name)} was read already, by {who} on {day} as {quoted(known.name)}.")


def take_back(team: Team, reading_id: int, by: str, now: datetime) -> Change:
    """Take a reading back: it counts no longer. What was written before it for the period counts again.

    Raises:
        NotFound: there is no such reading.
        Refused: it is taken back already, or the person is not in the team.
    """
    refuse_outsider(team, by)
    old = team.find(Reading, reading_id)
    if old is None:
        raise NotFound(f"There is no reading {reading_id}; “tagwerk kpi show” lists those of a KPI.")
    kpi = kpi_numbered(team, old.kpi)
    if old.archived_at:
        raise Refused(f"That reading of {quoted(kpi.name)} is taken back already.")
    label = f"took back a reading of {quoted(kpi.name)} of {titled(old.day, kpi.cadence)}"
    return changed(old, label, {"archived_at": now}).signed(by, now)


def _live(team: Team, id: int) -> Kpi:
    kpi = kpi_numbered(team, id)
    if kpi.archived_at:
        raise Refused(f"The KPI {quoted(kpi.name)} is put away; bring it back first.")
    return kpi


_TWO_WAYS = re.compile(r"([+\-−]?)([1-9]\d{0,2})([.,])(\d{3})", re.ASCII)
"""`1.240` and `1,240`, but not `0,125` and not `1.240,5`."""
_WITH_UNIT = re.compile(
    r"(?P<before>[^\d.,+\-−]{0,20})[+\-−]?\d[\d.,'’ \u00a0\u202f]*(?P<behind>\D{0,20})", re.ASCII
)
_CURRENCIES = {
    "EUR": ("€", "EUR"),
    "€": ("€", "EUR"),
    "USD": ("$", "USD"),
    "$": ("$", "USD"),
    "GBP": ("£", "GBP"),
    "£": ("£", "GBP"),
    "CHF": ("Fr.", "CHF"),
}
"""Unit to the signs that people write before or behind an amount."""
