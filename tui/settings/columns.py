"""The board's columns: the steps of work."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from store.change import Change
from store.models import Column, ColumnKind
from store.rules import setup
from store.team import Team
from tui.settings.form import Field, Form, Kind, Typed, number_or_none
from tui.settings.looks import AWAY, KINDS, count_and_limit, in_one_line
from tui.settings.section import Section
from widgets.listing_row import Key, Row
from widgets.signs import Signs


class Columns(Section):
    """From left to right; archived ones come last."""

    title: ClassVar[str] = "Columns"
    thing: ClassVar[str] = "column"
    heads: ClassVar[tuple[str, ...]] = ("Column", "Kind", "Cards", "Policy")
    least: ClassVar[tuple[int, ...]] = (8, 10, 5, 12)
    tables: ClassVar[frozenset[str]] = frozenset({"columns", "tasks"})

    def rows(self, team: Team, signs: Signs) -> Sequence[Row]:
        """Name, kind, cards and limit, and how the policy begins."""
        away = sorted((c for c in team.all(Column) if c.archived_at), key=lambda c: c.id)
        return [_row(team, column, signs) for column in (*team.columns, *away)]

    def form(self, team: Team, key: Key, signs: Signs) -> Form:
        """Name, kind, limit and policy."""
        column = team.column(int(key))

        def change(typed: Typed, by: str, now: datetime) -> Change:
            return setup.edit_column(team, column.id, by, now, **_values(typed))

        return Form(f"Column {column.name}", _fields(column, signs), change)

    def new_form(self, team: Team, id: int, signs: Signs) -> Form:
        """The same for a new one, to the right of the others."""

        def change(typed: Typed, by: str, now: datetime) -> Change:
            values = _values(typed)
            return setup.add_column(team, values.pop("name", ""), by, now, id=id, **values)

        return Form("New column", _fields(None, signs), change, is_new=True)

    def moved(self, team: Team, key: Key, offset: int, by: str, now: datetime) -> Change:
        """Up is to the left on the board."""
        return setup.move_column(team, int(key), offset, by, now)

    def archived(self, team: Team, key: Key, by: str, now: datetime) -> Change:
        """Only an empty column is put away."""
        away = team.column(int(key)).archived_at is not None
        return setup.edit_column(team, int(key), by, now, archived_at=None if away else now)


def _row(team: Team, column: Column, signs: Signs) -> Row:
    policy = in_one_line(column.policy)
    kind = AWAY if column.archived_at else f"{signs.kinds[column.kind]} {KINDS[column.kind]}"
    cards = count_and_limit(team.count(column.id), column.wip_limit, signs)
    return Row(column.id, (column.name, kind, cards, policy), policy, is_quiet=bool(column.archived_at))


def _fields(column: Column | None, signs: Signs) -> tuple[Field, ...]:
    kinds = tuple((kind.value, f"{signs.kinds[kind]} {words}") for kind, words in KINDS.items())
    limit = str(column.wip_limit) if column and column.wip_limit else ""
    return (
        Field("name", "Name", column.name if column else ""),
        Field("kind", "Cards are", (column or _PLAIN).kind.value, kind=Kind.CHOICE, choices=kinds),
        Field("wip_limit", "Limit", limit, "cards at once; empty: no limit"),
        Field(
            "policy",
            "Policy",
            column.policy if column else "",
            "When a card may enter or leave, in your own words",
            kind=Kind.TEXT,
        ),
    )


def _values(typed: Typed) -> dict[str, Any]:
    values: dict[str, Any] = dict(typed)
    if "wip_limit" in typed:
        values["wip_limit"] = number_or_none(typed["wip_limit"])
    return values


_PLAIN = Column(name="?", kind=ColumnKind.QUEUE)
"""What a new column begins as."""
