"""What must hold after a change was put on top of other people's work, and a merge cannot see.

Only what the change touches is looked at: it is asked at every commit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator

from store.change import Change, Edit
from store.errors import Refused
from store.models import REFERENCES, TABLES, Raw
from store.models.kinds import how_many, kind_of
from store.models.raws import many, number_in, words_in
from store.rules.board import refuse_occupied
from store.rules.links import refuse_circle, refuse_role_circle
from store.rules.shares import refuse_over
from store.rules.words import quoted
from store.team import Team


def check(team_after: Team, change: Change) -> None:
    """Look whether the documents in a change still fit everything that they refer to and that refers to them.

    Args:
        team_after: the snapshot with the change applied.
        change: what was applied.

    Raises:
        Refused: something does not; the sentence names it.
    """
    for edit in change.edits:
        if edit.after is not None and edit.table in _KEPT:
            _KEPT[edit.table](team_after, edit)
    _refuse_orphans(team_after, [edit for edit in change.edits if edit.after is None])


def _task(team: Team, edit: Edit) -> None:
    after = edit.after or {}
    raw = team.tables["tasks"].get(edit.id, {})
    comes_back = edit.before is None or "archived_at" in after
    if not raw.get("archived_at"):
        for field, table in (("column", "columns"), ("role", "roles")):
            if (comes_back or field in after) and raw.get(field) is not None:
                _refuse_gone(team, edit.id, field, table, raw[field])
    old = (edit.before or {}).get("depends_on") or ()
    for number in after.get("depends_on") or ():
        if number in old:
            continue
        if number not in team.tables["tasks"]:
            raise Refused(f"#{edit.id} cannot wait for #{number}: that task is not there any more.")
        refuse_circle(team, edit.id, number)


def _refuse_gone(team: Team, task: int, field: str, table: str, id: int) -> None:
    place = team.tables.get(table, {}).get(id)
    if place is None:
        raise Refused(f"The {field} of #{task} is not there any more; choose another {field}.")
    if place.get("archived_at"):
        name = quoted(place.get("name", id))
        raise Refused(f"The {field} {name} was archived meanwhile; choose another {field} for #{task}.")


def _comment(team: Team, edit: Edit) -> None:
    task = team.tables["comments"].get(edit.id, {}).get("task")
    if "task" in (edit.after or {}) and task not in team.tables.get("tasks", {}):
        raise Refused(f"#{task} is not there any more, so nothing can be said about it.")


def _below_post(team: Team, edit: Edit) -> None:
    raw, after = team.tables[edit.table].get(edit.id, {}), edit.after or {}
    for kind, table in (("post", "posts"), ("reply", "replies")):
        number = raw.get(kind)
        if kind in after and number is not None and number_in(number) not in team.tables.get(table, {}):
            raise Refused(f"The {kind} is not there any more; who wrote it has taken it back.")


def _round(team: Team, edit: Edit) -> None:
    """A day has one open round, and what was parked becomes one card."""
    raw = team.tables["rounds"].get(edit.id, {})
    if edit.before is None and not raw.get("ended_at"):
        for other, known in team.tables["rounds"].items():
            if other != edit.id and known.get("day") == raw.get("day") and not known.get("ended_at"):
                name = team.name_of(str(known.get("started_by", "")))
                raise Refused(f"{name} has started the round meanwhile; join it.")
    became = {note.get("id"): note.get("task") for note in _parts(edit.before, "notes")}
    for note in _parts(edit.after, "notes"):
        card = became.get(note.get("id"))
        if card is not None and note.get("task") not in (None, card):
            raise Refused(f"{quoted(note.get('text', ''))} has become the card #{card} meanwhile.")


def _parts(fields: Raw | None, name: str) -> list[Raw]:
    return [part for part in many((fields or {}).get(name)) if isinstance(part, dict)]


def _absence(team: Team, edit: Edit) -> None:
    """It ends after it began, and nobody is away twice at once."""
    raw, after = team.tables["absences"].get(edit.id, {}), edit.after or {}
    if raw.get("archived_at") or not {"start", "end", "person", "archived_at"} & after.keys():
        return
    start, end = str(raw.get("start", "")), str(raw.get("end", ""))
    if end < start:
        raise Refused("The absence would end before it begins: somebody has moved it meanwhile.")
    for other, known in team.tables["absences"].items():
        is_hers = other != edit.id and known.get("person") == raw.get("person")
        if not is_hers or known.get("archived_at"):
            continue
        if str(known.get("start", "")) <= end and start <= str(known.get("end", "")):
            name = team.name_of(str(raw.get("person", "")))
            raise Refused(f"{name} is away in that time already: absence {other} was entered meanwhile.")


def _member(team: Team, edit: Edit) -> None:
    if "login" in (edit.after or {}):
        _refuse_twins(team, "members", edit.id, "login", "There is already a member with the login")
    if "shares" in (edit.after or {}):
        raw = team.tables["members"].get(edit.id, {})
        refuse_over(team.name_of(str(raw.get("login", ""))), many(raw.get("shares")))


def _place(team: Team, edit: Edit) -> None:
    """A column or role: its name is its own, and nothing on the board stands in it when it is archived."""
    after = edit.after or {}
    kind = kind_of(edit.table)
    if "name" in after or "archived_at" in after:
        _refuse_twins(team, edit.table, edit.id, "name", f"There is already a {kind} called")
    if after.get("archived_at"):
        refuse_occupied(team, team.column(edit.id) if edit.table == "columns" else team.role(edit.id))


def _role(team: Team, edit: Edit) -> None:
    """What holds for every place; and it answers to one that is there, and never to itself."""
    _place(team, edit)
    above = (edit.after or {}).get("above")
    if isinstance(above, int):
        if above not in team.tables["roles"]:
            raise Refused("The role above it is not there any more; choose another one.")
        refuse_role_circle(team, edit.id, above)


def _filter(team: Team, edit: Edit) -> None:
    """A saved filter: its name and its key are its own."""
    after = edit.after or {}
    for field, refusal in (
        ("name", "There is already a filter called"),
        ("key", "There is already a filter on the key"),
    ):
        if (field in after or "archived_at" in after) and team.tables["filters"].get(edit.id, {}).get(field):
            _refuse_twins(team, "filters", edit.id, field, refusal)


def _tag(team: Team, edit: Edit) -> None:
    """Its name is its own; cards may carry it or not."""
    after = edit.after or {}
    if "name" in after or "archived_at" in after:
        _refuse_twins(team, "tags", edit.id, "name", "There is already a tag called")


def _responsibility(team: Team, edit: Edit) -> None:
    """Its role is there, and it is the only one of its name in that; people may have left meanwhile."""
    raw, after = team.tables["responsibilities"].get(edit.id, {}), edit.after or {}
    role = raw.get("role")
    if "role" in after and role is not None and number_in(role) not in team.tables.get("roles", {}):
        raise Refused(f"The role of {quoted(raw.get('name', ''))} is not there any more; choose another.")
    if {"name", "role", "archived_at"} & after.keys() and not raw.get("archived_at"):
        for other, known in team.tables["responsibilities"].items():
            same = _comparable("name", known.get("name", "")) == _comparable("name", raw.get("name", ""))
            if other != edit.id and same and known.get("role") == role and not known.get("archived_at"):
                name = quoted(raw.get("name", ""))
                raise Refused(f"There is already a responsibility {name} in its role; choose another name.")


def _skill(team: Team, edit: Edit) -> None:
    """Its name is its own."""
    after = edit.after or {}
    if "name" in after or "archived_at" in after:
        _refuse_twins(team, "skills", edit.id, "name", "There is already a skill called")


def _of_skill(team: Team, edit: Edit) -> None:
    """What is said or learned about a skill needs that it is there."""
    skill = team.tables[edit.table].get(edit.id, {}).get("skill")
    is_new = "skill" in (edit.after or {}) and skill is not None
    if is_new and number_in(skill) not in team.tables.get("skills", {}):
        raise Refused("The skill is not there any more; “tagwerk skill list” shows those there are.")


def _budget(team: Team, edit: Edit) -> None:
    """A department has one budget in a year."""
    raw = team.tables["budgets"].get(edit.id, {})
    if raw.get("archived_at") or not {"department", "year", "archived_at"} & (edit.after or {}).keys():
        return
    mine = str(raw.get("department", "")).casefold(), raw.get("year")
    for other, known in team.tables["budgets"].items():
        theirs = str(known.get("department", "")).casefold(), known.get("year")
        if other != edit.id and theirs == mine and not known.get("archived_at"):
            raise Refused(f"Somebody has set this budget for {raw.get('year')} meanwhile; change that one.")


def _playbook(team: Team, edit: Edit) -> None:
    """Its name is its own; what was started from it goes on."""
    after = edit.after or {}
    if "name" in after or "archived_at" in after:
        _refuse_twins(team, "playbooks", edit.id, "name", "There is already a playbook called")


def _intake(team: Team, edit: Edit) -> None:
    """A file is read once, be it by two programs in one moment."""
    raw = team.tables["intakes"].get(edit.id, {})
    for other, known in team.tables["intakes"].items():
        if other != edit.id and known.get("checksum") == raw.get("checksum"):
            raise Refused(f"{quoted(known.get('name', ''))} was read meanwhile, so it is not read again.")


def _kpi(team: Team, edit: Edit) -> None:
    """Its name is its own."""
    if {"name", "archived_at"} & (edit.after or {}).keys():
        _refuse_twins(team, "kpis", edit.id, "name", "There is already a KPI called")


def _value(team: Team, edit: Edit) -> None:
    """Its name is its own."""
    if {"name", "archived_at"} & (edit.after or {}).keys():
        _refuse_twins(team, "values", edit.id, "name", "There is already a value called")


def _pulse_batch(team: Team, edit: Edit) -> None:
    """A week's answers are counted once, whoever puts them together, and nobody is in twice."""
    raw = team.tables["pulse_batches"].get(edit.id, {})
    is_counted = bool(many(raw.get("counts")))
    people = set(words_in(raw.get("people")))
    for other, known in team.tables["pulse_batches"].items() if people else ():
        theirs = words_in(known.get("people"))
        is_same_week = other != edit.id and known.get("week") == raw.get("week")
        if is_same_week and theirs and (is_counted or people.intersection(theirs)):
            raise Refused("Somebody has put these answers to the pulse together meanwhile.")


