"""What people have said for a day. Where two hosts made two updates of one person, the newest counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime

from store.models import Raw, Round, Update
from store.team import Team


def updates_on(team: Team, day: date) -> dict[str, Update]:
    """Login to update of everyone who has written one for a day, the first one first."""
    wanted = day.isoformat()
    found: dict[str, Update] = {}
    for update in sorted(_those(team, lambda raw: raw.get("day") == wanted), key=last_touched):
        found[update.author] = update
    return dict(sorted(found.items(), key=lambda entry: (entry[1].posted_at, entry[0])))


def update_of(team: Team, login: str, day: date) -> Update | None:
    """What a person has said for a day."""
    wanted = day.isoformat()
    mine = _those(team, lambda raw: raw.get("day") == wanted and raw.get("author") == login)
    return max(mine, key=last_touched, default=None)


def updates_before(team: Team, login: str, day: date) -> list[Update]:
    """What a person has said for the days before one, the newest first, one for each day."""
    mine = _those(team, lambda raw: raw.get("author") == login and str(raw.get("day", "")) < day.isoformat())
    newest: dict[date, Update] = {}
    for update in sorted(mine, key=last_touched):
        newest[update.day] = update
    return sorted((one for one in newest.values() if one.day < day), key=lambda one: one.day, reverse=True)


def updates_between(team: Team, first: date, last: date) -> list[Update]:
    """Everybody's updates from the first to the last of these days, the oldest first."""
    begin, end = first.isoformat(), last.isoformat()
    newest: dict[tuple[date, str], Update] = {}
    for update in sorted(_those(team, lambda raw: begin <= str(raw.get("day", "")) <= end), key=last_touched):
        newest[update.day, update.author] = update
    return [newest[key] for key in sorted(newest)]


def late_updates(team: Team, round: Round) -> list[Update]:
    """The updates for a round's day that came after it had begun, the first one first."""
    return [one for one in updates_on(team, round.day).values() if one.posted_at > round.started_at]


def last_touched(update: Update) -> tuple[datetime, int]:
    """What orders updates by when they were last written."""
    return update.edited_at or update.posted_at, update.id


def _those(team: Team, wanted: Callable[[Raw], bool]) -> Iterator[Update]:
    # As they are kept: of years of updates only those of the days in question are built.
    for id, raw in team.tables.get("updates", {}).items():
        if wanted(raw) and (update := team.find(Update, id)):
            yield update
