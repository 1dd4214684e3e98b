"""What only the history tells: how long cards were blocked and why, and how often they changed hands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from store.change import Change
from store.flow.spans import Which, days_between
from store.models import Raw
from store.models.raws import words_in
from store.team import Team
from store.text import clean_line


@dataclass(frozen=True, slots=True)
class Block:
    """A time in which a card could not go on."""

    task: int
    reason: str
    """The first line of what was said."""
    start: datetime
    end: datetime | None
    """`None`: it still cannot."""

    def days(self, now: datetime) -> float:
        """How long it has lasted, in days."""
        return days_between(self.start, self.end or now) or 0.0


@dataclass(frozen=True, slots=True)
class Passed:
    """Cards that went from one role to another."""

    giver: int | None
    """Number of the role; `None`: nobody's."""
    receiver: int | None
    cards: int


@dataclass(frozen=True, slots=True)
class History:
    """What happened to the cards that fit, in a part of the history."""

    blocks: tuple[Block, ...]
    """The oldest first."""
    passed: tuple[Passed, ...]
    """Between roles, the most frequent first."""
    changed_hands: int
    """How often somebody took a card that another person had."""


def history(team: Team, changes: Iterable[Change], since: datetime, which: Which) -> History:
    """What the changes since a moment tell.

    A block that began before is counted from that moment on.

    Args:
        team: as it is now; a card fits as it is now.
        changes: of that time, the oldest first.
        since: the moment.
        which: of which cards.
    """
    tasks = team.tables.get("tasks", {})
    fitting = {id for id, raw in tasks.items() if which.fits(raw)}
    open_blocks: dict[int, tuple[datetime, str]] = {}
    blocks: list[Block] = []
    roles: Counter[tuple[int | None, int | None]] = Counter()
    hands = 0
    for at, id, before, after in _edits(changes):
        if id not in fitting:
            continue
        if "blocked" in after:
            blocks += _turned(open_blocks, id, before.get("blocked"), after["blocked"], at, since)
        if "role" in after and before.get("role") != after["role"]:
            roles[_number(before.get("role")), _number(after["role"])] += 1
        if "assignees" in after:
            had, has = set(words_in(before.get("assignees"))), set(words_in(after["assignees"]))
            hands += bool(had and has - had and had - has)
    blocks += _still(tasks, fitting, open_blocks, since)
    passed = [Passed(giver, receiver, cards) for (giver, receiver), cards in roles.most_common()]
    return History(tuple(sorted(blocks, key=lambda b: (b.start, b.task))), tuple(passed), hands)


def by_reason(blocks: Iterable[Block], now: datetime) -> list[tuple[str, int, float]]:
    """Reason, how often, and days altogether; what cost the most time first."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    names: dict[str, str] = {}
    for block in blocks:
        key = block.reason.casefold()
        names.setdefault(key, block.reason)
        found[key].append(block.days(now))
    rows = [(names[key], len(days), sum(days)) for key, days in found.items()]
    return sorted(rows, key=lambda row: (-row[2], row[0]))


def _edits(changes: Iterable[Change]) -> Iterator[tuple[datetime, int, Raw, Raw]]:
    for change in changes:
        for edit in change.edits:
            if edit.table == "tasks" and edit.after is not None:
                # What is new was nobody's before: it has changed no hands.
                before = edit.before if edit.before is not None else edit.after
                is_new = edit.before is None
                yield change.at, edit.id, {**before, "blocked": None} if is_new else before, edit.after


def _turned(
    open_blocks: dict[int, tuple[datetime, str]],
    id: int,
    before: object,
    after: object,
    at: datetime,
    since: datetime,
) -> Iterator[Block]:
    """A card is blocked, goes on, or waits for something else."""
    begun = open_blocks.pop(id, (since, _reason(before)) if before else None)
    if begun is not None:
        yield Block(id, begun[1], begun[0], at)
    if after:
        open_blocks[id] = at, _reason(after)


def _still(
    tasks: Mapping[int, Raw],
    fitting: Iterable[int],
    open_blocks: Mapping[int, tuple[datetime, str]],
    since: datetime,
) -> Iterator[Block]:
    """Cards that are blocked now, also those of which the changes say nothing."""
    for id in fitting:
        raw = tasks[id]
        if raw.get("blocked") and not raw.get("archived_at") and not raw.get("finished_at"):
            start, reason = open_blocks.get(id, (since, _reason(raw["blocked"])))
            yield Block(id, reason, start, None)


def _reason(text: object) -> str:
    return clean_line(str(text).strip().partition("\n")[0])


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None
