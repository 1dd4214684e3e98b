"""The form of one's own update for the stand-up."""

from __future__ import annotations

from tui.dialogs.writing import WritingDialog


class UpdateDialog(WritingDialog):
    """Done, now, in the way, and what the team asks of everyone; the draft is there already."""

    DEFAULT_CSS = """
    UpdateDialog Horizontal.-text { min-height: 3; }
    """
