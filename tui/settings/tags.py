"""The team's tags, and the words that only cards carry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import ClassVar

from store.change import Change
from store.errors import Refused
from store.models import Tag
from store.rules import tags
from store.rules.tags import Use
from store.team import Team
from tui.settings.form import Field, Form, Kind, Typed
from tui.settings.looks import AWAY, colour_choices, in_one_line
from tui.settings.section import Section
from widgets.listing_row import Key, Row
from widgets.signs import Signs

_ON_CARDS = "only on cards; e makes it a tag"


class Tags(Section):
    """Agreed ones in their order, then archived ones, then words on cards, the most used first.

    A row's key is the number of the agreed tag, or the word.
    """

    title: ClassVar[str] = "Tags"
    thing: ClassVar[str] = "tag"
    heads: ClassVar[tuple[str, ...]] = ("Tag", "Colour", "Cards", "For")
    least: ClassVar[tuple[int, ...]] = (10, 6, 5, 10)
    tables: ClassVar[frozenset[str]] = frozenset({"tags", "tasks"})
    empty: ClassVar[str] = "There are no tags yet; a adds one, and #word in a card's tags makes one too."

    def rows(self, team: Team, signs: Signs) -> Sequence[Row]:
        """Name, colour, on how many cards it is, and what it is for."""
        uses = tags.in_use(team)
        away = sorted((t for t in team.all(Tag) if t.archived_at), key=lambda t: t.id)
        known = {tag.name.casefold() for tag in (*team.tags, *away)}
        loose = [use for low, use in uses.items() if low not in known]
        return [
            *_agreed(team.tags, uses, signs),
            *_agreed([tag for tag in away if tags.tag_named(team, tag.name) is None], uses, signs),
            *(
                Row(use.name, (f"  #{in_one_line(use.name)}", "", str(use.cards), _ON_CARDS), is_quiet=True)
                for use in sorted(loose, key=lambda use: (-use.cards, use.name.casefold()))
            ),
        ]

    def form(self, team: Team, key: Key, signs: Signs) -> Form:
        """Name, colour and what it is for. For a word on cards: the same, and it is agreed on then."""
        if isinstance(key, str):
            return _new(team, -1, signs, key)
        tag = team.tag(key)

        def change(typed: Typed, by: str, now: datetime) -> Change:
            return tags.edit(team, tag.id, by, now, **typed)

        return Form(f"Tag {tag.name}", _fields(tag, signs), change)

    def new_form(self, team: Team, id: int, signs: Signs) -> Form:
        """The same for a new one, behind the others."""
        return _new(team, id, signs, "")

    def moved(self, team: Team, key: Key, offset: int, by: str, now: datetime) -> Change:
        """Only agreed ones have an order of their own."""
        return tags.move(team, _agreed_only(key), offset, by, now)

    def archived(self, team: Team, key: Key, by: str, now: datetime) -> Change:
        """Cards keep the word."""
        id = _agreed_only(key)
        away = team.tag(id).archived_at is not None
        return tags.edit(team, id, by, now, archived_at=None) if away else tags.archive(team, id, by, now)

    def merge_question(self, team: Team, key: Key) -> str:
        """Names the tag."""
        return f"Merge #{_word(team, key)} into"

    def merged(self, team: Team, key: Key, into: str, by: str, now: datetime) -> Change:
        """Its cards carry the other one instead."""
        return tags.merge(team, _word(team, key), into, by, now)


def _agreed(some: Sequence[Tag], uses: Mapping[str, Use], signs: Signs) -> Iterator[Row]:
    for tag in some:
        use = uses.get(tag.name.casefold())
        sign = signs.colours.get(tag.colour, " ")
        cells = (
            f"{sign} #{tag.name}",
            tag.colour,
            str(use.cards if use else 0),
            AWAY if tag.archived_at else tag.description,
        )
        is_away = bool(tag.archived_at)
        yield Row(tag.id, cells, tag.description, is_quiet=is_away, colour=tag.colour)


def _new(team: Team, id: int, signs: Signs, word: str) -> Form:
    def change(typed: Typed, by: str, now: datetime) -> Change:
        values = dict(typed)
        return tags.add(team, values.pop("name", word), by, now, id=id, **values)

    fields = _fields(None, signs)
    title = f"Make #{in_one_line(word)} a tag" if word else "New tag"
    # The word on the cards is the name: another one would leave them without it.
    return Form(title, fields[1:] if word else fields, change, is_new=True)


def _fields(tag: Tag | None, signs: Signs) -> tuple[Field, ...]:
    return (
        Field("name", "Name", tag.name if tag else "", "one word, like spring"),
        Field(
            "colour",
            "Colour",
            tag.colour if tag else "",
            kind=Kind.CHOICE,
            choices=colour_choices(signs, "none"),
        ),
        Field("description", "For", tag.description if tag else "", "what it is for, in a sentence"),
    )


def _word(team: Team, key: Key) -> str:
    return key if isinstance(key, str) else team.tag(key).name


def _agreed_only(key: Key) -> int:
    if isinstance(key, str):
        raise Refused(f"#{key} is only a word on cards; e makes it a tag, m merges it into a tag.")
    return key
