"""Doing to cards what a line says."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime

from store.change import Change, combine
from store.errors import Refused
from store.models import Fields, Task
from store.rules import moving, tasks
from store.rules.board import on_board
from store.rules.bulk import bulk
from store.rules.moving import Keep
from store.rules.quick.meant import Quick
from store.rules.words import counted, named
from store.team import Team


def apply_quick(
    team: Team,
    task_ids: Collection[int],
    quick: Quick,
    by: str,
    now: datetime,
    override: bool = False,
) -> Change:
    """Change cards as a line says, all of them or none. What holds for a card already is left as it is.

    Args:
        team: the snapshot.
        task_ids: numbers of the cards.
        quick: the line; a title in it becomes that of each card.
        by: login of the person.
        now: when the person does it.
        override: go over limits.

    Raises:
        NeedsConsent: a column or role has reached its limit.
        NotFound: one of the cards does not exist.
        Refused: the line says nothing, or one of the cards is archived.
    """
    if not quick:
        raise Refused("That changes nothing; write like @ana, -@ben, !high, #tag, due:fri or ~Role.")
    ids = list(dict.fromkeys(task_ids))
    cards = named(on_board(team, ids[0])) if len(ids) == 1 else counted(len(ids), "card")
    label = f"changed {cards}: {quick.understood(team) or quick.title}"

    def rule(team: Team, id: int) -> Change:
        return _changed(team, id, quick, by, now, override)

    return bulk(team, ids, rule, label, by, now)


def _changed(team: Team, id: int, quick: Quick, by: str, now: datetime, override: bool) -> Change:
    task = on_board(team, id)
    # Both start from the same snapshot: what a card says and where it stands are different fields.
    changes = [tasks.edit(team, id, by, now, **dict(_fields(task, quick)))]
    role = task.role if isinstance(quick.role, Keep) else quick.role
    if quick.column is not None and quick.column != task.column:
        changes.append(moving.move(team, id, quick.column, by, now, role=role, override=override))
    elif role != task.role:
        changes.append(moving.hand_over(team, id, role, by, now, override=override))
    return combine(changes, "")


def _fields(task: Task, quick: Quick) -> Iterator[tuple[str, object]]:
    said: Fields = dict(quick.fields)
    people, tags = said.pop("assignees", []), said.pop("tags", [])
    yield from said.items()
    if quick.title:
        yield "title", quick.title
    stay = [] if quick.everybody_off else task.assignees
    yield "assignees", _without([*stay, *people], quick.people_off)
    yield "tags", _without([*task.tags, *tags], quick.tags_off)


def _without(words: list[str], off: Collection[str]) -> list[str]:
    gone = {word.casefold() for word in off}
    return [word for word in dict.fromkeys(words) if word.casefold() not in gone]
