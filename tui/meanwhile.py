"""What others did to a card, a goal or a post while somebody had it open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from store.models import Activity, Goal, Post, Task
from store.rules.valid import called
from store.rules.words import listed
from store.team import Team
from widgets.card_text import moment

_CALLED = {Goal: "goal", Post: "post", Task: "card"}
_KEPT = {"id", "unknown", "position", "column_since", "started_at", "finished_at", "archived_at", "edited_at"}
"""Fields that follow from others, or are told in words of their own."""


def changed_since(before: Task | Goal | Post, now: Task | Goal | Post | None) -> str:
    """What is different now, as a sentence without its full stop; empty where nothing is."""
    what = _CALLED[type(before)]
    if now is None:
        return f"The {what} was taken back meanwhile"
    if now.archived_at and not before.archived_at:
        return f"The {what} was put away meanwhile"
    old = dict(before.items())
    fields = [called(name) for name, value in now.items() if name not in _KEPT and value != old.get(name)]
    return f"Changed meanwhile: {listed(fields)}" if fields else ""


def put_away_by(team: Team, history: Sequence[Activity], today: date) -> str:
    """Who put a card away last and when, in brackets behind a sentence; empty while that is not known."""
    newest = next((activity for activity in history if "archived_at" in activity.fields), None)
    if newest is None:
        return ""
    zone = ZoneInfo(team.settings.time_zone)
    return f" ({team.name_of(newest.by)}, {moment(newest.at, zone, today)})"
