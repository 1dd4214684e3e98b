"""The filters that the team keeps for everybody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from store.change import Change
from store.models import SavedFilter
from store.rules import filters
from store.rules.membership import refuse_outsider
from store.team import Team
from tui.settings.form import Field, Form, Typed
from tui.settings.section import Section
from widgets.listing_row import Key, Row
from widgets.signs import Signs


class Filters(Section):
    """In their order; those that were removed are gone from here."""

    title: ClassVar[str] = "Filters"
    thing: ClassVar[str] = "filter"
    heads: ClassVar[tuple[str, ...]] = ("Filter", "Key", "Shows")
    least: ClassVar[tuple[int, ...]] = (12, 3, 12)
    tables: ClassVar[frozenset[str]] = frozenset({"filters"})
    empty: ClassVar[str] = "The team keeps no filters yet; a adds the first one."

    def rows(self, team: Team, signs: Signs) -> Sequence[Row]:
        """Name, the key that calls it up, and the query."""
        return [Row(kept.id, (kept.name, kept.key, kept.query), kept.query) for kept in team.filters]

    def form(self, team: Team, key: Key, signs: Signs) -> Form:
        """Name, query and key."""
        kept = filters.saved(team, int(key))

        def change(typed: Typed, by: str, now: datetime) -> Change:
            return filters.edit(team, kept.id, by, now, **typed)

        return Form(f"Filter {kept.name}", _fields(kept), change)

    def new_form(self, team: Team, id: int, signs: Signs) -> Form:
        """The same for a new one, behind the others."""

        def change(typed: Typed, by: str, now: datetime) -> Change:
            values = {"name": "", "query": "", **typed}
            return filters.save(team, by=by, now=now, id=id, **values)

        return Form("New filter", _fields(None), change, is_new=True)

    def moved(self, team: Team, key: Key, offset: int, by: str, now: datetime) -> Change:
        """The order in which they are offered."""
        return filters.move(team, int(key), offset, by, now)

    def archived(self, team: Team, key: Key, by: str, now: datetime) -> Change:
        """It is removed; only undoing that brings it back."""
        return filters.remove(team, int(key), by, now)

    def refuse(self, team: Team, person: str, key: Key | None) -> None:
        """Everybody in the team keeps filters and forgets them, as on the board."""
        refuse_outsider(team, person)


def _fields(kept: SavedFilter | None) -> tuple[Field, ...]:
    return (
        Field("name", "Name", kept.name if kept else "", "like Due this week"),
        Field("query", "Shows", kept.query if kept else "", "like @me is:open due:week"),
        Field("key", "Key", kept.key if kept else "", "one letter, digit or sign; empty: none"),
    )
