"""The form of a goal: while one writes, each letter of SMART says what is missing to it."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Select, Static, TextArea

from store.goals.smart import Letter, smart
from store.models import Goal
from store.repository.shared import Touched
from store.rules.goals import refuse_unless_answering
from tui.dialogs.form import FormDialog
from tui.goals.form import as_typed, blank_goal, goal_form, new_goal_form
from tui.meanwhile import changed_since
from tui.terminal import known_signs
from tui.workplace import Workplace
from widgets.goals.signs import goal_signs


class GoalFormDialog(FormDialog):
    """A new goal, or what one says. A draft is saved however unfinished it is."""

    DEFAULT_CSS = """
    GoalFormDialog > Vertical { width: 96; }
    GoalFormDialog TextArea { height: 3; }
    GoalFormDialog .part { margin-top: 1; color: $text-accent; text-style: bold; }
    GoalFormDialog .part.-met { color: $text-success; }
    GoalFormDialog:ansi .part, GoalFormDialog:nocolor .part { color: ansi_default; }
    """

    def __init__(self, place: Workplace, goal: Goal, written: Callable[[int], object] | None = None) -> None:
        """`written` is told of a new goal when it is saved; `None`: there is a goal already."""
        # What the person saw when she began: against this her changes are merged.
        self._team = place.team
        self._goal = goal
        self._written = written
        form = new_goal_form if written else goal_form
        super().__init__(place, form(place.team, goal, place.today))

    def on_mount(self) -> None:
        """The letters as they are now; Textual then calls `FormDialog.on_mount` by itself."""
        self._show_letters()

    def save(self) -> None:
        """Save what was changed, or a new goal.

        Raises:
            TagwerkError: it cannot be.
        """
        super().save()
        if self._written is not None:
            self._written(self._goal.id)

    def show(self, touched: Touched | None) -> None:
        """The fields stay as they were opened; what others changed meanwhile is told."""
        if self._written is None:
            now = self._workplace.team.find(Goal, self._goal.id)
            self.say_in_frame(self.query_one(Vertical), changed_since(self._goal, now))

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Select.Changed)
    def _changed(self) -> None:
        self._show_letters()

    def _show_letters(self) -> None:
        goal = as_typed(self._team, self._goal, self._typed(), self._workplace.today)
        signs, letters = goal_signs(known_signs()), smart(self._team, goal)
        marks = "".join(letter.name[0] if letter.is_met else signs.unmet for letter in letters)
        self.query_one(Vertical).border_title = Content(f"{self._form.title}  {marks}")
        for letter in letters:
            line = self.query_one(f"#part-{letter.name[0]}", Static)
            line.set_class(letter.is_met, "-met")
            line.update(_said(letter, signs.met, signs.unmet))


def _said(letter: Letter, met: str, unmet: str) -> Content:
    """Its name, a sign, and what is missing."""
    missing = f": {letter.missing}" if letter.missing else ""
    return Content(f"{met if letter.is_met else unmet} {letter.name}{missing}")


def write_goal(place: Workplace, written: Callable[[int], object], parent: Goal | None = None) -> None:
    """Ask for a new goal, or a part of one; `written` gets the number that it has until the commit."""
    blank = blank_goal(place.new_id(), place.person, place.today, parent)
    place.ask(GoalFormDialog(place, blank, written))


def edit_goal(place: Workplace, goal: Goal) -> None:
    """Ask for what a goal says.

    Raises:
        Refused: somebody else answers for it.
    """
    refuse_unless_answering(place.team, goal, place.person)
    place.ask(GoalFormDialog(place, goal))
