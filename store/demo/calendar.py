"""The demo's time: working days before today, and the campaign that comes next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from store.demo.seasons import last_campaign, next_campaign, next_holiday
from store.demo.shop import ZONE

_OPENS, _CLOSES = time(8, 30), time(17, 30)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_FREEZE = 8
"""Days before a campaign from which on the checkout stays as it is."""

_POSTED = {"express": 1, "home": 3, "near": 5, "far": 8, "customs": 10}
"""Days before a holiday on which a parcel leaves at the latest, by how far it has to go."""


class Calendar:
    """Times and dates as they look from one moment."""

    def __init__(self, now: datetime) -> None:
        self._zone = ZoneInfo(ZONE)
        self._now = now.astimezone(self._zone)
        self.today = self._now.date()
        """The day it is in the shop."""
        self._last_day = self._last_working_day()
        self._days = [self._last_day]
        self._hours: dict[int, tuple[datetime, datetime]] = {}
        """First and last moment of each working day, by how many of them ago it was (UTC)."""
        self._campaign, self._season, self._begins = next_campaign(self.today)

    def at(self, ago: float) -> datetime:
        """A point in time in working hours, that many working days ago (aware, UTC); always before now.

        `0` is the end of the last working day, or now; `1.5` is the middle of the one before.
        """
        whole = int(ago)
        if whole not in self._hours:
            self._hours[whole] = self._working_hours(self._day(whole))
        opens, closes = self._hours[whole]
        moment = opens + (closes - opens) * (1 - (ago - whole))
        return moment.astimezone(UTC).replace(microsecond=0)

    @property
    def is_begun(self) -> bool:
        """Whether somebody works today already; today is the working day 0 then, else it is one before."""
        return self._last_day == self.today

    def workday(self, ago: int) -> date:
        """The date of a working day, as `at` counts them."""
        return self._day(ago)

    def day(self, when: int | str | None) -> date | None:
        """The day that many days away, or the campaign's `freeze` or `sale`; only today may be a weekend."""
        if when is None:
            return None
        if isinstance(when, str):
            return self._begins - timedelta(days=_FREEZE if when == "freeze" else 0)
        day = self.today + timedelta(days=when)
        while when and day.weekday() > 4:
            day += timedelta(days=1 if when > 0 else -1)
        return day

    def fill(self, text: str) -> str:
        """A text with the campaign's and the calendar's words in it."""
        return text.format_map(self._words) if "{" in text else text

    @cached_property
    def _words(self) -> Mapping[str, str]:
        """The words that texts have in braces; `{+3}` is the day in three days."""
        newsletter = self.day(3) or self.today
        holiday, closed = next_holiday(self.today)
        known = {
            "sale": self._campaign,
            # It is “the summer sale”, but not “the Black Friday”.
            "the_sale": name if (name := self._campaign) == "Black Friday" else f"the {name.lower()}",
            "last_sale": last_campaign(self.today)[0],
            "season": self._season,
            "sale_day": _short(self._begins),
            "freeze_day": _short(self._begins - timedelta(days=_FREEZE)),
            "newsletter_day": _short(newsletter),
            "last_month": _LONG_MONTHS[(self.today.month - 2) % 12],
            "holiday": holiday,
        }
        posting = {f"post_{to}": _short(_working_day(closed, days)) for to, days in _POSTED.items()}
        return _Words(self, known | posting)

    def _last_working_day(self) -> date:
        """Today, or the day before on which somebody worked."""
        begun = self._now.time() > time(_OPENS.hour + 1)
        day = self.today if begun else self.today - timedelta(days=1)
        while day.weekday() > 4:
            day -= timedelta(days=1)
        return day

    def _day(self, back: int) -> date:
        while len(self._days) <= back:
            day = self._days[-1] - timedelta(days=1)
            while day.weekday() > 4:
                day -= timedelta(days=1)
            self._days.append(day)
        return self._days[back]

    def _working_hours(self, day: date) -> tuple[datetime, datetime]:
        opens = datetime.combine(day, _OPENS, self._zone)
        closes = datetime.combine(day, _CLOSES, self._zone)
        # Reckoned in UTC: on the day when clocks change, local times do not subtract.
        return opens.astimezone(UTC), min(closes, self._now - timedelta(minutes=2)).astimezone(UTC)


class _Words(dict[str, str]):
    """Words by name; days by how far away they are."""

    def __init__(self, calendar: Calendar, known: Mapping[str, str]) -> None:
        super().__init__(known)
        self._calendar = calendar

    def __missing__(self, days: str) -> str:
        return _short(self._calendar.day(int(days)) or self._calendar.today)


def _working_day(before: date, days: int) -> date:
    """The working day that many days before a day, or the one before that."""
    day = before - timedelta(days=days)
    return day - timedelta(days=max(0, day.weekday() - 4))


def _short(day: date) -> str:
    """`20 Nov`, whatever the language of the machine."""
    return f"{day.day} {_MONTHS[day.month - 1]}"
