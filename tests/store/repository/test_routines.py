"""Many programs that open one folder at once: a routine's card is made once, and nobody hears of it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from store.models import Task
from store.playbooks.due import due_routines
from store.repository import Repository
from store.rules import routines, setup
from tests import builders
from tests.builders import NOW
from tests.store.repository.clock import Place

Opener = Callable[[str], Repository]
TODAY = builders.team().today(NOW)


@pytest.fixture
def opener(place: Place) -> Opener:
    """Two routines are due; the function opens one more computer on the folder."""
    first = place.open()
    first.commit(routines.add(first.team, "Cash up", "every monday", "ana", NOW))
    first.commit(routines.add(first.team, "Water the plants", "daily", "ana", NOW))
    first.close()
    return lambda name: replace(place, local=Path(place.local, name)).open()


def make_all(one: Repository) -> int:
    """What a program does that has just been opened; how many cards it has made."""
    changes = [routines.make(one.team, due.routine.id, "ana", NOW) for due in due_routines(one.team, TODAY)]
    return sum(one.commit(change) is not None for change in changes)


def titles(one: Repository) -> list[str]:
    one.refresh()
    return sorted(task.title for task in one.team.all(Task) if task.due == TODAY and task.id > 8)


def test_ten_that_open_at_once_make_one_card_each(opener: Opener) -> None:
    """All have read the same snapshot before the first of them writes."""
    ten = [opener(str(number)) for number in range(10)]
    with ThreadPoolExecutor(10) as pool:
        made = [*pool.map(make_all, ten)]

    assert sum(made) == 2
    for one in ten:
        assert titles(one) == ["Cash up", "Water the plants"]
        assert not one.waiting
        assert not one.parked
        assert make_all(one) == 0
        one.close()


def test_who_loses_one_routine_makes_the_other(opener: Opener) -> None:
    """They are changes of their own."""
    ana, ben = opener("ana"), opener("ben")
    late = [routines.make(ben.team, id, "ben", NOW) for id in (1, 2)]
    ana.commit(routines.make(ana.team, 1, "ana", NOW))

    assert [ben.commit(change) is not None for change in late] == [False, True]
    assert titles(ana) == titles(ben) == ["Cash up", "Water the plants"]
    ana.close()
    ben.close()


def test_a_card_that_has_no_place_any_more_is_dropped_silently(opener: Opener) -> None:
    """Its role was archived meanwhile: nobody is asked, and it is made again without the role."""
    ana, ben = opener("ana"), opener("ben")
    ana.commit(setup.add_role(ana.team, "Fairs", "ana", NOW))
    ana.commit(routines.edit(ana.team, 1, "ana", NOW, role=4))
    ben.refresh()
    change = routines.make(ben.team, 1, "ben", NOW)
    ana.commit(setup.edit_role(ana.team, 4, "ana", NOW, archived_at=NOW))

    assert ben.commit(change) is None
    assert not ben.parked
    assert make_all(ben) == 2
    ana.close()
    ben.close()
