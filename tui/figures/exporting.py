"""What is shown, as a file: drawings, rows for a spreadsheet, the report of the week."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from store.errors import Refused, TagwerkError
from store.report.sheets import What
from tui.commands.output import Content, write
from tui.screens.asking import Choice
from tui.screens.tab import Tab, TabDesk
from tui.screens.working import Working
from tui.workplace import Workplace


@dataclass(frozen=True)
class Offer:
    """One file that can be written."""

    key: str
    label: str
    """One or two words."""
    name: str
    """What the file is called unless somebody writes something else."""
    make: Callable[[], Content]
    """Makes what is in it; called in a thread."""


class Offering(Protocol):
    """A tab from which something can be written."""

    desk: TabDesk

    def offers(self) -> Sequence[Offer]:
        """What can be written of what is shown.

        Raises:
            Refused: nothing can.
        """


class Exporting:
    """Asks which file and where, and writes it beside the keys."""

    def __init__(self, tab: Offering, of: Tab) -> None:
        self._tab = tab
        self._place: Workplace = tab.desk.place
        self._working: Working[Path | TagwerkError] = Working(lambda: of.app)

    def do_export(self) -> None:
        offers = self._tab.offers()
        if len(offers) == 1:
            self._ask(offers[0])
            return
        choices = [Choice(one.key, one.label, partial(self._ask, one)) for one in offers]
        self._tab.desk.asking.keys("Write", choices)

    def _ask(self, offer: Offer) -> None:
        self._tab.desk.asking.line("Into which file", partial(self._write, offer), text=offer.name)

    def _write(self, offer: Offer, name: str) -> None:
        if not name.strip():
            raise Refused("A file needs a name.")
        path = Path(name.strip()).expanduser()

        def work() -> Path | TagwerkError:
            try:
                return write(offer.make(), path, force=False)
            except TagwerkError as error:
                return error

        self._working.work_out(work, self._written)

    def _written(self, found: Path | TagwerkError) -> None:
        if isinstance(found, TagwerkError):
            self._place.refuse(found)
        else:
            self._place.tell(f"It is in {found}.")


def rows(place: Workplace, what: What) -> Offer:
    """All rows of a kind for a spreadsheet."""
    team, today = place.team, place.today

    def make() -> Content:
        # Imported when something is written: who opens the screen does not wait for it.
        from store.report.sheets import sheet
        from tui.commands.export import table

        return table(sheet(team, what, today), "csv", excel=False)

    return Offer("t", "table", f"{what}.csv", make)


def file_name(text: str) -> str:
    """A name for a file that says what is in it, on any system: `return-rate`."""
    return "-".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())[:60] or "figure"
