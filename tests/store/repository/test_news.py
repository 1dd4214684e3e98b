"""What others have committed, told one by one."""

from __future__ import annotations

from store.rules import comments, moving, tasks
from tests.builders import DOING, NOW
from tests.store.repository.clock import Place, new_task, retitled


def test_what_another_program_does_is_news_once(place: Place) -> None:
    """A foreign commit is told with its author, label and fields, and only once; one's own are not told."""
    ana, ben = place.open(), place.open()
    ana.commit(retitled(ana, 2, "Mine"))
    change = moving.move(ben.team, 1, DOING, "ben", NOW)
    ben.commit(change)
    ana.refresh()
    (news,) = ana.take_news()

    assert (news.number, news.by, news.label) == (2, "ben", "moved #1 to Doing")
    assert "column" in news.fields["tasks", 1]
    assert news.moved == {1}
    assert ana.take_news() == ()
    ana.close()
    ben.close()


def test_what_is_no_move_is_none(place: Place) -> None:
    """A new card, another order, a comment and an edit are news, but no card has gone elsewhere."""
    ana, ben = place.open(), place.open()
    ben.commit(new_task(ben, "Buy tape"))
    ben.commit(moving.reorder(ben.team, 1, 1, "ben", NOW))
    ben.commit(comments.comment(ben.team, 1, "@ana look", "ben", NOW))
    ben.commit(tasks.edit(ben.team, 1, "ben", NOW, title="Red paper"))
    ana.refresh()
    news = ana.take_news()

    assert [item.number for item in news] == [1, 2, 3, 4]
    assert not any(item.moved for item in news)
    assert news[2].fields["tasks", 1] == ("comment",)
    ana.close()
    ben.close()


def test_what_comes_in_while_committing_is_news(place: Place) -> None:
    """Commits that a flush reads on its way are told as well."""
    ana, ben = place.open(), place.open()
    ben.commit(moving.hand_over(ben.team, 1, None, "ben", NOW))
    ana.commit(new_task(ana, "Mine"))

    assert [item.by for item in ana.take_news()] == ["ben"]
    ana.close()
    ben.close()


def test_what_was_there_before_is_no_news(place: Place) -> None:
    """Who opens the team is not told what happened until then."""
    ben = place.open()
    ben.commit(new_task(ben, "Buy tape"))
    ana = place.open()

    assert ana.take_news() == ()
    ana.close()
    ben.close()
