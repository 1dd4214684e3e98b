"""Templates of cards by role: leads write them, change them and put them away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from store.change import Change
from store.errors import NotFound, Refused
from store.models import Fields, Playbook, Step
from store.playbooks.known import playbooks
from store.playbooks.ready import Ready, steps_for
from store.rules.arranging import at_the_end, labelled
from store.rules.board import free_number, live_role
from store.rules.membership import refuse_unless_lead
from store.rules.valid import called, changed, refuse_unknown, valid
from store.rules.words import listed, quoted
from store.team import Team
from store.text import clean_line, whole_number

_WRITTEN = ("name", "about", "kind", "role", "steps", "freeze_tags", "freeze_from", "freeze_until")
_STEP = ("text", "details", "due", "start", "role", "missing", "doer", "estimate", "priority", "tags")
_AWAY = "archived_at"


def playbook_numbered(team: Team, id: int) -> Playbook:
    """A playbook by its number.

    Raises:
        NotFound: there is none.
    """
    found = team.find(Playbook, id)
    if found is None:
        raise NotFound(f"There is no playbook {id}; “tagwerk playbook list” shows those there are.")
    return found


def playbook_named(team: Team, text: str) -> Playbook:
    """The playbook that a person means: by its number, its name, or by how the name or a word in it begins.

    Raises:
        NotFound: there is none.
        Refused: there are several.
    """
    live = playbooks(team)
    number = whole_number(text.strip().removeprefix("#"))
    low = clean_line(text).casefold()
    if numbered := next((one for one in live if one.id == number), None):
        return numbered
    for fits in (
        lambda name: name == low,
        lambda name: bool(low) and name.startswith(low),
        lambda name: bool(low) and f" {low}" in name,
    ):
        found = [one for one in live if fits(one.name.casefold())]
        if len(found) == 1:
            return found[0]
        if found:
            names = listed((quoted(one.name) for one in found), "or")
            raise Refused(f"{quoted(text)} may be {names}; write more of it.")
    names = listed((quoted(one.name) for one in live), "or")
    way = f"choose {names}" if live else "“tagwerk playbook ready” shows some that are ready-made"
    raise NotFound(f"There is no playbook {quoted(text)}; {way}.")


def live_playbook(team: Team, id: int) -> Playbook:
    """A playbook that is not put away.

    Raises:
        NotFound: there is none with this number.
        Refused: it is archived.
    """
    found = playbook_numbered(team, id)
    if found.archived_at:
        raise Refused(f"The playbook {quoted(found.name)} is archived; restore it first.")
    return found


def add(team: Team, name: str, by: str, now: datetime, *, id: int = -1, **fields: Any) -> Change:
    """A new playbook, behind the others.

    Raises:
        NotFound: a role that is named does not exist.
        Refused: the person leads no role, the name is taken, or a value does not fit its field.
    """
    refuse_unless_lead(team, by, "changes playbooks")
    _refuse_others(fields)
    number = free_number(team, "playbooks", id)
    position, edits = at_the_end("playbooks", playbooks(team), number)
    new = valid(Playbook, {**fields, "id": number, "name": name, "position": position})
    _refuse_unfit(team, new, None)
    label = f"wrote the playbook {quoted(new.name)}"
    made = Change.insert("playbooks", new, label, number)
    return Change((*made.edits, *edits), label).signed(by, now)


def take_in(team: Team, ready: Ready, by: str, now: datetime, *, id: int = -1) -> Change:
    """Make a ready-made playbook the team's own; its roles are those of the same name, or open.

    Raises:
        Refused: the person leads no role, or there is a playbook of that name.
    """
    fields: Fields = {
        "about": ready.about,
        "kind": ready.kind,
        "steps": [step.raw() for step in steps_for(team, ready)],
        "freeze_tags": list(ready.freeze_tags),
        "freeze_from": ready.freeze_from,
        "freeze_until": ready.freeze_until,
    }
    return add(team, ready.name, by, now, id=id, **fields)


def edit(team: Team, playbook_id: int, by: str, now: datetime, **fields: Any) -> Change:
    """Change what a playbook says; `steps` replaces all of them.

    Raises:
        NotFound: there is no such playbook, or a role that is named does not exist.
        Refused: the person leads no role, it is archived, the name is taken, or a value does not fit.
    """
    refuse_unless_lead(team, by, "changes playbooks")
    old = live_playbook(team, playbook_id)
    _refuse_others(fields)
    change = changed(old, "", fields)
    if change:
        _refuse_unfit(team, valid(Playbook, {**old.raw(), **fields, "id": old.id}), old)
    return labelled(change, f"the playbook {quoted(old.name)}", by, now)


def archive(team: Team, playbook_id: int, by: str, now: datetime) -> Change:
    """Put a playbook away; what was started from it goes on.

    Raises:
        NotFound: there is no such playbook.
        Refused: the person leads no role, or it is archived already.
    """
    refuse_unless_lead(team, by, "changes playbooks")
    old = live_playbook(team, playbook_id)
    return changed(old, f"archived the playbook {quoted(old.name)}", {_AWAY: now}).signed(by, now)


def restore(team: Team, playbook_id: int, by: str, now: datetime) -> Change:
    """Bring a playbook back.

    Raises:
        NotFound: there is no such playbook.
        Refused: the person leads no role, it is not archived, or its name is taken by now.
    """
    refuse_unless_lead(team, by, "changes playbooks")
    old = playbook_numbered(team, playbook_id)
    if not old.archived_at:
        raise Refused(f"The playbook {quoted(old.name)} is not archived.")
    _refuse_taken(team, old)
    return changed(old, f"brought back the playbook {quoted(old.name)}", {_AWAY: None}).signed(by, now)


def add_step(
    team: Team, playbook_id: int, text: str, by: str, now: datetime, *, step_id: str, **fields: Any
) -> Change:
    """A new step at the end.

    Raises:
        NotFound: there is no such playbook or role.
        Refused: the person leads no role, the playbook is archived, there is no text, or a value is unfit.
    """
    refuse_unless_lead(team, by, "changes playbooks")
    old = live_playbook(team, playbook_id)
    _refuse_unknown_step(fields)
    words = _words(text)
    label = f"added {quoted(words)} to the playbook {quoted(old.name)}"
    new: Fields = {**fields, "id": step_id, "text": words}
    return _with(team, old, [*(step.raw() for step in old.steps), new], label).signed(by, now)


def edit_step(team: Team, playbook_id: int, step_id: str, by: str, now: datetime, **fields: Any) -> Change:
    """Change a step.

    Raises:
        NotFound: there is no such playbook, step or role.
        Refused: the person leads no role, the playbook is archived, or a value does not fit.
    """
    refuse_unless_lead(team, by, "changes playbooks")
    old = live_playbook(team, playbook_id)
    step = step_of(old, step_id)
    _refuse_unknown_step(fields)
    if "text" in fields:
        fields["text"] = _words(str(fields["text"]))
    raws = [{**one.raw(), **(fields if one is step else {})} for one in old.steps]
    label = f"changed {quoted(step.text)} in the playbook {quoted(old.name)}"
    return _with(team, old, raws, label).signed(by, now)


def move_step(team: Team, playbook_id: int, step_id: str, offset: int, by: str, now: datetime) -> Change:
    """Move a step among the others: -1 one up, +1 one down. At the edge nothing changes.

    Raises:
        NotFound: there is no such playbook or step.
        Refused: the person leads no role, or the playbook is archived.
    """
    refuse_unless_lead(team, by, "changes playbooks")
    old = live_playbook(team, playbook_id)
    step = step_of(old, step_id)
    others = [one for one in old.steps if one is not step]
    to = min(max(old.steps.index(step) + offset, 0), len(others))
    raws = [one.raw() for one in (*others[:to], step, *others[to:])]
    label = f"moved {quoted(step.text)} in the playbook {quoted(old.name)}"
    return _with(team, old, raws, label).signed(by, now)


def remove_step(team: Team, playbook_id: int, step_id: str, by: str, now: datetime) -> Change:
    """Take a step out; cards that were made of it stay.

    Raises:
        NotFound: there is no such playbook or step.
        Refused: the person leads no role, or the playbook is archived.
    """
    refuse_unless_lead(team, by, "changes playbooks")
    old = live_playbook(team, playbook_id)
    step = step_of(old, step_id)
    label = f"took {quoted(step.text)} out of the playbook {quoted(old.name)}"
    return _with(team, old, [one.raw() for one in old.steps if one is not step], label).signed(by, now)


def step_of(playbook: Playbook, step_id: str) -> Step:
    """A step of a playbook.

    Raises:
        NotFound: it has none like that.
    """
    found = next((step for step in playbook.steps if step.id == step_id), None)
    if found is None:
        raise NotFound(
            f"The playbook {quoted(playbook.name)} has no such step; somebody may have removed it."
        )
    return found


def _with(team: Team, old: Playbook, raws: Sequence[Fields], label: str) -> Change:
    change = changed(old, label, {"steps": list(raws)})
    if change:
        _refuse_unfit(team, valid(Playbook, {**old.raw(), "steps": list(raws), "id": old.id}), old)
    return change


def _words(text: str) -> str:
    words = clean_line(text)
    if not words:
        raise Refused("The step is empty; write what is to be done.")
    return words


def _refuse_others(fields: Fields) -> None:
    refuse_unknown(Playbook, fields)
    for name in fields:
        if name not in _WRITTEN:
            raise Refused(f"The {called(name)} of a playbook is not edited like this; archive or restore it.")


def _refuse_unknown_step(fields: Fields) -> None:
    for name in fields:
        if name not in _STEP:
            raise Refused(f"There is no field {quoted(name)} in a step; there are {listed(_STEP)}.")


def _refuse_unfit(team: Team, new: Playbook, old: Playbook | None) -> None:
    """Refuse roles that are gone, a name that is taken, and days in the wrong order, where they are new."""
    if old is None or new.name != old.name:
        _refuse_taken(team, new)
    known = {old.role, *(step.role for step in old.steps)} if old else set()
    for role in (new.role, *(step.role for step in new.steps)):
        if role not in known:
            live_role(team, role)
    if new.freeze_from > new.freeze_until:
        raise Refused("The freeze ends before it begins; its first day comes before its last.")
    ids = [step.id for step in new.steps]
    if len(set(ids)) < len(ids):
        raise Refused(f"Two steps of the playbook {quoted(new.name)} have one id; give each its own.")
    for step in new.steps:
        if step.start is not None and step.start > step.due:
            raise Refused(f"The step {quoted(step.text)} begins after it is due.")


def _refuse_taken(team: Team, new: Playbook) -> None:
    for other in playbooks(team):
        if other.id != new.id and other.name.casefold() == new.name.casefold():
            raise Refused(f"There is already a playbook {quoted(new.name)}; choose another name.")
