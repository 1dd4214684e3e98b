"""The shapes of `--json` for posts; see `shapes`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property

from store.models import Post, Reply
from store.news.audience import Roster, acknowledged, owed_by, roster
from store.news.marks import Marks
from store.news.reactions import Tally, tallies
from store.rules.posts import may_lead
from store.team import Team
from tui.commands.answer import Json
from tui.commands.shapes import moment


class Reader:
    """How one person sees the message board: what is new for her, what she owes, what she may know."""

    def __init__(self, team: Team, login: str) -> None:
        self.team, self.login = team, login
        self.marks = Marks(team, login)
        self._roles = {role.id: role.name for role in team.roles}
        self._tallies: dict[int, Mapping[int | None, Tally]] = {}

    @cached_property
    def owed(self) -> frozenset[int]:
        """Numbers of the posts that she still has to acknowledge."""
        return frozenset(post.id for post in owed_by(self.team, self.login))

    def replies(self, post: int) -> int:
        """How many replies a post has."""
        return len(self.team.grouped("replies", "post").get(post))

    def roles(self, post: Post) -> list[str]:
        """Names of the roles that a post is for."""
        return [self._roles[id] for id in post.roles if id in self._roles]

    def signs(self, post: int, reply: int | None = None) -> Tally:
        """Who has reacted how to a post or to a reply."""
        if post not in self._tallies:
            # Asked for each of hundreds of replies, it is counted once.
            self._tallies[post] = tallies(self.team, post)
        return self._tallies[post].get(reply, {})

    def acknowledged_at(self, post: Post) -> datetime | None:
        """When she has acknowledged a post; `None`: she has not."""
        return acknowledged(self.team, post.id).get(self.login)

    def roster(self, post: Post) -> Roster | None:
        """Who knows a post and who owes it; `None` where nobody has to, or it is not hers to know."""
        may_know = self.login == post.author or may_lead(self.team, self.login)
        return roster(self.team, post) if post.acknowledge_by and may_know else None


def post_shape(reader: Reader, post: Post) -> Json:
    """A post as one of many, as one person sees it."""
    marks = reader.marks
    return {
        "number": post.id,
        "kind": post.kind.value,
        "title": post.title,
        "author": post.author,
        "at": moment(post.at),
        "edited_at": moment(post.edited_at),
        "roles": reader.roles(post),
        "people": list(post.people),
        "mentions": list(post.mentions),
        "pinned_until": _day(post.pinned_until),
        "acknowledge_by": _day(post.acknowledge_by),
        "owed": post.id in reader.owed,
        "unread": post.id in marks.posts,
        "unread_replies": len(marks.replies.get(post.id, ())),
        "replies": reader.replies(post.id),
        "open_incident": post.is_open_incident,
        "outcome": post.outcome or None,
        "closed_at": moment(post.closed_at),
        "closed_by": post.closed_by or None,
        "archived_at": moment(post.archived_at),
    }


def whole_post_shape(reader: Reader, post: Post) -> Json:
    """The same with its text, what it is about, and what was said and done below it."""
    team, known = reader.team, reader.roster(post)
    return {
        **post_shape(reader, post),
        "body": post.body,
        "tasks": list(post.tasks),
        "goals": list(post.goals),
        "reactions": _reactions(reader.signs(post.id)),
        "replies": [reply_shape(reader, reply) for reply in team.belonging(Reply, "post", post.id)],
        "acknowledged_at": moment(reader.acknowledged_at(post)),
        "acknowledged": _acknowledged(known) if known else None,
        "owing": [member.login for member in known.owing] if known else None,
    }


def reply_shape(reader: Reader, reply: Reply) -> Json:
    """What somebody said below a post."""
    return {
        "number": reply.id,
        "post": reply.post,
        "author": reply.author,
        "text": reply.text,
        "at": moment(reply.at),
        "edited_at": moment(reply.edited_at),
        "mentions": list(reply.mentions),
        "reminder": reply.is_reminder,
        "unread": reply.id in reader.marks.replies.get(reply.post, ()),
        "reactions": _reactions(reader.signs(reply.post, reply.id)),
    }


def _acknowledged(known: Roster) -> list[Json]:
    return [
        {"login": member.login, "at": moment(at), "before_edit": member.login in known.before_edit}
        for member, at in known.known
    ]


def _reactions(given: Tally) -> list[Json]:
    return [{"sign": sign.value, "people": people} for sign, people in given.items()]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
