"""`tagwerk kpi inbox`: the files in the watched folder."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from store.dropped.intake import Hands, Intake, Taken
from store.dropped.place import Stuck, dropped_in, inbox_folder, make_inbox, shown, stuck_in
from store.dropped.watch import Watch
from store.log.disk import explain
from store.phrases import counted, quoted
from store.team import Team
from tui.commands.answer import Json
from tui.commands.call import Call
from tui.commands.session import Session, session

_PAUSE = 3.0
"""Seconds between two looks: what has changed then is still being written."""


def run(call: Call, *, make: bool) -> Inbox:
    """Read what was dropped; say what was read, what could not be and why, and what is not finished.

    Raises:
        Refused: the person is not in the team.
        StorageError: the folder does not answer or cannot be written.
    """
    with session(call) as opened:
        by, disk = opened.member, call.world.disk
        place = make_inbox(call.folder, disk) if make else inbox_folder(call.folder)
        try:
            if not disk.exists(place):
                return Inbox(place, is_there=False)
            taken = _taken(call, opened, by)
            left = dropped_in(disk.names(place))
        except OSError as error:
            raise explain(error, place) from error
        stuck = stuck_in(call.folder, disk)
        known = {one.name for one in stuck}
        odd = tuple(shown(name) for name in left if not _is_plain(call, place / name))
        waiting = tuple(name for name in map(shown, left) if name not in known and name not in odd)
        return Inbox(place, taken=taken, stuck=stuck, waiting=waiting, odd=odd)


def _is_plain(call: Call, path: Path) -> bool:
    """Whether it is a file of its own; of one that has just gone nobody needs to hear."""
    try:
        return call.world.disk.look_at(path) is not None
    except FileNotFoundError:
        return True
    except OSError as error:
        # What is a link is not opened at all; anything else passes.
        return error.errno != errno.ELOOP


def _taken(call: Call, opened: Session, by: str) -> tuple[Taken, ...]:
    disk = call.world.disk
    # The only time that counts here is what the pause takes.
    waited = 0.0
    intake = Intake(call.folder, disk, Watch(call.folder, disk, lambda: waited, _PAUSE))

    def newest() -> Team:
        opened.repository.refresh()
        return opened.team

    hands = Hands(newest, opened.repository.offer, by, lambda: opened.now)
    first = intake.look(hands)
    if not intake.is_waiting:
        return first
    disk.pause(_PAUSE)
    waited = _PAUSE
    return (*first, *intake.look(hands))


@dataclass(frozen=True)
class Inbox:
    """What was in the folder."""

    place: Path
    is_there: bool = True
    taken: tuple[Taken, ...] = ()
    """What was read just now, or could not be."""
    stuck: tuple[Stuck, ...] = ()
    waiting: tuple[str, ...] = ()
    """Names of files that are not finished."""
    odd: tuple[str, ...] = ()
    """Names of folders, links and pipes, which nobody reads."""

    @property
    def status(self) -> int:
        """1 while there is a file that cannot be read."""
        return 1 if self.stuck else 0

    def lines(self, width: int | None) -> Iterator[str]:
        """A line for each file."""
        if not self.is_there:
            yield f"There is no {self.place} yet; “tagwerk kpi inbox --make” makes it."
            return
        for one in self.taken:
            if one.by_other:
                yield f"{quoted(one.name)} was read before, and is put away."
            elif not one.why_not:
                yield f"{quoted(one.name)}: wrote down {counted(one.readings, 'reading')}."
                yield from (f"  {sentence}" for sentence in one.left_out)
        for stuck in self.stuck:
            yield f"{quoted(stuck.name)} cannot be read: {stuck.why}"
        for name in self.waiting:
            yield f"{quoted(name)} is still being written."
        for name in self.odd:
            yield f"{quoted(name)} is no plain file and is left alone; put the file itself here."
        if not (self.taken or self.stuck or self.waiting or self.odd):
            yield f"Nothing waits in {self.place}. Put exports there, and they are read."

    def document(self) -> Json:
        """The same as data."""
        read = [one for one in self.taken if not one.why_not]
        return {
            "folder": str(self.place),
            "exists": self.is_there,
            "read": [
                {"file": o.name, "readings": o.readings, "known": o.by_other, "left_out": list(o.left_out)}
                for o in read
            ],
            "problems": [{"file": one.name, "why": one.why} for one in self.stuck],
            "waiting": list(self.waiting),
            "left_alone": list(self.odd),
        }
