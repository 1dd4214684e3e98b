"""What `tagwerk flow forecast` shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from store.days import spoken
from store.flow.forecast import Forecast
from store.phrases import counted
from tui.commands.answer import Json
from tui.commands.flow_lists import wrapped

_SHARES = (50, 70, 85, 95)
"""Of a hundred runs."""


@dataclass(frozen=True)
class Ahead:
    """When so many cards will be finished."""

    found: Forecast | None
    cards: int
    today: date
    by: date | None
    """The day of which one wants to know how likely it is."""
    status: int = 0

    def lines(self, width: int | None) -> Iterator[str]:
        """The days, and what they rest on."""
        for line in foretold_lines(self.found, self.cards, self.today):
            yield from [line] if width is None else wrapped(line, width)
        if self.found is not None and self.by is not None:
            yield f"By {spoken(self.by, self.today)} with a chance of {self.found.chance(self.by):.0%}."

    def document(self) -> Json:
        """The days by share of runs, in percent."""
        return {"cards": self.cards, **forecast_shape(self.found, self.by)}


def foretold_lines(found: Forecast | None, cards: int, today: date) -> Iterator[str]:
    """A forecast in a few lines, with what it assumes."""
    if found is None:
        if cards:
            few = "cards were finished on fewer than five days"
            yield f"When {counted(cards, 'card')} will be finished nobody can tell yet: {few}."
        else:
            yield "No card is open, so there is nothing to foretell."
        return
    those = "this card" if cards == 1 else f"these {cards:,} cards"
    days = {share: spoken(found.by(share), today) for share in _SHARES}
    yield f"Forecast: {those}: half of the runs by {days[50]}, 85 % by {days[85]}, 95 % by {days[95]}."
    yield (
        f"  From {counted(found.finished, 'card')} finished in {found.sample // 7} weeks; if it goes on like "
        "that, cards are of the usual size, and none are added."
    )


def forecast_shape(found: Forecast | None, by: date | None = None) -> Json:
    """The days by share of runs, in percent, and what they rest on; `null` where nobody can tell."""
    if found is None:
        return {"forecast": None}
    days = {str(share): found.by(share).isoformat() for share in _SHARES}
    shape: dict[str, object] = {"days": days, "weeks": found.sample // 7, "finished": found.finished}
    if by is not None:
        shape["chance"] = {"by": by.isoformat(), "share": round(found.chance(by), 3)}
    return {"forecast": shape}
