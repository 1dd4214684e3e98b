"""Bringing back what was: the difference to now as one change, which the history keeps like any other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import get_type_hints

from store.change import Change, Edit, difference
from store.errors import Refused
from store.models import TABLES, Fields, Raw, Unfit
from store.past.saying import called
from store.past.search import Key
from store.team import Team

Tables = Mapping[str, Mapping[int, Raw]]


@dataclass(frozen=True, slots=True)
class Restoring:
    """What bringing back would do."""

    change: Change
    newer: tuple[Key, ...] = ()
    """Documents that came since; they stay, unless they are to be put away."""
    problems: tuple[str, ...] = ()
    """A sentence for each document that cannot be brought back."""


def bring_back(
    team: Team,
    then: Tables,
    now: datetime,
    *,
    only: Collection[Key] | None = None,
    exactly: bool = False,
) -> Restoring:
    """The change that makes the team, or some documents of it, what they were. Nothing is removed by it.

    Args:
        team: as it is now.
        then: the documents as they were.
        now: when it is done.
        only: the documents to bring back; `None`: all of them.
        exactly: also put away what came since and can be put away.
    """
    edits: list[Edit] = []
    newer: list[Key] = []
    problems: list[str] = []
    for table, id in _keys(team, then, only):
        old, new = team.tables.get(table, {}).get(id), then.get(table, {}).get(id)
        if new is None:
            assert old is not None
            newer.append((table, id))
            edits += _put_away(table, id, old, now) if exactly else ()
            continue
        try:
            edits += _compare(table, id, old, new)
        except (Refused, TypeError, ValueError) as error:
            problems.append(f"{called(team, table, id)} stays as it is: {_reason(error)}")
    return Restoring(Change(tuple(edits)), tuple(newer), tuple(problems))


def _keys(team: Team, then: Tables, only: Collection[Key] | None) -> Iterator[Key]:
    for table in sorted({*team.tables, *then}):
        for id in sorted({*team.tables.get(table, {}), *then.get(table, {})}):
            if only is None or (table, id) in only:
                yield table, id


def _compare(table: str, id: int, old: Raw | None, new: Raw) -> tuple[Edit, ...]:
    """The edit back to what it was; only what differs has to fit today's documents."""
    if not isinstance(new, dict):
        raise Refused("it is not a document.")
    if old == new:
        return ()
    checked = _checked(table, id, new)
    if old is None:
        return (Edit(table, id, None, checked),)
    differs = {name for name in {**old, **new} if old.get(name) != new.get(name)}
    kept: Fields = {name: value for name, value in old.items() if name not in differs}
    return difference(table, id, old, {**kept, **{n: v for n, v in checked.items() if n in differs}})


def _checked(table: str, id: int, raw: Raw) -> Raw:
    kind = TABLES.get(table)
    return raw if kind is None else kind.checked({**raw, "id": id}).raw()


def _put_away(table: str, id: int, old: Raw, now: datetime) -> tuple[Edit, ...]:
    kind = TABLES.get(table)
    fields = get_type_hints(kind) if kind else {}
    field = next((name for name in ("archived_at", "left_at") if name in fields), "")
    if not field or old.get(field):
        return ()
    return difference(table, id, old, {**old, field: now.isoformat().replace("+00:00", "Z")})


def _reason(error: Exception) -> str:
    if isinstance(error, Unfit):
        problem = error.problems[0]
        return f"{'.'.join(map(str, problem.path))}: {problem.words}"
    return str(error)
