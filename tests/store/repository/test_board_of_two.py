"""The message board with two programs running at once, through the folder that they share."""

from __future__ import annotations

from typing import Any

import pytest

from store.change import Change
from store.errors import Refused
from store.models import Post, ReadState, Reply
from store.news.audience import acknowledged
from store.news.marks import Marks, Read, state_of
from store.repository import Repository, UndoStack
from store.rules import posts, replies
from store.rules.read_states import mark_all_read, mark_read
from tests.builders import LATER, NOW
from tests.store.repository.clock import Place


def wrote(repository: Repository, *titles: str, **fields: Any) -> None:
    """Ana writes posts."""
    for title in titles:
        repository.commit(posts.write(repository.team, title, "ana", NOW, **fields))


def read(repository: Repository, *numbers: int, login: str = "ben") -> Change:
    """A person reads posts on one of her hosts."""
    return mark_read(repository.team, login, Read(frozenset(numbers)), NOW)


def unread(repository: Repository, login: str = "ben") -> set[int]:
    """What she has not read, as this host knows it."""
    repository.refresh()
    return set(Marks(repository.team, login).unread)


def test_a_person_reads_on_two_hosts_at_once(place: Place) -> None:
    """Each begins with nothing read; what is read on either is read on both, then and later."""
    one, two = place.open(), place.open()
    wrote(one, "First", "Second", "Third", "Fourth")
    two.refresh()
    here, there = read(one, 1), read(two, 2)
    one.commit(here)
    two.commit(there)

    assert unread(one) == unread(two) == {3, 4}
    assert len(list(two.team.all(ReadState))) == 2
    here, there = read(one, 3), mark_all_read(two.team, "ben", NOW)
    one.commit(here)
    two.commit(there)
    assert unread(one) == unread(two) == set()
    assert state_of(one.team, "ben").posts_up_to == 4
    assert one.team.tables == two.team.tables


def test_a_post_that_comes_late_is_unread(place: Place) -> None:
    """It was written before the others and committed after everything was read."""
    one, two = place.open(), place.open()
    offline = posts.write(two.team, "Written in the train", "cem", NOW.replace(year=2025))
    wrote(one, "First", "Second")
    one.commit(mark_all_read(one.team, "ben", LATER))
    two.commit(offline)

    assert unread(one) == unread(two) == {3}


def test_a_new_post_never_gets_a_number_that_was_read(place: Place) -> None:
    """Also when the newest one was taken back by who wrote it."""
    one = place.open()
    written = posts.write(one.team, "Slip", "ana", NOW)
    undo = UndoStack()
    undo.did(written)
    commit = one.commit(written)
    assert commit
    undo.renumber(commit.numbers)
    one.commit(read(one, 1))
    one.commit(undo.undo(one.team, LATER))
    wrote(one, "Right")

    assert [post.id for post in one.team.all(Post)] == [2]
    assert unread(one) == {2}


def test_a_post_is_not_taken_back_from_under_a_reply(place: Place) -> None:
    """Whoever comes second hears why, and nothing half is left."""
    one, two = place.open(), place.open()
    wrote(one, "Sale")
    two.refresh()
    (insert,) = (commit.change for commit in one.commits())
    two.commit(replies.reply(two.team, 1, "Which?", "ben", NOW))

    with pytest.raises(Refused, match="The post “Sale” is used by 1 reply, so it is not removed"):
        one.commit(insert.inverse().signed("ana", LATER))
    one.refresh()
    assert (one.team.find(Post, 1) is not None, len(list(one.team.all(Reply)))) == (True, 1)


def test_acknowledging_on_two_hosts_at_once_is_no_clash(place: Place) -> None:
    """The person has acknowledged it, and neither host says otherwise."""
    one, two = place.open(), place.open()
    wrote(one, "Returns", acknowledge_by="2026-11-27")
    two.refresh()
    here = replies.acknowledge(one.team, 1, "ben", NOW)
    there = replies.acknowledge(two.team, 1, "ben", LATER)
    one.commit(here)
    two.commit(there)
    one.refresh()

    assert acknowledged(one.team, 1) == acknowledged(two.team, 1) == {"ben": NOW}
    with pytest.raises(Refused, match="You have acknowledged “Returns” already"):
        replies.acknowledge(one.team, 1, "ben", LATER)
