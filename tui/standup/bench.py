"""What the commands of the stand-up share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from store.absences.open_things import open_cards
from store.change import Change
from store.errors import Refused
from store.goals.owing import owed_by
from store.models import ColumnKind, Round, Task
from store.standup.drafting import draft, since
from store.standup.order import speaking_order
from store.standup.questions import asked_on
from store.standup.rounds import open_round, people, rounds_on, speaking
from store.standup.updates import update_of
from store.team import Team
from tui.keys import SHELL, STANDUP, key_for
from tui.screens.asking import Asking
from tui.screens.base import TeamScreen
from tui.workplace import Workplace
from widgets.listing import Listing
from widgets.listing_row import Key, Row
from widgets.signs import Signs
from widgets.standup.row import card_row, person_row
from widgets.standup.sheet import TurnSheet
from widgets.standup.text import Turn


@dataclass
class Bench:
    """The people and the round, and the way to everything around them."""

    place: Workplace
    screen: TeamScreen
    view: Listing
    """The people."""
    cards: Listing
    """The cards of the person one looks at."""
    sheet: TurnSheet
    asking: Asking
    signs: Signs
    shown: Callable[[], None]
    """To be called when another person is looked at."""
    zoomed: Callable[[], None]
    """To be called to give who speaks the whole screen, or the list its place again."""
    _done: dict[str, tuple[Change, ...]] = field(default_factory=dict)
    """What each person did lately, as far as it was looked up."""
    _fresh: set[str] = field(default_factory=set)
    """Logins of those for whom that is all there is."""
    _owned: tuple[Team, dict[str, Sequence[Task]]] | None = None
    """A snapshot, and the open cards of those whom one has looked at in it."""

    @property
    def held(self) -> Round | None:
        """The round that goes on, or the last one of today; `None`: there was none."""
        team, today = self.place.team, self.place.today
        return open_round(team, today) or next(reversed(rounds_on(team, today)), None)

    @property
    def running(self) -> Round | None:
        """The round that goes on; `None`: none does."""
        return open_round(self.place.team, self.place.today)

    def logins(self) -> Sequence[str]:
        """Everybody, in the order in which they speak."""
        held = self.held
        return people(self.place.team, held) if held else speaking_order(self.place.team, self.place.today)

    @property
    def login(self) -> str | None:
        """Login of the person one looks at; `None`: there is nobody."""
        return self.view.key if isinstance(self.view.key, str) else None

    def person(self) -> str:
        """Login of the person that a command is for.

        Raises:
            Refused: nobody is in the team.
        """
        if self.login is None:
            raise Refused(f"Nobody is in the team yet; {key_for(SHELL, 'team_settings')} takes people in.")
        return self.login

    def going(self) -> Round:
        """The round that a command is for.

        Raises:
            Refused: none goes on.
        """
        held = self.running
        if held is None:
            raise Refused(f"No stand-up goes on; {key_for(STANDUP, 'go_on')} starts the one of today.")
        return held

    def row(self, key: Key) -> Row:
        """What the line of a person says."""
        place = self.place
        update = update_of(place.team, str(key), place.today)
        return person_row(place.team, self.held, str(key), update, place.today, self.signs)

    def card_row(self, key: Key) -> Row:
        """What the line of a card says."""
        assert isinstance(key, int)
        return card_row(self.place.team, self.place.team.task(key), self.place.today, self.signs)

    def tasks(self, login: str) -> list[int]:
        """Numbers of a person's cards in work, those that are blocked or late first."""
        team, today = self.place.team, self.place.today
        active = {column.id for column in team.columns if column.kind is ColumnKind.ACTIVE}
        found = [
            task
            for task in self._open_cards(login)
            if task.column in active or task.blocked or task.is_overdue(today)
        ]
        found.sort(key=lambda task: (not task.blocked, not task.is_overdue(today), task.id))
        return [task.id for task in found]

    def _open_cards(self, login: str) -> Sequence[Task]:
        """A person's cards that are not finished, looked for once in a snapshot."""
        team = self.place.team
        if self._owned is None or self._owned[0] is not team:
            self._owned = team, {}
        known = self._owned[1]
        if login not in known:
            known[login] = open_cards(team, login)
        return known[login]

    def card(self) -> Task:
        """The card that a command is for.

        Raises:
            Refused: the person has none in work.
        """
        key = self.cards.key
        if not isinstance(key, int):
            raise Refused("There is no card here: nothing of this person's is in work.")
        return self.place.team.task(key)

    def drafted(self, login: str) -> dict[str, str]:
        """What Tagwerk would write for a person, by the name of the part."""
        place = self.place
        done, own = self._done.get(login, ()), self._open_cards(login)
        return draft(place.team, login, done, place.now(), own=own).texts()

    def look_up(self, login: str, then: Callable[[], None] | None = None) -> None:
        """Read what a person did since her last update; `then` is called once that is known."""
        if login in self._fresh:
            if then is not None:
                then()
            return

        def known(changes: tuple[Change, ...]) -> None:
            is_new = changes != self._done.get(login, ())
            self._done[login] = changes
            self._fresh.add(login)
            if is_new and self.login == login:
                self.shown()
            if then is not None:
                then()

        place = self.place
        place.read_doings(login, since(place.team, login, place.now()), known)

    def forget(self) -> None:
        """Things were done: what people did is to be read again; until then it stays as it was."""
        self._fresh.clear()

    def turn(self, login: str) -> Turn:
        """What there is to say of a person."""
        team, today = self.place.team, self.place.today
        update = update_of(team, login, today)
        return Turn(
            team=team,
            login=login,
            today=today,
            update=update,
            drafted={} if update else self.drafted(login),
            questions=asked_on(team, today),
            owed=owed_by(team, login, today),
            held=self.held,
        )

    def follow(self, held: Round | None) -> None:
        """Look at who speaks."""
        if held is not None and (login := speaking(held)):
            self.view.select(login)
