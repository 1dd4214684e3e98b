"""What people learn: wished for, planned, on the board, finished."""

from __future__ import annotations

from datetime import date

import pytest

from store.errors import NotFound, Refused
from store.models import Assessment, LearningItem, LearningState, Post, PostKind, Task
from store.rules import learned, learning, tasks
from store.rules.assessments import confirm
from store.rules.moving import move
from store.skills.levels import Levels
from store.team import Team
from tests.builders import DONE, MAIL, NOW
from tests.store.rules.test_skills import after
from tests.store.skills.shop import CUSTOMS, item, team


def the_item(team: Team, id: int = 1) -> LearningItem:
    """One item."""
    return learning.item_numbered(team, id)


def test_a_wish_is_agreed_to_begun_and_dropped() -> None:
    """By who leads a role, and then by the person."""
    shop = after(
        team(), learning.wish(team(), "Customs course", "cem", NOW, cost=300, skill=CUSTOMS, level=2)
    )
    assert (the_item(shop).person, the_item(shop).state) == ("cem", LearningState.WISH)
    shop = after(shop, learning.edit(shop, 1, "cem", NOW, cost=250, provider="Chamber of commerce"))
    with pytest.raises(Refused, match="“Customs course” is a wish; who leads a role agrees to it first"):
        learning.begin(shop, 1, "cem", NOW)
    with pytest.raises(Refused, match="Only who leads a role agrees to wishes"):
        learning.agree(shop, 1, "cem", NOW)

    shop = after(shop, learning.agree(shop, 1, "ana", NOW))
    with pytest.raises(Refused, match="is planned already; there is nothing to agree to"):
        learning.agree(shop, 1, "ana", NOW)
    with pytest.raises(Refused, match="Only who leads a role plans what costs money"):
        learning.edit(shop, 1, "cem", NOW, cost=900)
    shop = after(shop, learning.begin(shop, 1, "cem", NOW))
    with pytest.raises(Refused, match="is under way already"):
        learning.begin(shop, 1, "cem", NOW)
    shop = after(shop, learning.drop(shop, 1, "cem", NOW))
    assert the_item(shop).state is LearningState.DROPPED
    assert the_item(after(shop, learning.agree(shop, 1, "ben", NOW))).state is LearningState.PLANNED


def test_members_plan_for_themselves_what_costs_nothing() -> None:
    """Money and other people are for who leads."""
    assert (
        the_item(after(team(), learning.plan(team(), "Read it", "cem", NOW))).state is LearningState.PLANNED
    )
    with pytest.raises(
        Refused, match="Only who leads a role plans what costs money; write it down as a wish"
    ):
        learning.plan(team(), "Course", "cem", NOW, cost=1)
    with pytest.raises(Refused, match="Only who leads a role plans for others what they learn"):
        learning.wish(team(), "Course", "cem", NOW, person="ben")
    assert the_item(after(team(), learning.plan(team(), "x", "ana", NOW, person="cem", cost=9))).cost == 9
    with pytest.raises(
        Refused, match="“Course 1” is what Ana Lima learns; ask Ana Lima, or who leads a role"
    ):
        learning.edit(team(item(1, "ana")), 1, "cem", NOW, why="x")
    with pytest.raises(NotFound, match="There is no skill 9"):
        learning.wish(team(), "Course", "cem", NOW, skill=9)
    with pytest.raises(Refused, match="The state of a learning item is not edited like this; agree to it"):
        learning.edit(team(item(1, "ana")), 1, "ana", NOW, state="done")


def test_finishing_sets_the_level_tells_the_news_and_finishes_the_card() -> None:
    """All in one change, so that one undo takes it all back."""
    before = team(
        item(1, "cem", "Customs course", skill=CUSTOMS, hours=6, link="https://x.example", due="2026-12-01")
    )
    shop = after(before, learned.to_card(before, 1, "cem", NOW))
    card = shop.task(the_item(shop).task or 0)
    assert (card.title, card.role, card.assignees, card.due) == (
        "Customs course",
        MAIL,
        ["cem"],
        date(2026, 12, 1),
    )
    assert (card.links, card.estimate) == (["https://x.example"], 6)
    with pytest.raises(Refused, match=f"“Customs course” is the card #{card.id} already"):
        learned.to_card(shop, 1, "cem", NOW)

    change = learned.finish(shop, 1, "cem", NOW, level=2, learned="Form A goes first.", share=True)
    done = after(shop, change)
    whole = the_item(done)
    assert (whole.state, whole.finished_on, whole.learned) == (
        LearningState.DONE,
        date(2026, 11, 23),
        "Form A goes first.",
    )
    level = Levels.of(done).get("cem", CUSTOMS)
    assert level is not None
    assert (level.level, level.is_confirmed) == (2, False)
    post = done.find(Post, whole.post or 0)
    assert post is not None
    assert (post.title, post.kind, post.roles, post.tasks) == (
        "Learned: Customs course",
        PostKind.NEWS,
        [],
        [card.id],
    )
    assert "Customs papers: now at 2 (with help)." in post.body
    assert done.task(card.id).column == DONE
    with pytest.raises(Refused, match="“Customs course” is done already"):
        learned.finish(done, 1, "cem", NOW)


