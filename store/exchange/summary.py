"""What an import did, and everything that it dropped or changed, in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

_SHOWN = 5
"""Names that a line gives; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something in the file is not in the team as it was."""

    one: str
    """What it is, in the singular: `attachment`."""
    many: str
    outcome: str
    """What happened to it: `kept as links`."""


@dataclass(frozen=True, slots=True)
class Note:
    """One reason, how often it applied, and to what."""

    reason: Reason
    count: int
    names: tuple[str, ...] = ()
    """The things by name, where they have one; each once."""

    def __str__(self) -> str:
        thing = self.reason.one if self.count == 1 else self.reason.many
        line = f"{self.count:,} {thing}: {self.reason.outcome}"
        return f"{line} ({listed(self.names)})" if self.names else line


class Tally:
    """Collects notes: one per reason, in the order in which the reasons came up."""

    def __init__(self) -> None:
        self._counts: dict[Reason, int] = {}
        self._names: dict[Reason, dict[str, None]] = {}

    def add(self, reason: Reason, *names: str, count: int = 1) -> None:
        """Note that something was dropped or changed; nothing when the count is 0."""
        if count:
            self._counts[reason] = self._counts.get(reason, 0) + count
            self._names.setdefault(reason, {}).update(dict.fromkeys(filter(None, names)))

    def notes(self) -> tuple[Note, ...]:
        """What was collected."""
        return tuple(Note(reason, n, tuple(self._names[reason])) for reason, n in self._counts.items())


@dataclass(frozen=True, slots=True)
class Summary:
    """What comes into the team, counted; and what does not, named."""

    origin: str
    """The program that wrote the file."""
    cards: int
    """New cards."""
    known: int
    """Cards that an earlier import brought; they are left as they are."""
    archived: int
    """New cards that were put away in the file, and are here."""
    lists: int
    """Lists in the file."""
    labels: int
    """Different tags on the new cards."""
    comments: int
    """New comments."""
    checklists: int
    """Checklists in the file; 0 when no card is new."""
    steps: int
    """Checklist items on the new cards."""
    columns: tuple[str, ...] = ()
    """Columns that are made."""
    roles: tuple[str, ...] = ()
    """Roles that are made."""
    members: tuple[str, ...] = ()
    """Logins of people who are added to the team."""
    notes: tuple[Note, ...] = field(default=())

    def lines(self) -> list[str]:
        """The summary for reading, one sentence per line."""
        lines = [f"{self.origin}: {self.cards:,} new, {self.known:,} already here."]
        if self.cards or self.comments:
            lines.append(
                f"{counted(self.lists, 'list')}, {counted(self.labels, 'label')},"
                f" {counted(self.comments, 'comment')}, {counted(self.checklists, 'checklist')} with"
                f" {counted(self.steps, 'item')}; {self.archived:,} archived."
            )
        for what, names in (("Columns", self.columns), ("Roles", self.roles), ("Members", self.members)):
            if names:
                lines.append(f"{what} added: {', '.join(names)}.")
        return lines + [f"{note}." for note in self.notes]


def counted(number: int, thing: str) -> str:
    """`1 card`, `1,200 cards`."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def listed(names: Iterable[str]) -> str:
    """The first names, and how many more there are."""
    all_names = list(names)
    more = len(all_names) - _SHOWN
    shown = [name if len(name) <= 60 else f"{name[:59]}…" for name in all_names[:_SHOWN]]
    return ", ".join(shown) + (f" and {more:,} more" if more > 0 else "")
