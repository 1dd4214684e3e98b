"""`tagwerk add`: a new task."""

from __future__ import annotations

from store.models import Fields
from store.rules import tasks
from store.rules.words import quoted
from tui.commands import finding
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.session import Session, session
from tui.commands.shapes import Places, task_shape
from tui.commands.texts import text_or_input
from tui.commands.values import Day


def run(
    call: Call,
    *,
    title: list[str],
    role: str | None,
    column: str | None,
    assign: list[str],
    priority: str | None,
    due: Day | None,
    tags: list[str],
    estimate: float | None,
    description: str | None,
    over_limit: bool,
) -> Said:
    """Add a task.

    Raises:
        NeedsConsent: a limit is reached and `over_limit` is not given.
        Refused: the person is not in the team, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team = opened.team
        fields: Fields = {
            "assignees": [finding.login(team, login) for login in assign],
            "tags": tags,
            "priority": priority,
            "due": due(opened.today) if due else None,
            "estimate": estimate,
            "description": text_or_input(call, description) if description else None,
        }
        change = tasks.create(
            team,
            " ".join(title),
            opened.member,
            opened.now,
            column=finding.column(team, column).id if column else None,
            role=_role(opened, role),
            override=over_limit,
            **{name: value for name, value in fields.items() if value},
        )
        number = opened.commit(change)["tasks", -1]
        task = opened.team.task(number)
        places = Places(opened.team)
        where = ", ".join(filter(None, (places.column(task)[0], places.role(task))))
        sentence = f"Added #{number} {quoted(task.title)} to {where}."
        return Said((sentence,), {"task": task_shape(opened.team, task, opened.today)})


def _role(opened: Session, typed: str | None) -> int | None:
    found = finding.role(opened.team, typed) if typed else None
    return found.id if found else None
