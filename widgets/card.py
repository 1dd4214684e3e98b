"""One card with all that is known about it, to be read and ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from store.models import Activity, Task
from store.team import Team
from widgets import card_text
from widgets.checklist import Checklist
from widgets.description import Description
from widgets.signs import UNICODE, Signs


class CardSheet(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Shows one task. It binds no keys: the screen calls its actions from the one key table."""

    DEFAULT_CSS = """
    CardSheet {
        background: $surface; color: $foreground; padding: 0 2; scrollbar-size-vertical: 1;
        Static, Description, Checklist { width: 1fr; height: auto; }
        #heading { margin: 0 0 1 0; }
        .section { margin: 1 0 0 0; display: none; }
        .section.-filled { display: block; height: auto; }
    }
    CardSheet:ansi { background: ansi_default; }
    """

    @dataclass
    class ChecklistTicked(Message):
        """The person wants a step ticked, or open again."""

        task: int
        item: str
        """Id of the step."""

    def __init__(self, *, signs: Signs = UNICODE) -> None:
        super().__init__()
        self._signs = signs
        self._shown: tuple[Task, Team, date] | None = None
        self._history: Sequence[Activity] | None = None
        self._checklist = Checklist(signs=signs)
        self._description = Description()
        self._titles = {part: Static() for part in _PARTS}
        self._texts = {part: Static() for part in ("depends", "comments", "history")}
        self._heading, self._facts = Static(id="heading"), Static()

    @property
    def task_shown(self) -> int | None:
        """The number of the task that is shown; `None` before the first one."""
        return self._shown[0].id if self._shown else None

    def update(self, team: Team, task: Task, today: date) -> None:
        """Show a task, or its newer state; the sheet stays scrolled where it is."""
        before = self.task_shown
        # A negative number is that of a card that is only now being committed: it becomes this one.
        if before is not None and before > 0 and before != task.id:
            self._history = None
            self.scroll_home(animate=False)
        self._shown = task, team, today
        self._fill()

    def show_history(self, activities: Sequence[Activity] | None) -> None:
        """What was done to the task; `None` while that is still being looked up."""
        self._history = activities
        self._fill()

    # --- actions -----------------------------------------------------------------------------------------

    def action_cursor_down(self) -> None:
        """To the next step of the checklist while that is in view; otherwise further down the sheet."""
        self._step(1)

    def action_cursor_up(self) -> None:
        """To the step before while that is in view; otherwise further up the sheet."""
        self._step(-1)

    def action_tick(self) -> None:
        """Ask for the step under the cursor to be ticked, or opened again."""
        item = self._checklist.item
        if item is not None and self._shown is not None:
            self.post_message(self.ChecklistTicked(self._shown[0].id, item.id))

    # --- life --------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Heading, facts, and a section for each part; those that are empty are not shown."""
        yield self._heading
        yield self._facts
        bodies = {"description": self._description, "checklist": self._checklist, **self._texts}
        for part in _PARTS:
            yield Vertical(self._titles[part], bodies[part], id=part, classes="section")

    def on_mount(self) -> None:
        """Show what was given before there was a screen."""
        self._fill()

    def _fill(self) -> None:
        if self._shown is None or not self.is_mounted:
            return
        task, team, today = self._shown
        self._heading.update(card_text.heading(task))
        self._fill_facts(task, team, today)
        self._description.show(task.description)
        self._section("description", bool(task.description))
        self._checklist.show(task.checklist)
        self._section("checklist", bool(task.checklist), f"{task.steps_done}/{len(task.checklist)}")
        said = len(team.comments(task.id))
        self._text("depends", bool(task.depends_on), card_text.dependencies(task, team, self._signs))
        self._text("comments", said > 0, card_text.comments(task, team, today), str(said))
        self._fill_history(team, today)

    def _fill_facts(self, task: Task, team: Team, today: date) -> None:
        text = card_text.facts(task, team, today, self._signs, self._facts.size.width)
        if text != self._facts.content:
            self._facts.update(text)

    def _fill_history(self, team: Team, today: date) -> None:
        text = self._history_text(team, today)
        if text != self._texts["history"].content:
            self._text("history", True, text)

    def _on_resize(self, event: events.Resize) -> None:
        # Behind the layout: only then is it known how wide the parts are, and where their lines break.
        self.call_after_refresh(self._break_lines)

    def _break_lines(self) -> None:
        if self._shown is not None:
            task, team, today = self._shown
            self._fill_facts(task, team, today)
            self._fill_history(team, today)

    def _history_text(self, team: Team, today: date) -> Content:
        if self._history is None:
            return Content("Loading" + self._signs.ellipsis)
        if not self._history:
            return Content("Nothing yet")
        return card_text.history(self._history, team, today, self._texts["history"].size.width)

    def _section(self, part: str, filled: bool, count: str = "") -> None:
        self.query_one(f"#{part}").set_class(filled, "-filled")
        self._titles[part].update(card_text.section(_PARTS[part], count))

    def _text(self, part: str, filled: bool, text: Content, count: str = "") -> None:
        self._section(part, filled, count)
        self._texts[part].update(text)

    def _step(self, step: int) -> None:
        sheet = self.scrollable_content_region
        here = self._checklist.cursor_region.translate(self._checklist.region.offset)
        in_view = self._checklist.item is not None and sheet.overlaps(here)
        if in_view and self._checklist.move(step):
            self.scroll_to_region(
                self._checklist.cursor_region.translate(self._checklist.virtual_region.offset), animate=False
            )
        else:
            # At once: of several keys in one packet each has to count.
            self.scroll_relative(y=step * 2, animate=False, immediate=True)


_PARTS = {
    "description": "Description",
    "checklist": "Checklist",
    "depends": "Waits for",
    "comments": "Comments",
    "history": "History",
}
"""Sections from top to bottom."""
