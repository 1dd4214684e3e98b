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


def updates_before(team: Team, login: str, day: date, most: int) -> list[Update]:
    """What a person has said for the last days before one, the newest first, one for each of `most` days."""
    limit = day.isoformat()
    raws = team.tables.get("updates", {}).items()
    mine = [(str(raw.get("day", "")), id) for id, raw in raws if raw.get("author") == login]
    newest: dict[date, Update] = {}
    # Only those that are wanted are built: somebody may have said something on a thousand days.
    for written, id in sorted((entry for entry in mine if entry[0] < limit), reverse=True):
        if len(newest) == most and written < min(newest).isoformat():
            break
        update = team.find(Update, id)
        if update is not None and update.day < day:
            newest[update.day] = max(newest.get(update.day, update), update, key=last_touched)
    return list(newest.values())


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
