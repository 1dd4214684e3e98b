"""What the team stands for, whom it thanks, and how it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from store.models.base import Day, Document, Line, Moment, Text, Words
from store.models.fits import Fits


@dataclass(frozen=True, kw_only=True, slots=True)
class Value(Document):
    """Something that the team holds dear, in its own words."""

    name: Annotated[Line, Fits(shortest=1, longest=100)]
    about: Text = ""
    """Why it matters."""
    practice: Words = field(default_factory=list)
    """What it looks like on an ordinary day, each in a sentence."""
    position: str = ""
    """Rank among the values."""
    archived_at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Kudos(Document):
    """A thank-you."""

    giver: Line
    """Login."""
    people: Words = field(default_factory=list)
    """Logins of those who are thanked by name."""
    roles: list[int] = field(default_factory=list)
    """Numbers of the roles that are thanked."""
    in_roles: Words = field(default_factory=list)
    """Logins of those who were in these roles when it was said, without the giver; empty in old thanks, which
    go to whoever is in them now."""
    value: int | None = None
    """Number of the value that it shows; `None`: none is named."""
    words: Text
    at: Moment
    post: int | None = None
    """Number of the post that tells everybody; `None`: none does."""
    archived_at: Moment | None = None
    """When it was taken back."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PulseQuestion(Document):
    """A question about how people are; one is asked each week, one after the other."""

    text: Annotated[Line, Fits(shortest=1, longest=200)]
    low: Annotated[Line, Fits(longest=40)] = ""
    """What 1 means; empty: not at all."""
    high: Annotated[Line, Fits(longest=40)] = ""
    """What 5 means; empty: very much."""
    position: str = ""
    """Rank among the questions: the order in which they are asked."""
    archived_at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PulseBatch(Document):
    """The answers of one week, put together before they were written here: nobody's stands alone."""

    week: Day
    """The Monday of the week."""
    question: int
    counts: list[Annotated[int, Fits(least=0)]] = field(default_factory=list)
    """How many answered 1, 2, 3, 4 and 5."""
    sentences: Words = field(default_factory=list)
    """What some of them added, in the order of the alphabet; nothing says who, nor with which number."""
    people: Words = field(default_factory=list)
    """Logins of those who are in it, in the order of the alphabet: so nobody is asked twice."""
