"""What the person has read of the news, and what it still asks of her."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from store.change import Change
from store.errors import TagwerkError
from store.models import Post, Raw
from store.news.audience import open_incidents, owed_by
from store.news.marks import Marks, Read
from store.rules.read_states import mark_all_read, mark_read
from store.team import Team

_TABLES = ("posts", "replies", "read_states", "acknowledgements", "members")
"""What the marks depend on."""


class Reading:
    """Follows the snapshots. What is read shows at once; it is committed later, all of it as one change."""

    def __init__(self, person: str, commit: Callable[[Change], None], now: Callable[[], datetime]) -> None:
        self.person = person
        """Login of who reads."""
        self.on_read: Callable[[], None] = lambda: None
        """Called when the person has read something that she had not."""
        self._commit, self._now = commit, now
        self._team = Team()
        self._tables: tuple[Mapping[int, Raw] | None, ...] = ()
        self._read = self._waiting = Read()
        self._look()

    def follow(self, team: Team) -> None:
        """Keep up with a snapshot; where nothing of the news changed, nothing is looked at."""
        tables = tuple(team.tables.get(table) for table in _TABLES)
        is_same = len(tables) == len(self._tables) and all(
            new is old for new, old in zip(tables, self._tables, strict=True)
        )
        self._team, self._tables = team, tables
        if not is_same:
            self._look()

    def saw(self, post: int) -> None:
        """The person has a post before her, with all that was said below it."""
        new = Read(frozenset({post} & self.marks.posts), frozenset(self.marks.replies.get(post, ())))
        if new:
            self._read, self._waiting = self._read | new, self._waiting | new
            self._look()
            self.on_read()

    def saw_all(self) -> None:
        """The person has seen everything that there is.

        Raises:
            Refused: the person is not in the team.
        """
        self._commit(mark_all_read(self._team, self.person, self._now()))
        self._waiting = Read()

    def commit(self) -> None:
        """Hand over what was read; where that cannot be done now, it waits on."""
        if not self._waiting:
            return
        try:
            self._commit(mark_read(self._team, self.person, self._waiting, self._now()))
        except TagwerkError:
            # Who only looks on may read, and nobody keeps it; else the header tells already what is wrong.
            return
        self._waiting = Read()

    def _look(self) -> None:
        self.marks = Marks(self._team, self.person, self._read)
        """What is unread."""
        self.owed: tuple[Post, ...] = tuple(owed_by(self._team, self.person))
        """What she still has to acknowledge, the most urgent first."""
        self.incidents: tuple[Post, ...] = tuple(open_incidents(self._team))
        """What is broken now, the newest first."""
