"""Keys that write adjustments, and review them."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from store.change import Change
from store.errors import Refused
from store.kpis.adjusting import adjustments as known
from store.kpis.adjusting import kpi_of
from store.models import Adjustment
from store.phrases import quoted
from store.rules import adjustments
from tui.screens.completing import ask_name
from tui.screens.tab import TabDesk


class OnAdjustment(Protocol):
    """What these keys need of the tab."""

    desk: TabDesk

    def adjustment(self) -> Adjustment:
        """The adjustment that a command is for.

        Raises:
            Refused: there is none.
        """

    def follow(self, key: int | str) -> None:
        """Put the cursor on an adjustment."""


class AdjustmentKeys:
    """Whoever is in the team adjusts; owners and leads review."""

    def __init__(self, tab: OnAdjustment) -> None:
        self._tab = tab
        self._place = tab.desk.place
        self._asking = tab.desk.asking

    def do_add(self) -> None:
        from tui.figures.adjustment_form import new_adjustment_form
        from tui.screens.forms import open_form

        place = self._place
        number = place.new_id()
        form = new_adjustment_form(place.team, number, place.person, place.today)
        open_form(place, form, partial(self._tab.follow, number))

    def do_edit(self) -> None:
        from tui.figures.adjustment_form import adjustment_form
        from tui.screens.forms import open_form

        place, one = self._place, self._tab.adjustment()
        open_form(place, adjustment_form(place.team, one, place.today))

    def do_review(self) -> None:
        from tui.figures.reviewing import ask_review

        ask_review(self._asking, self._place, self._tab.adjustment())

    def do_chart(self) -> None:
        from tui.dialogs.kpi_chart import KpiChartDialog

        place, one = self._place, self._tab.adjustment()
        kpi = kpi_of(place.team, one)
        if kpi is None:
            raise Refused(f"{quoted(one.title)} is about no KPI, so there is no chart of it.")
        place.ask(KpiChartDialog(place, kpi.id, [kpi.id], lambda number: None))

    def do_archive(self) -> None:
        place = self._place
        self._act(adjustments.archive(place.team, self._tab.adjustment().id, place.person, place.now()))

    def do_restore(self) -> None:
        gone = {one.title: one.id for one in known(self._place.team, archived=True)}
        if not gone:
            raise Refused("No adjustment was put away.")
        ask_name(self._asking, "Bring back", sorted(gone, key=str.casefold), partial(self._restore, gone))

    def _restore(self, gone: dict[str, int], name: str) -> None:
        low = name.strip().casefold()
        number = next((id for title, id in gone.items() if title.casefold() == low), None)
        if number is None:
            raise Refused(f"Nothing that was put away is called {quoted(name)}; tab writes a name out.")
        place = self._place
        self._act(adjustments.restore(place.team, number, place.person, place.now()))
        self._tab.follow(number)

    def _act(self, change: Change) -> None:
        self._place.act(change)
        self._place.tell(f"You {change.label}.")
