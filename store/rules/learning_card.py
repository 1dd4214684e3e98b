"""A learning item as a card on the board: making it, finishing it, putting it away."""

from __future__ import annotations

from datetime import datetime

from store.change import Change, combine
from store.models import ColumnKind, LearningItem, Task
from store.rules import tasks
from store.rules.moving import move
from store.rules.valid import changed
from store.skills.people import main_role
from store.team import Team


def card_of(team: Team, item: LearningItem) -> Task | None:
    """The card that an item is; `None` where it is none, or that card is put away or gone."""
    task = team.find(Task, item.task) if item.task is not None else None
    return None if task is None or task.archived_at else task


def made(
    team: Team, item: LearningItem, by: str, now: datetime, *, label: str, id: int, override: bool
) -> Change:
    """A card for an item, or the one that it was before, back on the board; the item names it.

    Raises:
        NeedsConsent: the column or the role has reached its limit.
        Refused: the board has no columns.
    """
    old = team.find(Task, item.task) if item.task is not None else None
    if old is not None and old.archived_at:
        return tasks.restore(team, old.id, by, now, override=override).signed(by, now, label)
    role = main_role(team, team.members.get(item.person))
    card = tasks.create(
        team,
        item.title,
        by,
        now,
        id=id,
        override=override,
        role=role.id if role and not role.archived_at else None,
        assignees=[item.person] if item.person in team.members else [],
        due=item.due,
        estimate=item.hours or None,
        links=[item.link],
        description=item.why,
    )
    number = next(edit.id for edit in card.edits if edit.table == "tasks" and edit.before is None)
    return combine([card, changed(item, "", {"task": number})], label).signed(by, now)


def finished(team: Team, item: LearningItem, by: str, now: datetime, override: bool) -> list[Change]:
    """What finishes the card of an item; nothing where it is none, is finished, or no column is for that.

    Raises:
        NeedsConsent: the column has reached its limit.
    """
    card = card_of(team, item)
    done = next((column for column in team.columns if column.kind is ColumnKind.DONE), None)
    if card is None or card.finished_at or done is None:
        return []
    return [move(team, card.id, done.id, by, now, override=override)]


def put_away(team: Team, item: LearningItem, change: Change, now: datetime) -> Change:
    """A change of the item, with its card put away where that is not finished."""
    card = card_of(team, item)
    if card is None or card.finished_at:
        return change
    return combine([change, changed(card, "", {"archived_at": now})], change.label)
