"""Keys that change cards."""

from __future__ import annotations

from store.change import Change
from store.errors import Refused
from store.models import ColumnKind
from store.rules import comments, moving, tasks
from store.rules.words import named
from tui.keys import BOARD, key_for
from tui.screens.doing.bench import Bench


class CardCommands:
    """Moving, adding, and saying what is the matter with a card."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._place = bench.place

    def do_move_left(self) -> None:
        self._move(-1)

    def do_move_right(self) -> None:
        self._move(1)

    def do_move_up(self) -> None:
        self._reorder(-1)

    def do_move_down(self) -> None:
        self._reorder(1)

    def do_add(self) -> None:
        column_id, role = self._bench.view.cursor_cell
        team = self._place.team
        if not column_id:
            raise Refused("This team has no columns yet, so there is no place for a card.")
        column = team.column(column_id)
        where = f"{column.name} · {team.role(role).name}" if role else column.name
        below = self._bench.view.cursor_task
        self._bench.asking.line(
            f"New card in {where}", lambda title: self._add(title, column_id, role, below)
        )

    def do_take(self) -> None:
        place = self._place
        self._bench.act(tasks.take(place.team, self._bench.task().id, place.person, place.now()))

    def do_block(self) -> None:
        task, place = self._bench.task(), self._place
        if task.blocked:
            self._bench.act(tasks.unblock(place.team, task.id, place.person, place.now()))
            return
        self._bench.asking.line(
            f"Why can {named(task)} not go on?",
            lambda why: self._bench.act(
                tasks.block(place.team, place.number_of(task.id), why, place.person, place.now())
            ),
        )

    def do_archive(self) -> None:
        task, place = self._bench.task(), self._place
        self._bench.act(tasks.archive(place.team, task.id, place.person, place.now()))
        place.tell(f"{named(task)} is put away; {key_for(BOARD, 'undo')} brings it back.")

    def do_comment(self) -> None:
        task = self._bench.task()
        self._bench.asking.line(f"Comment on {named(task)}", lambda words: self._comment(task.id, words))

    def do_undo(self) -> None:
        self._place.tell(f"You {self._place.undo()}.")

    def do_redo(self) -> None:
        self._place.tell(f"You {self._place.redo()}.")

    def _move(self, step: int) -> None:
        task, team = self._bench.task(), self._place.team
        columns = [column.id for column in team.columns]
        at = columns.index(task.column) + step
        if not 0 <= at < len(columns):
            edge = "last" if step > 0 else "first"
            raise Refused(f"{named(task)} is in the {edge} column already.")
        finishing = team.column(columns[at]).kind is ColumnKind.DONE
        # What is finished goes to the top: at the bottom of a long column nobody would see it arrive. The
        # cursor stays where the work is.
        below = moving.TOP if finishing else moving.END
        self._bench.with_consent(
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
        self._bench.act(moving.reorder(place.team, self._bench.task().id, offset, place.person, place.now()))

    def _add(self, title: str, column: int, role: int, below: int | None) -> None:
        id = self._place.new_id()
        self._bench.adding(id)

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

        self._bench.with_consent(rule, then=lambda: self._bench.view.select_task(self._place.number_of(id)))

    def _comment(self, task: int, words: str) -> None:
        place = self._place
        task = place.number_of(task)
        change = comments.comment(place.team, task, words, place.person, place.now(), id=place.new_id())
        self._bench.act(change)
        place.tell(f"Your comment is on {named(place.team.task(task))}.")
