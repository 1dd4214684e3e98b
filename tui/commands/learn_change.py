"""`tagwerk learn`: what is done with something that somebody learns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from store.change import Change
from store.errors import Refused
from store.models import Fields, LearningItem
from store.rules import learned as finishing
from store.rules import learning as rules
from store.rules import lookup
from store.skills.proposing import propose
from store.team import Team
from tui.commands import finding
from tui.commands.answer import Json, Said
from tui.commands.call import Call
from tui.commands.changing import done
from tui.commands.session import Session, session
from tui.commands.shapes import task_shape
from tui.commands.skill_shapes import item_shape
from tui.commands.texts import text_or_input
from tui.commands.values import Day

_PROPOSED = ("kind", "provider", "level", "why")
"""Fields that a proposal fills in where nothing is given."""


def wish(call: Call, *, title: list[str], person: str | None, **given: Any) -> Said:
    """Write down a wish; with a skill and no title, what is proposed for that gap.

    Raises:
        NotFound: there is no such person or skill.
        Refused: it is for somebody else, there is neither title nor skill, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    return _new(call, rules.wish, title, person, given)


def plan(call: Call, *, title: list[str], person: str | None, **given: Any) -> Said:
    """Plan something to learn.

    Raises:
        NotFound: there is no such person or skill.
        Refused: it costs money or is for somebody else, and the person leads no role; or as above.
        StorageError: the folder cannot be written.
    """
    return _new(call, rules.plan, title, person, given)


def edit(
    call: Call, *, number: int, title: str | None, paid: float | None, paid_on: Day | None, **given: Any
) -> Said:
    """Change what an item says.

    Raises:
        NotFound: there is no such item or skill.
        Refused: it is somebody else's, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        fields = _fields(opened, given) | ({} if title is None else {"title": title})
        if paid is not None:
            fields |= {"paid": paid, "paid_on": opened.today}
        if paid_on is not None:
            fields["paid_on"] = paid_on(opened.today)
        change = rules.edit(opened.team, number, opened.person, opened.now, **fields)
        return done(opened, change, lambda _: _content(opened, number))


def agree(call: Call, *, number: int) -> Said:
    """Agree to a wish.

    Raises:
        NotFound: there is no such item.
        Refused: the person leads no role, or it is no wish.
        StorageError: the folder cannot be written.
    """
    return _step(call, rules.agree, number)


def begin(call: Call, *, number: int) -> Said:
    """Say that one has begun.

    Raises:
        NotFound: there is no such item.
        Refused: it is somebody else's, or not planned.
        StorageError: the folder cannot be written.
    """
    return _step(call, rules.begin, number)


def drop(call: Call, *, number: int) -> Said:
    """Say that nothing comes of it.

    Raises:
        NotFound: there is no such item.
        Refused: it is somebody else's, or not open.
        StorageError: the folder cannot be written.
    """
    return _step(call, rules.drop, number)


def archive(call: Call, *, number: int) -> Said:
    """Put an item away.

    Raises:
        NotFound: there is no such item.
        Refused: it is somebody else's, or put away already.
        StorageError: the folder cannot be written.
    """
    return _step(call, rules.archive, number)


def restore(call: Call, *, number: int) -> Said:
    """Bring an item back.

    Raises:
        NotFound: there is no such item.
        Refused: it is somebody else's, or not put away.
        StorageError: the folder cannot be written.
    """
    return _step(call, rules.restore, number)


def finish(
    call: Call,
    *,
    number: int,
    level: int | None,
    learned: str,
    share: bool,
    paid: float | None,
    over_limit: bool,
) -> Said:
    """Say that something is learned.

    Raises:
        NeedsConsent: the column for finished cards is at its limit, and `over_limit` is not given.
        NotFound: there is no such item.
        Refused: it is somebody else's, not open, or something is missing.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        change = finishing.finish(
            opened.team,
            number,
            opened.person,
            opened.now,
            level=level,
            learned=text_or_input(call, learned),
            share=share,
            paid=paid,
            override=over_limit,
        )
        said = done(opened, change, lambda _: _content(opened, number))
        post = _item(opened.team, number).post if share else None
        sentences = (
            said.sentences if post is None else (*said.sentences, f"Post {post} tells it to everyone.")
        )
        return Said(sentences, {**said.content, "post": post})


def card(call: Call, *, number: int, over_limit: bool) -> Said:
    """Put an item on the board.

    Raises:
        NeedsConsent: a limit is reached and `over_limit` is not given.
        NotFound: there is no such item.
        Refused: it is somebody else's, not open, or a card already.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        change = finishing.to_card(opened.team, number, opened.person, opened.now, override=over_limit)
        said = done(opened, change, lambda _: _content(opened, number))
        task = opened.team.task(_item(opened.team, number).task or 0)
        content = {**said.content, "task": task_shape(opened.team, task, opened.today)}
        return Said((*said.sentences, f"It is the card #{task.id}."), content)


_Step = Callable[[Team, int, str, datetime], Change]


def _step(call: Call, rule: _Step, number: int) -> Said:
    with session(call) as opened:
        change = rule(opened.team, number, opened.person, opened.now)
        return done(opened, change, lambda _: _content(opened, number))


def _new(
    call: Call, rule: Callable[..., Change], title: list[str], person: str | None, given: Fields
) -> Said:
    with session(call) as opened:
        login = lookup.member_named(opened.team, person).login if person else opened.person
        fields = _fields(opened, given)
        words = " ".join(title)
        if not words and fields.get("skill") is None:
            raise Refused("Say what is to be learned, or for which skill: --skill fills in the rest.")
        if not words:
            proposed = propose(opened.team, login, fields["skill"])
            words = proposed.title
            fields = {**{name: getattr(proposed, name) for name in _PROPOSED}, **fields}
        change = rule(opened.team, words, opened.person, opened.now, person=login, **fields)
        number: list[int] = []

        def content(numbers: Mapping[tuple[str, int], int]) -> Json:
            number.append(numbers["learning_items", -1])
            return _content(opened, number[0])

        said = done(opened, change, content)
        return Said((*said.sentences, f"It is the learning item {number[0]}."), said.content)


def _fields(opened: Session, given: Fields) -> Fields:
    """The fields that were given; `none` takes away what can be empty."""
    fields: Fields = {name: value for name, value in given.items() if value is not None}
    if "skill" in fields:
        typed = str(fields["skill"])
        is_none = typed.strip().casefold() == "none"
        fields["skill"] = None if is_none else finding.skill(opened.team, typed).id
    if "level" in fields:
        fields["level"] = fields["level"] or None
    if "due" in fields:
        fields["due"] = fields["due"](opened.today)
    return fields


def _item(team: Team, number: int) -> LearningItem:
    return rules.item_numbered(team, number)


def _content(opened: Session, number: int) -> Json:
    return {"item": item_shape(opened.team, rules.item_numbered(opened.team, number), opened.today)}
