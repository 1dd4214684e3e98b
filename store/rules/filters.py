"""The filters that a team keeps for everybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from store.change import Change
from store.errors import NotFound, Refused
from store.filters import refuse_unclear
from store.models import SavedFilter
from store.rules.board import free_number
from store.rules.places import rank_edits, ranks
from store.rules.valid import called, changed, refuse_unknown, valid
from store.rules.words import listed, quoted
from store.team import Team
from store.text import clean_line

RESERVED = ("+", "-")
"""Keys that no filter can have: on the board they keep one and forget one."""
_FIELDS = ("name", "query", "key")


def save(team: Team, name: str, query: str, by: str, now: datetime, *, key: str = "", id: int = -1) -> Change:
    """Keep a filter under a name, behind the others.

    Raises:
        Refused: the name is empty or taken, the key is taken or no single character, or the query is empty or
            cannot be understood.
    """
    number = free_number(team, "filters", id)
    ranked = _ranked(team)
    new = ranks(ranked, len(ranked), number)
    fields = {"id": number, "name": name, "query": query, "key": key, "position": new[number]}
    _refuse_unfit(team, number, fields, by, now)
    kept = valid(SavedFilter, fields)
    change = Change.insert("filters", kept, f"saved the filter {quoted(kept.name)}", number)
    return replace(change, edits=change.edits + rank_edits(ranked, new, "filters")).signed(by, now)


def edit(team: Team, filter_id: int, by: str, now: datetime, **fields: Any) -> Change:
    """Change the name, the query or the key of a filter.

    Raises:
        NotFound: there is no such filter.
        Refused: as for `save`, or the field is another one.
    """
    old = saved(team, filter_id)
    refuse_unknown(SavedFilter, fields)
    for name in fields:
        if name not in _FIELDS:
            raise Refused(
                f"The {called(name)} of a filter is not edited like this; move or remove the filter."
            )
    _refuse_unfit(team, filter_id, fields, by, now)
    change = changed(old, "", fields)
    names = [called(name) for edit in change.edits for name in edit.after or ()]
    return change.signed(by, now, f"changed the {listed(names)} of the filter {quoted(old.name)}")


def remove(team: Team, filter_id: int, by: str, now: datetime) -> Change:
    """Put a filter away; undoing it brings it back.

    Raises:
        NotFound: there is no such filter.
    """
    old = saved(team, filter_id)
    return changed(old, f"removed the filter {quoted(old.name)}", {"archived_at": now}).signed(by, now)


def move(team: Team, filter_id: int, offset: int, by: str, now: datetime) -> Change:
    """Move a filter among the others: -1 one up, +1 one down. At the edge nothing changes.

    Raises:
        NotFound: there is no such filter.
    """
    label = f"moved the filter {quoted(saved(team, filter_id).name)}"
    everything = _ranked(team)
    at = [id for _, id in everything].index(filter_id)
    to = min(max(at + offset, 0), len(everything) - 1)
    if to == at:
        return Change(label=label).signed(by, now)
    new = ranks(everything[:at] + everything[at + 1 :], to, filter_id)
    return Change(rank_edits(everything, new, "filters"), label).signed(by, now)


def saved(team: Team, filter_id: int) -> SavedFilter:
    """A filter that is in use.

    Raises:
        NotFound: there is none with this number.
    """
    found = next((kept for kept in team.filters if kept.id == filter_id), None)
    if found is None:
        raise NotFound(f"There is no filter {filter_id}; somebody may have removed it.")
    return found


def named(team: Team, name: str) -> SavedFilter:
    """A filter by its name, in any case of letters.

    Raises:
        NotFound: there is none.
    """
    for kept in team.filters:
        if kept.name.casefold() == clean_line(name).casefold():
            return kept
    if not team.filters:
        raise NotFound(f"There is no filter {quoted(name)}; “tagwerk filter add NAME QUERY” saves one.")
    names = listed((quoted(kept.name) for kept in team.filters), "or")
    raise NotFound(f"There is no filter {quoted(name)}; choose {names}.")


def _ranked(team: Team) -> tuple[tuple[str, int], ...]:
    return tuple((kept.position, kept.id) for kept in team.filters)


def _refuse_unfit(team: Team, id: int, fields: Mapping[str, Any], by: str, now: datetime) -> None:
    values = {name: clean_line(str(value)) for name, value in fields.items()}
    if values.get("name") == "":
        raise Refused("The filter has no name; write one, like “Due this week”.")
    if values.get("query") == "":
        raise Refused("The filter is empty; write what it shows, like “@me is:open”.")
    if len(values.get("key", "")) > 1:
        raise Refused(f"{quoted(values['key'])} is not one key; choose a single letter, digit or sign.")
    if values.get("key") in RESERVED:
        raise Refused(f"{quoted(values['key'])} keeps and forgets filters on the board; choose another key.")
    for other in team.filters:
        if other.id != id and other.name.casefold() == values.get("name", "").casefold():
            raise Refused(f"There is already a filter {quoted(other.name)}; choose another name.")
        if other.id != id and other.key and other.key == values.get("key"):
            raise Refused(f"The key {quoted(other.key)} calls up {quoted(other.name)}; choose another key.")
    if "query" in values:
        refuse_unclear(team, values["query"], person=by, today=team.today(now))
