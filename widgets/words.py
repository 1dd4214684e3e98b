"""Short forms of what is written in several places."""

from __future__ import annotations

from datetime import date

from store.models import Task

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def number(task: Task) -> str:
    """A card's number for reading; one that is not committed yet has none."""
    return f"#{task.id}" if task.id > 0 else "#…"


def day(when: date, today: date) -> str:
    """A date, short: `today`, `12 Mar`, with the year only where it is another one."""
    if when == today:
        return "today"
    text = f"{when.day} {_MONTHS[when.month - 1]}"
    return text if when.year == today.year else f"{text} {when.year % 100:02}"
