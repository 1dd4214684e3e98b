"""What the keys of the matrix share: what is shown, and what is under the cursor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from store.duties.matrix import DutyMatrix, DutyRow, Wanted, chosen, duty_matrix
from store.errors import Refused
from store.models import Member, Responsibility, Role
from store.rules.words import quoted
from store.team import Team
from tui.keys import MATRIX, SHELL, key_for
from tui.screens.asking import Asking
from tui.screens.base import TeamScreen
from tui.workplace import Workplace
from widgets.duties.matrix_rows import empty_role, matrix_cell, matrix_columns, matrix_rows, widest
from widgets.listing_row import Key
from widgets.matrix.matrix import Matrix
from widgets.matrix.parts import EMPTY, MatrixCell
from widgets.signs import Signs

_HEAD_LINES = 2
"""Lines of a first name: enough to know somebody by, and rows are dear on a small terminal."""


@dataclass
class Bench:
    """The matrix, and the way to everything around it."""

    place: Workplace
    screen: TeamScreen
    view: Matrix
    asking: Asking
    signs: Signs
    turned: Callable[[], None]
    """To be called when something else is shown."""
    wanted: Wanted = field(default_factory=Wanted)
    role: int | None = None
    """Number of the role of which only the people are shown; `None`: everybody is."""
    count: int = 0
    """Responsibilities that are shown."""
    _known: tuple[Team, DutyMatrix] | None = None

    @property
    def matrix(self) -> DutyMatrix:
        """The whole matrix of the snapshot that is shown."""
        team = self.place.team
        if self._known is None or self._known[0] is not team:
            self._known = team, duty_matrix(team)
        return self._known[1]

    @property
    def only_role(self) -> Role | None:
        """The role of which only the people are shown, if it is still there."""
        return self.place.team.find(Role, self.role) if self.role is not None else None

    def people(self) -> tuple[Member, ...]:
        """The people who have a column."""
        role = self.only_role
        return self.matrix.of_role(role.id) if role else self.matrix.people

    def look(self) -> None:
        """Show what is wanted of the newest snapshot."""
        matrix, signs, team = self.matrix, self.signs, self.place.team
        rows = chosen(matrix, self.wanted)
        self.count = len(rows)
        self.view.show(
            matrix_rows(team, rows, signs, with_empty=not self.wanted.is_narrow),
            matrix_columns(matrix, self.people(), signs),
            self._cell,
            widest=max(2, widest(matrix.rows)),
            most_lines=_HEAD_LINES,
            empty=self._nothing(),
        )

    def want(self, wanted: Wanted) -> None:
        """Show other responsibilities."""
        self.wanted = wanted
        self.look()
        self.turned()

    def want_people(self, role: int | None) -> None:
        """Show the people of one role only, or everybody."""
        self.role = role
        self.look()
        self.turned()

    def go_to(self, number: int, login: str | None = None) -> bool:
        """Put the cursor on a responsibility, and on a person; `False` when it is not there any more."""
        if self.matrix.row(number) is None:
            return False
        if not self.view.select(number):
            self.want(Wanted())
            self.view.select(number)
        if login is not None and not self.view.select(column=login):
            self.want_people(None)
            self.view.select(column=login)
        return True

    # --- what is under the cursor ------------------------------------------------------------------------

    @property
    def row(self) -> DutyRow | None:
        """The responsibility under the cursor; `None`: there is none."""
        key = self.view.row
        return self.matrix.row(key) if isinstance(key, int) else None

    @property
    def login(self) -> str | None:
        """Login of the person under the cursor; `None`: there is none."""
        return self.view.column if isinstance(self.view.column, str) else None

    @property
    def role_here(self) -> Role | None:
        """The role to which a new responsibility belongs here; `None`: to none."""
        row = self.row
        if row is not None:
            return row.role
        number = empty_role(self.view.row)
        roles = self.place.team.roles
        found = self.place.team.find(Role, number) if number is not None else self.only_role
        return found or (roles[0] if roles else None)

    def here(self) -> Responsibility:
        """The responsibility that a command is for.

        Raises:
            Refused: there is none under the cursor.
        """
        row = self.row
        if row is None:
            raise Refused(f"There is no responsibility here; {key_for(MATRIX, 'add')} adds one.")
        return row.responsibility

    def cell(self) -> tuple[DutyRow, str]:
        """The responsibility and the login that a command is for.

        Raises:
            Refused: there is none under the cursor.
        """
        self.here()
        row, login = self.row, self.login
        if row is None or login is None:
            settings = key_for(SHELL, "team_settings")
            raise Refused(f"There is nobody here; {settings} takes people into the team.")
        return row, login

    # --- private -----------------------------------------------------------------------------------------

    def _cell(self, row: Key, column: Key) -> MatrixCell:
        found = self.matrix.row(row) if isinstance(row, int) else None
        return matrix_cell(found, str(column), self.signs) if found else EMPTY

    def _nothing(self) -> str:
        """What to do where nothing is shown."""
        add, clear = key_for(MATRIX, "add"), key_for(MATRIX, "clear")
        if self.wanted.is_narrow:
            return f"No responsibility is like that; {clear} shows all."
        if role := self.only_role:
            return f"Nobody works in {quoted(role.name)}; {clear} shows everybody."
        if not self.place.team.members:
            return f"Nobody is in the team yet; {key_for(SHELL, 'team_settings')} takes people in."
        return f"No responsibilities yet: {add} writes the first one, ? shows all keys."


def narrower(wanted: Wanted, person: str) -> Wanted:
    """What `which` shows next: all, what something is wrong with, what is a person's, and all again."""
    if wanted.faulty:
        return replace(wanted, faulty=False, person=person)
    if wanted.person:
        return replace(wanted, person="")
    return replace(wanted, faulty=True)
