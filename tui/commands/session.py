"""The team, open for one verb."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from zoneinfo import ZoneInfo

from store.change import Change
from store.errors import Frozen, NeedsConsent, StorageError
from store.log.record import Commit
from store.repository import Repository, open_team
from store.rules.membership import known_as, refuse_outsider, refuse_unless_lead
from store.rules.words import counted
from store.team import Team
from tui.commands.call import Call
from tui.consent import what_it_goes_over

_WAITS = "The change waits on this machine; the next tagwerk that reaches the folder commits it."


class Session:
    """What a verb does with the team."""

    def __init__(self, repository: Repository, person: str, now: datetime) -> None:
        self._repository = repository
        self.problem = repository.flush().problem if repository.waiting else None
        """Why changes that waited on this machine still do."""
        self.now = now
        """When the verb was called (aware, UTC)."""
        self.person = known_as(repository.team, person)
        """Login of whoever acts; it need not be in the team."""

    @property
    def team(self) -> Team:
        """The newest snapshot."""
        return self._repository.team

    @property
    def repository(self) -> Repository:
        """The door to the data, for what is not a plain change."""
        return self._repository

    @property
    def today(self) -> date:
        """The day it is for the team."""
        return self.team.today(self.now)

    @property
    def zone(self) -> ZoneInfo:
        """Time zone of whoever acts."""
        member = self.team.members.get(self.person)
        return ZoneInfo(member.time_zone if member else self.team.settings.time_zone)

    @property
    def member(self) -> str:
        """Login of whoever acts, for what only members may do. While nobody is in the team, everybody may.

        Raises:
            Refused: the person is not in the team.
        """
        refuse_outsider(self.team, self.person)
        return self.person

    @property
    def lead(self) -> str:
        """Login of whoever acts, for what only who leads a role may do. While nobody does, every member may.

        Raises:
            Refused: the person leads nothing, or is not in the team.
        """
        refuse_unless_lead(self.team, self.person)
        return self.person

    def commit(self, change: Change) -> Mapping[tuple[str, int], int]:
        """Commit a change; the numbers that its new documents have got.

        Raises:
            Clash, Refused: it stands against others' work; nothing was written.
            StorageError: the folder cannot be written; the change waits on this machine, and a note says so.
        """
        try:
            commit: Commit | None = self._repository.commit(change)
        except StorageError as error:
            if self._repository.newer is None:
                error.add_note(_WAITS)
            raise
        return commit.numbers if commit else {}


@contextmanager
def session(call: Call) -> Iterator[Session]:
    """Open the team's folder, first of all commit what still waits, and leave everything in order.

    Raises:
        NotFound: there is no folder, or no team in it.
        StorageError: the folder does not answer.
    """
    world, person = call.world, call.person
    repository = open_team(
        call.folder, local=world.local, login=call.login or person, disk=world.disk, now=world.now
    )
    try:
        yield Session(repository, person, call.now)
        if repository.newer is not None:
            call.tell(str(repository.newer))
    except NeedsConsent as error:
        way = "--anyway moves it" if isinstance(error, Frozen) else "--over-limit goes over it"
        raise NeedsConsent(f"{what_it_goes_over(error)}; {way}.") from error
    finally:
        repository.close()
        _tell(call, repository, known_as(repository.team, person))


def _tell(call: Call, repository: Repository, person: str) -> None:
    """What a person should know although nobody asked."""
    for sentence in repository.reports:
        call.tell(sentence)
    if repository.waiting:
        call.tell(f"{counted(repository.waiting, 'change')} on this machine could not be committed yet.")
    if parked := sum(waiting.change.by == person for waiting in repository.parked):
        stand, them = ("stands", "it") if parked == 1 else ("stand", "them")
        call.tell(
            f"{counted(parked, 'earlier change')} of yours {stand} against somebody else's work; "
            f"“tagwerk clash” shows {them}."
        )
