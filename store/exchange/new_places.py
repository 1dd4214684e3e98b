"""Columns and roles that an import makes: their kind and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from store import rank
from store.exchange.imported import CardList
from store.models import Column, ColumnKind, Fields, Role
from store.team import Team
from store.text import clean_line

NAME_LIMIT = 60
"""Characters that the name of a column or role may have."""

_DONE = re.compile(
    r"\b(done|completed?|finished|closed|shipped|released|fertig|erledigt|abgeschlossen|geschafft)\b|✅|✔",
    re.I,
)
_ACTIVE = re.compile(
    r"\b(doing|in progress|ongoing|reviews?|wip|testing|waiting"
    r"|in arbeit|in bearbeitung|läuft|prüfung|wartet)\b",
    re.I,
)
# “Ready for review”, “not done”, “to be completed”: the first word says that it has not happened.
_NOT_YET = re.compile(r"^\W*(not|to be|ready|next|nicht|noch)\b", re.I)


def short_name(name: str) -> str:
    """A name as a column or role can have it."""
    return clean_line(name)[:NAME_LIMIT].strip()


def folded(name: str) -> str:
    """A name for comparing: two that differ only in small and capital letters are the same."""
    return short_name(name).casefold()


def column_kind(name: str) -> ColumnKind:
    """What it probably means to stand in a column of this name."""
    if _NOT_YET.search(name):
        return ColumnKind.QUEUE
    if _DONE.search(name):
        return ColumnKind.DONE
    return ColumnKind.ACTIVE if _ACTIVE.search(name) else ColumnKind.QUEUE


def new_columns(team: Team, lists: Iterable[CardList], ids: Iterator[int]) -> list[Column]:
    """Columns for lists, in their order: open ones before the first done column, done ones at the end."""
    kinds = [(li, column_kind(li.name)) for li in lists]
    # An empty board takes the order of the file as it is.
    at_end = [k for k in kinds if k[1] is ColumnKind.DONE or not team.columns]
    before = [k for k in kinds if k not in at_end]
    positions = _before_done(team, len(before))
    last = team.columns[-1].position if team.columns else None
    positions += _after(max(filter(None, [last, *positions]), default=None), len(at_end))
    return [
        Column.checked({**_placed(li.name, position, ids), "kind": kind, "wip_limit": li.wip_limit})
        for (li, kind), position in zip(before + at_end, positions, strict=True)
    ]


def new_roles(team: Team, names: Iterable[str], ids: Iterator[int]) -> list[Role]:
    """Roles with these names, after those that there are."""
    all_names = list(names)
    positions = _after(team.roles[-1].position if team.roles else None, len(all_names))
    return [
        Role.checked(_placed(name, position, ids))
        for name, position in zip(all_names, positions, strict=True)
    ]


def _placed(name: str, position: str, ids: Iterator[int]) -> Fields:
    return {"id": next(ids), "name": short_name(name), "position": position}


def _before_done(team: Team, count: int) -> list[str]:
    """Ranks in order between the last open column and the first done one behind it."""
    positions = [column.position for column in team.columns]
    done = next((i for i, c in enumerate(team.columns) if c.kind is ColumnKind.DONE), len(positions))
    low = positions[done - 1] if done > 0 else None
    high = positions[done] if done < len(positions) else None
    if high is not None and (low or "") >= high:
        # Ranks that others wrote may be equal; then there is no room between.
        low, high = max(positions), None
    ranks: list[str] = []
    for _ in range(count):
        low = rank.between(low or None, high)
        ranks.append(low)
    return ranks


def _after(last: str | None, count: int) -> list[str]:
    """Ranks in order behind the last one."""
    ranks: list[str] = []
    for _ in range(count):
        last = rank.between(last or None, None)
        ranks.append(last)
    return ranks
