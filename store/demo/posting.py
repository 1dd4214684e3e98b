"""Playing what happened on the demo's message board with the real rules."""

from __future__ import annotations

from collections.abc import Mapping
from inspect import cleandoc

from store.change import Change
from store.demo.calendar import Calendar
from store.demo.meeting import next_number
from store.demo.news import POSTS, NewsEvent
from store.demo.news_story import PostStory
from store.demo.people import ROLE_IDS
from store.rules import posts, read_states, replies
from store.team import Team

_TABLES = ("replies", "reactions", "acknowledgements", "read_states")


class Newsroom:
    """The message board while the stories are played. Its numbers are final."""

    def __init__(self, calendar: Calendar, cards: Mapping[str, int]) -> None:
        self._calendar = calendar
        self._cards = cards
        """Number of each card by the title of its story; grows while the stories are played."""
        self._last = dict.fromkeys(_TABLES, 0)
        self._replies: dict[tuple[int, int], int] = {}
        """Number of each reply by its post and its place below it."""
        self._posts: dict[int, int] = {}
        """Number of each post by its place among the stories: stand-ups tell the news something too."""

    def change(self, team: Team, event: NewsEvent) -> Change:
        """What somebody does; empty when it makes no difference."""
        change = self._change(team, event)
        for edit in change.edits:
            if edit.before is None:
                if edit.table == "posts":
                    self._posts[event.post] = edit.id
                else:
                    self._last[edit.table] = edit.id
                if edit.table == "replies":
                    self._replies[event.post, event.reply] = edit.id
        return change

    def _change(self, team: Team, event: NewsEvent) -> Change:
        post, by, at = self._posts.get(event.post, 0), event.by, self._calendar.at(event.ago)
        story = POSTS[event.post - 1]
        match event.kind:
            case "post":
                return self._post(team, event, story)
            case "edit":
                return posts.edit(team, post, by, at, body=self._words(story.body))
            case "pin":
                assert story.pinned
                return posts.pin(team, post, self._calendar.day(story.pinned[1]), by, at)
            case "close":
                assert story.closed
                return posts.close(team, post, self._words(story.closed[1]), by, at)
            case "remind":
                return replies.remind(team, post, by, at, self._next("replies"))
            case "reply":
                return replies.reply(team, post, self._words(event.what), by, at, self._next("replies"))
            case "react":
                number, reply = self._next("reactions"), self._replies.get((event.post, event.reply))
                return replies.react(team, post, event.what, by, at, reply=reply, id=number)
            case "acknowledge":
                return replies.acknowledge(team, post, by, at, self._next("acknowledgements"))
            case "read":
                return read_states.mark_all_read(team, by, at, self._next("read_states"))

    def _post(self, team: Team, event: NewsEvent, story: PostStory) -> Change:
        return posts.write(
            team,
            self._calendar.fill(story.title),
            event.by,
            self._calendar.at(event.ago),
            id=next_number(team, "posts"),
            kind=story.kind,
            body=self._words(story.edited[1] if story.edited else story.body),
            roles=[ROLE_IDS[key] for key in story.roles.split()],
            people=story.people.split(),
            # A smaller board does not have all the cards.
            tasks=[self._cards[title] for title in story.cards if title in self._cards],
            goals=list(story.goals),
            acknowledge_by=self._calendar.day(story.acknowledge_by),
        )

    def _words(self, text: str) -> str:
        return self._calendar.fill(cleandoc(text))

    def _next(self, table: str) -> int:
        return self._last[table] + 1
