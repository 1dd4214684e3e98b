"""What a Trello export tells about the past: comments, and when cards were made, moved and put away."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from store.exchange.imported import Person, Remark, fit_text
from store.exchange.summary import Reason, Tally
from store.exchange.trello_form import TrelloAction, TrelloBoard, TrelloMember

ACTIONS_LIMIT = 1000
"""Actions that Trello puts into an export at most."""

_COMMENTS = {"commentCard", "copyCommentCard"}
_MADE = {"createCard", "copyCard", "convertToCardFromCheckItem", "emailCard", "moveCardToBoard"}

_TRUNCATED = Reason(
    "action in the file", "actions in the file", "Trello exports no more, so older comments may be missing"
)
_STRAY_COMMENTS = Reason("comment", "comments", "left out, as the card is not in the file")
_EMPTY_COMMENTS = Reason("comment", "comments", "left out, as there is no text in it")
_OTHER_ACTIONS = Reason(
    "history entry", "history entries", "left out, but for when cards were made, moved and put away"
)


@dataclass(slots=True)
class CardHistory:
    """What is known about one card's past. Times are aware, UTC; `None` while unknown."""

    made_by: str = ""
    made_at: datetime | None = None
    moved_at: datetime | None = None
    completed_at: datetime | None = None
    archived_at: datetime | None = None
    remarks: list[Remark] = field(default_factory=list)


def card_histories(board: TrelloBoard, tally: Tally) -> dict[str, CardHistory]:
    """The past of each card by its Trello id."""
    histories = {card.id: CardHistory() for card in board.cards}
    lists = {card.id: card.list for card in board.cards}
    titles = {card.id: card.name for card in board.cards}
    for action in sorted(board.actions, key=lambda a: a.date):
        card = action.data.card.id if action.data.card else ""
        history = histories.get(card)
        if action.type in _COMMENTS:
            _add_remark(action, history, titles.get(card, ""), tally)
            continue
        tally.add(_OTHER_ACTIONS)
        if history is not None:
            _learn(action, history, lists[card])
    if len(board.actions) == ACTIONS_LIMIT:
        tally.add(_TRUNCATED, count=ACTIONS_LIMIT)
    return histories


def people(board: TrelloBoard) -> tuple[Person, ...]:
    """The board's members, and those who left it but still appear in its history."""
    found = {member.id: _person(member, is_member=True) for member in board.members}
    for action in board.actions:
        if action.creator and action.creator.id not in found:
            found[action.creator.id] = _person(action.creator, is_member=False)
    return tuple(found.values())


def _person(member: TrelloMember, *, is_member: bool) -> Person:
    return Person(
        key=member.id,
        login=member.username or member.full_name or member.id,
        name=member.full_name,
        initials=member.initials,
        is_member=is_member,
    )


def _add_remark(action: TrelloAction, history: CardHistory | None, title: str, tally: Tally) -> None:
    if history is None:
        name = action.data.card.name if action.data.card else ""
        tally.add(_STRAY_COMMENTS, name)
        return
    text = fit_text(action.data.text, title, tally)
    if not text.strip():
        tally.add(_EMPTY_COMMENTS, title)
        return
    author = action.creator.id if action.creator else action.person
    history.remarks.append(Remark(f"trello:{action.id}", author, text, action.date, action.data.edited_at))


def _learn(action: TrelloAction, history: CardHistory, current_list: str) -> None:
    """Take the times and persons from one action; later ones win."""
    if action.type in _MADE:
        history.made_by = action.creator.id if action.creator else action.person
        history.made_at = action.date
    content = action.data
    if content.list_after and content.list_after.id == current_list:
        history.moved_at = action.date
    changed = content.old or {}
    if content.card and "closed" in changed:
        history.archived_at = action.date if content.card.closed else None
    if content.card and "dueComplete" in changed:
        history.completed_at = action.date if content.card.due_complete else None
