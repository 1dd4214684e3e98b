"""`tagwerk check`: the steps inside a card."""

from __future__ import annotations

import secrets

from store.change import Change
from store.errors import NotFound, Refused
from store.models import ChecklistItem, Task
from store.rules import checklist
from store.rules.words import counted, listed, named, quoted
from store.team import Team
from store.text import clean_line, whole_number
from tui.commands.answer import Json, Said
from tui.commands.call import Call
from tui.commands.on_cards import did
from tui.commands.session import Session, session
from tui.commands.texts import text_or_input
from tui.commands.values import Move

_NAMED = 8
"""Steps of which a sentence gives the texts."""


def everything(call: Call, *, number: int) -> Said:
    """The steps of a card, in order.

    Raises:
        NotFound: there is no such card.
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        task = opened.team.task(number)
        steps = task.checklist
        if steps:
            lines = [f"{named(task)} {task.title}: {task.steps_done} of {counted(len(steps), 'step')} done"]
            lines += [f"{at:>3} [{'x' if one.done else ' '}] {one.text}" for at, one in enumerate(steps, 1)]
        else:
            lines = [f"{named(task)} has no steps; “tagwerk check add {number} TEXT” writes one."]
        return Said(tuple(lines), _content(opened, number))


def add(call: Call, *, number: int, text: list[str]) -> Said:
    """Put a step at the end.

    Raises:
        NotFound: there is no such card.
        Refused: the person is not in the team, the card is archived, or the text does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        by, name, words = opened.member, secrets.token_hex(4), text_or_input(call, " ".join(text))
        change = checklist.add_item(opened.team, number, words, by, opened.now, item_id=name)
        return _done(opened, number, change)


def tick(call: Call, *, number: int, step: str) -> Said:
    """Tick a step off; one that is ticked stays so.

    Raises:
        NotFound: there is no such card or step.
        Refused: the person is not in the team, the card is archived, or several steps begin like this.
        StorageError: the folder cannot be written.
    """
    return _ticked(call, number, step, wanted=True)


def untick(call: Call, *, number: int, step: str) -> Said:
    """Take the tick off a step; one without stays so.

    Raises:
        NotFound: there is no such card or step.
        Refused: the person is not in the team, the card is archived, or several steps begin like this.
        StorageError: the folder cannot be written.
    """
    return _ticked(call, number, step, wanted=False)


def edit(call: Call, *, number: int, step: str, text: list[str]) -> Said:
    """Change the text of a step.

    Raises:
        NotFound: there is no such card or step.
        Refused: the person is not in the team, the card is archived, several steps begin like this, or the
            text does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team, by, words = opened.team, opened.member, text_or_input(call, " ".join(text))
        found = _meant(team.task(number), step)
        return _done(opened, number, checklist.rename_item(team, number, found.id, words, by, opened.now))


def remove(call: Call, *, number: int, step: str) -> Said:
    """Take a step off the list.

    Raises:
        NotFound: there is no such card or step.
        Refused: the person is not in the team, the card is archived, or several steps begin like this.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team, by = opened.team, opened.member
        found = _meant(team.task(number), step)
        return _done(opened, number, checklist.remove_item(team, number, found.id, by, opened.now))


def move(call: Call, *, number: int, step: str, where: Move) -> Said:
    """Move a step among the others.

    Raises:
        NotFound: there is no such card or step.
        Refused: the person is not in the team, the card is archived, or several steps begin like this.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team, by = opened.team, opened.member
        task = team.task(number)
        found = _meant(task, step)
        offset = where(task.checklist.index(found), len(task.checklist) - 1)
        change = checklist.move_item(team, number, found.id, offset, by, opened.now)
        return _done(opened, number, change, "It stands there already.")


def _ticked(call: Call, number: int, step: str, *, wanted: bool) -> Said:
    with session(call) as opened:
        team, by = opened.team, opened.member
        found = _meant(team.task(number), step)
        # The rule turns the tick round, as the key does; a script says which way it means.
        turn = found.done is not wanted
        change = checklist.tick(team, number, found.id, by, opened.now) if turn else Change()
        unchanged = f"{quoted(found.text)} is {'ticked' if wanted else 'not ticked'} already."
        return _done(opened, number, change, unchanged)


def _meant(task: Task, typed: str) -> ChecklistItem:
    """The step in this place, or else the one that says this or begins like this."""
    steps, low = task.checklist, clean_line(typed).casefold()
    place = whole_number(low)
    if place and place <= len(steps):
        return steps[place - 1]
    exact = [one for one in steps if one.text.casefold() == low]
    found = exact or [one for one in steps if low and one.text.casefold().startswith(low)]
    if len(found) == 1:
        return found[0]
    some = [f"{at} {quoted(one.text)}" for at, one in enumerate(steps, 1) if not found or one in found]
    names = listed([*some[:_NAMED], *(["another"] * (len(some) > _NAMED))], "or")
    if found:
        raise Refused(f"{quoted(typed)} may be {names}; write its place in the list, or more of it.")
    way = f"choose {names}" if steps else f"it has none; “tagwerk check add {task.id} TEXT” writes one"
    raise NotFound(f"{named(task)} has no step {quoted(typed)}; {way}.")


def _done(opened: Session, number: int, change: Change, unchanged: str = "Nothing changed.") -> Said:
    said = did(opened, number, change, unchanged)
    return Said(said.sentences, {**said.content, **_steps(opened.team, number)})


def _content(opened: Session, number: int) -> Json:
    return {"number": number, "title": opened.team.task(number).title, **_steps(opened.team, number)}


def _steps(team: Team, number: int) -> Json:
    steps = enumerate(team.task(number).checklist, 1)
    return {"steps": [{"step": at, "text": one.text, "done": one.done} for at, one in steps]}
