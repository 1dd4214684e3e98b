"""Cards of a Trello export in the neutral form; what a task has no place for is noted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from store.exchange.imported import Card, fit_words
from store.exchange.summary import Reason, Tally
from store.exchange.trello_form import (
    TrelloCard,
    TrelloChecklist,
    TrelloLabel,
    TrelloStep,
    TrelloThing,
)
from store.exchange.trello_history import CardHistory
from store.models import ChecklistItem
from store.text import clean_line

_ATTACHMENTS = Reason(
    "attachment", "attachments", "kept as links, without their names; the files stay where they are"
)
_LOST_ATTACHMENTS = Reason("attachment", "attachments", "left out, as they have no address")
_FIELDS = Reason("custom field value", "custom field values", "left out, from the fields")
_STICKERS = Reason("sticker", "stickers", "left out")
_VOTES = Reason("vote", "votes", "left out")
_COVERS = Reason("cover", "covers", "left out")
_PLACES = Reason("place on the map", "places on the map", "left out")
_PLUGINS = Reason("power-up entry", "power-up entries", "left out")
_TEMPLATES = Reason("template card", "template cards", "imported as a card with the tag “template”")
_STRANGERS = Reason("assignment", "assignments", "left out, as the person is not a member of the board")
_TIMES = Reason("due or start date", "due or start dates", "the day is kept, the time of day is not")
_UNLABELLED = Reason("label", "labels", "left out, as it has neither name nor colour")
_NAMES = Reason("checklist name", "checklist names", "left out")
_MERGED = Reason(
    "card with several checklists",
    "cards with several checklists",
    "one list now, each item after its list's name",
)
_EMPTY = Reason("checklist without items", "checklists without items", "left out")
_STEP_DUE = Reason("due date of a checklist item", "due dates of checklist items", "left out")
_STEP_MEMBER = Reason("person at a checklist item", "persons at checklist items", "left out")

_STEPS_CUT = Reason("checklist item", "checklist items", "longer than 1,000 characters and cut there")

_STEP_LIMIT = 1000
"""Characters that a checklist item may have."""
_PLAIN_NAMES = {"", "checklist", "checkliste"}
"""Names that Trello gives by itself; they tell nothing."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the rest of the export tells about its cards."""

    histories: Mapping[str, CardHistory]
    checklists: Mapping[str, list[TrelloChecklist]]
    """By card id, in order."""
    labels: Mapping[str, TrelloLabel]
    fields: Mapping[str, TrelloThing]
    members: frozenset[str]
    tally: Tally


def to_card(card: TrelloCard, around: Surroundings, *, list_closed: bool) -> Card:
    """One card; it counts as archived also when its list is closed."""
    _note_losses(card, around)
    title, description = fit_words(card.name, card.desc, around.tally)
    history = around.histories[card.id]
    is_archived = card.closed or list_closed
    archived_at = history.archived_at or card.closed_at or card.last_activity
    return Card(
        source=f"trello:{card.id}",
        title=title,
        description=description,
        list=card.list,
        people=_people(card, around),
        author=history.made_by,
        due=card.due,
        start=card.start,
        tags=_tags(card, around),
        checklist=_steps(card, title, around),
        links=_links(card, around.tally),
        remarks=tuple(history.remarks),
        is_done=bool(card.due_complete),
        is_archived=is_archived,
        created_at=_made_at(card.id) or history.made_at,
        moved_at=history.moved_at,
        done_at=history.completed_at or history.moved_at or card.last_activity,
        archived_at=archived_at if is_archived else None,
    )


def _made_at(id: str) -> datetime | None:
    """The first 8 hex digits of an id are the second in which it was made."""
    try:
        return datetime.fromtimestamp(int(id[:8], 16), UTC) if len(id) == 24 else None
    except ValueError:
        return None


def _people(card: TrelloCard, around: Surroundings) -> tuple[str, ...]:
    known = tuple(key for key in card.members if key in around.members)
    if len(known) < len(card.members):
        around.tally.add(_STRANGERS, card.name, count=len(card.members) - len(known))
    return known


def _tags(card: TrelloCard, around: Surroundings) -> tuple[str, ...]:
    labels = card.labels or [around.labels[id] for id in card.label_ids if id in around.labels]
    names = [clean_line(label.name) or clean_line(label.color).replace("_", " ") for label in labels]
    around.tally.add(_UNLABELLED, card.name, count=names.count(""))
    if card.is_template:
        names.append("template")
        around.tally.add(_TEMPLATES, card.name)
    return tuple(filter(None, names))


def _links(card: TrelloCard, tally: Tally) -> tuple[str, ...]:
    addresses = [clean_line(attachment.url) for attachment in card.attachments]
    lost = [attachment.name for attachment in card.attachments if not clean_line(attachment.url)]
    tally.add(_ATTACHMENTS, count=len(addresses) - len(lost))
    tally.add(_LOST_ATTACHMENTS, *lost, count=len(lost))
    return tuple(filter(None, [clean_line(card.url), *addresses]))


def _steps(card: TrelloCard, title: str, around: Surroundings) -> tuple[ChecklistItem, ...]:
    lists = around.checklists.get(card.id, [])
    filled = [checklist for checklist in lists if checklist.items]
    for checklist in lists:
        if not checklist.items:
            around.tally.add(_EMPTY, f"{checklist.name} of {title}")
    if len(filled) > 1:
        around.tally.add(_MERGED, title)
    elif filled and filled[0].name.strip().casefold() not in _PLAIN_NAMES:
        around.tally.add(_NAMES, filled[0].name)
    steps: dict[str, ChecklistItem] = {}
    for checklist in filled:
        prefix = f"{checklist.name}: " if len(filled) > 1 and checklist.name else ""
        for item in sorted(checklist.items, key=lambda i: i.pos):
            around.tally.add(_STEP_DUE, count=item.due is not None)
            around.tally.add(_STEP_MEMBER, count=bool(item.member))
            steps[item.id] = _step(item, prefix + item.name, title, around.tally)
    return tuple(steps.values())


def _step(item: TrelloStep, text: str, title: str, tally: Tally) -> ChecklistItem:
    text = clean_line(text)
    if len(text) > _STEP_LIMIT:
        tally.add(_STEPS_CUT, title)
        text = f"{text[: _STEP_LIMIT - 1]}…"
    id = item.id if len(item.id) <= 32 else sha256(item.id.encode("utf-8", "replace")).hexdigest()[:32]
    return ChecklistItem(id=id, text=text, done=item.state == "complete")


def _note_losses(card: TrelloCard, around: Surroundings) -> None:
    tally = around.tally
    names = [around.fields[v.field].name if v.field in around.fields else v.field for v in card.values]
    tally.add(_FIELDS, *names, count=len(names))
    tally.add(_STICKERS, count=len(card.stickers))
    tally.add(_VOTES, count=len(card.votes))
    tally.add(_COVERS, count=bool(card.cover))
    tally.add(_PLACES, card.location or card.address, count=bool(card.location or card.address))
    tally.add(_PLUGINS, count=len(card.plugins))
    tally.add(_TIMES, count=(card.due is not None) + (card.start is not None))
