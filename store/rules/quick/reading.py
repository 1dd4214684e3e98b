"""From a line of text to what it says, finished or still being typed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from store.errors import Refused
from store.models import Fields
from store.rules.moving import KEEP, Keep
from store.rules.quick import values
from store.rules.quick.marks import Marker, escaped_word, words
from store.rules.quick.meant import Quick
from store.rules.valid import called
from store.rules.words import quoted
from store.team import Team
from store.text import clean_line


def read(team: Team, text: str, person: str, today: date, *, title_needed: bool = True) -> Quick:
    """What a line says.

    Args:
        team: the snapshot.
        text: the line; control characters go.
        person: login of whoever writes, for `@me`.
        today: the day it is for the team.
        title_needed: `False` for a line that changes cards: it has markers only, also such that take away.

    Raises:
        Refused: a marker names nothing known or is given twice, or the title is missing; or, where it changes
            cards, there is a word that is no marker.
    """
    quick, problems = _collected(team, text, person, today, title_needed=title_needed)
    for refusal, _ in problems:
        raise Refused(str(refusal))
    if title_needed and not quick.title:
        raise Refused("The card has no title; write what is to be done.")
    return quick


def preview(team: Team, text: str, person: str, today: date, *, title_needed: bool = True) -> tuple[str, str]:
    """For somebody who is still typing: what is understood so far, and what is wrong, if anything is.

    A marker at the very end that may still become something is neither.
    """
    quick, problems = _collected(team, text, person, today, title_needed=title_needed)
    told = (
        str(refusal)
        for refusal, is_open in problems
        if not (is_open and isinstance(refusal, values.Unfinished))
    )
    return quick.understood(team), next(told, "")


def escaped(title: str) -> str:
    """A title as a line that says nothing but the title."""
    return " ".join(escaped_word(word) for word in clean_line(title).split())


def _collected(
    team: Team, text: str, person: str, today: date, *, title_needed: bool
) -> tuple[Quick, list[tuple[Refused, bool]]]:
    """What is understood, and each refusal with whether what it is about may still be typed on."""
    draft, problems = _Draft(team, person, today), list[tuple[Refused, bool]]()
    is_typing = not text[-1:].isspace()
    line = clean_line(text)
    for word in words(line, with_off=not title_needed):
        try:
            if isinstance(word, Marker):
                draft.take(word)
            elif title_needed:
                draft.title.append(word)
            else:
                raise values.Unfinished(
                    f"{quoted(word)} says no change; write like @ana, -@ben, !high, #tag, due:fri or ~Role."
                )
        except Refused as refusal:
            if isinstance(word, Marker):
                # A blank ends a word, but not inside of quotation marks.
                is_open = word.is_last and (is_typing or not word.is_closed)
            else:
                is_open = is_typing and line.endswith(word)
            problems.append((refusal, is_open))
    return draft.finished(), problems


class _Draft:
    """What has been read so far."""

    def __init__(self, team: Team, person: str, today: date) -> None:
        self._team, self._person, self._today = team, person, today
        self.title: list[str] = []
        self._single: Fields = {}
        self._people: list[str] = []
        self._tags: list[str] = []
        self._people_off: list[str] = []
        self._tags_off: list[str] = []

    def take(self, marker: Marker) -> None:
        """Understand a marker.

        Raises:
            Refused: it names nothing known, or what it says was said before.
        """
        values.refuse_open(marker)
        if marker.field == "assignees":
            named = values.people(self._team, marker, self._person)
            (self._people_off if marker.is_off else self._people).extend(named)
        elif marker.field == "tags":
            named = values.tag_names(self._team, marker)
            (self._tags_off if marker.is_off else self._tags).extend(named)
        elif marker.field in self._single:
            raise Refused(f"The {called(marker.field)} is said twice; leave {quoted(marker.written)} out.")
        else:
            self._single[marker.field] = self._value(marker)

    def finished(self) -> Quick:
        """All that was said."""
        single = dict(self._single)
        role: int | Keep | None = single.pop("role", KEEP)
        column: int | None = single.pop("column", None)
        people = _distinct(filter(None, self._people))
        fields: Fields = {"assignees": people, "tags": _distinct(self._tags)}
        return Quick(
            title=" ".join(self.title),
            fields={name: value for name, value in fields.items() if value} | single,
            role=role,
            column=column,
            people_off=tuple(_distinct(filter(None, self._people_off))),
            tags_off=tuple(_distinct(self._tags_off)),
            everybody_off="" in self._people,
            today=self._today,
        )

    def _value(self, marker: Marker) -> Any:
        match marker.field:
            case "priority":
                return values.priority(marker)
            case "role":
                return values.role(self._team, marker)
            case "column":
                return values.column(self._team, marker)
            case "estimate":
                return values.hours(marker)
            case "goal":
                return values.goal(marker)
            case _:
                return values.day(marker, self._today)


def _distinct(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
