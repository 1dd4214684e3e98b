"""`tagwerk list`: tasks, one per line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from store.filters import Search, refuse_unclear
from store.models import Priority, Raw, Task
from store.team import Team
from tui.commands import finding
from tui.commands.answer import Json
from tui.commands.call import Call
from tui.commands.grid import aligned
from tui.commands.session import Session, session
from tui.commands.shapes import Places

_LEAST = (0, 24, 7, 8, 6, 0, 7)
"""Cells that number, title, column, role, people, due date and marks keep on a narrow terminal."""
Wanted = Callable[[int, Raw], bool]
"""Whether a task is to be listed, told by its number and fields as they are kept."""


def run(
    call: Call,
    *,
    role: str | None,
    column: str | None,
    mine: bool,
    assignee: str | None,
    blocked: bool,
    overdue: bool,
    archived: bool,
    text: str | None,
    filter: str | None,
) -> Listing:
    """The tasks that fit everything that is asked for, in the order of the board.

    Raises:
        NotFound: there is no such column, role or person.
        Refused: the filter cannot be understood.
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team = opened.team
        conditions = list(_by_place(team, role, column))
        login = opened.person if mine else finding.login(team, assignee) if assignee else None
        if login is not None:
            conditions.append(lambda _, raw: login in raw.get("assignees", ()))
        if blocked:
            conditions.append(lambda _, raw: bool(raw.get("blocked")))
        if text:
            conditions += _among(Search().containing(team, text))
        if filter:
            conditions += _filtered(opened, filter)
        if overdue:
            conditions.append(lambda _, raw: bool(raw.get("due")) and not raw.get("finished_at"))
        tasks = chosen(team, conditions, archived=archived)
        if overdue:
            tasks = [task for task in tasks if task.is_overdue(opened.today)]
        return Listing(team, tuple(tasks), opened.today)


def _by_place(team: Team, role: str | None, column: str | None) -> Iterator[Wanted]:
    if column is not None:
        in_column = finding.column(team, column).id
        yield lambda _, raw: raw.get("column") == in_column
    if role is not None:
        of_role = finding.role(team, role)
        number = of_role.id if of_role else None
        yield lambda _, raw: raw.get("role") == number


def _filtered(opened: Session, query: str) -> Iterator[Wanted]:
    team, person, today = opened.team, opened.person, opened.today
    refuse_unclear(team, query, person=person, today=today)
    found = Search().matching(team, query, person=person, today=today).tasks
    if found is not None:
        yield from _among(found)


def _among(numbers: frozenset[int]) -> Iterator[Wanted]:
    yield lambda id, _: id in numbers


def chosen(team: Team, conditions: Sequence[Wanted] = (), *, archived: bool = False) -> list[Task]:
    """The tasks that fit, in the order of the board."""
    # Raw fields are asked first: a document is only built for what is listed.
    raws = team.tables.get("tasks", {})
    order = _archived(raws) if archived else _on_board(team)
    built = (team.find(Task, id) for id in order if all(wanted(id, raws[id]) for wanted in conditions))
    return [task for task in built if task is not None]


def _archived(raws: Mapping[int, Raw]) -> list[int]:
    """What was put away, the latest first."""
    away = [(str(raw["archived_at"]), id) for id, raw in raws.items() if raw.get("archived_at")]
    return [id for _, id in sorted(away, reverse=True)]


def _on_board(team: Team) -> Iterator[int]:
    """What stands on the board: column by column, in each of them role by role; nobody's lane comes last."""
    columns = {column.id: place for place, column in enumerate(team.columns)}
    roles = {role.id: place for place, role in enumerate(team.roles)}
    last = len(columns) + len(roles)
    cells = sorted(
        team.index.cells, key=lambda cell: (columns.get(cell[0], last), roles.get(cell[1], last), cell)
    )
    for cell in cells:
        yield from (id for _, id in team.index.cells[cell])


@dataclass(frozen=True)
class Listing:
    """Tasks for reading, one per line, or for programs."""

    team: Team
    tasks: tuple[Task, ...]
    today: date
    status: int = 0

    def lines(self, width: int | None) -> Iterable[str]:
        """Number, title, column, role, people, due date and what is special about it."""
        if not self.tasks:
            return ["No task fits."]
        places = Places(self.team)
        rows = [self._row(task, places) for task in self.tasks]
        return aligned(rows, width, _LEAST)

    def document(self) -> Json:
        """See `shapes`."""
        places = Places(self.team)
        return {"tasks": [places.task(task, self.today) for task in self.tasks]}

    def _row(self, task: Task, places: Places) -> list[str]:
        marks = [task.priority.value] if task.priority in (Priority.URGENT, Priority.HIGH) else []
        marks += ["blocked"] if task.blocked else []
        marks += ["overdue"] if task.is_overdue(self.today) else []
        return [
            f"#{task.id}",
            task.title,
            places.column(task)[0],
            places.role(task),
            ",".join(task.assignees),
            task.due.isoformat() if task.due else "",
            " ".join(marks),
        ]
