"""From a key that was pressed to what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.keys.command import Command

if TYPE_CHECKING:
    # The command line reads the tables and must not wait for Textual.
    from textual import events

_SAME = {"ctrl+j": "enter"}
"""A terminal sends a line feed for enter until the app has set it up."""


def name_of(event: events.Key) -> str:
    """A key as the table names it: the character that was typed, or Textual's name."""
    if event.character is not None and event.is_printable:
        return event.character
    return _SAME.get(event.key, event.key)


def as_typed(event: events.Key) -> tuple[events.Key, ...]:
    """The keys that a person typed where Textual reports another one.

    Escape and a key in one packet look like that key with alt, which no command has.
    """
    from textual.events import Key

    if event.key.startswith("alt+") and event.character is not None and event.is_printable:
        return Key("escape", "\x1b"), Key(event.character, event.character)
    if event.key in _SAME:
        return (Key(_SAME[event.key], "\r"),)
    return (event,)


def find(commands: tuple[Command, ...], event: events.Key) -> Command | None:
    """The command of a key, if it has one."""
    name = name_of(event)
    return next((command for command in commands if name in command.keys), None)
