"""Which commits are looked for."""

from __future__ import annotations

import pytest

from store.change import Change, combine
from store.log.record import Commit
from store.news.marks import Read
from store.past import Wanted
from store.rules import posts
from store.rules.read_states import mark_all_read, mark_read
from tests import news
from tests.builders import NOW, team

BOARD = team(news.post(1), news.post(2), news.read_state(1, "ben"))
READING = mark_read(BOARD, "ben", Read(frozenset({1})), NOW)
BOTH = combine([READING, posts.pin(BOARD, 1, "2026-11-27", "ana", NOW)], "read and pinned")


def committed(change: Change) -> Commit:
    """A change as it stands in the history."""
    return Commit(1, "client", 1, change)


@pytest.mark.parametrize("change", [READING, mark_all_read(BOARD, "ben", NOW)])
@pytest.mark.parametrize("wanted", [Wanted(), Wanted(by="ben"), Wanted(words=("read",))])
def test_that_somebody_has_read_the_news_is_no_news(wanted: Wanted, change: Change) -> None:
    """It is left out, whoever and whatever words are looked for."""
    assert not wanted.fits(committed(change))


def test_what_somebody_has_read_is_told_to_who_asks() -> None:
    """By the number of the read state."""
    assert Wanted(documents=frozenset({("read_states", 1)})).fits(committed(READING))


@pytest.mark.parametrize("change", [BOTH, Change()])
def test_what_is_more_than_reading_is_told(change: Change) -> None:
    """Also where something was read in one go with it, and what changed nothing."""
    assert Wanted().fits(committed(change))
