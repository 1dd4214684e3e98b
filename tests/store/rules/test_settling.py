"""What is left of a change after a person has decided between it and another one."""

from __future__ import annotations

from typing import Any

import pytest

from store.change import Change, combine
from store.errors import FieldClash
from store.rules import comments, moving, posts, tasks
from store.rules.decision import Decision
from store.rules.settling import resolved, subject, takes_both, told
from tests import builders, news
from tests.builders import BACKLOG, DOING, DONE, LATER, READY


def moves(team: Any, column: int, by: str) -> Change:
    return moving.move(team, 1, column, by, LATER)


def test_their_column_keeps_its_times() -> None:
    """When their column stays, nothing of my move is left: neither place nor times."""
    team = builders.team()
    mine, theirs = moves(team, DOING, "ana"), moves(team, DONE, "ben")
    after = team.apply(theirs)
    left = resolved(mine, Decision(frozenset({("tasks", 1, "column")})), after.tables)

    assert not left
    assert after.apply(left).task(1) == after.task(1)


@pytest.mark.parametrize(("mine", "theirs"), [(DOING, DONE), (DONE, DOING), (READY, DONE), (DONE, READY)])
def test_my_column_brings_its_times(mine: int, theirs: int) -> None:
    """When mine is taken, the card has the times of my column, as if it had been moved there from theirs."""
    team = builders.team()
    change = moves(team, mine, "ana")
    after = team.apply(moves(team, theirs, "ben"))
    card = after.apply(resolved(change, Decision(frozenset()), after.tables)).task(1)

    assert card.column == mine
    assert (card.finished_at is not None) == (mine == DONE)
    assert card.started_at is not None or mine == READY


def test_a_decision_about_the_column_leaves_my_other_fields() -> None:
    """Their column and my title together."""
    team = builders.team()
    renamed = tasks.edit(team, 1, "ana", LATER, title="Mine")
    mine = combine([renamed, moves(team.apply(renamed), DOING, "ana")], "edited")
    after = team.apply(moves(team, DONE, "ben"))
    left = resolved(mine, Decision(frozenset({("tasks", 1, "column")})), after.tables)
    card = after.apply(left).task(1)

    assert (card.column, card.title) == (DONE, "Mine")


def test_new_documents_of_the_change_are_kept() -> None:
    """A comment that was made in the same change stays in it."""
    team = builders.team()
    said = comments.comment(team, 1, "Why", "ana", LATER)
    mine = combine([tasks.edit(team, 1, "ana", LATER, title="Mine"), said], "edited")
    after = team.apply(tasks.edit(team, 1, "ben", LATER, title="Theirs"))
    left = resolved(mine, Decision(frozenset({("tasks", 1, "title")})), after.tables)

    assert [edit.table for edit in left.edits] == ["comments"]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("title", None, "(empty)"),
        ("blocked", "", "(empty)"),
        ("tags", [], "(empty)"),
        ("column", BACKLOG, "Backlog"),
        ("role", builders.PHOTO, "Photography"),
        ("column", 77, "#77"),
        ("assignees", ["ana", "ben"], "ana, ben"),
        ("checklist", [{"id": "a", "text": "Tape"}], "Tape"),
        ("due", "2026-12-01", "2026-12-01"),
    ],
)
def test_values_are_shown_with_names(field: str, value: Any, words: str) -> None:
    """Numbers of columns and roles are shown as their names, and what is empty says so."""
    assert told(builders.team(), field, value) == words


def test_a_text_of_both_takes_the_place_of_mine() -> None:
    """What was made of both texts is written on top of theirs."""
    team = builders.team()
    mine = tasks.edit(team, 1, "ana", LATER, description="mine", title="Mine")
    after = team.apply(tasks.edit(team, 1, "ben", LATER, description="theirs"))
    decision = Decision(texts={("tasks", 1, "description"): "both"})
    card = after.apply(resolved(mine, decision, after.tables)).task(1)

    assert (card.description, card.title) == ("both", "Mine")


def test_values_are_harmless() -> None:
    """What another program wrote unchecked sends nothing to the terminal."""
    team = builders.team()

    assert told(team, "blocked", "a\x1b[31mb\u202ec\x9b") == "ab⟨RLO⟩c"
    assert told(team, "checklist", [{"text": "\x1b[2Jx"}]) == "x"


@pytest.mark.parametrize(
    ("given_up", "outcome", "by"), [({"outcome"}, "Fuse.", "ben"), (set(), "Cable.", "ana")]
)
def test_how_an_incident_ended_is_decided_with_who_closed_it(
    given_up: set[str], outcome: str, by: str
) -> None:
    """Whoever's words hold has closed it."""
    team = builders.team(news.post(1, kind="incident"))
    mine, theirs = (
        posts.close(team, 1, words, login, LATER) for words, login in (("Cable.", "ana"), ("Fuse.", "ben"))
    )
    after = team.apply(theirs)
    decision = Decision(frozenset(("posts", 1, field) for field in given_up))

    post = posts.post_numbered(after.apply(resolved(mine, decision, after.tables)), 1)

    assert (post.outcome, post.closed_by) == (outcome, by)


def test_a_clash_over_a_post_names_it_by_its_title() -> None:
    """Of two titles one can be made; a reply has only its number."""
    team = builders.team(news.post(1, "Sale"), news.reply(5, 1))
    title, text = (
        FieldClash(*what, "a", "b", "c") for what in (("posts", 1, "title"), ("replies", 5, "text"))
    )

    assert (subject(team, title), subject(team, text)) == ("the post “Sale”", "reply 5")
    assert takes_both(title)
    assert takes_both(text)
