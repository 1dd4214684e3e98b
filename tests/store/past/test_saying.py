"""Edits in words."""

from __future__ import annotations

from typing import Any

import pytest

from store.change import Edit
from store.past import sayings
from tests import builders, news

STEP = {"id": "a", "text": "Text"}
FIT = {"id": "b", "text": "Fit"}


@pytest.mark.parametrize(
    ("field", "before", "after", "said"),
    [
        ("column", 1, 3, ["#1 column: Backlog → Doing"]),
        ("role", 1, None, ["#1 role: Shop → nothing"]),
        ("depends_on", None, [2, 99], ["#1 depends on: nothing → #2, #99"]),
        ("due", "2026-11-27", None, ["#1 due: 2026-11-27 → nothing"]),
        ("finished_at", None, "2026-11-24T14:41:35Z", ["#1 finished at: nothing → 2026-11-24 14:41 UTC"]),
        ("position", "V", "W", []),
        ("title", "red \x1b[31m\x07alert", "a\nb", ["#1 title: red alert → a b"]),
        ("checklist", [STEP, FIT], [{**STEP, "done": True}, FIT], ["#1 checklist: “Text” ticked"]),
        (
            "checklist",
            [{**STEP, "done": True}],
            [STEP, FIT],
            ["#1 checklist: “Text” not ticked", "#1 checklist: with “Fit”"],
        ),
        ("checklist", [STEP, FIT], [FIT, STEP], ["#1 checklist: in another order"]),
        ("checklist", [STEP], None, ["#1 checklist: without “Text”"]),
        ("checklist", [STEP], [{**STEP, "text": "Texts"}], ["#1 checklist: “Text” → “Texts”"]),
        ("odd", {"a": 1}, [[1], {"b": 2}], ["#1 odd: {'a': 1} → 1, {'b': 2}"]),
    ],
)
def test_a_field_is_told_before_and_after(field: str, before: Any, after: Any, said: list[str]) -> None:
    """With names where the data has numbers, and without what says nothing to a person."""
    edit = Edit("tasks", 1, {field: before}, {field: after})

    assert list(sayings(builders.team(), edit)) == said


def test_what_is_new_or_gone_is_told_with_its_name() -> None:
    """And what it is."""
    team = builders.team()

    assert list(sayings(team, Edit("tasks", 77, None, {"title": "Weigh"}))) == ["#77 is new: “Weigh”"]
    assert list(sayings(team, Edit("columns", 2, {"name": "Ready"}, None))) == [
        "column “Ready” was removed: “Ready”"
    ]
    assert list(sayings(team, Edit("wishes", 1, None, {"n": 1}))) == ["wishes 1 is new"]


def test_what_belongs_to_a_post_is_told_with_its_title() -> None:
    """A number says nothing to a person, where the post has a title."""
    team = builders.team(news.post(1, "Sale"), news.reply(5, 1))

    assert list(sayings(team, Edit("replies", 5, {"post": 9}, {"post": 1}))) == ["reply 5 post: 9 → Sale"]
    assert list(sayings(team, Edit("read_states", 2, None, {"login": "ben"}))) == [
        "read state 2 is new: “ben”"
    ]
