"""What stands in an order and has a name of its own: columns, roles, tags."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from store.change import Change, Edit
from store.errors import Refused
from store.models import COLOURS, Column, Raw, Role, Skill, Tag
from store.rules.places import rank_edits, ranks
from store.rules.valid import called, changed, refuse_unknown
from store.rules.words import listed, quoted

Arranged = Column | Role | Skill | Tag
"""What stands in an order and has a name."""


class Placed(Protocol):
    """What stands in an order."""

    @property
    def id(self) -> int:
        """Its number."""

    @property
    def position(self) -> str:
        """Its rank."""


def refuse_taken(others: Sequence[Arranged], id: int, name: str) -> None:
    """Raises `Refused` when another one has this name, in whatever case of letters."""
    for other in others:
        if other.id != id and other.name.casefold() == name.casefold():
            raise Refused(
                f"There is already a {type(other).__name__.lower()} {quoted(name)}; choose another name."
            )


def refuse_unknown_colour(fields: Raw) -> None:
    """Raises `Refused` when the fields have a colour that no theme knows."""
    colour = fields.get("colour")
    if colour and colour not in COLOURS:
        raise Refused(f"The colour {quoted(colour)} is not known; choose {listed(COLOURS, 'or')}.")


def at_the_end(table: str, places: Sequence[Placed], id: int) -> tuple[str, tuple[Edit, ...]]:
    """The rank behind the others, and the edits of those that are in the way."""
    return at(table, places, len(places), id)


def at(table: str, places: Sequence[Placed], index: int, id: int) -> tuple[str, tuple[Edit, ...]]:
    """The rank behind so many of the others, and the edits of those that are in the way."""
    ranked = tuple((place.position, place.id) for place in places)
    new = ranks(ranked, index, id)
    return new[id], rank_edits(ranked, new, table)


def colour_of(role: Role) -> str:
    """A role's colour: its own, or the one that its number gives it."""
    return role.colour if role.colour in COLOURS else COLOURS[role.id % len(COLOURS)]


def free_colour(roles: Iterable[Role]) -> str:
    """The first colour that none of the roles has; empty, for chosen by the number, where all are taken."""
    taken = {colour_of(role) for role in roles}
    return next((colour for colour in COLOURS if colour not in taken), "")


def moved(table: str, places: Sequence[Placed], id: int, offset: int, label: str) -> Change:
    """One of them moved among the others by so many places; at the edge nothing changes."""
    at = [place.id for place in places].index(id)
    to = min(max(at + offset, 0), len(places) - 1)
    if to == at:
        return Change(label=label)
    everything = tuple((place.position, place.id) for place in places)
    new = ranks(everything[:at] + everything[at + 1 :], to, id)
    return Change(rank_edits(everything, new, table), label)


def edited(others: Sequence[Arranged], place: Arranged, fields: Mapping[str, Any]) -> Change:
    """New values for some fields of one of them.

    Raises:
        Refused: the name is taken, or a value does not fit its field.
    """
    refuse_unknown(type(place), fields)
    if "position" in fields:
        raise Refused(f"The position of {quoted(place.name)} is not edited like this; move it instead.")
    change = changed(place, "", fields)
    for edit in change.edits:
        after = edit.after or {}
        if "name" in after or "archived_at" in after:
            refuse_taken(others, place.id, after.get("name") or place.name)
    return change


def labelled(change: Change, what: str, by: str, now: datetime) -> Change:
    """A signed change that says in its label which fields of what it changes."""
    fields = [name for edit in change.edits for name in edit.after or ()]
    for name, (away, back) in _COMING_AND_GOING.items():
        if fields == [name]:
            after = change.edits[0].after or {}
            return change.signed(by, now, (away if after[name] else back).format(what))
    return change.signed(by, now, f"changed the {listed(map(called, fields))} of {what}")


_COMING_AND_GOING = {
    "archived_at": ("archived {}", "brought back {}"),
    "left_at": ("took {} out of the team", "brought {} back into the team"),
}
"""Field to what its setting and its clearing mean."""
