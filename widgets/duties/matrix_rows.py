"""The matrix of responsibilities and people, as the matrix widget takes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from store.duties.matrix import DutyMatrix, DutyRow
from store.models import Duty, Member, Role
from store.rules.arranging import colour_of
from store.team import Team
from store.text import clean_line
from widgets.listing_row import Key
from widgets.matrix.parts import EMPTY, MatrixCell, MatrixColumn, MatrixRow
from widgets.signs import Signs

NO_ROLE = "Of no role"
_LOOKS = {
    Duty.ACCOUNTABLE: "strong",
    Duty.RESPONSIBLE: "plain",
    Duty.CONSULTED: "quiet",
    Duty.INFORMED: "quiet",
}
_KEPT = 3
"""Letters of a first name on the line above that of the last name."""
_ROLE = "role "
"""Before the number of a role that has no responsibility: the key of the row that says so."""


def empty_role(key: Key | None) -> int | None:
    """Number of the role, where a row says that it has no responsibility yet; `None`: it is another row."""
    return int(key.removeprefix(_ROLE)) if isinstance(key, str) and key.startswith(_ROLE) else None


def matrix_rows(team: Team, rows: Sequence[DutyRow], signs: Signs, *, with_empty: bool) -> list[MatrixRow]:
    """The responsibilities under the headings of their roles.

    Args:
        team: For the order of the roles.
        rows: Those that are shown, role by role.
        signs: The signs of this terminal.
        with_empty: Whether a role without any has a heading too, and a row that says so.
    """
    groups: dict[int, list[DutyRow]] = {}
    for row in rows:
        groups.setdefault(row.role.id if row.role else 0, []).append(row)
    roles = [role for role in team.roles if role.id in groups or with_empty]
    lines = [line for role in roles for line in _group(role, groups.get(role.id, ()), signs)]
    return [*lines, *(_group(None, groups[0], signs) if 0 in groups else ())]


def matrix_columns(matrix: DutyMatrix, people: Sequence[Member], signs: Signs) -> list[MatrixColumn]:
    """A column for each of these people, called by her first name."""
    firsts = Counter(_first(member) for member in people)
    return [_column(matrix, member, firsts, signs) for member in people]


def matrix_cell(row: DutyRow, login: str, signs: Signs) -> MatrixCell:
    """A person's letters in a row, marked where she is one of several who answer for it."""
    duties = row.duties.get(login, ())
    if not duties:
        return EMPTY
    is_one_of_many = Duty.ACCOUNTABLE in duties and len(row.holders(Duty.ACCOUNTABLE)) > 1
    if is_one_of_many:
        return MatrixCell(row.letters(login), signs.over, "bad")
    return MatrixCell(row.letters(login), look=_LOOKS[duties[0]])


def widest(rows: Iterable[DutyRow]) -> int:
    """Cells of the most letters that somebody has in one row."""
    return max((len(duties) for row in rows for duties in row.duties.values()), default=1)


def _group(role: Role | None, rows: Sequence[DutyRow], signs: Signs) -> Iterator[MatrixRow]:
    faulty = sum(1 for row in rows if row.faults)
    note = f"{signs.over} {faulty}" if faulty else ""
    name = clean_line(role.name) if role else NO_ROLE
    colour = colour_of(role) if role else "quiet"
    sign = signs.colours[colour] if role else ""
    yield MatrixRow(f"heading {role.id if role else 0}", name, sign, note, colour, is_group=True)
    for row in rows:
        sign, look = (signs.over, "bad") if row.faults else ("", "plain")
        yield MatrixRow(row.responsibility.id, clean_line(row.responsibility.name), sign, look=look)
    if role and not rows:
        yield MatrixRow(f"{_ROLE}{role.id}", "answers for nothing yet", signs.over, look="bad")


def _first(member: Member) -> str:
    return member.display_name.split(" ")[0]


def _column(matrix: DutyMatrix, member: Member, firsts: Mapping[str, int], signs: Signs) -> MatrixColumn:
    first = _first(member)
    last = member.display_name.split(" ")[-1][:1]
    # Two of one first name are told apart by how the last one begins, which must not be cut off.
    short = f"{first[:_KEPT]} {last}" if firsts[first] > 1 and last else first
    if matrix.answers_for_too_much(member.login):
        return MatrixColumn(member.login, short, signs.over, "warning")
    return MatrixColumn(member.login, short)
