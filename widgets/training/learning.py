"""What somebody learns, as a line and as a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from store.goals.saying import amount
from store.models import LearningItem, LearningKind, LearningState, Post, Skill, Task
from store.skills.levels import Levels
from store.team import Team
from widgets.card_text import beside, joined
from widgets.listing_row import Row
from widgets.signs import Signs
from widgets.training.level import in_words
from widgets.training.signs import TrainingSigns
from widgets.words import day

_QUIET, _STRONG = "dim", "bold"
_LABEL = 10
"""Cells for a label."""
KINDS = {
    LearningKind.COURSE: "a course",
    LearningKind.BOOK: "a book",
    LearningKind.SHADOWING: "working beside a colleague",
    LearningKind.CONFERENCE: "a conference",
    LearningKind.PRACTICE: "practice",
}
_COLOURS = {
    LearningState.WISH: "magenta",
    LearningState.UNDER_WAY: "blue",
    LearningState.DONE: "green",
}


def learning_row(team: Team, item: LearningItem, today: date, signs: Signs, marks: TrainingSigns) -> Row:
    """State, what, who, until when, and what it costs."""
    is_open = item.state in (LearningState.WISH, LearningState.PLANNED, LearningState.UNDER_WAY)
    when = item.due if is_open else item.finished_on
    is_late = is_open and item.due is not None and item.due < today
    money = item.paid if item.paid is not None else item.cost
    return Row(
        key=item.id,
        cells=(
            f"{marks.states[item.state]} {item.state.value}",
            item.title,
            team.name_of(item.person),
            f"{signs.overdue if is_late else ''}{day(when, today)}" if when else "",
            amount(money) if money else "",
        ),
        is_quiet=item.state in (LearningState.DONE, LearningState.DROPPED),
        colour=_COLOURS.get(item.state, ""),
    )


def learning_told(team: Team, item: LearningItem, today: date, marks: TrainingSigns, width: int) -> Content:
    """Everything that is known of it; what is empty is left out."""
    head = Content.assemble((item.title, _STRONG))
    lines = [
        Content.assemble((label.ljust(_LABEL), _QUIET), beside(text, _LABEL, width))
        for label, text in _facts(team, item, today, marks)
        if text
    ]
    return joined([head, Content(""), *lines])


def _facts(team: Team, item: LearningItem, today: date, marks: TrainingSigns) -> Iterator[tuple[str, str]]:
    currency = team.settings.currency
    skill = team.find(Skill, item.skill) if item.skill is not None else None
    yield "Who", team.name_of(item.person)
    yield "State", f"{marks.states[item.state]} {item.state.value}"
    provider = team.name_of(item.provider) if item.provider in team.members else item.provider
    yield "How", f"{KINDS[item.kind]}{f', with {provider}' if provider else ''}"
    if skill is not None:
        yield "Skill", skill.name
        if item.state is not LearningState.DONE:
            yield "Now", in_words(skill, Levels.of(team).get(item.person, skill.id), today)
        yield "Leads to", f"{item.level} {skill.meaning(item.level)}" if item.level else ""
    yield "Until", day(item.due, today) if item.due and item.state is not LearningState.DONE else ""
    yield "Done", day(item.finished_on, today) if item.finished_on else ""
    yield "Hours", f"{item.hours:g}" if item.hours else ""
    yield "Cost", amount(item.cost, currency) if item.cost else ""
    on = f", {day(item.paid_on, today)}" if item.paid_on else ""
    yield "Paid", f"{amount(item.paid, currency)}{on}" if item.paid is not None else ""
    card = team.find(Task, item.task) if item.task is not None else None
    yield "Card", _card(card) if card else ""
    post = team.find(Post, item.post) if item.post is not None else None
    yield "Post", post.title if post and not post.archived_at else ""
    yield "Link", item.link
    yield "Why", item.why
    yield "Learned", item.learned


def _card(card: Task) -> str:
    where = "put away" if card.archived_at else "done" if card.finished_at else "on the board"
    return f"#{card.id} {where}" if card.id > 0 else where
