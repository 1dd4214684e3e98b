"""The team's settings."""

from __future__ import annotations

from tui.dialogs.sections import SectionsDialog
from tui.settings.people import People
from tui.settings.sections import SECTIONS
from tui.workplace import Workplace


class TeamSettingsDialog(SectionsDialog):
    """What the team has agreed on, to be read by everybody and changed by who leads a role."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place, "Team settings", SECTIONS)

    def do_archive(self) -> None:
        """Put a row away; before somebody leaves the team, show what she leaves behind."""
        # Imported when it is needed, like all dialogs.
        from tui.team.joining import asks_before, let_go

        place = self._workplace
        login = str(self._row().key)
        if isinstance(self.section, People) and asks_before(place, login):
            self.section.refuse(place.team, place.person, login)
            let_go(place, login)
        else:
            super().do_archive()
