"""`tagwerk responsibility`: who answers for what."""

from __future__ import annotations

from collections.abc import Sequence

from store.duties.responsibilities import leftover_words, of_role, responsibilities, role_of
from store.errors import Refused
from store.models import Duty, Fields, Responsibility
from store.rules import assigning, lookup
from store.rules import responsibilities as rules
from store.rules.words import listed, quoted
from store.team import Team
from tui.commands import finding
from tui.commands.answer import Json, Said
from tui.commands.call import Call
from tui.commands.changing import Grid, done, given, offset
from tui.commands.duty_shapes import responsibility_shape
from tui.commands.session import Session, session
from tui.commands.texts import text_or_input
from tui.commands.values import Move

_ORDER = (Duty.ACCOUNTABLE, Duty.RESPONSIBLE, Duty.CONSULTED, Duty.INFORMED)
"""Who answers comes first."""
_OLD = "in the old form; it becomes one of these when its role is edited"


def everything(call: Call, *, role: str | None = None, person: str | None = None) -> Grid:
    """Role by role, with who has which part in each.

    Raises:
        Refused: there is no such role or person.
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team = opened.team
        wanted = finding.role(team, role) if role is not None else None
        login = lookup.member_named(team, person).login if person is not None else ""
        found = [
            one
            for one in responsibilities(team)
            if (role is None or role_of(team, one) == wanted)
            and (not login or any(login in one.people(duty) for duty in Duty))
        ]
        rows = [_row(team, one) for one in found]
        for other in team.roles if not login else ():
            if role is None or other == wanted:
                rows += [["", word, other.name, _OLD] for word in leftover_words(team, other)]
        content = {"responsibilities": [responsibility_shape(team, one) for one in found]}
        nothing = "Nobody answers for anything here yet; “tagwerk responsibility add NAME --role R” adds it."
        return Grid(rows, (0, 20, 8, 20), content, nothing)


def add(
    call: Call,
    *,
    name: list[str],
    role: str | None,
    accountable: list[str] | None,
    responsible: list[str] | None,
    consulted: list[str] | None,
    informed: list[str] | None,
    details: str | None,
) -> Said:
    """Add something that somebody answers for, behind the others of its role.

    Raises:
        Refused: the person leads no role, somebody or the role is not there, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team = opened.team
        parts = (accountable, responsible, consulted, informed)
        fields: Fields = {d.value: _logins(team, typed) for d, typed in zip(_ORDER, parts, strict=True)}
        if details is not None:
            fields["details"] = text_or_input(call, details)
        found = finding.role(team, role) if role is not None else None
        place = found.id if found else None
        change = rules.add(team, " ".join(name), opened.person, opened.now, role=place, **fields)
        new = change.edits[0].id
        return done(opened, change, lambda numbers: _content(opened, numbers["responsibilities", new]))


def edit(call: Call, *, number: int, name: str | None, role: str | None, details: str | None) -> Said:
    """Change what it is called, says, and belongs to.

    Raises:
        NotFound: there is no such responsibility or role.
        Refused: the person leads no role, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        fields = given({"name": name})
        if details is not None:
            fields["details"] = text_or_input(call, details)
        if role is not None:
            found = finding.role(opened.team, role)
            fields["role"] = found.id if found else None
        change = rules.edit(opened.team, number, opened.person, opened.now, **fields)
        return done(opened, change, lambda _: _content(opened, number))


def assign(call: Call, *, named: str, login: str, duties: list[str], instead: bool, also: bool) -> Said:
    """Give somebody a part in it, or several; where somebody else answers for it, only as is said.

    Raises:
        NotFound: there is no such responsibility or person.
        Refused: the person who asks leads no role, it is put away, or somebody else answers for it.
        StorageError: the folder cannot be written.
    """
    if instead and also:
        raise Refused("It is either --instead of who answers for it now, or --also.")
    with session(call) as opened:
        team = opened.team
        one, who = finding.responsibility(team, named), lookup.member_named(team, login).login
        wanted = [Duty(word) for word in duties]
        others = [each for each in one.accountable if each != who and each in team.members]
        if Duty.ACCOUNTABLE not in wanted or not others or also:
            return _set(opened, one.id, who, wanted, on=True)
        if instead:
            change = assigning.give_alone(team, one.id, who, wanted, opened.person, opened.now)
            return done(opened, change, lambda _: _content(opened, one.id))
        if who in one.accountable:
            return _set(opened, one.id, who, wanted, on=True)
        answers = "answers" if len(others) == 1 else "answer"
        names = listed(map(team.name_of, others))
        raise Refused(
            f"{names} {answers} for {quoted(one.name)} already, and one person should; "
            f"--instead lets {team.name_of(who)} do so alone, --also both."
        )


def unassign(call: Call, *, named: str, login: str, duties: list[str]) -> Said:
    """Take somebody's part in it away; also from somebody who has left the team.

    Raises:
        NotFound: there is no such responsibility or person.
        Refused: the person who asks leads no role, or it is put away.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        one = finding.responsibility(opened.team, named)
        known = {who.casefold(): who for duty in Duty for who in one.people(duty)}
        who = known.get(login.strip().removeprefix("@").casefold())
        who = who if who is not None else lookup.member_named(opened.team, login).login
        return _set(opened, one.id, who, [Duty(word) for word in duties] or list(Duty), on=False)


def move(call: Call, *, number: int, where: Move) -> Said:
    """Move it among those of its role.

    Raises:
        NotFound: there is no such responsibility.
        Refused: the person leads no role, or it is put away.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        one = rules.live_responsibility(opened.team, number)
        by = offset(of_role(opened.team, one.role), number, where)
        change = rules.move(opened.team, number, by, opened.person, opened.now)
        return done(opened, change, lambda _: _content(opened, number))


def archive(call: Call, *, number: int) -> Said:
    """Put it away.

    Raises:
        NotFound: there is no such responsibility.
        Refused: the person leads no role, or it is put away already.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        change = rules.archive(opened.team, number, opened.person, opened.now)
        return done(opened, change, lambda _: _content(opened, number))


def restore(call: Call, *, number: int) -> Said:
    """Bring it back.

    Raises:
        NotFound: there is no such responsibility.
        Refused: the person leads no role, it is not put away, or its role has another one of its name.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        change = rules.restore(opened.team, number, opened.person, opened.now)
        return done(opened, change, lambda _: _content(opened, number))


def _set(opened: Session, number: int, login: str, duties: Sequence[Duty], *, on: bool) -> Said:
    once = list(dict.fromkeys(duties))
    change = rules.set_duties(opened.team, number, login, once, on, opened.person, opened.now)
    return done(opened, change, lambda _: _content(opened, number))


def _logins(team: Team, typed: list[str] | None) -> list[str]:
    names = [name for word in typed or () for name in word.split(",") if name.strip()]
    return [lookup.member_named(team, name).login for name in names]


def _row(team: Team, one: Responsibility) -> list[str]:
    role = role_of(team, one)
    parts = [
        f"{duty.letter} {', '.join(map(team.name_of, one.people(duty)))}"
        for duty in _ORDER
        if one.people(duty)
    ]
    return [str(one.id), one.name, role.name if role else "", "  ".join(parts) or "nobody"]


def _content(opened: Session, number: int) -> Json:
    one = rules.responsibility_numbered(opened.team, number)
    return {"responsibility": responsibility_shape(opened.team, one)}
