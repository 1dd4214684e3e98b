"""Keys with which one writes: a new card, a comment, a description; and one that copies."""

from __future__ import annotations

from store.change import Change
from store.errors import Refused
from store.rules import comments, tasks
from store.rules.bulk import bulk
from store.rules.words import counted, named
from store.team import Team
from tui.screens.doing.bench import Bench, called


class WritingCommands:
    """What people write on the board."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._place = bench.place

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

    def do_comment(self) -> None:
        cards = self._bench.chosen()
        ids = [task.id for task in cards]
        self._bench.asking.line(f"Comment on {called(cards)}", lambda words: self._comment(ids, words))

    def do_copy_number(self) -> None:
        cards = self._bench.chosen()
        if any(task.id < 0 for task in cards):
            raise Refused("The new card has no number yet; try again in a moment.")
        numbers = " ".join(f"#{task.id}" for task in cards)
        self._place.copy(numbers)
        self._place.tell(f"{numbers} is in the clipboard, if your terminal lets programs write to it.")

    def do_edit_outside(self) -> None:
        task, team = self._bench.task(), self._place.team
        # Against what the person saw when the editor opened: what others write meanwhile is merged.
        text = self._place.edit_outside(task.description, named(task))
        if text is None or text.rstrip() == task.description.rstrip():
            self._place.tell(f"The description of {named(task)} is as it was.")
            return
        try:
            change = tasks.edit(team, task.id, self._place.person, self._place.now(), description=text)
            self._bench.act(change)
        except Refused as error:
            kept = self._place.keep_text(text)
            raise Refused(f"{error} What you wrote is in {kept}.") from error
        self._place.tell(f"The description of {named(task)} is changed.")

    # --- how ---------------------------------------------------------------------------------------------

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

    def _comment(self, cards: list[int], words: str) -> None:
        place = self._place
        ids = [place.number_of(card) for card in cards]

        def say(team: Team, card: int) -> Change:
            return comments.comment(team, card, words, place.person, place.now())

        if len(ids) == 1:
            change = say(place.team, ids[0])
        else:
            label = f"commented on {counted(len(ids), 'card')}"
            change = bulk(place.team, ids, say, label, place.person, place.now())
        self._bench.act(self._bench.fresh(change))
        place.tell(f"Your comment is on {called([place.team.task(id) for id in ids])}.")
