"""A value as a form."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from store.change import Change
from store.models import Value
from store.rules import values
from store.team import Team
from tui.settings.form import Field, Form, Kind, Typed, lines


def new_value_form(team: Team, id: int) -> Form:
    """A value that is not written yet, under the number that stands for it until the commit."""

    def change(typed: Typed, by: str, now: datetime) -> Change:
        fields = _values(typed)
        return values.add(team, str(fields.pop("name", "")), by, now, id=id, **fields)

    return Form("New value", _fields("", "", []), change, is_new=True)


def value_form(team: Team, value: Value) -> Form:
    """What a value says; only what is changed is written."""

    def change(typed: Typed, by: str, now: datetime) -> Change:
        return values.edit(team, value.id, by, now, **_values(typed))

    return Form("Value", _fields(value.name, value.about, value.practice), change)


def _fields(name: str, about: str, practice: list[str]) -> tuple[Field, ...]:
    said = "\n".join(practice)
    return (
        Field("name", "Value", name, "in a few words, like No surprises for each other"),
        Field("about", "Why", about, "Why it matters", Kind.TEXT),
        Field("practice", "Looks like", said, "What one sees on an ordinary day, each on a line", Kind.TEXT),
    )


def _values(typed: Typed) -> dict[str, Any]:
    fields: dict[str, Any] = dict(typed)
    if "practice" in fields:
        fields["practice"] = lines(fields["practice"])
    return fields
