"""The form of a playbook: its steps are lines of text, and have the most room."""

from __future__ import annotations

from tui.dialogs.form import FormDialog


class PlaybookFormDialog(FormDialog):
    """A form like others, but wide and high."""

    DEFAULT_CSS = """
    PlaybookFormDialog > Vertical { width: 110; }
    PlaybookFormDialog #steps { height: 12; }
    """
