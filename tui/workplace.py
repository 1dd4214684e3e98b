"""What a screen needs of the app, and no more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Protocol, TypeVar, Unpack

from textual.screen import Screen

from store.change import Change
from store.errors import TagwerkError
from store.models import Activity
from store.past.flowing import Since
from store.presence import Person
from store.repository import Parked
from store.rules.decision import Decision
from store.team import Team
from tui.delivery import Status
from tui.inbox import Inbox
from tui.keys import Command
from tui.mentions import Mentions
from tui.palette.recent import Recent
from tui.palette.source import Source
from tui.preferences import Preferences, Wishes
from tui.pulse import PulseDesk
from tui.reading import Reading

R = TypeVar("R")


class OtherScreens(Protocol):
    """The screens that have a number key."""

    recent: Recent
    """What was chosen from any screen's palette."""

    @property
    def answers(self) -> Source:
        """Finds who answers for a thing."""

    @property
    def commands(self) -> tuple[Command, ...]:
        """One for each screen, in the order of their keys."""

    def show(self, name: str, at: int | None = None, only: str = "") -> None:
        """Go to a screen, by the name of its command; it is as it was left.

        With `at` the cursor goes to the document of that number there; with `only` it shows just what that
        finds.
        """


class ToDecide(Protocol):
    """Changes of the person's that stand against others' work."""

    @property
    def waiting(self) -> Sequence[Parked]:
        """What there is to decide on, oldest first."""

    def settle(self, outcome: Parked, decision: Decision) -> None:
        """Do what the person has decided.

        Raises:
            Refused: it cannot be done any more; it stays to be decided on.
        """

    def let_go(self, outcome: Parked) -> None:
        """Forget a change that is settled, or that has no place any more."""


class Workplace(Protocol):
    """The app, as screens and dialogs see it."""

    @property
    def team(self) -> Team:
        """The snapshot to show, own waiting changes included."""

    @property
    def person(self) -> str:
        """Login of the person who acts."""

    @property
    def today(self) -> date:
        """The day it is for the team."""

    @property
    def status(self) -> Status:
        """How it stands with the folder."""

    @property
    def screens(self) -> OtherScreens:
        """The screens there are, and the way to them."""

    @property
    def mentions(self) -> Mentions:
        """Comments that name the person and that she has not seen."""

    @property
    def reading(self) -> Reading:
        """What the person has read of the news, and what it still asks of her."""

    @property
    def inbox(self) -> Inbox:
        """All that concerns the person since she last looked."""

    @property
    def deciding(self) -> ToDecide:
        """Changes of the person's that stand against others' work."""

    @property
    def preferences(self) -> Preferences:
        """The person's own settings."""

    def prefer(self, **wishes: Unpack[Wishes]) -> None:
        """Change settings of the person's own: they hold at once and are kept."""

    @property
    def pulse(self) -> PulseDesk:
        """This week's question, and the way of an answer."""

    @property
    def people(self) -> tuple[Person, ...]:
        """Who else has the team open now, one for each running program."""

    def now(self) -> datetime:
        """The time (aware, UTC)."""

    def new_id(self) -> int:
        """A number for a new document until it is committed."""

    def number_of(self, task: int) -> int:
        """What a new card's number has become by now."""

    def act(self, change: Change) -> None:
        """Show a change at once and have it committed; an empty one is left out."""

    def undo(self) -> str:
        """Take back the last step; what it was.

        Raises:
            Refused: there is none, or somebody changed the same since.
        """

    def redo(self) -> str:
        """Do again what was taken back; what it was.

        Raises:
            Refused: there is none, or somebody changed the same since.
        """

    def refuse(self, error: TagwerkError) -> None:
        """Tell a person why something was not done."""

    def tell(self, sentence: str) -> None:
        """Tell a person something."""

    def ask(self, dialog: Screen[R], then: Callable[[R | None], None] | None = None) -> None:
        """Open a dialog; keys that are typed meanwhile wait for it."""

    def hold_keys(self) -> None:
        """Let keys wait from now on."""

    def release_keys(self) -> None:
        """Let the waiting keys go on."""

    def forget_keys(self, before: float) -> int:
        """Leave out waiting keys that were pressed before a moment (Textual's time, in seconds); how many."""

    def drop_typed(self) -> None:
        """What was typed ahead was for something that does not open: it is no command."""

    def copy(self, text: str) -> None:
        """Put a text into the clipboard of the person's terminal."""

    def edit_outside(self, text: str, title: str, card: int) -> str | None:
        """Have the text of a card edited in the person's own editor; `None` when nothing was saved.

        Raises:
            Refused: there is no editor, or it failed.
        """

    def keep_text(self, text: str) -> Path:
        """Keep what a person wrote and could not be saved in a file on this machine; its path.

        Raises:
            OSError: it cannot be kept there either.
        """

    def read_history(
        self, number: int, then: Callable[[tuple[Activity, ...]], None], table: str = "tasks"
    ) -> None:
        """Look up who changed a card, or another document; `then` is called later, in the app's thread."""

    def read_doings(self, person: str, since: datetime, then: Callable[[tuple[Change, ...]], None]) -> None:
        """Look up what somebody did since a moment, the oldest first; `then` is called later, as above."""

    def read_flow(self, since: datetime, then: Callable[[Since | None], None]) -> None:
        """Look up what everybody did since a moment; `then` is called later, as above. `None`: not now."""

    def saw(self, task: int) -> None:
        """The person has a card before her, with what was said on it."""

    def screen_is_ready(self) -> None:
        """A screen's first snapshot is laid out: show it."""

    def leave(self) -> None:
        """End the app after what waits is saved."""
