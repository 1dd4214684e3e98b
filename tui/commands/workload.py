"""`tagwerk workload`: how much waits for everybody in the coming weeks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.absences.workload import ENOUGH, MOST_WEEKS, NO_ROLE, WEEKS, Load, Workload, workload
from store.days import spoken
from store.errors import Refused
from store.models import Role
from store.phrases import counted
from store.rules import lookup
from store.team import Team
from tui.commands.absence import person_named
from tui.commands.absence_shapes import load_shape
from tui.commands.answer import Json
from tui.commands.call import Call
from tui.commands.grid import aligned
from tui.commands.session import session
from tui.encoding import is_unicode
from widgets.load_bar import guess_mark, load_bar, load_mark, load_words
from widgets.signs import ASCII, UNICODE, Signs

_BAR = 10
"""Cells of a bar."""


def run(call: Call, *, weeks: int = WEEKS, person: str | None = None, role: str | None = None) -> Sheet:
    """Work against hours: of one person or role week by week, or of all of them.

    Raises:
        NotFound: there is no such person or role.
        Refused: so many weeks are not looked at.
        StorageError: the folder does not answer.
    """
    if not 1 <= weeks <= MOST_WEEKS:
        raise Refused(f"{weeks} weeks are not looked at; say 1 to {MOST_WEEKS}.")
    signs = UNICODE if is_unicode(call.world.stdout.encoding or "utf-8") else ASCII
    with session(call) as opened:
        team = opened.team
        login = person_named(opened, person) if person else None
        number = lookup.role_named(team, role).id if role else None
        return Sheet(team, workload(team, opened.today, weeks), signs, login, number)


@dataclass(frozen=True)
class Sheet:
    """The weeks of a team, or of one person or role in it."""

    team: Team
    found: Workload
    signs: Signs
    person: str | None
    role: int | None
    status: int = 0

    def lines(self, width: int | None) -> Iterator[str]:
        """For one a line for each week; for all of them a line each, with a bar for the first week."""
        if self.person is not None:
            yield self.team.name_of(self.person)
            yield from self._weeks(self.found.people[self.person], width)
        elif self.role is not None:
            yield self._role_name(self.role)
            yield from self._weeks(self.found.roles[self.role], width)
        else:
            people = [(self.team.name_of(login), loads) for login, loads in self.found.people.items()]
            yield from self._table("People", people, width)
            yield ""
            roles = [(self._role_name(role), loads) for role, loads in self.found.roles.items()]
            yield from self._table("Roles", roles, width)
        yield from self._guesses()

    def document(self) -> Json:
        """See `shapes`."""
        found = self.found
        people = [login for login in found.people if self.role is None and self.person in (None, login)]
        roles = [role for role in found.roles if self.person is None and self.role in (None, role)]
        return {
            "weeks": [week.isoformat() for week in found.weeks],
            "people": [
                {"login": one, "weeks": [load_shape(load) for load in found.people[one]]} for one in people
            ],
            "roles": [
                {
                    "number": role or None,
                    "name": self._role_name(role) if role else None,
                    "weeks": [load_shape(load) for load in found.roles[role]],
                }
                for role in roles
            ],
            "cards": found.cards,
            "guessed": found.guessed,
            "unknown": found.unknown,
        }

    def _weeks(self, loads: Sequence[Load], width: int | None) -> Iterator[str]:
        first = self.found.weeks[0]
        rows = [
            [
                spoken(week, first),
                load_mark(load, self.signs) + load_bar(_BAR, load, self.signs),
                load_words(load),
                f"away {counted(round(load.away), 'day')}" if load.away else "",
                counted(len(load.cards), "card"),
            ]
            for week, load in zip(self.found.weeks, loads, strict=True)
        ]
        return (f"  {line}" for line in aligned(rows, None if width is None else width - 2, (0,) * 5))

    def _table(
        self, title: str, rows: Sequence[tuple[str, Sequence[Load]]], width: int | None
    ) -> Iterator[str]:
        first = self.found.weeks[0]
        heads = [title, "this week", "", *(spoken(week, first)[4:] for week in self.found.weeks[1:])]
        lines = [
            [
                name,
                load_mark(loads[0], self.signs) + load_bar(_BAR, loads[0], self.signs),
                load_words(loads[0]),
                *(
                    f"{load_mark(load, self.signs)}{guess_mark(load)}{load.demand:.0f}/{load.capacity:.0f}"
                    for load in loads[1:]
                ),
            ]
            for name, loads in rows
        ]
        return aligned([heads, *lines], width, (12, *(0,) * (len(heads) - 1)))

    def _guesses(self) -> Iterator[str]:
        found = self.found
        if not found.guessed:
            return
        known, unknown = found.guessed - found.unknown, found.unknown
        yield ""
        of = f"of {counted(found.cards, 'open card')}"
        if known:
            median = "the median of what its role, or the team, finished"
            yield f"{known} {of} without an estimate: counted (~) with {median}."
        if unknown:
            why = f"fewer than {ENOUGH} finished cards had one"
            yield f"{unknown} {of} without an estimate: counted as nothing; {why}."

    def _role_name(self, number: int) -> str:
        role = self.team.find(Role, number) if number != NO_ROLE else None
        return role.name if role else "No role"
