"""What becomes of a change that stands against others' work, once a person has decided."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from store.change import Change, Edit, difference
from store.errors import Clash, FieldClash, Refused
from store.merge import Tables, is_text, prefer_mine, rebase
from store.models import TABLES, Column, Fields, Raw, Role, Task
from store.models.kinds import kind_of
from store.phrases import quoted
from store.rules.decision import Decision, Disputed
from store.rules.integrity import check
from store.rules.stamps import on_entering
from store.rules.valid import called, changed
from store.team import Team
from store.text import clean, clean_line

_WITH_COLUMN = {"position", "column_since", "started_at", "finished_at"}
"""What goes with a card's column and is decided with it."""
_WITH_OUTCOME = {"closed_at", "closed_by"}
"""What goes with the outcome of an incident."""


_LINES = {
    "tasks": {"title", "blocked"},
    "columns": {"name"},
    "roles": {"name"},
    "tags": {"description"},
    "posts": {"title"},
    "members": {"name"},
    "absences": {"note"},
    "settings": {"name"},
    "playbooks": {"name"},
    "playbook_runs": {"name"},
    "freezes": {"name"},
    "routines": {"title"},
}
"""Fields of one line of free words."""


def disputed(clash: FieldClash) -> Disputed:
    """The field that a clash is about."""
    return clash.table, clash.id, clash.field


def is_line(table: str, field: str) -> bool:
    """Whether a field holds one line of words, of which a person can make one of both."""
    return field in _LINES.get(table, ())


def takes_both(clash: FieldClash) -> bool:
    """Whether one text can be made of mine and theirs."""
    return is_text(clash.table, clash.field) or is_line(clash.table, clash.field)


def standing(team: Team, change: Change) -> Clash | Refused | None:
    """What a change stands against as things are now; `None`: nothing any more."""
    try:
        rebased = rebase(change, team.tables)
        check(team.apply(rebased), rebased)
    except (Clash, Refused) as problem:
        return problem
    return None


def resolved(change: Change, decision: Decision, tables: Tables) -> Change:
    """What is left of a change after the decision, on top of what others wrote.

    Raises:
        Refused: a text that was made of both does not fit its field.
    """
    _refuse_unfit(decision, tables)
    edits: list[Edit] = []
    for edit in prefer_mine(change, tables).edits:
        if edit.before is None or edit.after is None:
            edits.append(edit)
            continue
        before, after = edit.before, _wanted(edit, edit.after, decision)
        fields = [f for f in after if before.get(f) != after[f]]
        if edit.table == "tasks" and "column" in fields:
            edits += _moved(edit.id, after, change, tables)
        elif fields:
            kept = {f: before.get(f) for f in fields}
            edits.append(Edit(edit.table, edit.id, kept, {f: after[f] for f in fields}))
    return replace(change, edits=tuple(edits))


def field_called(clash: FieldClash) -> str:
    """The field that a clash is about, as people say it."""
    return _ASKED.get((clash.table, clash.field)) or called(clash.field)


def told(team: Team, field: str, value: Any) -> str:
    """A field's value for reading: names instead of numbers and logins, no control characters."""
    if field in _PEOPLE:
        logins = [str(login) for login in (value if isinstance(value, list) else [value]) if login]
        return ", ".join(map(team.name_of, logins)) or "nobody"
    if value in (None, "", []):
        return "(empty)"
    kind = _NAMED.get(field)
    if kind is not None and isinstance(value, int):
        document = team.find(kind, value)
        return document.name if document else f"#{value}"
    if isinstance(value, list):
        return ", ".join(
            clean_line(str(item.get("text", item)) if isinstance(item, dict) else str(item)) for item in value
        )
    return clean(str(value))


def subject(team: Team, clash: FieldClash) -> str:
    """What a clash is about: `#12 Count the stock`, `the column “Doing”`."""
    raw = team.tables.get(clash.table, {}).get(clash.id, {})
    if clash.table == "tasks":
        return f"#{clash.id} {clean_line(str(raw.get('title', '')))}"
    kind = kind_of(clash.table)
    name = raw.get("name") or raw.get("title")
    return f"the {kind} {quoted(name)}" if name else f"{kind} {clash.id}"


def _refuse_unfit(decision: Decision, tables: Tables) -> None:
    team = Team(tables)
    for (table, id, field), text in decision.texts.items():
        document = team.find(TABLES[table], id)
        if document is not None:
            if is_line(table, field) and "\n" in text:
                raise Refused(f"The {called(field)} is one line; make one of these.")
            changed(document, "", {field: text})


def _wanted(edit: Edit, after: Raw, decision: Decision) -> Raw:
    """The fields that were not given up, with the texts that were made of both."""
    gone = {name for table, id, name in decision.theirs if (table, id) == (edit.table, edit.id)}
    if "column" in gone:
        gone |= _WITH_COLUMN
    if "outcome" in gone:
        gone |= _WITH_OUTCOME
    wanted: Fields = {name: value for name, value in after.items() if name not in gone}
    for (table, id, name), text in decision.texts.items():
        if (table, id) == (edit.table, edit.id) and name in wanted:
            wanted[name] = text or None
    return wanted


def _moved(id: int, after: Raw, change: Change, tables: Tables) -> tuple[Edit, ...]:
    """A card that comes to my column from theirs, and not from where it was: its times have to follow."""
    team = Team(tables)
    task = team.task(id)
    column = team.find(Column, after["column"])
    stamps = on_entering(column.kind, change.at, task) if column else {}
    moved = Task.checked({**task.raw(), **after, **stamps, "id": id})
    return difference("tasks", id, task.raw(), moved.raw())


_ASKED = {("responsibilities", "accountable"): "who answers for it"}
"""Fields whose names say less than what is asked."""
_PEOPLE = {"accountable", "lead", "deputy", "cover", "owner"}
"""Fields that hold logins."""
_NAMED: dict[str, type[Column] | type[Role]] = {"column": Column, "role": Role}
"""Fields that hold the number of something with a name."""
