"""`tagwerk hand-over` and `tagwerk order`: a card to another role, and up or down in its place."""

from __future__ import annotations

from store.rules import moving
from store.rules.board import on_board
from store.rules.words import named
from tui.commands import finding
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.on_cards import did
from tui.commands.session import session
from tui.commands.texts import text_or_input

_LABELS = {"first": "moved {} to the top of {}", "last": "moved {} to the end of {}"}


def hand_over(call: Call, *, number: int, role: str, note: str, over_limit: bool) -> Said:
    """Give a card to another role, with a note for those who go on with it.

    Raises:
        NeedsConsent: the role has reached its limit and `over_limit` is not given.
        NotFound: there is no such card or role.
        Refused: the person is not in the team, the card is archived, or is that role's already.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team, by = opened.team, opened.member
        found = finding.role(team, role)
        to, words = found.id if found else None, text_or_input(call, note)
        return did(
            opened, number, moving.hand_over(team, number, to, by, opened.now, words, override=over_limit)
        )


def order(call: Call, *, number: int, where: str) -> Said:
    """Move a card among those in its column and role.

    Raises:
        NotFound: there is no such card.
        Refused: the person is not in the team, or the card is archived.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team, by, now = opened.team, opened.member, opened.now
        task = on_board(team, number)
        many = len(team.cell(task.column, task.role))
        offset = {"up": -1, "down": 1, "first": -many, "last": many}[where]
        change = moving.reorder(team, number, offset, by, now)
        if where in _LABELS:
            label = _LABELS[where].format(named(task), team.column(task.column).name)
            change = change.signed(by, now, label)
        said = did(opened, number, change, f"{named(task)} stands there already.")
        cell = [id for _, id in opened.team.cell(task.column, task.role)]
        return Said(said.sentences, {**said.content, "place": cell.index(number) + 1, "of": len(cell)})
