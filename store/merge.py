"""Three-way merge: what I changed, on top of what others changed meanwhile."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from store.change import Change, Edit
from store.errors import Clash, FieldClash, Refused
from store.lines import merged as merged_lines
from store.models import Fields, Raw

Tables = Mapping[str, Mapping[int, Raw]]

_SETS = {
    "tasks": {"assignees", "tags", "depends_on", "links"},
    "members": {"roles", "working_days", "holidays"},
    "roles": {"responsibilities", "decisions", "kpis"},
    "goals": {"roles", "people"},
    "posts": {"roles", "people", "tasks", "goals", "mentions"},
    "replies": {"mentions"},
    "reactions": {"signs"},
    "read_states": {"posts", "replies"},
    "updates": {"promised"},
    "rounds": {"spoken", "skipped"},
    "questions": {"weekdays"},
    # Not who answers: two people who each choose another one would make two, whom nobody wanted.
    "responsibilities": {"responsible", "consulted", "informed"},
    "handovers": {"tasks", "goals", "accountable", "responsible", "joint_tasks", "joint_duties"},
    "playbooks": {"freeze_tags"},
    "playbook_runs": {"tasks"},
    "freezes": {"tags"},
    "routines": {"assignees", "tags"},
    "kpis": {"columns"},
    "values": {"practice"},
    "kudos": {"people", "roles"},
    "settings": {"holidays"},
}
"""Fields that are sets: what one added and the other removed both happen."""
_TEXTS = {
    "tasks": {"description"},
    "comments": {"text"},
    "columns": {"policy"},
    "roles": {"mission"},
    "goals": {"meaning", "needs", "why", "reason", "lesson"},
    "posts": {"body", "outcome"},
    "replies": {"text"},
    "updates": {"done", "now", "blockers"},
    "responsibilities": {"details"},
    "playbooks": {"about"},
    "freezes": {"reason"},
    "routines": {"details"},
    "skills": {"about"},
    "assessments": {"evidence"},
    "learning_items": {"why", "learned"},
    "kpis": {"about"},
    "readings": {"note"},
    "adjustments": {"seen", "expected", "learned"},
    "values": {"about"},
    "kudos": {"words"},
}
"""Fields of several lines: what both sides did to different lines both happens."""
_LISTS = {
    ("tasks", "checklist"),
    ("goals", "milestones"),
    ("updates", "answers"),
    ("rounds", "notes"),
    ("members", "shares"),
    ("playbooks", "steps"),
    ("skills", "targets"),
}
"""Lists of things with an id, and often a text: merged one by one."""
_GROWING = {
    "comments": {"edited_at"},
    "posts": {"edited_at"},
    "replies": {"edited_at"},
    "updates": {"edited_at"},
    "read_states": {"posts_up_to", "replies_up_to"},
    "routines": {"made_up_to"},
}
"""Numbers and moments that only ever grow: the larger one holds."""
_ONCE = {("posts", "archived_at"), ("assessments", "confirmed_by"), ("assessments", "confirmed_at")}
"""Moments of what happens once: who was first has done it."""
_TURN = ("current", "since", "spoken")
"""Fields of a round that say whose turn it is and was.

Who goes on from one person to the next does it from what she sees. Where somebody else went on first, that
step is taken already: hers is left out, so that nobody is passed over.
"""
_TOLD_ONCE = {
    ("rounds", "ended_at"): "The round was ended meanwhile; its summary is in the news.",
    ("learning_items", "finished_on"): "Somebody has finished this learning item meanwhile.",
    ("learning_items", "task"): "Somebody has put this learning item on the board meanwhile.",
}
"""What happens once and is told; the sentence for who comes second, whose change would tell it again."""
_MADE = ("made_up_to", "last_task")
"""Fields of a routine that say which of its cards is the newest."""
_AT_REST = ("archived_at", "paused")
"""Fields of a routine that makes no cards now."""
_FOLLOWERS = {
    "tasks": {
        "position": "column",
        "column_since": "column",
        "started_at": "column",
        "finished_at": "column",
    },
    "posts": {"closed_at": "outcome", "closed_by": "outcome"},
}
"""Fields that say how and when another one came to its value: they go with that.

