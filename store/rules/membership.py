"""Who may change things: the people in the team; while nobody is in it, everybody."""

from __future__ import annotations

from shlex import quote

from store.errors import Refused
from store.rules.words import quoted
from store.team import Team


def known_as(team: Team, name: str) -> str:
    """The member's login that is meant by a name in whatever case, or the name itself."""
    return next((login for login in team.members if login.casefold() == name.casefold()), name)


def refuse_outsider(team: Team, login: str) -> None:
    """Raises `Refused` when there are people in the team and this one is not."""
    if team.members and login not in team.members:
        raise Refused(
            f"{quoted(login)} is not in the team and can only read. If you are somebody else, "
            f"add --as NAME; else ask a colleague: “tagwerk member add {quote(login)}”."
        )
