"""`tagwerk tag`: the team's tags, and words that only cards carry."""

from __future__ import annotations

from store.errors import NotFound
from store.models import Tag
from store.rules import tags
from store.rules.words import quoted
from store.team import Team
from tui.commands import finding
from tui.commands.answer import Json, Said
from tui.commands.call import Call
from tui.commands.changing import Grid, done, given, offset
from tui.commands.session import Session, session
from tui.commands.team_shapes import tag_shape
from tui.commands.values import Move


def everything(call: Call) -> Grid:
    """Agreed tags in their order, then words on cards, the most used first.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team, uses = opened.team, tags.in_use(opened.team)
        agreed = {tag.name.casefold() for tag in team.tags}
        loose = sorted(
            (use for low, use in uses.items() if low not in agreed), key=lambda use: (-use.cards, use.name)
        )
        shapes = [tag_shape(tag.name, tag, uses.get(tag.name.casefold())) for tag in team.tags]
        shapes += [tag_shape(use.name, None, use) for use in loose]
        rows = [
            [
                f"#{shape['name']}",
                str(shape["cards"]),
                str(shape["colour"] or ""),
                str(shape["description"]) if shape["agreed"] else "only on cards",
            ]
            for shape in shapes
        ]
        return Grid(
            rows, (8, 0, 0, 10), {"tags": shapes}, "There are no tags yet; “tagwerk tag add NAME” adds one."
        )


def add(call: Call, *, name: str, colour: str | None, description: str | None) -> Said:
    """Agree on a tag.

    Raises:
        Refused: the person leads no role, the name is taken or not one word, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        fields = given({"colour": colour, "description": description})
        change = tags.add(opened.team, name, opened.lead, opened.now, **fields)
        return done(opened, change, lambda _: _content(opened.team, name))


def edit(call: Call, *, name: str, colour: str | None, description: str | None) -> Said:
    """Change a tag that is agreed on.

    Raises:
        Refused: the person leads no role, there is no such tag, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        id = _tag(opened.team, name).id
        fields = given({"colour": colour, "description": description})
        change = tags.edit(opened.team, id, opened.lead, opened.now, **fields)
        return done(opened, change, lambda _: _content(opened.team, name))


def rename(call: Call, *, name: str, to: str) -> Said:
    """Give a tag, or a word that only cards carry, another name.

    Raises:
        Refused: the person leads no role, there is no such tag, or the new name is taken.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        change = tags.rename(opened.team, name, to, opened.lead, opened.now)
        return done(opened, change, lambda _: _content(opened.team, to))


def move(call: Call, *, name: str, where: Move) -> Said:
    """Move a tag among the others.

    Raises:
        Refused: the person leads no role, or there is no such tag.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        id = _tag(opened.team, name).id
        change = tags.move(opened.team, id, offset(opened.team.tags, id, where), opened.lead, opened.now)
        return done(opened, change, lambda _: _content(opened.team, name))


def archive(call: Call, *, name: str) -> Said:
    """Put a tag away; cards keep the word.

    Raises:
        Refused: the person leads no role, or there is no such tag.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        tag = _tag(opened.team, name)
        change = tags.archive(opened.team, tag.id, opened.lead, opened.now)
        return done(opened, change, lambda _: _numbered(opened, tag.id))


def restore(call: Call, *, name: str) -> Said:
    """Bring a tag back.

    Raises:
        Refused: the person leads no role, no such tag is archived, or its name is taken.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        tag = finding.archived(opened.team, Tag, name.removeprefix("#"))
        change = tags.edit(opened.team, tag.id, opened.lead, opened.now, archived_at=None)
        return done(opened, change, lambda _: _numbered(opened, tag.id))


def merge(call: Call, *, name: str, into: str) -> Said:
    """Make one tag of two.

    Raises:
        Refused: the person leads no role, or there is no such tag.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        change = tags.merge(opened.team, name, into, opened.lead, opened.now)
        return done(opened, change, lambda _: _content(opened.team, into))


def _tag(team: Team, typed: str) -> Tag:
    found = tags.tag_named(team, typed)
    if found is None:
        word = typed.strip().removeprefix("#")
        raise NotFound(f"There is no tag {quoted(word)}; “tagwerk tag add {word}” agrees on it.")
    return found


def _numbered(opened: Session, id: int) -> Json:
    tag = opened.team.tag(id)
    return {"tag": tag_shape(tag.name, tag, tags.in_use(opened.team).get(tag.name.casefold()))}


def _content(team: Team, name: str) -> Json:
    word = name.strip().removeprefix("#")
    use = tags.in_use(team).get(word.casefold())
    return {"tag": tag_shape(use.name if use else word, tags.tag_named(team, word), use)}
