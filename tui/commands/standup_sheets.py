"""What `tagwerk standup` shows: a draft, everybody's updates of a day, and who takes part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from store.days import spoken
from store.models import Question, Update
from store.phrases import counted, listed
from store.standup.cards import lines_of
from store.standup.drafting import Draft
from store.standup.participation import Part, Participation
from store.team import Team
from tui.commands.answer import Json
from tui.commands.grid import aligned
from tui.commands.shapes import moment
from tui.commands.standup_shapes import draft_shape, participation_shape, question_shape, update_shape
from widgets.cells import cut

_PARTS = (("done", "Done"), ("now", "Now"), ("blockers", "In the way"))
_WAY_ON = (
    "“tagwerk standup --post” posts this; --done, --now and --blockers say it in other words.",
    "“tagwerk standup --post” posts the draft instead; --done, --now and --blockers change a part.",
)
"""What is told where nobody can be asked: without an update of that day, and with one."""


def told(texts: Mapping[str, str]) -> Iterator[str]:
    """The three parts of an update as lines; empty ones are left out."""
    for name, heading in _PARTS:
        if lines := lines_of(texts.get(name, "")):
            yield f"  {heading}"
            yield from (f"    {line}" for line in lines)


def answers(update: Update, questions: Mapping[str, Question]) -> Iterator[str]:
    """What somebody answered to the team's questions, as lines."""
    for one in update.answers:
        if question := questions.get(one.id):
            yield f"  {question.text}"
            yield from (f"    {line}" for line in lines_of(one.text))


def texts_of(update: Update) -> dict[str, str]:
    """The three parts of an update."""
    return {"done": update.done, "now": update.now, "blockers": update.blockers}


@dataclass(frozen=True)
class Mine:
    """A person's draft, and what she has said already."""

    team: Team
    day: date
    today: date
    since: datetime
    zone: ZoneInfo
    draft: Draft
    texts: Mapping[str, str]
    """What would be posted."""
    update: Update | None
    """What is posted; `None`: nothing yet."""
    questions: tuple[Question, ...]
    """Those of that day."""
    said: str = ""
    """What was done in this call; empty: nothing."""
    status: int = 0

    def lines(self, width: int | None) -> Iterator[str]:
        """What was posted in this call; else the update of that day, the draft, and the way on."""
        for line in [self.said] if self.said else [*self.shown(), _WAY_ON[self.update is not None]]:
            yield cut(line, width) if width else line

    def shown(self) -> Iterator[str]:
        """The update that there is, and the draft."""
        name = spoken(self.day, self.today)
        if self.update is not None:
            yield f"You have said for {name}, at {clock(self.update, self.zone)}:"
            yield from told(texts_of(self.update))
            yield from answers(self.update, {str(one.id): one for one in self.questions})
            yield ""
        begin = self.since.astimezone(self.zone)
        yield f"Draft for {name}, from {spoken(begin.date(), self.today)} {begin:%H:%M} on:"
        lines = list(told(self.texts))
        yield from lines or ["  Nothing has happened, and nothing is in work."]
        yield ""

    def document(self) -> Json:
        """See `shapes`."""
        return {
            "day": self.day.isoformat(),
            "since": moment(self.since),
            "draft": draft_shape(self.draft),
            "update": update_shape(self.update, is_late=False) if self.update else None,
            "questions": [question_shape(one) for one in self.questions],
            "posted": bool(self.said),
        }


@dataclass(frozen=True)
class Everybody:
    """What everyone has said for a day, and who has not."""

    team: Team
    day: date
    today: date
    zone: ZoneInfo
    updates: Mapping[str, Update]
    late: frozenset[str]
    """Logins of those whose update came after the round had begun."""
    missing: tuple[str, ...]
    """Logins of those who have written none."""
    questions: tuple[Question, ...]
    status: int = 0

    def lines(self, width: int | None) -> Iterator[str]:
        """A part for each person, the first one first; then who has written nothing."""
        for line in self._lines():
            yield cut(line, width) if width else line

    def _lines(self) -> Iterator[str]:
        questions = {str(one.id): one for one in self.questions}
        yield f"Stand-up of {spoken(self.day, self.today)}"
        for login, update in self.updates.items():
            late = ", after the round had begun" if login in self.late else ""
            yield ""
            yield f"{self.team.name_of(login)}, {clock(update, self.zone)}{late}"
            yield from told(texts_of(update))
            yield from answers(update, questions)
        yield ""
        if self.missing:
            yield f"No update from {listed(map(self.team.name_of, self.missing))}."
        else:
            yield "Everyone has written one."

    def document(self) -> Json:
        """See `shapes`."""
        updates = [update_shape(one, is_late=login in self.late) for login, one in self.updates.items()]
        return {"day": self.day.isoformat(), "updates": updates, "missing": list(self.missing)}


@dataclass(frozen=True)
class TakingPart:
    """Who took part over some weeks."""

    team: Team
    today: date
    weeks: int
    found: Participation
    status: int = 0

    def lines(self, width: int | None) -> Iterator[str]:
        """A line for each member by name, then what is in the way again and again."""
        since = spoken(self.found.first, self.today)
        yield f"{counted(self.found.rounds, 'round')} since {since}"
        if self.found.parts:
            yield from aligned([self._row(part) for part in self.found.parts], width, (12, 0, 0, 0))
        if self.found.recurring:
            yield ""
            yield "In the way again and again"
        for one in self.found.recurring:
            who = listed(map(self.team.name_of, one.people))
            line = f"  #{one.task} {one.title}: {counted(one.updates, 'update')} of {who}"
            yield cut(line, width) if width else line

    def document(self) -> Json:
        """See `shapes`."""
        return participation_shape(self.found, self.weeks)

    def _row(self, part: Part) -> list[str]:
        turns = f"{part.turns} of {counted(part.rounds, 'turn')}"
        unheard = "no turn in two weeks" if part.is_unheard else ""
        return [self.team.name_of(part.login), turns, counted(part.updates, "update"), unheard]


def clock(update: Update, zone: ZoneInfo) -> str:
    """When an update was posted, and when it was last changed, on the reader's clock."""
    changed = f", changed {update.edited_at.astimezone(zone):%H:%M}" if update.edited_at else ""
    return f"{update.posted_at.astimezone(zone):%H:%M}{changed}"
