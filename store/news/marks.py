"""What one person has not read yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from store.models import Raw, ReadState
from store.models.raws import LARGEST, number_in
from store.news.audience import addresses, names
from store.team import Team


@dataclass(frozen=True)
class Read:
    """Posts and replies that were read and are not committed as read yet."""

    posts: frozenset[int] = frozenset()
    replies: frozenset[int] = frozenset()

    def __or__(self, other: Read) -> Read:
        return Read(self.posts | other.posts, self.replies | other.replies)

    def __bool__(self) -> bool:
        return bool(self.posts or self.replies)


class Marks:
    """The unread marks of one person in one snapshot. One's own words are never unread."""

    def __init__(self, team: Team, login: str, read: Read | None = None) -> None:
        self._team, self._login, self._more = team, login, read or Read()
        member = team.members.get(login)
        self._roles = frozenset(member.roles if member else ())
        self._kept = state_of(team, login)
        self._known = frozenset(self._kept.posts), frozenset(self._kept.replies)

    @cached_property
    def posts(self) -> frozenset[int]:
        """Numbers of the posts that are for the person and that she has not read."""
        raws = self._team.tables.get("posts", {})
        fresh = self._fresh(raws, self._kept.posts_up_to, self._known[0] | self._more.posts)
        return frozenset(id for id in fresh if addresses(raws[id], self._login, self._roles))

    @cached_property
    def replies(self) -> dict[int, tuple[int, ...]]:
        """Number of a post to those of the replies below it that the person has not read, oldest first."""
        raws = self._team.tables.get("replies", {})
        found: dict[int, list[int]] = {}
        for id in sorted(self._fresh(raws, self._kept.replies_up_to, self._known[1] | self._more.replies)):
            post = raws[id].get("post")
            if isinstance(post, int):
                found.setdefault(post, []).append(id)
        return {post: tuple(ids) for post, ids in found.items()}

    @cached_property
    def unread(self) -> frozenset[int]:
        """The posts that wait to be read: new ones, and those with new words that concern the person."""
        posts = self._team.tables.get("posts", {})
        answered = {post for post in self.replies if post in posts and self.concerns(post)}
        return self.posts | {post for post in answered if not posts[post].get("archived_at")}

    @cached_property
    def naming(self) -> tuple[tuple[str, int], ...]:
        """Table and number of the posts and replies that name the person and that she has not read."""
        posts, replies = self._team.tables.get("posts", {}), self._team.tables.get("replies", {})
        said = [("posts", id, posts[id]) for id in self.posts]
        said += [
            ("replies", id, replies[id])
            for post, ids in self.replies.items()
            if post in self.unread
            for id in ids
        ]
        return tuple((table, id) for table, id, raw in said if "mentions" in raw and names(raw, self._login))

    @property
    def mentions(self) -> int:
        """How many these are."""
        return len(self.naming)

    def names_me(self, post: int) -> bool:
        """Whether a post, or a reply below it, names the person."""
        replies = self._team.tables.get("replies", {})
        said = [self._team.tables.get("posts", {}).get(post, {})]
        said += [replies[id] for id in self._team.grouped("replies", "post").get(post)]
        return any(names(raw, self._login) for raw in said)

    def _fresh(self, raws: Mapping[int, Raw], up_to: int, known: Collection[int]) -> list[int]:
        # Most are old: they are passed over before anything is asked of them.
        later = [id for id in raws if id > up_to and id not in known]
        login = self._login
        return [id for id in later if (r := raws[id]).get("author") != login and not r.get("archived_at")]

    def concerns(self, post: int) -> bool:
        """Whether the person takes part in what is said below a post."""
        raw = self._team.tables.get("posts", {})[post]
        return post in self._threads or raw.get("author") == self._login or names(raw, self._login)

    @cached_property
    def _threads(self) -> frozenset[int]:
        """The posts below which the person has said something, or is named."""
        login = self._login
        said = self._team.tables.get("replies", {}).values()
        mine = [
            raw for raw in said if raw.get("author") == login or ("mentions" in raw and names(raw, login))
        ]
        return frozenset(number_in(raw.get("post")) for raw in mine)


def state_of(team: Team, login: str) -> ReadState:
    """What a person has read, as it is committed; the oldest one where two hosts made one at once."""
    raws = team.tables.get("read_states", {})
    mine = [
        state for id, raw in raws.items() if raw.get("login") == login if (state := team.find(ReadState, id))
    ]
    if not mine:
        return ReadState(login=login)
    return ReadState(
        id=min(mine, key=lambda state: (state.id < 0, abs(state.id))).id,
        login=login,
        posts_up_to=min(LARGEST, max(state.posts_up_to for state in mine)),
        posts=_united(state.posts for state in mine),
        replies_up_to=min(LARGEST, max(state.replies_up_to for state in mine)),
        replies=_united(state.replies for state in mine),
    )


def _united(lists: Iterable[list[int]]) -> list[int]:
    # No rule writes a number that is too large; where another program did, it is not in the way of others.
    return sorted({number for numbers in lists for number in numbers if 0 < number <= LARGEST})
