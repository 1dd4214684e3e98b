"""Until when somebody who is away stays away."""

from __future__ import annotations

from datetime import date, timedelta

from store.models import Absence
from store.team import Team


def away_until(team: Team, day: date) -> dict[str, date]:
    """Login of who is away on a day to its last day; absences that follow each other are one."""
    spans: dict[str, list[tuple[date, date]]] = {}
    for absence in team.all(Absence):
        if not absence.archived_at and absence.end >= day:
            spans.setdefault(absence.person, []).append((absence.start, absence.end))
    found: dict[str, date] = {}
    for login, hers in spans.items():
        last = day - timedelta(days=1)
        for start, end in sorted(hers):
            if start <= last + timedelta(days=1):
                last = max(last, end)
        if last >= day:
            found[login] = last
    return found
