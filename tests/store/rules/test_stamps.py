"""The times of a card follow its column."""

from __future__ import annotations

from store.models import Column, ColumnKind
from store.rules.moving import move
from tests.builders import (
    BACKLOG,
    DOING,
    DONE,
    LATER,
    LONG_AGO,
    NOW,
    READY,
    team,
)


def test_entering_a_column_is_timed() -> None:
    """A card knows since when it is in its column."""
    before = team()

    assert before.apply(move(before, 1, READY, "ana", NOW)).task(1).column_since == NOW


def test_the_first_active_column_begins_a_card() -> None:
    """A card is begun when it first enters an active column, and stays begun since then."""
    board = team()
    for column, now in ((DOING, NOW), (BACKLOG, LATER), (DOING, LATER)):
        board = board.apply(move(board, 1, column, "ana", now))

    assert board.task(1).started_at == NOW


def test_a_queue_begins_nothing() -> None:
    """A card in a queue has not been begun."""
    before = team()

    assert before.apply(move(before, 1, READY, "ana", NOW)).task(1).started_at is None


def test_a_done_column_finishes_a_card() -> None:
    """A card in a done column is finished, and begun at the latest then."""
    before = team()

    finished = before.apply(move(before, 1, DONE, "ana", NOW)).task(1)

    assert (finished.finished_at, finished.started_at) == (NOW, NOW)


def test_moving_back_opens_a_card_again() -> None:
    """A card that leaves done is not finished any more."""
    before = team()

    after = before.apply(move(before, 8, DOING, "ana", NOW))

    assert (after.task(8).finished_at, after.task(8).started_at) == (None, LONG_AGO)


def test_a_second_done_column_keeps_the_first_time() -> None:
    """From one done column to the next, a card is finished since the first."""
    before = team(Column(id=9, name="Delivered", kind=ColumnKind.DONE, position="z"))

    assert before.apply(move(before, 8, 9, "ana", NOW)).task(8).finished_at == LONG_AGO
