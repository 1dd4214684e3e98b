"""One of several things, chosen by typing a part of its name: a person, a role, a responsibility."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.dialogs.palette import PaletteDialog
from tui.palette.match import rank
from tui.palette.named import Named
from tui.palette.source import Find
from tui.screens.base import TeamScreen
from tui.workplace import Workplace


class ChoosingDialog(PaletteDialog):
    """Gives what was chosen; while nothing is typed, all of it stands in the order given."""

    def __init__(self, place: Workplace, title: str, things: Sequence[Named]) -> None:
        super().__init__(place, _Among(things), title, "type a part of the name")


class _Among:
    """Finds things by their names, or by what else is said about them."""

    def __init__(self, things: Sequence[Named]) -> None:
        self._things = things

    def find(self, typed: str) -> list[Find]:
        """Those that fit; equals stay in their order."""
        ranked = [(rank(typed.strip(), thing.name, thing.detail), thing) for thing in self._things]
        found = [(best, thing) for best, thing in ranked if best is not None]
        if typed.strip():
            found.sort(key=lambda one: one[0])
        return [Find("choice", thing.key, thing.name, thing.detail) for _, thing in found]

    def chosen(self, find: Find) -> None:
        """Nothing has to be remembered: the next question is another one."""


def choose(
    place: Workplace,
    screen: TeamScreen,
    title: str,
    things: Sequence[Named],
    then: Callable[[Named], None],
) -> None:
    """Let a person choose one of some things on a screen; `then` may refuse, and open something itself."""
    known = {thing.key: thing for thing in things}

    def closed(found: Find | None) -> None:
        if found is not None:
            screen.carry_out(lambda: then(known[found.key]))

    place.ask(ChoosingDialog(place, title, things), closed)
