"""Where the lists of a file go: columns or roles that are there already, or new ones."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from store.errors import Refused
from store.exchange.imported import Card, CardList, Imported
from store.exchange.new_places import NAME_LIMIT, folded, new_columns, new_roles
from store.exchange.summary import Reason, Tally
from store.models import Column, ColumnKind, Role
from store.team import Team
from store.text import clean_line

_NAMES_CUT = Reason("name of a list", "names of lists", "longer than 60 characters and cut there")
_SAME_NAME = Reason("list", "lists", "put together with another list of the same name")
_CLOSED = Reason(
    "closed list", "closed lists", "not made here; their cards are archived, with its name as a tag"
)
_MATCHED = Reason("list", "lists", "matched with what the team has under that name")
_GUESSED = Reason("new column", "new columns", "the kind was guessed from the name")
_MOVED = Reason("card", "cards", "marked as done in another list, so put into the done column")
_NO_DONE = Reason("done card", "done cards", "still open here, as the board has no column for finished work")


@dataclass(frozen=True, slots=True)
class Places:
    """Cells for cards. New columns and roles carry negative numbers."""

    columns: Mapping[str, Column]
    """Columns for lists by name, in small letters; empty where lists are roles."""
    roles: Mapping[str, Role]
    """Roles by name, in small letters."""
    lists: Mapping[str, str]
    """Name in small letters of each list that is a column or role, by its key."""
    closed: Mapping[str, str]
    """Name of each other list, by its key."""
    new_columns: tuple[Column, ...]
    new_roles: tuple[Role, ...]
    queue: Column | None
    """Where new work goes."""
    done: Column | None
    """Where finished work goes."""

    def column(self, card: Card, tally: Tally) -> Column:
        """The column of a card.

        Raises:
            Refused: the team has no columns, and the file says none.
        """
        mine = self.columns.get(self.lists.get(card.list or "", ""))
        # Where lists are roles, a card that was put away says nothing else about how far it came.
        finished = card.is_done or (card.is_archived and not self.columns)
        if finished and not (mine and mine.kind is ColumnKind.DONE):
            tally.add(_NO_DONE, card.title, count=card.is_done and self.done is None)
            tally.add(_MOVED, card.title, count=mine is not None and self.done is not None)
            mine = self.done or mine
        column = mine or self.queue
        if column is None:
            raise Refused("The team has no columns yet, so the cards have no place; add a column first.")
        return column

    def role(self, card: Card) -> int | None:
        """The role of a card; `None` for nobody's lane."""
        role = self.roles.get(folded(card.role) or self.lists.get(card.list or "", ""))
        return role.id if role and (card.role or not self.columns) else None


def match_places(
    team: Team,
    imported: Imported,
    needed: Collection[str],
    ids: Iterator[int],
    tally: Tally,
    *,
    as_columns: bool,
) -> Places:
    """Find the columns and roles that a file names, and make those that are missing.

    Args:
        team: the snapshot.
        imported: the file.
        needed: keys of the lists for which something new may be made.
        ids: gives negative numbers.
        tally: collects what a person should know.
        as_columns: whether lists are columns; else they are roles.

    Raises:
        Refused: lists shall be roles, but the file names the roles of its cards itself.
    """
    card_roles = {folded(card.role): clean_line(card.role) for card in imported.cards if folded(card.role)}
    if card_roles and imported.lists and not as_columns:
        raise Refused("The file names the roles of its cards itself; import its lists as columns.")
    columns = {folded(column.name): column for column in reversed(team.columns)}
    roles = {folded(role.name): role for role in reversed(team.roles)}
    here = columns.keys() if as_columns else roles.keys()
    lists = [li for li in imported.lists if not li.is_closed or folded(li.name) in here]
    missing = _missing(lists, here, needed, tally)
    made_columns = new_columns(team, missing if as_columns else [], ids)
    names = [name for name in card_roles.values() if folded(name) not in roles]
    made_roles = new_roles(team, names if as_columns or card_roles else [li.name for li in missing], ids)
    tally.add(_GUESSED, *(f"{c.name}: {c.kind}" for c in made_columns), count=len(made_columns))
    closed = {li.key: li.name for li in imported.lists if li not in lists}
    tally.add(_CLOSED, *closed.values(), count=len(closed))
    return _places(team, columns if as_columns else {}, roles, lists, closed, made_columns, made_roles)


def _missing(
    lists: list[CardList], here: Collection[str], needed: Collection[str], tally: Tally
) -> list[CardList]:
    """Lists that need something new: one for each name."""
    first: dict[str, CardList] = {}
    for li in lists:
        name = folded(li.name)
        if name in here:
            tally.add(_MATCHED, li.name)
        elif name in first:
            tally.add(_SAME_NAME, li.name)
        elif li.key in needed:
            first[name] = li
            tally.add(_NAMES_CUT, li.name, count=len(li.name) > NAME_LIMIT)
    return list(first.values())


def _places(
    team: Team,
    columns: Mapping[str, Column],
    roles: Mapping[str, Role],
    lists: list[CardList],
    closed: Mapping[str, str],
    made_columns: list[Column],
    made_roles: list[Role],
) -> Places:
    board = sorted([*team.columns, *made_columns], key=lambda c: (c.position, c.id < 0))
    as_columns = bool(columns or made_columns)
    return Places(
        columns={**columns, **{folded(c.name): c for c in made_columns}} if as_columns else {},
        roles={**roles, **{folded(r.name): r for r in made_roles}},
        lists={li.key: folded(li.name) for li in lists},
        closed=closed,
        new_columns=tuple(made_columns),
        new_roles=tuple(made_roles),
        queue=next((c for c in board if c.kind is ColumnKind.QUEUE), board[0] if board else None),
        done=next((c for c in board if c.kind is ColumnKind.DONE), None),
    )