def _refuse_twins(team: Team, table: str, id: int, field: str, refusal: str) -> None:
    """Refuse a name that another document of the table has; those that are archived keep theirs."""
    documents = team.tables[table]
    mine = documents.get(id, {})
    name = _comparable(field, mine.get(field, ""))
    for other, raw in documents.items():
        is_same = other != id and _comparable(field, raw.get(field, "")) == name
        if is_same and not raw.get("archived_at") and not mine.get("archived_at"):
            raise Refused(f"{refusal} {quoted(mine[field])}; choose another.")


def _comparable(field: str, value: object) -> str:
    # `g` and `G` are two keys, but one name.
    return str(value) if field == "key" else str(value).casefold()


def _refuse_orphans(team: Team, removals: list[Edit]) -> None:
    """Refuse to take away what others refer to; that is asked when a creation is undone."""
    gone = {(edit.table, edit.id): edit.before or {} for edit in removals}
    for table in REFERENCES if gone else ():
        for (target, id), count in Counter(_referred(team, table, gone.keys())).items():
            raw = gone[target, id]
            name = quoted(raw.get("title") or raw.get("name") or raw.get("text") or id)
            what = f"#{id}" if target == "tasks" else f"The {kind_of(target)} {name}"
            way = "archive" if "archived_at" in TABLES[target].names() else "change"
            users = how_many(count, table)
            raise Refused(f"{what} is used by {users}, so it is not removed; {way} it instead.")