def test_finishing_says_what_is_missing() -> None:
    """Nothing happens then."""
    shop = team(item(1, "cem"), item(2, "cem", state="wish"), item(3, "cem", skill=CUSTOMS))
    with pytest.raises(Refused, match="“Course 1” is for no skill, so it leads to no level"):
        learned.finish(shop, 1, "cem", NOW, level=2)
    with pytest.raises(Refused, match="Say in a sentence or two what was learned"):
        learned.finish(shop, 1, "cem", NOW, share=True, learned=" ")
    with pytest.raises(Refused, match="is a wish; who leads a role agrees to it first"):
        learned.finish(shop, 2, "cem", NOW)
    with pytest.raises(Refused, match="Only who leads a role says what was paid"):
        learned.finish(shop, 1, "cem", NOW, paid=10)
    with pytest.raises(Refused, match="The level “7” is too large"):
        learned.finish(shop, 3, "cem", NOW, level=7, share=True, learned="x")
    paid = the_item(after(shop, learned.finish(shop, 1, "ana", NOW, paid=10)))
    assert (paid.paid, paid.paid_on, paid.learned) == (10, date(2026, 11, 23), "")


def test_the_card_follows_the_item_and_not_the_other_way_round() -> None:
    """Dropping puts an open card away; a card that is put away leaves the item as it is."""
    first = team(item(1, "cem"))
    shop = after(first, learned.to_card(first, 1, "cem", NOW))
    number = the_item(shop).task or 0
    dropped = after(shop, learning.drop(shop, 1, "cem", NOW))
    assert dropped.task(number).archived_at == NOW
    away = after(shop, learning.archive(shop, 1, "cem", NOW))
    assert away.task(number).archived_at == NOW
    back = after(away, learning.restore(away, 1, "cem", NOW))
    assert back.task(number).archived_at == NOW
    again = after(back, learned.to_card(back, 1, "cem", NOW))
    assert (again.task(number).archived_at, len(list(again.all(Task)))) == (None, 9)

    gone = after(shop, tasks.archive(shop, number, "cem", NOW))
    assert the_item(gone).state is LearningState.PLANNED
    assert the_item(after(gone, learned.finish(gone, 1, "cem", NOW))).state is LearningState.DONE
    finished = after(shop, move(shop, number, DONE, "cem", NOW))
    assert after(finished, learning.archive(finished, 1, "cem", NOW)).task(number).archived_at is None
    with pytest.raises(Refused, match="“Course 1” is archived; restore it first"):
        learning.begin(away, 1, "cem", NOW)


def test_finishing_is_undone_as_a_whole() -> None:
    """The level, the post and the end of the card go together."""
    first = team(item(1, "cem", skill=CUSTOMS))
    shop = after(first, learned.to_card(first, 1, "cem", NOW))
    change = learned.finish(shop, 1, "cem", NOW, level=2, learned="x", share=True)
    numbers = {("assessments", -1): 90, ("posts", -1): 91}
    change = change.renumbered(numbers)
    done = after(shop, change)
    assert the_item(done).post == 91
    undone = after(done, change.inverse())
    assert {table: dict(rows) for table, rows in undone.tables.items()} == {
        table: dict(rows) for table, rows in shop.tables.items()
    }


def test_two_who_do_the_same_at_once_do_it_once() -> None:
    """There is one card and one post; who confirms second has nothing to decide."""
    shop = team(item(1, "cem", skill=CUSTOMS))
    first, second = (learned.to_card(shop, 1, by, NOW) for by in ("cem", "ana"))
    with pytest.raises(Refused, match="Somebody has put this learning item on the board meanwhile"):
        after(after(shop, first), second)
    first, second = (learned.finish(shop, 1, by, NOW, learned="x", share=True) for by in ("cem", "ana"))
    with pytest.raises(Refused, match="Somebody has finished this learning item meanwhile"):
        after(after(shop, first), second)
    first, second = (confirm(shop, 5, by, NOW) for by in ("ben", "ana"))
    both = after(after(shop, first), second).find(Assessment, 5)
    assert both is not None
    assert both.confirmed_by == "ben"
