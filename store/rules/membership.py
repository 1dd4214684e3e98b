"""Who may change things: the people in the team; while nobody is in it, everybody."""

from __future__ import annotations

from shlex import quote

from store.errors import Refused
from store.rules.words import listed, quoted
from store.team import Team

SAYS = "says who answers for what"
"""What only leads do with responsibilities."""
_NAMED = 6
"""Leads that a sentence names; whoever knows those knows the others."""


def known_as(team: Team, name: str) -> str:
    """The member's login that is meant by a name in whatever case, or the name itself."""
    return next((login for login in team.members if login.casefold() == name.casefold()), name)


def refuse_outsider(team: Team, login: str) -> None:
    """Raises `Refused` when there are people in the team and this one is not."""
    if team.members and login not in team.members:
        if login in team.left:
            raise Refused(
                f"{quoted(login)} has left the team and can only read. If you are somebody else, "
                f"add --as NAME; else ask a colleague: “tagwerk member back {quote(login)}”."
            )
        raise Refused(
            f"{quoted(login)} is not in the team and can only read. If you are somebody else, "
            f"add --as NAME; else ask a colleague: “tagwerk member add {quote(login)}”."
        )


def leads(team: Team) -> list[str]:
    """Logins of the people who lead a role or stand in for who does, in the order of the roles."""
    named = [login for role in team.roles for login in (role.lead, role.deputy)]
    return [login for login in dict.fromkeys(named) if login in team.members]


def is_lead(team: Team, login: str) -> bool:
    """Whether a person decides for the team; while nobody leads a role, everybody in it does."""
    return login in (leads(team) or team.members)


def refuse_unless_lead(team: Team, login: str, what: str = "changes the team's settings") -> None:
    """Refuse to change what the team has agreed on; while nobody leads a role, everybody in the team may.

    Args:
        team: the snapshot.
        login: of the person.
        what: what only leads do, as a phrase for the sentence.

    Raises:
        Refused: there are leads, and this person is none; or this person is not in the team at all.
    """
    refuse_outsider(team, login)
    may = leads(team)
    if may and login not in may:
        names = [team.name_of(lead) for lead in may[:_NAMED]]
        names += [f"{len(may) - _NAMED} more"] if len(may) > _NAMED else []
        raise Refused(f"Only who leads a role {what}; ask {listed(names, 'or')}.")


def refuse_unless_own(team: Team, person: str, by: str, what: str) -> None:
    """Refuse to change what is somebody else's; who leads a role may, and everybody while nobody does.

    Args:
        team: the snapshot.
        person: login of whose it is.
        by: login of who acts.
        what: what it is, for the sentence: `absence`.

    Raises:
        Refused: this person may not, or is not in the team.
    """
    refuse_outsider(team, by)
    may = leads(team)
    if by != person and may and by not in may:
        name = team.name_of(person)
        raise Refused(f"This {what} is {name}'s; ask {name}, or who leads a role.")
