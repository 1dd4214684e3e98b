"""A form that says when it was saved."""

from __future__ import annotations

from collections.abc import Callable

from tui.dialogs.form import FormDialog
from tui.settings.form import Form
from tui.workplace import Workplace


class WrittenDialog(FormDialog):
    """`written` is called when the form was saved, before what was saved has got its number."""

    def __init__(self, place: Workplace, form: Form, written: Callable[[], None]) -> None:
        super().__init__(place, form)
        self._written = written

    def save(self) -> None:
        """Save what was changed, or what is new.

        Raises:
            TagwerkError: it cannot be.
        """
        super().save()
        self._written()
