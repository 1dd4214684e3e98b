"""Keys that say what the lanes stand for, how high cards are, and which lanes are folded."""

from __future__ import annotations

from store.errors import Refused
from tui.keys import BOARD, GROUPINGS, key_for
from tui.screens.doing.bench import Bench
from widgets.board.grouping import Grouping
from widgets.board.layout import Density

_DENSITIES = {
    Density.AUTO: "Cards have as many lines as there is room for.",
    Density.COMPACT: "Cards have one line.",
    Density.ROOMY: "Cards have three lines.",
}


class LanesCommands:
    """What these keys choose is kept among the person's own settings."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._place, self._view = bench.place, bench.view

    def do_fold(self) -> None:
        self._refuse_without_lanes()
        self._view.fold()
        self._keep_folded()

    def do_fold_all(self) -> None:
        self._refuse_without_lanes()
        self._view.fold_all(not self._view.all_folded)
        self._keep_folded()

    def do_goals_strip(self) -> None:
        self._place.prefer(goals=not self._place.preferences.goals)

    def do_lanes_by(self) -> None:
        self._bench.asking.keys("Lanes by", self._bench.following(GROUPINGS))

    def do_by_role(self) -> None:
        self._group(Grouping.ROLE)

    def do_by_person(self) -> None:
        self._group(Grouping.PERSON)

    def do_by_goal(self) -> None:
        self._group(Grouping.GOAL)

    def do_by_priority(self) -> None:
        self._group(Grouping.PRIORITY)

    def do_by_nothing(self) -> None:
        self._group(Grouping.NONE)

    def do_density(self) -> None:
        order = list(_DENSITIES)
        chosen = order[(order.index(self._view.density) + 1) % len(order)]
        self._place.prefer(density=chosen.value)
        self._place.tell(_DENSITIES[chosen])

    def _group(self, grouping: Grouping) -> None:
        self._place.prefer(grouping=grouping.value)

    def _keep_folded(self) -> None:
        # At once and not with the board's message: the next key may leave the app.
        self._place.prefer(folded=tuple(sorted(map(str, self._view.folded))))

    def _refuse_without_lanes(self) -> None:
        if self._view.grouping is Grouping.NONE:
            raise Refused(f"There are no lanes now; {key_for(BOARD, 'lanes_by')} sorts the cards into some.")
