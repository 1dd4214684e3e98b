"""The form of something that a role answers for."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from store.change import Change
from store.models import Duty, Role
from store.rules import lookup, responsibilities
from store.team import Team
from tui.settings.form import Field, Form, Kind, Typed, parts
from tui.settings.looks import people

_WHO = {
    Duty.ACCOUNTABLE: ("Accountable", "the one person who answers for it"),
    Duty.RESPONSIBLE: ("Responsible", "who does the work, with commas between"),
    Duty.CONSULTED: ("Consulted", "who is asked before"),
    Duty.INFORMED: ("Informed", "who is told afterwards"),
}


def new_duty_form(team: Team, role: Role, id: int) -> Form:
    """A new responsibility of a role."""

    def change(typed: Typed, by: str, now: datetime) -> Change:
        values = _values(team, typed)
        return responsibilities.add(team, values.pop("name", ""), by, now, role=role.id, id=id, **values)

    names = people(team)
    who = (
        Field(duty.value, label, hint=hint, suggestions=lambda: names) for duty, (label, hint) in _WHO.items()
    )
    fields = (
        Field("name", "Name", hint="what somebody can count on, like returns handled within 48 h"),
        *who,
        Field(
            "details",
            "Details",
            hint="What belongs to it, and by which words people look for it",
            kind=Kind.TEXT,
        ),
    )
    return Form(f"New responsibility of {role.name}", fields, change, is_new=True)


def _values(team: Team, typed: Typed) -> dict[str, Any]:
    values: dict[str, Any] = dict(typed)
    for duty in Duty:
        if duty.value in typed:
            values[duty.value] = [lookup.member_named(team, name).login for name in parts(typed[duty.value])]
    return values
