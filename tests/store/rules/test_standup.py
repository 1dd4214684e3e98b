"""What a member says for a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from store.change import Change
from store.errors import NotFound, Refused
from store.merge import rebase
from store.models import Question, Update
from store.rules.standup import write_update
from store.standup.updates import late_updates, update_of, updates_before, updates_on
from store.team import Team
from tests import builders
from tests.builders import LATER, NOW

TODAY = date(2026, 11, 23)
LEARN = Question(id=1, text="What did you learn?")


def shop(*updates: Update) -> Team:
    """The shop, with a question."""
    return builders.team(LEARN, *updates)


def after(team: Team, *changes: Change) -> Team:
    """The team after changes that were made of the same snapshot."""
    for change in changes:
        new = {key: len(team.tables[key[0]]) + 1 for key in change.touched() if key[1] < 0}
        team = team.apply(rebase(change.renumbered(new), team.tables))
    return team


def mine(team: Team) -> Update:
    """Ana's update of today."""
    found = update_of(team, "ana", TODAY)
    assert found is not None
    return found


def test_an_update_is_posted_and_changed() -> None:
    """Parts that are not given stay, and readers see when it was changed."""
    team = shop()
    change = write_update(team, "ana", NOW, done="Paid the printer", now="- #4 Count the stock\n#4 and #99")
    assert change.label == "posted the update for Mon 23 Nov"
    team = after(team, change)
    first = mine(team)
    assert (first.done, first.promised, first.posted_at, first.edited_at) == (
        "Paid the printer",
        [4],
        NOW,
        None,
    )
    change = write_update(team, "ana", LATER, blockers="#6 waits", answers={1: "To ask sooner"})
    assert change.label == "changed the update for Mon 23 Nov"
    team = after(team, change)

    assert len(updates_on(team, TODAY)) == 1
    assert (mine(team).done, mine(team).blockers, mine(team).edited_at) == (
        "Paid the printer",
        "#6 waits",
        LATER,
    )
    assert [(one.id, one.text) for one in mine(team).answers] == [("1", "To ask sooner")]
    assert not write_update(team, "ana", LATER, blockers="#6 waits")


def test_two_hosts_of_one_person_change_different_lines() -> None:
    """Both are kept, and when it was changed is no reason for a clash."""
    team = shop()
    team = after(team, write_update(team, "ana", NOW, done="one\ntwo\nthree", now="#4"))
    both = after(
        team,
        write_update(team, "ana", LATER, done="ONE\ntwo\nthree", now="#4\n#5"),
        write_update(team, "ana", LATER + timedelta(seconds=9), done="one\ntwo\nTHREE", answers={1: "x"}),
    )

    assert mine(both).done == "ONE\ntwo\nTHREE"
    assert mine(both).promised == [4, 5]
    assert mine(both).edited_at == LATER + timedelta(seconds=9)


def test_of_two_updates_of_one_person_and_day_the_newest_counts() -> None:
    """Two hosts made one at once; everybody else's stand beside it, the first one first."""

    def one(id: int, author: str, minutes: int, **more: Any) -> Update:
        fields = {"id": id, "day": TODAY, "author": author, "posted_at": NOW + timedelta(minutes=minutes)}
        return Update.checked({**fields, **more})

    team = shop(one(1, "ana", 5, done="old"), one(2, "ana", 9, done="new"), one(3, "ben", 7, done="ben"))

    assert [(login, update.done) for login, update in updates_on(team, TODAY).items()] == [
        ("ben", "ben"),
        ("ana", "new"),
    ]
    assert mine(team).id == 2
    assert [update.id for update in updates_before(team, "ana", TODAY + timedelta(days=1), most=3)] == [2]


def test_an_update_can_be_written_for_a_day_to_come() -> None:
    """Where it is tomorrow already, the team's day is still today."""
    team = after(shop(), write_update(shop(), "ana", NOW, day=TODAY + timedelta(days=1), now="#4"))

    assert update_of(team, "ana", TODAY) is None
    assert update_of(team, "ana", TODAY + timedelta(days=1)) is not None


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "The update says nothing; write what you did"),
        ({"done": " \n"}, "The update says nothing"),
        ({"done": "x", "day": TODAY - timedelta(days=1)}, "Sun 22 Nov has passed; write the update of today"),
        ({"done": "x", "day": TODAY + timedelta(days=8)}, "Tue 1 Dec is more than a week ahead"),
        ({"done": "x" * 100_001}, "is too long"),
    ],
)
def test_what_cannot_be_said_is_refused(given: dict[str, Any], sentence: str) -> None:
    """In a sentence that names the way out."""
    with pytest.raises(Refused, match=sentence):
        write_update(shop(), "ana", NOW, **given)


def test_strangers_write_none_and_unknown_questions_have_no_answer() -> None:
    """Both are refused."""
    with pytest.raises(Refused, match="“zoe” is not in the team"):
        write_update(shop(), "zoe", NOW, done="x")
    with pytest.raises(NotFound, match="There is no question 5; “tagwerk standup question list” shows"):
        write_update(shop(), "ana", NOW, answers={5: "x"})


def test_an_answer_can_be_taken_back() -> None:
    """By answering with nothing."""
    team = after(shop(), write_update(shop(), "ana", NOW, done="x", answers={1: "y"}))
    team = after(team, write_update(team, "ana", LATER, answers={1: ""}))

    assert mine(team).answers == []


def test_an_update_after_the_round_began_is_late() -> None:
    """It is shown as such."""
    from tests.store.rules.test_rounds import begun, held

    team = begun()
    team = after(team, write_update(team, "ana", NOW, done="x"), write_update(team, "ben", LATER, done="y"))

    assert [update.author for update in late_updates(team, held(team))] == ["ben"]
