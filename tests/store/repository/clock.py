"""Repositories on small teams, with a clock that is set by hand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from store.change import Change, Edit
from store.log.disk import Disk
from store.models import Task
from store.repository import Repository, open_team
from store.rules.tasks import create, edit
from store.setup import create_team
from tests import builders
from tests.builders import NOW


@dataclass
class Clock:
    """Seconds since 1970, moved by the test."""

    seconds: float = NOW.timestamp()

    def __call__(self) -> float:
        return self.seconds

    def forward(self, seconds: float) -> None:
        self.seconds += seconds


@dataclass
class Place:
    """A team's folder, this machine's folder, and the time."""

    folder: Path
    local: Path
    clock: Clock

    def open(self, disk: Disk | None = None) -> Repository:
        """One more running program."""
        return open_team(self.folder, local=self.local, login="ana", disk=disk, now=self.clock)

    @property
    def file(self) -> Path:
        """The published file."""
        return self.folder / "team.json"

    def titles(self) -> list[str]:
        """The task titles that a fresh program sees, in the order of their numbers."""
        repository = self.open()
        repository.refresh()
        found = titles_of(repository)
        repository.close()
        return found


def placed(at: Path) -> Place:
    """The shop team, published, with nobody running."""
    at.mkdir(exist_ok=True)
    create_team(at / "team", builders.team().tables)
    return Place(at / "team", at / "local", Clock())


def titles_of(repository: Repository) -> list[str]:
    """The task titles by number."""
    return [task.title for task in sorted(repository.team.all(Task), key=lambda task: task.id)]


def new_task(repository: Repository, title: str, id: int = -1) -> Change:
    """A change that adds a task."""
    return create(repository.team, title, "ana", NOW, id=id)


def retitled(repository: Repository, id: int, title: str) -> Change:
    """A change of a task's title."""
    return edit(repository.team, id, "ana", NOW, title=title)


def renamed(id: int, old: str, new: str) -> Change:
    """A change of a task's title, whoever has seen what."""
    return Change((Edit("tasks", id, {"title": old}, {"title": new}),), "renamed", "ana", NOW)
