"""The pulse where computers come between each other, are stopped half-way, or have a wrong date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from store.change import Change
from store.errors import Refused
from store.log.disk import Disk
from store.models import PulseBatch
from tests.store.culture.circle import MONDAY, NAMES, Shared, batches

WEEK = timedelta(days=7)


class Between(Disk):
    """Lets something happen on other computers before it lists a box again."""

    def __init__(self, happens: Callable[[], object]) -> None:
        self.happens: Callable[[], object] | None = happens

    def names(self, folder: Path) -> list[str]:
        happens = self.happens
        if folder.parent.name == "pulse" and happens is not None:
            self.happens = None
            happens()
        return super().names(folder)


def test_nobody_answers_twice_while_the_week_is_put_together(shared: Shared) -> None:
    """Ana's answer goes into the batch after the second computer has looked, and before it reads the box."""
    first = shared.enter()
    for login in NAMES[1:5]:
        first.answer(login, 3)

    def happens() -> None:
        first.answer("ana", 1)
        shared.end_week()
        shared.today = MONDAY

    with pytest.raises(Refused, match="You have answered this week"):
        shared.enter(Between(happens)).answer("ana", 5, "me again")
    with pytest.raises(Refused, match="put together already"):
        shared.enter().answer("fay", 5)
    assert [batch.counts for batch in batches(shared)] == [[1, 0, 4, 0, 0]]
    assert all(content.startswith(b"tagwerk-cut") for content in shared.box)


def test_of_two_programs_that_end_a_week_one_does(shared: Shared) -> None:
    """The other one finds it done, says nothing, and nothing is counted twice."""
    first = shared.enter()
    for login in NAMES[:6]:
        first.answer(login, 3)
    shared.today = MONDAY + WEEK
    second = shared.enter(Between(lambda: shared.enter().look()))
    assert second.look().week == MONDAY + WEEK
    assert [(batch.counts, len(batch.people)) for batch in batches(shared)] == [([0, 0, 6, 0, 0], 6)]
    again = PulseBatch(id=-1, week=MONDAY, question=1, counts=[5, 0, 0, 0, 0], people=list(NAMES[6:11]))
    with pytest.raises(Refused, match="put these answers to the pulse together"):
        shared.repository.commit_for_all("other", Change.insert("pulse_batches", again, "again"))


@pytest.mark.parametrize("ahead", [14 * 86_400, -14 * 86_400])
def test_a_computer_with_a_wrong_date_does_nothing(shared: Shared, ahead: float) -> None:
    """Its clock is not the drive's: it puts no week together, takes nothing away, and takes no answer."""
    for login in NAMES[:5]:
        shared.enter().answer(login, 3)
    before = shared.box
    wrong = shared.enter(ahead=ahead)
    for weeks in (1, 2):
        shared.today = MONDAY + weeks * WEEK
        wrong.look()
    assert (shared.box, batches(shared)) == (before, [])
    with pytest.raises(Refused, match="set the clock right"):
        wrong.answer("fay", 1)
    shared.enter(ahead=1800).look()
    assert len(batches(shared)) == 1


def test_earlier_sums_are_cut_whoever_was_stopped_before(shared: Shared) -> None:
    """A gap below a sum that is cut is found by the next look, also when nobody answers any more."""
    pulse = shared.enter()
    pulse.answer("ana", 1, "secret")
    whole = shared.box[0]
    for login in NAMES[1:4]:
        pulse.answer(login, 3)
    shared.files[0].write_bytes(whole)
    for at in (1, 2):
        shared.files[at].write_bytes(b"tagwerk-cut 1 %d\n" % (at + 1))
    shared.enter().look()
    assert [content[:13] for content in shared.box[:3]] == [
        b"tagwerk-cut 2",
        b"tagwerk-cut 1",
        b"tagwerk-cut 2",
    ]
    assert not shared.box[3].startswith(b"tagwerk-cut")
