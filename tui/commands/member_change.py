"""`tagwerk member edit` and `back`: what is known about a person, and who is in the team."""

from __future__ import annotations

from typing import Any

from store.errors import NotFound, Refused
from store.models import Member
from store.rules import setup
from store.rules.membership import refuse_outsider, refuse_unless_lead
from store.rules.shares import typed as typed_shares
from store.rules.words import quoted
from store.team import Team
from tui.commands import finding
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.changing import done, given
from tui.commands.person_fields import about_person
from tui.commands.session import Session, session
from tui.commands.shapes import member_shape
from tui.commands.values import MaybeDay


def edit(
    call: Call,
    *,
    login: str,
    name: str | None,
    roles: list[str] | None,
    initials: str | None,
    time_zone: str | None,
    hours: float | None,
    days: list[int] | None,
    works_from: str | None,
    works_until: str | None,
    shares: list[str] | None,
    joined_on: MaybeDay | None,
    birthday: str | None,
    pronouns: str | None,
    spoken: str | None,
    holidays: str | None,
) -> Said:
    """Change what is known about a person. Everybody may do that for themselves; the rest is for leads.

    Raises:
        Refused: the person who asks may not, there is no such person, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team = opened.team
        fields = given({"name": name, "initials": initials, "time_zone": time_zone})
        if roles is not None:
            typed = [part for word in roles for part in word.split(",") if part.strip()]
            fields["roles"] = [role.id for part in typed if (role := finding.role(team, part))]
        fields |= given({"working_days": days, "works_from": works_from, "works_until": works_until})
        if hours is not None:
            fields["hours"] = hours if hours >= 0 else None
        fields |= about_person(birthday, pronouns, spoken, holidays)
        if joined_on is not None:
            fields["joined_on"] = joined_on(opened.today)
        member = member_in(team, login)
        if shares is not None:
            fields["shares"] = {**_shares(member), **typed_shares(team, ",".join(shares))}
        return _changed(opened, member, **fields)


def back(call: Call, *, login: str) -> Said:
    """Bring somebody back who has left.

    Raises:
        Refused: the person who asks may not, or nobody of this login has left.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        member = member_in(opened.team, login)
        if not member.left_at:
            raise Refused(f"{quoted(member.login)} is in the team already.")
        return _changed(opened, member, left_at=None)


def _shares(member: Member) -> dict[int, int]:
    """Percent by role; those that are not named stay."""
    return {share.role: share.percent for share in member.shares if share.role in member.roles}


def _changed(opened: Session, member: Member, **fields: Any) -> Said:
    team = opened.team
    if member.login == opened.person:
        refuse_outsider(team, opened.person)
    else:
        refuse_unless_lead(team, opened.person)
    change = setup.edit_member(team, member.login, opened.person, opened.now, **fields)
    return done(
        opened, change, lambda _: {"member": member_shape(opened.team, member_in(opened.team, member.login))}
    )


def member_in(team: Team, typed: str) -> Member:
    """A person by login, also one who has left."""
    low = typed.strip().removeprefix("@").casefold()
    for member in team.all(Member):
        if member.login.casefold() == low:
            return member
    raise NotFound(
        f"Nobody of the login {quoted(typed)} is or was in the team; “tagwerk member list” shows who is."
    )
