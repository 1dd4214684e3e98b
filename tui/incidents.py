"""What every screen says while something is broken."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from store.models import Post
from store.team import Team
from tui.keys import SCREENS, key_for
from widgets.signs import Signs


def broken(incidents: Sequence[Post], team: Team, signs: Signs) -> str:
    """The newest incident, who told it and since when, and how many more there are; empty: all is well."""
    if not incidents:
        return ""
    newest, more = incidents[0], len(incidents) - 1
    at = newest.at.astimezone(ZoneInfo(team.settings.time_zone))
    others = f", and {more} more" if more else ""
    who = f"{team.name_of(newest.author)}, since {at:%H:%M}{others}"
    return (
        f"{signs.overdue * 2} {newest.title}  {signs.between}  {who}  ({key_for(SCREENS, 'news')} tells more)"
    )
