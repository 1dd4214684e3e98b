"""Whether a team holds stand-ups, and who has not written her update yet."""

from __future__ import annotations

from datetime import date, timedelta

from store.absences.away import absence_on, away_on
from store.absences.holidays import holiday_on
from store.standup.updates import update_of, updates_on
from store.team import Team

_LATELY = timedelta(days=14)


def holds_standups(team: Team, today: date) -> bool:
    """Whether there was a round or an update in the last two weeks."""
    first, last = (today - _LATELY).isoformat(), today.isoformat()
    return any(
        first <= str(raw.get("day", "")) <= last
        for table in ("rounds", "updates")
        for raw in team.tables.get(table, {}).values()
    )


def owes_update(team: Team, login: str, today: date) -> bool:
    """Whether a member who is not away has written none on a working day, and the team holds stand-ups."""
    is_asked = login in team.members and today.weekday() in team.settings.working_days
    if not is_asked or absence_on(team, login, today) is not None or not holds_standups(team, today):
        return False
    return update_of(team, login, today) is None and not holiday_on(team, team.members[login], today)


def missing(team: Team, day: date) -> list[str]:
    """Logins of the members who have written no update for a day and are not away, by name."""
    over = updates_on(team, day).keys() | away_on(team, day).keys()
    people = [member for member in team.members.values() if member.login not in over]
    return [one.login for one in sorted(people, key=lambda one: (one.display_name.casefold(), one.login))]
