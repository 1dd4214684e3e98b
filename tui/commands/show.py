"""`tagwerk show`: all of one task."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from store.models import Activity, Task
from store.rules.words import named
from store.team import Team
from store.text import clean_line
from tui.commands.answer import Json
from tui.commands.call import Call
from tui.commands.session import session
from tui.commands.shapes import Places, whole_task_shape
from widgets.cells import paragraphs

_READABLE = 100
"""Cells beyond which lines of text are hard to read."""


def run(call: Call, *, number: int, history: bool) -> Card:
    """A task with its description, checklist, comments and history.

    Raises:
        NotFound: there is no such task.
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team, repository = opened.team, opened.repository
        task = team.task(number)
        activity = repository.activity("tasks", number, complete=history)
        is_cut = not history and sum(1 for _ in repository.commits()) < repository.number
        member = team.members.get(opened.person)
        zone = ZoneInfo(member.time_zone if member else team.settings.time_zone)
        return Card(team, task, activity, opened.today, zone, is_cut)


@dataclass(frozen=True)
class Card:
    """One task, whole."""

    team: Team
    task: Task
    history: tuple[Activity, ...]
    """Newest first."""
    today: date
    zone: ZoneInfo
    """The reader's time zone."""
    is_cut: bool
    """Whether there may be older history."""
    status: int = 0

    def lines(self, width: int | None) -> Iterator[str]:
        """Title and facts, then one paragraph for each thing that the task has."""
        width = min(width or _READABLE, _READABLE)
        yield from paragraphs(f"{named(self.task)} {self.task.title}", width)
        yield from self._facts(width)
        if self.task.description:
            yield ""
            yield from paragraphs(self.task.description, width)
        yield from self._checklist(width)
        yield from self._comments(width)
        yield from self._history(width)

    def document(self) -> Json:
        """See `shapes`."""
        return {"task": whole_task_shape(self.team, self.task, self.history, self.today)}

    def _facts(self, width: int) -> Iterator[str]:
        task, places = self.task, Places(self.team)
        due = f"due {task.due}" + (" (overdue)" if task.is_overdue(self.today) else "") if task.due else ""
        facts = (
            places.column(task)[0],
            places.role(task),
            f"{task.priority.value} priority",
            due,
            f"not before {task.start}" if task.start else "",
            f"{task.estimate:g} h" if task.estimate else "",
            f"archived {self._at(task.archived_at)}" if task.archived_at else "",
        )
        yield from paragraphs(" · ".join(filter(None, facts)), width)
        people = [f"{self.team.name_of(login)} ({login})" for login in task.assignees]
        named_facts = {
            "People": ", ".join(people),
            "Tags": ", ".join(task.tags),
            "Blocked": clean_line(task.blocked),
            "Waits for": ", ".join(f"#{number}" for number in task.depends_on),
            "Links": " ".join(task.links),
        }
        for name, value in named_facts.items():
            if value:
                yield from paragraphs(f"{name}: {value}", width)

    def _checklist(self, width: int) -> Iterator[str]:
        items = self.task.checklist
        if items:
            yield from ("", f"Checklist {self.task.steps_done}/{len(items)}")
        for item in items:
            yield from _indented(item.text, width, "  [x] " if item.done else "  [ ] ")

    def _comments(self, width: int) -> Iterator[str]:
        comments = self.team.comments(self.task.id)
        if comments:
            yield from ("", "Comments")
        for comment in comments:
            edited = ", edited" if comment.edited_at else ""
            yield f"  {self.team.name_of(comment.author)}, {self._at(comment.at)}{edited}"
            yield from _indented(comment.text, width, "    ")

    def _history(self, width: int) -> Iterator[str]:
        if self.history or self.is_cut:
            yield from ("", "History")
        for activity in self.history:
            did = f"{self.team.name_of(activity.by)} {activity.label}"
            yield from _indented(clean_line(did), width, f"  {self._at(activity.at)}  ")
        if self.is_cut:
            yield f"  What is older: tagwerk show {self.task.id} --history"

    def _at(self, moment: datetime) -> str:
        return f"{moment.astimezone(self.zone):%Y-%m-%d %H:%M}"


def _indented(text: str, width: int, head: str) -> Iterator[str]:
    """Text behind a head; the lines below it begin where the first one does."""
    for number, line in enumerate(paragraphs(text, max(10, width - len(head)))):
        yield f"{head if number == 0 else ' ' * len(head)}{line}".rstrip()
