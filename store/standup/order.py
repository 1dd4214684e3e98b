"""In which order people speak."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256

from store.models import Round, StandupOrder
from store.standup.rounds import rounds_between
from store.team import Team

_MEMORY = timedelta(days=28)
"""How far back places count."""
_CHANCE = 0.5
"""How much of a day's order is chance: at most half of the whole way from the first place to the last."""


def speaking_order(team: Team, day: date) -> list[str]:
    """The logins of all members as they are to speak on a day; see `Settings.standup_order`.

    At random everyone is early as often as late: who spoke late in the last four weeks comes early, and
    whoever had no turn in the last round comes first. The same team and day give the same order everywhere.
    """
    if team.settings.standup_order is StandupOrder.FIXED:
        members = sorted(team.members.values(), key=lambda one: (one.display_name.casefold(), one.login))
        return [member.login for member in members]
    past = [one for one in rounds_between(team, day - _MEMORY, day) if one.day < day]
    late = _lateness(past)
    missed = _missed(past[-1]) if past else set()

    def place(login: str) -> tuple[bool, float, str]:
        return login not in missed, _chance(team, day, login) * _CHANCE - late[login], login

    return sorted(team.members, key=place)


def _lateness(rounds: Sequence[Round]) -> defaultdict[str, float]:
    """How much later than the middle each person spoke: half a round each time she was the last."""
    late: defaultdict[str, float] = defaultdict(float)
    for one in rounds:
        last = max(len(one.order) - 1, 1)
        for place, login in enumerate(one.order):
            # A place in which somebody did not speak is no privilege.
            if login in one.spoken or login == one.current:
                late[login] += place / last - 0.5
    return late


def _missed(last: Round) -> set[str]:
    """Who was to speak in a round and did not."""
    return {*last.order} - {*last.spoken, last.current}


def _chance(team: Team, day: date, login: str) -> float:
    """A number from 0 to 1 that is the same on every host."""
    seed = f"{team.settings.name}|{day.isoformat()}|{login}"
    return int.from_bytes(sha256(seed.encode("utf-8", "replace")).digest()[:6], "big") / 2**48
