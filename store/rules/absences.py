"""Who is away and when: everyone enters and changes her own absences, who leads a role those of others."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from store.absences.times import overlapping, span
from store.change import Change, patched
from store.errors import NotFound, Refused
from store.models import Absence, AbsenceKind
from store.rules.board import free_number, refuse_strangers
from store.rules.membership import refuse_unless_own
from store.rules.valid import called, changed, refuse_unknown, valid
from store.rules.words import listed
from store.team import Team

_WRITTEN = ("start", "end", "kind", "cover", "note")
"""What is edited of an absence."""


def add(
    team: Team,
    person: str,
    start: date,
    end: date,
    by: str,
    now: datetime,
    *,
    kind: AbsenceKind = AbsenceKind.HOLIDAY,
    cover: str = "",
    note: str = "",
    id: int = -1,
) -> Change:
    """Enter that somebody is away from the first to the last of these days.

    A cover who is away herself in that time is allowed: it is told as a finding.

    Raises:
        NotFound: the person or the cover is not in the team.
        Refused: the end is before the start, the person covers herself, is away in that time already, or
            `by` may not say so.
    """
    refuse_strangers(team, [person])
    refuse_unless_own(team, person, by, "absence")
    number = free_number(team, "absences", id)
    fields = {"person": person, "start": start, "end": end, "kind": kind, "cover": cover, "note": note}
    new = valid(Absence, {**fields, "id": number, "created_by": by, "created_at": now})
    _refuse_unfit(team, new, now)
    covered = f", covered by {team.name_of(new.cover)}" if new.cover else ""
    label = f"entered {_named(team, new, now)}{covered}"
    return Change.insert("absences", new, label, number).signed(by, now)


def edit(team: Team, absence_id: int, by: str, now: datetime, **fields: Any) -> Change:
    """Change when somebody is away, why, who stands in, or the note.

    Raises:
        NotFound: there is no such absence, or the cover is not in the team.
        Refused: it is called off, a value does not fit, or for the reasons of `add`.
    """
    old = live_absence(team, absence_id)
    refuse_unless_own(team, old.person, by, "absence")
    refuse_unknown(Absence, fields)
    for name in fields:
        if name not in _WRITTEN:
            raise Refused(f"The {called(name)} of an absence is not edited; call it off and enter another.")
    change = changed(old, "", fields)
    after = {name: value for one in change.edits for name, value in (one.after or {}).items()}
    new = valid(Absence, {**patched(old.raw(), after), "id": old.id})
    if after:
        _refuse_unfit(team, new, now, old)
    label = f"changed the {listed(map(called, after))} of {_named(team, old, now)}"
    if [*after] == ["cover"] and new.cover:
        label = f"let {team.name_of(new.cover)} cover in {_named(team, old, now)}"
    return change.signed(by, now, label)


def call_off(team: Team, absence_id: int, by: str, now: datetime) -> Change:
    """Say that somebody is not away after all.

    Raises:
        NotFound: there is no such absence.
        Refused: it is called off already, or `by` may not.
    """
    old = absence_numbered(team, absence_id)
    refuse_unless_own(team, old.person, by, "absence")
    if old.archived_at:
        raise Refused(f"{_begun(team, old, now)} is called off already.")
    return changed(old, f"called off {_named(team, old, now)}", {"archived_at": now}).signed(by, now)


def restore(team: Team, absence_id: int, by: str, now: datetime) -> Change:
    """Say that somebody is away all the same.

    Raises:
        NotFound: there is no such absence.
        Refused: it is not called off, the person is away in that time otherwise, or `by` may not.
    """
    old = absence_numbered(team, absence_id)
    refuse_unless_own(team, old.person, by, "absence")
    if not old.archived_at:
        raise Refused(f"{_begun(team, old, now)} is not called off.")
    _refuse_overlap(team, old, now)
    return changed(old, f"brought back {_named(team, old, now)}", {"archived_at": None}).signed(by, now)


def absence_numbered(team: Team, id: int) -> Absence:
    """An absence by its number.

    Raises:
        NotFound: there is none.
    """
    found = team.find(Absence, id)
    if found is None:
        raise NotFound(f"There is no absence {id}; “tagwerk absence” shows those there are.")
    return found


def live_absence(team: Team, id: int) -> Absence:
    """An absence that holds.

    Raises:
        NotFound: there is none with this number.
        Refused: it was called off.
    """
    found = absence_numbered(team, id)
    if found.archived_at:
        raise Refused(f"Absence {id} was called off; restore it first.")
    return found


def _refuse_unfit(team: Team, new: Absence, now: datetime, old: Absence | None = None) -> None:
    if new.end < new.start:
        today = team.today(now)
        raise Refused(
            f"An absence cannot end before it begins: {span(new.end, new.end, today)} is before "
            f"{span(new.start, new.start, today)}."
        )
    if new.cover and new.cover == new.person:
        name = team.name_of(new.person)
        raise Refused(f"{name} is the one who is away; choose somebody else to stand in.")
    if new.cover and (old is None or new.cover != old.cover):
        refuse_strangers(team, [new.cover])
    _refuse_overlap(team, new, now)


def _refuse_overlap(team: Team, new: Absence, now: datetime) -> None:
    other = overlapping(team, new.person, new.start, new.end, besides=new.id)
    if other is not None:
        when = span(other.start, other.end, team.today(now))
        number = f"absence {other.id}" if other.id > 0 else "the absence that was just entered"
        raise Refused(
            f"{team.name_of(new.person)} is away {when} already ({number}, {other.kind}); change that one."
        )


def _named(team: Team, absence: Absence, now: datetime) -> str:
    when = span(absence.start, absence.end, team.today(now))
    return f"the absence of {team.name_of(absence.person)}, {when}"


def _begun(team: Team, absence: Absence, now: datetime) -> str:
    sentence = _named(team, absence, now)
    return sentence[:1].upper() + sentence[1:]