def _referred(team: Team, table: str, gone: Collection[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Each of the gone documents, as often as the documents of a table refer to it."""
    targets = {target for target, _ in gone}
    fields = [(field, target) for field, target in REFERENCES[table].items() if target in targets]
    # The whole table is read, but only when something goes for good: that is rare.
    for raw in team.tables.get(table, {}).values() if fields else ():
        if table == "reactions" and not raw.get("signs"):
            # Taken back: nobody sees it, so nobody would know what is in the way.
            continue
        for field, target in fields:
            value = raw.get(field)
            for id in value if isinstance(value, list) else [value]:
                if isinstance(id, int) and (target, id) in gone:
                    yield target, id


_KEPT: dict[str, Callable[[Team, Edit], None]] = {
    "tasks": _task,
    "comments": _comment,
    "replies": _below_post,
    "reactions": _below_post,
    "acknowledgements": _below_post,
    "rounds": _round,
    "absences": _absence,
    "members": _member,
    "columns": _place,
    "roles": _role,
    "filters": _filter,
    "tags": _tag,
    "skills": _skill,
    "budgets": _budget,
    "assessments": _of_skill,
    "learning_items": _of_skill,
    "responsibilities": _responsibility,
    "intakes": _intake,
    "kpis": _kpi,
    "playbooks": _playbook,
    "values": _value,
    "pulse_batches": _pulse_batch,
}
