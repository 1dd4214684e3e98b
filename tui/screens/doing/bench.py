"""What the board's commands share: the workplace, the board, the line for questions, making a change."""

from __future__ import annotations

from collections.abc import Callable

from store.change import Change
from store.errors import NeedsConsent, Refused
from store.models import Task
from tui.consent import what_it_goes_over
from tui.keys import BOARD, key_for
from tui.screens.asking import Asking
from tui.workplace import Workplace
from widgets.board import BoardView


class Bench:
    """The tools that every group of commands works with."""

    def __init__(
        self,
        place: Workplace,
        view: BoardView,
        asking: Asking,
        filtered: Callable[[str], None],
        adding: Callable[[int], None],
    ) -> None:
        self.place = place
        self.view = view
        self.asking = asking
        self.adding = adding
        """To be told of a card that is being added: a filter must not hide it."""
        self._filtered = filtered
        self.follow = True
        """Whether the cursor goes with its card when the next snapshot is shown."""
        self.query = ""
        """What the filter says."""

    def task(self) -> Task:
        """The card under the cursor.

        Raises:
            Refused: there is none.
        """
        number = self.view.cursor_task
        if number is None:
            raise Refused(f"There is no card under the cursor; {key_for(BOARD, 'add')} adds one.")
        return self.place.team.task(number)

    def filter(self, query: str) -> None:
        """Show only what the query finds; an empty one shows all."""
        if query != self.query:
            self.query = query
            self._filtered(query)

    def act(self, change: Change, *, follow: bool = True) -> None:
        """Make a change; with `follow` the cursor goes with its card into another cell."""
        self.follow = follow
        self.place.act(change)
        self.follow = True

    def with_consent(
        self, rule: Callable[[bool], Change], *, follow: bool = True, then: Callable[[], object] | None = None
    ) -> None:
        """Make a change; where a rule asks first, ask the person."""

        def go(override: bool) -> None:
            self.act(rule(override), follow=follow)
            if then is not None:
                then()

        try:
            go(override=False)
        except NeedsConsent as question:
            self.asking.yes_or_no(f"{what_it_goes_over(question)}; go over it?", lambda: go(override=True))
