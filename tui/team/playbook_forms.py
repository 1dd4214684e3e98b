"""Playbooks, routines and freezes as forms."""

from __future__ import annotations

import secrets
from datetime import date, datetime, timedelta
from typing import Any

from store import days
from store.change import Change
from store.models import Freeze, Playbook, PlaybookKind, Priority, Role, Routine
from store.playbooks.lines import read, written
from store.playbooks.saying_rules import said
from store.rules import freezes, lookup, playbooks, routines
from store.team import Team
from tui.settings.form import Field, Form, Kind, Typed, number_or_none, parts
from tui.settings.looks import people

_KINDS = (
    (PlaybookKind.EVENT.value, "an event: a sale, a launch, a peak"),
    (PlaybookKind.JOINING.value, "somebody joins"),
    (PlaybookKind.LEAVING.value, "somebody leaves"),
)
_PRIORITIES = tuple((priority.value, priority.value) for priority in Priority)
_STEPS = "-14 Marketing: Book the ads #ads 4h\n0 Open the doors !high @lead"
_DAY = "mon, +3d or 2026-11-27"


def new_playbook(team: Team, id: int) -> Form:
    """A playbook that is not written yet."""
    blank = Playbook(id=id, name="")

    def change(typed: Typed, by: str, now: datetime) -> Change:
        values = _playbook(team, blank, typed)
        return playbooks.add(team, str(values.pop("name", "")), by, now, id=id, **values)

    return Form("New playbook", _playbook_fields(team, blank), change, is_new=True)


def playbook_form(team: Team, book: Playbook) -> Form:
    """What a playbook says; only what is changed is written, step by step."""

    def change(typed: Typed, by: str, now: datetime) -> Change:
        return playbooks.edit(team, book.id, by, now, **_playbook(team, book, typed))

    return Form(f"Playbook {book.name}", _playbook_fields(team, book), change)


def new_routine(team: Team, id: int, today: date) -> Form:
    """A routine that is not agreed on yet."""
    blank = Routine(id=id, title="", rule="", first=today)

    def change(typed: Typed, by: str, now: datetime) -> Change:
        values = _routine(team, typed, today)
        title, rule = str(values.pop("title", "")), str(values.pop("rule", ""))
        return routines.add(team, title, rule, by, now, id=id, **values)

    fields = _routine_fields(team, blank, is_new=True)
    return Form("New routine", fields, change, is_new=True)


def routine_form(team: Team, routine: Routine, today: date) -> Form:
    """What comes again, and when."""

    def change(typed: Typed, by: str, now: datetime) -> Change:
        return routines.edit(team, routine.id, by, now, **_routine(team, typed, today))

    return Form(f"Routine {routine.title}", _routine_fields(team, routine), change)


def new_freeze(team: Team, id: int, today: date) -> Form:
    """A freeze that is not agreed on yet."""
    blank = Freeze(id=id, name="", start=today, end=today + timedelta(7))

    def change(typed: Typed, by: str, now: datetime) -> Change:
        values = {"start": blank.start, "end": blank.end, "tags": [], **_freeze(typed, today)}
        return freezes.add(team, str(values.pop("name", "")), by, now, id=id, **values)

    return Form("New freeze", _freeze_fields(blank), change, is_new=True)


def freeze_form(team: Team, freeze: Freeze, today: date) -> Form:
    """From when until when, and for which tags."""

    def change(typed: Typed, by: str, now: datetime) -> Change:
        return freezes.edit(team, freeze.id, by, now, **_freeze(typed, today))

    return Form(f"Freeze {freeze.name}", _freeze_fields(freeze), change)


def _playbook_fields(team: Team, book: Playbook) -> tuple[Field, ...]:
    return (
        Field("name", "Name", book.name, "like Black Friday"),
        Field("steps", "Steps", written(team, book.steps), _STEPS, Kind.TEXT),
        Field("about", "About", book.about, "When is it used? What has it taught?", Kind.TEXT),
        Field("kind", "For", book.kind.value, kind=Kind.CHOICE, choices=_KINDS),
        Field("role", "Role", _role_name(team, book.role), "of who joins or leaves; empty: everybody"),
        Field("freeze_tags", "Freezes", _tags(book.freeze_tags), "tags of cards that do not move then"),
        Field("freeze_from", "from day", str(book.freeze_from), "like -4"),
        Field("freeze_until", "until day", str(book.freeze_until), "like 3"),
    )


