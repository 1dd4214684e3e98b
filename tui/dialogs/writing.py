"""A form with a long text: a preview of it, the person's own editor, and a draft that survives a crash."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import ClassVar

from textual import on
from textual.containers import VerticalScroll
from textual.css.query import NoMatches
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Select, TextArea
from textual.widgets.select import InvalidSelectValueError

from tui.dialogs.form import FormDialog
from tui.keys import FORM, WRITING, Command
from tui.settings.form import Form, Typed
from tui.workplace import Workplace
from widgets.description import Description

_SOON = 0.2
"""Seconds after a key in which what was written is kept."""


class WritingDialog(FormDialog):
    """A form with texts in Markdown; what stands in it is kept until it is saved or left."""

    DEFAULT_CSS = """
    WritingDialog > Vertical { width: 100; height: 100%; }
    WritingDialog #fields { height: 1fr; }
    WritingDialog Horizontal.-text { height: 1fr; min-height: 6; }
    WritingDialog TextArea { height: 1fr; }
    WritingDialog #preview { display: none; height: 1fr; padding: 0 1; }
    WritingDialog.-preview #preview { display: block; }
    WritingDialog.-preview #fields { display: none; }
    """
    KEYS: ClassVar[tuple[Command, ...]] = (*FORM, *WRITING)
    MORE = WRITING

    def __init__(self, place: Workplace, form: Form, draft: str, begun: Typed | None = None) -> None:
        """Ask for what the form asks for.

        Args:
            place: The app.
            form: The fields.
            draft: Name under which what was written is kept.
            begun: What is proposed, by field; `None`: nothing.
        """
        super().__init__(place, form)
        self._draft = draft
        self._begun: Typed = begun or {}
        self._preview = Description()
        self._keeping: Timer | None = None
        self._is_over = False
        """Whether it was saved or left, so that there is nothing to be kept."""
        self._previewed: TextArea | None = None
        """The text that is shown as it will be read."""

    def below(self) -> Iterable[Widget]:
        """The preview."""
        yield VerticalScroll(self._preview, id="preview", can_focus=False)

    def on_mount(self) -> None:
        """Go on with what was written before; Textual then calls `FormDialog.on_mount` by itself."""
        self._body.move_cursor(self._body.document.end)
        draft = self._workplace.preferences.drafts.get(self._draft, {})
        for name, text in {**self._begun, **draft}.items():
            with suppress(NoMatches, InvalidSelectValueError):
                self._fill(self.query_one(f"#{name}"), text)
        if draft:
            self.say("This is what you had begun to write; esc twice throws it away.")

    def save(self) -> None:
        """Save it; the draft is not needed any more.

        Raises:
            TagwerkError: it cannot be.
        """
        super().save()
        self._is_over = True
        self._keep({})

    def do_cancel(self) -> None:
        if self.has_class("-preview"):
            self.do_preview()
            return
        is_left = not self.has_changes() or self.has_class("-leaving")
        super().do_cancel()
        if is_left:
            self._is_over = True
            self._keep({})

    def do_preview(self) -> None:
        is_on = not self.has_class("-preview")
        if is_on:
            self._previewed = self._body
            self._preview.show(self._previewed.text.strip() or "Nothing is written yet.")
        self.set_class(is_on, "-preview")
        if not is_on:
            self.set_focus(self._previewed)

    def do_editor(self) -> None:
        text = self._workplace.edit_outside(self._body.text, "the text", 0)
        if text is not None:
            self._body.text = text.rstrip()

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Select.Changed)
    def _changed(self) -> None:
        # Not at every key: of a long text that would take longer than to show it.
        if self._keeping is None and self.is_attached:
            self._keeping = self.set_timer(_SOON, self._keep_now)

    def _keep_now(self) -> None:
        self._keeping = None
        if self in self.app.screen_stack and not self._is_over:
            self._keep(self._typed())

    @property
    def _body(self) -> TextArea:
        """The text that one writes; the first one while one writes none."""
        focused = self.focused
        return focused if isinstance(focused, TextArea) else self.query(TextArea).first()

    def _fill(self, field: Widget, text: str) -> None:
        if isinstance(field, TextArea):
            field.text = text
            field.move_cursor(field.document.end)
        elif isinstance(field, Input | Select):
            field.value = text

    def _keep(self, typed: dict[str, str]) -> None:
        drafts = self._workplace.preferences.drafts
        others = {name: fields for name, fields in drafts.items() if name != self._draft}
        new = {**others, self._draft: typed} if any(typed.values()) else others
        if new != drafts:
            self._workplace.prefer(drafts=new)
