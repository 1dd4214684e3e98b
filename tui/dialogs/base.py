"""What forms and questions over a screen have in common."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual import events
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.keys import Command, find
from tui.workplace import Workplace

R = TypeVar("R")


class Dialog(ModalScreen[R]):
    """A screen over the board that takes its keys in order, also while it opens and closes.

    A subclass names its commands; each is a method `do_` and its name. Keys that are no command go to what
    has the focus.
    """

    KEYS: ClassVar[tuple[Command, ...]] = ()

    def __init__(self, place: Workplace | None = None) -> None:
        super().__init__()
        self.place = place

    def on_mount(self) -> None:
        """Let the keys that waited for this dialog go on, once it is there."""
        self.call_after_refresh(self._ready)

    def take_key(self, event: events.Key) -> bool:
        """Whether the key was a command here."""
        command = find(self.KEYS, event)
        if event.key == "enter" and isinstance(self.focused, Input):
            command = self.on_enter() or command
        if command is None:
            return False
        if self.focused is None:
            self.run_command(command)
        else:
            # What was typed before is still in the focused field's queue: the command waits behind it, and
            # the keys behind the command wait for what it does.
            self._hold()
            self.focused.call_later(self._run_and_release, command)
        return True

    def on_enter(self) -> Command | None:
        """The command that enter means in a field of one line."""
        return None

    def run_command(self, command: Command) -> None:
        """Do what a command says."""
        getattr(self, f"do_{command.name}")()

    def _run_and_release(self, command: Command) -> None:
        self.run_command(command)
        self._ready()

    def _hold(self) -> None:
        if self.place is not None:
            self.place.hold_keys()

    def _ready(self) -> None:
        if self.place is not None:
            self.place.release_keys()
