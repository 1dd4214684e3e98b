"""A team of twelve with values, roles and questions, and a folder for it."""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from store.change import Change
from store.log.disk import Disk
from store.merge import rebase
from store.models import Document, Member, PulseBatch, PulseQuestion, Role, Value
from store.repository import Repository, open_team
from store.repository.pulse import PulseKeeper
from store.setup import create_team
from store.team import Team
from tests import builders

MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
NAMES = ("ana", "ben", "cem", "dia", "eli", "fay", "gus", "hal", "ida", "jon", "kim", "lea")
SHOP, MAIL = 1, 2


def team(*more: Document, people: Iterable[str] = NAMES) -> Team:
    """Ana leads the shop, where everybody works; Lea alone writes the newsletter."""
    members = [
        Member(id=at, login=login, name=login.title(), roles=[SHOP, *([MAIL] if login == "lea" else [])])
        for at, login in enumerate(people, 1)
    ]
    roles = [
        Role(id=SHOP, name="Shop", lead="ana", position="a"),
        Role(id=MAIL, name="Newsletter", position="b"),
    ]
    values = [
        Value(id=1, name="Customers first", practice=["We call back."], position="a"),
        Value(id=2, name="No surprises", position="b"),
    ]
    questions = [
        PulseQuestion(id=1, text="How was your week?", position="a"),
        PulseQuestion(id=2, text="Can you say what you think?", position="b"),
        PulseQuestion(id=3, text="Is your load fine?", position="c"),
    ]
    return Team(builders.tables_of([builders.settings(), *members, *roles, *values, *questions, *more]))


def after(known: Team, change: Change) -> Team:
    """The team with the change, as the log would number it."""
    new = {
        key: max(known.tables.get(key[0], ()), default=0) - key[1] for key in change.touched() if key[1] < 0
    }
    return known.apply(rebase(change.renumbered(new), known.tables))


class Shared:
    """A folder with the team in it, and programs that have it open."""

    def __init__(self, place: Path, known: Team) -> None:
        self.place = place
        self.folder = place / "team"
        self.today = MONDAY
        create_team(self.folder, known.tables)
        self.opened: list[Repository] = []
        """One for each program, in the order in which they came."""

    def end_week(self, weeks: int = 1) -> PulseKeeper:
        """Monday comes, and somebody begins to work."""
        self.today = MONDAY + timedelta(weeks=weeks)
        keeper = self.enter()
        keeper.look()
        return keeper

    def enter(self, disk: Disk | None = None, ahead: float = 0) -> PulseKeeper:
        """One more program, on a computer whose clock is so many seconds ahead."""
        name = f"local{len(self.opened)}"
        repository = open_team(self.folder, local=self.place / name, login="os", disk=disk)
        self.opened.append(repository)
        return PulseKeeper(repository, lambda: self.today, lambda: time.time() + ahead)

    @property
    def team(self) -> Team:
        """What the log says now."""
        return self.repository.team

    @property
    def repository(self) -> Repository:
        """One that has read everything."""
        repository = self.opened[0] if self.opened else open_team(self.folder, local=self.place / "own")
        repository.refresh()
        return repository

    @property
    def box(self) -> list[bytes]:
        """What lies in the running week's box, oldest first."""
        return [path.read_bytes() for path in self.files]

    @property
    def files(self) -> list[Path]:
        """Where it lies."""
        (root,) = [path for path in (self.folder / "team.json.d").iterdir() if path.is_dir()]
        week = root / "pulse" / MONDAY.isoformat()
        return sorted(week.iterdir()) if week.exists() else []

    def close(self) -> None:
        """Everybody leaves."""
        for repository in self.opened:
            repository.close()


def batches(shared: Shared) -> list[PulseBatch]:
    """The batches with people in them."""
    return [one for one in shared.team.all(PulseBatch) if one.people]
