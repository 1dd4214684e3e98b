"""Which task waits for which."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from store.change import Change
from store.errors import NotFound, Refused
from store.rules.links import depend, undepend
from store.team import Team
from tests.builders import NOW, task, team


def chain(*numbers: int) -> Team:
    """The shop, where each of these tasks waits for the next."""
    return team(*(task(id, depends_on=[on]) for id, on in pairwise(numbers)), task(numbers[-1]))


def test_a_task_can_wait_for_another() -> None:
    """The other's number is among its dependencies."""
    before = team()

    change = depend(before, 7, 5, "cem", NOW)

    assert before.apply(change).task(7).depends_on == [5]
    assert (change.label, change.by) == ("made #7 wait for #5", "cem")


def test_waiting_twice_is_waiting_once() -> None:
    """A link that is there already gives an empty change."""
    assert not depend(team(), 6, 5, "cem", NOW)


def test_a_task_does_not_wait_for_itself() -> None:
    """The refusal shows the circle."""
    with pytest.raises(Refused, match="#3 would wait for itself: #3 → #3"):
        depend(team(), 3, 3, "cem", NOW)


@pytest.mark.parametrize(
    ("links", "task_id", "on", "circle"),
    [
        ((7, 3), 3, 7, "#3 → #7 → #3"),
        ((20, 21, 22, 23), 23, 20, "#23 → #20 → #21 → #22 → #23"),
    ],
)
def test_a_circle_is_refused(links: tuple[int, ...], task_id: int, on: int, circle: str) -> None:
    """The refusal shows the whole chain and says what to do."""
    with pytest.raises(Refused, match=f"{circle}. Take one of these links away"):
        depend(chain(*links), task_id, on, "cem", NOW)


def test_two_ways_to_one_task_are_no_circle() -> None:
    """A task may wait for another directly and by way of a third."""
    assert depend(chain(20, 21, 22), 20, 22, "cem", NOW)


def test_a_circle_among_others_does_not_hang() -> None:
    """A circle that came in from outside does not stop a search."""
    assert depend(team(task(20, depends_on=[21]), task(21, depends_on=[20])), 1, 20, "cem", NOW)


def test_both_tasks_have_to_exist() -> None:
    """A task that is not there is named."""
    with pytest.raises(NotFound, match="#99"):
        depend(team(), 1, 99, "cem", NOW)
    with pytest.raises(NotFound, match="#99"):
        depend(team(), 99, 1, "cem", NOW)


def test_a_link_can_be_taken_away() -> None:
    """The task does not wait for the other any more."""
    before = team()

    change = undepend(before, 6, 5, "cem", NOW)

    assert before.apply(change).task(6).depends_on == []
    assert change.label == "freed #6 from #5"


def test_a_link_to_what_is_gone_can_be_taken_away() -> None:
    """A link into nowhere can be cleaned up."""
    before = team(task(20, depends_on=[99]))

    assert before.apply(undepend(before, 20, 99, "cem", NOW)).task(20).depends_on == []


def test_a_link_that_is_not_there_is_refused() -> None:
    """The sentence names both tasks."""
    with pytest.raises(Refused, match="#1 does not wait for #5"):
        undepend(team(), 1, 5, "cem", NOW)


@pytest.mark.parametrize("rule", [depend, undepend])
def test_an_archived_task_waits_for_nothing_new(rule: Callable[..., Change]) -> None:
    """What is put away has to be restored first."""
    with pytest.raises(Refused, match="restore it first"):
        rule(team(task(20, archived_at=NOW)), 20, 1, "cem", NOW)
