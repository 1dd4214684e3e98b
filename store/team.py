"""One immutable snapshot of everything the team has, with the questions that screens ask of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from operator import is_
from typing import ClassVar, Self, TypeVar
from zoneinfo import ZoneInfo

from store.change import Change, Edit, patched
from store.errors import NotFound
from store.index import Cards, Grouped, TaskIndex
from store.models import (
    SETTINGS_ID,
    TABLES,
    Absence,
    Column,
    Comment,
    Document,
    Member,
    Raw,
    Role,
    SavedFilter,
    Settings,
    Tag,
    Task,
    Unfit,
)
from store.models.raws import words_in
from store.text import clean_line

D = TypeVar("D", bound=Document)


class WorkedOut:
    """Something that is worked out from some of a snapshot's tables alone."""

    TABLES: ClassVar[tuple[str, ...]] = ()
    """Names of the tables: it stays true until one of them changes."""

    def __init__(self, team: Team) -> None:
        raise NotImplementedError

    @classmethod
    def of(cls, team: Team) -> Self:
        """That of a snapshot; made once for as long as it stays true."""
        return team.worked_out(cls)

    def followed(self, team: Team) -> Self | None:
        """What it becomes in a snapshot like this one with some changes; `None`: it is made anew."""
        return None


W = TypeVar("W", bound=WorkedOut)
Kept = dict[type[WorkedOut], tuple[tuple[Mapping[int, Raw] | None, ...], WorkedOut]]
"""By its class: the tables that it was made from, and what was made."""
Built = dict[tuple[str, int], tuple[Raw, Document]]


