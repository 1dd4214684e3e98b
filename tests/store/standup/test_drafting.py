"""What Tagwerk would write for somebody: what happened, what is in work, what is in the way."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from store.change import Change
from store.models import CheckIn, Document, Goal, Update
from store.rules.check_ins import check_in
from store.rules.comments import comment
from store.rules.moving import move
from store.rules.tasks import create
from store.standup.drafting import draft, since
from store.team import Team
from tests import builders
from tests.builders import BACKLOG, DOING, DONE, LONG_AGO, NOW, READY, task

TODAY = date(2026, 11, 23)
FRIDAY = TODAY - timedelta(days=3)


class Work:
    """A team, and what was done in it."""

    def __init__(self, *more: Document) -> None:
        self.team = builders.team(
            task(1, "Order paper", READY, assignees=["ana"]),
            task(2, "Photograph boots", DOING, assignees=["ana"], column_since=NOW),
            *more,
        )
        self.changes: list[Change] = []

    def do(self, change: Change) -> None:
        """Somebody does something."""
        news = {key: max(self.team.tables[key[0]], default=0) + 1 for key in change.touched() if key[1] < 0}
        self.changes.append(change.renumbered(news))
        self.team = self.team.apply(self.changes[-1])

    def done(self, person: str = "ana") -> list[str]:
        """What a person has done."""
        return [item.text for item in draft(self.team, person, self.changes, NOW).done]


def said(id: int, day: date, *promised: int, **fields: Any) -> Update:
    """An update of Ana's, written at nine."""
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    return Update.checked(
        {"id": id, "day": day, "author": "ana", "posted_at": at, "promised": list(promised), **fields}
    )


def test_what_happened_is_told_once_for_each_card() -> None:
    """Finished first, then moved, then commented; others' work is not told."""
    work = Work(Goal(id=1, title="Same day"), task(30, "Retouch", READY))
    work.do(comment(work.team, 1, "Which paper?", "ana", NOW))
    work.do(comment(work.team, 30, "Nice", "ana", NOW))
    work.do(comment(work.team, 30, "Nicer", "ana", NOW))
    work.do(move(work.team, 1, DOING, "ana", NOW, override=True))
    work.do(move(work.team, 2, DONE, "ana", NOW))
    work.do(move(work.team, 5, DOING, "ben", NOW, override=True))

    assert work.done() == [
        "finished #2 Photograph boots",
        "moved #1 Order paper to Doing",
        "commented on #30 Retouch",
    ]
    assert work.done("Ben") == ["moved #5 Photograph the spring range to Doing"]


def test_what_was_taken_back_is_not_told() -> None:
    """Moved to and fro, a comment that is gone, a card that was finished and opened again by others."""
    work = Work()
    work.do(move(work.team, 1, DOING, "ana", NOW, override=True))
    work.do(move(work.team, 1, READY, "ana", NOW))
    work.do(comment(work.team, 4, "Oops", "ana", NOW))
    work.do(work.changes[-1].inverse().signed("ana", NOW))
    assert work.done() == []

    work.do(move(work.team, 2, DONE, "ana", NOW))
    work.do(move(work.team, 2, DOING, "ben", NOW, override=True))
    assert work.done() == ["moved #2 Photograph boots to Done"]


def test_a_card_that_was_only_written_is_no_work_done() -> None:
    """But one that was written and finished is."""
    work = Work()
    work.do(create(work.team, "New", "ana", NOW, column=BACKLOG))
    work.do(create(work.team, "Quick", "ana", NOW, column=DONE))
    work.do(create(work.team, "Begun", "ana", NOW, column=READY))
    begun = max(work.team.tables["tasks"])
    work.do(move(work.team, begun, DOING, "ana", NOW, override=True))

    assert work.done() == [f"finished #{begun - 1} Quick", f"moved #{begun} Begun to Doing"]


def test_check_ins_are_told_once_for_each_goal() -> None:
    """By the goal's title."""
    work = Work(Goal.checked({"id": 1, "title": "Same day", "state": "active", "baseline": 0, "target": 9}))
    work.do(check_in(work.team, 1, "ana", NOW, value=1))
    work.do(check_in(work.team, 1, "ana", NOW, value=2))

    assert work.team.find(CheckIn, 2)
    assert work.done() == ["checked in on the goal Same day"]


