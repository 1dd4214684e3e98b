"""What the verbs have in common that change cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from store.change import Change
from store.rules.board import on_board
from store.rules.words import counted, named
from store.skills import hints
from store.team import Team
from store.text import whole_number
from tui.commands.answer import Json, Said
from tui.commands.session import Session
from tui.commands.shapes import Places, task_shape

NOTHING_CHANGED = "Nothing changed."


def numbers_and_words(number: int, more: Iterable[str]) -> tuple[list[int], list[str]]:
    """The numbers of cards, each once, and the words behind the last one of them."""
    numbers, words = [number], list(more)
    while words and (further := whole_number(words[0].removeprefix("#"))):
        numbers.append(further)
        del words[0]
    return list(dict.fromkeys(numbers)), words


def called(team: Team, numbers: Sequence[int]) -> str:
    """`#12`, or `3 cards`.

    Raises:
        NotFound: there is no such card.
        Refused: it is archived.
    """
    cards = [on_board(team, number) for number in numbers]
    return named(cards[0]) if len(cards) == 1 else counted(len(cards), "card")


def did(opened: Session, number: int, change: Change, unchanged: str = NOTHING_CHANGED) -> Said:
    """Commit what changes one card, and say it."""
    if change:
        opened.commit(change)
    content = {"task": _shape(opened, number), "changed": bool(change)}
    return Said((sentence(change) if change else unchanged,), content)


def did_to_all(
    opened: Session, numbers: Sequence[int], change: Change, *more: str, unchanged: str = NOTHING_CHANGED
) -> Said:
    """Commit what changes several cards; behind the sentence come `more`, and what somebody could learn."""
    hint = ""
    if change:
        opened.commit(change)
        hint = hint_on(opened, change)
    sentences = [sentence(change), *more] if change else [unchanged]
    team, places = opened.team, Places(opened.team)
    content: Json = {
        "tasks": [places.task(team.task(number), opened.today) for number in numbers],
        "changed": bool(change),
        "hint": hint or None,
    }
    return Said((*sentences, hint) if hint else tuple(sentences), content)


def hint_on(opened: Session, change: Change) -> str:
    """A sentence where a card went to somebody who lacks a skill for it; empty where that is not so."""
    return hints.said(opened.team, hints.given(opened.team, change))


def sentence(change: Change) -> str:
    """What a change is called, as a sentence."""
    return f"{change.label[:1].upper()}{change.label[1:]}."


def _shape(opened: Session, number: int) -> Json:
    return task_shape(opened.team, opened.team.task(number), opened.today)
