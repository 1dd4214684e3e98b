"""Commands of the key table, by their name or what they do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.keys import Command, keys_of
from tui.palette.match import WORDS, rank
from tui.palette.source import Find


class CommandSource:
    """What can be done where the palette was opened."""

    kind = "command"

    def __init__(self, commands: Sequence[Command], do: Callable[[Command], None]) -> None:
        # What the footer shows is what people do most.
        self._commands = sorted(commands, key=lambda command: not command.footer)
        self._do = do

    def find(self, query: str, limit: int) -> list[tuple[int, Find]]:
        """By label, by help text, by key, or by some letters of the label."""
        found = []
        for command in self._commands:
            best = rank(query, command.label, command.help)
            if query in keys_of(command):
                best = WORDS if best is None else min(best, WORDS)
            if best is not None:
                found.append((best, command))
        found.sort(key=lambda entry: entry[0])
        return [(best, self._shown(command)) for best, command in found[:limit]]

    def again(self, key: str | int) -> Find | None:
        """A command by its name."""
        return next((self._shown(command) for command in self._commands if command.name == key), None)

    def _shown(self, command: Command) -> Find:
        return Find(
            self.kind,
            command.name,
            command.label,
            command.help,
            next(iter(keys_of(command)), ""),
            lambda: self._do(command),
        )
