"""What happened to a card of the demo, and when: from its story to a list of events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal

from store.demo.roles import ROLES
from store.demo.story import Story

Kind = Literal["create", "take", "postpone", "depend", "move", "tick", "block", "comment", "archive"]

_PATHS = {
    "backlog": (),
    "ready": ("ready",),
    "doing": ("ready", "doing"),
    "review": ("ready", "doing", "review"),
    "done": ("ready", "doing", "review", "done"),
    "archived": ("ready", "doing", "review", "done"),
}
POSTPONED = "postponed"
"""What the creation of a card says whose due date was put off later."""
_SOON = 0.04
"""Working days that somebody needs at least between two things; about 20 minutes."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that somebody did."""

    ago: float
    """Working days ago."""
    kind: Kind
    story: Story
    by: str
    what: str = ""
    """The column's key, the step's number, the comment's words, or `POSTPONED`."""


def lifeline(story: Story, random: Random) -> list[Event]:
    """Everything that happened to one card, in order."""
    lead = ROLES[story.role].lead if story.role in ROLES else "svea"
    worker = story.who.partition(" ")[0] or lead
    born = story.born + random.uniform(0.05, 0.9)
    is_postponed = isinstance(story.due, int) and story.due > 3 and random.random() < 0.4
    events = [Event(born, "create", story, story.by or lead, POSTPONED if is_postponed else "")]
    moves = list(_moves(story, born, worker, lead, random))
    begun = next((e.ago for e in moves if e.what == "doing"), born)
    end = moves[-1].ago if moves else born
    is_finished = story.at in ("done", "archived")
    until = end + _SOON if is_finished else min(0.1, end / 2)
    events += moves
    events += _during(story, worker, begun - _SOON, until)
    if story.who and begun < born:
        events.append(Event(begun + _SOON / 2, "take", story, worker))
    if is_postponed:
        events.append(Event((born + end) / 2 - _SOON / 3, "postpone", story, worker))
    if story.after:
        events.append(Event(min(born, end) - _SOON, "depend", story, lead))
    if story.blocked:
        events.append(Event(end * 0.7, "block", story, worker))
    if story.at == "archived":
        events.append(Event(max(0.5, end - 7), "archive", story, lead))
    return events


def _moves(story: Story, born: float, worker: str, lead: str, random: Random) -> Iterator[Event]:
    """The card's way over the board; it arrives where it stands when the story says."""
    path = [c for c in _PATHS[story.at] if c != "review" or story.at == "review" or len(story.steps) > 2]
    # Not everything happens at the end of a day.
    hours = random.uniform(0.05, 0.8) if story.moved >= 1 else 0
    last = min(story.moved + hours, born - _SOON * (len(path) + 1))
    for number, column in enumerate(path, 1):
        share = number / len(path)
        # Things wait longer than they take.
        share **= 1 if number == len(path) else random.uniform(0.6, 0.9)
        by = lead if column == "ready" else worker
        yield Event(born - (born - last) * share, "move", story, by, column)


def _during(story: Story, worker: str, begun: float, until: float) -> Iterator[Event]:
    """Steps that were ticked and what was said, evenly between two times."""
    for number in range(story.ticked):
        yield Event(_between(begun, until, number, story.ticked), "tick", story, worker, str(number))
    # The last word is often said when the card is finished.
    last = max(0.05, until - 0.8) if story.at == "done" else until
    for number, (login, words) in enumerate(story.said):
        yield Event(_between(begun, last, number, len(story.said)), "comment", story, login, words)


def _between(first: float, last: float, number: int, count: int) -> float:
    return first - (first - last) * (number + 1) / (count + 0.5)
