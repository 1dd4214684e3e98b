"""Thanking people, and taking one's own thanks back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from store.change import Change, combine
from store.culture.kudos import in_roles, thanked, to_whom
from store.errors import NotFound, Refused
from store.models import Kudos, Member, Post, PostKind
from store.rules import posts
from store.rules.board import free_number, live_role
from store.rules.membership import refuse_outsider
from store.rules.valid import changed, valid
from store.rules.values import value_numbered
from store.rules.words import quoted
from store.team import Team
from store.text import clean, is_said


def give(
    team: Team,
    words: str,
    by: str,
    now: datetime,
    *,
    people: Sequence[str] = (),
    roles: Sequence[int] = (),
    value: int | None = None,
    tell: bool = False,
    id: int = -1,
) -> Change:
    """Thank people and roles; of a role to which the giver belongs all the others are thanked.

    Args:
        team: the snapshot.
        words: what for.
        by: login of who thanks.
        now: when.
        people: logins.
        roles: numbers.
        value: number of the value that it shows; `None`: none is named.
        tell: whether the news tell everybody.
        id: the negative number that stands for it until the commit.

    Raises:
        NotFound: somebody, a role or the value is not there.
        Refused: nobody would be thanked, one would thank oneself, somebody has left, the value is archived,
            there are no words, or the person is not in the team.
    """
    refuse_outsider(team, by)
    if not is_said(words):
        raise Refused("Say what for, in a sentence or two; thanks without a reason mean little.")
    logins = [_present(team, login) for login in people]
    if by in logins:
        raise Refused("Kudos go to somebody else; nobody thanks themselves.")
    for role in roles:
        live_role(team, role)
    if value is not None:
        shown = value_numbered(team, value)
        if shown.archived_at:
            raise Refused(f"The value {quoted(shown.name)} is archived; name another one, or none.")
    number = free_number(team, "kudos", id)
    fields = {"id": number, "giver": by, "people": logins, "roles": list(roles), "value": value}
    new = valid(Kudos, {**fields, "words": clean(words).strip(), "at": now})
    new = replace(new, in_roles=in_roles(team, new))
    _refuse_nobody(team, new)
    label = f"thanked {to_whom(team, new)}"
    if not tell:
        return Change.insert("kudos", new, label, number).signed(by, now)
    post = free_number(team, "posts", -1)
    told = posts.write(
        team, _title(team, new), by, now, id=post, kind=PostKind.CELEBRATION, body=_body(team, new)
    )
    new = replace(new, post=post)
    return combine([told, Change.insert("kudos", new, label, number)], label).signed(by, now)


def take_back(team: Team, kudos_id: int, by: str, now: datetime) -> Change:
    """Take back what one has said; a post that tells of it goes with it.

    Raises:
        NotFound: there are no such kudos.
        Refused: somebody else gave them, or they are taken back already.
    """
    refuse_outsider(team, by)
    old = kudos_numbered(team, kudos_id)
    if old.giver != by:
        raise Refused(f"{team.name_of(old.giver)} gave these kudos, and only who gave them takes them back.")
    if old.archived_at:
        raise Refused("These kudos are taken back already.")
    label = f"took back the kudos to {to_whom(team, old)}"
    changes = [changed(old, label, {"archived_at": now})]
    post = team.find(Post, old.post) if old.post is not None else None
    if post is not None and not post.archived_at:
        changes.append(changed(post, label, {"archived_at": now}))
    return combine(changes, label).signed(by, now)


def kudos_numbered(team: Team, id: int) -> Kudos:
    """Kudos by their number.

    Raises:
        NotFound: there are none.
    """
    found = team.find(Kudos, id)
    if found is None:
        raise NotFound(f"There are no kudos {id}; “tagwerk kudos” shows those of the last weeks.")
    return found


def _present(team: Team, login: str) -> str:
    low = login.strip().removeprefix("@").casefold()
    for member in team.all(Member):
        if member.login.casefold() == low:
            if member.left_at:
                raise Refused(f"{member.display_name} has left the team; thank them where they read it.")
            return member.login
    raise NotFound(f"Nobody in the team has the login {quoted(login)}; “tagwerk member list” shows who is.")


def _refuse_nobody(team: Team, kudos: Kudos) -> None:
    if not kudos.people and not kudos.roles:
        raise Refused("Say whom you thank: people or a role.")
    for number in kudos.roles:
        role = live_role(team, number)
        others = [m.login for m in team.members.values() if number in m.roles]
        if role and others == [kudos.giver]:
            raise Refused(f"You are the only one in {role.name}; kudos go to somebody else.")
        if role and not others:
            raise Refused(f"Nobody is in {role.name}; thank the people who did it by name.")
    if not thanked(team, kudos):
        raise Refused("Nobody would be thanked; name somebody.")


def _title(team: Team, kudos: Kudos) -> str:
    title = f"Thank you, {to_whom(team, kudos)}!"
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"


def _body(team: Team, kudos: Kudos) -> str:
    shows = f"\n\nIt shows: {value_numbered(team, kudos.value).name}" if kudos.value is not None else ""
    return f"{kudos.words}{shows}"


_LONGEST = 300
"""Characters of a post's title."""
