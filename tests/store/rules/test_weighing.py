"""Deciding between mine and theirs while others work on."""

from __future__ import annotations

from typing import Any

import pytest

from store.change import Change
from store.errors import Refused
from store.models import Task
from store.rules import tasks
from store.rules.settling import resolved, standing
from store.rules.weighing import Weighing
from store.team import Team
from tests import builders
from tests.builders import LATER


def written(team: Team, by: str, **fields: Any) -> Team:
    """Somebody changes card 1."""
    return team.apply(tasks.edit(team, 1, by, LATER, **fields))


def mine(team: Team, **fields: Any) -> Change:
    """What I did to card 1."""
    return tasks.edit(team, 1, "ana", LATER, **fields)


def card(team: Team, change: Change, weighing: Weighing) -> Task:
    """Card 1 once what was decided is done."""
    return team.apply(resolved(change, weighing.decision, team.tables)).task(1)


def test_what_is_decided_is_not_left() -> None:
    """Of two fields one is left after the other; then none, and both decisions hold."""
    team = builders.team()
    change = mine(team, title="Mine", blocked="my reason")
    now = written(team, "ben", title="Theirs", blocked="their reason")
    weighing = Weighing(change)
    first, second = weighing.left(now)
    assert weighing.place((first, second)) == (1, 2)
    weighing.take_mine(first)
    assert weighing.left(now) == (second,)
    assert weighing.place((second,)) == (2, 2)
    weighing.keep_theirs(second)

    assert weighing.left(now) == ()
    done = card(now, change, weighing)
    assert {first.field: getattr(done, first.field), second.field: getattr(done, second.field)} == {
        first.field: first.mine,
        second.field: second.theirs,
    }


def test_what_others_write_after_the_decision_is_left_again() -> None:
    """A decision counts against what was seen, and the last one holds."""
    team = builders.team()
    change = mine(team, title="Mine")
    now = written(team, "ben", title="Theirs")
    weighing = Weighing(change)
    (clash,) = weighing.left(now)
    weighing.keep_theirs(clash)
    now = written(now, "cem", title="Cem's")
    (again,) = weighing.left(now)
    assert weighing.knows(again)
    assert again.theirs == "Cem's"
    weighing.take_mine(again)

    assert weighing.left(now) == ()
    assert card(now, change, weighing).title == "Mine"


def test_new_lines_of_others_come_into_a_text_of_both() -> None:
    """Lines apart from what was put together are taken in; the same line comes back with what was written."""
    team = written(builders.team(), "ana", description="a\n\nz")
    change = mine(team, description="mine\n\nz")
    now = written(team, "ben", description="theirs\n\nz")
    weighing = Weighing(change)
    (clash,) = weighing.left(now)
    assert weighing.draft(clash) == "<<<<<<< mine\nmine\n=======\ntheirs\n>>>>>>> theirs\n\nz"
    weighing.write(clash, "both\n\nz")
    assert weighing.has_text
    now = written(now, "cem", description="theirs\n\nz\nnew")
    assert weighing.left(now) == ()
    assert card(now, change, weighing).description == "both\n\nz\nnew"
    now = written(now, "cem", description="other\n\nz\nnew")
    (again,) = weighing.left(now)

    assert weighing.draft(again) == "<<<<<<< mine\nboth\n=======\nother\n>>>>>>> theirs\n\nz\nnew"


def test_mine_taken_after_a_text_takes_its_place() -> None:
    """The text is not used, and nothing is left that would be lost."""
    team = builders.team()
    change = mine(team, description="mine")
    now = written(team, "ben", description="theirs")
    weighing = Weighing(change)
    (clash,) = weighing.left(now)
    weighing.write(clash, "both")
    weighing.take_mine(clash)

    assert not weighing.has_text
    assert card(now, change, weighing).description == "mine"


def test_a_change_whose_card_is_gone_is_refused() -> None:
    """There is nothing to decide on; the sentence says why."""
    team = builders.team()
    change = mine(team, title="Mine")
    now = team.apply(Change.insert("tasks", team.task(1), id=1).inverse())
    with pytest.raises(Refused, match="#1 in tasks was removed meanwhile"):
        Weighing(change).left(now)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("", "The title must not be empty"), ("a\nb", "The title is one line"), ("x" * 5000, "is too long")],
)
def test_a_text_that_does_not_fit_its_field_is_refused(text: str, sentence: str) -> None:
    """A title of both is held to what any title is."""
    team = builders.team()
    change = mine(team, title="Mine")
    now = written(team, "ben", title="Theirs")
    weighing = Weighing(change)
    (clash,) = weighing.left(now)
    weighing.write(clash, text)
    with pytest.raises(Refused, match=sentence):
        resolved(change, weighing.decision, now.tables)


def test_what_nothing_stands_against_is_told_from_the_rest() -> None:
    """A change on its own base stands against nothing; so does one that others did too."""
    team = builders.team()
    change = mine(team, title="Mine")

    assert standing(team, change) is None
    assert standing(written(team, "ben", title="Mine"), change) is None
    assert standing(written(team, "ben", title="Theirs"), change) is not None
