"""What stands in a person's inbox, from what others did and what she owes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from store.absences.open_things import open_things
from store.change import Change
from store.inbox.concerns import Kind, Seen, concerns, older_mentions
from store.inbox.happenings import Happening, happenings
from store.inbox.items import Item, news
from store.inbox.owing import Waiting, owed
from store.models import Adjustment, Document, Goal, Kpi, Post, Remark, Reply
from store.news.marks import Marks, Read
from store.rules import absences, comments, handovers, moving, posts, replies, tasks
from store.team import Team
from tests import builders
from tests.builders import LATER, NOW, SHOP
from tests.store.skills.shop import item
from tests.store.skills.shop import team as skilled

TODAY = date(2026, 11, 23)


def incident() -> Post:
    """One that is over."""
    known = {"id": 1, "title": "Down", "author": "cem", "at": NOW, "kind": "incident", "closed_at": NOW}
    return Post.checked(known)


class History:
    """A team, and the commits that make it what it is."""

    def __init__(self, *documents: Document) -> None:
        self.team = builders.team(*documents)
        self.done: list[Happening] = []
        self.number = 0

    def do(self, change: Change) -> None:
        """Somebody commits a change; a new document gets a number of its own."""
        self.number += 1
        minute = timedelta(minutes=self.number)
        fresh = {(edit.table, edit.id): 100 + self.number for edit in change.edits if edit.id < 0}
        change = change.renumbered(fresh).signed(change.by, NOW + minute)
        self.team = self.team.apply(change)
        self.done += happenings(self.number, change)

    def seen(self, person: str = "ana", **known: object) -> Seen:
        return Seen(Marks(self.team, person), **known)  # type: ignore[arg-type]

    def news(self, person: str = "ana", **known: object) -> list[Item]:
        """What others did, for a person."""
        seen = self.seen(person, **known)
        return news(self.team, concerns(self.team, person, self.done, seen.marks), seen)

    def told(self, person: str = "ana") -> list[tuple[Kind, str]]:
        """Kind and sentence of each item."""
        return [(item.kind, item.sentence) for item in self.news(person)]


def say(text: str, card: int = 4, by: str = "ben") -> Callable[[Team], Change]:
    """A comment on a card of Ana's."""
    return lambda team: comments.comment(team, card, text, by, NOW)


def test_three_comments_on_one_card_are_one_item() -> None:
    """It tells how many, by whom the last one was and when."""
    history = History()
    for by in ("ben", "cem", "ben"):
        history.do(say("Look.", by=by)(history.team))

    [item] = history.news()
    assert item.sentence == "3 comments on #4 “Count the stock”"
    assert (item.kind, item.key, item.by) == (Kind.COMMENT, ("tasks", 4), "ben")
    assert item.at == NOW + timedelta(minutes=3)
    assert item.is_new


def test_one_s_own_words_are_no_news() -> None:
    """Neither here nor from another window."""
    history = History()
    history.do(say("Done.", by="ana")(history.team))

    assert history.news() == []


def test_comments_concern_who_works_on_the_card_or_has_said_something() -> None:
    """Nobody else."""
    history = History()
    history.do(say("I know.", by="cem")(history.team))
    history.do(say("So do I.", by="ben")(history.team))

    assert history.told("ana") == [(Kind.COMMENT, "2 comments on #4 “Count the stock”")]
    assert history.told("cem") == [(Kind.COMMENT, "commented on #4 “Count the stock”")]
    assert history.told("dee") == []


def test_a_mention_comes_first_and_the_rest_of_its_card_with_it() -> None:
    """One item for each thing, by the strongest reason."""
    history = History()
    history.do(say("Look.")(history.team))
    history.do(say("@ana, look.")(history.team))
    history.do(say("@ana?", card=6)(history.team))
    history.do(tasks.edit(history.team, 6, "ben", NOW, assignees=["ben", "ana"]))

    assert history.told() == [
        (Kind.MENTION, "mentioned you on #6 “Retouch the catalogue”; assigned to you"),
        (Kind.MENTION, "mentioned you on #4 “Count the stock”; 1 comment"),
    ]


@pytest.mark.parametrize("takes_back", [False, True])
def test_a_card_that_was_assigned(takes_back: bool) -> None:
    """It counts as long as it is hers."""
    history = History()
    history.do(tasks.edit(history.team, 1, "ben", NOW, assignees=["ana"]))
    if takes_back:
        history.do(tasks.edit(history.team, 1, "ben", NOW, assignees=[]))

    told = [(Kind.ASSIGNED, "assigned #1 “Order wrapping paper” to you")]
    assert history.told() == ([] if takes_back else told)


def test_a_new_card_may_be_given_at_once() -> None:
    """It is assigned, too; that it is her role's is no hand-over."""
    history = History()
    history.do(tasks.create(history.team, "Pack", "ben", NOW, role=SHOP, assignees=["ana"]))

    assert history.told() == [(Kind.ASSIGNED, "assigned #101 “Pack” to you")]