def _playbook(team: Team, book: Playbook, typed: Typed) -> dict[str, Any]:
    """What was typed, as documents have it.

    Raises:
        Refused: a line is not a step, or a role does not exist.
    """
    values: dict[str, Any] = dict(typed)
    if "steps" in typed:
        found = read(team, typed["steps"], book.steps, lambda: secrets.token_hex(4))
        values["steps"] = [step.raw() for step in found]
    if "role" in typed:
        values["role"] = _role(team, typed["role"])
    if "freeze_tags" in typed:
        values["freeze_tags"] = _tag_names(typed["freeze_tags"])
    return values


def _routine_fields(team: Team, routine: Routine, *, is_new: bool = False) -> tuple[Field, ...]:
    estimate = "" if routine.estimate is None else f"{routine.estimate:g}h"
    names = people(team)
    return (
        Field("title", "Title", routine.title, "of the card"),
        Field(
            "rule",
            "When",
            "" if is_new else said(routine.rule, routine.shift),
            "every monday, every 2 weeks on fri, last working day, 1st",
        ),
        Field("first", "First day", "" if is_new else routine.first.isoformat(), f"{_DAY}; empty: today"),
        Field("ahead", "Ahead", str(routine.ahead), "days before its day on which the card is made"),
        Field("role", "Role", _role_name(team, routine.role), "that does it; empty: nobody's"),
        Field(
            "assignees",
            "People",
            ", ".join(routine.assignees),
            "logins or names, with commas between",
            suggestions=lambda: names,
        ),
        Field("estimate", "Effort", estimate, "like 2h or 30m"),
        Field("priority", "Priority", routine.priority.value, kind=Kind.CHOICE, choices=_PRIORITIES),
        Field("tags", "Tags", _tags(routine.tags), "like #till"),
        Field("details", "Details", routine.details, "What is to be done?", Kind.TEXT),
    )


def _routine(team: Team, typed: Typed, today: date) -> dict[str, Any]:
    """What was typed, as documents have it.

    Raises:
        Refused: it is not a day, not an effort, or somebody who is named does not exist.
    """
    values: dict[str, Any] = dict(typed)
    if "first" in typed:
        values["first"] = days.day(typed["first"], today) if typed["first"].strip() else today
    if "role" in typed:
        values["role"] = _role(team, typed["role"])
    if "assignees" in typed:
        values["assignees"] = [lookup.member_named(team, name).login for name in parts(typed["assignees"])]
    if "estimate" in typed:
        values["estimate"] = days.hours(typed["estimate"]) if typed["estimate"].strip() else None
    if "ahead" in typed:
        values["ahead"] = number_or_none(typed["ahead"]) or 0
    if "tags" in typed:
        values["tags"] = _tag_names(typed["tags"])
    return values


def _freeze_fields(freeze: Freeze) -> tuple[Field, ...]:
    return (
        Field("name", "Name", freeze.name, "like Black Friday"),
        Field("tags", "Tags", _tags(freeze.tags), "whose cards do not move, like #checkout"),
        Field("start", "From", freeze.start.isoformat(), _DAY),
        Field("end", "Until", freeze.end.isoformat(), "the last day"),
        Field("reason", "Why", freeze.reason, "Why should they not move?", Kind.TEXT),
    )


def _freeze(typed: Typed, today: date) -> dict[str, Any]:
    """What was typed, as documents have it.

    Raises:
        Refused: it is not a day.
    """
    values: dict[str, Any] = dict(typed)
    for name in ("start", "end"):
        if name in typed:
            values[name] = days.day(typed[name], today)
    if "tags" in typed:
        values["tags"] = _tag_names(typed["tags"])
    return values


def _role_name(team: Team, role: int | None) -> str:
    found = team.find(Role, role) if role is not None else None
    return found.name if found else ""


def _role(team: Team, text: str) -> int | None:
    return lookup.role_named(team, text).id if text.strip() else None


def _tags(tags: list[str]) -> str:
    return " ".join(f"#{tag}" for tag in tags)


def _tag_names(text: str) -> list[str]:
    return [word.removeprefix("#") for word in text.replace(",", " ").split()]
