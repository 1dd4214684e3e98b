"""The app: one desk, one connection to the team's folder, and the screens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from typing import TypeVar, Unpack

from textual import events, on
from textual.screen import Screen

from store.absences.holidays import warm
from store.change import Change
from store.errors import TagwerkError
from store.presence import Person, Presence
from store.repository import Repository
from store.repository.reader import HistoryReader
from store.rules.membership import known_as
from store.team import Team
from tui import outside, toasts, too_small
from tui.alerts import Alerts
from tui.clerk import Clerk
from tui.company import Company
from tui.connection import Connection
from tui.deciding import Deciding
from tui.delivery import Delivery, Status
from tui.desk import Desk
from tui.dropped import Dropped
from tui.gate import Typed
from tui.greeting import greet
from tui.hinting import Hinting
from tui.inbox import Inbox
from tui.keyboard import Keyboard
from tui.keys_app import KeysApp
from tui.loading import leaves, so_far
from tui.mentions import Mentions, Seen, SeenForGood
from tui.messages import Delivered
from tui.on_show import OnShow
from tui.opening import Open
from tui.preferences import Keeper, Preferences, Wishes
from tui.pulse import PulseDesk
from tui.putting_on import Wardrobe
from tui.reading import Reading
from tui.routine_maker import RoutineMaker
from tui.screens.base import TeamScreen
from tui.screens.registry import REGISTRY, Entry
from tui.screens.screens import Screens
from tui.settling import settle

R = TypeVar("R")

_READ_TOGETHER = 20.0
"""Seconds after which what was read meanwhile is committed as one change."""


class TagwerkApp(KeysApp):
    """Tagwerk on one team's folder, for one person."""

    CSS = toasts.CSS + too_small.CSS
    pulse: PulseDesk
    """This week's question, and the way of an answer."""

    def __init__(
        self,
        source: Repository | Open,
        person: str,
        *,
        history: HistoryReader | None = None,
        preferences: Keeper | None = None,
        presence: Presence | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        seen: Seen | None = None,
        screens: Sequence[Entry] = REGISTRY,
        dropped: Dropped | None = None,
    ) -> None:
        super().__init__(history)
        self._keeper = preferences or Keeper()
        self._wardrobe = Wardrobe(self, self._keeper.preferences)
        self._has_begun = False
        self.failure: Exception | None = None
        """Why the folder could not be opened, once that is known."""
        self._now = now
        team, number, status = so_far(source)
        self._person = known_as(team, person)
        self._desk = Desk(team)
        self._keyboard = Keyboard(self, super().on_event, self.refuse)
        self._gate = self._keyboard.gate
        # What is typed before the board is there waits for it.
        self._gate.close()
        self._mentions = Mentions(self._person, seen or SeenForGood(self._keeper))
        self._mentions.follow(team, None)
        self._reading = Reading(self._person, lambda change: self._clerk.note(change), now)
        self._reading.follow(team)
        self._inbox = Inbox(self, self._keeper, partial(outside.find_out, self, history), number)
        self._alerts = Alerts(self, self.send_between_frames)
        self._screens = Screens(self, screens, self._bring_up)
        self._reading.on_read = self._screens.news_was_read
        self._on_show = OnShow(self, self._screens)
        self._hinting = Hinting(self, self.tell)
        self._connection = Connection(source, lambda d: self._delivered_from_thread(d), presence, now)
        self.pulse = PulseDesk(self, self._connection.answer)
        self._company = Company(self._connection, self._on_show)
        self._dropped = dropped
        if dropped is not None:
            self._inbox.stuck = lambda: dropped.stuck
        self._deciding = Deciding(self, self._connection.decide, self._on_show.show_status)
        self._clerk = Clerk(
            self._person,
            self._desk,
            self._connection,
            self._company,
            self._mentions,
            self._reading,
            self._deciding,
            self._on_show,
            status=status,
        )
        self._routines = RoutineMaker(self, self._clerk.note, lambda do: self.call_later(do))
        for entry in screens:
            self.add_mode(entry.command.keys[0], partial(self._screens.get, entry.command.name))

    # --- the workplace that screens see ------------------------------------------------------------------

    @property
    def team(self) -> Team:
        """The snapshot to show, own waiting changes included."""
        return self._desk.team

    @property
    def person(self) -> str:
        """Login of the person who acts."""
        return self._person

    @property
    def today(self) -> date:
        """The day it is for the team."""
        return self.team.today(self._now())

    @property
    def status(self) -> Status:
        """How it stands with the folder."""
        return self._clerk.status

    @property
    def screens(self) -> Screens:
        """The screens there are, and the way to them."""
        return self._screens

    @property
    def mentions(self) -> Mentions:
        """Comments that name the person and that she has not seen."""
        return self._mentions

    @property
    def reading(self) -> Reading:
        """What the person has read of the news, and what it still asks of her."""
        return self._reading

    @property
    def inbox(self) -> Inbox:
        """All that concerns the person since she last looked."""
        return self._inbox

    @property
    def deciding(self) -> Deciding:
        """Changes of the person's that stand against others' work."""
        return self._deciding

    @property
    def preferences(self) -> Preferences:
        """The person's own settings."""
        return self._keeper.preferences

    def prefer(self, **wishes: Unpack[Wishes]) -> None:
        """Change settings of the person's own: they hold at once and are kept."""
        self._keeper.prefer(**wishes)
        has_other_keys = self._wardrobe.put_on(self.preferences)
        self._screens.preferences_changed(has_other_keys=has_other_keys)

    @property
    def people(self) -> tuple[Person, ...]:
        """Who else has the team open now, one for each running program."""
        # Where the folder does not answer, who was there a minute ago says nothing.
        return () if self.status.offline_since else self._company.people

    def now(self) -> datetime:
        """The time (aware, UTC)."""
        return self._now()

    def new_id(self) -> int:
        """A number for a new document until it is committed."""
        return self._desk.new_id()

    def number_of(self, task: int) -> int:
        """What a new card's number has become by now."""
        return self._desk.number_now(task)

    def act(self, change: Change) -> None:
        """Show a change at once and have it committed; an empty one is left out."""
        self._clerk.act(change)
        self._hinting.did(self.team, change)

    def undo(self) -> str:
        """Take back the last step; what it was."""
        return self._clerk.undo(self._now())

    def redo(self) -> str:
        """Do again what was taken back; what it was."""
        return self._clerk.redo(self._now())

    def refuse(self, error: TagwerkError) -> None:
        """Tell a person why something was not done."""
        self._on_show.say(str(error), warning=True)

    def tell(self, sentence: str) -> None:
        """Tell a person something."""
        self._on_show.say(sentence, warning=False)

    def ask(self, dialog: Screen[R], then: Callable[[R | None], None] | None = None) -> None:
        """Open a dialog; keys that are typed meanwhile wait for it."""
        self._gate.close()

        def closed(result: R | None) -> None:
            if then is not None:
                then(result)
            # The dialog is still on top while this runs.
            self.call_later(self._company.say_where)

        self.push_screen(dialog, closed)
        self._company.say_where()

    def edit_outside(self, text: str, title: str, card: int) -> str | None:
        """Have the text of a card edited in the person's own editor; `None` when nothing was saved."""
        with self._company.editing(card):
            return outside.edited(self, text, title)

    def saw(self, task: int) -> None:
        """The person has a card before her, with what was said on it."""
        had_mentions = self._mentions.saw(task)
        self._inbox.saw(("tasks", task))
        if had_mentions:
            self._screens.show_headers()

    def screen_is_ready(self) -> None:
        """A screen's first snapshot is laid out: show it."""
        self.release_frames()
        self._screens.current.paint_now()
        if self.status.loading:
            self._connection.open()
            return
        self._gate.open()
        if not self._has_begun:
            self._has_begun = True
            self._begin()

    def leave(self) -> None:
        """End the app after what waits is saved."""
        self._reading.commit()
        self.exit()

    # --- life --------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Keep an eye on the day."""
        # Overdue begins at midnight, also for an app that stays open for days.
        self.set_interval(60.0, self._screens.day_may_have_changed)
        self.set_interval(60.0, self._routines.day_may_have_changed)
        self.set_interval(_READ_TOGETHER, self._reading.commit)

    def _begin(self) -> None:
        """Follow the folder, and everything else that the first frame did not have to wait for."""
        self._company.say_where()
        # Not earlier: the two would share the processor, and the first frame would come later.
        self._screens.current.call_after_refresh(self._connection.start)
        if self._dropped is not None:
            self._dropped.start(self._connection, self._person, self._now, self._tell_from_thread)
        self._keeper.on_trouble = lambda sentence: self._say_from_thread(sentence)
        if complaints := [*self._keeper.complaints, *self._wardrobe.complaints]:
            self._on_show.say(" ".join(complaints), warning=True)
        elif self.preferences.values:
            greet(self._screens.current, self.team, self.today)
        settle(self, self._get_ready)

    async def on_event(self, event: events.Event) -> None:
        """Keys go to the screen in their order; see `Keyboard`."""
        if self.status.loading and leaves(event, nothing_waits=self._gate.is_empty):
            self.leave()
        elif isinstance(event, Typed) and not event.is_forwarded:
            self._on_show.toasts.key_pressed()
            await self._keyboard.take(event)
            self._on_show.toasts.place()
        else:
            await super().on_event(event)

    def finish(self) -> bool:
        """Save what is left, after the screen is given back; whether it could be in time."""
        self._keeper.flush()
        if self._dropped is not None:
            self._dropped.stop()
        return self._connection.stop()

    def _get_ready(self) -> None:
        self._screens.current.get_ready()
        self.call_later(self._routines.look)
        warm(self.team, self.today)

    def _say_from_thread(self, sentence: str) -> None:
        self.call_later(self._on_show.say, sentence, warning=True)

    def _tell_from_thread(self, sentence: str, is_trouble: bool) -> None:
        self.call_later(self._on_show.report if is_trouble else self.tell, sentence)

    def _delivered_from_thread(self, delivery: Delivery) -> None:
        self.post_message(Delivered(delivery))

    @on(Delivered)
    def _take_delivery(self, message: Delivered) -> None:
        delivery = message.delivery
        self._inbox.hear(delivery)
        self.pulse.hear(delivery.pulse)
        if delivery.failure is not None:
            self.failure = delivery.failure
            self.leave()
        elif delivery.person:
            self._person = self._clerk.person = self._mentions.person = delivery.person
            self._reading.person = delivery.person
            self.hold_frames()
            self._clerk.take(delivery)
            self._screens.current.ready_soon()
        else:
            self._clerk.take(delivery)
            self._routines.hear(delivery.touched)
            self._alerts.hear(delivery.news)

    def _bring_up(self, screen: TeamScreen, key: str) -> None:
        """Put another screen on top; keys wait until it has been laid out once."""
        if screen.is_mounted:
            self._gate.open()
        else:
            self._gate.close()
        self.switch_mode(key)
