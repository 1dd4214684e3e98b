"""Figures: what each department watches, how work flows, and what the team changed because of it."""

from __future__ import annotations

from typing import ClassVar

from tui.figures.adjustments_tab import AdjustmentsTab
from tui.figures.attainment_tab import AttainmentTab
from tui.figures.flow_tab import FlowTab
from tui.figures.kpis_tab import KpisTab
from tui.figures.overview_tab import OverviewTab
from tui.screens.tab import Tab
from tui.screens.tabbed import TabbedScreen


class FiguresScreen(TabbedScreen):
    """KPIs and what is done about them."""

    NAME = "Figures"
    ABOUT = (
        "The figures that are watched, department by department: whether they are where they should be, how "
        "work flows, what was changed because of it, and whether that helped."
    )
    ROOMY = 150
    # A line of figures needs the whole width of a usual terminal.
    HORIZONTAL_BREAKPOINTS = [(0, "-stacked"), (ROOMY, "-beside")]
    PARTS: ClassVar[tuple[type[Tab], ...]] = (KpisTab, FlowTab, AttainmentTab, AdjustmentsTab, OverviewTab)

    def go_to(self, number: int) -> None:
        """Put the cursor on a KPI."""
        self.look_at("KPIs", number)
