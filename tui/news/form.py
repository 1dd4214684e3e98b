"""A post as a form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from store import days
from store.change import Change
from store.models import Goal, Member, Post, PostKind, Role
from store.rules import lookup, posts
from store.rules.posts import may_lead
from store.team import Team
from tui.settings.form import Field, Form, Kind, Typed, parts

_KINDS = (
    (PostKind.NEWS.value, "news: worth knowing"),
    (PostKind.QUESTION.value, "question"),
    (PostKind.CELEBRATION.value, "celebration"),
    (PostKind.INCIDENT.value, "incident: broken now, stands on every screen"),
)
_ANNOUNCES = (PostKind.ANNOUNCEMENT.value, "announcement: holds for everyone it is for")


_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a post was written that is not written yet."""


def new_post_form(team: Team, by: str, id: int) -> Form:
    """A post that is not written yet, under the negative number that stands for it until the commit."""

    def change(typed: Typed, by: str, now: datetime) -> Change:
        fields = _values(team, typed, team.today(now))
        return posts.write(team, str(fields.pop("title", "")), by, now, id=id, **fields)

    blank = Post(id=id, title="", author=by, at=_NEVER)
    return Form("New post", _fields(team, blank, by, is_new=True), change, is_new=True)


def post_form(team: Team, post: Post, by: str) -> Form:
    """What a post says; only what is changed is written."""

    def change(typed: Typed, by: str, now: datetime) -> Change:
        return posts.edit(team, post.id, by, now, **_values(team, typed, team.today(now)))

    return Form(f"Post {post.id}", _fields(team, post, by, is_new=False), change)


def _fields(team: Team, post: Post, by: str, *, is_new: bool) -> tuple[Field, ...]:
    leads = may_lead(team, by)
    kinds = (*_KINDS[:1], _ANNOUNCES, *_KINDS[1:]) if leads or post.kind is PostKind.ANNOUNCEMENT else _KINDS
    asks = [
        Field(
            "acknowledge_by", "Acknowledge", _day(post.acknowledge_by), "by which day everyone has to say so"
        ),
        *([Field("pinned_until", "Pinned until", _day(post.pinned_until), "+1w or eom")] if is_new else []),
    ]
    return (
        Field("title", "Title", post.title, "what it is, in a few words"),
        Field(
            "body", "Text", post.body, "What there is to know, in Markdown; @name tells somebody", Kind.TEXT
        ),
        Field("kind", "Kind", post.kind.value, kind=Kind.CHOICE, choices=kinds),
        Field(
            "to", "For", _audience(team, post), "roles and people; empty: everyone", suggestions=_names(team)
        ),
        *(asks if leads else []),
        Field("tasks", "Cards", ", ".join(f"#{number}" for number in post.tasks), "such as #12, #15"),
        Field("goals", "Goals", _goals(team, post), "numbers or titles, with commas between"),
    )


def _values(team: Team, typed: Typed, today: date) -> dict[str, Any]:
    """The fields of the rule from what was typed."""
    values: dict[str, Any] = dict(typed)
    if "to" in values:
        found = [lookup.addressee_named(team, name) for name in parts(values.pop("to"))]
        values["roles"] = [one.id for one in found if isinstance(one, Role)]
        values["people"] = [one.login for one in found if isinstance(one, Member)]
    for name in ("acknowledge_by", "pinned_until"):
        if name in values:
            values[name] = days.day(values[name], today) if values[name] else None
    _read(values, "tasks", lookup.task_number)
    _read(values, "goals", lambda text: lookup.goal_named(team, text).id)
    return values


def _read(values: dict[str, Any], name: str, number: Callable[[str], int]) -> None:
    if name in values:
        values[name] = [number(text) for text in parts(values[name])]


def _names(team: Team) -> Callable[[], Sequence[str]]:
    return lambda: [*(role.name for role in team.roles), *team.members]


def _audience(team: Team, post: Post) -> str:
    roles = [role.name for id in post.roles if (role := team.find(Role, id))]
    return ", ".join([*roles, *post.people])


def _goals(team: Team, post: Post) -> str:
    titles = [goal.title if (goal := team.find(Goal, number)) else str(number) for number in post.goals]
    # A title with a comma would be read as two.
    numbers = map(str, post.goals)
    return ", ".join(str(n) if "," in title else title for n, title in zip(numbers, titles, strict=True))


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
