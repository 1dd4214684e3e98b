"""`tagwerk role`: the team's roles."""

from __future__ import annotations

from store.errors import NotFound
from store.models import Fields, Role
from store.rules import lookup, setup
from store.rules.limits import in_work
from store.rules.words import quoted
from store.team import Team
from tui.commands import finding
from tui.commands.answer import Json, Said
from tui.commands.call import Call
from tui.commands.changing import Grid, done, given, offset
from tui.commands.session import Session, session
from tui.commands.team_shapes import role_shape
from tui.commands.values import Move
from tui.settings.looks import in_one_line


def everything(call: Call) -> Grid:
    """The roles in their order.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team = opened.team
        rows = [_row(team, role) for role in team.roles]
        content = {"roles": [role_shape(team, role) for role in team.roles]}
        nothing = "There are no roles yet; “tagwerk role add NAME” adds one."
        return Grid(rows, (10, 6, 6, 0, 0, 10), content, nothing)


def add(
    call: Call,
    *,
    name: str,
    lead: str | None,
    deputy: str | None,
    colour: str | None,
    limit: int | None,
    mission: str | None,
    responsibilities: list[str] | None,
    decisions: list[str] | None,
    kpis: list[str] | None,
    department: str | None,
    above: str | None,
) -> Said:
    """Add a role behind the others.

    Raises:
        Refused: the person leads no role, the name is taken, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        fields = _fields(opened.team, lead, deputy, above)
        fields |= given(
            {
                "colour": colour,
                "wip_limit": limit,
                "mission": mission,
                "responsibilities": responsibilities,
                "decisions": decisions,
                "kpis": kpis,
                "department": department,
            }
        )
        change = setup.add_role(opened.team, name, opened.lead, opened.now, **fields)
        return done(opened, change, lambda numbers: _content(opened, numbers["roles", -1]))


def edit(
    call: Call,
    *,
    place: str,
    name: str | None,
    lead: str | None,
    deputy: str | None,
    colour: str | None,
    limit: int | None,
    mission: str | None,
    responsibilities: list[str] | None,
    decisions: list[str] | None,
    kpis: list[str] | None,
    department: str | None,
    above: str | None,
) -> Said:
    """Change a role.

    Raises:
        Refused: the person leads no role, there is no such role, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        id = _role(opened.team, place).id
        fields = _fields(opened.team, lead, deputy, above)
        fields |= given(
            {
                "name": name,
                "colour": colour,
                "wip_limit": limit,
                "mission": mission,
                "responsibilities": responsibilities,
                "decisions": decisions,
                "kpis": kpis,
                "department": department,
            }
        )
        change = setup.edit_role(opened.team, id, opened.lead, opened.now, **fields)
        return done(opened, change, lambda _: _content(opened, id))


def move(call: Call, *, place: str, where: Move) -> Said:
    """Move a role among the others.

    Raises:
        Refused: the person leads no role, or there is no such role.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        id = _role(opened.team, place).id
        change = setup.move_role(
            opened.team, id, offset(opened.team.roles, id, where), opened.lead, opened.now
        )
        return done(opened, change, lambda _: _content(opened, id))


def archive(call: Call, *, place: str) -> Said:
    """Put a role away that has no cards.

    Raises:
        Refused: the person leads no role, there is no such role, or it has cards.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        id = _role(opened.team, place).id
        change = setup.edit_role(opened.team, id, opened.lead, opened.now, archived_at=opened.now)
        return done(opened, change, lambda _: _content(opened, id))


def restore(call: Call, *, place: str) -> Said:
    """Bring a role back.

    Raises:
        Refused: the person leads no role, no such role is archived, or its name is taken.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        id = finding.archived(opened.team, Role, place).id
        change = setup.edit_role(opened.team, id, opened.lead, opened.now, archived_at=None)
        return done(opened, change, lambda _: _content(opened, id))


def _role(team: Team, typed: str) -> Role:
    found = finding.role(team, typed)
    if found is None:
        raise NotFound(f"{quoted(typed)} is nobody’s lane, and no role that could be changed.")
    return found


def _fields(team: Team, lead: str | None, deputy: str | None, above: str | None) -> Fields:
    """The people that were named, by login, and the role above by its number."""
    people = given({"lead": lead, "deputy": deputy})
    fields: Fields = {
        name: typed and lookup.member_named(team, typed).login for name, typed in people.items()
    }
    if above is not None:
        found = finding.role(team, above)
        fields["above"] = found.id if found else None
    return fields


def _row(team: Team, role: Role) -> list[str]:
    working = in_work(team, role)
    return [
        role.name,
        team.name_of(role.lead),
        team.name_of(role.deputy),
        f"{working}/{role.wip_limit}" if role.wip_limit else str(working),
        role.colour,
        in_one_line(role.mission),
    ]


def _content(opened: Session, id: int) -> Json:
    return {"role": role_shape(opened.team, opened.team.role(id))}
