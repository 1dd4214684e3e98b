"""Any number of plausible cards, for seeing how the board does with a lot of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from store import rank
from store.demo.crowd_words import GOODS, REASONS, REMARKS, STEPS, TAGS, VARIANTS, WORK
from store.demo.people import COLUMN_IDS, ROLE_IDS, team_of
from store.models import Fields, Raw

_SHARES = {"backlog": 38, "ready": 14, "doing": 3, "review": 2, "done": 43}
"""Percent of the cards that stand in each column."""
_PRIORITIES = ("normal",) * 14 + ("high",) * 4 + ("low",) * 3 + ("urgent",)
_OLDEST, _YOUNGEST = 800, 62
"""Days ago between which the cards were made: before the first written one, as numbers rise with time."""
_LATEST = 30
"""Days ago on which the last one moved: before the history begins."""


@dataclass(slots=True)
class Crowd:
    """Cards and comments by number, and how many cards each column and role got."""

    tasks: dict[int, Raw] = field(default_factory=dict)
    comments: dict[int, Raw] = field(default_factory=dict)
    in_column: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    in_work: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    """Cards in active columns by role."""


def crowd(count: int, today: date, random: Random) -> Crowd:
    """That many cards, numbered from 1 in the order in which they were made."""
    made = Crowd()
    ages = sorted((random.randint(_YOUNGEST, _OLDEST) for _ in range(count)), reverse=True)
    columns = list(_SHARES)
    weights = list(accumulate(_SHARES.values()))
    cells: dict[tuple[int, int], list[Fields]] = defaultdict(list)
    for number, age in enumerate(ages, 1):
        column = random.choices(columns, cum_weights=weights)[0]
        task = _task(column, age, today, random)
        made.tasks[number] = task
        cells[task["column"], task["role"]].append(task)
        made.in_column[task["column"]] += 1
        if column in ("doing", "review"):
            made.in_work[task["role"]] += 1
        if number % 11 == 0:
            made.comments[len(made.comments) + 1] = _comment(number, task, age, today, random)
    for cards in cells.values():
        for card, position in zip(cards, rank.spread(len(cards)), strict=True):
            card["position"] = position
    return made


def _task(column: str, age: int, today: date, random: Random) -> Fields:
    """One card, in the order and form in which a task is kept; its rank comes later."""
    role = random.choice(_ROLES)
    people = _PEOPLE[role]
    moved = _moved(column, age, random)
    task: Fields = {"title": _title(role, random), "role": ROLE_IDS[role], "column": COLUMN_IDS[column]}
    task["priority"] = random.choice(_PRIORITIES)
    task["created_at"] = task["column_since"] = _moment(today, age, random)
    task["created_by"] = people[0]
    if moved < age:
        task["column_since"] = max(task["created_at"], _moment(today, moved, random))
    if column != "backlog" or random.random() < 0.3:
        task["assignees"] = [random.choice(people)]
    if column in ("doing", "review"):
        task["started_at"] = task["column_since"]
        if random.random() < 0.1:
            task["blocked"] = random.choice(REASONS)
    elif column == "done":
        begun = _moment(today, random.randint(moved + 1, age - 1), random)
        task["started_at"] = min(max(task["created_at"], begun), task["column_since"])
        task["finished_at"] = task["column_since"]
    _decorate(task, column, moved, today, random)
    return task


def _title(role: str, random: Random) -> str:
    variant = random.choice(VARIANTS) if random.random() < 0.6 else ""
    goods = f"{random.choice(GOODS)} {variant}".rstrip()
    return random.choice(WORK[role]).format(goods)


def _moved(column: str, age: int, random: Random) -> int:
    """Days ago on which it came to its column."""
    if column == "backlog":
        return age
    if column == "done":
        return random.randint(_LATEST, age - 2)
    return random.randint(_LATEST, min(age, _LATEST + 90) - 1)


def _decorate(task: Fields, column: str, moved: int, today: date, random: Random) -> None:
    """Dates, tags, steps and effort, where a card has them."""
    chance = random.random()
    if chance < 0.45:
        days = -moved + random.randint(-6, 12) if column == "done" else random.randint(-14, 90)
        task["due"] = (today + timedelta(days=days)).isoformat()
    if chance < 0.6:
        task["tags"] = random.sample(TAGS, 1 if chance < 0.4 else 2)
    if chance > 0.7:
        task["estimate"] = random.choice((0.5, 1.0, 2.0, 3.0, 5.0, 8.0))
    if chance > 0.85:
        done = len(STEPS) if column == "done" else random.randint(0, 2) if column != "backlog" else 0
        task["checklist"] = [
            {"id": f"step{n + 1}", "text": text, "done": n < done} for n, text in enumerate(STEPS)
        ]


def _comment(number: int, task: Fields, age: int, today: date, random: Random) -> Raw:
    author = random.choice(_EVERYBODY)
    at = max(task["created_at"], _moment(today, random.randint(_LATEST, age - 1), random))
    return {"task": number, "author": author, "text": random.choice(REMARKS), "at": at}


def _moment(today: date, ago: int, random: Random) -> str:
    """A time on that day, or on the Friday before a weekend, as documents keep it."""
    day = today - timedelta(days=ago)
    day -= timedelta(days=max(0, day.weekday() - 4))
    minutes = random.randint(7 * 60, 15 * 60)
    return f"{day.isoformat()}T{minutes // 60:02}:{minutes % 60:02}:00Z"


_ROLES = tuple(WORK)
_PEOPLE = {role: team_of(role) for role in _ROLES}
_EVERYBODY = sorted({login for people in _PEOPLE.values() for login in people})
