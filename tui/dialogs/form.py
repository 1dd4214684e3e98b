"""A small form, made from a form as data."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, Label, Select, Static, TextArea

from store.change import Change
from store.errors import TagwerkError
from tui.dialogs.base import Dialog
from tui.dialogs.form_keys import form_keys
from tui.keys import FORM, Command, find
from tui.settings.form import Field, Form, Kind
from tui.terminal import speaks_unicode
from tui.workplace import Workplace
from widgets.signs import ASCII, UNICODE
from widgets.weekdays import Weekdays

_SAVE, _CANCEL = FORM
_LABELS = 12
"""Cells for the labels, at least."""


class FormDialog(Dialog[None]):
    """Shows the fields; only those that were changed are written, so others' work stays."""

    DEFAULT_CSS = """
    FormDialog { align: center middle; }
    FormDialog > Vertical {
        width: 76; max-width: 100%; height: auto; max-height: 100%;
        border: round $primary; background: $surface; padding: 0 1;
    }
    FormDialog VerticalScroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
    FormDialog Horizontal { height: auto; }
    FormDialog Label { color: $text-muted; }
    FormDialog Input, FormDialog Select { width: 1fr; }
    FormDialog TextArea { width: 1fr; height: 4; }
    FormDialog .foot { dock: bottom; height: auto; background: $surface; }
    FormDialog .error { color: $text-error; height: auto; }
    FormDialog KeysLine { background: $surface; dock: none; }
    FormDialog:ansi Select:focus SelectCurrent, FormDialog:nocolor Select:focus SelectCurrent {
        text-style: bold reverse;
    }
    FormDialog.-ascii Select .arrow { display: none; }
    FormDialog.-ascii SelectOverlay { border: ascii $primary; }
    """
    KEYS = FORM
    AUTO_FOCUS = ""

    def __init__(self, place: Workplace, form: Form) -> None:
        super().__init__(place)
        self._workplace = place
        self._form = form

    def compose(self) -> ComposeResult:
        """The fields, an error, and the keys."""
        labels = max(_LABELS, *(cell_len(field.label) + 2 for field in self._form.fields))
        with Vertical() as box:
            box.border_title = Text(self._form.title).markup
            with VerticalScroll() as scroll:
                scroll.can_focus = False
                for field in self._form.fields:
                    with Horizontal():
                        label = Label(field.label)
                        label.styles.width = labels
                        yield label
                        yield _widget(field)
            with Vertical(classes="foot"):
                yield Static("", classes="error")
                yield form_keys()

    def on_mount(self) -> None:
        """Begin with the field that was asked for."""
        self.query_one(f"#{self._form.first or self._form.fields[0].name}").focus()
        super().on_mount()

    def take_key(self, event: events.Key) -> bool:
        """A key for the form. Who goes on after being asked about unsaved changes did not mean to leave."""
        if find(FORM, event) is not _CANCEL:
            self.remove_class("-leaving")
        elif (choice := next((c for c in self.query(Select) if c.expanded), None)) is not None:
            # Closes the list, not the form.
            if event.key == "escape":
                self.pass_on(event)
                return False
            choice.expanded = False
            choice.focus()
            return True
        return super().take_key(event)

    def on_enter(self) -> Command | None:
        """In a field of one line, enter saves."""
        return _SAVE

    def do_save(self) -> None:
        try:
            self._workplace.act(self._change())
        except TagwerkError as error:
            self._show(str(error))
        else:
            self.dismiss()

    def do_cancel(self) -> None:
        if self._typed() and not self.has_class("-leaving"):
            self.add_class("-leaving")
            self._show("There are unsaved changes: esc again leaves without them, f2 saves them.")
        else:
            self.dismiss()

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

    def _show(self, sentence: str) -> None:
        self.query_one(".error", Static).update(Text(sentence))


def _widget(field: Field) -> Widget:
    if field.kind is Kind.TEXT:
        text = TextArea(field.value, id=field.name, compact=True, tab_behavior="focus")
        text.placeholder, text.cursor_blink = field.hint, False
        return text
    if field.kind is Kind.DAYS:
        return Weekdays(
            map(int, field.value.split()), signs=UNICODE if speaks_unicode() else ASCII, id=field.name
        )
    if field.kind is Kind.CHOICE:
        choices = [(Text(words), value) for value, words in field.choices]
        return Select(choices, value=field.value, allow_blank=False, id=field.name, compact=True)
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
