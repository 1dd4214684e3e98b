"""Whom a post is for, and who of them has acknowledged it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from store.models import Acknowledgement, Member, Post, Raw
from store.models.raws import many, shares
from store.team import Team


def is_for(post: Post, member: Member) -> bool:
    """Whether a post is for a person: for everyone, a role of hers, or for her; a mention counts too."""
    return addresses(post.raw(), member.login, frozenset(member.roles))


def addresses(raw: Raw, login: str, roles: frozenset[int]) -> bool:
    """The same for a post as it is kept, and a person's login and roles."""
    to_roles, to_people = raw.get("roles"), raw.get("people")
    # Thousands are asked at once, and most are for everyone.
    if not (to_roles or to_people) or not (many(to_roles) or many(to_people)):
        return True
    return login in many(to_people) or shares(to_roles, roles) or names(raw, login)


def names(raw: Raw, login: str) -> bool:
    """Whether a post or a reply, as it is kept, mentions a person."""
    mentioned = raw.get("mentions")
    return bool(mentioned) and login in many(mentioned)


def readers(team: Team, post: Post) -> list[Member]:
    """The members that a post is for, in the order of their names; its author is not among them."""
    raw = post.raw()
    found = [
        member
        for member in team.members.values()
        if member.login != post.author and addresses(raw, member.login, frozenset(member.roles))
    ]
    return sorted(found, key=lambda member: (member.display_name.casefold(), member.login))


@dataclass(frozen=True)
class Roster:
    """Who has acknowledged a post, and who has not."""

    known: tuple[tuple[Member, datetime], ...]
    """Who has, and when, the first one first."""
    owing: tuple[Member, ...]
    """Who has not yet, by name."""
    since: datetime
    """When the post was written: since then they owe it."""
    before_edit: frozenset[str] = frozenset()
    """Logins of those who have acknowledged it before its last change; they owe nothing again."""


def roster(team: Team, post: Post) -> Roster:
    """Who of those that a post is for has acknowledged it."""
    when = acknowledged(team, post.id)
    people = readers(team, post)
    known = [(member, when[member.login]) for member in people if member.login in when]
    owing = [member for member in people if member.login not in when]
    old = frozenset(member.login for member, at in known if is_before_edit(post, at))
    return Roster(tuple(sorted(known, key=lambda entry: entry[1])), tuple(owing), post.at, old)


def is_before_edit(post: Post, at: datetime) -> bool:
    """Whether a post was changed after a moment, so that who acknowledged it then knows an older text."""
    return post.edited_at is not None and at < post.edited_at


def acknowledged(team: Team, post: int) -> dict[str, datetime]:
    """Login of everyone who has acknowledged a post, and when first."""
    found: dict[str, datetime] = {}
    for one in team.belonging(Acknowledgement, "post", post):
        found[one.author] = min(one.at, found.get(one.author, one.at))
    return found


def has_acknowledged(team: Team, post: int, login: str) -> bool:
    """Whether a person has acknowledged a post."""
    raws = team.tables.get("acknowledgements", {})
    said = team.grouped("acknowledgements", "post").get(post)
    # As they are kept: everyone's are looked through, and only her own are built.
    return any(raws[id].get("author") == login and team.find(Acknowledgement, id) is not None for id in said)


def owed_by(team: Team, login: str) -> list[Post]:
    """The posts that a person still has to acknowledge, the most urgent first."""
    posts = [post for post in _to_acknowledge(team, login) if not has_acknowledged(team, post.id, login)]
    return sorted(posts, key=lambda post: (post.acknowledge_by or date.max, post.id))


def _to_acknowledge(team: Team, login: str) -> Iterator[Post]:
    """The posts that a person has to acknowledge, or had to."""
    member = team.members.get(login)
    if member is None:
        return
    roles = frozenset(member.roles)
    # As they are kept: of thousands of posts only those few that want it are built.
    for id, raw in team.tables.get("posts", {}).items():
        if not raw.get("acknowledge_by") or raw.get("author") == login or not addresses(raw, login, roles):
            continue
        post = team.find(Post, id)
        if post and post.acknowledge_by and not post.archived_at:
            yield post


def open_incidents(team: Team) -> list[Post]:
    """What is broken now, the newest first."""
    found = [
        post
        for id, raw in team.tables.get("posts", {}).items()
        if raw.get("kind") == "incident" and (post := team.find(Post, id)) and post.is_open_incident
    ]
    return sorted(found, key=lambda post: post.at, reverse=True)
