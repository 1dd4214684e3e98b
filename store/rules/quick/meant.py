"""What a line in the quick syntax says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from store.days import spoken
from store.models import Fields
from store.rules.board import lane
from store.rules.moving import KEEP, Keep
from store.team import Team


@dataclass(frozen=True)
class Quick:
    """A title and what its markers say."""

    title: str
    """Empty for a line that changes cards."""
    fields: Fields = field(default_factory=dict)
    """Fields of a task by name; only those that are said. For cards that are changed, people and tags come to
    those that are on them."""
    role: int | Keep | None = KEEP
    """Number of the role; `None`: nobody's lane; `KEEP`: none is said."""
    column: int | None = None
    """Number of the column; `None`: none is said."""
    people_off: tuple[str, ...] = ()
    """Logins that are taken off."""
    tags_off: tuple[str, ...] = ()
    everybody_off: bool = False
    """Whether all who are on it are taken off, before those that are named come."""
    today: date = date.min
    """The day on which it was read."""

    def __bool__(self) -> bool:
        return bool(self.title or self.says_more)

    @property
    def says_more(self) -> bool:
        """Whether anything beside the title is said."""
        off = self.people_off or self.tags_off or self.everybody_off
        return bool(self.fields or off or self.column is not None or self.role is not KEEP)

    def understood(self, team: Team) -> str:
        """What its markers say, on one line: `Ana Lima · high · #shoot · due Fri 27 Nov · Marketing`."""
        return " · ".join([*self._people(team), *self._facts(), *self._place(team)])

    def _people(self, team: Team) -> Iterator[str]:
        if self.everybody_off:
            yield "nobody"
        yield from map(team.name_of, self.fields.get("assignees", ()))
        yield from (f"without {team.name_of(login)}" for login in self.people_off)

    def _facts(self) -> Iterator[str]:
        fields = self.fields
        if "priority" in fields:
            yield f"{fields['priority']} priority" if fields["priority"] == "normal" else fields["priority"]
        yield from (f"#{tag}" for tag in fields.get("tags", ()))
        yield from (f"without #{tag}" for tag in self.tags_off)
        for name, say, nothing in (
            ("start", self._from, "no start date"),
            ("due", self._until, "no due date"),
            ("estimate", _hours, "no estimate"),
            ("goal", _goal, "no goal"),
        ):
            if name in fields:
                yield nothing if fields[name] is None else say(fields[name])

    def _place(self, team: Team) -> Iterator[str]:
        if not isinstance(self.role, Keep):
            yield lane(team, self.role)
        if self.column is not None:
            yield f"in {team.column(self.column).name}"

    def _from(self, day: Any) -> str:
        return f"from {spoken(day, self.today)}"

    def _until(self, day: Any) -> str:
        return f"due {spoken(day, self.today)}"


def _hours(amount: Any) -> str:
    return f"{amount:g} h"


def _goal(number: Any) -> str:
    return f"goal {number}"
