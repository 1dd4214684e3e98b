"""The year of the demo's shop: its campaigns, and the holidays before which everybody posts parcels."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

_NOTICE = 10
"""Days that the next campaign is away at least: there is still something to prepare."""
_COUNTED = 40
"""Days after which a campaign can be looked back on: what was sent back has arrived."""
_POSTING = 13
"""Days that the next holiday is away at least: parcels to all countries can still arrive before it."""

Campaign = tuple[str, str, date]
"""Its name, the season of its goods, and its first day."""


def next_campaign(today: date) -> Campaign:
    """The next campaign that is far enough away."""
    soon = today + timedelta(days=_NOTICE)
    return next(campaign for campaign in _campaigns(today.year, today.year + 1) if campaign[2] >= soon)


def last_campaign(today: date) -> Campaign:
    """The last campaign of which all numbers are known."""
    known = today - timedelta(days=_COUNTED)
    return [campaign for campaign in _campaigns(today.year - 1, today.year) if campaign[2] <= known][-1]


def next_holiday(today: date) -> tuple[str, date]:
    """Name and first day of the next holiday before which people wait for parcels."""
    soon = today + timedelta(days=_POSTING)
    return next(holiday for holiday in _holidays(today.year, today.year + 1) if holiday[1] >= soon)


def _campaigns(*years: int) -> Iterator[Campaign]:
    for year in years:
        first = date(year, 11, 1)
        # The day after the fourth Thursday of November.
        black_friday = first + timedelta(days=(3 - first.weekday()) % 7 + 22)
        yield "Spring launch", "spring", date(year, 3, 15)
        yield "Summer sale", "summer", date(year, 6, 20)
        yield "Autumn launch", "autumn", date(year, 9, 5)
        yield "Black Friday", "winter", black_friday
        yield "Winter sale", "winter", date(year, 12, 28)


def _holidays(*years: int) -> Iterator[tuple[str, date]]:
    for year in years:
        easter = _easter(year)
        yield "Easter", easter - timedelta(days=2)
        yield "Whitsun", easter + timedelta(days=49)
        yield "mid-August", date(year, 8, 15)
        yield "Unity Day", date(year, 10, 3)
        yield "Christmas", date(year, 12, 24)
        yield "New Year", date(year, 12, 31)


def _easter(year: int) -> date:
    """Easter Sunday, by the method of Meeus/Jones/Butcher for the Gregorian calendar."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + week - 7 * ((a + 11 * h + 22 * week) // 451) + 114, 31)
    return date(year, month, day + 1)
