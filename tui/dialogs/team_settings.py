"""The team's settings."""

from __future__ import annotations

from tui.dialogs.sections import SectionsDialog
from tui.settings import SECTIONS
from tui.workplace import Workplace


class TeamSettingsDialog(SectionsDialog):
    """What the team has agreed on, to be read by everybody and changed by who leads a role."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place, "Team settings", SECTIONS)
