"""Cards by number or by words of their titles, quick enough for every key with 100,000 of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice

from store.models import Column, Raw, Role
from store.team import Team
from store.text import clean_line, whole_number
from tui.palette.match import EXACT, INSIDE, START, WORDS
from tui.palette.source import Find

_MANY = 500
"""Changed cards from which on all titles are read again."""
_Text = tuple[str, int]
"""A title without capitals, and the card's number."""


class CardSource:
    """Looks at titles as they are stored; no card is built. Open cards come first, the newest on top."""

    kind = "card"

    def __init__(self, team: Callable[[], Team], go: Callable[[int], None]) -> None:
        self._team = team
        self._go = go
        self._texts: list[_Text] | None = None
        self._reset = 0
        self._changed: dict[int, None] = {}
        """Cards that may be different since all were read, the last one last."""

    def prepare(self) -> None:
        """Read all titles beforehand; may run in a thread of its own."""
        # What is thrown away meanwhile must not come back.
        reset = self._reset
        texts = _texts(self._tasks())
        if reset == self._reset:
            self._texts = texts

    def follow(self, changed: Collection[int] | None) -> None:
        """These cards may be different now; `None`: any. To be told of every snapshot."""
        if changed is None or len(self._changed) > _MANY:
            self._texts, self._changed = None, {}
            self._reset += 1
        else:
            for id in changed:
                self._changed.pop(id, None)
                self._changed[id] = None

    def find(self, query: str, limit: int) -> list[tuple[int, Find]]:
        """By number (`12`, `#12`), by the beginning of the title, or by words in it."""
        if not query:
            return []
        found: dict[int, int] = {}
        number = whole_number(query.removeprefix("#"))
        if number is not None and number in self._tasks():
            found[number] = EXACT
        for rank, ids in self._matching(query.casefold().split()):
            missing = limit - len(found)
            found |= dict.fromkeys(islice((id for id in ids if id not in found), missing), rank)
            if len(found) >= limit:
                break
        return [(rank, self._shown(id)) for id, rank in found.items()]

    def again(self, key: str | int) -> Find | None:
        """A card by its number."""
        return self._shown(key) if isinstance(key, int) and key in self._tasks() else None

    def _matching(self, words: list[str]) -> Iterator[tuple[int, list[int]]]:
        """Numbers by rank; plain loops over fewer and fewer texts, because there may be very many."""
        inside = _having(self._known(), words)
        start = " ".join(words)
        yield START, [id for text, id in inside if text.startswith(start)]
        yield WORDS, [id for _, id in _having(inside, [f" {word}" for word in words])]
        yield INSIDE, [id for _, id in inside]

    def _tasks(self) -> Mapping[int, Raw]:
        return self._team().tables.get("tasks", {})

    def _known(self) -> list[_Text]:
        texts = self._texts
        if texts is None:
            texts = self._texts = _texts(self._tasks())
        if not self._changed:
            return texts
        tasks, gone = self._tasks(), self._changed
        fresh = _texts({id: tasks[id] for id in gone if id in tasks})
        return fresh + [entry for entry in texts if entry[1] not in gone]

    def _shown(self, id: int) -> Find:
        team, raw = self._team(), self._tasks()[id]
        where = "put away" if raw.get("archived_at") else _name(team.columns, raw.get("column"))
        people = [team.name_of(login) for login in raw.get("assignees", ())]
        detail = " · ".join(part for part in (where, _name(team.roles, raw.get("role")), *people) if part)
        title = clean_line(str(raw.get("title", "")))
        label = f"#{id} {title}" if id > 0 else title
        return Find(self.kind, id, label, detail, self.kind, lambda: self._go(id))


def _having(texts: list[_Text], parts: Iterable[str]) -> list[_Text]:
    for part in parts:
        texts = [entry for entry in texts if part in entry[0]]
    return texts


def _texts(tasks: Mapping[int, Raw]) -> list[_Text]:
    # Twice through the table, because this is quicker than to sort.
    open_ones = [(_title(raw), id) for id, raw in tasks.items() if not _is_closed(raw)]
    others = [(_title(raw), id) for id, raw in tasks.items() if _is_closed(raw)]
    return open_ones[::-1] + others[::-1]


def _title(raw: Raw) -> str:
    return str(raw.get("title", "")).casefold()


def _is_closed(raw: Raw) -> bool:
    return bool(raw.get("finished_at") or raw.get("archived_at"))


def _name(documents: Iterable[Column | Role], id: object) -> str:
    return next((document.name for document in documents if document.id == id), "")
