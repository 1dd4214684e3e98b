"""What somebody answers for: who leads a role writes it, and says who has which part in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from store.change import Change, combine
from store.duties.responsibilities import of_role
from store.errors import NotFound, Refused
from store.models import Duty, Responsibility
from store.rules.arranging import at, at_the_end, labelled, moved
from store.rules.board import free_number, live_role, refuse_strangers
from store.rules.membership import SAYS, refuse_unless_lead
from store.rules.valid import called, changed, refuse_unknown, valid
from store.rules.words import listed, quoted
from store.team import Team

_TABLE = "responsibilities"
_PEOPLE = tuple(duty.value for duty in Duty)
"""The fields with logins."""
_EDITED = ("name", "details", "role", *_PEOPLE)
_AWAY = "archived_at"
_GIVEN = {
    Duty.RESPONSIBLE: "let {} do the work of {}",
    Duty.ACCOUNTABLE: "let {} answer for {}",
    Duty.CONSULTED: "had {} consulted about {}",
    Duty.INFORMED: "had {} informed about {}",
}
_TAKEN = {
    Duty.RESPONSIBLE: "let {} no longer do the work of {}",
    Duty.ACCOUNTABLE: "let {} no longer answer for {}",
    Duty.CONSULTED: "had {} no longer consulted about {}",
    Duty.INFORMED: "had {} no longer informed about {}",
}


def responsibility_numbered(team: Team, number: int) -> Responsibility:
    """A responsibility by its number.

    Raises:
        NotFound: there is none.
    """
    found = team.find(Responsibility, number)
    if found is None:
        raise NotFound(
            f"There is no responsibility {number}; “tagwerk responsibility” shows those there are."
        )
    return found


def live_responsibility(team: Team, number: int) -> Responsibility:
    """A responsibility that is not put away.

    Raises:
        NotFound: there is none with this number.
        Refused: it is put away.
    """
    found = responsibility_numbered(team, number)
    if found.archived_at:
        raise Refused(f"The responsibility {quoted(found.name)} is put away; bring it back first.")
    return found


def add(
    team: Team,
    name: str,
    by: str,
    now: datetime,
    *,
    role: int | None = None,
    id: int = -1,
    below: int | None = None,
    **fields: Any,
) -> Change:
    """A new responsibility, behind the others of its role; `details` and who has which part may be said too.

    With `below` it comes behind the one of that number, where that is one of its role's.

    Raises:
        NotFound: the role does not exist, or somebody who is named is not in the team.
        Refused: the person leads no role, the role has one of this name, or a value does not fit its field.
    """
    refuse_unless_lead(team, by, SAYS)
    _refuse_own_rules(fields)
    live_role(team, role)
    number, others = free_number(team, _TABLE, id), of_role(team, role)
    index = next((place for place, other in enumerate(others, 1) if other.id == below), len(others))
    position, moved_aside = at(_TABLE, others, index, number)
    new = valid(Responsibility, {**fields, "name": name, "role": role, "id": number, "position": position})
    _refuse_twin(team, new.id, new.role, new.name)
    for duty in Duty:
        refuse_strangers(team, new.people(duty))
    label = f"added the responsibility {quoted(new.name)}"
    made = Change.insert(_TABLE, new, label, number)
    return Change((*made.edits, *moved_aside), label).signed(by, now)


def edit(team: Team, number: int, by: str, now: datetime, **fields: Any) -> Change:
    """Change its `name`, `details`, `role` or people; in another role it comes behind the others.

    Raises:
        NotFound: there is no such responsibility or role, or somebody who is named is not in the team.
        Refused: the person leads no role, it is put away, the role has one of this name, or a value does not
            fit its field.
    """
    refuse_unless_lead(team, by, SAYS)
    old = live_responsibility(team, number)
    _refuse_own_rules(fields)
    change = changed(old, "", fields)
    after = change.edits[0].after or {} if change else {}
    if "name" in after or "role" in after:
        _refuse_twin(team, old.id, after.get("role", old.role), after.get("name", old.name))
    for duty in Duty:
        refuse_strangers(team, [who for who in after.get(duty) or () if who not in old.people(duty)])
    what = f"the responsibility {quoted(old.name)}"
    signed = labelled(change, what, by, now)
    if [*after] == [Duty.ACCOUNTABLE.value]:
        names = listed(map(team.name_of, after[Duty.ACCOUNTABLE.value] or ["nobody"]))
        signed = change.signed(by, now, f"let {names} answer for {quoted(old.name)}")
    if "role" not in after:
        return signed
    live_role(team, after["role"])
    position, moved_aside = at_the_end(_TABLE, of_role(team, after["role"]), old.id)
    placed = changed(old, "", {**fields, "position": position})
    return Change((*placed.edits, *moved_aside), signed.label).signed(by, now)


def set_duty(team: Team, number: int, login: str, duty: Duty, on: bool, by: str, now: datetime) -> Change:
    """Say that somebody has one part in a responsibility, or has it no longer.

    Nothing changes where it is so already. All four parts are independent of each other. Who has left can
    be taken out.

    Raises:
        NotFound: there is no such responsibility, or the person is not in the team.
        Refused: who asks leads no role, or the responsibility is put away.
    """
    refuse_unless_lead(team, by, SAYS)
    old = live_responsibility(team, number)
    now_in = old.people(duty)
    if on:
        refuse_strangers(team, [login])
    people = [*now_in, login] if on and login not in now_in else [who for who in now_in if on or who != login]
    label = (_GIVEN if on else _TAKEN)[duty].format(team.name_of(login), quoted(old.name))
    return changed(old, "", {duty.value: people}).signed(by, now, label)


def set_duties(
    team: Team, number: int, login: str, duties: Sequence[Duty], on: bool, by: str, now: datetime
) -> Change:
    """The same for several parts in one step.

    Raises:
        NotFound: there is no such responsibility, or the person is not in the team.
        Refused: who asks leads no role, or the responsibility is put away.
    """
    changes = [set_duty(team, number, login, duty, on, by, now) for duty in duties]
    made = [change for change in changes if change]
    if len(made) < 2:
        return made[0] if made else changes[0]
    letters = listed(duty.letter for duty, change in zip(duties, changes, strict=True) if change)
    name, what = team.name_of(login), quoted(responsibility_numbered(team, number).name)
    label = f"gave {name} {letters} in {what}" if on else f"took {letters} in {what} from {name}"
    return combine(made, label)


def toggle_duty(team: Team, number: int, login: str, duty: Duty, by: str, now: datetime) -> Change:
    """Turn one cell of the matrix round: who has the part has it no longer, and the other way round.

    Raises:
        NotFound: there is no such responsibility, or the person is not in the team.
        Refused: who asks leads no role, or the responsibility is put away.
    """
    has_it = login in responsibility_numbered(team, number).people(duty)
    return set_duty(team, number, login, duty, not has_it, by, now)


def move(team: Team, number: int, offset: int, by: str, now: datetime) -> Change:
    """Move it among those of its role: -1 one up, +1 one down. At the edge nothing changes.

    Raises:
        NotFound: there is no such responsibility.
        Refused: the person leads no role, or it is put away.
    """
    refuse_unless_lead(team, by, SAYS)
    old = live_responsibility(team, number)
    label = f"moved the responsibility {quoted(old.name)}"
    return moved(_TABLE, of_role(team, old.role), old.id, offset, label).signed(by, now)


def archive(team: Team, number: int, by: str, now: datetime) -> Change:
    """Put it away: nobody has to answer for it any more. Who did, stays in it.

    Raises:
        NotFound: there is no such responsibility.
        Refused: the person leads no role, or it is put away already.
    """
    refuse_unless_lead(team, by, SAYS)
    old = responsibility_numbered(team, number)
    if old.archived_at:
        raise Refused(f"The responsibility {quoted(old.name)} is put away already.")
    return labelled(changed(old, "", {_AWAY: now}), f"the responsibility {quoted(old.name)}", by, now)


def restore(team: Team, number: int, by: str, now: datetime) -> Change:
    """Bring it back, where it was.

    Raises:
        NotFound: there is no such responsibility.
        Refused: the person leads no role, it is not put away, or its role has another one of its name.
    """
    refuse_unless_lead(team, by, SAYS)
    old = responsibility_numbered(team, number)
    if not old.archived_at:
        raise Refused(f"The responsibility {quoted(old.name)} is not put away.")
    _refuse_twin(team, old.id, old.role, old.name)
    return labelled(changed(old, "", {_AWAY: None}), f"the responsibility {quoted(old.name)}", by, now)


def _refuse_own_rules(fields: dict[str, Any]) -> None:
    refuse_unknown(Responsibility, fields)
    for name in fields:
        if name not in _EDITED:
            raise Refused(
                f"The {called(name)} of a responsibility is not edited like this; move or archive it. "
                f"What can be said are {listed(map(called, _EDITED))}."
            )


def _refuse_twin(team: Team, id: int, role: int | None, name: str) -> None:
    for other in of_role(team, role):
        if other.id != id and other.name.casefold() == name.casefold():
            raise Refused(
                f"There is already a responsibility {quoted(other.name)} there; choose another name."
            )
