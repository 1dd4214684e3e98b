"""`tagwerk freeze`: times in which cards with certain tags should not move."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from store.change import Change
from store.days import spoken
from store.errors import NotFound
from store.models import Fields, Freeze
from store.playbooks.known import freezes
from store.rules import freezes as rules
from store.rules.words import listed, quoted
from store.team import Team
from store.text import whole_number
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.changing import Grid, done
from tui.commands.playbook_shapes import freeze_shape
from tui.commands.session import Session, session
from tui.commands.texts import text_or_input


def everything(call: Call) -> Grid:
    """The freezes, the earliest first.

    Raises:
        StorageError: the folder does not answer.
    """
    return all_of_them(call, archived=False)


def all_of_them(call: Call, *, archived: bool) -> Grid:
    """The freezes, the earliest first.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        today = opened.today
        found = freezes(opened.team, archived=archived)
        rows = [
            [
                str(one.id),
                one.name,
                f"{spoken(one.start, today)} – {spoken(one.end, today)}",
                " ".join(f"#{tag}" for tag in one.tags),
                "holds" if one.holds(today) else "",
            ]
            for one in found
        ]
        nothing = (
            "Nothing is frozen; “tagwerk freeze add NAME --tag TAG --until DAY” keeps cards from moving."
        )
        return Grid(rows, (0, 12, 0, 8, 0), {"freezes": [freeze_shape(one, today) for one in found]}, nothing)


def add(call: Call, *, name: list[str], **given: Any) -> Said:
    """Keep cards with a tag from moving for a time.

    Raises:
        Refused: the person leads no role, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        fields = {"start": opened.today, **_fields(call, opened, given)}
        change = rules.add(opened.team, " ".join(name), opened.person, opened.now, **fields)
        return _done(opened, change)


def edit(call: Call, *, freeze: str, name: str | None, **given: Any) -> Said:
    """Change a freeze.

    Raises:
        NotFound: there is no such freeze.
        Refused: the person leads no role, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        found = _named(opened.team, freeze)
        fields = _fields(call, opened, given) | ({"name": name} if name is not None else {})
        return _done(opened, rules.edit(opened.team, found.id, opened.person, opened.now, **fields), found.id)


def end(call: Call, *, freeze: str) -> Said:
    """Let cards move again from today on.

    Raises:
        NotFound: there is no such freeze.
        Refused: the person leads no role, or it does not hold today.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        found = _named(opened.team, freeze)
        return _done(opened, rules.end(opened.team, found.id, opened.person, opened.now), found.id)


def archive(call: Call, *, freeze: str) -> Said:
    """Put a freeze away.

    Raises:
        NotFound: there is no such freeze.
        Refused: the person leads no role.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        found = _named(opened.team, freeze)
        return _done(opened, rules.archive(opened.team, found.id, opened.person, opened.now), found.id)


def _fields(call: Call, opened: Session, given: Mapping[str, Any]) -> Fields:
    fields: Fields = {name: value for name, value in given.items() if value is not None}
    for name in ("start", "end"):
        if name in fields:
            fields[name] = fields[name](opened.today)
    if "reason" in fields:
        fields["reason"] = text_or_input(call, fields["reason"])
    return fields


def _named(team: Team, typed: str) -> Freeze:
    live, low = freezes(team), typed.strip().casefold()
    number = whole_number(typed.strip().removeprefix("#"))
    found = [one for one in live if one.id == number] or [
        one for one in live if low and low in one.name.casefold()
    ]
    if len(found) != 1:
        names = listed((f"{one.id} {quoted(one.name)}" for one in found or live), "or")
        raise NotFound(f"{quoted(typed)} is not one freeze; choose {names}.")
    return found[0]


def _done(opened: Session, change: Change, id: int = -1) -> Said:
    def content(numbers: Mapping[tuple[str, int], int]) -> dict[str, object]:
        freeze = rules.freeze_numbered(opened.team, numbers.get(("freezes", id), id))
        return {"freeze": freeze_shape(freeze, opened.today)}

    return done(opened, change, content)
