"""The stand-up: what everybody says today, and the round in which they say it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.containers import Container, Vertical
from textual.timer import Timer
from textual.widget import Widget

from store.days import spoken
from store.models import Round
from store.repository.shared import Touched
from store.rules.words import counted
from store.standup.rounds import next_of, speaking, waiting
from store.standup.updates import updates_on
from tui.keys import SCREENS, SHELL, STANDUP, STANDUP_GROUPS, key_for
from tui.palette.named import Named, NamedSource
from tui.palette.source import Source
from tui.screens.following import FollowingScreen
from tui.standup.bench import Bench
from tui.standup.commands import StandupCommands
from tui.workplace import Workplace
from widgets.listing import Listing
from widgets.standup.round_line import RoundLine
from widgets.standup.row import CARD_HEADS, CARD_LEAST, PEOPLE_HEADS, PEOPLE_LEAST
from widgets.standup.sheet import TurnSheet

_BESIDE = 100
"""Cells from which on the people stand beside what one of them says."""


class StandupScreen(FollowingScreen):
    """The people in the order in which they speak, what one of them says, and her cards."""

    NAME = "Stand-up"
    ABOUT = (
        "Before the meeting everybody writes what was done, what is in work and what is in the way; Tagwerk "
        "has drafted it from what happened. In the meeting the word goes round; everyone sees where it is."
    )
    KEYS = STANDUP
    TABLES = frozenset(
        {
            "updates",
            "rounds",
            "questions",
            "tasks",
            "goals",
            "check_ins",
            "members",
            "columns",
            "settings",
            "absences",
        }
    )
    GROUPS = (*STANDUP_GROUPS, ("Screens", SCREENS), ("Everywhere", SHELL))
    HORIZONTAL_BREAKPOINTS = [(0, "-stacked"), (_BESIDE, "-beside")]
    DEFAULT_CSS = """
    StandupScreen #standup { height: 1fr; layout: vertical; }
    StandupScreen #people { height: 35%; background: $background; }
    StandupScreen #turn { height: 1fr; border-top: solid $panel; }
    StandupScreen TurnSheet { height: 1fr; background: $background; border-bottom: solid $panel; }
    StandupScreen #cards { height: 30%; max-height: 9; background: $background; }
    StandupScreen.-beside #standup { layout: horizontal; }
    StandupScreen.-beside #people { width: 50; height: 1fr; }
    StandupScreen.-beside #turn { width: 1fr; height: 1fr; border-top: none; border-left: solid $panel; }
    StandupScreen.-whole #people { display: none; }
    StandupScreen.-whole #turn { border: none; }
    """

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._view = Listing(signs=self._signs, id="people")
        self._cards = Listing(signs=self._signs, id="cards")
        self._sheet = TurnSheet(signs=self._signs)
        self._line = RoundLine(signs=self._signs)
        self._bench = Bench(
            place,
            self,
            self._view,
            self._cards,
            self._sheet,
            self._asking,
            self._signs,
            self._show_turn,
            self._zoom,
        )
        self._commands = StandupCommands(self._bench)
        self._people = NamedSource("person", self._named, self._look_at)
        self._spoke = ""
        """Login of who had the word when it was shown last."""
        self._clock: Timer | None = None

    def body(self) -> Iterable[Widget]:
        """Where the round is, the people, what one says, and her cards."""
        # Known before anything is laid out: the first frame is right at once.
        self.set_class(self.app.size.width >= _BESIDE, "-beside", update=False)
        yield self._line
        yield Container(self._view, Vertical(self._sheet, self._cards, id="turn"), id="standup")

    def on_mount(self) -> None:
        """A clock that stands still while nobody speaks; Textual then calls the screen's own `on_mount`."""
        self._clock = self.set_interval(1.0, self._tick, pause=True)

    def run(self, name: str) -> None:
        """Do what a command says.

        Raises:
            Refused: it cannot be done.
        """
        self._commands.run(name)

    def sources(self) -> Sequence[Source]:
        """The people."""
        return (self._people,)

    def show(self, touched: Touched | None) -> None:
        """Show the workplace's snapshot; what people did may have to be read again."""
        if touched is None or any(table in ("tasks", "comments", "check_ins") for table, _ in touched):
            self._bench.forget()
        super().show(touched)

    def on_screen_resume(self) -> None:
        """What happened meanwhile is shown now, and the clock runs again."""
        super().on_screen_resume()
        self._tick()

    def on_screen_suspend(self) -> None:
        """Nobody looks at the clock."""
        if self._clock is not None:
            self._clock.pause()

    def show_status_line(self) -> None:
        """What one may do next."""
        bench, key = self._bench, key_for(STANDUP, "go_on")
        running = bench.running
        if running is None:
            mine = key_for(STANDUP, "write")
            self._prompt.status = f" {mine} writes your update, {key} starts the round"
            return
        following = next_of(self._place.team, running)
        if following:
            self._prompt.status = f" {key}: {self._place.team.name_of(following)} is next"
        elif speaking(running):
            self._prompt.status = f" {key}: nobody is left to speak"
        else:
            self._prompt.status = f" Everyone has spoken; {key_for(STANDUP, 'end')} ends the round"

    @on(Listing.CursorMoved)
    def _cursor_moved(self) -> None:
        self._show_turn()
        self._turned()

    @on(Listing.Opened, "#cards")
    def _card_opened(self) -> None:
        self.do(next(command for command in STANDUP if command.name == "open"))

    def show_snapshot(self) -> None:
        """The people, where the round is, and what the one says whom one looks at."""
        bench = self._bench
        before = bench.login
        self._view.show(bench.logins(), bench.row, PEOPLE_HEADS, PEOPLE_LEAST, self._nothing())
        if before is None:
            self._view.select(self._place.person)
        held = bench.running
        now = speaking(held) if held else ""
        # Who watches follows the word, unless she looks at somebody else.
        if now and now != self._spoke and before in (None, self._spoke, self._place.person):
            bench.follow(held)
        self._spoke = now
        self._say_where(held)
        self._show_turn()
        self._turned()

    def _show_turn(self) -> None:
        bench, login = self._bench, self._bench.login
        self._sheet.update(bench.turn(login) if login else None)
        tasks = bench.tasks(login) if login else []
        self._cards.show(tasks, bench.card_row, CARD_HEADS, CARD_LEAST, "Nothing is in work.")
        if login:
            bench.look_up(login)

    def _say_where(self, held: Round | None) -> None:
        """Where the round is, in the line above."""
        team, today = self._place.team, self._place.today
        if held is None:
            wrote = sum(login in team.members for login in updates_on(team, today))
            over = "the round is over, " if self._bench.held else ""
            said = f"{over}{wrote} of {counted(len(team.members), 'person', 'people')} have written"
            self._line.said = f"{spoken(today, today)} {self._signs.between} {said}"
        elif login := speaking(held):
            left = len(waiting(team, held))
            self._line.said = f"{team.name_of(login)} speaks {self._signs.between} {left} to go"
        else:
            self._line.said = "Everyone has spoken"
        self._line.limit = team.settings.standup_seconds
        self._tick()

    def _tick(self) -> None:
        """Show how long somebody has spoken."""
        held = self._bench.running
        is_on = held is not None and held.since is not None and bool(speaking(held))
        if held is not None and held.since is not None and is_on:
            self._line.seconds = max(0, int((self._place.now() - held.since).total_seconds()))
        else:
            self._line.seconds = None
        if self._clock is not None:
            (self._clock.resume if is_on and self.is_current else self._clock.pause)()

    def _zoom(self) -> None:
        self.toggle_class("-whole")

    def _nothing(self) -> str:
        return f"Nobody is in the team yet; {key_for(SHELL, 'team_settings')} takes people in."

    def _named(self) -> Iterable[Named]:
        return (Named(m.login, m.display_name, m.login) for m in self._place.team.members.values())

    def _look_at(self, found: Named) -> None:
        if self._view.select(found.key):
            self._show_turn()
        self._turned()
