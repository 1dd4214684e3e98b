"""Keys that write, order and put away the rows of the matrix."""

from __future__ import annotations

from store.models import Responsibility
from store.rules import responsibilities as rules
from store.rules.membership import SAYS, refuse_unless_lead
from store.rules.words import quoted
from tui.keys import MATRIX, key_for
from tui.team.matrix_bench import Bench


class LineCommands:
    """Responsibilities."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._place = bench.place

    def do_open(self) -> None:
        # Imported when it is opened, like all dialogs.
        from tui.dialogs.responsibility import ResponsibilityDialog

        self._place.ask(ResponsibilityDialog(self._place, self._bench.here().id))

    def do_add(self) -> None:
        """One line, below the cursor's; the form has the rest."""
        place, role = self._place, self._bench.role_here
        refuse_unless_lead(place.team, place.person, SAYS)
        where = f" of {role.name}" if role else ""
        number, row = role.id if role else None, self._bench.row
        below = row.responsibility.id if row else None
        self._bench.asking.line(
            f"New responsibility{where}",
            lambda name: self._write(name, number, below),
            hint="something to count on, like: returns handled within 48 h",
        )

    def do_edit(self) -> None:
        place, one = self._place, self._bench.here()
        refuse_unless_lead(place.team, place.person, SAYS)
        # Imported when a form is opened: it takes Textual's fields.
        from tui.dialogs.form import FormDialog
        from tui.team.responsibility_form import responsibility_form

        place.ask(FormDialog(place, responsibility_form(place.team, one)))

    def do_lower(self) -> None:
        self._move(1)

    def do_higher(self) -> None:
        self._move(-1)

    def do_archive(self) -> None:
        place, one = self._place, self._bench.here()
        place.act(rules.archive(place.team, one.id, place.person, place.now()))
        place.tell(f"{quoted(one.name)} is put away; {key_for(MATRIX, 'undo')} brings it back.")

    def _move(self, offset: int) -> None:
        place, one = self._place, self._bench.here()
        place.act(rules.move(place.team, one.id, offset, place.person, place.now()))

    def _write(self, name: str, role: int | None, below: int | None) -> None:
        place, number = self._place, self._place.new_id()
        by, now = place.person, place.now()
        place.act(rules.add(place.team, name, by, now, role=role, below=below, id=number))
        self._bench.go_to(number)
        new = place.team.find(Responsibility, number)
        edit, answers = key_for(MATRIX, "edit"), key_for(MATRIX, "accountable")
        if new is not None:
            place.tell(f"Added {quoted(new.name)}; {answers} says who answers for it, {edit} writes more.")
