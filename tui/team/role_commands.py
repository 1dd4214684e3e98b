"""What the keys of the tab of roles do: one class for each group of commands, a method for each command."""

from __future__ import annotations

from functools import partial

from store.rules.membership import SAYS, refuse_unless_lead
from tui.screens.doing.grouped import Grouped
from tui.screens.doing.list_cursor import ListCursor
from tui.screens.doing.shell import ShellCommands
from tui.screens.doing.undoing import UndoCommands
from tui.settings.form import Form
from tui.team.going import to_cards
from tui.team.mending import Mending
from tui.team.role_bench import RoleBench


class CursorCommands(ListCursor):
    """From role to role, and through what is told of one."""

    def __init__(self, bench: RoleBench) -> None:
        super().__init__(bench.view)
        self._bench = bench

    def do_down(self) -> None:
        super().do_down()
        self._bench.looked_at()

    def do_up(self) -> None:
        super().do_up()
        self._bench.looked_at()

    def do_first(self) -> None:
        super().do_first()
        self._bench.looked_at()

    def do_last(self) -> None:
        super().do_last()
        self._bench.looked_at()

    def do_page_down(self) -> None:
        self._bench.sheet.scroll_by(self._page)

    def do_page_up(self) -> None:
        self._bench.sheet.scroll_by(-self._page)

    @property
    def _page(self) -> int:
        return max(1, self._bench.sheet.size.height - 1)


class LookingCommands:
    """Which roles are shown, and what is beside them."""

    def __init__(self, bench: RoleBench) -> None:
        self._bench = bench

    def do_open(self) -> None:
        self._bench.here()
        self._bench.zoom(whole=not self._bench.is_whole)

    def do_go(self) -> None:
        to_cards(self._bench.place, self._bench.here())

    def do_filter(self) -> None:
        bench = self._bench
        bench.desk.asking.line(
            "Search",
            bench.want,
            changed=bench.want,
            cancelled=partial(bench.want, bench.words),
            text=bench.words,
            hint="words in the name or the department",
            may_be_empty=True,
        )

    def do_clear(self) -> None:
        if self._bench.is_whole:
            self._bench.zoom(whole=False)
        else:
            self._bench.want("")


class ChangeCommands:
    """What a role says, and who leads it."""

    def __init__(self, bench: RoleBench) -> None:
        self._bench = bench
        self._mending = Mending(bench.desk)

    def do_edit(self) -> None:
        place, role = self._bench.place, self._bench.here()
        refuse_unless_lead(place.team, place.person, "changes roles")
        # Imported when a form is opened: it takes Textual's fields.
        from tui.settings.roles import Roles

        self._open(Roles().form(place.team, role.id, self._bench.desk.signs))

    def do_add(self) -> None:
        place = self._bench.place
        refuse_unless_lead(place.team, place.person, "changes roles")
        from tui.settings.roles import Roles

        id = place.new_id()
        self._open(Roles().new_form(place.team, id, self._bench.desk.signs), id)

    def do_answer(self) -> None:
        place, role = self._bench.place, self._bench.here()
        refuse_unless_lead(place.team, place.person, SAYS)
        from tui.team.duty_form import new_duty_form

        self._open(new_duty_form(place.team, role, place.new_id()))

    def do_lead(self) -> None:
        self._mending.choose_for_role(self._bench.here(), "lead")

    def do_deputy(self) -> None:
        self._mending.choose_for_role(self._bench.here(), "deputy")

    def _open(self, form: Form, new: int | None = None) -> None:
        """Open a form; the cursor goes to the new role that comes of it."""
        from tui.dialogs.form import FormDialog

        bench = self._bench

        def closed(_: None) -> None:
            if new is not None and bench.view.select(new):
                bench.looked_at()

        bench.place.ask(FormDialog(bench.place, form), closed)


GROUPS = (CursorCommands, LookingCommands, ChangeCommands, UndoCommands, ShellCommands)
"""Each takes a `RoleBench`."""


class RoleCommands(Grouped):
    """Every command of the tab; each is a method `do_` and its name in one of the groups."""

    def __init__(self, bench: RoleBench) -> None:
        super().__init__([group(bench) for group in GROUPS])
