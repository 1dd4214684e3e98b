"""The demo's stand-ups: the older ones as documents, the last ones played with the real rules."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from store import rank
from store.change import Change, combine
from store.days import spoken
from store.demo.calendar import Calendar
from store.demo.shop import PEOPLE
from store.demo.standup import BEGINS, LASTS, PLAYED, TOLD, StandupEvent, Standups, Told
from store.demo.standup_rounds import QUESTION, ROUNDS, UNHEARD
from store.demo.standup_story import NoteStory, RoundStory
from store.models import Answer, Note, Question, Raw, Round, Update
from store.news.marks import Read
from store.rules import read_states, round_notes, standup
from store.rules import rounds as holding
from store.standup.order import speaking_order
from store.team import Team

Tables = Mapping[str, Mapping[int, Raw]]

_ASKED = 1
"""Number of the team's own question."""
_FRIDAY = 4
_NUMBER = re.compile(r"#(\d+)")
_TURN = timedelta(seconds=70)
"""How long somebody speaks."""


class Meeting:
    """The stand-ups while the stories are played. Their numbers are final."""

    def __init__(self, calendar: Calendar, standups: Standups) -> None:
        self._calendar = calendar
        self._standups = standups

    def before(self, tables: Tables) -> dict[str, dict[int, Raw]]:
        """The rounds and updates that are older than the last ones, and the team's own question.

        Args:
            tables: those that the demo stands on, for the people.
        """
        asked = Question(id=_ASKED, text=QUESTION, weekdays=[_FRIDAY], position=rank.spread(1)[0])
        # One team that goes on from round to round: the order of each depends on those before it.
        team = Team({"settings": tables["settings"], "members": tables["members"]})
        for number, back in enumerate(range(len(ROUNDS), TOLD, -1), 1):
            team = team.apply(Change.insert("rounds", self._round(team, back), id=number))
        rounds = dict(team.tables["rounds"])
        return {"questions": {_ASKED: asked.raw()}, "rounds": rounds, "updates": self._updates()}

    def change(self, team: Team, event: StandupEvent) -> Change:
        """What somebody does in or for a stand-up."""
        by, at = event.by, self._calendar.at(event.ago)
        number = len(ROUNDS) + 1 - event.back
        match event.kind:
            case "update":
                return self._write(team, event, at)
            case "start":
                return holding.start(team, by, at, number)
            case "hold":
                return self._hold(team, number, event)
            case "end":
                return holding.end(team, number, by, at, post=next_number(team, "posts"))
            case "read":
                post = max(team.tables["posts"])
                return read_states.mark_read(team, by, Read(posts=frozenset({post})), at)

    def _write(self, team: Team, event: StandupEvent, at: datetime) -> Change:
        told = self._standups.told[event.by, event.back]
        return standup.write_update(
            team,
            event.by,
            at,
            day=told.day,
            done=told.done,
            now=told.now,
            blockers=told.blockers,
            answers={_ASKED: told.learned} if told.learned else None,
            id=next_number(team, "updates"),
        )

    def _hold(self, team: Team, number: int, event: StandupEvent) -> Change:
        """All turns and notes of a round as one change: one by one they would bury what else happened."""
        story, by, begin = ROUNDS[event.back - 1], event.by, self._start(event.back)
        changes: list[Change] = []

        def then(change: Change) -> None:
            nonlocal team
            team = team.apply(change)
            changes.append(change)

        absent, away = _absent(story), holding.round_numbered(team, number).skipped
        for login in absent:
            if login not in away:
                then(holding.skip(team, number, login, by, begin))
        for login in away:
            # Away, and joins the call all the same.
            if login not in absent:
                then(holding.come_back(team, number, login, by, begin))
        for turn in range(len(PEOPLE) - len(_absent(story)) + 1):
            then(holding.go_on(team, number, by, begin + _TURN * turn))
        for place, one in enumerate(story.notes):
            note = self._note(one, place, event.back)
            at = note.at or begin
            words = note.kind, note.text, note.author, at
            then(round_notes.note(team, number, *words, note_id=note.id, people=note.people))
        day = self._standups.day(event.back)
        label = f"held the stand-up of {spoken(day, day)}"
        return combine(changes, label).signed(by, self._calendar.at(event.ago))

    def _updates(self) -> dict[int, Raw]:
        old = (told for told in self._standups.told.values() if told.back > PLAYED)
        return {
            number: self._update(told).raw()
            for number, told in enumerate(sorted(old, key=lambda told: (-told.ago, told.by)), 1)
        }

    def _update(self, told: Told) -> Update:
        """An update as it is kept."""
        return Update(
            day=told.day,
            author=told.by,
            done=told.done,
            now=told.now,
            blockers=told.blockers,
            promised=sorted({int(number) for number in _NUMBER.findall(told.now)}),
            answers=[Answer(id=str(_ASKED), text=told.learned)] if told.learned else [],
            posted_at=self._calendar.at(told.ago),
        )

    def _round(self, team: Team, back: int) -> Round:
        """A round as it is kept."""
        story, day = ROUNDS[back - 1], self._standups.day(back)
        order, skipped = speaking_order(team, day), _absent(story)
        return Round(
            day=day,
            started_at=self._calendar.at(self._standups.ago(back, BEGINS)),
            started_by=story.by,
            order=order,
            spoken=[login for login in order if login not in skipped],
            skipped=skipped,
            notes=[self._note(one, place, back) for place, one in enumerate(story.notes)],
            ended_at=self._calendar.at(self._standups.ago(back, BEGINS + LASTS)),
        )

    def _note(self, story: NoteStory, place: int, back: int) -> Note:
        return Note(
            id=f"note{place + 1}",
            kind=story.kind,
            text=self._calendar.fill(story.text),
            people=story.people.split(),
            author=story.by,
            at=self._start(back) + timedelta(minutes=4 * place + 3),
            task=self._standups.cards.number(story.card, 0) if story.card else None,
        )

    def _start(self, back: int) -> datetime:
        """When the first one got the word."""
        return self._calendar.at(self._standups.ago(back, BEGINS)) + timedelta(seconds=20)


def next_number(team: Team, table: str) -> int:
    """The number that a new document gets."""
    return max(team.tables.get(table, {}), default=0) + 1


def _absent(story: RoundStory) -> list[str]:
    return [UNHEARD, *story.absent.split()]
