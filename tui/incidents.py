"""What every screen says while something is broken."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from store.models import Post
from store.team import Team
from tui.keys import SCREENS, key_for
from widgets.card_text import moment
from widgets.signs import Signs


def broken(incidents: Sequence[Post], team: Team, today: date, signs: Signs) -> tuple[str, str]:
    """What is broken, and who told it, when, and how many more there are; empty: all is well."""
    if not incidents:
        return "", ""
    newest, more = incidents[0], len(incidents) - 1
    since = moment(newest.at, ZoneInfo(team.settings.time_zone), today).removeprefix("today ")
    others = f", and {more} more" if more else ""
    who = f"{team.name_of(newest.author)}, since {since}{others}"
    return (
        f"{signs.overdue * 2} {newest.title}",
        f"{signs.between}  {who}  ({key_for(SCREENS, 'news')} tells more)",
    )
