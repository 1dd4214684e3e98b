"""Reading the JSON that Trello's board menu exports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from store.errors import Refused
from store.exchange.imported import Card, CardList, Imported
from store.exchange.reading import decode, read_bytes
from store.exchange.summary import Reason, Tally
from store.exchange.trello_cards import Surroundings, to_card
from store.exchange.trello_form import TrelloBoard, TrelloCard, TrelloChecklist, TrelloList, parse_board
from store.exchange.trello_history import card_histories, people
from store.text import clean_line

_STRAY = Reason("card", "cards", "in no list of the file; put where new work goes")
_SEPARATORS = Reason("separator", "separators", "left out, as it is a line and no card")
_STRAY_CHECKLISTS = Reason("checklist", "checklists", "left out, as no card in the file has it")
_BOARD_PLUGINS = Reason("power-up setting of the board", "power-up settings of the board", "left out")
_BOARD_TEXT = Reason("description of the board", "descriptions of the board", "left out")


def read_trello(source: Path | str | bytes) -> Imported:
    """A Trello board export, from a file (a path) or its bytes.

    Raises:
        Refused: it cannot be read as one; with the place and the reason.
    """
    text, _ = decode(read_bytes(source))
    board = parse_board(text)
    _check_ids(board)
    tally = Tally()
    lists = _lists(board)
    cards = _cards(board, lists, tally)
    tally.add(_BOARD_PLUGINS, count=len(board.plugins))
    tally.add(_BOARD_TEXT, count=bool(board.desc.strip()))
    return Imported(
        origin="Trello",
        name=clean_line(board.name),
        people=people(board),
        lists=lists,
        cards=cards,
        checklists=len(board.checklists),
        notes=tally.notes(),
    )


def _check_ids(board: TrelloBoard) -> None:
    items = [item.id for checklist in board.checklists for item in checklist.items]
    for what, ids in (
        ("card", [card.id for card in board.cards]),
        ("list", [li.id for li in board.lists]),
        ("checklist item", items),
    ):
        id, times = next(iter(Counter(ids).most_common(1)), ("", 0))
        if times > 1:
            raise Refused(f"The file has {times} {what}s with the id {id}. Nothing was imported.")


def _lists(board: TrelloBoard) -> tuple[CardList, ...]:
    ordered: list[TrelloList] = sorted(board.lists, key=lambda li: li.pos)
    return tuple(
        CardList(
            key=li.id,
            name=clean_line(li.name) or f"List {number}",
            is_closed=li.closed,
            wip_limit=int(li.soft_limit) if li.soft_limit and 1 <= li.soft_limit < 1e6 else None,
        )
        for number, li in enumerate(ordered, 1)
    )


def _cards(board: TrelloBoard, lists: Iterable[CardList], tally: Tally) -> tuple[Card, ...]:
    """The cards in order, list by list."""
    order = {li.key: (number, li.is_closed) for number, li in enumerate(lists)}
    around = Surroundings(
        histories=card_histories(board, tally),
        checklists=_checklists(board, tally),
        labels={label.id: label for label in board.labels},
        fields={field.id: field for field in board.fields},
        members=frozenset(member.id for member in board.members),
        tally=tally,
    )
    kept: list[TrelloCard] = []
    for card in board.cards:
        if card.card_role == "separator":
            tally.add(_SEPARATORS, card.name)
            continue
        if card.list not in order:
            tally.add(_STRAY, card.name)
        kept.append(card)
    kept.sort(key=lambda card: (order.get(card.list, (len(order), False))[0], card.pos))
    return tuple(to_card(card, around, list_closed=order.get(card.list, (0, False))[1]) for card in kept)


def _checklists(board: TrelloBoard, tally: Tally) -> dict[str, list[TrelloChecklist]]:
    """Checklists by card, in order; the card's word counts before the checklist's own."""
    owners = {id: card.id for card in board.cards for id in card.checklists}
    cards = {card.id for card in board.cards}
    found: dict[str, list[TrelloChecklist]] = {}
    for checklist in sorted(board.checklists, key=lambda c: c.pos):
        owner = owners.get(checklist.id, checklist.card)
        if owner in cards:
            found.setdefault(owner, []).append(checklist)
        else:
            tally.add(_STRAY_CHECKLISTS, checklist.name)
    return found
