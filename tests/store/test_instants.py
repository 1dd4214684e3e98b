"""What people write for a time that has passed."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from store.errors import Refused
from store.instants import instant

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 25, 10, 30, tzinfo=UTC)
"""A Wednesday, 11:30 in Berlin."""


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-11-20", "2026-11-19T23:00", "2026-11-20T22:59"),
        ("2026-11-20 14:30", "2026-11-20T13:30", "2026-11-20T13:30"),
        ("2026-11-20T14:30", "2026-11-20T13:30", "2026-11-20T13:30"),
        ("20.11.", "2026-11-19T23:00", "2026-11-20T22:59"),
        ("25.12.", "2025-12-24T23:00", "2025-12-25T22:59"),
        ("20.11.2024 9:00", "2024-11-20T08:00", "2024-11-20T08:00"),
        ("yesterday", "2026-11-23T23:00", "2026-11-24T22:59"),
        ("Wed", "2026-11-17T23:00", "2026-11-18T22:59"),
        ("tue 9:00", "2026-11-24T08:00", "2026-11-24T08:00"),
        ("11:15", "2026-11-25T10:15", "2026-11-25T10:15"),
        ("18:00", "2026-11-24T17:00", "2026-11-24T17:00"),
        ("3d", "2026-11-22T10:30", "2026-11-22T10:30"),
        ("90m", "2026-11-25T09:00", "2026-11-25T09:00"),
    ],
)
def test_times_are_read_as_people_write_them(text: str, first: str, last: str) -> None:
    """By the clock of the reader's time zone; a day lasts to its end, a minute too."""
    found = instant(text, NOW, BERLIN)

    assert (f"{found.first:%Y-%m-%dT%H:%M}", f"{found.last:%Y-%m-%dT%H:%M}") == (first, last)


def test_a_commit_can_be_named() -> None:
    """`@1234` is the moment after that commit."""
    assert instant("@1234", NOW, BERLIN).commit == 1234


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2026-13-01", "31.2.", "25:00", "14:30 14:30", "@", "99999w", "fri noon", "٢d", "1e3"],
)
def test_what_is_no_time_is_refused(text: str) -> None:
    """With the ways to write one."""
    with pytest.raises(Refused, match=r"is not a time; write 2026-11-20"):
        instant(text, NOW, BERLIN)
