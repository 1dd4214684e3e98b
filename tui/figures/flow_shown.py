"""The page of the flow of work, with what its views draw again and again."""

from __future__ import annotations

from dataclasses import dataclass

from store.flow.page import Page
from store.flow.times import Times
from widgets.flow.charts import Spots


@dataclass(frozen=True)
class Shown:
    """A page, and what is drawn of it again and again."""

    page: Page
    cycle: Times | None
    late: frozenset[int]
    """Numbers of the cards in work that are older than 85 of 100 finished ones were."""
    cycles: Spots | None
    leads: Spots | None

    @classmethod
    def of(cls, found: Page) -> Shown:
        """For threads."""
        cycle, lead = found.cycle, found.lead
        late = frozenset(one.task for one in found.late)
        cycles = Spots.of(found.cycles, cycle) if cycle is not None else None
        return cls(found, cycle, late, cycles, Spots.of(found.leads, lead) if lead is not None else None)
