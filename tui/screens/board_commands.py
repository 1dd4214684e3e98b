"""What the board's keys do."""

from __future__ import annotations

from collections.abc import Callable

from store.change import Change
from store.errors import NeedsConsent, Refused
from store.models import ColumnKind, Task
from store.rules import comments, moving, tasks
from store.rules.words import named
from tui.consent import what_it_goes_over
from tui.screens.asking import Asking
from tui.workplace import Workplace
from widgets.board import BoardView


class BoardCommands:
    """One method per command of the key table: `do_` and its name."""

    def __init__(
        self,
        place: Workplace,
        board: BoardView,
        asking: Asking,
        filtered: Callable[[str], None],
        adding: Callable[[int], None],
    ) -> None:
        self._place = place
        self._board = board
        self._asking = asking
        self._filtered = filtered
        self._adding = adding
        self.follow = True
        """Whether the cursor goes with its card when the next snapshot is shown."""
        self.query = ""
        """What the filter says."""

    # --- moving the cursor -------------------------------------------------------------------------------

    def do_left(self) -> None:
        self._board.action_cursor_left()

    def do_right(self) -> None:
        self._board.action_cursor_right()

    def do_up(self) -> None:
        self._board.action_cursor_up()

    def do_down(self) -> None:
        self._board.action_cursor_down()

    def do_first(self) -> None:
        self._board.action_cursor_home()

    def do_last(self) -> None:
        self._board.action_cursor_end()

    def do_page_up(self) -> None:
        self._board.action_page_up()

    def do_page_down(self) -> None:
        self._board.action_page_down()

    def do_next_lane(self) -> None:
        self._board.action_next_lane()

    def do_previous_lane(self) -> None:
        self._board.action_previous_lane()

    def do_all_lanes(self) -> None:
        self._board.action_all_lanes()

    # --- changing cards ----------------------------------------------------------------------------------

    def do_move_left(self) -> None:
        self._move(-1)

    def do_move_right(self) -> None:
        self._move(1)

    def do_move_up(self) -> None:
        self._reorder(-1)

    def do_move_down(self) -> None:
        self._reorder(1)

    def do_add(self) -> None:
        column_id, role = self._board.cursor_cell
        team = self._place.team
        if not column_id:
            raise Refused("This team has no columns yet, so there is no place for a card.")
        column = team.column(column_id)
        where = f"{column.name} · {team.role(role).name}" if role else column.name
        below = self._board.cursor_task
        self._asking.line(f"New card in {where}", lambda title: self._add(title, column_id, role, below))

    def do_take(self) -> None:
        place = self._place
        self._act(tasks.take(place.team, self._task().id, place.person, place.now()))

    def do_block(self) -> None:
        task, place = self._task(), self._place
        if task.blocked:
            self._act(tasks.unblock(place.team, task.id, place.person, place.now()))
            return
        self._asking.line(
            f"Why can {named(task)} not go on?",
            lambda why: self._act(
                tasks.block(place.team, place.number_of(task.id), why, place.person, place.now())
            ),
        )

    def do_archive(self) -> None:
        task, place = self._task(), self._place
        self._act(tasks.archive(place.team, task.id, place.person, place.now()))
        place.tell(f"{named(task)} is put away; u brings it back.")

    def do_comment(self) -> None:
        task = self._task()
        self._asking.line(f"Comment on {named(task)}", lambda words: self._comment(task.id, words))

    def do_undo(self) -> None:
        self._place.tell(f"You {self._place.undo()}.")

    def do_redo(self) -> None:
        self._place.tell(f"You {self._place.redo()}.")

    # --- looking -----------------------------------------------------------------------------------------

    def do_open(self) -> None:
        # Imported when it is opened: forms are what makes a start-up slow.
        from tui.dialogs.card import CardDialog

        self._place.ask(CardDialog(self._place, self._task().id))

    def do_edit(self) -> None:
        from tui.dialogs.edit import EditDialog

        self._place.ask(EditDialog(self._place, self._task().id))

    def do_filter(self) -> None:
        before = self.query
        self._asking.line(
            "Filter", self._filter, changed=self._filter, cancelled=lambda: self._filter(before), text=before
        )

    def do_clear(self) -> None:
        self._filter("")

    def do_help(self) -> None:
        from tui.dialogs.help import HelpDialog

        self._place.ask(HelpDialog(self._place))

    def do_quit(self) -> None:
        self._place.leave()

    # --- how ---------------------------------------------------------------------------------------------

    def _filter(self, query: str) -> None:
        if query != self.query:
            self.query = query
            self._filtered(query)

    def _task(self) -> Task:
        number = self._board.cursor_task
        if number is None:
            raise Refused("There is no card under the cursor; a adds one.")
        return self._place.team.task(number)

    def _act(self, change: Change, *, follow: bool = True) -> None:
        self.follow = follow
        self._place.act(change)
        self.follow = True

    def _move(self, step: int) -> None:
        task, team = self._task(), self._place.team
        columns = [column.id for column in team.columns]
        at = columns.index(task.column) + step
        if not 0 <= at < len(columns):
            edge = "last" if step > 0 else "first"
            raise Refused(f"{named(task)} is in the {edge} column already.")
        finishing = team.column(columns[at]).kind is ColumnKind.DONE
        # What is finished goes to the top: at the bottom of a long column nobody would see it arrive. The
        # cursor stays where the work is.
        below = moving.TOP if finishing else moving.END
        self._with_consent(
            lambda override: moving.move(
                self._place.team,
                task.id,
                columns[at],
                self._place.person,
                self._place.now(),
                below=below,
                override=override,
            ),
            follow=not finishing,
            # The column may be out of view, and then the card has just gone.
            then=(lambda: self._place.tell(f"{named(task)} is done.")) if finishing else None,
        )

    def _reorder(self, offset: int) -> None:
        place = self._place
        self._act(moving.reorder(place.team, self._task().id, offset, place.person, place.now()))

    def _add(self, title: str, column: int, role: int, below: int | None) -> None:
        id = self._place.new_id()
        self._adding(id)

        def rule(override: bool) -> Change:
            team = self._place.team
            at = self._place.number_of(below) if below is not None else None
            stands = at if at in [card for _, card in team.cell(column, role)] else None
            return tasks.create(
                team,
                title,
                self._place.person,
                self._place.now(),
                column=column,
                role=role or None,
                below=stands,
                id=id,
                override=override,
            )

        self._with_consent(rule, then=lambda: self._board.select_task(self._place.number_of(id)))

    def _comment(self, task: int, words: str) -> None:
        place = self._place
        task = place.number_of(task)
        change = comments.comment(place.team, task, words, place.person, place.now(), id=place.new_id())
        self._act(change)
        place.tell(f"Your comment is on {named(place.team.task(task))}.")

    def _with_consent(
        self, rule: Callable[[bool], Change], *, follow: bool = True, then: Callable[[], object] | None = None
    ) -> None:
        """Do it; where a rule asks first, ask the person."""

        def go(override: bool) -> None:
            self._act(rule(override), follow=follow)
            if then is not None:
                then()

        try:
            go(override=False)
        except NeedsConsent as question:
            self._asking.yes_or_no(f"{what_it_goes_over(question)}; go over it?", lambda: go(override=True))
