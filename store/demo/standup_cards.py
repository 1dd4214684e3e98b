"""What the demo's cards give people to tell in a stand-up: taken from what happens to them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from store.demo.calendar import Calendar
from store.demo.lifelines import Event
from store.demo.standup_words import CARDS
from store.demo.story import Story

_MOST = 2
"""Lines about cards in each part of an update; nobody reads more."""
_WORTH = 3
"""What is told in any case comes up to this place; what comes behind it is told by who has nothing else."""
_COLUMNS = {"doing": "Doing", "review": "Review"}
_MARK = re.compile(r"(^)\[(\w+)\] |( ?)\[(\w+)\]", re.MULTILINE)
"""What stands for the number of a card."""


class CardNews:
    """What happened to the cards, by who did it, and where each card is at a time."""

    def __init__(self, events: Iterable[Event], calendar: Calendar, first: int) -> None:
        """The events of all cards in the order of time; `first` is the number of the first card."""
        self._calendar = calendar
        self._did: defaultdict[str, list[Event]] = defaultdict(list)
        self._on: defaultdict[str, list[Story]] = defaultdict(list)
        self._numbers: dict[str, int] = {}
        self._when: dict[tuple[str, str], float] = {}
        """Working days ago on which a card, by its title, was created, blocked or came to a column."""
        for event in events:
            self._did[event.by].append(event)
            title, step = event.story.title, event.what if event.kind == "move" else event.kind
            self._when[title, step] = event.ago
            if event.kind == "create":
                self._numbers[title] = first + len(self._numbers)
                for login in event.story.who.split():
                    self._on[login].append(event.story)

    def number(self, title: str, ago: float) -> int | None:
        """The number of the card of that story, if it is there at that time."""
        return self._numbers[title] if self._has(title, "create", ago) else None

    def filled(self, text: str, ago: float, *, is_open: bool = False) -> list[str]:
        """The lines of a text with numbers of cards in it.

        Args:
            text: what was written, see `Said`.
            ago: working days ago on which it was written; cards that were not there yet have no number.
            is_open: leave out lines about cards that were finished by then.
        """
        lines = [
            line
            for line in text.splitlines()
            if not (is_open and any(self._has(title, "done", ago) for title in _named(line)))
        ]
        return [self._calendar.fill(self._numbered(line, ago)) for line in lines]

    def done(self, login: str, since: float, until: float, besides: str) -> Iterator[str]:
        """What somebody did between two times, what is finished first; without cards that `besides` names."""
        told: dict[str, tuple[int, str]] = {}
        for event in self._did[login]:
            if since >= event.ago > until and (words := self._told(event)):
                title = event.story.title
                if title not in told or words[0] <= told[title][0]:
                    told[title] = words
        # That a lead has put something to Ready is told by who has nothing else to tell.
        least = min((weight for weight, _ in told.values()), default=0) if not besides.strip() else 0
        told = {title: words for title, words in told.items() if words[0] <= max(least, _WORTH)}
        lines = sorted(told.items(), key=lambda entry: entry[1][0])
        return self._besides(((title, words) for title, (_, words) in lines), besides)

    def in_work(self, login: str, ago: float, besides: str) -> Iterator[str]:
        """The cards that somebody has begun and not finished, the newest first."""
        begun = [
            story
            for story in self._on[login]
            if self._has(story.title, "doing", ago) and not self._has(story.title, "done", ago)
        ]
        begun.sort(key=lambda story: self._when[story.title, "doing"])
        return self._besides(((story.title, self._called(story)) for story in begun), besides)

    def in_the_way(self, login: str, ago: float, besides: str) -> Iterator[str]:
        """Why cards of a person are blocked, for who does most of each."""
        stuck = [
            story
            for story in self._on[login]
            if story.who.split()[0] == login and self._has(story.title, "block", ago)
        ]
        return self._besides(((s.title, f"{self._called(s)}: {s.blocked}") for s in stuck), besides)

    def _besides(self, lines: Iterable[tuple[str, str]], besides: str) -> Iterator[str]:
        known = set(_named(besides))
        found = [line for title, line in lines if title not in known]
        return (self._calendar.fill(line) for line in found[:_MOST])

    def _told(self, event: Event) -> tuple[int, str] | None:
        """What somebody did, after its place among others; `None` for what nobody tells."""
        called = self._called(event.story)
        match event.kind:
            case "move" if event.what == "done":
                return 0, f"finished {called}"
            case "move" if event.what != "ready":
                return 1, f"moved {called} to {_COLUMNS[event.what]}"
            case "tick":
                return 2, f"{called}: {event.story.steps[int(event.what)]}"
            case "comment":
                return _WORTH, f"commented on {called}"
            case "move":
                return _WORTH + 1, f"moved {called} to Ready"
            case _:
                return None

    def _called(self, story: Story) -> str:
        return f"#{self._numbers[story.title]} {story.title}"

    def _has(self, title: str, step: str, ago: float) -> bool:
        when = self._when.get((title, step))
        return when is not None and when > ago

    def _numbered(self, line: str, ago: float) -> str:
        def number(mark: re.Match[str]) -> str:
            known = self.number(CARDS[mark[2] or mark[4]], ago)
            if mark[2]:
                return f"#{known} " if known else ""
            return f"{mark[3]}#{known}" if known else ""

        return _MARK.sub(number, line)


@cache
def _named(text: str) -> Sequence[str]:
    """Titles of the stories that a text names."""
    return [CARDS[mark[2] or mark[4]] for mark in _MARK.finditer(text)]
