"""`tagwerk duplicate`: a card as new work."""

from __future__ import annotations

from store.rules import tasks
from store.rules.words import named
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.on_cards import hint_on, sentence
from tui.commands.session import session
from tui.commands.shapes import Places, task_shape


def run(call: Call, *, number: int, over_limit: bool) -> Said:
    """Copy a card; of the copy nothing is ticked, blocked or begun.

    Raises:
        NeedsConsent: the column or the role has reached its limit and `over_limit` is not given.
        NotFound: there is no such card.
        Refused: the person is not in the team, or the card is archived.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        change = tasks.duplicate(opened.team, number, opened.member, opened.now, override=over_limit)
        copy = opened.commit(change)["tasks", -1]
        team, task = opened.team, opened.team.task(copy)
        places, hint = Places(team), hint_on(opened, change)
        where = ", ".join(filter(None, (places.column(task)[0], places.role(task))))
        said = (sentence(change), f"The copy is {named(task)} in {where}.")
        content = {"task": task_shape(team, task, opened.today), "of": number, "hint": hint or None}
        return Said((*said, hint) if hint else said, content)
