"""The shapes of `--json` for who answers for what; see `shapes`."""

from __future__ import annotations

from store.duties.responsibilities import role_of
from store.models import Responsibility
from store.team import Team
from tui.commands.answer import Json
from tui.commands.shapes import moment


def responsibility_shape(team: Team, one: Responsibility) -> Json:
    """Something that somebody answers for, and who has which part in it."""
    role = role_of(team, one)
    return {
        "number": one.id,
        "name": one.name,
        "details": one.details,
        "role": role.name if role else None,
        "accountable": list(one.accountable),
        "responsible": list(one.responsible),
        "consulted": list(one.consulted),
        "informed": list(one.informed),
        "archived_at": moment(one.archived_at),
    }
