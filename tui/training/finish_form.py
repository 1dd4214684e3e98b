"""How something that was learned ended, as a form."""

from __future__ import annotations

from datetime import datetime

from store.change import Change
from store.models import LearningItem, Skill
from store.rules.amounts import amount
from store.rules.learned_post import proposed
from store.rules.posts import may_lead
from store.rules.sharing import finish_and_tell
from store.skills.levels import Levels
from store.team import Team
from tui.settings.form import Field, Form, Kind, Typed
from tui.training.learning_form import level_choices

_SHARES = (("yes", "tell the team in the news"), ("no", "keep it here"))


def finish_form(
    team: Team, item: LearningItem, by: str, assessment: int, post: int, *, override: bool = False
) -> Form:
    """The new level, what was learned, and the post that tells the others.

    Args:
        team: the snapshot.
        item: what was learned.
        by: login of who says so.
        assessment: the negative number that stands for the new level until the commit.
        post: the one for the post.
        override: go over a limit of the board.
    """

    def change(typed: Typed, by: str, now: datetime) -> Change:
        level, learned = _level(typed.get("level", _wanted(item))), typed.get("learned", item.learned)
        paid = amount(typed["paid"]) if typed.get("paid", "").strip() else None
        title, body = typed.get("title", at_first["title"]), typed.get("body", at_first["body"])
        return finish_and_tell(
            team,
            item.id,
            by,
            now,
            title=title,
            body=body if typed.get("share", "yes") == "yes" else "",
            level=level,
            learned=learned,
            paid=paid,
            assessment=assessment,
            post=post,
            override=override,
        )

    fields = _fields(team, item, by)
    at_first = {field.name: field.value for field in fields}
    return Form(f"Finish {item.title}", fields, change, is_new=True)


def _fields(team: Team, item: LearningItem, by: str) -> tuple[Field, ...]:
    skill = team.find(Skill, item.skill) if item.skill is not None else None
    title, body = proposed(team, item, _level(_wanted(item)), item.learned, by)
    fields: list[Field] = []
    if skill is not None and not skill.archived_at:
        has = Levels.of(team).get(item.person, skill.id)
        stays = f"as it was: {has.level} {skill.meaning(has.level)}" if has else "nothing is said of it"
        choices = (("", stays), *level_choices(skill))
        fields.append(Field("level", f"{skill.name[:24]}", _wanted(item), kind=Kind.CHOICE, choices=choices))
    fields.append(
        Field("learned", "Learned", item.learned, "What was learned, in a sentence or two", Kind.TEXT)
    )
    if may_lead(team, by):
        fields.append(Field("paid", "Paid", "", f"what it has cost, in {team.settings.currency}"))
    return (
        *fields,
        Field("share", "Share it", "yes", kind=Kind.CHOICE, choices=_SHARES),
        Field("title", "Post", title, "what the post is called"),
        Field("body", "", body, "What the post says; it follows what was learned", Kind.TEXT),
    )


def _wanted(item: LearningItem) -> str:
    """The level that is proposed: the one that it should lead to."""
    return str(item.level) if item.skill is not None and item.level else ""


def _level(text: str) -> int | None:
    return int(text) if text else None
