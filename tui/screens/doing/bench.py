"""What the board's commands share: the workplace, the board, the line for questions, making a change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from store.change import Change
from store.errors import NeedsConsent, Refused
from store.models import Task
from store.rules.words import counted, named
from tui.consent import what_it_goes_over
from tui.keys import BOARD, Command, key_for
from tui.screens.asking import Asking, Choice
from tui.screens.base import TeamScreen
from tui.workplace import Workplace
from widgets.board import BoardView


class Bench:
    """The tools that every group of commands works with."""

    def __init__(
        self,
        place: Workplace,
        screen: TeamScreen,
        view: BoardView,
        asking: Asking,
        filtered: Callable[[str], None],
        adding: Callable[[int], None],
    ) -> None:
        self.place = place
        self.screen = screen
        self.view = view
        self.asking = asking
        self.adding = adding
        """To be told of a card that is being added: a filter must not hide it."""
        self._filtered = filtered
        self.follow = True
        """Whether the cursor goes with its card when the next snapshot is shown."""
        self.query = ""
        """What the filter says."""
        self.found = 0
        """Cards that it shows."""
        self.problem = ""
        """What is wrong with it, as a sentence; empty: nothing."""
        self.left: int | None = None
        """The card that the cursor was on before the last jump."""

    def task(self) -> Task:
        """The card under the cursor.

        Raises:
            Refused: there is none.
        """
        number = self.view.cursor_task
        if number is None:
            raise Refused(f"There is no card under the cursor; {key_for(BOARD, 'add')} adds one.")
        return self.place.team.task(number)

    def chosen(self) -> list[Task]:
        """The selected cards in their order on the board; without a selection, the one under the cursor.

        Raises:
            Refused: there is none.
        """
        found = (self.place.team.find(Task, number) for number in self.view.selected_in_order)
        return [task for task in found if task is not None] or [self.task()]

    def called(self, cards: Sequence[int]) -> str:
        """What a sentence calls cards, which may have got their numbers since: `#12`, or `3 cards`."""
        return called([self.place.team.task(self.place.number_of(card)) for card in cards])

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

    def following(self, commands: Sequence[Command]) -> list[Choice]:
        """The commands whose keys may follow another one's, to be asked for."""
        return [
            Choice(command.keys[0], command.label, partial(self.screen.do, command), command.keys[1:])
            for command in commands
            if command.keys
        ]

    def note_meaning(self, text: str, *, is_new: bool = True) -> None:
        """Say below the line that is being written what is understood of it, or what is wrong with it."""
        # Imported when somebody writes.
        from store.rules.quick import preview

        place = self.place
        means, problem = preview(place.team, text, place.person, place.today, title_needed=is_new)
        noted = [("!", problem)] if problem and text else [("means", means)] if means else []
        self.asking.note(*noted)

    def with_consent(
        self,
        rule: Callable[[bool], Change],
        *,
        follow: bool = True,
        then: Callable[[], object] | None = None,
        no: Callable[[], None] | None = None,
    ) -> None:
        """Make a change; where a rule asks first, ask the person.

        Args:
            rule: The change, with or without her consent.
            follow: Whether the cursor goes with its card into another cell.
            then: What follows when it was made.
            no: What follows when she does not agree, or when it cannot be done any more.
        """

        def go(override: bool) -> None:
            self.act(rule(override), follow=follow)
            if then is not None:
                then()

        def agreed() -> None:
            try:
                go(override=True)
            except Refused:
                if no is not None:
                    no()
                raise

        try:
            go(override=False)
        except NeedsConsent as question:
            if self.asking.is_open:
                # A card was dropped while something was being written: that must not be lost.
                raise Refused(f"{what_it_goes_over(question)}; end the line below first.") from question
            self.asking.yes_or_no(f"{what_it_goes_over(question)}; go over it?", agreed, no)


def called(cards: Sequence[Task]) -> str:
    """What a sentence calls them: `#12`, or `3 cards`."""
    return named(cards[0]) if len(cards) == 1 else counted(len(cards), "card")
