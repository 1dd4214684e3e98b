"""The value of the day: a line at the start, until the first key."""

from __future__ import annotations

from datetime import date

from store.culture.values import in_a_line, value_of_the_day
from store.team import Team
from tui.screens.base import TeamScreen
from widgets.cells import cut


def greet(screen: TeamScreen, team: Team, today: date) -> None:
    """Say it where it is read and disturbs nobody; nothing where the team has no values."""
    value = value_of_the_day(team, today)
    if value is not None:
        screen.say(cut(f"We value: {in_a_line(value, today)}", screen.size.width - 2), warning=False)
