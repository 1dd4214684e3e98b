"""Changes that are made again where they cannot be committed now: nothing of them is kept."""

from __future__ import annotations

import contextlib
import errno

import pytest

from store.errors import Refused, StorageError, Unreachable
from store.rules.readings import take_in
from tests.builders import NOW
from tests.faults import FaultyDisk, denied, lasting
from tests.store.repository.clock import Place, retitled

SUM = "ab" * 32


def test_an_offered_change_is_committed_or_forgotten(place: Place) -> None:
    """Of two with one checksum the second is refused, and waits for no decision."""
    one, two = place.open(), place.open()
    mine, theirs = (take_in(two.team, (), "a.csv", SUM, login, NOW) for login in ("ana", "ben"))
    commit = one.offer(mine)

    assert commit is not None
    with pytest.raises(Refused, match="was read meanwhile"):
        two.offer(theirs)
    assert (two.waiting, two.parked) == (0, ())
    assert two.offer(retitled(two, 4, "Counted")) is not None
    assert place.titles()[3] == "Counted"


def test_nothing_is_offered_past_changes_that_wait(place: Place) -> None:
    """With a higher number than theirs it would make them seem to be committed already."""
    disk = FaultyDisk()
    one = place.open(disk)
    disk.arm(1, lasting(errno.EIO))
    with pytest.raises(StorageError):
        one.commit(retitled(one, 4, "Counted"))
    disk.disarm()

    with pytest.raises(Unreachable, match="Other changes wait"):
        one.offer(take_in(one.team, (), "a.csv", SUM, "ana", NOW))
    assert one.flush().problem is None
    assert one.offer(take_in(one.team, (), "a.csv", SUM, "ana", NOW)) is not None
    assert place.titles()[3] == "Counted"
    assert len(place.open().team.tables["intakes"]) == 1


def test_a_lost_reply_is_found_out_when_it_is_offered_again(place: Place) -> None:
    """At whichever call the drive fails: it is there once in the end, and later changes are, too."""
    for at in range(1, 30):
        disk, checksum = FaultyDisk(), f"{at:02d}" * 32
        one = place.open(disk)
        disk.arm(at, denied(errno.EIO))
        with contextlib.suppress(StorageError):
            one.offer(take_in(one.team, (), "a.csv", checksum, "ana", NOW))
        was_hit = disk.struck
        disk.disarm()
        # It may be there already, and is refused then.
        with contextlib.suppress(Refused):
            one.offer(take_in(one.team, (), "a.csv", checksum, "ana", NOW))
        one.commit(retitled(one, 4, f"Counted {at}"))
        one.close()
        two = place.open()
        known = [raw["checksum"] for raw in two.team.tables["intakes"].values()]
        assert (known.count(checksum), two.team.task(4).title) == (1, f"Counted {at}"), at
        two.close()
        if not was_hit:
            break
    assert at > 5
