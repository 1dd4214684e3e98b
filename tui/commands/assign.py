"""`tagwerk assign`: who works on cards."""

from __future__ import annotations

from datetime import datetime

from store.change import Change
from store.errors import Refused
from store.rules import tasks
from store.rules.board import on_board
from store.rules.bulk import bulk
from store.rules.words import listed
from store.team import Team
from tui.commands.absence import person_named
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.on_cards import called, did_to_all, numbers_and_words
from tui.commands.session import session


def run(call: Call, *, number: int, people: list[str], take: bool, nobody: bool) -> Said:
    """Say who works on cards, instead of those who did; or come to them, or take everybody off.

    Raises:
        NotFound: there is no such card or person.
        Refused: the person is not in the team, nobody is named, a name may be several people's, or a card is
            archived.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        by, now, team = opened.member, opened.now, opened.team
        numbers, words = numbers_and_words(number, people)
        cards = called(team, numbers)
        names = [name for word in words for part in word.split(",") if (name := part.strip(" @"))]
        if bool(names) + take + nobody != 1:
            raise Refused(
                f"Say who works on {cards}: people like “ben”, or --take, or --nobody; one of them."
            )
        if take:
            change = bulk(team, numbers, lambda snapshot, id: _taken(snapshot, id, by, now), "", by, now)
            change = change.signed(by, now, f"took {cards}")
            return did_to_all(opened, numbers, change, unchanged="You are on it already.")
        logins = [person_named(opened, name) for name in names]
        to = listed(team.name_of(login) for login in dict.fromkeys(logins))
        change = bulk(
            team,
            numbers,
            lambda snapshot, id: tasks.assign(snapshot, id, logins, by, now),
            f"assigned {cards} to {to}" if logins else f"took everybody off {cards}",
            by,
            now,
        )
        return did_to_all(opened, numbers, change)


def _taken(team: Team, id: int, by: str, now: datetime) -> Change:
    # The key of the board takes a card and gives it back; a script means the one or the other.
    return Change() if by in on_board(team, id).assignees else tasks.take(team, id, by, now)
