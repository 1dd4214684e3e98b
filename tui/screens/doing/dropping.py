"""Putting dragged cards where they were dropped: another column, another lane, another place in the order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from store.change import Change, combine
from store.models import Task
from store.rules import moving, tasks
from store.rules.bulk import bulk
from store.rules.moving import KEEP
from store.rules.words import counted
from store.team import Team
from tui.screens.doing.bench import Bench
from widgets.board.grouping import Grouping, LaneKey
from widgets.board.messages import Dropped


def drop(bench: Bench, dropped: Dropped) -> None:
    """Move them; where that goes over a limit, ask.

    Raises:
        Refused: one of them cannot go there.
    """
    place = bench.place

    def whole(override: bool) -> Change:
        # From the last one on, each under the same card, so that they keep their order.
        order = [place.number_of(number) for number in reversed(dropped.tasks)]
        each = partial(_put, bench, dropped, order, override)
        if len(order) == 1:
            return each(place.team, order[0])
        column = place.team.column(dropped.column).name
        label = f"moved {counted(len(order), 'card')} to {column}"
        return bulk(place.team, order, each, label, place.person, place.now())

    bench.with_consent(whole)


def _put(
    bench: Bench, dropped: Dropped, together: Sequence[int], override: bool, team: Team, id: int
) -> Change:
    place, task = bench.place, team.task(id)
    lane = dropped.lane
    role = (lane.value if isinstance(lane.value, int) else None) if lane.grouping is Grouping.ROLE else KEEP
    goes_to = task.role if role is KEEP else role
    cell = [card for _, card in team.cell(dropped.column, goes_to) if card not in together]
    below = moving.TOP if dropped.below is None else place.number_of(dropped.below)
    if below not in cell and below is not moving.TOP:
        # Where lanes are no roles, the card above may be of another one.
        below = moving.END
    by, now = place.person, place.now()
    changes = [
        moving.move(team, id, dropped.column, by, now, role=role, below=below, override=override),
        *(tasks.edit(team, id, by, now, **fields) for fields in _fields(task, lane, dropped.source)),
    ]
    return combine(changes, changes[0].label if len(changes) == 1 else changes[-1].label).signed(by, now)


def _fields(task: Task, lane: LaneKey, source: LaneKey) -> Iterator[dict[str, object]]:
    """What has to change on a card for it to stand in a lane."""
    if lane == source:
        return
    if lane.grouping is Grouping.PERSON:
        stay = [login for login in task.assignees if login != source.value]
        yield {"assignees": [] if lane.value is None else [*stay, str(lane.value)]}
    elif lane.grouping is Grouping.PRIORITY and lane.value is not None:
        yield {"priority": lane.value}
    elif lane.grouping is Grouping.GOAL:
        yield {"goal": lane.value}
