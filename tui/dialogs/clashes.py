"""Everything that waits for the person's decision."""

from __future__ import annotations

from store.errors import Clash
from store.repository import Parked
from store.repository.shared import Touched
from store.rules.decision import Decision
from store.rules.settling import field_called, standing, subject, told
from tui.dialogs.clash import ClashDialog
from tui.dialogs.listed import ListDialog
from tui.dialogs.refused import RefusedDialog
from tui.keys import Command
from tui.workplace import Workplace
from widgets.listing_row import Key, Row

_HEADS = ("What", "Field", "Theirs", "Mine")
_LEAST = (12, 8, 12, 12)
_NOTHING = "nothing stands against it any more"


class ClashesDialog(ListDialog):
    """One row for each change; it closes when the last one is decided on."""

    KEYS = (
        Command("down", ("j", "down"), "down", "Go to the next row"),
        Command("up", ("k", "up"), "up", "Go to the row before"),
        Command("open", ("enter",), "decide", "Look at both values and decide", footer=True, essential=True),
        Command("close", ("q", "escape", "ctrl+g"), "back", "Decide later", footer=True, essential=True),
    )
    OPENS = "open"

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._shown: dict[str, Parked] = {}

    def heading(self) -> str:
        """What this is."""
        return "Waiting for your decision"

    def detail(self) -> str:
        """What the change was."""
        row = self._listing.row
        return f"You {self._shown[str(row.key)].change.label}" if row is not None else ""

    def nothing(self) -> str:
        """Why there is no row."""
        return "Nothing waits for your decision any more."

    def show(self, touched: Touched | None) -> None:
        """Show what there is to decide on now."""
        waiting = self._workplace.deciding.waiting
        self._shown = {f"{outcome.client}/{outcome.sequence}": outcome for outcome in waiting}
        self._listing.show([*self._shown], self._described, _HEADS, _LEAST, self.nothing())

    def on_screen_resume(self) -> None:
        """One may have been decided on."""
        if not self._workplace.deciding.waiting:
            self.dismiss()
            self._ready()
            return
        self.show(None)
        self._show_detail()

    def do_open(self) -> None:
        outcome = self._shown[str(self._row().key)]
        decide_on(self._workplace, outcome)
        if isinstance(self.app.screen, ClashesDialog):
            self.on_screen_resume()

    def _described(self, key: Key) -> Row:
        outcome, team = self._shown[str(key)], self._workplace.team
        problem = standing(team, outcome.change)
        if not isinstance(problem, Clash):
            return Row(key, (outcome.change.label, "", str(problem or _NOTHING), ""))
        clash, *more = problem.clashes
        field = field_called(clash) + (f" +{len(more)}" if more else "")
        theirs, mine = (told(team, clash.field, value) for value in (clash.theirs, clash.mine))
        return Row(key, (subject(team, clash), field, " ".join(theirs.split()), " ".join(mine.split())))


def decide_on(place: Workplace, outcome: Parked) -> None:
    """Show a change as it stands now; where nothing stands against it any more, it is saved.

    Raises:
        Refused: it cannot be.
    """
    problem = standing(place.team, outcome.change)
    if isinstance(problem, Clash):
        place.ask(ClashDialog(place, outcome, problem.clashes))
    elif problem is not None:
        place.ask(RefusedDialog(place, outcome, problem))
    else:
        place.deciding.settle(outcome, Decision())
        place.tell("Nothing stands against your change any more; it is saved.")
