"""Where tags stand beside cards: in freezes, routines and playbooks, which go by them."""

from __future__ import annotations

from collections.abc import Iterator

from store.change import Edit
from store.models import Freeze, Playbook, Routine
from store.models.part import plain
from store.team import Team


def replaced_elsewhere(team: Team, old: str, new: str) -> tuple[Edit, ...]:
    """One edit for each freeze, routine and playbook that names a tag: a freeze goes on to hold its cards."""
    return tuple(_edits(team, old, new))


def _edits(team: Team, old: str, new: str) -> Iterator[Edit]:
    for freeze in team.all(Freeze):
        yield from _edit("freezes", freeze.id, "tags", freeze.tags, _with(freeze.tags, old, new))
    for routine in team.all(Routine):
        yield from _edit("routines", routine.id, "tags", routine.tags, _with(routine.tags, old, new))
    for book in team.all(Playbook):
        frozen = _with(book.freeze_tags, old, new)
        yield from _edit("playbooks", book.id, "freeze_tags", book.freeze_tags, frozen)
        steps = plain(book.steps)
        others = [
            {**step.raw(), "tags": _with(step.tags, old, new)} if _has(step.tags, old) else step.raw()
            for step in book.steps
        ]
        yield from _edit("playbooks", book.id, "steps", steps, others)


def _edit(table: str, id: int, field: str, before: object, after: object) -> Iterator[Edit]:
    if before != after:
        yield Edit(table, id, {field: before}, {field: after})


def _has(tags: list[str], old: str) -> bool:
    return any(tag.casefold() == old.casefold() for tag in tags)


def _with(tags: list[str], old: str, new: str) -> list[str]:
    """The tags with the new one in the place of the old; each once."""
    return list(dict.fromkeys(new if tag.casefold() == old.casefold() else tag for tag in tags))
