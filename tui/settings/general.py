"""The team's name, its days and its time zone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar
from zoneinfo import available_timezones

from store.change import Change
from store.models import Settings, StandupOrder
from store.rules import setup
from store.team import Team
from tui.commands.person_fields import as_kept
from tui.settings.form import Field, Form, Kind, Typed
from tui.settings.looks import DAYS
from tui.settings.section import Section
from widgets.listing_row import Key, Row
from widgets.signs import Signs

_MEANS = {
    "name": "What the team is called, at the top of the screen",
    "time_zone": "Due dates end at midnight there",
    "stale_after": "Working on a card for longer than this marks it as stale",
    "working_days": "The days of the week on which the team works",
    "standup_seconds": "How long one person speaks in a stand-up; nobody is cut off",
    "standup_order": "At random everyone is early as often as late",
    "hours_per_week": "Working hours of who has none of her own; 40 is full time",
    "accountable_limit": "Who answers for more things than this answers for too much",
    "currency": "What amounts of money are in",
    "holidays": "Days off of who keeps no calendars of her own",
}
_LABELS = {
    "name": "Name",
    "time_zone": "Time zone",
    "stale_after": "Days until stale",
    "working_days": "Working days",
    "standup_seconds": "Seconds to speak",
    "standup_order": "Order of speaking",
    "hours_per_week": "Hours a week",
    "accountable_limit": "Answers for at most",
    "currency": "Currency",
    "holidays": "Holidays",
}
_ORDERS = (
    (StandupOrder.RANDOM.value, "at random, fairly"),
    (StandupOrder.FIXED.value, "by name"),
)


class General(Section):
    """One row for each setting; all of them in one form."""

    title: ClassVar[str] = "General"
    thing: ClassVar[str] = "setting"
    heads: ClassVar[tuple[str, ...]] = ("Setting", "Value", "Means")
    least: ClassVar[tuple[int, ...]] = (0, 12, 20)
    tables: ClassVar[frozenset[str]] = frozenset({"settings"})
    useless: ClassVar[frozenset[str]] = frozenset({"add", "lower", "higher", "archive"})

    def rows(self, team: Team, signs: Signs) -> Sequence[Row]:
        """Name, time zone, days, how the stand-up is held, and what people can bear."""
        return [
            Row(name, (label, _shown(team.settings, name), _MEANS[name]), _MEANS[name])
            for name, label in _LABELS.items()
        ]

    def form(self, team: Team, key: Key, signs: Signs) -> Form:
        """All settings; it begins with the one under the cursor."""
        settings = team.settings
        fields = (
            Field("name", _LABELS["name"], settings.name),
            Field(
                "time_zone", _LABELS["time_zone"], settings.time_zone, "like Europe/Berlin", suggestions=zones
            ),
            Field("stale_after", _LABELS["stale_after"], str(settings.stale_after), "days"),
            Field("working_days", _LABELS["working_days"], _numbers(settings), kind=Kind.DAYS),
            Field("standup_seconds", _LABELS["standup_seconds"], str(settings.standup_seconds), "seconds"),
            Field(
                "standup_order",
                _LABELS["standup_order"],
                settings.standup_order.value,
                kind=Kind.CHOICE,
                choices=_ORDERS,
            ),
            Field("hours_per_week", _LABELS["hours_per_week"], f"{settings.hours_per_week:g}", "hours"),
            Field(
                "accountable_limit",
                _LABELS["accountable_limit"],
                str(settings.accountable_limit),
                "responsibilities",
            ),
            Field("currency", _LABELS["currency"], settings.currency, "like EUR"),
            Field("holidays", _LABELS["holidays"], ", ".join(settings.holidays), "like DE-HH, islamic"),
        )

        def change(typed: Typed, by: str, now: datetime) -> Change:
            values: dict[str, Any] = dict(typed)
            if "working_days" in typed:
                values["working_days"] = [int(day) for day in typed["working_days"].split()]
            if "holidays" in typed:
                values["holidays"] = as_kept("holidays", typed["holidays"])
            return setup.edit_settings(team, by, now, **values)

        return Form("General settings", fields, change, first=str(key))


def zones() -> list[str]:
    """The time zones that this computer knows."""
    return sorted(available_timezones())


def days_in_words(settings: Settings) -> str:
    """`Mo Tu We Th Fr`."""
    return " ".join(DAYS[day] for day in sorted(set(settings.working_days)))


def _shown(settings: Settings, name: str) -> str:
    if name == "standup_order":
        return dict(_ORDERS)[settings.standup_order.value]
    if name == "hours_per_week":
        return f"{settings.hours_per_week:g}"
    if name == "holidays":
        return ", ".join(settings.holidays)
    return days_in_words(settings) if name == "working_days" else str(getattr(settings, name))


def _numbers(settings: Settings) -> str:
    return " ".join(str(day) for day in sorted(set(settings.working_days)))
