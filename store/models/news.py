"""The message board: posts, what is said below them, and who has read and acknowledged them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from store.models.base import Day, Document, Line, Moment, Text, Words
from store.models.board import Numbers
from store.models.fits import Fits


class PostKind(StrEnum):
    """What a post is for."""

    NEWS = "news"
    """Something worth knowing."""
    ANNOUNCEMENT = "announcement"
    """Said by who leads; holds for everyone it is addressed to."""
    QUESTION = "question"
    CELEBRATION = "celebration"
    INCIDENT = "incident"
    """Something is broken now; stands on every screen until it is over."""


class Sign(StrEnum):
    """How somebody can react without words."""

    YES = "yes"
    NO = "no"
    THANKS = "thanks"
    HEART = "heart"
    CHEERS = "cheers"
    LOOKING = "looking"
    """Somebody is on it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Post(Document):
    """Something that the team, or a part of it, is to know."""

    kind: PostKind = PostKind.NEWS
    title: Annotated[Line, Fits(shortest=1, longest=300)]
    body: Text = ""
    """Markdown."""
    author: Line
    at: Moment
    """When it was written."""
    roles: list[int] = field(default_factory=list)
    """Numbers of the roles that it is for."""
    people: Words = field(default_factory=list)
    """Logins of the people that it is for; with no roles and no people it is for everyone."""
    pinned_until: Day | None = None
    """The last day on which it stands above the others; `None`: it does not."""
    acknowledge_by: Day | None = None
    """The day by which everyone it is for says that she knows it; `None`: nobody has to."""
    tasks: Numbers = field(default_factory=list)
    """Numbers of the tasks that it is about."""
    goals: Numbers = field(default_factory=list)
    """Numbers of the goals that it is about."""
    mentions: Words = field(default_factory=list)
    """Logins of the members it names."""
    edited_at: Moment | None = None
    outcome: Text = ""
    """For an incident: how it ended; one that was opened again keeps what was said then."""
    closed_at: Moment | None = None
    """For an incident: when it was over; `None` while it is not."""
    closed_by: Line = ""
    archived_at: Moment | None = None

    @property
    def is_open_incident(self) -> bool:
        """Whether something is broken and everyone has to see it."""
        return self.kind is PostKind.INCIDENT and self.closed_at is None and self.archived_at is None


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply(Document):
    """Something that a person said below a post."""

    post: int
    author: Line
    text: Text
    """As written; lines that begin with `>` are somebody else's words."""
    at: Moment
    mentions: Words = field(default_factory=list)
    """Logins of the members it names."""
    edited_at: Moment | None = None
    is_reminder: bool = False
    """Whether it asks those whom it mentions to acknowledge the post."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reaction(Document):
    """How one person has reacted to a post, or to a reply."""

    post: int
    reply: int | None = None
    """Number of the reply; `None`: the post itself."""
    author: Line
    signs: Words = field(default_factory=list)
    """Each one of `Sign`; empty: taken back."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Acknowledgement(Document):
    """A person has said that she knows what a post says."""

    post: int
    author: Line
    at: Moment


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadState(Document):
    """What one person has read. Numbers are given in the order of the commits, so none is passed over."""

    login: Line
    posts_up_to: Annotated[int, Fits(least=0)] = 0
    """Every post up to this number is read."""
    posts: Numbers = field(default_factory=list)
    """Numbers of later posts that are read too."""
    replies_up_to: Annotated[int, Fits(least=0)] = 0
    """Every reply up to this number is read."""
    replies: Numbers = field(default_factory=list)
    """Numbers of later replies that are read too."""
