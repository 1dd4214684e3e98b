"""What a person can do with a key, and the keys that she has given it herself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, eq=False)
class Command:
    """Something a person can do with a key. Two screens' commands of one name are two commands."""

    name: str
    """The method that does it is `do_` and this name."""
    usual_keys: tuple[str, ...]
    """Characters as typed, or Textual's names for the others; the first is the one that is shown. Without
    any it stands in the palette only."""
    label: str
    """One or two words for the footer."""
    help: str
    """A sentence for the help screen."""
    footer: bool = False
    """Whether the footer shows it."""
    essential: bool = False
    """Whether the footer shows it also where there is little room."""
    changes: bool = False
    """Whether it changes something, which only who is in the team may."""
    leads: bool = False
    """Whether it changes what the team has agreed on, which only who leads a role may."""
    opens: bool = False
    """Whether it opens something that the next keys are for."""
    after: Command | None = None
    """The command whose key has to be pressed before it, and that waits for it; `None`: none."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that it has for this person."""
        return _own_keys.get(self, self.usual_keys)


def called(command: Command, label: str) -> Command:
    """The same command for a footer that calls it otherwise."""
    return replace(command, usual_keys=command.keys, label=label)


def for_leads(*commands: Command) -> tuple[Command, ...]:
    """The same commands, but for taking back: they are only for who leads a role."""
    return tuple(
        one if one.name in _EVERYBODYS or not one.changes else replace(one, leads=True) for one in commands
    )


_EVERYBODYS = ("undo", "redo")
_own_keys: dict[Command, tuple[str, ...]] = {}


def rebind(own: Mapping[Command, tuple[str, ...]]) -> None:
    """From now on these commands have these keys, and all others their usual ones.

    A program has one person before it, so this holds for all of it: find, footer, help and palette.
    """
    _own_keys.clear()
    _own_keys.update(own)
