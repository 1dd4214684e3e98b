"""The team: who is there, who answers for what, and where the work is badly divided."""

from __future__ import annotations

from typing import ClassVar

from tui.screens.tab import Tab
from tui.screens.tabbed import TabbedScreen
from tui.team.chart import ChartTab
from tui.team.findings import FindingsTab
from tui.team.matrix import MatrixTab
from tui.team.people import PeopleTab
from tui.team.playbooks import PlaybooksTab
from tui.team.roles import RolesTab
from tui.team.workload import WorkloadTab


class PeopleScreen(TabbedScreen):
    """Everything about how the work is divided."""

    NAME = "Team"
    ABOUT = (
        "Who is in, who is away and who stands in; what each role is there for and who answers for what; "
        "and where something is missing, or is done twice."
    )
    PARTS: ClassVar[tuple[type[Tab], ...]] = (
        PeopleTab,
        RolesTab,
        MatrixTab,
        ChartTab,
        WorkloadTab,
        FindingsTab,
        PlaybooksTab,
    )

    def go_to(self, number: int) -> None:
        """Put the cursor on a responsibility, wherever one is."""
        self.look_at("Matrix", number)
