"""`tagwerk routine`: cards that come again and again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from store.change import Change
from store.days import spoken
from store.errors import NotFound
from store.models import Fields, Routine, Shift
from store.playbooks.due import coming_days, due_routines, next_day
from store.playbooks.known import routines
from store.playbooks.recurrence import coming, parsed
from store.playbooks.saying_rules import said, understood
from store.rules import routines as rules
from store.rules.words import listed, quoted
from store.team import Team
from store.text import whole_number
from tui.commands import finding
from tui.commands.answer import Json, Said
from tui.commands.call import Call
from tui.commands.changing import Grid, done
from tui.commands.playbook_shapes import day as iso
from tui.commands.playbook_shapes import role_name
from tui.commands.session import Session, session
from tui.commands.shapes import moment
from tui.commands.texts import text_or_input
from tui.commands.values import Day


def everything(call: Call) -> Grid:
    """The routines, and when they come next.

    Raises:
        StorageError: the folder does not answer.
    """
    return all_of_them(call, archived=False)


def all_of_them(call: Call, *, archived: bool) -> Grid:
    """The routines, and when they come next.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team, found = opened.team, routines(opened.team, archived=archived)
        rows = [
            [
                str(one.id),
                one.title,
                said(one.rule, one.shift),
                _next_in_words(opened, one),
                role_name(team, one.role) or "",
            ]
            for one in found
        ]
        nothing = "No card comes again yet; “tagwerk routine add TITLE --every monday” makes one."
        return Grid(rows, (0, 12, 12, 0, 8), {"routines": [_shape(opened, one) for one in found]}, nothing)


def add(call: Call, *, title: list[str], every: str, **given: Any) -> Said:
    """Have a card come again and again.

    Raises:
        Refused: the person leads no role, or the rule or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        fields = _fields(call, opened, given)
        change = rules.add(opened.team, " ".join(title), every, opened.person, opened.now, **fields)
        return _done(opened, change)


def edit(call: Call, *, routine: str, title: str | None, every: str | None, **given: Any) -> Said:
    """Change a routine; cards that are made already stay as they are.

    Raises:
        NotFound: there is no such routine.
        Refused: the person leads no role, or the rule or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        id = _named(opened.team, routine).id
        fields = _fields(call, opened, given)
        fields |= {name: value for name, value in (("title", title), ("rule", every)) if value is not None}
        return _done(opened, rules.edit(opened.team, id, opened.person, opened.now, **fields), id)


def pause(call: Call, *, routine: str) -> Said:
    """Make no cards of a routine for a time.

    Raises:
        NotFound: there is no such routine.
        Refused: the person leads no role, or it is paused already.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        id = _named(opened.team, routine).id
        return _done(opened, rules.pause(opened.team, id, opened.person, opened.now), id)


def go_on(call: Call, *, routine: str) -> Said:
    """Make cards of a routine again, from today on.

    Raises:
        NotFound: there is no such routine.
        Refused: the person leads no role, or it is not paused.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        id = _named(opened.team, routine).id
        return _done(opened, rules.go_on(opened.team, id, opened.person, opened.now), id)


def archive(call: Call, *, routine: str) -> Said:
    """Put a routine away; its cards stay.

    Raises:
        NotFound: there is no such routine.
        Refused: the person leads no role.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        id = _named(opened.team, routine).id
        return _done(opened, rules.archive(opened.team, id, opened.person, opened.now), id)


def restore(call: Call, *, routine: str) -> Said:
    """Bring a routine back.

    Raises:
        NotFound: there is no such routine.
        Refused: the person leads no role.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        id = _named(opened.team, routine, archived=True).id
        return _done(opened, rules.restore(opened.team, id, opened.person, opened.now), id)


