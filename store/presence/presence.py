"""Telling the others that one is here, and seeing who else is."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from store.log.disk import Disk
from store.log.layout import Layout, data_folder
from store.presence.others import Others
from store.presence.own import Own
from store.presence.person import Person, Where
from store.presence.sign import signs
from store.presence.trouble import is_answer

BEAT = 20.0
"""Seconds between two signs of life."""
LOOK, LOOK_CLOSELY = 10.0, 2.0
"""Seconds between two looks at who is here: usually, and while it matters."""
_EACH, _EACH_CLOSELY, _AT_MOST = 0.6, 0.02, 30.0
"""Seconds more for each name, up to so many: on NFS a list costs 200 bytes a name, for each who looks."""
_FLOODED = 1000
"""Names of which most cannot be people; such a list is asked for ever less often."""
AFTER_TROUBLE = 30.0
"""Seconds without another try after the folder did not answer or could not be written."""


class Presence:
    """One running program's presence. For the thread that talks to the folder; only `say` is for any thread.

    Nothing here ever raises: where files cannot be read or written, people just are not seen.
    """

    def __init__(
        self,
        layout: Layout,
        client: str,
        login: str,
        disk: Disk | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._folder = layout.here
        self._disk = disk or Disk()
        self._clock = clock
        self._client, self._login, self._since = client, login, now()
        self._own = Own(self._folder, self._disk, client)
        self._others = Others(self._folder, self._disk, clock)
        self._where: Where | None = None
        self._closely = False
        self._names = 0
        self._beat_at = self._looked_at = float("-inf")
        self._mute_until = self._deaf_until = float("-inf")
        self._people: tuple[Person, ...] = ()

    def say(self, where: Where, *, closely: bool = False) -> None:
        """Note where this person is; the next `look` writes it down.

        Args:
            where: The screen, and the card that is being edited.
            closely: Whether it matters now where the others are, so that it is looked for more often.
        """
        self._where, self._closely = where, closely

    def look(self) -> tuple[Person, ...]:
        """Who else is here; the same object as long as nothing has changed. Cheap until something is due."""
        # After trouble not with every poll: each try may take as long as the drive's own patience.
        try:
            self._speak()
        except OSError as error:
            self._mute_until = self._clock() + AFTER_TROUBLE
            if not is_answer(error):
                # Shorter, so that who can never write still sees the others.
                self._deaf_until = self._clock() + AFTER_TROUBLE / 2
        try:
            self._listen()
        except OSError:
            self._deaf_until = self._clock() + AFTER_TROUBLE
        people = self._others.here()
        if people != self._people:
            self._people = people
        return self._people

    def leave(self) -> None:
        """Not be here any more."""
        try:
            self._own.leave()
        except OSError:
            return  # it grows stale, and somebody takes it away

    def _speak(self) -> None:
        where, now = self._where, self._clock()
        if where is None or now < self._mute_until:
            return
        content = Person(self._client, self._login, where, self._since).to_bytes()
        if not self._own.says(content):
            self._own.say(content)
        elif now >= self._beat_at:
            self._own.beat()
        else:
            return
        self._beat_at = now + BEAT

    def _listen(self) -> None:
        now = self._clock()
        if now < max(self._looked_at + self._pause(), self._deaf_until):
            return
        self._looked_at = now
        try:
            names = self._disk.names(self._folder)
        except FileNotFoundError:
            names = []  # nobody has ever been here
        self._names, found = len(names), signs(names)
        self._others.follow([sign for sign in found if sign.client != self._client], self._own.file)
        self._own.tidy(found)

    def _pause(self) -> float:
        if self._names > _FLOODED:
            return self._names * _EACH
        if self._others.is_behind:
            return 0.0
        least, each = (LOOK_CLOSELY, _EACH_CLOSELY) if self._closely else (LOOK, _EACH)
        return max(least, min(self._names * each, _AT_MOST))


def presence_in(folder: Path, epoch: str, client: str, login: str, disk: Disk | None = None) -> Presence:
    """A running program's presence in a team's folder."""
    return Presence(Layout(data_folder(folder), epoch), client, login, disk)
