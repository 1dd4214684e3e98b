"""Opening a team's folder: before the app where that is quick, else behind a board that is there already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from store.errors import Replaced
from store.log.disk import Disk
from store.presence import Presence, presence_in
from store.repository import Repository, open_team
from store.rules.membership import known_as


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """A team's folder that can be worked with."""

    repository: Repository
    person: str
    """Login of the person as the team knows it."""
    presence: Presence | None = None
    """How the others are told; `None`: they are not."""


Open = Callable[[], Opened]
"""Opens the folder; takes as long as the drive and the team's size make it take."""


def open_folder(
    folder: Path,
    person: str,
    login: str,
    *,
    epoch: str = "",
    local: Path | None = None,
    disk: Disk | None = None,
) -> Opened:
    """Open a team's folder for a person.

    Args:
        folder: The team's shared folder.
        person: Who works with it, as it was typed.
        login: The operating system's login, for the record.
        epoch: Of the history that has to be there still; empty: any.
        local: Where this machine keeps changes that wait; by default the user's state folder.
        disk: The file system, for tests.

    Raises:
        NotFound: there is no team in the folder.
        StorageError: the folder does not answer, is damaged or was made by a newer program.
    """
    repository = open_team(folder, login=login, local=local, disk=disk)
    if epoch and repository.epoch != epoch:
        repository.close()
        raise Replaced(
            f"The team in {folder} was replaced just now. Start Tagwerk again to use what is there."
        )
    known = known_as(repository.team, person)
    if repository.newer is not None:
        # Where others are, and how they say so, a newer program may tell in another way.
        return Opened(repository, known)
    return Opened(repository, known, presence_in(folder, repository.epoch, repository.client, known, disk))