@dataclass(frozen=True)
class Team:
    """A snapshot. Applying a change gives a new one that shares everything that did not change.

    Documents are kept as TinyDB keeps them and become models when they are looked at.
    """

    tables: Mapping[str, Mapping[int, Raw]] = field(default_factory=dict)
    _built: Built = field(default_factory=dict, repr=False, compare=False)
    _groups: dict[tuple[str, str], Grouped] = field(default_factory=dict, repr=False, compare=False)
    _kept: Kept = field(default_factory=dict, repr=False, compare=False)

    # --- documents ---------------------------------------------------------------------------------------

    def find(self, kind: type[D], id: int) -> D | None:
        """A document by its number, or `None`."""
        table = _TABLE_OF[kind]
        raw = self.tables.get(table, {}).get(id)
        if raw is None:
            return None
        built = self._built.get((table, id))
        if built is None or built[0] is not raw:
            try:
                built = raw, kind.build(id, raw)
            except Unfit:
                return None
            self._built[table, id] = built
        document = built[1]
        return document if isinstance(document, kind) else None

    def all(self, kind: type[D]) -> Iterator[D]:
        """Every document of a kind, in no particular order."""
        for id in self.tables.get(_TABLE_OF[kind], {}):
            document = self.find(kind, id)
            if document is not None:
                yield document

    def task(self, id: int) -> Task:
        """A task by its number.

        Raises:
            NotFound: there is none.
        """
        task = self.find(Task, id)
        if task is None:
            raise NotFound(f"There is no task #{id}; “tagwerk list” shows those there are.")
        return task

    def belonging(self, kind: type[D], field: str, owner: int) -> Iterator[D]:
        """The documents of a kind whose field names one document, oldest first."""
        for id in self.grouped(_TABLE_OF[kind], field).get(owner):
            document = self.find(kind, id)
            if document is not None:
                yield document

    def grouped(self, table: str, field: str) -> Grouped:
        """Numbers of a table's documents by the document that a field of theirs names."""
        found = self._groups.get((table, field))
        if found is None:
            found = self._groups[table, field] = Grouped.of(field, self.tables.get(table, {}))
        return found

    def worked_out(self, kind: type[W]) -> W:
        """What is worked out from some tables; made once for all snapshots that share those tables."""
        tables = tuple(self.tables.get(name) for name in kind.TABLES)
        held = self._kept.get(kind)
        before = held[1] if held is not None and isinstance(held[1], kind) else None
        if before is not None and held is not None and all(map(is_, held[0], tables)):
            return before
        made = (before.followed(self) if before is not None else None) or kind(self)
        self._kept[kind] = tables, made
        return made

    # --- the team ----------------------------------------------------------------------------------------

    @cached_property
    def settings(self) -> Settings:
        """The team's settings; the defaults where nothing is set."""
        return self.find(Settings, SETTINGS_ID) or Settings(id=SETTINGS_ID)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The steps of work from left to right."""
        return tuple(sorted((c for c in self.all(Column) if not c.archived_at), key=_by_position))

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """The roles in their order."""
        return tuple(sorted((r for r in self.all(Role) if not r.archived_at), key=_by_position))

    @cached_property
    def filters(self) -> tuple[SavedFilter, ...]:
        """The filters that the team keeps, in their order."""
        return tuple(sorted((f for f in self.all(SavedFilter) if not f.archived_at), key=_by_position))

    @cached_property
    def members(self) -> Mapping[str, Member]:
        """The people in the team by login."""
        people = sorted((m for m in self.all(Member) if not m.left_at), key=lambda m: m.login)
        return {m.login: m for m in people}

    @cached_property
    def left(self) -> Mapping[str, Member]:
        """The people who have left the team by login, without those who are in it again."""
        return {m.login: m for m in self.all(Member) if m.left_at and m.login not in self.members}

    @cached_property
    def absences(self) -> Mapping[str, tuple[Absence, ...]]:
        """The absences of each person by login, the earliest first, without those that were called off."""
        found: dict[str, list[Absence]] = {}
        for absence in self.all(Absence):
            if not absence.archived_at:
                found.setdefault(absence.person, []).append(absence)
        return {login: tuple(sorted(own, key=_by_start)) for login, own in found.items()}

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """The tags that the team has agreed on, in their order; cards may carry other words as well."""
        return tuple(sorted((t for t in self.all(Tag) if not t.archived_at), key=_by_position))

    @cached_property
    def tag_colours(self) -> Mapping[str, str]:
        """Colour of each tag that has one, by its name as `str.casefold` gives it."""
        return {tag.name.casefold(): tag.colour for tag in self.tags if tag.colour}

    @cached_property
    def words(self) -> frozenset[str]:
        """Every tag that a card has, agreed on or not."""
        found: set[str] = set()
        for raw in self.tables.get("tasks", {}).values():
            if own := raw.get("tags"):
                found.update(words_in(own))
        return frozenset(found)

    def column(self, id: int) -> Column:
        """A column by its number.

        Raises:
            NotFound: there is none.
        """
        column = self.find(Column, id)
        if column is None:
            raise NotFound(f"There is no column {id}.")
        return column

    def role(self, id: int) -> Role:
        """A role by its number.

        Raises:
            NotFound: there is none.
        """
        role = self.find(Role, id)
        if role is None:
            raise NotFound(f"There is no role {id}.")
        return role

    def tag(self, id: int) -> Tag:
        """A tag by its number.

        Raises:
            NotFound: there is none.
        """
        tag = self.find(Tag, id)
        if tag is None:
            raise NotFound(f"There is no tag {id}.")
        return tag

    def name_of(self, login: str) -> str:
        """The name of a person for reading, also of who has left; the login where there never was one."""
        member = self.members.get(login) or self.left.get(login)
        return member.display_name if member else clean_line(login)

    def today(self, now: datetime) -> date:
        """The day it is for the team."""
        return now.astimezone(ZoneInfo(self.settings.time_zone)).date()

    # --- the board ---------------------------------------------------------------------------------------

    @cached_property
    def index(self) -> TaskIndex:
        """Which cards stand where."""
        return TaskIndex.of(self.tables.get("tasks", {}), self.tables.get("comments", {}))

    def cell(self, column: int, role: int | None) -> Cards:
        """Rank and number of the cards of one role in one column, in order."""
        return self.index.cells.get((column, role or 0), ())

    def count(self, column: int) -> int:
        """Cards in a column, all roles together."""
        return sum(len(cards) for (c, _), cards in self.index.cells.items() if c == column)

    def comments(self, task: int) -> tuple[Comment, ...]:
        """What people said about a task, oldest first."""
        found = (self.find(Comment, id) for id in self.index.comments.get(task, ()))
        return tuple(comment for comment in found if comment is not None)

    # --- changes -----------------------------------------------------------------------------------------

    def apply(self, *changes: Change) -> Team:
        """The snapshot after the changes, which must fit: see `store.merge.rebase`."""
        tables = dict(self.tables)
        fresh: set[str] = set()
        touched: dict[str, dict[int, Raw | None]] = {}
        for edit in (edit for change in changes for edit in change.edits):
            if edit.table not in fresh:
                fresh.add(edit.table)
                tables[edit.table] = dict(tables.get(edit.table, {}))
            documents = tables[edit.table]
            assert isinstance(documents, dict)
            touched.setdefault(edit.table, {}).setdefault(edit.id, documents.get(edit.id))
            _apply(edit, documents)
        team = Team(tables, self._built, _kept=self._kept)
        self._hand_down(team, touched)
        return team

    def _hand_down(self, team: Team, touched: Mapping[str, Mapping[int, Raw | None]]) -> None:
        """Give the successor what stays true, so that it is not computed again."""
        mine = self.__dict__
        for name, table in _CACHED.items():
            if name in mine and table not in touched:
                team.__dict__[name] = mine[name]
        for (table, name), grouped in list(self._groups.items()):
            changes = [(id, old, team.tables[table].get(id)) for id, old in touched.get(table, {}).items()]
            team._groups[table, name] = grouped.updated(changes)
        if "index" not in mine:
            return
        index = self.index
        for table, update in (("tasks", TaskIndex.moved), ("comments", TaskIndex.commented)):
            if table in touched:
                new = team.tables[table]
                index = update(index, [(id, old, new.get(id)) for id, old in touched[table].items()])
        team.__dict__["index"] = index


_TABLE_OF: dict[type[Document], str] = {kind: table for table, kind in TABLES.items()}
_CACHED = {name: name for name in ("settings", "columns", "roles", "filters", "members", "absences", "tags")}
_CACHED |= {"left": "members", "tag_colours": "tags", "words": "tasks"}


def _by_position(document: Column | Role | SavedFilter | Tag) -> tuple[str, int]:
    return document.position, document.id


def _by_start(absence: Absence) -> tuple[date, date, int]:
    return absence.start, absence.end, absence.id


def _apply(edit: Edit, documents: dict[int, Raw]) -> None:
    if edit.after is None:
        documents.pop(edit.id, None)
    elif edit.before is None:
        documents[edit.id] = edit.after
    else:
        documents[edit.id] = patched(documents.get(edit.id, {}), edit.after)
