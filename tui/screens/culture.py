"""The culture: whom the team thanks, what it stands for, how it is, and what it celebrates."""

from __future__ import annotations

from typing import ClassVar

from tui.culture.days_tab import DaysTab
from tui.culture.kudos_tab import KudosTab
from tui.culture.pulse_tab import PulseTab
from tui.culture.values_tab import ValuesTab
from tui.screens.tab import Tab
from tui.screens.tabbed import TabbedScreen


class CultureScreen(TabbedScreen):
    """Kudos, values, the pulse, and the coming days."""

    NAME = "Culture"
    ABOUT = (
        "Say thank you, see what the team stands for and how it is, and know who has a birthday, "
        "a first day or a holiday."
    )
    PARTS: ClassVar[tuple[type[Tab], ...]] = (KudosTab, ValuesTab, PulseTab, DaysTab)

    def go_to(self, number: int) -> None:
        """Put the cursor on thanks."""
        self.look_at("Kudos", number)
