"""`tagwerk move` and `tagwerk done`: a task to another column."""

from __future__ import annotations

from store.errors import NotFound
from store.models import ColumnKind
from store.rules import moving
from store.rules.words import named
from tui.commands import finding
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.session import Session, session
from tui.commands.shapes import task_shape


def run(call: Call, *, number: int, column: str, role: str | None, top: bool, over_limit: bool) -> Said:
    """Move a task; where it stands already, nothing changes.

    Raises:
        NeedsConsent: a limit is reached and `over_limit` is not given.
        Refused: the person is not in the team, or there is no such task, column or role.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        to = finding.column(opened.team, column)
        task = opened.team.task(number)
        found = finding.role(opened.team, role) if role else None
        to_role = (found.id if found else None) if role else task.role
        if (task.column, task.role) == (to.id, to_role) and not top and not task.archived_at:
            return _unchanged(opened, number, f"{named(task)} is in {to.name} already.")
        place = moving.TOP if top else moving.END
        return _move(opened, number, to.id, to_role, place, override=over_limit)


def finish(call: Call, *, number: int, over_limit: bool) -> Said:
    """Finish a task; one that is finished stays as it is.

    Raises:
        NeedsConsent: a limit is reached and `over_limit` is not given.
        Refused: the person is not in the team, or there is no such task or no column for finished work.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        task = opened.team.task(number)
        done = finding.done_column(opened.team)
        try:
            is_done = opened.team.column(task.column).kind is ColumnKind.DONE
        except NotFound:
            is_done = False
        if is_done and not task.archived_at:
            return _unchanged(opened, number, f"{named(task)} is done already.")
        return _move(opened, number, done.id, task.role, moving.END, override=over_limit)


def _move(
    opened: Session, number: int, column: int, role: int | None, place: moving.Place, *, override: bool
) -> Said:
    change = moving.move(
        opened.team,
        number,
        column,
        opened.member,
        opened.now,
        role=role,
        below=place,
        override=override,
    )
    if not change:
        return _unchanged(opened, number, f"#{number} is there already.")
    opened.commit(change)
    sentence = f"{change.label[:1].upper()}{change.label[1:]}."
    return Said((sentence,), _content(opened, number, changed=True))


def _unchanged(opened: Session, number: int, sentence: str) -> Said:
    # Also for somebody who may only read: a script must not learn of it by whether there was something to do.
    _ = opened.member
    return Said((sentence,), _content(opened, number, changed=False))


def _content(opened: Session, number: int, *, changed: bool) -> dict[str, object]:
    task = opened.team.task(number)
    return {"task": task_shape(opened.team, task, opened.today), "changed": changed}
