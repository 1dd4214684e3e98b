"""`tagwerk absence`: who is away, and when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from store.absences.times import KIND_WORDS, last_day, span
from store.change import Change
from store.models import Absence, AbsenceKind, Fields
from store.rules import absences as rules
from store.rules import lookup
from store.team import Team
from tui.commands.absence_shapes import absence_shape
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.changing import Grid, done
from tui.commands.session import Session, session
from tui.commands.values import Day

_LEAST = (0, 12, 0, 0, 10, 10)
"""Cells that number, person, days, kind, cover and note keep on a narrow terminal."""


def everything(
    call: Call,
    *,
    person: str | None = None,
    first: Day | None = None,
    last: Day | None = None,
    past: bool = False,
    called_off: bool = False,
) -> Grid:
    """The absences that are asked for, the earliest first; without being asked, those that are not over.

    Raises:
        NotFound: nobody is called like that.
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team, today = opened.team, opened.today
        login = person_named(opened, person) if person else None
        begin = first(today) if first else (date.min if past or called_off else today)
        end = last(today) if last else date.max
        found = [
            one
            for one in team.all(Absence)
            if bool(one.archived_at) == called_off
            and login in (None, one.person)
            and one.start <= end
            and begin <= one.end
        ]
        found.sort(key=lambda one: (one.start, one.person, one.id))
        rows = [_row(team, one, today) for one in found]
        content = {"absences": [absence_shape(one) for one in found]}
        return Grid(rows, _LEAST, content, "Nobody is away; “tagwerk absence add me FROM TO” says so of you.")


def add(
    call: Call,
    *,
    person: str,
    start: Day,
    end: Day | None,
    kind: str | None,
    cover: str | None,
    note: str | None,
) -> Said:
    """Enter that somebody is away.

    Raises:
        NotFound: the person or the cover is not in the team.
        Refused: the days or the cover do not fit, or the person may not.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        first = start(opened.today)
        last = last_day(end, first, opened.today) if end else first
        change = rules.add(
            opened.team,
            person_named(opened, person),
            first,
            last,
            opened.person,
            opened.now,
            kind=AbsenceKind(kind) if kind else AbsenceKind.HOLIDAY,
            cover=_cover(opened, cover) or "",
            note=note or "",
        )
        return _done(opened, change, change.edits[0].id)


def edit(
    call: Call,
    *,
    number: int,
    start: Day | None,
    end: Day | None,
    kind: str | None,
    cover: str | None,
    note: str | None,
) -> Said:
    """Change an absence.

    Raises:
        NotFound: there is no such absence, or the cover is not in the team.
        Refused: it is called off, the days or the cover do not fit, or the person may not.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        old, today = rules.absence_numbered(opened.team, number), opened.today
        first = start(today) if start else old.start
        fields: Fields = {"kind": kind, "cover": _cover(opened, cover), "note": note}
        given = {name: value for name, value in fields.items() if value is not None}
        if start:
            given["start"] = first
        if end:
            given["end"] = last_day(end, first, today)
        change = rules.edit(opened.team, number, opened.person, opened.now, **given)
        return _done(opened, change, number)


def call_off(call: Call, *, number: int) -> Said:
    """Say that somebody is not away after all.

    Raises:
        NotFound: there is no such absence.
        Refused: it is called off already, or the person may not.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        return _done(opened, rules.call_off(opened.team, number, opened.person, opened.now), number)


def restore(call: Call, *, number: int) -> Said:
    """Bring back an absence that was called off.

    Raises:
        NotFound: there is no such absence.
        Refused: it is not called off, or the person may not.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        return _done(opened, rules.restore(opened.team, number, opened.person, opened.now), number)


def person_named(opened: Session, typed: str) -> str:
    """The login that is meant; `me` is whoever acts.

    Raises:
        NotFound: nobody is called like that.
        Refused: there are several, or whoever acts is not in the team.
    """
    return opened.member if typed == "me" else lookup.member_named(opened.team, typed).login


def _cover(opened: Session, typed: str | None) -> str | None:
    """The login of who stands in; empty for nobody, `None` where nothing was given."""
    if typed is None:
        return None
    return "" if typed.strip().casefold() in ("", "none") else person_named(opened, typed)


def _done(opened: Session, change: Change, number: int) -> Said:
    def content(numbers: Mapping[tuple[str, int], int]) -> dict[str, object]:
        known = numbers.get(("absences", number), number)
        return {"absence": absence_shape(rules.absence_numbered(opened.team, known))}

    return done(opened, change, content)


def _row(team: Team, one: Absence, today: date) -> list[str]:
    cover = f"covered by {team.name_of(one.cover)}" if one.cover else "no cover"
    return [
        str(one.id),
        team.name_of(one.person),
        span(one.start, one.end, today),
        KIND_WORDS[one.kind],
        cover,
        one.note,
    ]
