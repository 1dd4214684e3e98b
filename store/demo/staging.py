"""Playing the demo's stories with the real rules, one thing after the other."""

from __future__ import annotations

from datetime import timedelta

from store.change import Change
from store.demo.calendar import Calendar
from store.demo.goal_words import GOALS
from store.demo.goals import SERVING, GoalEvent, result_number
from store.demo.lifelines import POSTPONED, Event
from store.demo.meeting import Meeting
from store.demo.news import NewsEvent
from store.demo.people import COLUMN_IDS, ROLE_IDS
from store.demo.posting import Newsroom
from store.demo.standup import StandupEvent
from store.errors import NeedsConsent
from store.rules import check_ins, checklist, comments, goals, links, moving, tasks
from store.team import Team

AnyEvent = Event | GoalEvent | NewsEvent | StandupEvent

_NUMBERED = ("tasks", "comments", "check_ins")
"""Tables to which something is added while the stories are played."""


class Stage:
    """The team while the stories are played."""

    def __init__(self, team: Team, calendar: Calendar, meeting: Meeting) -> None:
        self.team = team
        self._calendar = calendar
        self._numbers: dict[str, int] = {}
        """Number of each card by the title of its story."""
        self._meeting = meeting
        self._newsroom = Newsroom(calendar, self._numbers)
        self._last = {
            table: max(team.tables.get(table, {}), default=0) for table in ("tasks", "comments", "check_ins")
        }

    def play(self, event: AnyEvent) -> Change:
        """Let somebody do one thing; the change may be empty when it makes no difference."""
        if isinstance(event, GoalEvent):
            change = self._goal_change(event)
        elif isinstance(event, NewsEvent):
            change = self._newsroom.change(self.team, event)
        elif isinstance(event, StandupEvent):
            change = self._meeting.change(self.team, event)
        else:
            change = self._card_change(event)
        if change:
            self.team = self.team.apply(change)
        return change

    def _card_change(self, event: Event) -> Change:
        try:
            return self._change(event, override=False)
        except NeedsConsent:
            return self._change(event, override=True)

    def _change(self, event: Event, *, override: bool) -> Change:
        team, story, by, at = self.team, event.story, event.by, self._calendar.at(event.ago)
        if event.kind == "create":
            return self._create(event)
        id = self._numbers[story.title]
        match event.kind:
            case "move":
                return moving.move(team, id, COLUMN_IDS[event.what], by, at, override=override)
            case "take":
                return tasks.assign(team, id, story.who.split(), by, at)
            case "postpone":
                return tasks.edit(team, id, by, at, due=self._calendar.day(story.due))
            case "depend":
                on = self._numbers.get(story.after)
                return links.depend(team, id, on, by, at) if on else Change()
            case "tick":
                return checklist.tick(team, id, _step_id(int(event.what)), by, at)
            case "block":
                return tasks.block(team, id, self._calendar.fill(story.blocked), by, at)
            case "comment":
                words = self._calendar.fill(event.what)
                return comments.comment(team, id, words, by, at, id=self._next("comments"))
            case "archive":
                return tasks.archive(team, id, by, at)

    def _goal_change(self, event: GoalEvent) -> Change:
        at, story = self._calendar.at(event.ago), GOALS[event.goal - 1]
        if event.said is None:
            assert event.end is not None
            words = {"reason": story.reason, "lesson": story.lesson}
            return goals.close(self.team, event.goal, event.end, story.owner, at, **words)
        said = event.said
        return check_ins.check_in(
            self.team,
            event.goal,
            said.by or story.owner,
            at,
            value=said.value,
            confidence=said.sure,
            note=said.note,
            blockers=said.blocked,
            result=result_number(event.goal, said.result) if said.result else None,
            id=self._next("check_ins"),
        )

    def _create(self, event: Event) -> Change:
        story, fill = event.story, self._calendar.fill
        id = self._numbers[story.title] = self._next("tasks")
        due = self._calendar.day(story.due)
        if due and event.what == POSTPONED:
            due -= timedelta(days=7)
        return tasks.create(
            self.team,
            fill(story.title),
            event.by,
            self._calendar.at(event.ago),
            role=ROLE_IDS.get(story.role),
            id=id,
            # Who begins something puts their name on it then.
            assignees=story.who.split() if story.at in ("backlog", "ready") else [],
            description=fill(story.text),
            priority=story.priority,
            due=due,
            start=self._calendar.day(story.start),
            estimate=story.hours,
            goal=SERVING.get(story.title),
            tags=[tag for tag in story.tags.split(", ") if tag],
            checklist=[{"id": _step_id(n), "text": step} for n, step in enumerate(story.steps)],
        )

    def _next(self, table: str) -> int:
        self._last[table] += 1
        return self._last[table]


def _step_id(number: int) -> str:
    return f"step{number + 1}"
