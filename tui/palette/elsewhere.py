"""Commands of tabs that are not shown, so that nobody has to know on which one something is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tui.keys import Command, keys_of
from tui.palette.match import DETAIL, INITIALS, rank
from tui.palette.source import Find


@dataclass(frozen=True, slots=True)
class There:
    """A command, and where it is done."""

    screen: str
    """Name of the screen's command."""
    tab: str
    command: Command

    @property
    def key(self) -> str:
        """What tells it from others of its name."""
        return f"{self.screen} {self.tab} {self.command.name}"


class ElsewhereSource:
    """Finds them by what they are called and what they do; nothing unasked."""

    kind = "there"

    def __init__(self, commands: Iterable[There], go: Callable[[There], None]) -> None:
        # What only moves the cursor, or changes what is shown, means something where one sees it.
        self._commands = [one for one in commands if one.command.changes or one.command.opens]
        self._go = go

    def find(self, query: str, limit: int) -> list[tuple[int, Find]]:
        """By label and help text, as one would say it; single letters find too much."""
        ranked = [(rank(query, one.command.label, one.command.help), one) for one in self._commands]
        found = [(best, one) for best, one in ranked if best is not None and best <= DETAIL]
        found = [entry for entry in found if entry[0] != INITIALS] if query else []
        found.sort(key=lambda entry: entry[0])
        return [(best, self._shown(one)) for best, one in found[:limit]]

    def again(self, key: str | int) -> Find | None:
        """One of them, chosen before."""
        return next((self._shown(one) for one in self._commands if one.key == key), None)

    def _shown(self, one: There) -> Find:
        command = one.command
        key = next(iter(keys_of(command)), "")
        said = f"{one.tab}: {command.help}"
        return Find(self.kind, one.key, command.label, said, key, lambda: self._go(one))
