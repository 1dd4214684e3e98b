"""Keys that write KPIs, their readings, and what is changed because of them."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from store.change import Change
from store.errors import Refused
from store.kpis.overview import Watched
from store.kpis.periods import first_day, titled
from store.kpis.ready import EVERYTHING, SETS, Ready
from store.kpis.saying import shown, target
from store.models import Kpi
from store.phrases import counted, quoted
from store.rules import kpis
from store.rules.membership import refuse_unless_lead
from tui.figures.recording import ask_reading
from tui.keys import KPIS, key_for
from tui.screens.asking import Choice
from tui.screens.completing import ask_name
from tui.screens.tab import TabDesk


class OnKpi(Protocol):
    """What these keys need of the tab."""

    desk: TabDesk
    by_trouble: bool

    def kpi(self) -> Watched:
        """The KPI that a command is for.

        Raises:
            Refused: there is none under the cursor.
        """

    @property
    def place_for_new(self) -> str:
        """The department that is looked at."""

    def follow(self, key: int | str) -> None:
        """Put the cursor on a KPI."""


class KpiKeys:
    """Who leads a role says what is watched; everybody writes readings and adjusts."""

    def __init__(self, tab: OnKpi) -> None:
        self._tab = tab
        self._place = tab.desk.place
        self._asking = tab.desk.asking

    # --- readings ----------------------------------------------------------------------------------------

    def do_record(self) -> None:
        one = self._tab.kpi().standing
        kpi = one.kpi
        when = one.missing[-1] if one.missing else first_day(self._place.today, kpi.cadence)
        ask_reading(self._asking, self._place, kpi, when)

    # --- adjustments -------------------------------------------------------------------------------------

    def do_adjust(self) -> None:
        from tui.figures.adjustment_form import new_adjustment_form
        from tui.screens.forms import open_form

        place, one = self._place, self._tab.kpi().standing
        kpi, number = one.kpi, place.new_id()
        seen = ""
        if one.value is not None and one.day is not None:
            since = f" since {titled(one.since, kpi.cadence)}" if one.since and one.in_a_row else ""
            should = f"; it should be {target(kpi)}" if target(kpi) else ""
            seen = f"{kpi.name} is {one.light}{since}: {shown(kpi, one.value)}{should}."

        def written() -> None:
            place.tell("The adjustment is written down; the tab Adjustments has it.")

        open_form(
            place, new_adjustment_form(place.team, number, place.person, place.today, kpi, seen), written
        )

    # --- what is watched ---------------------------------------------------------------------------------

    def do_add(self) -> None:
        from tui.figures.kpi_form import new_kpi_form
        from tui.screens.forms import open_form

        self._refuse_others()
        place, number = self._place, self._place.new_id()
        form = new_kpi_form(place.team, number, self._tab.place_for_new)
        open_form(place, form, partial(self._tab.follow, number))

    def do_edit(self) -> None:
        from tui.figures.kpi_form import kpi_form
        from tui.screens.forms import open_form

        kpi = self._tab.kpi().standing.kpi
        self._refuse_others()
        open_form(self._place, kpi_form(self._place.team, kpi))

    def do_lower(self) -> None:
        self._move(1)

    def do_higher(self) -> None:
        self._move(-1)

    def do_archive(self) -> None:
        place, kpi = self._place, self._tab.kpi().standing.kpi
        self._act(kpis.archive(place.team, kpi.id, place.person, place.now()))

    def do_restore(self) -> None:
        self._refuse_others()
        gone = {kpi.name: kpi.id for kpi in self._place.team.all(Kpi) if kpi.archived_at}
        if not gone:
            raise Refused("No KPI was put away.")
        ask_name(self._asking, "Bring back", sorted(gone, key=str.casefold), partial(self._restore, gone))

    def do_ready(self) -> None:
        self._refuse_others()
        choices = [
            Choice("s", "sales", partial(self._take, SETS["sales"])),
            Choice("w", "warehouse", partial(self._take, SETS["warehouse"])),
            Choice("c", "customer service", partial(self._take, SETS["service"])),
            Choice("m", "marketing", partial(self._take, SETS["marketing"])),
            Choice("a", f"all {len(EVERYTHING)}", partial(self._take, EVERYTHING)),
        ]
        self._asking.keys("Ready-made KPIs of an online shop", choices)

    def _take(self, ready: tuple[Ready, ...]) -> None:
        place = self._place
        change = kpis.take_ready(place.team, ready, place.person, place.now())
        place.act(change)
        edit, record = key_for(KPIS, "edit"), key_for(KPIS, "record")
        made = counted(sum(table == "kpis" for table in (one.table for one in change.edits)), "KPI")
        place.tell(f"{made} added: {edit} sets a target, {record} writes the first reading down.")

    def _move(self, offset: int) -> None:
        place, kpi = self._place, self._tab.kpi().standing.kpi
        if self._tab.by_trouble:
            order = key_for(KPIS, "order")
            raise Refused(f"KPIs are moved where they stand by department; {order} sorts them.")
        place.act(kpis.move(place.team, kpi.id, offset, place.person, place.now()))

    def _restore(self, gone: dict[str, int], name: str) -> None:
        low = name.strip().casefold()
        number = next((id for known, id in gone.items() if known.casefold() == low), None)
        if number is None:
            raise Refused(f"No KPI that was put away is called {quoted(name)}; tab writes a name out.")
        place = self._place
        self._act(kpis.restore(place.team, number, place.person, place.now()))
        self._tab.follow(number)

    def _refuse_others(self) -> None:
        """Refuse at the key, and not after something was written."""
        refuse_unless_lead(self._place.team, self._place.person, "says what is watched")

    def _act(self, change: Change) -> None:
        self._place.act(change)
        self._place.tell(f"You {change.label}.")
