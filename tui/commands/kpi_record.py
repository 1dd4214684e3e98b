"""`tagwerk kpi record` and `take-back`: readings, one or several at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.change import Change, combine
from store.errors import NotFound, Refused
from store.instants import past_day
from store.kpis.periods import first_day, titled, written
from store.kpis.saying import shown, target
from store.kpis.standing import Light, standing
from store.kpis.values import values
from store.models import Kpi, Reading
from store.phrases import counted, quoted
from store.rules import lookup, readings
from store.rules.kpis import kpi_numbered
from store.team import Team
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.kpi_shapes import reading_shape
from tui.commands.session import Session, session
from tui.commands.texts import text_or_input
from tui.commands.values import Day

_MOST = 2000
"""Lines that are read from the input; for more there are files."""
_TOLD = 20
"""Readings that are told one by one."""


def record(call: Call, *, kpi: str, value: str | None, day: Day | None, note: str, source: str) -> Said:
    """Write readings down, all of them or none.

    Raises:
        NotFound: there is no such KPI.
        Refused: a value is no number, a day is to come, or the person is not in the team.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team, by, now = opened.team, opened.member, opened.now
        asked = day(opened.today) if day else None
        if kpi == "-" and value is None:
            wanted = [*_from_input(call, team, asked, opened.today)]
        elif value is None:
            raise Refused(f"Say what {quoted(kpi)} was: “tagwerk kpi record KPI VALUE”.")
        else:
            one = lookup.kpi_named(team, kpi)
            wanted = [(one, readings.read_value(one, value), asked)]
        changes = [
            readings.record(team, one.id, amount, by, now, day=when, note=note, source=source, id=-at)
            for at, (one, amount, when) in enumerate(wanted, 1)
        ]
        label = f"wrote down {counted(len(changes), 'reading')}"
        change = changes[0] if len(changes) == 1 else combine(changes, label).signed(by, now)
        return _written(opened, team, change)


def take_back(call: Call, *, reading: int) -> Said:
    """Take a reading back.

    Raises:
        NotFound: there is no such reading.
        Refused: it is taken back already, or the person is not in the team.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        change = readings.take_back(opened.team, reading, opened.member, opened.now)
        opened.commit(change)
        team = opened.team
        found = team.find(Reading, reading)
        assert found is not None
        kpi = kpi_numbered(team, found.kpi)
        first = first_day(found.day, kpi.cadence)
        left = dict(values(team, kpi)).get(first)
        said = f"{titled(first, kpi.cadence)} has no reading now"
        if left is not None:
            said = f"{titled(first, kpi.cadence)} is {shown(kpi, left)} again"
        sentence = f"{change.label[:1].upper()}{change.label[1:]}; {said}."
        return Said((sentence,), {"readings": [reading_shape(found)], "changed": True})


def _from_input(
    call: Call, team: Team, usual: date | None, today: date
) -> Iterator[tuple[Kpi, float, date | None]]:
    """KPI, value and day of each line `KPI;VALUE[;DAY]`; empty ones and those with # in front are left out.

    Raises:
        NotFound, Refused: a line cannot be understood; the sentence begins with its number.
    """
    lines = text_or_input(call, "-").splitlines()
    told = [(at, line) for at, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    if not told:
        raise Refused("There is no line; write each as “KPI;VALUE” or “KPI;VALUE;DAY”.")
    if len(told) > _MOST:
        raise Refused(f"{len(told):,} lines are too many at once; {_MOST:,} is the most.")
    for at, line in told:
        name, *rest = (part.strip().removeprefix("\ufeff") for part in line.split(";"))
        if len(rest) not in (1, 2):
            said = f"Line {at}: {quoted(line)} is not “KPI;VALUE” or “KPI;VALUE;DAY”."
            raise Refused(f"{said} Nothing was written.")
        try:
            kpi = lookup.kpi_named(team, name)
            day = past_day(rest[1], today) if rest[1:] and rest[1] else usual
            yield kpi, readings.read_value(kpi, rest[0]), day
        except (NotFound, Refused) as error:
            raise type(error)(f"Line {at}: {error} Nothing was written.") from error


def _written(opened: Session, before: Team, change: Change) -> Said:
    numbers = opened.commit(change)
    team = opened.team
    found = [one for id in sorted(numbers.values()) if (one := team.find(Reading, id)) is not None]
    said = [_said(before, team, one, opened.today) for one in found[:_TOLD]]
    if len(found) > _TOLD:
        said.append(f"And {len(found) - _TOLD} more.")
    late = (_still_late(team, number, opened.today) for number in dict.fromkeys(one.kpi for one in found))
    said.extend(filter(None, late))
    return Said(tuple(said), {"readings": [reading_shape(one) for one in found], "changed": True})


def _said(before: Team, team: Team, reading: Reading, today: date) -> str:
    """What was written down, for which period, what it was before, and how that is."""
    kpi = kpi_numbered(team, reading.kpi)
    first = first_day(reading.day, kpi.cadence)
    was = dict(values(before, kpi)).get(first)
    instead = f", instead of {shown(kpi, was)}" if was is not None else ""
    text = f"{kpi.name}: {shown(kpi, reading.value)} for {titled(first, kpi.cadence)}{instead}"
    now = standing(team, kpi, today)
    if now.day != first or now.light is Light.UNKNOWN:
        return f"{text}."
    return f"{text}; {now.light}: it should be {target(kpi)}."


def _still_late(team: Team, number: int, today: date) -> str:
    kpi = kpi_numbered(team, number)
    gaps = standing(team, kpi, today).missing
    if not gaps:
        return ""
    last = gaps[-1]
    return (
        f"{kpi.name} has no reading for {titled(last, kpi.cadence)} yet; "
        f"--on {written(last, kpi.cadence)} writes it."
    )
