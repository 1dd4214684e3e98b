"""Two hosts at one stand-up, over a real folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from store.errors import Refused
from store.models import NoteKind, Post, Round
from store.repository import Repository
from store.rules import round_notes, rounds
from store.standup.rounds import speaking
from tests.builders import NOW
from tests.store.repository.clock import Place

Pair = tuple[Repository, Repository]


@pytest.fixture
def pair(place: Place) -> Iterator[Pair]:
    """Ana's and Ben's programs; Ana has started the round."""
    ana = place.open()
    ana.commit(rounds.start(ana.team, "ana", NOW))
    ben = Place(place.folder, place.local / "ben", place.clock).open()
    yield ana, ben
    ana.close()
    ben.close()


def held(of: Repository) -> Round:
    """The round as a program knows it."""
    found = of.team.find(Round, 1)
    assert found is not None
    return found


def test_both_see_where_the_round_is(pair: Pair) -> None:
    """Both go on at once, each note their own thing, and both see one turn and two notes."""
    ana, ben = pair
    mine, theirs = (rounds.go_on(one.team, 1, "ana", NOW) for one in pair)
    ana.commit(mine)
    ben.commit(theirs)
    first = held(ben).order[0]
    assert speaking(held(ben)) == first
    parked = round_notes.note(ana.team, 1, NoteKind.PARKED, "Carrier?", "ana", NOW, note_id="a")
    decided = round_notes.note(ben.team, 1, NoteKind.DECISION, "Saturdays", "ben", NOW, note_id="b")
    ana.commit(parked)
    ben.commit(decided)
    ana.refresh()

    assert held(ana) == held(ben)
    assert {one.text for one in held(ana).notes} == {"Carrier?", "Saturdays"}


def test_a_note_knows_the_number_that_its_card_was_given(pair: Pair) -> None:
    """Also while somebody else is given the number that was expected."""
    ana, ben = pair
    ana.commit(round_notes.note(ana.team, 1, NoteKind.PARKED, "Carrier?", "ana", NOW, note_id="a"))
    change = round_notes.note_to_task(ana.team, 1, "a", "ana", NOW)
    ben.refresh()
    ben.commit(round_notes.note(ben.team, 1, NoteKind.PARKED, "Paper?", "ben", NOW, note_id="b"))
    ben.commit(round_notes.note_to_task(ben.team, 1, "b", "ben", NOW))
    ana.commit(change)

    cards = {one.text: one.task for one in held(ana).notes}
    assert cards == {"Paper?": 9, "Carrier?": 10}
    assert ana.team.task(10).title == "Carrier?"


def test_the_news_tell_of_a_round_once(pair: Pair) -> None:
    """Who ends it second is told so, and writes nothing."""
    ana, ben = pair
    ben.refresh()
    late = rounds.end(ben.team, 1, "ben", NOW)
    ana.commit(rounds.end(ana.team, 1, "ana", NOW))

    with pytest.raises(Refused, match="The round was ended meanwhile"):
        ben.commit(late)
    assert [post.id for post in ben.team.all(Post)] == [held(ben).summary] == [1]
