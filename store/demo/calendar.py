"""The demo's time: working days before today, and the campaign that comes next."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

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
_NOTICE = 10
"""Days that a campaign is away at least: there is still something to prepare."""
_FREEZE = 8
"""Days before a campaign from which on the checkout stays as it is."""


class Calendar:
    """Times and dates as they look from one moment."""

    def __init__(self, now: datetime) -> None:
        self._zone = ZoneInfo(ZONE)
        self._now = now.astimezone(self._zone)
        self.today = self._now.date()
        """The day it is in the shop."""
        self._last_day = self._last_working_day()
        self._days = [self._last_day]
        self._campaign, self._season, self._begins = _next_campaign(self.today)

    def at(self, ago: float) -> datetime:
        """A point in time in working hours, that many working days ago (aware, UTC); always before now.

        `0` is the end of the last working day, or now; `1.5` is the middle of the one before.
        """
        whole = int(ago)
        opens, closes = self._hours(self._day(whole))
        moment = opens + (closes - opens) * (1 - (ago - whole))
        return moment.astimezone(UTC).replace(microsecond=0)

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
        if "{" not in text:
            return text
        newsletter = self.day(3) or self.today
        month = _LONG_MONTHS[(self.today.month - 2) % 12]
        return text.format(
            sale=self._campaign,
            # It is “the summer sale”, but not “the Black Friday”.
            the_sale=name if (name := self._campaign) == "Black Friday" else f"the {name.lower()}",
            season=self._season,
            sale_day=_short(self._begins),
            freeze_day=_short(self._begins - timedelta(days=_FREEZE)),
            newsletter_day=_short(newsletter),
            last_month=month,
        )

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

    def _hours(self, day: date) -> tuple[datetime, datetime]:
        opens = datetime.combine(day, _OPENS, self._zone)
        closes = datetime.combine(day, _CLOSES, self._zone)
        # Reckoned in UTC: on the day when clocks change, local times do not subtract.
        return opens.astimezone(UTC), min(closes, self._now - timedelta(minutes=2)).astimezone(UTC)


def _next_campaign(today: date) -> tuple[str, str, date]:
    """Name, season of its goods, and first day of the next campaign that is far enough away."""
    found = []
    for year in (today.year, today.year + 1):
        first = date(year, 11, 1)
        # The day after the fourth Thursday of November.
        black_friday = first + timedelta(days=(3 - first.weekday()) % 7 + 22)
        found += [
            ("Spring launch", "spring", date(year, 3, 15)),
            ("Summer sale", "summer", date(year, 6, 20)),
            ("Autumn launch", "autumn", date(year, 9, 5)),
            ("Black Friday", "winter", black_friday),
            ("Winter sale", "winter", date(year, 12, 28)),
        ]
    return next(campaign for campaign in found if campaign[2] >= today + timedelta(days=_NOTICE))


def _short(day: date) -> str:
    """`20 Nov`, whatever the language of the machine."""
    return f"{day.day} {_MONTHS[day.month - 1]}"
