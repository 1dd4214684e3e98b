"""Where a round is: who was there, who has the word, who is still to speak."""

from __future__ import annotations

from datetime import date

from store.models import Round
from store.team import Team


def open_round(team: Team, day: date) -> Round | None:
    """The round of a day that goes on; the oldest one where two were started at once."""
    return min((one for one in rounds_on(team, day) if not one.ended_at), key=_start, default=None)


def rounds_on(team: Team, day: date) -> list[Round]:
    """The rounds of one day, the oldest first."""
    return rounds_between(team, day, day)


def rounds_between(team: Team, first: date, last: date) -> list[Round]:
    """The rounds from the first to the last of these days, the oldest first."""
    begin, end = first.isoformat(), last.isoformat()
    raws = team.tables.get("rounds", {})
    # As they are kept: of years of rounds only those of the days in question are built.
    ids = [id for id, raw in raws.items() if begin <= str(raw.get("day", "")) <= end]
    return sorted((one for id in ids if (one := team.find(Round, id))), key=_start)


def people(team: Team, round: Round) -> list[str]:
    """Who takes part, in the order of the round; who came into the team meanwhile is the last."""
    order = [login for login in round.order if login in team.members]
    return list(dict.fromkeys([*order, *(() if round.ended_at else team.members)]))


def waiting(team: Team, round: Round) -> list[str]:
    """Who is still to speak, in that order; nobody once the round is over."""
    if round.ended_at:
        return []
    over = {*round.spoken, *round.skipped, round.current}
    return [login for login in people(team, round) if login not in over]


def next_of(team: Team, round: Round) -> str:
    """Login of who speaks next; empty where nobody is left."""
    return next(iter(waiting(team, round)), "")


def speaking(round: Round) -> str:
    """Login of who has the word; empty before the first turn, after the last one and after the end."""
    return "" if round.ended_at else round.current


def absent(round: Round) -> list[str]:
    """Logins of those who were marked as not there and did not speak all the same."""
    return [login for login in round.skipped if login not in round.spoken and login != speaking(round)]


def _start(round: Round) -> tuple[date, object, int]:
    return round.day, round.started_at, round.id
