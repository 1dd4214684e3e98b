"""One post for reading, whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from store.models import Goal, Post, Reply, Task
from store.news.audience import is_before_edit
from store.rules.words import counted
from tui.commands.answer import Json
from tui.commands.post_shapes import Reader, whole_post_shape
from widgets.cells import paragraphs

_READABLE = 100
"""Cells beyond which lines of text are hard to read."""


@dataclass(frozen=True)
class Sheet:
    """A post with its text as it was written, what was said and done below it, and who knows it."""

    reader: Reader
    post: Post
    zone: ZoneInfo
    """The reader's time zone."""
    status: int = 0

    def lines(self, width: int | None) -> Iterator[str]:
        """Title and facts, then a paragraph for each thing that it has."""
        width = min(width or _READABLE, _READABLE)
        post = self.post
        yield from paragraphs(f"Post {post.id} {post.title}", width)
        edited = f", edited {self._at(post.edited_at)}" if post.edited_at else ""
        by = self._name(post.author)
        yield from paragraphs(f"{post.kind.capitalize()} by {by}, {self._at(post.at)}{edited}", width)
        for name, fact in self._facts():
            yield from _under(f"{name:<12}", fact, width)
        if post.body:
            yield ""
            yield from paragraphs(post.body, width)
        if post.outcome:
            yield from ("", "Outcome, before it was opened again" if post.is_open_incident else "Outcome")
            yield from _under("  ", post.outcome, width)
        yield from self._reactions(width)
        yield from self._replies(width)
        yield from self._roster(width)

    def document(self) -> Json:
        """See `post_shapes`."""
        return {"post": whole_post_shape(self.reader, self.post)}

    def _facts(self) -> Iterator[tuple[str, str]]:
        post, team = self.post, self.reader.team
        people = [*self.reader.roles(post), *map(self._name, post.people)]
        yield "For", ", ".join(people) or "everyone"
        if post.pinned_until:
            yield "Pinned", f"until {post.pinned_until}"
        if post.acknowledge_by:
            yield "Acknowledge", f"by {post.acknowledge_by}{self._own_state()}"
        cards = [(f"#{id}", team.find(Task, id)) for id in post.tasks]
        goals = [(f"goal {id}", team.find(Goal, id)) for id in post.goals]
        for name, things in (("Cards", cards), ("Goals", goals)):
            if things:
                yield name, ", ".join(f"{sign} {one.title}" if one else sign for sign, one in things)
        if post.is_open_incident:
            yield "Over", "not yet"
        if post.closed_at:
            yield "Over", f"since {self._at(post.closed_at)}, said {self._name(post.closed_by)}"
        if post.archived_at:
            yield "Archived", self._at(post.archived_at)

    def _own_state(self) -> str:
        if self.post.id in self.reader.owed:
            return "; you owe it"
        at = self.reader.acknowledged_at(self.post)
        return f"; you did, {self._acknowledged(at)}" if at else ""

    def _reactions(self, width: int) -> Iterator[str]:
        found = [*self._signs(None)]
        if found:
            yield from ("", "Reactions")
        for line in found:
            yield from _under("  ", line, width)

    def _replies(self, width: int) -> Iterator[str]:
        replies = [*self.reader.team.belonging(Reply, "post", self.post.id)]
        unread = self.reader.marks.replies.get(self.post.id, ())
        if replies:
            yield from ("", "Replies")
        for reply in replies:
            edited, new = ", edited" if reply.edited_at else "", ", new" if reply.id in unread else ""
            head = f"{reply.id}  {self._name(reply.author)}, {self._at(reply.at)}{edited}{new}"
            yield from _under("  ", head, width)
            yield from _under("    ", reply.text, width)
            for line in self._signs(reply.id):
                yield from _under("    ", f"({line})", width)

    def _signs(self, reply: int | None) -> Iterator[str]:
        for sign, people in self.reader.signs(self.post.id, reply).items():
            yield f"{sign}: {', '.join(map(self._name, people))}"

    def _roster(self, width: int) -> Iterator[str]:
        found = self.reader.roster(self.post)
        if found is None:
            return
        everyone = counted(len(found.known) + len(found.owing), "person", "people")
        yield from ("", f"Acknowledged by {len(found.known)} of {everyone}")
        for member, at in found.known:
            yield from _under("  ", f"{member.display_name}, {self._acknowledged(at)}", width)
        if found.owing:
            yield from ("", f"Owed since {self._at(found.since)} by")
        for member in found.owing:
            yield from _under("  ", member.display_name, width)

    def _name(self, login: str) -> str:
        return self.reader.team.name_of(login)

    def _acknowledged(self, at: datetime) -> str:
        return f"{self._at(at)}{', before it was changed' if is_before_edit(self.post, at) else ''}"

    def _at(self, moment: datetime) -> str:
        return f"{moment.astimezone(self.zone):%Y-%m-%d %H:%M}"


def _under(head: str, text: str, width: int) -> Iterator[str]:
    """A text behind its head, the further lines under the first."""
    first, *more = paragraphs(text, max(width - len(head), 20)) or [""]
    yield f"{head}{first}".rstrip()
    for line in more:
        yield f"{' ' * len(head)}{line}".rstrip()
