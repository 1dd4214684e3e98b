"""Asking a person, one short question after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from store.errors import Refused
from tui.commands.printing import show, tell, width
from tui.commands.world import World
from tui.encoding import encodable
from widgets.cells import cut

T = TypeVar("T")


class Questions:
    """Asks on the terminal; an empty answer takes the default."""

    def __init__(self, world: World) -> None:
        self._world = world

    def say(self, *lines: str) -> None:
        """Explain something before asking."""
        cells = width(self._world)
        show(self._world.stdout, (cut(line, cells) if cells else line for line in lines))

    def ask(self, question: str, default: str, read: Callable[[str], T]) -> T:
        """The answer as `read` understands it; what it refuses is asked again.

        Raises:
            Refused: there is no more input.
        """
        while True:
            stream = self._world.stdout
            asked = f"{question} [{default}] " if default else f"{question} "
            stream.write(encodable(asked, stream.encoding or "utf-8"))
            stream.flush()
            line = self._world.stdin.readline()
            if not line:
                stream.write("\n")
                raise Refused("Nothing was made.")
            try:
                return read(line.strip() or default)
            except Refused as error:
                tell(self._world.stdout, str(error))
