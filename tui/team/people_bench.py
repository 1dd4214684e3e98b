"""What the commands of the people share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from store.absences.away import Presence, There, covering, is_in
from store.absences.workload import WEEKS, Load
from store.errors import Refused
from store.models import ColumnKind, Member, Task
from store.models.raws import words_in
from store.team import Team
from store.text import clean_line
from tui.keys import PEOPLE, key_for
from tui.screens.asking import Asking
from tui.screens.base import TeamScreen
from tui.screens.tab import TabDesk
from tui.team.loads import Loads
from tui.team.person_view import person_view
from tui.workplace import Workplace
from widgets.listing import Listing
from widgets.listing_row import Key, Row
from widgets.team.person_sheet import PersonSheet
from widgets.team.person_text import PersonView
from widgets.team.row import Facts, person_row

_TITLES = 3
"""Cards in work that the line of a person has room for."""


@dataclass
class PeopleBench:
    """The people who are shown, and the way to everything around them."""

    desk: TabDesk
    view: Listing
    sheet: PersonSheet
    shown: Callable[[], None]
    """To be called when other people are wanted, or in another order."""
    looked: Callable[[], None]
    """To be called when another person is under the cursor."""
    loads: Loads = field(default_factory=lambda: Loads(WEEKS))
    by_load: bool = False
    query: str = ""
    _active: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """Numbers of the cards in work by login."""
    _covers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    _there: Mapping[str, Presence] = field(default_factory=dict)
    _rows: dict[str, Row] = field(default_factory=dict)

    @property
    def place(self) -> Workplace:
        """The app."""
        return self.desk.place

    @property
    def screen(self) -> TeamScreen:
        """The screen whose tab this is."""
        return self.desk.screen

    @property
    def asking(self) -> Asking:
        """The line that asks."""
        return self.desk.asking

    def look(self) -> list[str]:
        """Logins of the people who are wanted, in their order; who is away comes last."""
        place, team = self.place, self.place.team
        self.loads.look(self.screen.app, team, place.today, self.shown)
        self._active, self._covers, self._rows = _active(team), covering(team, place.today), {}
        now, wanted = place.now(), [member for member in team.members.values() if self._fits(team, member)]
        self._there = {member.login: is_in(team, member.login, now) for member in wanted}
        away = {login for login, presence in self._there.items() if presence.there is There.AWAY}

        def order(member: Member) -> tuple[bool, float, str, str]:
            load = self.load(member.login) if self.by_load else None
            share = load.demand / max(load.capacity, 0.1) if load else 0.0
            return member.login in away, -share, member.display_name.casefold(), member.login

        return [member.login for member in sorted(wanted, key=order)]

    def row(self, key: Key) -> Row:
        """What the line of a person says."""
        login, team = str(key), self.place.team
        if login not in self._rows:
            member = team.members.get(login)
            if member is None:
                return Row(key, ("",) * 7)
            facts = Facts(
                self._there.get(login) or is_in(team, login, self.place.now()),
                self.load(login),
                self.cards(login),
                self._covers.get(login, ()),
                self._titles(login),
            )
            self._rows[login] = person_row(team, member, facts, self.place.today, self.desk.signs)
        return self._rows[login]

    def load(self, login: str) -> Load | None:
        """This week's load of a person; `None` while it is not known."""
        found = self.loads.found
        loads = found.people.get(login) if found else None
        return loads[0] if loads else None

    def cards(self, login: str) -> int | None:
        """How many open cards a person has; `None` while they are not counted."""
        return self.loads.found.has.get(login) if self.loads.found else None

    def active(self, login: str) -> list[Task]:
        """A person's cards in work."""
        team = self.place.team
        return [task for id in self._active.get(login, ()) if (task := team.find(Task, id))]

    def _titles(self, login: str) -> list[str]:
        """How a person's first cards in work are called, from the fields as they are kept."""
        raws = self.place.team.tables.get("tasks", {})
        first = self._active.get(login, ())[:_TITLES]
        return [clean_line(str(raws[id].get("title", ""))) for id in first if id in raws]

    @property
    def login(self) -> str | None:
        """Login of the person under the cursor; `None`: there is nobody."""
        key = self.view.key
        return key if isinstance(key, str) and key in self.place.team.members else None

    def person(self) -> str:
        """Login of the person that a command is for.

        Raises:
            Refused: there is nobody under the cursor.
        """
        if self.login is None:
            raise Refused(f"There is nobody here; {key_for(PEOPLE, 'add')} takes somebody into the team.")
        return self.login

    def person_view(self, login: str) -> PersonView | None:
        """All that there is to say of a person; `None`: she is not in the team any more."""
        covers = self._covers.get(login, ())
        return person_view(self.place, login, self.load(login), self.cards(login), self.active(login), covers)

    def _fits(self, team: Team, member: Member) -> bool:
        """Whether a person's name, login or roles have all words that are looked for."""
        words = self.query.casefold().split()
        if not words:
            return True
        roles = (role.name for role in team.roles if role.id in member.roles)
        text = " ".join([member.login, member.name, *roles]).casefold()
        return all(word in text for word in words)


def _active(team: Team) -> dict[str, list[int]]:
    """Numbers of the cards in active columns by login, from the fields as they are kept."""
    columns = {column.id for column in team.columns if column.kind is ColumnKind.ACTIVE}
    raws = team.tables.get("tasks", {})
    found: dict[str, list[int]] = {}
    for (column, _), cards in team.index.cells.items():
        if column in columns:
            for _, id in cards:
                for login in words_in(raws.get(id, {}).get("assignees")):
                    found.setdefault(login, []).append(id)
    return found
