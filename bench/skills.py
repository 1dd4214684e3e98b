"""A team of 200 people with 150 skills and 60,000 assessments: how long its levels, gaps and trends take."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import product
from random import Random
from statistics import median
from time import perf_counter

from store.demo import demo_team
from store.models import Assessment, LearningItem, LearningState, Member, Raw, Skill, Target, Task
from store.skills.catalogue import Catalogue
from store.skills.certificates import certificates
from store.skills.confirming import unconfirmed
from store.skills.experts import alone, who_can_help
from store.skills.gaps import gaps, role_gaps
from store.skills.hints import lacks
from store.skills.levels import Levels
from store.skills.money import accounts
from store.skills.trends import levels_over_time, spending
from store.team import Team

PEOPLE, SKILLS, EACH, ITEMS = 200, 150, 2, 2000
TODAY = date(2026, 11, 23)
_AREAS = ("Shop", "Warehouse", "Carriers", "Advertising", "Studio", "Customer care")


def tables(people: int = PEOPLE, skills: int = SKILLS, each: int = EACH) -> dict[str, dict[int, Raw]]:
    """The demo team's tables with so many people and skills, each pair assessed so many times."""
    random = Random(1)
    made = {**demo_team(datetime(2026, 11, 23, 9, tzinfo=UTC)).genesis}
    roles = sorted(made["roles"])
    logins = [f"person{number}" for number in range(1, people + 1)]
    made["members"] = {
        id: Member(id=id, login=login, roles=random.sample(roles, 2)).raw()
        for id, login in enumerate(logins, 1)
    }
    made["skills"] = {
        id: Skill(
            id=id,
            name=f"Skill {id}",
            category=random.choice(_AREAS),
            targets=[Target(id=str(r), role=r, level=random.randint(1, 4)) for r in random.sample(roles, 3)],
        ).raw()
        for id in range(1, skills + 1)
    }
    made["assessments"], made["learning_items"] = {}, {}
    for login in logins:
        for skill in range(1, skills + 1):
            for _ in range(each):
                day = TODAY - timedelta(days=random.randrange(700))
                id = len(made["assessments"]) + 1
                made["assessments"][id] = Assessment(
                    id=id,
                    person=login,
                    skill=skill,
                    level=random.randint(0, 4),
                    day=day,
                    author=login,
                    at=datetime(day.year, day.month, day.day, 9, tzinfo=UTC),
                    expires=day + timedelta(days=800) if id % 40 == 0 else None,
                    confirmed_by=random.choice(("", logins[0])),
                ).raw()
    for id in range(1, ITEMS + 1):
        day = TODAY - timedelta(days=random.randrange(300))
        item = LearningItem(
            id=id,
            title=f"Course {id}",
            person=random.choice(logins),
            state=LearningState.DONE,
            paid=100.0,
            paid_on=day,
            finished_on=day,
            hours=4.0,
        )
        made["learning_items"][id] = item.raw()
    return made


def run() -> None:
    """Print the figures."""
    made = tables()
    print(f"{PEOPLE} people, {SKILLS} skills, {len(made['assessments']):,} assessments, {ITEMS:,} items")
    card = Task(id=1, title="x", column=1, tags=["Skill 3"])
    logins, numbers = zip(*product(Team(made).members, made["skills"]), strict=True)
    asked: dict[str, Callable[[Team], object]] = {
        "levels, the first time": Levels,
        "catalogue, the first time": lambda team: Catalogue(team).skills,
        "all levels looked up": lambda team: [*map(Levels.of(team).level, logins, numbers)],
        "gaps of everybody": gaps,
        "gaps of the roles": role_gaps,
        "skills of one person only": alone,
        "who can help": lambda team: who_can_help(team, "skill 17", TODAY),
        "certificates": lambda team: certificates(team, TODAY),
        "estimates to confirm": unconfirmed,
        "hint for a card": lambda team: lacks(team, card, "person1"),
        "accounts of a year": lambda team: accounts(team, 2026),
        "levels over twelve months": lambda team: levels_over_time(team, TODAY),
        "spending over twelve months": lambda team: spending(team, TODAY),
    }
    for name, ask in asked.items():
        print(f"{name:30} {_milliseconds(made, ask):8.1f} ms")


def _milliseconds(made: dict[str, dict[int, Raw]], ask: Callable[[Team], object]) -> float:
    took = []
    for _ in range(5):
        team = Team(made)
        if ask is not Levels:
            Levels.of(team)
        begun = perf_counter()
        ask(team)
        took.append((perf_counter() - begun) * 1000)
    return median(took)


if __name__ == "__main__":
    run()
