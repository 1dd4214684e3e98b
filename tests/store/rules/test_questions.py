"""The team's own questions for the stand-up."""

from __future__ import annotations

from datetime import date

import pytest

from store.change import Change
from store.errors import NotFound, Refused
from store.merge import rebase
from store.rules.questions import add, archive, edit, move, restore
from store.standup.questions import asked_on, questions
from store.team import Team
from tests import builders
from tests.builders import NOW

MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)


def after(team: Team, change: Change) -> Team:
    """The team with the change."""
    new = {key: max(team.tables[key[0]], default=0) + 1 for key in change.touched() if key[1] < 0}
    return team.apply(rebase(change.renumbered(new), team.tables))


def asking(*texts: str) -> Team:
    """A team that asks these."""
    team = builders.team()
    for text in texts:
        team = after(team, add(team, text, "ana", NOW))
    return team


def test_questions_are_asked_on_their_days_and_in_their_order() -> None:
    """Without weekdays it is every day."""
    team = asking("Any help needed?")
    team = after(team, add(team, "What did you learn?", "ana", NOW, weekdays=[4, 4]))

    assert [one.text for one in asked_on(team, MONDAY)] == ["Any help needed?"]
    assert [one.text for one in asked_on(team, FRIDAY)] == ["Any help needed?", "What did you learn?"]
    team = after(team, move(team, 2, -1, "ana", NOW))
    assert [one.id for one in questions(team)] == [2, 1]
    team = after(team, edit(team, 1, "ana", NOW, weekdays=(0,), text="Who needs help?"))
    assert [one.text for one in asked_on(team, FRIDAY)] == ["What did you learn?"]


def test_a_question_is_put_away_and_brought_back() -> None:
    """It is not asked meanwhile."""
    team = asking("Any help needed?")
    away = after(team, archive(team, 1, "ana", NOW))
    assert questions(away) == ()
    with pytest.raises(Refused, match="The question “Any help needed\\?” is put away already"):
        archive(away, 1, "ana", NOW)
    with pytest.raises(Refused, match="is put away; bring it back first"):
        move(away, 1, 1, "ana", NOW)

    assert questions(after(away, restore(away, 1, "ana", NOW))) == questions(team)
    with pytest.raises(Refused, match="is not put away"):
        restore(team, 1, "ana", NOW)


def test_who_leads_nothing_asks_nothing() -> None:
    """Members answer; who leads a role decides what is asked."""
    for rule in (
        lambda: add(builders.team(), "x", "cem", NOW),
        lambda: edit(asking("x"), 1, "cem", NOW, text="y"),
        lambda: archive(asking("x"), 1, "cem", NOW),
    ):
        with pytest.raises(Refused, match="Only who leads a role"):
            rule()


def test_what_does_not_fit_is_refused() -> None:
    """In a sentence."""
    with pytest.raises(Refused, match="The text must not be empty"):
        add(builders.team(), " ", "ana", NOW)
    with pytest.raises(Refused, match="The weekdays “7” is too large: 6 is the most"):
        add(builders.team(), "x", "ana", NOW, weekdays=[7])
    with pytest.raises(Refused, match="The position of a question is not edited like this"):
        edit(asking("x"), 1, "ana", NOW, position="V")
    with pytest.raises(NotFound, match="There is no question 9"):
        archive(asking("x"), 9, "ana", NOW)
