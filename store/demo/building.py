"""Putting the demo together: where it begins, and everything that happened since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random
from typing import TypeVar

from store.change import Change
from store.demo.calendar import Calendar
from store.demo.cards_back import BACK
from store.demo.cards_front import FRONT
from store.demo.cards_shop import SHOP
from store.demo.crowd import Crowd, crowd
from store.demo.culture import culture_tables
from store.demo.figures import figure_tables
from store.demo.goals import goal_events, goals_before
from store.demo.lifelines import lifeline
from store.demo.meeting import Meeting
from store.demo.news import news_events
from store.demo.people import foundations
from store.demo.repeating import last_changes, repeating_tables
from store.demo.shop import VIEWER
from store.demo.staging import AnyEvent, Stage
from store.demo.standup import Standups
from store.demo.standup_cards import CardNews
from store.demo.story import Story
from store.demo.training import training_tables
from store.models import Raw
from store.team import Team

WRITTEN = tuple(
    story if story.role else replace(story, role=role)
    for role, stories in (FRONT | SHOP | BACK).items()
    for story in stories
)
"""Every card that somebody wrote, with its role."""
_BEGINS = 19.5
"""Working days ago on which the history begins; what happened before is in the genesis."""


@dataclass(frozen=True)
class Demo:
    """A team and its last weeks."""

    genesis: dict[str, dict[int, Raw]]
    """The tables as they were some weeks ago."""
    history: list[Change]
    """What happened since, oldest first; numbers are final and none is given twice."""
    viewer: str = VIEWER
    """Login of the person as whom to look at it."""

    def team(self) -> Team:
        """The team as it is now: the history on top of the genesis."""
        team = Team(self.genesis)
        for change in self.history:
            team = team.apply(change)
        return team


def demo_team(now: datetime, *, tasks: int = 90, seed: int = 1) -> Demo:
    """A shop with that many cards on its board, as it is at `now` (aware); the same for the same arguments.

    The first 90 are written by hand and have a history; further ones are generated and stand in the genesis.

    Raises:
        ValueError: the number of tasks is negative.
    """
    if tasks < 0:
        raise ValueError("a board cannot have fewer than 0 tasks")
    calendar = Calendar(now)
    random = Random(f"{seed} {calendar.today} {tasks}")
    stories = _chosen(tasks)
    live = sum(story.at != "archived" for story in stories)
    cards = [event for story in stories for event in lifeline(story, random)]
    others = crowd(tasks - live, calendar.today, random)
    first = max(others.tasks, default=0) + 1
    standups = Standups(calendar, CardNews(_in_order(cards), calendar, first))
    meeting = Meeting(calendar, standups)
    tables = (
        _with_crowd(others, calendar)
        | _goals(calendar)
        | training_tables(calendar)
        | figure_tables(calendar)
        | culture_tables(calendar)
    )
    tables |= repeating_tables(Team(tables), calendar)
    stage = Stage(Team(tables | meeting.before(tables)), calendar, meeting)
    goals = (event for event in goal_events() if event.said is None or event.ago <= _BEGINS)
    events: list[AnyEvent] = _in_order([*cards, *goals, *news_events(), *standups.events()])
    for event in events:
        if event.ago > _BEGINS:
            stage.play(event)
    genesis = {table: dict(documents) for table, documents in stage.team.tables.items()}
    history = [stage.play(event) for event in events if event.ago <= _BEGINS]
    history += last_changes(stage.team, calendar)
    return Demo(genesis, [change for change in history if change])


E = TypeVar("E", bound=AnyEvent)


def _in_order(events: Iterable[E]) -> list[E]:
    """The oldest first."""
    return sorted(events, key=lambda event: -event.ago)


def _chosen(tasks: int) -> tuple[Story, ...]:
    """All the written cards, or for a smaller board some of each role."""
    live = [story for story in WRITTEN if story.at != "archived"]
    if tasks >= len(live):
        return WRITTEN
    return tuple(s for n, s in enumerate(live) if (n + 1) * tasks // len(live) > n * tasks // len(live))


def _goals(calendar: Calendar) -> dict[str, dict[int, Raw]]:
    before = goals_before(calendar, _BEGINS)
    return {"goals": before.goals, "key_results": before.key_results, "check_ins": before.check_ins}


def _with_crowd(others: Crowd, calendar: Calendar) -> dict[str, dict[int, Raw]]:
    """The tables before anything is played; limits grow with the crowd, as a larger team's would."""
    tables = foundations(calendar)
    tables["tasks"], tables["comments"] = others.tasks, others.comments
    for table, counts in (("columns", others.in_column), ("roles", others.in_work)):
        for id, raw in tables[table].items():
            if raw.get("wip_limit"):
                tables[table][id] = {**raw, "wip_limit": raw["wip_limit"] + counts.get(id, 0)}
    return tables
