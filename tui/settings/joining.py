"""What taking somebody in begins: the playbooks for it, in the form of a new person."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from store.change import Change
from store.models import PlaybookKind
from store.phrases import counted, listed, quoted
from store.playbooks.known import playbooks, playbooks_for
from store.rules import leaving
from store.team import Team
from tui.settings.form import Field, Kind

_NAME = "playbooks"
_START, _NONE = "start", ""


def fields(team: Team, *, starts: bool) -> tuple[Field, ...]:
    """Whether the playbooks for joining are started; none where there are no such playbooks.

    Args:
        team: the snapshot.
        starts: whether that is wanted at first.
    """
    found = playbooks(team, PlaybookKind.JOINING)
    if not found:
        return ()
    names = listed(quoted(one.name, 20) for one in found)
    cards = counted(sum(len(one.steps) for one in found), "card")
    choices = ((_NONE, "start none"), (_START, f"start those that fit: {names} ({cards} at most)"))
    value = _START if starts else _NONE
    return (Field(_NAME, "Playbooks", value, kind=Kind.CHOICE, choices=choices),)


def joined(
    team: Team, values: dict[str, Any], by: str, now: datetime, *, id: int, starts: bool = False
) -> Change:
    """Take somebody in as the form says, with the cards of the playbooks for her roles on her first day.

    Raises:
        Refused: the login is taken, or a value does not fit.
    """
    is_wanted = values.pop(_NAME, _START if starts else _NONE) == _START
    found = playbooks_for(team, PlaybookKind.JOINING, values.get("roles", [])) if is_wanted else []
    login, day = values.pop("login", ""), values.pop("joined_on", None)
    numbers = [one.id for one in found]
    return leaving.join(team, login, by, now, day=day, playbooks=numbers, id=id, **values)
