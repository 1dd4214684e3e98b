"""A small form, made from a form as data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, Label, Select, Static, TextArea

from store.change import Change
from store.rules.valid import called
from store.rules.words import quoted
from tui.dialogs.fields import FieldsDialog
from tui.dialogs.form_keys import form_keys
from tui.keys import Command
from tui.settings.form import Field, Form, Kind, Typed
from tui.terminal import known_signs
from tui.workplace import Workplace
from widgets.weekdays import Weekdays

_LABELS = 12
"""Cells for the labels, at least."""


class FormDialog(FieldsDialog):
    """Shows the fields; only those that were changed are written, so others' work stays."""

    DEFAULT_CSS = """
    FormDialog > Vertical {
        width: 76; max-width: 100%; height: auto; max-height: 100%;
        border: round $primary; background: $surface; padding: 0 1;
    }
    FormDialog VerticalScroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
    FormDialog Horizontal { height: auto; }
    FormDialog Label { color: $text-muted; }
    FormDialog .-wrong Label { color: $text-error; text-style: bold; }
    FormDialog TextArea { width: 1fr; height: 4; }
    """
    AUTO_FOCUS = ""
    MORE: ClassVar[tuple[Command, ...]] = ()
    """Commands that it has beside those of every form."""

    def __init__(self, place: Workplace, form: Form) -> None:
        super().__init__(place)
        self._form = form

    def compose(self) -> ComposeResult:
        """The fields, an error, and the keys."""
        labels = max(_LABELS, *(cell_len(field.label) + 2 for field in self._form.fields))
        with Vertical() as box:
            box.border_title = Content(self._form.title)
            with VerticalScroll(id="fields", can_focus=False):
                for field in self._form.fields:
                    if field.part:
                        yield Static("", classes="part", id=f"part-{field.part}")
                    with Horizontal(classes="-text" if field.kind is Kind.TEXT else ""):
                        label = Label(field.label)
                        label.styles.width = labels
                        yield label
                        yield _widget(field)
            yield from self.below()
            with Vertical(classes="foot"):
                yield Static("", classes="error")
                yield form_keys(self.MORE)

    def below(self) -> Iterable[Widget]:
        """What stands between the fields and the foot."""
        return ()

    def on_mount(self) -> None:
        """Begin with the field that was asked for, at once: the first key may be there already."""
        self.set_focus(self.query_one(f"#{self._form.first or self._form.fields[0].name}"))
        super().on_mount()

    def save(self) -> None:
        """Save what was changed, or what is new.

        Raises:
            TagwerkError: it cannot be.
        """
        self._workplace.act(self._change())

    def point_at(self, sentence: str) -> None:
        """Mark the field that a refusal is about, and go there."""
        fields = self._form.fields
        wrong = _meant(fields, self._typed(), sentence)
        for field in fields:
            widget = self.query_one(f"#{field.name}")
            if widget.parent is None or not isinstance(row := widget.parent, Horizontal):
                continue
            row.set_class(field is wrong, "-wrong")
            # A sign too: colours are not seen by all.
            row.query_one(Label).update(Content(f"! {field.label}" if field is wrong else field.label))
        if wrong is not None:
            self.set_focus(self.query_one(f"#{wrong.name}"))

    def has_changes(self) -> bool:
        """Whether something else stands in a field than at first."""
        return bool(self._typed())

    def _change(self) -> Change:
        typed = self._typed()
        if not typed and not self._form.is_new:
            return Change()
        return self._form.change(typed, self._workplace.person, self._workplace.now())

    def _typed(self) -> dict[str, str]:
        """What stands in the fields that were changed."""
        texts = {field.name: self._text(field) for field in self._form.fields}
        return {
            field.name: texts[field.name] for field in self._form.fields if texts[field.name] != field.value
        }

    def _text(self, field: Field) -> str:
        widget = self.query_one(f"#{field.name}")
        if isinstance(widget, Input):
            return widget.value.strip()
        if isinstance(widget, TextArea):
            # What ends with an empty line was not changed by that.
            return field.value if widget.text.rstrip() == field.value.rstrip() else widget.text
        if isinstance(widget, Weekdays):
            return " ".join(map(str, widget.days))
        assert isinstance(widget, Select)
        return str(widget.value)


def _meant(fields: Sequence[Field], typed: Typed, sentence: str) -> Field | None:
    """The field that a sentence is about: it quotes what was typed there, or calls it by its name."""
    said = sentence.casefold()
    for field in fields:
        text = typed.get(field.name, "").strip()
        if (text and quoted(text).casefold() in said) or f"“{field.label}”".casefold() in said:
            return field
    for field in fields:
        names = {called(field.name).casefold(), field.label.strip().casefold()} - {""}
        if any(re.search(rf"(?:^the|needs an?) {re.escape(name)}\b", said) for name in names):
            return field
    return None


def _widget(field: Field) -> Widget:
    if field.kind is Kind.TEXT:
        text = TextArea(field.value, id=field.name, compact=True, tab_behavior="focus")
        text.placeholder, text.cursor_blink = field.hint, False
        return text
    if field.kind is Kind.DAYS:
        return Weekdays(map(int, field.value.split()), signs=known_signs(), id=field.name)
    if field.kind is Kind.CHOICE:
        choices = dict(field.choices)
        # Another program may have put something else there: it is kept until something is chosen.
        choices.setdefault(field.value, field.value)
        options = [(Text(words), value) for value, words in choices.items()]
        return Select(options, value=field.value, allow_blank=False, id=field.name, compact=True)
    suggester = SuggestFromList(field.suggestions(), case_sensitive=False) if field.suggestions else None
    line = Input(
        field.value,
        placeholder=field.hint,
        suggester=suggester,
        id=field.name,
        compact=True,
        select_on_focus=False,
    )
    line.cursor_blink = False
    return line
