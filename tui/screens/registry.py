"""The screens there are. A new one is a command in `keys.SCREENS`, a `TeamScreen`, and a line here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.keys import SCREENS, Command
from tui.screens.base import TeamScreen
from tui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Entry:
    """One screen, before it is built."""

    command: Command
    """Its key, its name and what it is for."""
    build: Callable[[Workplace], TeamScreen]
    """Makes it; imports it only then, so that a start-up loads no screen that nobody looks at."""


def _board(place: Workplace) -> TeamScreen:
    from tui.screens.board import BoardScreen

    return BoardScreen(place)


def _goals(place: Workplace) -> TeamScreen:
    from tui.screens.goals import GoalsScreen

    return GoalsScreen(place)


def _news(place: Workplace) -> TeamScreen:
    from tui.screens.news import NewsScreen

    return NewsScreen(place)


def _standup(place: Workplace) -> TeamScreen:
    from tui.screens.standup import StandupScreen

    return StandupScreen(place)


def _team(place: Workplace) -> TeamScreen:
    from tui.screens.people import PeopleScreen

    return PeopleScreen(place)


def _training(place: Workplace) -> TeamScreen:
    from tui.screens.training import TrainingScreen

    return TrainingScreen(place)


def _figures(place: Workplace) -> TeamScreen:
    from tui.screens.figures import FiguresScreen

    return FiguresScreen(place)


def _culture(place: Workplace) -> TeamScreen:
    from tui.screens.culture import CultureScreen

    return CultureScreen(place)


_BUILDS = (_board, _goals, _news, _standup, _team, _training, _figures, _culture)
REGISTRY: Sequence[Entry] = tuple(
    Entry(command, build) for command, build in zip(SCREENS, _BUILDS, strict=True)
)
"""Every screen in the order of its keys; the first one is shown at the start."""
