"""The app: one desk, one connection to the team's folder, and the screens."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, TypeVar, Unpack

from textual import events, on
from textual.app import App, SuspendNotSupported
from textual.screen import Screen

from store.change import Change
from store.errors import Refused, TagwerkError
from store.models import Activity
from store.presence import Person, Presence, presence_in
from store.repository import Committed, Repository
from store.repository.reader import HistoryReader
from store.repository.shared import Touched
from store.rules.membership import known_as, refuse_outsider
from store.rules.valid import warm
from store.team import Team
from store.text import clean
from tui.company import Company
from tui.connection import Connection, Delivery, Status
from tui.deciding import Deciding
from tui.desk import Desk
from tui.dialogs.base import Dialog
from tui.gate import KeyGate, Typed
from tui.keys import as_typed
from tui.mentions import Mentions, Seen, SeenForGood
from tui.messages import Delivered
from tui.plain_lines import PlainLines
from tui.preferences import Keeper, Preferences, Wishes, open_preferences
from tui.putting_on import Wardrobe
from tui.screens.base import TeamScreen
from tui.screens.registry import REGISTRY, Entry
from tui.screens.screens import Screens
from tui.terminal import encoding, speaks_unicode
from tui.themes import wants_no_colour

R = TypeVar("R")

_WARM_AFTER = 0.5
"""Seconds from the first frame until the program gets ready for the first change."""


class TagwerkApp(App[None], inherit_bindings=False):
    """Tagwerk on one team's folder, for one person."""

    TITLE = "Tagwerk"
    ENABLE_COMMAND_PALETTE = False
    # Everything is a key of the one table; Textual's own quit and focus keys would be a second one.
    BINDINGS: ClassVar[list[Any]] = []
    # Each screen is a mode of Textual's, which is kept when another one is on top; it begins with the first.
    DEFAULT_MODE = "1"

    def __init__(
        self,
        repository: Repository,
        person: str,
        *,
        history: HistoryReader | None = None,
        preferences: Keeper | None = None,
        presence: Presence | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        seen: Seen | None = None,
        screens: Sequence[Entry] = REGISTRY,
    ) -> None:
        # Textual chooses its colour filter here: without colours a later theme would be black on black.
        super().__init__(ansi_color=True if wants_no_colour() else None)
        self._keeper = preferences or Keeper()
        self._wardrobe = Wardrobe(self, self._keeper.preferences)
        self.animation_level = "none"
        if not speaks_unicode():
            self._filters.append(PlainLines(encoding()))
        self._first_frame = ExitStack()
        self._has_begun = False
        self._now = now
        self._person = known_as(repository.team, person)
        self._desk = Desk(repository.team)
        self._connection = Connection(repository, lambda d: self._delivered_from_thread(d), presence)
        self._company = Company(self._connection)
        self._history = history
        self._gate = KeyGate(self._replay_soon)
        # What is typed before the board is there waits for it.
        self._gate.close()
        self._status = Status(repository.waiting)
        self._deciding = Deciding(self, self._is_free, self._connection.decide)
        self._mentions = Mentions(self._person, seen or SeenForGood(self._keeper))
        self._mentions.follow(repository.team, None)
        self._screens = Screens(self, screens, self._bring_up)
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
        return self._status

    @property
    def screens(self) -> Screens:
        """The screens there are, and the way to them."""
        return self._screens

    @property
    def mentions(self) -> Mentions:
        """Comments that name the person and that she has not seen."""
        return self._mentions

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
        return () if self._status.offline_since else self._company.people

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
        self._act(change, undoable=True)

    def undo(self) -> str:
        """Take back the last step; what it was."""
        change = self._desk.undo(self._now())
        self._act(change, undoable=False)
        return change.label

    def redo(self) -> str:
        """Do again what was taken back; what it was."""
        change = self._desk.redo(self._now())
        self._act(change, undoable=False)
        return change.label

    def refuse(self, error: TagwerkError) -> None:
        """Tell a person why something was not done."""
        self._say(str(error), warning=True)

    def tell(self, sentence: str) -> None:
        """Tell a person something."""
        self._say(sentence, warning=False)

    def ask(self, dialog: Screen[R], then: Callable[[R | None], None] | None = None) -> None:
        """Open a dialog; keys that are typed meanwhile wait for it."""
        self._gate.close()

        def closed(result: R | None) -> None:
            if then is not None:
                then(result)
            # The dialog is still on top while this runs.
            self.call_later(self.decide_next)
            self.call_later(self._say_where)

        self.push_screen(dialog, closed)
        self._say_where()

    def hold_keys(self) -> None:
        """Let keys wait from now on."""
        self._gate.close()

    def release_keys(self) -> None:
        """Let the waiting keys go on."""
        self._gate.open()

    def copy(self, text: str) -> None:
        """Put a text into the clipboard of the person's terminal."""
        self.copy_to_clipboard(text)

    def edit_outside(self, text: str, title: str) -> str | None:
        """Have a text edited in the person's own editor; `None` when nothing was saved."""
        from tui import editor

        command = editor.command()
        try:
            with self.suspend():
                return editor.edited(text, title, command)
        except SuspendNotSupported:
            raise Refused("Another program cannot be opened from here; e edits the card.") from None

    def keep_text(self, text: str) -> Path:
        """Keep what a person wrote and could not be saved in a file on this machine; its path."""
        from tui import editor

        return editor.keep(text)

    def read_history(self, task: int, then: Callable[[tuple[Activity, ...]], None]) -> None:
        """Look up who changed a card; `then` is called later, in the app's thread."""
        reader = self._history
        if reader is None:
            then(())
            return

        def read() -> None:
            try:
                found = reader.activity("tasks", task)
            except TagwerkError:
                found = ()  # the connection tells already that the folder does not answer
            self.call_later(then, found)

        # A daemon, unlike Textual's workers: a dead mount must not keep the program from ending.
        threading.Thread(target=read, name="tagwerk-history", daemon=True).start()

    def saw(self, task: int) -> None:
        """The person has a card before her, with what was said on it."""
        if self._mentions.saw(task):
            self._screens.show_headers()

    def screen_is_ready(self) -> None:
        """A screen's first snapshot is laid out: show it."""
        self._first_frame.close()
        self._screens.current.paint_now()
        self._gate.open()
        if not self._has_begun:
            self._has_begun = True
            self._begin()

    def leave(self) -> None:
        """End the app after what waits is saved."""
        self.exit()

    # --- life --------------------------------------------------------------------------------------------

    def on_load(self) -> None:
        """Keep the first frames back until the board is there: each is a whole screen over the line."""
        self._first_frame.enter_context(self.batch_update())

    def on_mount(self) -> None:
        """Keep an eye on the day."""
        # Overdue begins at midnight, also for an app that stays open for days.
        self.set_interval(60.0, self._screens.day_may_have_changed)

    def _begin(self) -> None:
        """Follow the folder, and everything else that the first frame did not have to wait for."""
        self._say_where()
        # Not earlier: the two would share the processor, and the first frame would come later.
        self._screens.current.call_after_refresh(self._connection.start)
        self._keeper.on_trouble = lambda sentence: self._say_from_thread(sentence)
        if complaints := [*self._keeper.complaints, *self._wardrobe.complaints]:
            self._say(" ".join(complaints), warning=True)
        # What is there now stays: no need to look for garbage in it ever again.
        gc.freeze()
        gc.enable()
        self.set_timer(_WARM_AFTER, _warm_up)

    async def on_event(self, event: events.Event) -> None:
        """Keys go to the screen in their order; see `KeyGate`."""
        if isinstance(event, Typed) and not event.is_forwarded:
            for typed in as_typed(event) if isinstance(event, events.Key) else (event,):
                if not self._gate.keeps(typed):
                    await self._typed(typed)
            return
        await super().on_event(event)

    def finish(self) -> bool:
        """Save what is left, after the screen is given back; whether it could be in time."""
        self._keeper.flush()
        return self._connection.stop()

    def _replay_soon(self) -> None:
        self.call_later(self._replay)

    async def _replay(self) -> None:
        while (event := self._gate.next()) is not None:
            await self._typed(event)

    async def _typed(self, event: Typed) -> None:
        take = getattr(self.screen, "take_paste" if isinstance(event, events.Paste) else "take_key", None)
        try:
            if take is not None and take(event):
                if self._deciding.is_waiting:
                    # The key may have ended the question that this one had to wait for.
                    self.call_later(self.decide_next)
                return
        except Refused as error:
            self.refuse(error)
            return
        await super().on_event(event)

    # --- the way of a change -----------------------------------------------------------------------------

    def _act(self, change: Change, *, undoable: bool) -> None:
        if not change:
            return
        refuse_outsider(self.team, self._person)
        if self._status.stopped:
            raise Refused(self._status.sentence)
        ticket = self._desk.act(change, undoable=undoable)
        try:
            self._connection.send(ticket, change)
        except Refused:
            self._desk.withdraw(ticket)
            raise
        self._show(change.touched())

    def _say(self, sentence: str, *, warning: bool) -> None:
        """In the screen's own line where it can be read there: a toast hides cards and costs kilobytes."""
        sentence = clean(sentence)
        if not self._is_free() or not self._screens.current.say(sentence, warning=warning):
            self.notify(sentence, severity="warning" if warning else "information", markup=False)

    def _say_from_thread(self, sentence: str) -> None:
        self.call_later(self._say, sentence, warning=True)

    def _show(self, touched: Touched | None) -> None:
        """Tell every screen that is open that there is a new snapshot."""
        self._mentions.follow(self.team, touched)
        self._screens.take_snapshot(touched)
        for dialog in self._dialogs:
            dialog.show(touched)

    def _renumber(self, numbers: Mapping[tuple[str, int], int]) -> None:
        cards = {old: new for (table, old), new in numbers.items() if table == "tasks"}
        for old, new in cards.items():
            self._screens.renumber(old, new)
            for dialog in self._dialogs:
                dialog.renumber(old, new)
        if cards:
            self._say_where()

    def _show_people(self) -> None:
        self._screens.show_people()
        for dialog in self._dialogs:
            dialog.show_here()

    def _say_where(self) -> None:
        self._company.say_where(self._screens.current.NAME, self._dialogs)

    @property
    def _dialogs(self) -> list[Dialog[Any]]:
        return [screen for screen in self.screen_stack if isinstance(screen, Dialog)]

    def _delivered_from_thread(self, delivery: Delivery) -> None:
        self.post_message(Delivered(delivery))

    @on(Delivered)
    def _take_delivery(self, message: Delivered) -> None:
        delivery = message.delivery
        touched = delivery.touched
        for settled in delivery.settled:
            outcome = settled.outcome
            if isinstance(outcome, Committed):
                numbers = self._desk.committed(settled.ticket, outcome)
                self._renumber(numbers)
            else:
                gone = self._desk.parked(settled.ticket, outcome)
                touched = None if touched is None else touched | gone
                self._deciding.add(outcome)
        if delivery.people is not None:
            self._company.people = delivery.people
        self._show_status(delivery.status)
        if touched is None or touched or delivery.settled:
            self._screens.expect(delivery.news)
            self._show(self._desk.arrived(delivery.team, touched))
            self._screens.hear(delivery.news)
        for report in delivery.reports:
            self.notify(clean(report), severity="warning", markup=False, timeout=20)
        self.decide_next()

    def _show_status(self, status: Status) -> None:
        if status.sentence and status.sentence != self._status.sentence:
            self.notify(clean(status.sentence), severity="error", markup=False, timeout=10)
        self._status = status
        self._screens.show_status()
        self._show_people()

    def decide_next(self) -> None:
        """Ask about the next change that stands against somebody's work, when nothing else is being asked."""
        self._deciding.ask_next()

    def _is_free(self) -> bool:
        current = self._screens.current
        return self.screen is current and not current.is_asking

    def _bring_up(self, screen: TeamScreen, key: str) -> None:
        """Put another screen on top; keys wait until it has been laid out once."""
        if screen.is_mounted:
            self._gate.open()
        else:
            self._gate.close()
        self.switch_mode(key)


def _warm_up() -> None:
    # In a thread, as it takes longer than a key may; a daemon, as nobody has to wait for it.
    threading.Thread(target=warm, name="tagwerk-warm", daemon=True).start()


def run(folder: Path, person: str, login: str) -> int:
    """Open a team's folder in the terminal; the exit status.

    Raises:
        TagwerkError: the folder cannot be opened.
    """
    from store.repository import open_team
    from tui.terminal import prepare

    prepare()
    repository = open_team(folder, login=login)
    preferences = open_preferences(os.environ, repository.epoch, person)
    presence = presence_in(folder, repository.epoch, repository.client, known_as(repository.team, person))
    app = TagwerkApp(
        repository, person, history=HistoryReader(folder), preferences=preferences, presence=presence
    )
    app.run(mouse=app.preferences.mouse)
    if not app.finish():
        print("The team's folder does not answer. Your last changes wait here and are sent next time.")
    return app.return_code or 0
