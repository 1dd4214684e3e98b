"""What forms have in common: fields that are saved together, or left after a question."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.widgets import Select, Static

from store.errors import TagwerkError
from tui.dialogs.base import Dialog
from tui.keys import FORM, Command, find
from tui.workplace import Workplace

_SAVE, _CANCEL = FORM


class FieldsDialog(Dialog[None]):
    """A form. A subclass shows its fields and a `Static` of the class `error`, and saves them."""

    DEFAULT_CSS = """
    FieldsDialog { align: center middle; }
    FieldsDialog Input, FieldsDialog Select { width: 1fr; }
    FieldsDialog .foot { dock: bottom; height: auto; background: $surface; }
    FieldsDialog .error { color: $text-error; height: auto; }
    FieldsDialog KeysLine { background: $surface; dock: none; }
    FieldsDialog:ansi Select:focus SelectCurrent, FieldsDialog:nocolor Select:focus SelectCurrent {
        text-style: bold reverse;
    }
    FieldsDialog.-ascii Select .arrow { display: none; }
    FieldsDialog.-ascii SelectOverlay { border: ascii $primary; }
    """
    KEYS: ClassVar[tuple[Command, ...]] = FORM

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._workplace = place

    def save(self) -> None:
        """Save what was changed.

        Raises:
            TagwerkError: it cannot be; the form stays open and says why.
        """
        raise NotImplementedError

    def has_changes(self) -> bool:
        """Whether leaving would lose something."""
        raise NotImplementedError

    def say(self, sentence: str) -> None:
        """A sentence in the form."""
        self.query_one(".error", Static).update(Text(sentence))

    def point_at(self, sentence: str) -> None:
        """Go to the field that a refusal is about, where that is known; with an empty one, none is."""

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
            self.save()
        except TagwerkError as error:
            self.say(str(error))
            self.point_at(str(error))
        else:
            self.dismiss()

    def do_cancel(self) -> None:
        if self.has_changes() and not self.has_class("-leaving"):
            self.add_class("-leaving")
            self.say("There are unsaved changes: esc again leaves without them, f2 saves them.")
        else:
            self.dismiss()
