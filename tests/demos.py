"""Demo teams, each made once: a test looks at one and changes nothing."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from store.demo import Demo, demo_team
from store.team import Team


@lru_cache(maxsize=100)
def demo_at(now: datetime, tasks: int = 90) -> Demo:
    """The demo as it is at a moment, with so many cards."""
    return demo_team(now, tasks=tasks)


@lru_cache(maxsize=100)
def team_at(now: datetime, tasks: int = 90) -> Team:
    """The same with its history played."""
    return demo_at(now, tasks).team()