def run(call: Call) -> Said:
    """Make the cards that are due; what somebody else has made meanwhile is left out.

    Raises:
        Refused: the person is not in the team.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        by, made, sentences = opened.member, [], []
        for one in due_routines(opened.team, opened.today):
            change = rules.make(opened.team, one.routine.id, by, opened.now)
            numbers = opened.commit(change) if change else {}
            card = next((new for (table, _), new in numbers.items() if table == "tasks"), None)
            if card is not None:
                made.append({"routine": one.routine.id, "task": card})
                sentences.append(f"#{card} {one.routine.title}, due {spoken(one.day, opened.today)}.")
        return Said(tuple(sentences or ["Nothing is due."]), {"made": made})


def following(call: Call, *, when: list[str], count: int, first: Day | None, shift: str | None) -> Said:
    """On which days something would come.

    Raises:
        Refused: the rule cannot be understood.
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        rule, meant = understood(" ".join(when))
        today = opened.today
        moved = Shift(shift) if shift else meant or Shift.STAY
        begins = first(today) if first else today
        comes = coming(parsed(rule), begins, moved, opened.team.settings.working_days)
        days = [*coming_days(comes, max(begins, today) - timedelta(1), min(count, 366))]
        words = said(rule, moved)
        sentences = (f"{words[:1].upper()}{words[1:]}:", *(f"  {spoken(day, today)}" for day in days))
        return Said(sentences, {"rule": rule, "in_words": words, "days": [iso(day) for day in days]})


def _fields(call: Call, opened: Session, given: Mapping[str, Any]) -> Fields:
    fields: Fields = {name: value for name, value in given.items() if value is not None}
    if "first" in fields:
        fields["first"] = fields["first"](opened.today)
    if "details" in fields:
        fields["details"] = text_or_input(call, fields["details"])
    if "role" in fields:
        role = finding.role(opened.team, fields["role"])
        fields["role"] = role.id if role else None
    if "assignees" in fields:
        logins = [finding.login(opened.team, typed) for typed in fields["assignees"]]
        fields["assignees"] = [] if logins == ["none"] else logins
    if "tags" in fields:
        tags = [tag.removeprefix("#") for tag in fields["tags"]]
        fields["tags"] = [] if tags == ["none"] else tags
    return fields


def _named(team: Team, typed: str, *, archived: bool = False) -> Routine:
    live, low = routines(team, archived=archived), typed.strip().casefold()
    number = whole_number(typed.strip().removeprefix("#"))
    found = [one for one in live if one.id == number] or [
        one for one in live if low and low in one.title.casefold()
    ]
    if len(found) != 1:
        names = listed((f"{one.id} {quoted(one.title)}" for one in found or live), "or")
        raise NotFound(
            f"{quoted(typed)} is not one {'archived ' if archived else ''}routine; choose {names}."
        )
    return found[0]


def _next_in_words(opened: Session, one: Routine) -> str:
    if one.paused:
        return "paused"
    day = next_day(opened.team, one, opened.today)
    return f"next {spoken(day, opened.today)}" if day else "comes no more"


def _shape(opened: Session, one: Routine) -> Json:
    team = opened.team
    return {
        "number": one.id,
        "title": one.title,
        "rule": one.rule,
        "in_words": said(one.rule, one.shift),
        "first": iso(one.first),
        "shift": one.shift.value,
        "ahead": one.ahead,
        "next": iso(next_day(team, one, opened.today)),
        "role": role_name(team, one.role),
        "assignees": list(one.assignees),
        "estimate": one.estimate,
        "priority": one.priority.value,
        "tags": list(one.tags),
        "made_up_to": iso(one.made_up_to),
        "last_task": one.last_task,
        "paused": one.paused,
        "archived_at": moment(one.archived_at),
    }


def _done(opened: Session, change: Change, id: int = -1) -> Said:
    def content(numbers: Mapping[tuple[str, int], int]) -> dict[str, object]:
        one = rules.routine_numbered(opened.team, numbers.get(("routines", id), id))
        return {"routine": _shape(opened, one)}

    return done(opened, change, content)
