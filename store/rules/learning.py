"""What people learn: wishing for it, planning it, beginning, finishing and dropping it.

People write wishes and plan what costs nothing for themselves. Who leads a role agrees to wishes, and to
whatever costs money: what is planned counts against the budget.

An item may be a card on the board. The card follows the item: finishing the item finishes the card, dropping
it or putting it away puts an open card away. The item does not follow the card: only the person knows what
was learned. A finished card is a reason to ask (`store.skills.owing`), and without its card the item goes on.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from store.change import Change
from store.errors import NotFound, Refused
from store.models import Fields, LearningItem, LearningState
from store.rules.board import free_number, refuse_strangers
from store.rules.learning_card import put_away
from store.rules.membership import refuse_outsider, refuse_unless_lead
from store.rules.posts import may_lead
from store.rules.skills import live_skill
from store.rules.valid import called, changed, refuse_unknown, valid
from store.rules.words import listed, quoted
from store.team import Team

_WRITTEN = ("title", "kind", "provider", "skill", "level", "cost", "hours", "due", "link", "why", "learned")
_MONEY = ("cost", "paid", "paid_on")
"""Fields that count against the budget once the item is agreed to."""
_OWN_RULES = {
    "person": "write another one for somebody else",
    "state": "agree to it, begin, finish or drop it",
    "task": "put it on the board",
    "post": "share it when it is finished",
    "finished_on": "finish it",
    "archived_at": "archive or restore it",
}
"""Fields with rules of their own, and what to do instead of editing them."""
OPEN = (LearningState.WISH, LearningState.PLANNED, LearningState.UNDER_WAY)
"""Neither done nor dropped."""


def wish(
    team: Team, title: str, by: str, now: datetime, *, person: str = "", id: int = -1, **fields: Any
) -> Change:
    """Write down what one would like to learn; who leads a role may also write it down for others.

    Raises:
        NotFound: the skill does not exist, or the person is not in the team.
        Refused: it is for somebody else, or a value does not fit its field.
    """
    return _new(team, LearningState.WISH, title, by, now, person, id, fields)


def plan(
    team: Team, title: str, by: str, now: datetime, *, person: str = "", id: int = -1, **fields: Any
) -> Change:
    """Plan something to learn, for oneself unless `person` says for whom.

    Raises:
        NotFound: the skill does not exist, or the person is not in the team.
        Refused: it costs money or is for somebody else, and the person leads no role; or a value does not fit
            its field.
    """
    return _new(team, LearningState.PLANNED, title, by, now, person, id, fields)


def edit(team: Team, item_id: int, by: str, now: datetime, **fields: Any) -> Change:
    """Change what an item says.

    Raises:
        NotFound: there is no such item or skill.
        Refused: it is archived or somebody else's, who leads no role changes its money, a value does not fit
            its field, or the field has a rule of its own.
    """
    item = live_item(team, item_id)
    refuse_unless_concerned(team, item, by)
    _refuse_own_rules(fields, (*_WRITTEN, "paid", "paid_on"))
    change = changed(item, "", fields)
    names = [name for one in change.edits for name in one.after or ()]
    after = change.edits[0].after or {} if change else {}
    if after.get("skill") is not None:
        live_skill(team, after["skill"])
    if item.state is not LearningState.WISH or {"paid", "paid_on"} & after.keys():
        _refuse_money(team, by, {name: True for name in _MONEY if name in after})
    label = f"changed the {listed(map(called, names))} of the learning item {quoted(item.title)}"
    return change.signed(by, now, label)


def agree(team: Team, item_id: int, by: str, now: datetime) -> Change:
    """Agree to a wish, or to something that was dropped: it is planned from then on.

    Raises:
        NotFound: there is no such item.
        Refused: the person leads no role, or it is archived or no wish.
    """
    item = live_item(team, item_id)
    refuse_unless_lead(team, by, "agrees to wishes")
    if item.state not in (LearningState.WISH, LearningState.DROPPED):
        raise Refused(f"{quoted(item.title)} is {item.state} already; there is nothing to agree to.")
    return _to(item, LearningState.PLANNED, f"agreed to {quoted(item.title)}").signed(by, now)


def begin(team: Team, item_id: int, by: str, now: datetime) -> Change:
    """Say that one has begun with what is planned.

    Raises:
        NotFound: there is no such item.
        Refused: it is archived, somebody else's, or not planned.
    """
    item = live_item(team, item_id)
    refuse_unless_concerned(team, item, by)
    refuse_unless_agreed(team, item)
    if item.state is not LearningState.PLANNED:
        raise Refused(f"{quoted(item.title)} is {item.state} already.")
    return _to(item, LearningState.UNDER_WAY, f"began with {quoted(item.title)}").signed(by, now)


def drop(team: Team, item_id: int, by: str, now: datetime) -> Change:
    """Say that nothing comes of it; its open card is put away.

    Raises:
        NotFound: there is no such item.
        Refused: it is archived, somebody else's, done or dropped already.
    """
    item = live_item(team, item_id)
    refuse_unless_concerned(team, item, by)
    if item.state not in OPEN:
        raise Refused(f"{quoted(item.title)} is {item.state} already.")
    change = _to(item, LearningState.DROPPED, f"dropped {quoted(item.title)}")
    return put_away(team, item, change, now).signed(by, now)


def archive(team: Team, item_id: int, by: str, now: datetime) -> Change:
    """Put an item away, and its open card; what was paid for it stays counted.

    Raises:
        NotFound: there is no such item.
        Refused: it is archived already, or somebody else's.
    """
    item = live_item(team, item_id)
    refuse_unless_concerned(team, item, by)
    change = changed(item, f"archived the learning item {quoted(item.title)}", {"archived_at": now})
    return put_away(team, item, change, now).signed(by, now)


def restore(team: Team, item_id: int, by: str, now: datetime) -> Change:
    """Bring an item back; its card stays put away until the item is put on the board again.

    Raises:
        NotFound: there is no such item.
        Refused: it is not archived, or somebody else's.
    """
    item = item_numbered(team, item_id)
    refuse_unless_concerned(team, item, by)
    if not item.archived_at:
        raise Refused(f"{quoted(item.title)} is not archived.")
    label = f"brought back the learning item {quoted(item.title)}"
    return changed(item, label, {"archived_at": None}).signed(by, now)


def item_numbered(team: Team, id: int) -> LearningItem:
    """A learning item by its number.

    Raises:
        NotFound: there is none.
    """
    found = team.find(LearningItem, id)
    if found is None:
        raise NotFound(f"There is no learning item {id}; “tagwerk learn list” shows those there are.")
    return found


def live_item(team: Team, id: int) -> LearningItem:
    """A learning item that is not put away.

    Raises:
        NotFound: there is none with this number.
        Refused: it is archived.
    """
    found = item_numbered(team, id)
    if found.archived_at:
        raise Refused(f"{quoted(found.title)} is archived; restore it first.")
    return found


def refuse_unless_concerned(team: Team, item: LearningItem, by: str) -> None:
    """Refuse to change what somebody else learns.

    The person and everybody who leads a role may; where the person has left, or nobody leads, all may.

    Raises:
        Refused: this person is none of them, or not in the team.
    """
    refuse_outsider(team, by)
    if item.person in team.members and by != item.person and not may_lead(team, by):
        name = team.name_of(item.person)
        raise Refused(f"{quoted(item.title)} is what {name} learns; ask {name}, or who leads a role.")


def refuse_unless_agreed(team: Team, item: LearningItem) -> None:
    """Refuse to go on with what nobody has agreed to.

    Raises:
        Refused: it is a wish, or was dropped.
    """
    if item.state in (LearningState.WISH, LearningState.DROPPED):
        what = "a wish" if item.state is LearningState.WISH else "dropped"
        raise Refused(f"{quoted(item.title)} is {what}; who leads a role agrees to it first.")


def _new(
    team: Team,
    state: LearningState,
    title: str,
    by: str,
    now: datetime,
    person: str,
    id: int,
    fields: Fields,
) -> Change:
    refuse_outsider(team, by)
    _refuse_own_rules(fields, _WRITTEN)
    login = person or by
    refuse_strangers(team, [login] if team.members else [])
    if login != by:
        refuse_unless_lead(team, by, "plans for others what they learn")
    number = free_number(team, "learning_items", id)
    stamps = {"id": number, "person": login, "state": state, "created_at": now, "created_by": by}
    new = valid(LearningItem, {**fields, **stamps, "title": title})
    if new.skill is not None:
        live_skill(team, new.skill)
    if state is LearningState.PLANNED:
        _refuse_money(team, by, {"cost": new.cost})
    whose = "" if login == by else f" for {team.name_of(login)}"
    verb = "wished for" if state is LearningState.WISH else "planned"
    return Change.insert("learning_items", new, f"{verb} {quoted(new.title)}{whose}", number).signed(by, now)


def _to(item: LearningItem, state: LearningState, label: str) -> Change:
    return changed(item, label, {"state": state})


def _refuse_money(team: Team, by: str, fields: Mapping[str, object]) -> None:
    if any(fields.values()) and not may_lead(team, by):
        refuse_unless_lead(team, by, "plans what costs money; write it down as a wish, or they do it")


def _refuse_own_rules(fields: Fields, written: tuple[str, ...]) -> None:
    refuse_unknown(LearningItem, fields)
    for name in fields:
        if name in _OWN_RULES:
            raise Refused(
                f"The {called(name)} of a learning item is not edited like this; {_OWN_RULES[name]}."
            )
        if name not in written:
            raise Refused(f"The {called(name)} of a learning item is kept by Tagwerk and cannot be edited.")
