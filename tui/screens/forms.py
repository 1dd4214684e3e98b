"""Forms that open over a screen."""

from __future__ import annotations

from collections.abc import Callable

from tui.settings.form import Form
from tui.workplace import Workplace


def open_form(place: Workplace, form: Form, written: Callable[[], None] | None = None) -> None:
    """Show a form; `written` is called when it was saved."""
    # Imported when a form is opened: it takes Textual's fields.
    from tui.dialogs.written import WrittenDialog

    place.ask(WrittenDialog(place, form, written or (lambda: None)))
