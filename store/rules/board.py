"""What several rules ask of the board before they say yes."""

from __future__ import annotations

from store.errors import NotFound, Refused
from store.models import Column, ColumnKind, Role, Task
from store.rules.words import counted, listed, named, quoted
from store.team import Team


def on_board(team: Team, task_id: int) -> Task:
    """A task that is not put away.

    Raises:
        NotFound: there is none with this number.
        Refused: it is archived.
    """
    task = team.task(task_id)
    if task.archived_at:
        raise Refused(f"{named(task)} is archived; restore it first.")
    return task


def live_column(team: Team, id: int) -> Column:
    """A column that cards can be put into.

    Raises:
        NotFound: it does not exist or is archived.
    """
    for column in team.columns:
        if column.id == id:
            return column
    names = listed((quoted(c.name) for c in team.columns), "or")
    archived = team.find(Column, id)
    what = f"The column {quoted(archived.name)} is archived" if archived else f"There is no column {id}"
    raise NotFound(f"{what}; choose {names}.")


def live_role(team: Team, id: int | None) -> Role | None:
    """A role that cards can be given to; `None` for nobody's lane.

    Raises:
        NotFound: it does not exist or is archived.
    """
    if id is None:
        return None
    for role in team.roles:
        if role.id == id:
            return role
    names = listed((quoted(r.name) for r in team.roles), "or")
    archived = team.find(Role, id)
    what = f"The role {quoted(archived.name)} is archived" if archived else f"There is no role {id}"
    raise NotFound(f"{what}; choose {names}.")


def first_queue(team: Team) -> Column:
    """The column where new work begins: the first queue, or the first column when none is a queue.

    Raises:
        Refused: the team has no columns.
    """
    for column in team.columns:
        if column.kind is ColumnKind.QUEUE:
            return column
    if not team.columns:
        raise Refused("The board has no columns yet; add one first.")
    return team.columns[0]


def lane(team: Team, role: int | None) -> str:
    """What a role's lane is called in a sentence."""
    known = team.find(Role, role) if role is not None else None
    return known.name if known else "nobody’s lane"


def refuse_occupied(team: Team, place: Column | Role) -> None:
    """Refuse a column or role in which cards stand.

    Raises:
        Refused: there are some.
    """
    if isinstance(place, Column):
        kind, count = "column", team.count(place.id)
    else:
        cells = team.index.cells.items()
        kind, count = "role", sum(len(cards) for (_, role), cards in cells if role == place.id)
    if count:
        raise Refused(f"The {kind} {quoted(place.name)} still has {counted(count, 'card')}; move them first.")


def refuse_strangers(team: Team, logins: list[str]) -> None:
    """Refuse logins of people who are not in the team.

    Raises:
        NotFound: there is one; the sentence names the people there are.
    """
    for login in logins:
        if login not in team.members:
            raise NotFound(f"Nobody in the team is called {quoted(login)}; there are {listed(team.members)}.")


def free_number(team: Team, table: str, wanted: int = -1) -> int:
    """A number for a new document: the wanted one, or the next negative one where it is taken.

    It is taken when something else that is new has not been committed yet.
    """
    documents = team.tables.get(table, {})
    return wanted if wanted not in documents else min(*documents, 0) - 1
