"""Hours in which a person wants to hear nothing."""

from __future__ import annotations

from datetime import datetime

from store.absences.away import There, is_in, local_time
from store.errors import Refused
from store.phrases import quoted
from store.team import Team
from store.working_hours import span, spoken_span

NEVER = "none"
OUTSIDE = "outside hours"


def is_quiet(wanted: str, team: Team, person: str, now: datetime) -> bool:
    """Whether it is quiet for a person now, where she is.

    Args:
        wanted: `none`, `outside hours`, or from when until when, like `20:00-07:00`.
        team: the snapshot.
        person: login.
        now: the time (aware).
    """
    if wanted == NEVER:
        return False
    if wanted == OUTSIDE:
        return is_in(team, person, now).there is not There.IN
    begin, _, end = wanted.partition("-")
    clock = f"{local_time(team, team.members.get(person), now):%H:%M}"
    return begin <= clock < end if begin <= end else clock >= begin or clock < end


def hours(text: str) -> str:
    """From when until when, as it is kept: `20-7` as `20:00-07:00`.

    Raises:
        Refused: it is not two times of day, or all of the day.
    """
    begin, end = span(text)
    if not begin:
        return NEVER
    if begin == end:
        raise Refused(
            f"{quoted(text)} is no time at all; turn bell and notifications off to hear nothing ever."
        )
    return spoken_span(begin, end)
