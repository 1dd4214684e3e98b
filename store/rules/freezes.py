"""Times in which cards with certain tags should not move, and asking before one does."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from store.change import Change
from store.errors import Frozen, NeedsConsent, NotFound, Refused
from store.models import Column, Fields, Freeze, Task
from store.playbooks.freezing import holding, in_force, said
from store.rules.board import free_number
from store.rules.membership import refuse_unless_lead
from store.rules.valid import called, changed, refuse_unknown, valid
from store.rules.words import named, quoted
from store.team import Team

_ASKS = "; the same again goes over it."
"""How every such question ends."""
_WRITTEN = ("name", "tags", "start", "end", "reason")


def consent(team: Team, task: Task, to: Column, today: date, override: bool) -> str:
    """What a label adds when a frozen card goes into another column; empty when it is not frozen.

    Raises:
        NeedsConsent: it is frozen and the person has not agreed; the sentence says by what and until when.
    """
    held = holding(in_force(team, today), task.tags) if task.column != to.id else {}
    if not held:
        return ""
    if not override:
        raise Frozen(f"{named(task)} should not move: {said(held, today)}{_ASKS}")
    return ", though frozen"


def both(ask: NeedsConsent, another: NeedsConsent) -> NeedsConsent:
    """Two questions as one: who is asked has to know all of it."""
    return Frozen(f"{str(ask).removesuffix(_ASKS)}; {another}")


def freeze_numbered(team: Team, id: int) -> Freeze:
    """A freeze by its number.

    Raises:
        NotFound: there is none.
    """
    found = team.find(Freeze, id)
    if found is None:
        raise NotFound(f"There is no freeze {id}; “tagwerk freeze list” shows those there are.")
    return found


def add(team: Team, name: str, by: str, now: datetime, *, id: int = -1, **fields: Any) -> Change:
    """A new freeze, from `start` to `end`, for cards that have one of the `tags`.

    Raises:
        Refused: the person leads no role, there is no tag, it ends before it begins, or a value does not fit.
    """
    refuse_unless_lead(team, by, "changes freezes")
    _refuse_others(fields)
    number = free_number(team, "freezes", id)
    new = valid(Freeze, {**_bare(fields), "id": number, "name": name})
    _refuse_unfit(new)
    return Change.insert("freezes", new, f"froze {_tags(new)} for {quoted(new.name)}", number).signed(by, now)


def edit(team: Team, freeze_id: int, by: str, now: datetime, **fields: Any) -> Change:
    """Change a freeze.

    Raises:
        NotFound: there is no such freeze.
        Refused: the person leads no role, it is archived, or a value does not fit.
    """
    refuse_unless_lead(team, by, "changes freezes")
    old = _live(team, freeze_id)
    _refuse_others(fields)
    fields = _bare(fields)
    change = changed(old, f"changed the freeze {quoted(old.name)}", fields)
    _refuse_unfit(valid(Freeze, {**old.raw(), **fields, "id": old.id}))
    return change.signed(by, now)


def end(team: Team, freeze_id: int, by: str, now: datetime) -> Change:
    """Let cards move again from today on; it stays on record up to yesterday.

    Raises:
        NotFound: there is no such freeze.
        Refused: the person leads no role, or it does not hold today.
    """
    refuse_unless_lead(team, by, "changes freezes")
    old, today = _live(team, freeze_id), team.today(now)
    if not old.holds(today):
        raise Refused(f"The freeze {quoted(old.name)} does not hold today; change its days, or archive it.")
    # One that began today has not held for a whole day.
    fields: Fields = {"end": today - timedelta(1)} if old.start < today else {"archived_at": now}
    return changed(old, f"ended the freeze {quoted(old.name)}", fields).signed(by, now)


def archive(team: Team, freeze_id: int, by: str, now: datetime) -> Change:
    """Put a freeze away.

    Raises:
        NotFound: there is no such freeze.
        Refused: the person leads no role, or it is archived already.
    """
    refuse_unless_lead(team, by, "changes freezes")
    old = _live(team, freeze_id)
    return changed(old, f"archived the freeze {quoted(old.name)}", {"archived_at": now}).signed(by, now)


def _live(team: Team, id: int) -> Freeze:
    found = freeze_numbered(team, id)
    if found.archived_at:
        raise Refused(f"The freeze {quoted(found.name)} is archived already.")
    return found


def _bare(fields: Fields) -> Fields:
    """Tags without the sign before them."""
    if isinstance(fields.get("tags"), list):
        fields["tags"] = [str(tag).strip().removeprefix("#") for tag in fields["tags"]]
    return fields


def _refuse_others(fields: Fields) -> None:
    refuse_unknown(Freeze, fields)
    for name in fields:
        if name not in _WRITTEN:
            raise Refused(f"The {called(name)} of a freeze is not edited like this; end or archive it.")


def _refuse_unfit(new: Freeze) -> None:
    if not new.tags:
        raise Refused(
            f"Name a tag whose cards {quoted(new.name)} freezes; without one it would freeze nothing."
        )
    if new.end < new.start:
        raise Refused(
            f"The freeze {quoted(new.name)} ends before it begins; its first day comes before its last."
        )


def _tags(freeze: Freeze) -> str:
    return " ".join(f"#{tag}" for tag in freeze.tags)
