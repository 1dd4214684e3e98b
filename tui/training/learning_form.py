"""What somebody learns, as a form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from store import days
from store.change import Change
from store.models import LEVELS, LearningItem, LearningKind, LearningState, Member, Skill
from store.rules import learning, lookup
from store.rules.amounts import amount
from store.rules.posts import may_lead
from store.skills.catalogue import Catalogue
from store.team import Team
from tui.commands.finding import skill as skill_named
from tui.settings.form import Field, Form, Kind, Typed
from tui.settings.looks import people

_KINDS = (
    (LearningKind.COURSE.value, "course"),
    (LearningKind.BOOK.value, "book"),
    (LearningKind.SHADOWING.value, "working beside a colleague"),
    (LearningKind.CONFERENCE.value, "conference"),
    (LearningKind.PRACTICE.value, "practice"),
)
_STATES = (
    (LearningState.PLANNED.value, "planned: agreed on"),
    (LearningState.WISH.value, "a wish: who leads a role agrees to it"),
)
_WRITTEN = ("title", "kind", "provider", "skill", "level", "cost", "hours", "due", "link", "why")


def blank_item(person: str, state: LearningState) -> LearningItem:
    """An item of which nothing is written yet."""
    return LearningItem(title="", person=person, state=state)


def new_item_form(team: Team, blank: LearningItem, id: int, by: str, today: date) -> Form:
    """An item that is not written yet.

    Args:
        team: the snapshot.
        blank: what is proposed.
        id: the negative number that stands for it until the commit.
        by: login of who writes it.
        today: the day for the team.
    """

    def change(typed: Typed, by: str, now: datetime) -> Change:
        proposed = {name: getattr(blank, name) for name in _WRITTEN}
        values = {**proposed, **_values(team, typed, today)}
        state = LearningState(values.pop("state", blank.state))
        person = values.pop("person", blank.person)
        rule = learning.wish if state is LearningState.WISH else learning.plan
        return rule(team, str(values.pop("title")), by, now, person=person, id=id, **values)

    fields = _fields(team, blank)
    where = Field("state", "Is", blank.state.value, kind=Kind.CHOICE, choices=_STATES)
    names = people(team)
    who = Field("person", "Who", blank.person, "who learns it", suggestions=lambda: names)
    title = "A wish to learn" if blank.state is LearningState.WISH else "Plan what is learned"
    mine = (where,) if not may_lead(team, by) and blank.person == by else (who, where)
    return Form(title, (fields[0], *mine, *fields[1:]), change, is_new=True)


def item_form(team: Team, item: LearningItem, by: str, today: date) -> Form:
    """What an item says; only what is changed is written."""

    def change(typed: Typed, by: str, now: datetime) -> Change:
        return learning.edit(team, item.id, by, now, **_values(team, typed, today))

    fields = _fields(team, item)
    if item.state is not LearningState.WISH and may_lead(team, by):
        fields += (
            Field("paid", "Paid", _number(item.paid), "what it has really cost; empty: not paid yet"),
            Field("paid_on", "Paid on", _day(item.paid_on), "the day on which it was paid"),
        )
    if item.state is LearningState.DONE:
        fields += (Field("learned", "Learned", item.learned, "What it brought", Kind.TEXT),)
    return Form(f"What {team.name_of(item.person)} learns", fields, change)


def level_choices(skill: Skill | None, least: int = 0) -> tuple[tuple[str, str], ...]:
    """The levels with what they mean."""
    return tuple(
        (str(level), f"{level} {skill.meaning(level) if skill else words}")
        for level, words in enumerate(LEVELS)
        if level >= least
    )


def _fields(team: Team, item: LearningItem) -> tuple[Field, ...]:
    skills = [skill.name for skill in Catalogue.of(team).skills]
    skill = team.find(Skill, item.skill) if item.skill is not None else None
    levels = (("", "nothing is said"), *level_choices(skill, least=1))
    money = f"what it is expected to cost, in {team.settings.currency}"
    return (
        Field("title", "What", item.title, "like “Course: photographing jewellery”"),
        Field("kind", "Kind", item.kind.value, kind=Kind.CHOICE, choices=_KINDS),
        Field(
            "skill",
            "Skill",
            skill.name if skill else "",
            "the skill that it is for",
            suggestions=lambda: skills,
        ),
        Field("level", "Leads to", str(item.level or ""), kind=Kind.CHOICE, choices=levels),
        Field(
            "provider",
            "With",
            item.provider,
            "who gives it; a colleague's login",
            suggestions=lambda: [*team.members],
        ),
        Field("due", "Until", _day(item.due), "the last day: eom, +4w or 2026-12-31"),
        Field("hours", "Hours", f"{item.hours:g}" if item.hours else "", "hours that it takes"),
        Field("cost", "Cost", f"{item.cost:.15g}" if item.cost else "", money),
        Field("link", "Link", item.link, "where to find it"),
        Field("why", "Why", item.why, "Why, and what the team has of it", Kind.TEXT),
    )


def _values(team: Team, typed: Typed, today: date) -> dict[str, Any]:
    """What was typed, as documents have it.

    Raises:
        NotFound: somebody or something that is named does not exist.
        Refused: it is not what its field needs.
    """
    read: Mapping[str, Callable[[str], Any]] = {
        **dict.fromkeys(("due", "paid_on"), lambda text: days.day(text, today) if text.strip() else None),
        "cost": lambda text: amount(text) if text.strip() else 0.0,
        "paid": lambda text: amount(text) if text.strip() else None,
        "hours": lambda text: days.hours(text) if text.strip() else 0.0,
        "level": lambda text: int(text) if text else None,
        "skill": lambda text: skill_named(team, text).id if text.strip() else None,
        "person": lambda text: lookup.member_named(team, text).login,
        "provider": lambda text: _colleague(team, text),
    }
    return {name: read[name](text) if name in read else text for name, text in typed.items()}


def _colleague(team: Team, text: str) -> str:
    """The login where a colleague is named in full; else as it was written."""
    same = text.strip().casefold()
    named = (m for m in team.members.values() if same in (m.login.casefold(), m.name.casefold()))
    found: Member | None = next(named, None)
    return found.login if found and same else text


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
