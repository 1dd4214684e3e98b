"""Taking over a plain TinyDB file that is in the folder already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from store.errors import Refused
from store.log.disk import Disk, explain
from store.log.layout import data_folder, team_file
from store.models import SETTINGS_ID, TABLES, ColumnKind, Fields, Raw, Unfit
from store.publish import read_tables
from store.rules.valid import sentence
from store.rules.words import counted
from store.templates import Newcomer, Tables, newcomer

_OF_ITS_OWN = {"responsibilities": "roles"}
"""Tables that go with another one, which the file may have: roles of its own do not answer for ours."""


@dataclass(frozen=True)
class Found:
    """A TinyDB file."""

    file: Path
    content: bytes
    tables: Mapping[str, Mapping[int, Raw]]

    def kept(self) -> str:
        """Under which name making the team has kept it; empty when there was nothing in it."""
        kept = sorted(self.file.parent.glob(f"{self.file.name}.before-*"))
        return kept[-1].name if kept and self.content.strip() else ""


def find(folder: Path, disk: Disk) -> Found | None:
    """The TinyDB file in a folder; `None` when there is no team.json.

    Raises:
        Refused: there is one, but it is no TinyDB file.
        StorageError: it cannot be read.
    """
    file = team_file(data_folder(folder))
    try:
        content = disk.read(file)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise explain(error, file) from error
    if not content.strip():
        return Found(file, content, {})
    try:
        return Found(file, content, read_tables(content))
    except Refused as error:
        raise Refused(f"{file} is there and is not a TinyDB file; move it away first. ({error})") from error


def merged(
    found: Found, fresh: Tables, people: tuple[Newcomer, ...], time_zone: str
) -> tuple[Tables, list[str]]:
    """The file's tables, completed by those of a new team where it has none; and what had to be changed.

    Raises:
        Refused: a document in it cannot be used.
    """
    tables: Tables = {name: dict(_checked(name, documents)) for name, documents in found.tables.items()}
    for name, documents in fresh.items():
        if name in _OF_ITS_OWN and found.tables.get(_OF_ITS_OWN[name]):
            continue
        if name != "members" and not tables.get(name):
            tables[name] = documents
    _add_people(tables, people, time_zone)
    notes: list[str] = []
    _give_places(tables, notes)
    return tables, notes


def _checked(table: str, documents: Mapping[int, Raw]) -> Mapping[int, Raw]:
    kind = TABLES.get(table)
    # A task without a column gets one later; that alone is no reason to refuse it.
    complete: Fields = {"column": 0} if table == "tasks" else {}
    for id, raw in documents.items():
        if not isinstance(raw, dict) or id < 1 or (table == "settings" and id != SETTINGS_ID):
            raise Refused(f"In team.json, {table} #{id} is not a document; nothing was changed.")
        if kind is None:
            continue
        try:
            kind.checked({**complete, **raw, "id": id})
        except Unfit as error:
            raise Refused(
                f"In team.json, {table} #{id} cannot be used: {sentence(kind, error)} Nothing was changed."
            ) from error
    return documents


def _add_people(tables: Tables, people: tuple[Newcomer, ...], time_zone: str) -> None:
    members = tables.setdefault("members", {})
    known = {str(raw.get("login", "")).casefold() for raw in members.values()}
    roles = {str(raw["name"]): id for id, raw in tables["roles"].items()}
    for person in people:
        if person.login.casefold() not in known:
            id = max(members, default=0) + 1
            members[id] = newcomer(person, id, roles, time_zone).raw()


def _give_places(tables: Tables, notes: list[str]) -> None:
    """Put tasks whose column or role is not there where new work goes."""
    columns, roles, tasks = tables["columns"], tables["roles"], tables["tasks"]
    first = next(
        (id for id, raw in columns.items() if raw.get("kind", "queue") == ColumnKind.QUEUE), min(columns)
    )
    homeless = [id for id, raw in tasks.items() if raw.get("column") not in columns]
    nobodys = [id for id, raw in tasks.items() if raw.get("role") is not None and raw["role"] not in roles]
    for id in homeless:
        tasks[id] = {**tasks[id], "column": first}
    for id in nobodys:
        tasks[id] = {name: value for name, value in tasks[id].items() if name != "role"}
    if homeless:
        notes.append(f"{counted(len(homeless), 'task')} had no column; now in “{columns[first]['name']}”.")
    if nobodys:
        notes.append(f"{counted(len(nobodys), 'task')} had a role that is not there; now nobody's.")
