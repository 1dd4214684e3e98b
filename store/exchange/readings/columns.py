"""Which column of a file is the date, and which KPI each of the others stands for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from store.exchange.readings.units import is_known
from store.kpis.listing import kpis
from store.models import Kpi
from store.team import Team
from store.text import clean_line

_DATES = (
    "date, datum, day, tag, month, monat, week, woche, kw, kalenderwoche, calendar week, quarter, quartal,"
    " period, periode, zeitraum, time, zeit, order date, bestelldatum, rechnungsdatum, invoice date,"
    " report date, stichtag, year week, year month, kalendertag, jahr monat, monat jahr, start date,"
    " ticket created date, tagesdatum"
)
_KPIS = "kpi, kennzahl, metric, metrik, measure, messgröße, figure, name, indicator, indikator, kennziffer"
_VALUES = "value, wert, betrag, amount, reading, messwert, zahl, number, ergebnis, ist"
_NOTES = "note, notes, notiz, notizen, bemerkung, kommentar, comment, hinweis"
_WEEK_NAMES = {"week", "woche", "kw", "kalenderwoche", "calendar week", "year week"}
_NEAR_MISSES = 20
"""Columns that are compared with every name, and names that are told."""
_LONGEST_COMPARED = 60


_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^]\[]*\]")
_UNITS = {"h", "hrs", "hours", "std", "stunden", "min", "minutes", "minuten", "s", "sec", "sek", "d", "days"}
_UNITS |= {"tage", "stk", "stück", "pcs", "count", "anzahl", "number", "#", "prozent", "percent"}


def _is_unit(text: str) -> bool:
    return is_known(text) or text.strip().strip(".").casefold() in _UNITS


def folded(name: str) -> str:
    """A name without case, accents and punctuation: `Umsätze (brutto)` is `umsatze brutto`."""
    text = unicodedata.normalize("NFKD", clean_line(name).casefold().replace("ß", "ss"))
    letters = "".join(letter for letter in text if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[\W_]+", " ", letters).split())


def foldings(name: str) -> list[str]:
    """The ways to write a name: as it is, with `ae` for `ä`, and without a unit in brackets.

    What else is in brackets stays: `Revenue (previous year)` is not the revenue.
    """
    plain = _IN_BRACKETS.sub(lambda found: " " if _is_unit(found[0][1:-1]) else found[0], name)
    spelt = unicodedata.normalize("NFC", name.casefold())
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        spelt = spelt.replace(umlaut, letters)
    found = [folded(name), folded(spelt), folded(plain)]
    return [one for one in dict.fromkeys(found) if one]


_DATE_NAMES, _KPI_NAMES, _VALUE_NAMES, _NOTE_NAMES = (
    {way for name in names.split(", ") for way in foldings(name)}
    for names in (_DATES, _KPIS, _VALUES, _NOTES)
)


def is_date_name(name: str) -> bool:
    """Whether a column of this name is one of dates."""
    return any(way in _DATE_NAMES for way in foldings(name))


def is_exact_date_name(name: str) -> bool:
    """The same, nothing in brackets being passed over: `Day (previous year)` is none."""
    return folded(name) in _DATE_NAMES


def is_week_name(name: str) -> bool:
    """Whether a column of this name holds weeks."""
    return folded(name) in _WEEK_NAMES


def is_kpi_name(name: str) -> bool:
    """Whether a column of this name says which KPI a row is about."""
    return folded(name) in _KPI_NAMES


def is_value_name(name: str) -> bool:
    """Whether a column of this name holds the values of any KPI."""
    return bool(set(foldings(name)) & _VALUE_NAMES)


def is_note_name(name: str) -> bool:
    """Whether a column of this name holds words beside the values."""
    return folded(name) in _NOTE_NAMES


@dataclass
class Names:
    """What the KPIs of a team are called in files."""

    team: Team
    _ranks: dict[str, list[tuple[int, int, Kpi]]] = field(default_factory=dict)
    """By folded name: how sure it is, the KPI's number, and the KPI."""

    def __post_init__(self) -> None:
        for kpi in kpis(self.team):
            # Its own name first, then the others in their order: the surest comes first.
            for rank, name in enumerate((kpi.name, *kpi.columns)):
                for way in foldings(name):
                    self._ranks.setdefault(way, []).append((rank, kpi.id, kpi))

    def __contains__(self, name: str) -> bool:
        return any(way in self._ranks for way in foldings(name))

    def matching(self, name: str) -> list[tuple[int, Kpi]]:
        """How sure it is and the KPI, for each that a name may stand for; its own name is surest."""
        for way in foldings(name):
            found = {id: (rank, kpi) for rank, id, kpi in sorted(self._ranks.get(way, ()), reverse=True)}
            if own := [one for one in found.values() if one[0] == 0]:
                return own
            if found:
                return list(found.values())
        return []

    def near(self, names: Iterable[str]) -> dict[str, str]:
        """For names that match nothing the KPI that is called almost so."""
        known, found = list(self._ranks), {}
        for name in list(names)[:_NEAR_MISSES]:
            close = get_close_matches(folded(name)[:_LONGEST_COMPARED], known, 1, 0.8)
            if close:
                found[name] = self._ranks[close[0]][0][2].name
        return found


@dataclass(frozen=True, slots=True)
class Matched:
    """The columns of a wide file."""

    kpis: dict[int, Kpi]
    """By the index of the column."""
    passed_over: dict[int, str]
    """Columns that stand for a KPI and are not taken, with the reason."""
    doubtful: tuple[str, ...]
    """Sentences about columns that stand for several KPIs."""


def match(header: Sequence[str], names: Names, but: int) -> Matched:
    """The KPI of each column; of several for one KPI the one with the surest name."""
    best: dict[int, tuple[int, int]] = {}
    taken: dict[int, Kpi] = {}
    passed_over: dict[int, str] = {}
    doubtful: list[str] = []
    for index, name in enumerate(header):
        found = names.matching(name) if index != but else []
        if len(found) > 1:
            several = " and ".join(f"“{kpi.name}”" for _, kpi in found)
            doubtful.append(f"“{clean_line(name)}” stands for {several}; take it out of the columns of one.")
        elif found:
            rank, kpi = found[0]
            taken[index] = kpi
            if kpi.id not in best or rank < best[kpi.id][0]:
                best[kpi.id] = rank, index
    for index, kpi in list(taken.items()):
        first = best[kpi.id][1]
        if first != index:
            del taken[index]
            if folded(header[index]) == folded(header[first]):
                doubtful.append(f"Two columns are called “{clean_line(header[index])}”; rename one of them.")
            passed_over[index] = f"“{clean_line(header[first])}” comes first for “{kpi.name}”"
    return Matched(taken, passed_over, tuple(doubtful))
