"""The demo's message board: alive, in all kinds, and something left to read and to acknowledge."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from store.demo import DEMO_VIEWER, Demo
from store.demo.news import POSTS
from store.demo.seasons import last_campaign, next_holiday
from store.models import Acknowledgement, Goal, Post, PostKind, Reaction, Reply, Round, Sign, Task
from store.news.audience import acknowledged, is_for, open_incidents, owed_by, readers, roster
from store.news.marks import Marks
from store.team import Team
from tests.builders import NOW
from tests.demos import demo_at, team_at

MOMENTS = [datetime(2026, 1, 3, 3, 17, tzinfo=UTC) + timedelta(days=62 * n, hours=5 * n) for n in range(6)]
"""Six moments of a year, on other days of the week and at other hours."""


GOOD_FRIDAYS = {2026: date(2026, 4, 3), 2027: date(2027, 3, 26), 2028: date(2028, 4, 14)}


@pytest.fixture(scope="module")
def demo() -> Demo:
    return demo_at(NOW)


@pytest.fixture(scope="module")
def team(demo: Demo) -> Team:
    return demo.team()


def written(team: Team) -> list[Post]:
    """The posts that somebody wrote, oldest first; the others tell of stand-ups."""
    told = {one.summary for one in team.all(Round)}
    return sorted((post for post in team.all(Post) if post.id not in told), key=lambda post: post.id)


def test_there_are_posts_of_every_kind(team: Team) -> None:
    """Each kind is there more than once, most of them in the history and some in the genesis."""
    posts = written(team)
    kinds = [post.kind for post in posts]

    assert len(posts) == len(POSTS) >= 30
    assert all(kinds.count(kind) >= 2 for kind in PostKind)


def test_some_posts_are_older_than_the_history(demo: Demo) -> None:
    old = demo.genesis["posts"]

    assert 3 <= len(old) <= 6
    assert all(raw["posts_up_to"] == len(old) for raw in demo.genesis["read_states"].values())


def test_there_is_something_of_everything(team: Team) -> None:
    """For some roles only, for one person, pinned, edited, with mentions, tables, lists, quotes and code."""
    posts = list(team.all(Post))
    bodies = "\n".join(post.body for post in posts)

    assert sum(bool(post.roles) for post in posts) >= 5
    assert [post.people for post in posts if post.people] == [[DEMO_VIEWER]]
    assert [post.pinned_until > team.today(NOW) for post in posts if post.pinned_until] == [True]
    assert sum(post.edited_at is not None for post in posts) == 1
    assert sum(DEMO_VIEWER in said.mentions for said in [*posts, *team.all(Reply)]) >= 3
    assert all(mark in bodies for mark in ("\n## ", "\n- ", "\n1. ", "\n|---|", "\n> ", "\n```\n", "**"))
    assert {sign for one in team.all(Reaction) for sign in one.signs} == set(Sign) - {Sign.NO}
    assert any(one.reply for one in team.all(Reaction))


def test_texts_are_filled_in(team: Team) -> None:
    """No word in braces is left in what people read, and no blank in front of it."""
    texts = [text for post in team.all(Post) for text in (post.title, post.body, post.outcome)]
    texts += [reply.text for reply in team.all(Reply)]

    assert not any("{" in text or "}" in text for text in texts)
    assert not any(line.startswith("    ") for text in texts for line in text.splitlines())


def test_all_incidents_are_over(team: Team) -> None:
    """A banner would be the first thing that a newcomer sees; each tells how it ended."""
    incidents = [post for post in team.all(Post) if post.kind is PostKind.INCIDENT]

    assert len(incidents) == 3
    assert not open_incidents(team)
    assert all(post.outcome and post.closed_at and post.closed_at > post.at for post in incidents)
    checkout = next(post for post in incidents if "Checkout" in post.title)
    assert checkout.closed_at
    assert 39 <= (checkout.closed_at - checkout.at) / timedelta(minutes=1) <= 41


def test_one_question_is_open_and_others_are_answered_with_a_quote(team: Team) -> None:
    """The last one waits for somebody."""
    questions = [post for post in team.all(Post) if post.kind is PostKind.QUESTION]
    answers = {post.title: list(team.belonging(Reply, "post", post.id)) for post in questions}

    assert sum(not said for said in answers.values()) == 1
    assert any(reply.text.startswith("> ") for said in answers.values() for reply in said)


@pytest.mark.parametrize("now", [NOW, *MOMENTS])
def test_some_acknowledgements_are_owed(now: datetime) -> None:
    """One post is known by all, one is late by one person, one has its day to come; the viewer owes that."""
    team = team_at(now)
    asked = [post for post in team.all(Post) if post.acknowledge_by]
    first, late, ahead = asked
    assert first.acknowledge_by
    assert late.acknowledge_by
    assert ahead.acknowledge_by

    assert not roster(team, first).owing
    assert late.acknowledge_by < team.today(now) < ahead.acknowledge_by
    assert [member.login for member in roster(team, late).owing] == ["sam"]
    assert len(roster(team, ahead).known) >= 5 <= len(roster(team, ahead).owing)
    assert owed_by(team, DEMO_VIEWER) == [ahead]
    for post in (first, late):
        assert all(at.date() <= post.acknowledge_by for _, at in roster(team, post).known)


@pytest.mark.parametrize("tasks", [0, 20, 90])
@pytest.mark.parametrize("now", [NOW, *MOMENTS])
def test_the_newest_posts_are_unread_for_the_viewer(now: datetime, tasks: int) -> None:
    """Four to six, one of which names her, all newer than what she has read beside stand-ups."""
    team = team_at(now, tasks)
    marks = Marks(team, DEMO_VIEWER)

    assert 4 <= len(marks.unread) <= 6
    assert marks.mentions == 1
    assert min(marks.unread) > max({post.id for post in written(team)} - marks.unread)


def test_who_said_something_below_a_post_has_read_it(team: Team) -> None:
    """Nobody has reacted to, replied to or acknowledged what is unread for her."""
    said = [(one.author, one.post) for kind in (Reply, Reaction, Acknowledgement) for one in team.all(kind)]
    unread = {login: Marks(team, login).unread for login in team.members}

    assert all(post not in unread[login] for login, post in said)
    assert sum(not posts for posts in unread.values()) >= 5


@pytest.mark.parametrize("tasks", [0, 20, 90, 300])
@pytest.mark.parametrize("now", [NOW, *MOMENTS])
def test_everything_named_exists(now: datetime, tasks: int) -> None:
    """People, roles, cards and goals of every post; a board with all the cards has all the links."""
    team = team_at(now, tasks)

    for post in team.all(Post):
        assert {post.author, *post.people, *post.mentions} <= team.members.keys()
        assert all(team.role(role) for role in post.roles)
        assert all(team.find(Task, number) for number in post.tasks)
        assert all(team.find(Goal, number) for number in post.goals)
        assert readers(team, post)
    if tasks >= 90:
        assert [len(post.tasks) for post in written(team)] == [len(story.cards) for story in POSTS]


def test_only_those_whom_a_post_is_for_say_something_below_it(team: Team) -> None:
    for kind in (Reply, Reaction, Acknowledgement):
        for one in team.all(kind):
            post = team.find(Post, one.post)
            assert post
            assert one.author == post.author or is_for(post, team.members[one.author])


@pytest.mark.parametrize("now", [NOW, *MOMENTS])
def test_nothing_is_in_the_future(now: datetime) -> None:
    """Posts, replies and acknowledgements follow each other, all before now."""
    team = team_at(now)
    posts = {post.id: post for post in team.all(Post)}

    assert [posts[id].at for id in sorted(posts)] == sorted(post.at for post in posts.values())
    for post in posts.values():
        assert all(at is None or post.at <= at < now for at in (post.at, post.edited_at, post.closed_at))
        assert all(post.at <= at for at in acknowledged(team, post.id).values())
    for reply in team.all(Reply):
        assert posts[reply.post].at <= reply.at < now


@pytest.mark.parametrize("now", [NOW, *MOMENTS])
@pytest.mark.parametrize("tasks", [0, 5, 20])
def test_a_small_board_has_the_whole_message_board(now: datetime, tasks: int) -> None:
    """Numbers follow each other, also where cards are missing."""
    team = team_at(now, tasks)

    for kind in (Post, Reply, Reaction, Acknowledgement):
        numbers = sorted(document.id for document in team.all(kind))
        assert numbers == list(range(1, len(numbers) + 1))
    assert len(written(team)) == len(POSTS)


def test_last_posting_days_are_ahead_on_every_day() -> None:
    """The next holiday leaves time for parcels to all countries; Easter is when it is."""
    for day in (date(2026, 1, 1) + timedelta(days=n) for n in range(3 * 365)):
        name, closed = next_holiday(day)
        assert day + timedelta(days=13) <= closed < day + timedelta(days=125)
        assert name != "Easter" or closed == GOOD_FRIDAYS.get(closed.year, closed)


def test_a_campaign_is_looked_back_on_when_it_is_over() -> None:
    """Its returns had 40 days to arrive, also when it was last year."""
    for day in (date(2026, 1, 1) + timedelta(days=n) for n in range(365)):
        assert last_campaign(day)[2] <= day - timedelta(days=40)
