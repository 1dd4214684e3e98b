"""What a responsibility says, as a form."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from store.change import Change
from store.models import Responsibility
from store.rules import lookup
from store.rules.responsibilities import edit
from store.team import Team
from tui.settings.form import Field, Form, Kind, Typed


def responsibility_form(team: Team, one: Responsibility) -> Form:
    """Name, role and details; only what is changed is written."""
    role = next((role.name for role in team.roles if role.id == one.role), "")
    names = [role.name for role in team.roles]

    def change(typed: Typed, by: str, now: datetime) -> Change:
        values: dict[str, Any] = dict(typed)
        if name := typed.get("role"):
            values["role"] = lookup.role_named(team, name).id
        elif name == "":
            values["role"] = None
        return edit(team, one.id, by, now, **values)

    fields = (
        Field("name", "Name", one.name, "something to count on"),
        Field("role", "Role", role, "to which it belongs; empty: to none", suggestions=lambda: names),
        Field(
            "details",
            "Details",
            one.details,
            "What belongs to it, and the words by which people look for it",
            Kind.TEXT,
        ),
    )
    return Form("Responsibility", fields, change)
