"""While a large team's folder is opened behind an empty board."""

from __future__ import annotations

from textual import events

from store.repository import Repository
from store.team import Team
from tui.delivery import Status
from tui.keys import SHELL, find
from tui.opening import Open


def so_far(source: Repository | Open) -> tuple[Team, int, Status]:
    """What can be shown at once, the number of its newest commit, and how it stands with the folder."""
    if isinstance(source, Repository):
        return source.team, source.number, Status(source.waiting)
    return Team(), 0, Status(loading=True)


def leaves(event: events.Event, *, nothing_waits: bool) -> bool:
    """Whether a key leaves the app although the board is not there yet, for which all others wait.

    Behind others that wait, a letter may be meant for a line that one of them opens.
    """
    if not isinstance(event, events.Key) or event.is_forwarded:
        return False
    command = find(SHELL, event)
    return command is not None and command.name == "quit" and (nothing_waits or not event.is_printable)
