"""A folder in which programs tell each other that they run, and a clock that is set by hand."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from store.log.disk import Disk
from store.log.layout import Layout
from store.presence import Presence, Where

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
BOARD = Where("Board")


class Room:
    """The folder of a history, and who looks into it."""

    def __init__(self, place: Path) -> None:
        self.layout = Layout(place / "team.json.d", "3f2a9c1b")
        self.layout.root.mkdir(parents=True)
        self.seconds = 1000.0
        self._count = 0

    @property
    def names(self) -> list[str]:
        """The names in the folder, without their version and beat."""
        here = self.layout.here
        return sorted(path.name.partition(".")[0] for path in here.iterdir()) if here.exists() else []

    def clock(self) -> float:
        """Seconds of everybody's own clock."""
        return self.seconds

    def enter(
        self, login: str, disk: Disk | None = None, where: Where | None = BOARD, *, ahead: float = 0.0
    ) -> Presence:
        """Somebody opens the app; `ahead` are the seconds by which that computer's clock is wrong."""
        self._count += 1
        now = datetime.fromtimestamp(NOON.timestamp() + ahead, UTC)
        presence = Presence(
            self.layout,
            f"{login}{self._count:04}",
            login,
            disk,
            clock=lambda: self.seconds + ahead,
            now=lambda: now,
        )
        if where is not None:
            presence.say(where)
        presence.look()
        return presence

    def pass_time(self, seconds: float, *programs: Presence) -> None:
        """Time goes by; these programs run meanwhile and poll once a second."""
        end = self.seconds + seconds
        while self.seconds < end:
            self.seconds = min(end, self.seconds + 1.0)
            for program in programs:
                program.look()


def logins(presence: Presence) -> list[str]:
    """Who somebody sees."""
    return [person.login for person in presence.look()]
