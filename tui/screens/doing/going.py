"""Taking the cursor to what was named, whatever hides it."""

from __future__ import annotations

from store.errors import Refused
from store.models import Task
from store.rules import filters
from store.rules.words import named
from tui.keys import BOARD, key_for
from tui.screens.doing.bench import Bench
from widgets.board.grouping import Grouping, LaneKey


def go_to(bench: Bench, number: int) -> None:
    """Put the cursor on a card; a filter or a single lane that hides it gives way. One put away is opened.

    Raises:
        Refused: there is no such card.
    """
    number = bench.place.number_of(number)
    task = bench.place.team.find(Task, number)
    if task is None:
        search = key_for(BOARD, "filter")
        raise Refused(f"There is no card #{number}; {search} searches for what is written on cards.")
    remember(bench)
    if task.archived_at is not None or not _lands(bench, task):
        open_card(bench, number)


def remember(bench: Bench) -> None:
    """The cursor is about to jump: keep where it was."""
    bench.left = bench.view.cursor_task


def open_card(bench: Bench, number: int) -> None:
    """Open a card, wherever it is."""
    from tui.dialogs.card import CardDialog

    bench.place.ask(CardDialog(bench.place, number))


def show_role(bench: Bench, role: int) -> None:
    """Show one role's lane alone."""
    # Not the board alone: it would go back to the person's own lanes with the next thing that is set.
    bench.place.prefer(grouping=Grouping.ROLE.value)
    bench.view.show_lane(LaneKey(Grouping.ROLE, role))


def show_person(bench: Bench, login: str) -> None:
    """Show one person's cards alone."""
    bench.filter(f"@{login}")


def show_goal(bench: Bench, goal: int) -> None:
    """Show the cards alone that serve a goal."""
    bench.filter(f"goal:{goal}")


def show_filter(bench: Bench, number: int) -> None:
    """Show what one of the team's filters finds.

    Raises:
        NotFound: somebody has removed it.
    """
    bench.filter(filters.saved(bench.place.team, number).query)


def _lands(bench: Bench, task: Task) -> bool:
    """Whether the cursor could be put on the card."""
    lane, hidden_by = bench.view.only_lane, []
    found = bench.view.select_task(task.id)
    if not found and bench.query:
        bench.filter("")
        hidden_by.append("the filter")
        found = bench.view.select_task(task.id)
    if found and bench.view.only_lane != lane:
        hidden_by.append("the choice of one lane")
    if found and hidden_by:
        bench.place.tell(f"{named(task)} was hidden by {' and '.join(hidden_by)}; all is shown again.")
    return found