Two people who put one card into the same column do not clash over the second in which they did; the later
commit's place in the cell holds.
"""


def rebase(change: Change, tables: Tables) -> Change:
    """The change as it has to be applied to `tables`, which others may have changed meanwhile.

    Raises:
        Clash: the same field was changed differently on both sides.
        Refused: a document in it is gone.
    """
    if _is_made_already(change, tables):
        return replace(change, edits=())
    clashes: list[FieldClash] = []
    removed: set[tuple[str, int]] = set()
    edits = []
    for edit in change.edits:
        # Removed and made again in one change: a document that is replaced as a whole.
        again = edit.before is None and (edit.table, edit.id) in removed
        edits.append(edit if again else _rebase_edit(edit, tables.get(edit.table, {}), clashes))
        if edit.after is None:
            removed.add((edit.table, edit.id))
    if clashes:
        raise Clash(clashes)
    return replace(change, edits=tuple(edit for edit in edits if edit is not None))


def prefer_mine(change: Change, tables: Tables) -> Change:
    """The change forced on `tables`: where others changed the same field, mine holds.

    For showing what is not committed yet, and for a person who chose so. Documents that are gone
    are left out.
    """
    if _is_made_already(change, tables):
        return replace(change, edits=())
    edits = []
    for edit in change.edits:
        current = tables.get(edit.table, {}).get(edit.id)
        if edit.before is None or current is None:
            if edit.before is None and current is None:
                edits.append(edit)
        elif edit.after is None:
            edits.append(Edit(edit.table, edit.id, current, None))
        else:
            edits.append(_forced(edit, edit.before, edit.after, current))
    return replace(change, edits=tuple(edits))


def makes_routine(change: Change) -> bool:
    """Whether a change makes the card of a routine, which happens by itself: nobody has asked for it."""
    return any(map(_is_made_card, change.edits))


def _is_made_card(edit: Edit) -> bool:
    if edit.table != "routines" or not edit.before or not (edit.after or {}).get("last_task"):
        return False
    was, new = edit.before.get("made_up_to"), (edit.after or {}).get("made_up_to")
    # The other way round it is being taken back.
    return bool(new) and (not was or str(was) < str(new))


def _is_made_already(change: Change, tables: Tables) -> bool:
    """Whether somebody else has made a card of the same routine since, or the routine is gone.

    Whoever opens Tagwerk first makes it. The others' change is left out as a whole, so that no card comes
    twice; what is due then still is seen in the newest snapshot.
    """
    for edit in change.edits:
        if _is_made_card(edit):
            now = tables.get("routines", {}).get(edit.id)
            before = edit.before or {}
            if now is None or any(now.get(name) for name in _AT_REST):
                return True
            if any(now.get(name) != before.get(name) for name in _MADE):
                return True
    return False


def _forced(edit: Edit, before: Raw, after: Raw, current: Raw) -> Edit:
    """My values; sets, checklists and different lines of one text keep what others did to them."""
    forced: Fields = {}
    after = _still_meant(edit.table, before, after, current)
    for name, mine in after.items():
        base, theirs = before.get(name), current.get(name)
        found = (mine,) if theirs in (base, mine) else _merged(edit.table, name, base, mine, theirs)
        forced[name] = found[0] if found else mine
    return Edit(edit.table, edit.id, {name: current.get(name) for name in after}, forced)


def _rebase_edit(edit: Edit, table: Mapping[int, Raw], clashes: list[FieldClash]) -> Edit | None:
    current = table.get(edit.id)
    if edit.before is None:
        if current is not None:
            raise Refused(f"#{edit.id} in {edit.table} is there already.")
        return edit
    if current is None:
        if edit.after is None:
            return None
        raise Refused(f"#{edit.id} in {edit.table} was removed meanwhile, so the change to it has no place.")
    if edit.after is None:
        return _rebase_removal(edit, current)
    return _rebase_update(edit, edit.before, edit.after, current, clashes)


def _rebase_removal(edit: Edit, current: Raw) -> Edit:
    if current != edit.before:
        raise Refused(f"#{edit.id} in {edit.table} was changed meanwhile, so it is not removed.")
    return edit


def _rebase_update(
    edit: Edit, before: Raw, after: Raw, current: Raw, clashes: list[FieldClash]
) -> Edit | None:
    new_before: Fields = {}
    new_after: Fields = {}
    for name, mine in _still_meant(edit.table, before, after, current).items():
        base, theirs = before.get(name), current.get(name)
        # Also where both did it in the same moment, and their values are equal.
        if theirs != base and mine is not None and (edit.table, name) in _TOLD_ONCE:
            raise Refused(_TOLD_ONCE[edit.table, name])
        if theirs == mine:
            continue
        merged = mine
        if theirs != base:
            found = _merged(edit.table, name, base, mine, theirs)
            if found:
                (merged,) = found
            elif (leader := _FOLLOWERS.get(edit.table, {}).get(name)) is None:
                clashes.append(FieldClash(edit.table, edit.id, name, base, mine, theirs))
                continue
            elif leader in after and name != "position" and current.get(leader) == after[leader]:
                continue
        if theirs != merged:
            new_before[name], new_after[name] = theirs, merged
    return Edit(edit.table, edit.id, new_before, new_after) if new_after else None


def _still_meant(table: str, before: Raw, after: Raw, current: Raw) -> Raw:
    """My values without the step in a round that somebody else has taken already."""
    if table != "rounds" or "current" not in after or current.get("current") == before.get("current"):
        return after
    # With the end nobody has the word any more, whoever had it last.
    taken = ("spoken",) if "ended_at" in after else _TURN
    return {name: value for name, value in after.items() if name not in taken}


def is_text(table: str, field: str) -> bool:
    """Whether a field holds text of several lines, which is merged line by line."""
    return field in _TEXTS.get(table, ())


def _merged(table: str, name: str, base: Any, mine: Any, theirs: Any) -> tuple[Any] | tuple[()]:
    """The value with what both sides did; nothing where only a person can decide."""
    if name in _SETS.get(table, ()):
        return (_merge_sets(base, mine, theirs),)
    if (table, name) in _LISTS:
        return (_merge_checklists(base, mine, theirs),)
    if name in _GROWING.get(table, ()):
        return (_larger(mine, theirs),)
    if (table, name) in _ONCE and mine and theirs:
        return (theirs,)
    if table == "rounds" and name in _TURN and mine is None:
        # The end of a round, and no step in it, comes as far as this.
        return (None,)
    if is_text(table, name):
        text = merged_lines(base or "", mine or "", theirs or "")
        # An empty text is left out of a document.
        return () if text is None else (text or None,)
    return ()


def _larger(mine: Any, theirs: Any) -> Any:
    """The larger of two numbers or moments; mine where theirs is something else."""
    if mine is None:
        return theirs
    return max(mine, theirs) if type(mine) is type(theirs) else mine


def _merge_sets(base: list[Any] | None, mine: list[Any] | None, theirs: list[Any] | None) -> list[Any] | None:
    was, want, have = base or [], mine or [], theirs or []
    merged = [v for v in have if v in want or v not in was]
    return merged + [v for v in want if v not in was and v not in merged] or None


def _merge_checklists(
    base: list[Fields] | None, mine: list[Fields] | None, theirs: list[Fields] | None
) -> Any:
    """Item by item, field by field; where both changed the same text, both texts are kept as two items."""
    was = {item["id"]: item for item in base or []}
    want = {item["id"]: item for item in mine or []}
    have = {item["id"]: item for item in theirs or []}
    taken = was.keys() | want.keys() | have.keys()
    merged: list[Fields] = []
    for id in _merged_order(list(was), list(want), list(have)):
        merged += _merge_item(was.get(id), want.get(id), have.get(id), taken)
    return merged or None


def _merged_order(was: list[str], want: list[str], have: list[str]) -> list[str]:
    """My order when I changed it, else theirs; what only the other side has stays behind its neighbour."""
    reordered = [i for i in want if i in was] != [i for i in was if i in want]
    lead, other = (want, have) if reordered else (have, want)
    order = list(lead)
    for i, id in enumerate(other):
        if id not in order:
            previous = next((p for p in reversed(other[:i]) if p in order), None)
            order.insert(order.index(previous) + 1 if previous is not None else 0, id)
    return order


def _merge_item(
    base: Fields | None, mine: Fields | None, theirs: Fields | None, taken: Collection[str]
) -> list[Fields]:
    if mine is None or theirs is None:
        kept = mine if mine is not None else theirs
        # Removed on one side: it goes, unless the other side has just made or changed it.
        return [] if kept is None or kept == base else [kept]
    merged = theirs | {n: v for n, v in mine.items() if base is None or v != base.get(n)}
    was = base.get("text") if base is not None else None
    both = mine.get("text") != was and theirs.get("text") not in (was, mine.get("text"))
    return [merged, {**theirs, "id": _free_id(theirs["id"], taken)}] if both else [merged]


def _free_id(id: str, taken: Collection[str]) -> str:
    """An id for their version of an item; the same item may have been in dispute before."""
    ids = (f"{id[:16]}-theirs{number or ''}" for number in count())
    return next(candidate for candidate in ids if candidate not in taken)
