"""When two people changed the same thing: both values, and the person decides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from store.change import Change, Edit, difference
from store.errors import Clash, FieldClash, Refused
from store.merge import Tables, prefer_mine
from store.models import Column, Raw, Task
from store.rules.stamps import on_entering
from store.team import Team
from store.text import clean
from tui.dialogs.base import ScrollingDialog
from tui.keys import Command
from tui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person chose, field by field."""

    theirs: frozenset[tuple[str, int, str]]
    """Table, document and field where the other person's value stays."""


class ClashDialog(ScrollingDialog[Decision]):
    """Shows theirs, mine and what was before, of each field in turn.

    Its answers are keys that do nothing on the board: it comes up while somebody types there.
    """

    DEFAULT_CSS = """
    ClashDialog, RefusedDialog { align: center middle; }
    ClashDialog > Vertical, RefusedDialog > Vertical {
        width: 76; max-width: 96%; height: auto; max-height: 90%;
        border: round $warning; background: $surface; padding: 0 1;
    }
    ClashDialog VerticalScroll, RefusedDialog VerticalScroll { height: auto; max-height: 16; }
    """
    KEYS = (
        *ScrollingDialog.KEYS,
        Command("theirs", ("1", "T"), "theirs", "Keep what the other person wrote", footer=True),
        Command("mine", ("2", "M"), "mine", "Put mine in its place", footer=True),
    )

    def __init__(self, place: Workplace, clash: Clash) -> None:
        super().__init__(place)
        self._clashes = clash.clashes
        self._at = 0
        self._theirs: set[tuple[str, int, str]] = set()

    def compose(self) -> ComposeResult:
        """The field that is decided on now."""
        with Vertical() as box:
            box.border_title = "Two people changed the same thing"
            with VerticalScroll() as scroll:
                scroll.can_focus = False
                yield Static(self._text(), id="clash")
            yield Static(Text("1 keep theirs   2 take mine   j k scroll", style="bold"))

    def do_theirs(self) -> None:
        clash = self._clashes[self._at]
        self._theirs.add((clash.table, clash.id, clash.field))
        self._next()

    def do_mine(self) -> None:
        self._next()

    def _next(self) -> None:
        self._at += 1
        if self._at == len(self._clashes):
            self.dismiss(Decision(frozenset(self._theirs)))
        else:
            self.query_one("#clash", Static).update(self._text())
            self.query_one(VerticalScroll).scroll_home(animate=False)

    def _text(self) -> Text:
        clash = self._clashes[self._at]
        team = self.place.team if self.place else Team()
        text = Text()
        if len(self._clashes) > 1:
            text.append(f"{self._at + 1} of {len(self._clashes)}\n")
        text.append(clean(f"{_named(team, clash)}: {clash.field.replace('_', ' ')}\n\n"), style="bold")
        for key, title, value in (
            ("1", "Theirs", clash.theirs),
            ("2", "Mine", clash.mine),
            (" ", "Before", clash.base),
        ):
            text.append(f"{key} {title:8}", style="bold")
            words = shown(team, clash.field, value)
            text.append(f"\n{words}\n\n" if "\n" in words else f"{words}\n")
        return text


class RefusedDialog(ScrollingDialog[None]):
    """A change that has no place any more, with its text, so that it can be copied before it goes."""

    DEFAULT_CSS = ClashDialog.DEFAULT_CSS
    KEYS = (*ScrollingDialog.KEYS, Command("close", ("1",), "understood", "Let it go", footer=True))

    def __init__(self, place: Workplace, change: Change, error: Refused) -> None:
        super().__init__(place)
        self._change = change
        self._error = error

    def compose(self) -> ComposeResult:
        """The reason, and every value of the change."""
        with Vertical() as box:
            box.border_title = "This could not be saved"
            with VerticalScroll() as scroll:
                scroll.can_focus = False
                yield Static(self._text())
            yield Static(Text("1 understood, let it go   j k scroll", style="bold"))

    def do_close(self) -> None:
        self.dismiss()

    def _text(self) -> Text:
        team = self.place.team if self.place else Team()
        text = Text(clean(f"You {self._change.label}, but: {self._error}\n"))
        for edit in self._change.edits:
            for field, value in (edit.after or {}).items():
                if field not in _TECHNICAL:
                    text.append(clean(f"\n{field.replace('_', ' ')}: "), style="bold")
                    text.append(shown(team, field, value))
        return text


_TECHNICAL = {
    "position",
    "column_since",
    "started_at",
    "finished_at",
    "created_at",
    "created_by",
    "author",
    "at",
}


_WITH_COLUMN = {"position", "column_since", "started_at", "finished_at"}
"""What goes with a card's column and is decided with it."""


def resolved(change: Change, decision: Decision, tables: Tables) -> Change:
    """What is left of a change after the decision, on top of what others wrote."""
    edits: list[Edit] = []
    for edit in prefer_mine(change, tables).edits:
        if edit.before is None or edit.after is None:
            edits.append(edit)
            continue
        before, after = edit.before, _mine(edit, edit.after, decision)
        fields = [f for f in after if before.get(f) != after[f]]
        if edit.table == "tasks" and "column" in fields:
            edits += _moved(edit.id, after, change, tables)
        elif fields:
            kept = {f: before.get(f) for f in fields}
            edits.append(Edit(edit.table, edit.id, kept, {f: after[f] for f in fields}))
    return replace(change, edits=tuple(edits))


def _mine(edit: Edit, after: Raw, decision: Decision) -> Raw:
    """The fields that were not given up."""
    gone = {field for table, id, field in decision.theirs if (table, id) == (edit.table, edit.id)}
    if "column" in gone:
        gone |= _WITH_COLUMN
    return {field: value for field, value in after.items() if field not in gone}


def _moved(id: int, after: Raw, change: Change, tables: Tables) -> tuple[Edit, ...]:
    """A card that comes to my column from theirs, and not from where it was: its times have to follow."""
    team = Team(tables)
    task = team.task(id)
    column = team.find(Column, after["column"])
    stamps = on_entering(column.kind, change.at, task) if column else {}
    moved = Task.checked({**task.raw(), **after, **stamps, "id": id})
    return difference("tasks", id, task.raw(), moved.raw())


def shown(team: Team, field: str, value: Any) -> str:
    """A field's value for reading: names instead of numbers, and nothing that a terminal would obey."""
    return clean(_in_words(team, field, value))


def _in_words(team: Team, field: str, value: Any) -> str:
    if value in (None, "", []):
        return "(empty)"
    if field == "column" and isinstance(value, int):
        return next((c.name for c in team.columns if c.id == value), str(value))
    if field == "role" and isinstance(value, int):
        return next((r.name for r in team.roles if r.id == value), str(value))
    if isinstance(value, list):
        return ", ".join(
            str(item.get("text", item)) if isinstance(item, dict) else str(item) for item in value
        )
    return str(value)


def _named(team: Team, clash: FieldClash) -> str:
    task = team.find(Task, clash.id) if clash.table == "tasks" else None
    return f"#{task.id} {task.title}" if task else f"{clash.table} #{clash.id}"
