"""Cards that come again and again: agreed on by leads, made by whoever opens Tagwerk first."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from store.change import Change, combine
from store.days import spoken
from store.errors import NotFound, Refused
from store.models import Fields, Routine, Shift, Task
from store.playbooks.due import Due, due
from store.playbooks.known import live
from store.playbooks.recurrence import parsed
from store.playbooks.saying_rules import said, understood
from store.rules import tasks
from store.rules.board import free_number, live_role, refuse_strangers
from store.rules.membership import refuse_outsider, refuse_unless_lead
from store.rules.valid import called, changed, refuse_unknown, valid
from store.rules.words import listed, named, quoted
from store.team import Team

_WRITTEN = (
    *("title", "details", "rule", "first", "shift", "ahead"),
    *("role", "assignees", "estimate", "priority", "tags"),
)
_WHEN = ("rule", "first", "shift")
"""Fields that say on which days it comes: what was before they changed is not made."""
_TOLD = 10
"""Days without a card that a description names."""


def routine_numbered(team: Team, id: int) -> Routine:
    """A routine by its number.

    Raises:
        NotFound: there is none.
    """
    found = team.find(Routine, id)
    if found is None:
        raise NotFound(f"There is no routine {id}; “tagwerk routine list” shows those there are.")
    return found


def live_routine(team: Team, id: int) -> Routine:
    """A routine that is not put away.

    Raises:
        NotFound: there is none with this number.
        Refused: it is archived.
    """
    found = routine_numbered(team, id)
    if found.archived_at:
        raise Refused(f"The routine {quoted(found.title)} is archived; restore it first.")
    return found


def add(team: Team, title: str, rule: str, by: str, now: datetime, *, id: int = -1, **fields: Any) -> Change:
    """A new routine; `rule` in words or as RFC 5545 has it. It begins today unless `first` says when.

    Where its first day has passed, the rule counts from it, but cards are made from today on only.

    Raises:
        NotFound: a role or person that is named does not exist.
        Refused: the person leads no role, or the rule or a value does not fit.
    """
    refuse_unless_lead(team, by, "changes routines")
    _refuse_others(fields)
    number, today = free_number(team, "routines", id), team.today(now)
    fields = {"first": today, **fields, **_ruled(rule, fields)}
    new = valid(Routine, {**fields, "id": number, "title": title})
    _refuse_bad_references(team, new.raw())
    if new.first < today:
        new = valid(Routine, {**new.raw(), "id": number, "made_up_to": today - timedelta(1)})
    label = f"agreed on {quoted(new.title)}, {said(new.rule, new.shift)}"
    return Change.insert("routines", new, label, number).signed(by, now)


def edit(team: Team, routine_id: int, by: str, now: datetime, **fields: Any) -> Change:
    """Change a routine; cards that are made already stay as they are.

    Raises:
        NotFound: there is no such routine, role or person.
        Refused: the person leads no role, it is archived, or the rule or a value does not fit.
    """
    refuse_unless_lead(team, by, "changes routines")
    old = live_routine(team, routine_id)
    _refuse_others(fields)
    if "rule" in fields:
        fields |= _ruled(str(fields["rule"]), fields)
    change = changed(old, "", fields)
    after = change.edits[0].after or {} if change else {}
    _refuse_bad_references(team, after, old)
    names = list(after)
    if any(name in after for name in _WHEN):
        change = changed(old, "", {**fields, "made_up_to": _from_today(team, old, now)})
    label = f"changed the {listed(map(called, names))} of the routine {quoted(old.title)}"
    return change.signed(by, now, label)


def pause(team: Team, routine_id: int, by: str, now: datetime) -> Change:
    """Make no cards of a routine until it goes on.

    Raises:
        NotFound: there is no such routine.
        Refused: the person leads no role, or it is paused or archived already.
    """
    refuse_unless_lead(team, by, "changes routines")
    old = live_routine(team, routine_id)
    if old.paused:
        raise Refused(f"The routine {quoted(old.title)} is paused already.")
    return changed(old, f"paused the routine {quoted(old.title)}", {"paused": True}).signed(by, now)


def go_on(team: Team, routine_id: int, by: str, now: datetime) -> Change:
    """Make cards of a routine again, from today on.

    Raises:
        NotFound: there is no such routine.
        Refused: the person leads no role, or it is archived or not paused.
    """
    refuse_unless_lead(team, by, "changes routines")
    old = live_routine(team, routine_id)
    if not old.paused:
        raise Refused(f"The routine {quoted(old.title)} is not paused.")
    fields: Fields = {"paused": False, "made_up_to": _from_today(team, old, now)}
    return changed(old, f"let the routine {quoted(old.title)} go on", fields).signed(by, now)


def archive(team: Team, routine_id: int, by: str, now: datetime) -> Change:
    """Put a routine away; its cards stay.

    Raises:
        NotFound: there is no such routine.
        Refused: the person leads no role, or it is archived already.
    """
    refuse_unless_lead(team, by, "changes routines")
    old = live_routine(team, routine_id)
    return changed(old, f"archived the routine {quoted(old.title)}", {"archived_at": now}).signed(by, now)


def restore(team: Team, routine_id: int, by: str, now: datetime) -> Change:
    """Bring a routine back; it makes cards from today on.

    Raises:
        NotFound: there is no such routine.
        Refused: the person leads no role, or it is not archived.
    """
    refuse_unless_lead(team, by, "changes routines")
    old = routine_numbered(team, routine_id)
    if not old.archived_at:
        raise Refused(f"The routine {quoted(old.title)} is not archived.")
    fields: Fields = {"archived_at": None, "made_up_to": _from_today(team, old, now)}
    return changed(old, f"brought back the routine {quoted(old.title)}", fields).signed(by, now)


def make(team: Team, routine_id: int, by: str, now: datetime) -> Change:
    """The card of a routine that is due by now; nothing where there is none.

    Where several days were missed, only the newest card is made, and it tells of the others. It is made
    also where the one before is still open, and says so. No limit holds it up: nobody could be asked.

    Whoever is first makes it. Where somebody else has done so meanwhile, `store.merge` leaves the whole
    change out and nobody hears of it; so each routine has a change of its own.

    Raises:
        NotFound: there is no such routine.
        Refused: the person is not in the team, or the board has no columns.
    """
    refuse_outsider(team, by)
    routine = routine_numbered(team, routine_id)
    found = due(team, routine, team.today(now))
    if found is None:
        return Change()
    number = free_number(team, "tasks")
    role = live(team, routine.role)
    fields: Fields = {
        "description": _description(team, found),
        "assignees": [login for login in routine.assignees if login in team.members],
        "due": found.day,
        "estimate": routine.estimate,
        "priority": routine.priority,
        "tags": list(routine.tags),
    }
    card = tasks.create(
        team,
        routine.title,
        by,
        now,
        role=role.id if role else None,
        id=number,
        override=True,
        **fields,
    )
    mark = changed(routine, "", {"made_up_to": found.day, "last_task": number})
    label = f"opened the card {quoted(routine.title)}, which comes {said(routine.rule, routine.shift)}"
    return combine([card, mark], label).signed(by, now)


def _description(team: Team, found: Due) -> str:
    """The routine's details, and what is to be known about this card."""
    routine = found.routine
    parts = [routine.details] if routine.details else []
    if found.missed:
        named_days = [spoken(day, found.day) for day in found.missed[-_TOLD:]]
        rest = len(found.missed) - len(named_days)
        days = listed([f"{rest} days before", *named_days] if rest else named_days)
        parts.append(f"There was no card for {days}.")
    last = team.find(Task, routine.last_task) if routine.last_task is not None else None
    if last is not None and not last.finished_at and not last.archived_at:
        parts.append(f"The card before, {named(last)}, is still open.")
    return "\n\n".join(parts)


def _from_today(team: Team, routine: Routine, now: datetime) -> date:
    """The day up to which nothing is made any more, for a routine that begins anew today."""
    yesterday = team.today(now) - timedelta(1)
    return max(routine.made_up_to or yesterday, yesterday)


def _ruled(rule: str, fields: Fields) -> Fields:
    """The rule that is meant; what it says about days off holds where nothing else is said."""
    meant, shift = understood(rule)
    found: Fields = {"rule": parsed(meant).text}
    if shift is not None and fields.get("shift") is None:
        found["shift"] = shift
    elif "shift" not in fields:
        found["shift"] = Shift.STAY
    return found


def _refuse_others(fields: Fields) -> None:
    refuse_unknown(Routine, fields)
    for name in fields:
        if name not in _WRITTEN:
            raise Refused(f"The {called(name)} of a routine is not edited like this; it is kept by Tagwerk.")


def _refuse_bad_references(team: Team, fields: Fields | Any, old: Routine | None = None) -> None:
    if fields.get("role") is not None:
        live_role(team, fields["role"])
    known = old.assignees if old else []
    refuse_strangers(team, [login for login in fields.get("assignees") or [] if login not in known])
