"""What is typed for the fields of posts."""

from __future__ import annotations

from typing import Any

from store.models import Fields, Role
from store.rules.lookup import addressee_named
from store.team import Team
from tui.commands.call import Call
from tui.commands.session import Session
from tui.commands.texts import text_or_input

_NOTHING = "none"
_EVERYONE = (_NOTHING, "everyone", "everybody", "all")
"""What is typed to address nobody by name."""


def of_post(call: Call, opened: Session, given: dict[str, Any], to: list[str]) -> Fields:
    """What was given of a post, with names and days as documents have them; `none` empties a field.

    Raises:
        NotFound: there is no such role or person.
        Refused: a name fits several, or the input is no text.
    """
    fields: Fields = {name: value for name, value in given.items() if value not in (None, [])}
    for name in ("acknowledge_by", "pinned_until"):
        if name in fields:
            fields[name] = fields[name](opened.today)
    for name in ("tasks", "goals"):
        if name in fields:
            fields[name] = [number for number in dict.fromkeys(fields[name]) if number]
    if "body" in fields:
        is_nothing = fields["body"].strip().casefold() == _NOTHING
        fields["body"] = "" if is_nothing else text_or_input(call, fields["body"])
    if to:
        fields["roles"], fields["people"] = _addressees(opened.team, to)
    return fields


def _addressees(team: Team, typed: list[str]) -> tuple[list[int], list[str]]:
    """Numbers of the roles and logins of the people that are meant; nobody by name is everyone."""
    # A role or a person may be called so; the signs before a name say that it is one.
    found = [addressee_named(team, one) for one in typed if one.strip().casefold() not in _EVERYONE]
    roles = [one.id for one in found if isinstance(one, Role)]
    return [*dict.fromkeys(roles)], [one.login for one in found if not isinstance(one, Role)]
