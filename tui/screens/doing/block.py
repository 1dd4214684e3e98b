"""Moving selected cards of one cell up and down together."""

from __future__ import annotations

from functools import partial

from store.change import Change
from store.errors import Refused
from store.rules import moving
from store.rules.bulk import bulk
from store.rules.words import counted
from store.team import Team
from tui.keys import BOARD, key_for
from tui.screens.doing.bench import Bench


def move_block(bench: Bench, offset: int) -> None:
    """Put all selected cards past the next one in view that is not selected, as one step.

    Args:
        bench: What has the selection.
        offset: -1 up, 1 down. At the edge nothing changes.

    Raises:
        Refused: they are not all in one column and of one role.
    """
    place, cards = bench.place, bench.chosen()
    if len({(task.column, task.role) for task in cards}) > 1:
        raise Refused(
            "The selected cards are of several columns or roles. Only cards of one column and role have an "
            f"order; {key_for(BOARD, 'clear')} selects none."
        )
    team, first = place.team, cards[0]
    cell = [id for _, id in team.cell(first.column, first.role)]
    going = {task.id for task in cards}
    # What a filter hides is passed over, as with one card.
    in_view = {*bench.view.onward(), *going}
    past = _past([id for id in cell if id in in_view], going, offset)
    if past is None:
        return
    staying = [id for id in cell if id not in going]
    at = staying.index(past) + (offset > 0)
    below = staying[at - 1] if at else moving.TOP
    # From the last one on, each under the same card, so that they keep their order.
    order = [id for id in reversed(cell) if id in going]
    way = "up" if offset < 0 else "down"
    label = f"moved {counted(len(order), 'card')} {way} in {team.column(first.column).name}"
    bench.act(bulk(team, order, partial(_put, bench, below), label, place.person, place.now()))


def _past(shown: list[int], going: set[int], offset: int) -> int | None:
    """The card that they go past; `None`: there is none."""
    ordered = shown if offset > 0 else shown[::-1]
    last = max(at for at, id in enumerate(ordered) if id in going)
    return next((id for id in ordered[last:] if id not in going), None)


def _put(bench: Bench, below: int | moving.Place, team: Team, id: int) -> Change:
    place, task = bench.place, team.task(id)
    return moving.move(team, id, task.column, place.person, place.now(), below=below)
