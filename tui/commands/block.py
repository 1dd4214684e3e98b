"""`tagwerk block` and `tagwerk unblock`: whether a card can go on."""

from __future__ import annotations

from store.rules import tasks
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.on_cards import did
from tui.commands.session import session
from tui.commands.texts import text_or_input


def run(call: Call, *, number: int, reason: list[str]) -> Said:
    """Say why a card cannot go on; where it is blocked already, with another reason.

    Raises:
        NotFound: there is no such card.
        Refused: the person is not in the team, the card is archived, or no reason is given.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        by, words = opened.member, text_or_input(call, " ".join(reason)).strip()
        return did(opened, number, tasks.block(opened.team, number, words, by, opened.now))


def unblock(call: Call, *, number: int) -> Said:
    """Say that a card can go on.

    Raises:
        NotFound: there is no such card.
        Refused: the person is not in the team, or the card is archived or is not blocked.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        return did(opened, number, tasks.unblock(opened.team, number, opened.member, opened.now))
