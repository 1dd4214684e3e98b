"""The form for a card's fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Any

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Label, Select, Static, TextArea

from store import days
from store.change import Change, combine
from store.errors import NeedsConsent, Refused, TagwerkError
from store.models import Activity, Goal, Priority, Role, Task
from store.repository.shared import Touched
from store.rules import links, lookup, moving, tasks
from store.rules.words import named
from store.team import Team
from tui.dialogs.fields import FieldsDialog
from tui.dialogs.form_keys import form_keys
from tui.here import editors
from tui.keys import FORM, Command, key_for
from tui.meanwhile import changed_since, put_away_by
from tui.workplace import Workplace

_NOBODY = 0
_ONE_LINE = ("title", "assignees", "due", "start", "estimate", "tags", "depends_on", "blocked", "goal")
_HINTS = {
    "assignees": "names, like ana, ben",
    "due": "fri, +2w or 2026-11-27",
    "start": "mon, +3d or 2026-11-20",
    "estimate": "in hours, like 2,5",
    "tags": "like shoot, spring",
    "depends_on": "cards, like #12 #15",
    "blocked": "why it cannot go on",
    "goal": "which it serves, number or title",
}


class EditDialog(FieldsDialog):
    """Edits one card. Only the fields that were changed are written, so others' work on it stays."""

    DEFAULT_CSS = """
    EditDialog > Vertical {
        width: 90; max-width: 100%; height: 30; max-height: 100%;
        border: round $primary; background: $surface; padding: 0 1;
    }
    EditDialog VerticalScroll { scrollbar-size-vertical: 1; }
    EditDialog Horizontal { height: auto; }
    EditDialog .pair { width: 1fr; height: 1; }
    EditDialog .second { margin-left: 2; }
    EditDialog.-narrow .row { layout: vertical; }
    EditDialog.-narrow .second { margin-left: 0; }
    EditDialog Label { width: 12; color: $text-muted; }
    EditDialog .second Label { width: 11; }
    EditDialog.-narrow .second Label { width: 12; }
    EditDialog TextArea { height: 1fr; min-height: 3; }
    """
    KEYS = (*FORM, Command("restore", ("f3",), "bring back", "Bring back a card that was put away, and save"))
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-wide")]

    def __init__(self, place: Workplace, task: int) -> None:
        super().__init__(place)
        # What the person saw when she began: against this her changes are merged.
        self._team = place.team
        self._card = self._team.task(task)
        self._may_be_archived = self._may_go_over = False
        self._history: tuple[Activity, ...] = ()
        self._consented: set[int | None] = set()
        """Roles whose limit the person has said to go over."""

    def compose(self) -> ComposeResult:
        """The fields, two to a line where they are short."""
        task = self._card
        with Vertical() as self._box:
            self._box.border_title = f"#{task.id}" if task.id > 0 else "New card"
            with VerticalScroll() as scroll:
                scroll.can_focus = False
                yield from self._row("Title", self._line("title"))
                yield from self._row("Role", self._roles(), "Priority", self._priorities())
                yield from self._row("People", self._line("assignees"), "Tags", self._line("tags"))
                yield from self._row("Due", self._line("due"), "Start", self._line("start"))
                yield from self._row(
                    "Estimate", self._line("estimate"), "Waits for", self._line("depends_on")
                )
                yield from self._row("Blocked", self._line("blocked"), "Goal", self._line("goal"))
                yield Label("Description")
                text = TextArea(task.description, id="description", compact=True, tab_behavior="focus")
                text.placeholder, text.cursor_blink = "What there is to know, in Markdown", False
                yield text
            with Vertical(classes="foot"):
                yield Static("", classes="error")
                yield form_keys()

    @property
    def _number(self) -> int:
        return self._workplace.number_of(self._card.id)

    @property
    def edits(self) -> int | None:
        """The card, by the number that the others know."""
        return self._number

    def show(self, touched: Touched | None) -> None:
        """The fields stay as they were opened; what others changed meanwhile is told."""
        self.show_here()
        if self._is_put_away and (touched is None or ("tasks", self._number) in touched):
            self._workplace.read_history(self._number, self._show_history)

    def show_here(self) -> None:
        """Who else is editing this card now, and what others changed on it, quietly in the frame."""
        place, number = self._workplace, self._number
        said = editors(place.people, place.team, number, place.person)
        meanwhile = changed_since(self._card, place.team.find(Task, number))
        if self._is_put_away:
            meanwhile += put_away_by(place.team, self._history, place.today)
        self.say_in_frame(self._box, " · ".join(filter(None, (said, meanwhile))))

    def on_mount(self) -> None:
        """Begin with the title."""
        self.show_here()
        self.set_focus(self.query_one("#title", Input))
        super().on_mount()

    def save(self) -> None:
        """Save what was changed; to go over a role's limit, or on an archived card, one saves again.

        Raises:
            TagwerkError: it cannot be.
        """
        self._refuse_archived()
        try:
            self._workplace.act(self._change())
        except NeedsConsent:
            self._consented.add(self._role())
            raise

    def do_restore(self) -> None:
        try:
            self._restore()
        except TagwerkError as error:
            self.say(str(error))
        else:
            self.dismiss()

    @property
    def _is_put_away(self) -> bool:
        """Whether somebody has put the card away since the form was opened."""
        now = self._workplace.team.find(Task, self._number)
        return now is not None and now.archived_at is not None and self._card.archived_at is None

    def _refuse_archived(self) -> None:
        """Raises `NeedsConsent`, once, when the card was put away while the form was open."""
        if not self._is_put_away or self._may_be_archived:
            return
        self._may_be_archived = True
        by = put_away_by(self._workplace.team, self._history, self._workplace.today)
        raise NeedsConsent(
            f"{named(self._card)} was put away meanwhile{by}: f3 brings it back with what you wrote, "
            f"{key_for(FORM, 'save')} again saves it on the card where it is, esc leaves without it."
        )

    def _restore(self) -> None:
        place = self._workplace
        now = place.team.find(Task, self._number)
        if now is None or not now.archived_at:
            raise Refused(f"The card is not put away; {key_for(FORM, 'save')} saves it.")
        self._may_be_archived = True
        self.save()
        try:
            place.act(
                tasks.restore(place.team, now.id, place.person, place.now(), override=self._may_go_over)
            )
        except NeedsConsent as error:
            self._may_go_over = True
            raise NeedsConsent(f"{error} What you wrote is saved; f3 again brings the card back.") from error

    def _show_history(self, activities: tuple[Activity, ...]) -> None:
        if self in self.app.screen_stack:
            self._history = activities
            self.show_here()

    def has_changes(self) -> bool:
        """Whether something was changed, also where it cannot be saved as it is."""
        try:
            return bool(self._change())
        except Refused:
            return True

    def _change(self) -> Change:
        """What the person changed, on the basis of what she saw when she opened the form."""
        team, changes = self._team, []
        for rule in self._rules():
            change = rule(team)
            team = team.apply(change)
            changes.append(change)
        card = self._card
        return combine(changes, changes[0].label if len(changes) == 1 else f"edited {named(card)}")

    def _rules(self) -> Iterator[Callable[[Team], Change]]:
        """One for each thing that was changed."""
        by, now, card = self._workplace.person, self._workplace.now(), self._card
        fields, role, wanted = dict(self._fields()), self._role(), self._waits_for()
        if fields:
            yield lambda team: tasks.edit(team, card.id, by, now, **fields)
        if role != card.role:
            yield lambda team: moving.move(
                team, card.id, card.column, by, now, role=role, override=role in self._consented
            )
        for number in sorted({*wanted} ^ {*card.depends_on}):
            rule = links.depend if number in wanted else links.undepend
            yield partial(_link, rule, card.id, number, by, now)

    def _fields(self) -> Iterator[tuple[str, Any]]:
        task = self._card
        for name in _ONE_LINE:
            typed = self.query_one(f"#{name}", Input).value.strip()
            if name != "depends_on" and typed != _written(task, name, self._team):
                yield name, self._read(name, typed)
        priority = self.query_one("#priority", Select).value
        if priority != task.priority.value:
            yield "priority", priority
        description = self.query_one("#description", TextArea).text
        if description.rstrip() != task.description.rstrip():
            yield "description", description

    def _read(self, name: str, typed: str) -> Any:
        """A field's value from what was typed."""
        if name == "assignees":
            return self._people(typed)
        if name == "tags":
            return [word.strip().lstrip("#") for word in typed.split(",") if word.strip()]
        if name == "estimate":
            return days.hours(typed) if typed else None
        if name == "goal":
            return lookup.goal_named(self._team, typed).id if typed else None
        if name in ("due", "start"):
            return days.day(typed, self._workplace.today) if typed else None
        return typed

    def _people(self, typed: str) -> list[str]:
        """The logins of those who are named, by login or name; who was on the card before may stay on it."""
        words = [word.strip().lstrip("@") for word in typed.split(",") if word.strip()]
        stay = {*self._team.members, *self._card.assignees}
        return [word if word in stay else lookup.member_named(self._team, word).login for word in words]

    def _role(self) -> int | None:
        value = self.query_one("#role", Select).value
        return value if isinstance(value, int) and value != _NOBODY else None

    def _waits_for(self) -> list[int]:
        typed = self.query_one("#depends_on", Input).value.replace(",", " ")
        return [lookup.task_number(word) for word in typed.split()]

    def _line(self, name: str) -> Input:
        return Input(
            _written(self._card, name, self._team),
            placeholder=_HINTS.get(name, ""),
            id=name,
            compact=True,
            select_on_focus=False,
        )

    def _roles(self) -> Select[int]:
        choices = [("nobody's yet", _NOBODY), *((role.name, role.id) for role in self._team.roles)]
        own = self._team.find(Role, self._card.role or _NOBODY)
        if own is not None and own not in self._team.roles:
            choices.append((f"{own.name} (archived)", own.id))
        return Select(
            _literal(choices), value=self._card.role or _NOBODY, allow_blank=False, id="role", compact=True
        )

    def _priorities(self) -> Select[str]:
        choices = [(str(p.value), str(p.value)) for p in Priority]
        return Select(
            choices, value=self._card.priority.value, allow_blank=False, id="priority", compact=True
        )

    def _row(
        self, label: str, field: Widget, second_label: str = "", second: Widget | None = None
    ) -> ComposeResult:
        """One line, or two where it is narrow."""
        with Horizontal(classes="row"):
            with Horizontal(classes="pair"):
                yield Label(label)
                yield field
            if second is not None:
                with Horizontal(classes="pair second"):
                    yield Label(second_label)
                    yield second


def _link(
    rule: Callable[[Team, int, int, str, datetime], Change],
    card: int,
    on: int,
    by: str,
    now: datetime,
    team: Team,
) -> Change:
    return rule(team, card, on, by, now)


def _written(task: Task, name: str, team: Team) -> str:
    """A field as it stands in the form."""
    value = getattr(task, name)
    if name == "goal":
        goal = team.find(Goal, value) if value is not None else None
        return goal.title if goal else str(value or "")
    if name == "depends_on":
        return " ".join(f"#{number}" for number in value)
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)


def _literal(choices: list[tuple[str, int]]) -> list[tuple[Any, int]]:
    return [(Text(name), number) for name, number in choices]
