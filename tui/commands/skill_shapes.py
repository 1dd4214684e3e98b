"""The shapes of `--json` for skills, levels and learning.

    skill     {"skills": [skill]}; of its other verbs {"skill": skill, "changed"}, where it is {"number",
              "name", "category", "about", "tag", "meanings": what level 0 to 4 means, "targets": [{"role",
              "level"}], "archived_at"}
    level     {"levels": [level]}, where it is {"number": of the assessment or null, "person", "skill",
              "level", "meaning", "target": what the person's roles need, 0 for nothing, "day", "expires",
              "expired", "confirmed_by", "author", "evidence"}; of its verbs that change one {"level":
              level, "changed"}
    learn     {"items": [item]}; of its other verbs {"item": item, "changed"}, of `finish` also "post":
              number of the post, or null, of `card` also "task": task. An item is {"number", "title",
              "person", "kind", "state", "provider", "skill", "level", "cost", "paid", "paid_on", "hours",
              "due", "overdue", "link", "why", "task": number of its card, "learned", "post": number,
              "created_at", "created_by", "finished_on", "archived_at"}
    budget    {"year", "currency", "accounts": [account]}, where it is {"department", "year", "budget",
              "planned", "spent", "left", "wished", "hours_planned", "hours_done"}; `set` {"account":
              account, "changed"}
    training  {"gaps": how many, "alone", "nobody", "certificates", "to_confirm": how many}; with --gaps
              {"gaps": [{"person", "skill", "level", "target", "missing", "expired"}]}, --by-role
              [{"role", "skill", "target", "people", "below", "missing"}]; --alone {"alone": [{"skill",
              "person", "level", "next": [{"person", "level", "same_role", "cards"}]}],
              "nobody": [skill's name]}; --certificates {"certificates": [{"person", "skill", "level",
              "expires", "days_left"}]}; --plan as budget; --trends {"levels": [{"month", "mean",
              "able", "known"}], "spending": [{"month", "money", "hours", "heads",
              "money_per_head", "hours_per_head"}]}
    whohelps  {"helpers": [{"person", "skill", "level", "confirmed", "away"}]}

Amounts are in the team's currency; see `shapes` for the rest.
"""

from __future__ import annotations

from datetime import date

from store.models import LEVELS, Assessment, LearningItem, Skill
from store.skills.gaps import target_of
from store.skills.levels import Level, Levels
from store.skills.money import Account
from store.team import Team
from tui.commands.answer import Json
from tui.commands.shapes import moment


def skill_shape(team: Team, skill: Skill) -> Json:
    """Something that people can do."""
    names = {role.id: role.name for role in team.roles}
    targets = [{"role": names[t.role], "level": t.level} for t in skill.targets if t.role in names]
    return {
        "number": skill.id,
        "name": skill.name,
        "category": skill.category or None,
        "about": skill.about,
        "tag": skill.tag or None,
        "meanings": [skill.meaning(level) for level in range(len(LEVELS))],
        "targets": targets,
        "archived_at": moment(skill.archived_at),
    }


def level_shape(team: Team, person: str, skill: Skill, today: date) -> Json:
    """How well a person can do something, and should be able to."""
    held = Levels.of(team).get(person, skill.id)
    said = team.find(Assessment, held.assessment) if held else None
    return {
        "number": held.assessment if held else None,
        "person": person,
        "skill": skill.name,
        "level": held.level if held else 0,
        "meaning": skill.meaning(held.level if held else 0),
        "target": target_of(team, person, skill.id),
        "day": held.day.isoformat() if held else None,
        "expires": held.expires.isoformat() if held and held.expires else None,
        "expired": held.is_expired(today) if held else False,
        "confirmed_by": said.confirmed_by or None if said else None,
        "author": said.author if said else None,
        "evidence": said.evidence if said else "",
    }


def until(held: Level, today: date) -> str:
    """Until when a level's certificate holds, in a few words."""
    if held.expires is None:
        return ""
    return f"{'expired' if held.is_expired(today) else 'until'} {held.expires.isoformat()}"


def item_shape(team: Team, item: LearningItem, today: date) -> Json:
    """Something that a person learns."""
    skill = team.find(Skill, item.skill) if item.skill is not None else None
    is_open = item.finished_on is None and item.archived_at is None
    return {
        "number": item.id,
        "title": item.title,
        "person": item.person,
        "kind": item.kind.value,
        "state": item.state.value,
        "provider": item.provider or None,
        "skill": skill.name if skill else None,
        "level": item.level,
        "cost": item.cost,
        "paid": item.paid,
        "paid_on": _day(item.paid_on),
        "hours": item.hours,
        "due": _day(item.due),
        "overdue": item.due is not None and item.due < today and is_open,
        "link": item.link or None,
        "why": item.why,
        "task": item.task,
        "learned": item.learned,
        "post": item.post,
        "created_at": moment(item.created_at),
        "created_by": item.created_by or None,
        "finished_on": _day(item.finished_on),
        "archived_at": moment(item.archived_at),
    }


def account_shape(account: Account) -> Json:
    """What a department may spend in a year, and has."""
    return {
        "department": account.department or None,
        "year": account.year,
        "budget": account.budget,
        "planned": account.planned,
        "spent": account.spent,
        "left": account.left,
        "wished": account.wished,
        "hours_planned": account.hours_planned,
        "hours_done": account.hours_done,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
