"""Absences as a form, and as a list of the settings' kind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from typing import Any, ClassVar

from store import days
from store.absences.times import KIND_WORDS, last_day, span
from store.change import Change
from store.models import Absence, AbsenceKind
from store.rules import absences, lookup
from store.rules.membership import refuse_outsider, refuse_unless_own
from store.team import Team
from tui.settings.form import Field, Form, Kind, Typed
from tui.settings.looks import people
from tui.settings.section import Section
from widgets.listing_row import Key, Row
from widgets.signs import Signs

_KINDS = tuple((kind.value, words) for kind, words in KIND_WORDS.items())
_HINT = "mon, tomorrow, +3d or 2026-12-21"


class Absences(Section):
    """Those that are not over, the earliest first; then the others, the newest first."""

    title: ClassVar[str] = "Everybody"
    thing: ClassVar[str] = "absence"
    heads: ClassVar[tuple[str, ...]] = ("When", "Who", "Why", "Cover", "Note")
    least: ClassVar[tuple[int, ...]] = (12, 10, 6, 8, 6)
    tables: ClassVar[frozenset[str]] = frozenset({"absences", "members"})
    useless: ClassVar[frozenset[str]] = frozenset({"lower", "higher", "merge"})
    empty: ClassVar[str] = "Nobody is away, now or later; a enters an absence."

    def __init__(self, today: date, login: str) -> None:
        """`login` is whose absence a new one is, unless something else is written."""
        self._today = today
        self._login = login

    def wanted(self, absence: Absence) -> bool:
        """Whether it is shown here."""
        return True

    def rows(self, team: Team, signs: Signs) -> Sequence[Row]:
        """When, who, why and who stands in."""
        found = [one for one in team.all(Absence) if self.wanted(one)]
        ahead = sorted((one for one in found if self._holds(one)), key=lambda one: (one.start, one.id))
        over = sorted((one for one in found if not self._holds(one)), key=lambda one: one.start, reverse=True)
        return [self._row(team, one) for one in (*ahead, *over)]

    def form(self, team: Team, key: Key, signs: Signs) -> Form:
        """When, why, who stands in and a note; whose it is stays."""
        one = absences.absence_numbered(team, int(key))

        def change(typed: Typed, by: str, now: datetime) -> Change:
            values = _values(team, typed, self._today, one.start)
            return absences.edit(team, one.id, by, now, **values)

        return Form(f"Absence of {team.name_of(one.person)}", _fields(team, one, self._today), change)

    def new_form(self, team: Team, id: int, signs: Signs) -> Form:
        """The same for a new one, and whose it is."""
        return new_absence(team, self._login, id, self._today)

    def archived(self, team: Team, key: Key, by: str, now: datetime) -> Change:
        """It is called off, or holds again."""
        one = absences.absence_numbered(team, int(key))
        rule = absences.restore if one.archived_at else absences.call_off
        return rule(team, one.id, by, now)

    def refuse(self, team: Team, person: str, key: Key | None) -> None:
        """Everyone changes her own, leads those of others; adding asks when it is known for whom."""
        if key is None:
            refuse_outsider(team, person)
        else:
            refuse_unless_own(team, absences.absence_numbered(team, int(key)).person, person, "absence")

    def _holds(self, one: Absence) -> bool:
        return one.archived_at is None and one.end >= self._today

    def _row(self, team: Team, one: Absence) -> Row:
        state = "called off: " if one.archived_at else ""
        cells = (
            f"{state}{span(one.start, one.end, self._today)}",
            team.name_of(one.person),
            KIND_WORDS[one.kind],
            team.name_of(one.cover) if one.cover else "nobody",
            one.note,
        )
        return Row(one.id, cells, one.note, is_quiet=not self._holds(one))


class OwnAbsences(Absences):
    """Those of one person."""

    title: ClassVar[str] = "This person"
    empty: ClassVar[str] = "No absence is known; a enters one."

    def wanted(self, absence: Absence) -> bool:
        """Whether it is that person's."""
        return absence.person == self._login


def new_absence(team: Team, login: str, id: int, today: date) -> Form:
    """The form for an absence that is not entered yet."""
    names = people(team)
    person = Field("person", "Who", team.name_of(login), "who is away", suggestions=lambda: names)
    blank = Absence(person=login, start=today, end=today)
    plain = {"kind": AbsenceKind.HOLIDAY, "cover": "", "note": ""}

    def change(typed: Typed, by: str, now: datetime) -> Change:
        who = lookup.member_named(team, typed["person"]).login if "person" in typed else login
        values = plain | _values(team, typed, today, today)
        start = values.pop("start", today)
        return absences.add(team, who, start, values.pop("end", start), by, now, id=id, **values)

    fields = _fields(team, blank, today, is_new=True)
    return Form("New absence", (person, *fields), change, first="start", is_new=True)


def _fields(team: Team, one: Absence, today: date, *, is_new: bool = False) -> tuple[Field, ...]:
    names = people(team)
    start, end = ("", "") if is_new else (one.start.isoformat(), one.end.isoformat())
    cover = team.name_of(one.cover) if one.cover else ""
    return (
        Field("start", "From", start, f"{_HINT}; empty: today" if is_new else _HINT),
        Field("end", "Until", end, "fri, or +2w from the first day on; empty: the same day"),
        Field("kind", "Why", one.kind.value, kind=Kind.CHOICE, choices=_KINDS),
        Field("cover", "Cover", cover, "who stands in; empty: nobody yet", suggestions=lambda: names),
        Field("note", "Note", one.note, "what others should know"),
    )


def _values(team: Team, typed: Typed, today: date, begun: date) -> dict[str, Any]:
    """What was typed, as the rules take it; an end counts from the start."""
    values: dict[str, Any] = {name: text for name, text in typed.items() if name in ("kind", "note")}
    start = days.day(typed["start"], today) if typed.get("start", "").strip() else begun
    if "start" in typed:
        values["start"] = start
    if "end" in typed:
        text = typed["end"]
        values["end"] = last_day(partial(days.day, text), start, today) if text.strip() else start
    if "cover" in typed:
        text = typed["cover"].strip()
        values["cover"] = lookup.member_named(team, text).login if text else ""
    return values
