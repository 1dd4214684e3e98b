"""What is written on cards and said about them, ready to be searched without regard to case."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection

from store.models import Raw
from store.models.raws import many, shares
from store.team import Team

_BREATH = 200
"""Texts after which another thread, which may have a key to answer, goes first."""
Kept = dict[int, tuple[Raw, str]]


class Texts:
    """Remembers each text with the fields that it was made of: other fields have another text.

    Entries are written whole and never gone through, so threads may use it at once without a lock: the worst
    is that two of them make the same text.
    """

    def __init__(self) -> None:
        self._tasks: Kept = {}
        self._comments: Kept = {}

    def fill(self, team: Team) -> None:
        """Make the texts that are not there yet."""
        for kept, table, write in (
            (self._tasks, "tasks", _written),
            (self._comments, "comments", _said),
        ):
            for at, (id, raw) in enumerate(team.tables.get(table, {}).items()):
                if not at % _BREATH:
                    time.sleep(0)
                entry = kept.get(id)
                if entry is None or entry[0] is not raw:
                    kept[id] = raw, write(id, raw)

    def containing(
        self, word: str, team: Team, roles: Collection[int], people: Collection[str]
    ) -> Callable[[int, Raw], bool]:
        """Whether a word stands on a card or in what was said about it.

        `roles` and `people` are those whose names contain it: names change without the cards.
        """
        kept, get, said = self._tasks, self._tasks.get, team.index.comments
        logins = frozenset(people)

        def test(id: int, raw: Raw) -> bool:
            entry = get(id)
            if entry is None or entry[0] is not raw:
                entry = kept[id] = raw, _written(id, raw)
            if word in entry[1]:
                return True
            if id in said and self._is_said(word, team, said[id]):
                return True
            if roles and raw.get("role") in roles:
                return True
            return bool(logins) and shares(raw.get("assignees"), logins)

        return test

    def _is_said(self, word: str, team: Team, comments: Collection[int]) -> bool:
        table = team.tables["comments"]
        for id in comments:
            raw = table[id]
            entry = self._comments.get(id)
            if entry is None or entry[0] is not raw:
                entry = self._comments[id] = raw, _said(id, raw)
            if word in entry[1]:
                return True
        return False


def _written(id: int, raw: Raw) -> str:
    # Line breaks stand between the fields, so that no phrase reaches from one into the next.
    parts = [f"#{id}", str(raw.get("title", ""))]
    parts += [f"#{tag}" for tag in many(raw.get("tags"))]
    parts += [f"@{login}" for login in many(raw.get("assignees"))]
    parts += [_line(raw[name]) for name in ("description", "blocked") if name in raw]
    return "\n".join(parts).casefold()


def _said(id: int, raw: Raw) -> str:
    return _line(raw.get("text", "")).casefold()


def _line(text: object) -> str:
    return " ".join(str(text).split())