def test_a_card_that_was_handed_to_her_role() -> None:
    """The item names the role; who is not in it is not told."""
    history = History()
    history.do(moving.hand_over(history.team, 6, SHOP, "ben", NOW))

    assert history.told() == [(Kind.HANDED_OVER, "handed #6 “Retouch the catalogue” to Shop")]
    assert history.told("ben") == []


def test_replies_concern_who_takes_part() -> None:
    """Who wrote the post, replied, or is named; others only where they are mentioned."""
    post = Post(id=1, title="Where is the tape?", author="ana", at=NOW)
    history = History(post)
    history.do(replies.reply(history.team, 1, "In the van.", "cem", NOW))
    history.do(replies.reply(history.team, 1, "No, @dee has it.", "ben", NOW))

    assert history.told() == [(Kind.REPLY, "2 replies to “Where is the tape?”")]
    assert history.told("cem") == [(Kind.REPLY, "replied to “Where is the tape?”")]


def test_posts_that_name_her_and_incidents() -> None:
    """An incident stays as long as it is open."""
    history = History()
    history.do(posts.write(history.team, "Thanks", "ben", NOW, body="to @ana"))
    history.do(posts.write(history.team, "Shop is down", "cem", NOW, kind="incident"))

    assert history.told() == [
        (Kind.MENTION, "mentioned you in “Thanks”"),
        (Kind.INCIDENT, "reports an incident: “Shop is down”"),
    ]
    history.do(posts.close(history.team, 102, "Restarted.", "cem", NOW))
    assert history.told() == [(Kind.MENTION, "mentioned you in “Thanks”")]
    history.do(posts.reopen(history.team, 102, "cem", NOW))
    assert history.told()[1:] == [(Kind.INCIDENT, "reports an incident: “Shop is down”")]


def test_an_incident_that_is_not_over_is_new_again() -> None:
    """Also for who has read the post."""
    history = History(incident())
    history.do(posts.reopen(history.team, 1, "cem", NOW))
    marks = Marks(history.team, "ana", Read(frozenset({1})))
    found = concerns(history.team, "ana", history.done, marks)

    assert [item.is_new for item in news(history.team, found, Seen(marks))] == [True]
    assert [item.is_new for item in news(history.team, found, Seen(marks, up_to=1))] == [False]


def test_remarks_on_a_goal() -> None:
    """They concern who answers for it, and whom they name."""
    goal = Goal(id=1, title="Ship faster", owner="ana")
    history = History(goal)
    remark = Remark(id=9, goal=1, author="cem", text="@ben?", at=NOW, mentions=["ben"])
    history.do(Change.insert("remarks", remark, "said", 9).signed("cem", NOW))

    assert history.told() == [(Kind.COMMENT, "commented on “Ship faster”")]
    assert history.told("ben") == [(Kind.MENTION, "mentioned you on “Ship faster”")]


def test_what_was_put_away_is_not_told() -> None:
    """Nor what was taken back."""
    history = History()
    comment = comments.comment(history.team, 4, "@ana", "ben", NOW, id=7)
    history.do(comment)
    history.do(comment.inverse().signed("ben", NOW))
    history.do(say("@ana", card=6)(history.team))
    history.do(tasks.archive(history.team, 6, "ben", NOW))

    assert history.news() == []


def test_an_edit_that_names_her_counts_and_one_that_does_not_is_nothing() -> None:
    """The comment itself may be older."""
    old = builders.comment(7, 4, "Who?", author="ben")
    history = History(old)
    history.do(comments.edit_comment(history.team, 7, "Who else?", "ben", NOW))
    assert history.news() == []
    history.do(comments.edit_comment(history.team, 7, "@ana?", "ben", NOW))

    assert history.told() == [(Kind.MENTION, "mentioned you on #4 “Count the stock”")]


def test_what_was_seen_is_not_new_and_only_the_new_is_counted() -> None:
    """By the commit, by the thing, as a comment that names her, and in the news."""
    history = History(Post(id=1, title="Tape", author="ana", at=NOW))
    history.do(say("Look.")(history.team))
    history.do(say("@ana?", card=6)(history.team))
    history.do(replies.reply(history.team, 1, "Here.", "ben", NOW))

    def new(**known: object) -> list[tuple[str, int | str]]:
        return [item.key for item in history.news(**known) if item.is_new]

    assert new() == [("tasks", 6), ("posts", 1), ("tasks", 4)]
    assert new(up_to=2) == [("tasks", 6), ("posts", 1)], "a mention waits as long as the header counts it"
    assert new(up_to=2, comments=frozenset({102})) == [("posts", 1)]
    assert new(things={("tasks", 4): 1}) == [("tasks", 6), ("posts", 1)]
    assert new(comments=frozenset({102})) == [("posts", 1), ("tasks", 4)]
    history.do(say("Look again.")(history.team))
    assert [i.sentence for i in history.news(up_to=3)][-1] == "commented on #4 “Count the stock”"
    assert not any(item.is_new for item in history.news(up_to=4, comments=frozenset({102})))


