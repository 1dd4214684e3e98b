"""What the demo's people can and learn, as documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from store import rank
from store.demo.calendar import Calendar
from store.demo.learning_words import BUDGETS, DONE, LEARNING, WISH, LearningStory
from store.demo.roles import ROLES
from store.demo.shop import PEOPLE
from store.demo.skill_words import CERTIFICATES, SKILLS
from store.models import Assessment, Budget, LearningItem, Raw, Skill, Target

_SKILL_IDS = {story.name: id for id, story in enumerate(SKILLS, 1)}
_STEP = 190
"""Days between two assessments of one person in one skill."""
_MORNING = time(9, 0, tzinfo=UTC)


def training_tables(calendar: Calendar) -> dict[str, dict[int, Raw]]:
    """The tables of skills and learning."""
    return {
        "skills": {skill.id: skill.raw() for skill in _skills()},
        "assessments": dict(enumerate(_assessments(calendar), 1)),
        "learning_items": {id: _item(id, story, calendar).raw() for id, story in enumerate(LEARNING, 1)},
        "budgets": {budget.id: budget.raw() for budget in _budgets(calendar.today.year)},
    }


def _skills() -> Iterator[Skill]:
    places = {name: iter(rank.spread(count)) for name, count in Counter(s.category for s in SKILLS).items()}
    for id, story in enumerate(SKILLS, 1):
        yield Skill(
            id=id,
            name=story.name,
            about=story.about,
            category=story.category,
            meanings=list(story.meanings),
            tag=story.tag,
            targets=[Target(id=key, role=ROLES[key].id, level=level) for key, level in story.needs],
            position=next(places[story.category]),
        )


def _assessments(calendar: Calendar) -> Iterator[Raw]:
    """The oldest first, as they would have been written."""
    found = [*_levels(calendar.today), *_on_paper(calendar.today)]
    for fields in sorted(found, key=lambda fields: (fields["day"], fields["skill"])):
        at = datetime.combine(fields["day"], _MORNING)
        confirmed_at = at + timedelta(hours=3) if fields.get("confirmed_by") else None
        # The number is the table's.
        yield Assessment(author=fields["person"], at=at, confirmed_at=confirmed_at, **fields).raw()


def _levels(today: date) -> Iterator[dict[str, Any]]:
    for skill, story in enumerate(SKILLS, 1):
        for place, entry in enumerate(story.can.split()):
            person, _, levels = entry.rstrip("!").partition(":")
            steps = levels.split("<")
            # Not all on one day, and not always on the same ones.
            newest = 20 + (skill * 37 + place * 53) % 150
            for back, level in enumerate(reversed(steps)):
                fields = {
                    "person": person,
                    "skill": skill,
                    "level": int(level),
                    "day": today - timedelta(days=newest + back * _STEP),
                }
                if entry.endswith("!"):
                    fields["confirmed_by"] = _who_confirms(person)
                yield fields


def _on_paper(today: date) -> Iterator[dict[str, Any]]:
    for paper in CERTIFICATES:
        yield {
            "person": paper.person,
            "skill": _SKILL_IDS[paper.skill],
            "level": paper.level,
            # Newer than what was said of it without paper.
            "day": today - timedelta(days=min(paper.got, 15)),
            "evidence": paper.evidence,
            "expires": today + timedelta(days=paper.ends),
            "confirmed_by": _who_confirms(paper.person),
        }


def _who_confirms(person: str) -> str:
    """The lead of the person's main role; of a lead the one of the management, and of her another."""
    key = next(roles.split()[0] for login, _, roles, _ in PEOPLE if login == person)
    leads = (ROLES[key].lead, ROLES["management"].lead, ROLES["management"].deputy)
    return next(lead for lead in leads if lead and lead != person)


def _item(id: int, story: LearningStory, calendar: Calendar) -> LearningItem:
    today = calendar.today
    finished = today + timedelta(days=story.done) if story.done is not None else None
    is_paid = story.state is DONE and story.cost > 0
    made = datetime.combine(today + timedelta(days=story.made), _MORNING)
    return LearningItem(
        id=id,
        title=story.title,
        person=story.person,
        kind=story.kind,
        state=story.state,
        provider=story.provider,
        skill=_SKILL_IDS.get(story.skill),
        level=story.level,
        cost=story.cost,
        paid=story.cost if is_paid else None,
        paid_on=finished if is_paid else None,
        hours=story.hours,
        due=today + timedelta(days=story.due) if story.due is not None else None,
        why=story.why,
        learned=story.learned,
        created_at=made,
        created_by=story.person if story.state is WISH else _who_confirms(story.person),
        finished_on=finished,
    )


def _budgets(year: int) -> Iterator[Budget]:
    for place, (department, this_year, last_year) in enumerate(BUDGETS):
        yield Budget(id=2 * place + 1, department=department, year=year, amount=this_year)
        yield Budget(id=2 * place + 2, department=department, year=year - 1, amount=last_year)
