"""A team of 200 people, 150 responsibilities and 10,000 cards: how long it takes to find what is wrong."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random
from statistics import median
from time import process_time

from store.demo import demo_team
from store.findings import findings
from store.findings.ground import Ground
from store.findings.looking import LOOKS
from store.models import Absence, Assessment, Member, Raw, Responsibility, Skill, Target, Task
from store.rules.valid import changed
from store.team import Team

PEOPLE, RESPONSIBILITIES, TASKS, SKILLS = 200, 150, 10_000, 40
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def tables() -> dict[str, dict[int, Raw]]:
    """The demo team's tables, with as much in them."""
    random = Random(1)
    made = {**demo_team(NOW, tasks=TASKS).genesis}
    roles = list(made["roles"])
    logins = [f"person{number}" for number in range(PEOPLE)]
    people = [Member(id=id, login=login, roles=random.sample(roles, 2)) for id, login in enumerate(logins, 1)]
    made["members"] = {one.id: one.raw() for one in people}
    for raw in made["tasks"].values():
        raw["assignees"] = random.sample(logins, random.randint(0, 2))
    duties = [
        Responsibility(
            id=id,
            name=f"Responsibility {id}",
            role=random.choice(roles),
            accountable=random.sample(logins, random.choice((0, 1, 1, 1, 2))),
            responsible=random.sample(logins, random.choice((0, 1, 2, 3))),
        )
        for id in range(1, RESPONSIBILITIES + 1)
    ]
    made["responsibilities"] = {one.id: one.raw() for one in duties}
    away = [_absence(id, random.choice(logins), random) for id in range(1, 4 * PEOPLE)]
    made["absences"] = {one.id: one.raw() for one in away}
    skills = [
        Skill(id=id, name=f"Skill {id}", targets=[Target(id="t", role=random.choice(roles), level=3)])
        for id in range(1, SKILLS + 1)
    ]
    made["skills"] = {one.id: one.raw() for one in skills}
    said = [_assessment(id, random.choice(logins), random) for id in range(1, 20 * PEOPLE)]
    made["assessments"] = {one.id: one.raw() for one in said}
    return made


def _absence(id: int, login: str, random: Random) -> Absence:
    start = TODAY + timedelta(days=random.randint(-300, 60))
    return Absence(id=id, person=login, start=start, end=start + timedelta(days=random.randint(0, 14)))


def _assessment(id: int, login: str, random: Random) -> Assessment:
    day = TODAY - timedelta(days=random.randint(0, 300))
    level, skill = random.randint(0, 4), random.randint(1, SKILLS)
    return Assessment(id=id, person=login, skill=skill, level=level, day=day, author=login, at=NOW)


def run() -> None:
    """Print the figures."""
    made = tables()
    took, first = [], 0.0
    for _ in range(7):
        # Each time as after a start: nothing is built yet.
        team = Team(made)
        begun = process_time()
        count = len(findings(team, TODAY))
        first = 1000 * (process_time() - begun)
        card = next(team.all(Task))
        team = team.apply(changed(card, "", {"blocked": "x"}))
        begun = process_time()
        findings(team, TODAY)
        took.append((first, 1000 * (process_time() - begun)))
    cold, warm = (median(times) for times in zip(*took, strict=True))
    print(f"{count} findings: {cold:.1f} ms just after a start, {warm:.1f} ms after a card has changed")
    ground = Ground(team, TODAY)
    for look in LOOKS:
        begun = process_time()
        count = sum(1 for _ in look(ground))
        name = f"{look.__module__.rpartition('.')[2]}.{look.__name__}"
        print(f"{name:<30} {count:6} {1000 * (process_time() - begun):8.2f} ms")


if __name__ == "__main__":
    run()
