"""Asking for what a KPI was, in one line."""

from __future__ import annotations

from datetime import date

from store.errors import Refused
from store.instants import past_day
from store.kpis.periods import first_day, titled
from store.kpis.saying import shown, target
from store.kpis.standing import Light, light
from store.kpis.values import values
from store.models import Kpi
from store.rules import readings
from tui.screens.asking import Asking
from tui.workplace import Workplace


def ask_reading(asking: Asking, place: Workplace, kpi: Kpi, first: date) -> None:
    """Ask for the reading of the period that begins on a day, and write it down; or for another day's.

    What a period has already is changed only when a person says so.
    """
    known = values(place.team, kpi)
    was = dict(known).get(first)
    last = known[-1][1] if known else None
    parts = [
        f"was {shown(kpi, value)}" for value in ([was] if was is not None else [last]) if value is not None
    ]
    label = f"{kpi.name} in {titled(first, kpi.cadence)}"

    def changed(text: str) -> None:
        try:
            value, _, _ = _read(kpi, text, first, place.today)
        except Refused:
            # It is said on enter: half a number is no mistake yet.
            asking.note()
        else:
            asking.note(("means", _means(kpi, value)))

    def done(text: str) -> None:
        value, day, note = _read(kpi, text, first, place.today)
        period = first_day(day, kpi.cadence)
        old = dict(values(place.team, kpi)).get(period)
        if old is None or old == value:
            write(value, day, note)
            return
        change = f"{shown(kpi, old, bare=True)} to {shown(kpi, value)} in {titled(period, kpi.cadence)}"
        asking.yes_or_no(
            f"Change {change}?",
            lambda: write(value, day, note),
            lambda: place.tell("Nothing was written; the reading stays as it was."),
        )

    def write(value: float, day: date, note: str) -> None:
        by, now = place.person, place.now()
        change = readings.record(place.team, kpi.id, value, by, now, day=day, note=note, id=place.new_id())
        place.act(change)
        place.tell(f"You {change.label}.")

    # Two digits at most: nobody can tell whether 1.240 is little or much.
    example = f"{last:.{min(kpi.decimals, 2)}f}" if last is not None else "11.7"
    hint = f"{example} on fri; note"
    asking.line(f"{label} ({parts[0]})" if parts else label, done, changed=changed, hint=hint)


def _read(kpi: Kpi, text: str, first: date, today: date) -> tuple[float, date, str]:
    """The value, the day and the note of `2.5 on fri; a note`.

    Raises:
        Refused: it does not begin with a number, or the day is none.
    """
    typed, _, note = text.partition(";")
    typed, said, word = typed.strip().partition(" on ")
    return readings.read_value(kpi, typed), past_day(word, today) if said else first, note.strip()


def _means(kpi: Kpi, value: float) -> str:
    found = light(kpi, value)
    judged = f", {found}: it should be {target(kpi)}" if found is not Light.UNKNOWN else ""
    return f"{shown(kpi, value)}{judged}"
