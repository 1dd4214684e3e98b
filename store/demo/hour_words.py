"""When the demo's people work, for which roles, and since when."""

from __future__ import annotations

from typing import NamedTuple


class HourStory(NamedTuple):
    """What is known about a person's time."""

    joined: int
    """Days ago on which she began."""
    hours: float | None = None
    """A week; `None`: as many as usual."""
    days: tuple[int, ...] = ()
    """Days of the week, Monday is 0; empty: those of the team."""
    time: str = "09:00 17:30"
    """From and until."""
    shares: tuple[tuple[str, int], ...] = ()
    """Role and percent."""


HOURS = {
    "svea": HourStory(3420, time="08:30 17:30"),
    "linh": HourStory(2710, shares=(("catalogue", 70), ("purchasing", 30))),
    "elif": HourStory(980, 30, (0, 1, 2, 3), "08:00 16:00"),
    "amara": HourStory(1530, time="09:30 18:00"),
    "sam": HourStory(1240, shares=(("photo", 60), ("marketing", 40)), time="09:00 17:00"),
    "noa": HourStory(2065),
    "priya": HourStory(1830, time="10:00 19:00"),
    "tomasz": HourStory(770),
    "ines": HourStory(2390, time="08:00 17:00"),
    "kofi": HourStory(410, 32, (0, 1, 2, 4), "10:00 18:30"),
    "jonas": HourStory(3100, time="07:00 15:30"),
    "dario": HourStory(1120, time="07:00 15:30"),
    "mehmet": HourStory(2880),
    "ruth": HourStory(1960, 32, (0, 1, 2, 3), "08:30 17:00", (("finance", 80), ("management", 20))),
}
"""By login."""
