"""Ending what somebody learns in words of her own."""

from __future__ import annotations

import pytest

from store.errors import Refused
from store.models import Assessment, LearningItem, LearningState, Post
from store.rules.learned_post import proposed
from store.rules.sharing import drop_because, finish_and_tell
from store.team import Team
from tests.builders import LATER
from tests.store.skills.shop import CUSTOMS, item, team


def shop() -> Team:
    """Ana learns customs papers, with a link."""
    return team(
        item(7, "ana", "Customs course", skill=CUSTOMS, link="https://example.org", state="under way")
    )


def test_a_post_is_proposed_from_what_was_learned() -> None:
    """The words, the new level and the link; of somebody else with her name; without words nothing."""
    known = shop()
    seven = known.find(LearningItem, 7)
    assert seven is not None

    title, body = proposed(known, seven, 2, " Forms first. ", "ana")
    assert title == "Learned: Customs course"
    assert body == "Forms first.\n\nCustoms papers: now at 2 (with help).\n\nhttps://example.org"
    assert proposed(known, seven, 2, "Forms.", "ben")[1].startswith("Ana Lima has learned:\n\nForms.")
    assert proposed(known, seven, 2, "  ", "ana")[1] == ""


def test_finishing_and_telling_is_one_change() -> None:
    """Level, post and item belong together, and the item names the post."""
    known = shop()
    change = finish_and_tell(
        known, 7, "ana", LATER, title="All about customs", body="Ask me.", level=2, learned="Forms"
    )
    after = known.apply(change)
    done = after.find(LearningItem, 7)

    assert done is not None
    assert (done.state, done.learned) == (LearningState.DONE, "Forms")
    post = after.find(Post, done.post or 0)
    assert post is not None
    assert (post.title, post.body) == ("All about customs", "Ask me.")
    assert any(one.item == 7 and one.level == 2 for one in after.all(Assessment))
    assert after.apply(change.inverse()).tables["posts"] == {}
    quiet = known.apply(finish_and_tell(known, 7, "ana", LATER, title="x", body=" "))
    assert not [*quiet.all(Post)]
    with pytest.raises(Refused):
        finish_and_tell(after, 7, "ana", LATER, title="Again", body="Again")


def test_what_is_dropped_says_why() -> None:
    """Below why it was wanted; without a reason nothing is written."""
    known = team(item(7, "ana", "A fair", why="Ideas"))

    dropped = known.apply(drop_because(known, 7, " Too dear ", "ana", LATER)).find(LearningItem, 7)
    assert dropped is not None
    assert (dropped.state, dropped.why) == (LearningState.DROPPED, "Ideas\n\nDropped: Too dear")
    quiet = known.apply(drop_because(known, 7, " ", "ana", LATER)).find(LearningItem, 7)
    assert quiet is not None
    assert quiet.why == "Ideas"
