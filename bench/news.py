"""5,000 posts, 10,000 replies and 200 people: how long it takes to know what is unread and owed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from random import Random
from statistics import median
from time import perf_counter

from store.demo import demo_team
from store.models import Acknowledgement, Member, Post, PostKind, Raw, ReadState, Reply
from store.news.audience import open_incidents, owed_by
from store.news.marks import Marks, Read
from store.rules.read_states import mark_read
from store.team import Team

POSTS, REPLIES, PEOPLE = 5000, 10000, 200
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def tables(posts: int = POSTS, replies: int = REPLIES, people: int = PEOPLE) -> dict[str, dict[int, Raw]]:
    """The demo team's tables with so many of each; everyone has read most of it."""
    random = Random(1)
    made: dict[str, dict[int, Raw]] = {t: {**rows} for t, rows in demo_team(NOW).genesis.items()}
    roles = list(made["roles"])
    for number in range(len(made["members"]) + 1, people + 1):
        member = Member(id=number, login=f"person{number}", roles=[random.choice(roles)])
        made["members"][number] = member.raw()
    logins = [str(raw["login"]) for raw in made["members"].values()]
    made["posts"] = {number: _post(random, number, logins, roles).raw() for number in range(1, posts + 1)}
    made["replies"] = {
        number: Reply(
            id=number,
            post=random.randint(1, posts),
            author=random.choice(logins),
            text="Seen.",
            at=NOW,
            mentions=random.sample(logins, 1) if number % 10 == 0 else [],
        ).raw()
        for number in range(1, replies + 1)
    }
    made["acknowledgements"] = {
        number: Acknowledgement(id=number, post=number % 50 * 100 + 100, author=login, at=NOW).raw()
        for number, login in enumerate(logins * 40, 1)
    }
    made["read_states"] = {
        number: _state(random, number, login, posts, replies).raw() for number, login in enumerate(logins, 1)
    }
    return made


def _post(random: Random, number: int, logins: list[str], roles: list[int]) -> Post:
    is_asking = number % 100 == 0
    return Post(
        id=number,
        kind=PostKind.INCIDENT if number % 250 == 0 else PostKind.NEWS,
        title=f"Post {number}",
        author=random.choice(logins),
        at=NOW - timedelta(hours=POSTS - number),
        roles=random.sample(roles, 2) if number % 3 == 0 else [],
        mentions=random.sample(logins, 2) if number % 5 == 0 else [],
        acknowledge_by=NOW.date() if is_asking else None,
        closed_at=NOW if number % 250 == 0 and number < POSTS - 250 else None,
    )


def _state(random: Random, number: int, login: str, posts: int, replies: int) -> ReadState:
    up_to, answers = random.randint(posts // 2, posts), random.randint(replies // 2, replies)
    return ReadState(
        id=number,
        login=login,
        posts_up_to=up_to,
        posts=sorted(random.sample(range(up_to, posts + 1), min(150, posts - up_to))),
        replies_up_to=answers,
        replies=sorted(random.sample(range(answers, replies + 1), min(150, replies - answers))),
    )


def run() -> None:
    """Print the figures."""
    made = tables()
    newcomer = dict(made)
    newcomer["read_states"] = {id: raw for id, raw in made["read_states"].items() if raw["login"] != "svea"}
    for who, team in (("a reader", Team(made)), ("a newcomer", Team(newcomer))):
        _report(f"unread and mentions of {who}", partial(_marks, team))
        _report(f"what {who} has to acknowledge", partial(owed_by, team, "svea"))
        _report(f"{who} reads ten posts", partial(_reads, team))
    _report("open incidents", partial(open_incidents, Team(made)))


def _marks(team: Team) -> int:
    marks = Marks(team, "svea")
    return len(marks.unread) + marks.mentions


def _reads(team: Team) -> None:
    mark_read(team, "svea", Read(frozenset(range(4980, 4990))), NOW)


def _report(name: str, work: Callable[[], object]) -> None:
    took = []
    for _ in range(9):
        begun = perf_counter()
        work()
        took.append(1000 * (perf_counter() - begun))
    print(f"{name:<36} {took[0]:8.1f} ms the first time, {median(took):8.1f} ms then")


if __name__ == "__main__":
    run()