def test_own_cards_in_work_are_told_the_most_urgent_first() -> None:
    """Overdue before urgent before the nearest due date; others' cards and finished ones are not."""
    work = Work(
        task(21, "Later", DOING, assignees=["ana"], column_since=NOW, due="2026-12-09"),
        task(22, "Urgent", DOING, assignees=["ana"], column_since=NOW, priority="urgent"),
        task(23, "Late", DOING, assignees=["ana", "ben"], column_since=NOW, due="2026-11-20"),
        task(24, "Away", DOING, assignees=["ana"], archived_at=NOW),
    )
    found = draft(work.team, "ana", (), NOW)

    assert [item.text for item in found.now] == [
        "#23 Late",
        "#22 Urgent",
        "#21 Later, due Wed 9 Dec",
        "#2 Photograph boots",
    ]
    assert found.texts()["now"].splitlines()[0] == "#23 Late"


def test_blockers_are_told_with_their_reasons() -> None:
    """Blocked first; a card that is in the way for several reasons stands there once."""
    work = Work(
        task(21, "Vases", DOING, assignees=["ana"], blocked="no paper\nfor days", due="2026-11-20"),
        task(22, "Old", DOING, assignees=["ana"], column_since=NOW - timedelta(days=5)),
        task(23, "Late", READY, assignees=["ana"], due="2026-11-21"),
    )

    assert [item.text for item in draft(work.team, "ana", (), NOW).blockers] == [
        "#21 Vases: no paper for days, overdue since Fri 20 Nov, in Doing for 30 days",
        "#23 Late: overdue since Sat 21 Nov",
        "#22 Old: in Doing for 5 days",
    ]


def test_a_reason_that_is_a_sentence_can_be_followed_by_another() -> None:
    """No comma comes after a full stop; the last sentence keeps its own."""
    work = Work(
        task(21, "Vases", DOING, assignees=["ana"], blocked="There is no paper.", due="2026-11-20"),
        task(22, "Cups", READY, assignees=["ana"], blocked="There is no paper."),
    )

    assert [item.text for item in draft(work.team, "ana", (), NOW).blockers] == [
        "#21 Vases: There is no paper, overdue since Fri 20 Nov, in Doing for 30 days",
        "#22 Cups: There is no paper.",
    ]


def test_what_was_promised_three_times_and_has_not_moved_is_told() -> None:
    """Two times are not enough, and a card that has moved meanwhile is not meant."""
    waits = task(21, "Vases", READY, assignees=["ana"], column_since=LONG_AGO)
    moved = task(22, "Moved", READY, assignees=["ana"], column_since=NOW - timedelta(days=1))
    days = [TODAY - timedelta(days=back) for back in (6, 5, 4, 3)]
    twice = [said(1, days[1], 22), *(said(n, day, 21, 22) for n, day in enumerate(days[2:], 2))]
    thrice = [said(n, day, 21, 22) for n, day in enumerate(days[1:], 1)]

    def blockers(*updates: Update) -> list[str]:
        team = builders.team(waits, moved, *updates)
        return [item.text for item in draft(team, "ana", (), NOW).blockers]

    assert blockers(*twice) == []
    assert blockers(*thrice) == ["#21 Vases: promised 3 times and not moved"]
    assert blockers(*thrice, said(9, TODAY)) == ["#21 Vases: promised 3 times and not moved"]


def test_a_draft_goes_back_to_the_last_update() -> None:
    """Not to that of today, which is the one that is being written; and not further than two weeks."""
    assert since(builders.team(said(1, FRIDAY), said(2, TODAY)), "ana", NOW) == said(1, FRIDAY).posted_at
    long_ago = said(1, TODAY - timedelta(days=40))
    assert since(builders.team(long_ago), "ana", NOW) == NOW - timedelta(days=14)
    assert since(builders.team(said(1, TODAY)), "ana", NOW, TODAY + timedelta(days=1)) == (
        said(1, TODAY).posted_at
    )


def test_who_has_written_none_tells_of_the_last_working_day() -> None:
    """On Monday that is Friday, from its midnight in the team's time zone on."""
    assert since(builders.team(), "ana", NOW) == datetime(2026, 11, 19, 23, tzinfo=UTC)


def test_a_team_without_anything_has_an_empty_draft() -> None:
    """Nothing is made up."""
    assert draft(Team(), "ana", (), NOW).texts() == {"done": "", "now": "", "blockers": ""}