def test_mentions_that_are_older_than_the_history_that_was_read() -> None:
    """They are new as long as they are not seen, and none is told twice."""
    old = builders.comment(1, 4, "@ana", mentions=["ana"])
    post = Post(id=1, title="Tape", author="ben", at=NOW, mentions=["ana"])
    history = History(old, post)
    history.do(say("@ana!", card=4)(history.team))
    seen = history.seen()
    found = concerns(history.team, "ana", history.done, seen.marks)
    found += older_mentions(history.team, [1, 101, 999], seen.marks, found)

    assert [(i.sentence, i.is_new) for i in news(history.team, found, seen)] == [
        ("mentioned you 2 times on #4 “Count the stock”", True),
        ("mentioned you in “Tape”", True),
    ]


def test_what_is_owed_comes_with_who_asks() -> None:
    """Clashes, acknowledgements, check-ins, readings, reviews; each until it is done."""
    ask = Post(id=1, title="Posting days", author="ben", at=NOW, acknowledge_by=TODAY + timedelta(days=2))
    goal = {"id": 1, "title": "Ship faster", "owner": "ana", "state": "active", "start": "2026-10-01"}
    goal |= {"due": "2026-12-31", "baseline": 1, "target": 9}
    kpi = Kpi.checked({"id": 1, "name": "Orders", "owner": "ana", "created_at": "2026-11-02T08:00:00Z"})
    known = {"id": 1, "title": "Free returns", "owner": "ana", "kpi": 1}
    tried = Adjustment.checked({**known, "made_on": "2026-10-01", "review_on": "2026-11-20"})
    team = builders.team(ask, Goal.checked(goal), kpi, tried)
    found = owed(team, "ana", TODAY, [Waiting("x/1", "renamed #1", LATER)])

    assert [(item.kind, item.key, item.sentence, item.by) for item in found] == [
        (Kind.CLASH, ("clashes", "x/1"), "you renamed #1", ""),
        (Kind.ACKNOWLEDGE, ("posts", 1), "“Posting days” by Wed 25 Nov", "ben"),
        (Kind.CHECK_IN, ("goals", 1), "“Ship faster”: how does it go?", ""),
        (Kind.READING, ("kpis", 1), "“Orders” in week 46 of 2026 and 1 before", ""),
        (Kind.REVIEW, ("adjustments", 1), "“Free returns”: has it helped?", ""),
    ]
    assert [f"{item.at:%m-%d}" for item in found[-2:]] == ["11-09", "11-20"], "since when somebody waits"
    assert all(item.kind.is_owed and not item.is_new for item in found)
    assert owed(team, "dee", TODAY) == []


def test_what_is_to_be_confirmed_renewed_and_learned_is_owed() -> None:
    """By who leads, by whose certificate it is, by who learns."""
    shop = skilled(
        item(1, "ana", due="2026-12-01"),
        item(2, "ana", task=8, title="Read it"),
        item(3, "cem", due="2026-12-01"),
    )
    found = owed(shop, "ana", TODAY)
    assert [(one.kind, one.key, one.sentence, one.by) for one in found] == [
        (Kind.CONFIRM, ("assessments", 5), "level 1 (beginner) in “Checkout” to be confirmed", "cem"),
        (
            Kind.CERTIFICATE,
            ("assessments", 1),
            "your certificate in “Checkout” expires on Sun 31 Jan 2027",
            "",
        ),
        (Kind.LEARN, ("learning_items", 1), "“Course 1” by Tue 1 Dec", ""),
        (Kind.LEARN, ("learning_items", 2), "“Read it”: its card is finished; what did you learn?", ""),
    ]
    assert all(one.kind.is_owed for one in found)


def test_strange_documents_are_passed_over() -> None:
    """What another program wrote that does not fit harms nobody."""
    lost = Reply(id=5, post=99, author="ben", text="?", at=NOW)
    history = History(lost)
    history.done += happenings(1, Change.insert("replies", lost, "", 5))
    history.done += happenings(2, Change.insert("comments", builders.comment(6, 999), "", 6))

    assert history.news() == []


def test_who_is_named_as_cover_is_told_as_long_as_she_is() -> None:
    """Once; also where she is named later."""
    history = History()
    history.do(absences.add(history.team, "ben", TODAY, date(2026, 11, 27), "ben", NOW))
    assert history.told() == []
    history.do(absences.edit(history.team, 101, "ben", NOW, cover="ana"))
    history.do(absences.edit(history.team, 101, "ben", NOW, note="Rome"))

    told = [(Kind.COVER, "named you as the cover of Ben Okafor, away Mon 23 Nov to Fri 27 Nov")]
    assert history.told() == told
    history.do(absences.edit(history.team, 101, "ben", NOW, cover="cem"))
    assert history.told() == []


def test_a_handover_is_told_as_a_whole() -> None:
    """And not card by card; neither is what comes back."""
    history = History()
    given = dict.fromkeys(open_things(history.team, "ben"), "ana")
    history.do(handovers.hand_over(history.team, "ben", given, "ben", NOW))
    assert history.told() == [(Kind.GIVEN, "handed 2 cards of Ben Okafor over to you")]

    history.do(handovers.give_back(history.team, 101, "ana", NOW))
    assert history.told() == []
    assert history.told("ben") == [(Kind.GIVEN_BACK, "gave 2 cards back to you")]
