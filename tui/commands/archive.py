"""`tagwerk archive` and `tagwerk restore`: a task put away, and back on the board."""

from __future__ import annotations

from store.change import Change
from store.rules import tasks
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.session import Session, session
from tui.commands.shapes import task_shape


def run(call: Call, *, number: int) -> Said:
    """Put a task away; nothing of it is lost.

    Raises:
        Refused: the person is not in the team, there is no such task, or it is archived already.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        return _did(opened, number, tasks.archive(opened.team, number, opened.member, opened.now))


def restore(call: Call, *, number: int, over_limit: bool) -> Said:
    """Bring a task back to the board.

    Raises:
        NeedsConsent: a limit is reached and `over_limit` is not given.
        Refused: the person is not in the team, there is no such task, or it is on the board.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        change = tasks.restore(opened.team, number, opened.member, opened.now, override=over_limit)
        return _did(opened, number, change)


def _did(opened: Session, number: int, change: Change) -> Said:
    opened.commit(change)
    sentence = f"{change.label[:1].upper()}{change.label[1:]}."
    return Said((sentence,), {"task": task_shape(opened.team, opened.team.task(number), opened.today)})
