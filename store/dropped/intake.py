"""Reading dropped files: the commit decides who has read one, and then it is moved away."""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from store.change import Change
from store.dropped import problem
from store.dropped.place import INBOX, READ, hidden_name, moving_name, numbered, problem_name, shown
from store.dropped.watch import Look, Watch
from store.errors import Clash, Refused
from store.exchange.readings import Plan, State, understand
from store.exchange.readings.sheet import MAX_BYTES
from store.log.disk import Disk, explain
from store.models import Raw
from store.presence.trouble import one_file
from store.team import Team

FIRST_ID = -1_000_000_000
"""Below every number that an open app gives to new documents: these are never spoken of again."""
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EINVAL}


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a dropped file."""

    name: str
    readings: int = 0
    """How many were written down."""
    why_not: str = ""
    """Why it stays; empty: it was read."""
    by_other: bool = False
    """Whether somebody else had read it."""
    left_out: tuple[str, ...] = ()
    """Sentences about what in it was not read."""


@dataclass(frozen=True, slots=True)
class Hands:
    """What reading needs of the program that does it."""

    team: Callable[[], Team]
    """The newest snapshot."""
    commit: Callable[[Change], object]
    """Commits a change; raises as `Repository.offer`."""
    by: str
    """Login of the person."""
    now: Callable[[], datetime]


class Intake:
    """Reads what is dropped. For one thread; may be slow."""

    def __init__(self, folder: Path, disk: Disk, watch: Watch) -> None:
        self._inbox = folder / INBOX
        self._disk = disk
        self._watch = watch
        self._kpis: Mapping[int, Raw] | None = None
        self._intakes: Mapping[int, Raw] | None = None
        self._left: dict[str, str] = {}
        """Checksums of the files that stay, by their names."""
        self.is_waiting = False
        """Whether there are files for which it is worth to look again soon."""

    def look(self, hands: Hands) -> tuple[Taken, ...]:
        """Read what can be read now.

        Raises:
            StorageError: the folder does not answer, or cannot be written; the rest is read another time.
        """
        team = hands.team()
        if team.members and hands.by not in team.members:
            return ()
        try:
            return self._look(hands, team)
        except OSError as error:
            raise explain(error, self._inbox) from error

    def _look(self, hands: Hands, team: Team) -> tuple[Taken, ...]:
        self._reconsider(team)
        found: Look = self._watch.look()
        self.is_waiting = found.is_waiting
        for name, other in (found.stranded or {}).items():
            with one_file():
                self._shelve(name, other, hands.team())
        for note in found.orphans:
            with one_file():
                self._tidy(note)
        return tuple(taken for name in found.ready if (taken := self._read(name, hands)) is not None)

    def _reconsider(self, team: Team) -> None:
        """Files that stay are looked into again when KPIs are called otherwise, or somebody has read them."""
        kpis, intakes = team.tables.get("kpis"), team.tables.get("intakes")
        if intakes is not self._intakes or kpis is not self._kpis:
            for name, checksum in list(self._left.items()):
                if kpis is not self._kpis or was_read(team, checksum):
                    del self._left[name]
                    self._watch.look_into(name)
        self._kpis, self._intakes = kpis, intakes

    def _read(self, name: str, hands: Hands) -> Taken | None:
        """One file; `None`: it is gone or still being written."""
        content = None
        with one_file():
            content = self._whole(name)
        if content is None:
            self.is_waiting = True
            return None
        taken = self._commit(name, content, hands)
        if taken.why_not:
            self._watch.leave(name)
            self._left[name] = sha256(content).hexdigest()
        else:
            with one_file():
                self._move(name, hands.team())
            with one_file():
                self._tidy(problem_name(name))
        return taken

    def _whole(self, name: str) -> bytes | None:
        found = self._disk.read_plain(self._inbox / name, MAX_BYTES + 1)
        if found is None:
            return None
        content, (_, size, _) = found
        return content if len(content) == min(size, MAX_BYTES + 1) else None

    def _commit(self, name: str, content: bytes, hands: Hands) -> Taken:
        checksum, team = sha256(content).hexdigest(), hands.team()
        if was_read(team, checksum):
            return Taken(shown(name), by_other=True)
        try:
            plan = self._understood(content, name, team, hands.now())
            if reasons := problem.reasons(plan):
                return self._refuse(name, checksum, reasons)
            hands.commit(plan.change(team, hands.by, hands.now(), id=FIRST_ID))
        except (Clash, Refused) as error:
            if was_read(hands.team(), checksum):
                return Taken(shown(name), by_other=True)
            return self._refuse(name, checksum, [str(error)])
        written = len(plan.entries) - plan.count(State.KNOWN)
        return Taken(shown(name), written, left_out=plan.left_out)

    def _understood(self, content: bytes, name: str, team: Team, now: datetime) -> Plan:
        try:
            return understand(content, name, team, now)
        except Refused:
            raise
        except Exception as error:
            reason = f"It cannot be understood ({type(error).__name__}); tell whoever looks after Tagwerk."
            raise Refused(reason) from error

    def _refuse(self, name: str, checksum: str, reasons: list[str]) -> Taken:
        """Say beside a file why it stays, once."""
        content, path = problem.note(shown(name), checksum, reasons), self._inbox / problem_name(name)
        with one_file():
            try:
                self._disk.write_new(path, content)
            except FileExistsError:
                there = self._disk.read_start(path, len(content) + 1)
                if there != content and problem.is_ours(there):
                    temporary = self._inbox / hidden_name()
                    self._disk.write_new(temporary, content)
                    self._disk.rename(temporary, path)
        return Taken(shown(name), why_not=reasons[0])

    # --- moving ------------------------------------------------------------------------------------------

    def _move(self, name: str, team: Team) -> None:
        # First to a name that nobody else knows: from then on it is certain which file it is. Under its own
        # name there may already be another one that nobody has read.
        moving = moving_name(name)
        self._disk.rename(self._inbox / name, self._inbox / moving)
        self._shelve(moving, name, team)

    def _shelve(self, moving: str, name: str, team: Team) -> None:
        """Put a file that is on its way among those that were read, or back if it was not."""
        source = self._inbox / moving
        found = self._disk.read_plain(source, MAX_BYTES + 1)
        if found is None:
            return
        is_read = was_read(team, sha256(found[0]).hexdigest())
        target = self._inbox
        if is_read:
            target = self._inbox / READ
            self._disk.make_folder(target)
        number = 1
        while not self._named(source, target / numbered(name, number), found[1][0]):
            number += 1

    def _named(self, source: Path, target: Path, inode: int) -> bool:
        """Give a file another name that is free; whether it was, or was this file's already."""
        try:
            self._disk.link(source, target)
        except FileExistsError:
            # Two may tidy up after a third one.
            known = self._disk.look_at(target)
            if known is None or known[0] != inode:
                return False
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            if self._disk.exists(target):
                return False
            self._disk.rename(source, target)
            return True
        with one_file():
            self._disk.remove(source)
        return True

    def _tidy(self, note: str) -> None:
        """Take away a note about a file that is not here any more."""
        path = self._inbox / note
        if problem.is_ours(self._disk.read_start(path, 200)):
            self._disk.remove(path)


def was_read(team: Team, checksum: str) -> bool:
    """Whether a file of this content was read."""
    return any(raw.get("checksum") == checksum for raw in team.tables.get("intakes", {}).values())
