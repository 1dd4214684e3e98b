"""What the line below the board says of the card under the cursor, and of what hides and chooses cards."""

from __future__ import annotations

from datetime import date

from store.days import spoken
from store.models import Priority, Task
from store.rules import board
from store.rules.words import counted
from store.team import Team
from tui.keys import BOARD, key_for


def of_card(task: Task, team: Team, today: date, *, shows_role: bool = False) -> str:
    """The card in one line: in narrow columns its title is cut. With its role where lanes are no roles."""
    parts = [f"#{task.id} {task.title}" if task.id > 0 else task.title]
    if shows_role:
        parts.append(board.lane(team, task.role))
    if task.priority is not Priority.NORMAL:
        parts.append(task.priority.value)
    if task.assignees:
        parts.append(", ".join(team.name_of(login) for login in task.assignees))
    if task.due:
        late = "overdue since" if task.is_overdue(today) else "due"
        parts.append(f"{late} {spoken(task.due, today)}")
    if task.blocked:
        parts.append(f"blocked: {task.blocked}")
    return " · ".join(parts)


def of_place(column: str, lane: str, is_folded: bool) -> str:
    """Where the cursor is without a card: narrow columns cut the lane's name."""
    folded = f", folded: {key_for(BOARD, 'fold')} opens it" if is_folded else ""
    return " · ".join(name for name in (column, lane) if name) + folded


def of_lane(lane: str) -> str:
    """The one lane that is shown, and how all are shown again."""
    return f"{lane} alone, {key_for(BOARD, 'all_lanes')} shows all"


def of_filter(query: str, count: int, problem: str) -> str:
    """What a filter shows, and how all is shown again."""
    return problem or f"Filter “{query}”: {counted(count, 'card')}, esc shows all"


def of_selection(count: int) -> str:
    """How many cards the next command is for."""
    return f"{counted(count, 'card')} selected, esc selects none"
