"""Where a stand-up is, for reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from store.days import spoken
from store.models import Note, Round
from store.phrases import listed
from store.standup.rounds import absent, speaking, waiting
from store.team import Team
from tui.commands.answer import Json
from tui.commands.standup_shapes import round_shape
from widgets.cells import cut


@dataclass(frozen=True)
class Where:
    """Who has the word, who is still to speak, and what is kept of a round."""

    team: Team
    held: Round | None
    """`None`: there was no round that day."""
    now: datetime
    zone: ZoneInfo
    """The reader's time zone."""
    status: int = 0

    def lines(self, width: int | None) -> Iterator[str]:
        """When it began, its people, then a line for each note with its number."""
        held = self.held
        if held is None:
            yield "There was no stand-up today; “tagwerk standup round start” begins one."
            return
        for line in self._lines(held):
            yield cut(line, width) if width else line

    def document(self) -> Json:
        """See `shapes`."""
        return {"round": round_shape(self.team, self.held) if self.held else None}

    def _lines(self, held: Round) -> Iterator[str]:
        by = self.team.name_of(held.started_by)
        day = spoken(held.day, self.team.today(self.now))
        yield f"Stand-up of {day}, started by {by} at {self._clock(held.started_at)}"
        if held.ended_at:
            told = f"; post {held.summary} tells of it" if held.summary else ""
            yield f"Over           since {self._clock(held.ended_at)}{told}"
        elif login := speaking(held):
            yield f"Speaking       {self.team.name_of(login)}{self._turn(held)}"
        groups = (("Still to come", waiting(self.team, held)), ("Spoken", held.spoken))
        for name, logins in (*groups, ("Not there", absent(held))):
            if logins:
                yield f"{name:<15}{self._names(logins)}"
        if held.notes:
            yield from ("", "Noted")
        for place, note in enumerate(held.notes, 1):
            yield f"  {place}  {self._note(note)}"

    def _turn(self, held: Round) -> str:
        """How long somebody has had the word."""
        seconds = max(0, int((self.now - held.since).total_seconds())) if held.since else 0
        return f", for {seconds // 60}:{seconds % 60:02}"

    def _note(self, note: Note) -> str:
        words = " ".join(note.text.split())
        people = f" (with {self._names(note.people)})" if note.people else ""
        made = f", now #{note.task}" if note.task else ""
        return f"{note.kind}: {words}{people}{made}"

    def _names(self, logins: Iterable[str]) -> str:
        return listed(map(self.team.name_of, logins))

    def _clock(self, at: datetime) -> str:
        return f"{at.astimezone(self.zone):%H:%M}"
