"""Holding a stand-up: starting it, giving the word to one after the other, ending it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from store.absences.away import away_on
from store.change import Change, combine
from store.days import spoken
from store.errors import NotFound, Refused
from store.models import Fields, PostKind, Round, Task
from store.rules.board import free_number
from store.rules.membership import known_as, refuse_outsider
from store.rules.posts import write
from store.rules.valid import changed, valid
from store.rules.words import quoted
from store.standup import summary
from store.standup.cards import cards_in
from store.standup.order import speaking_order
from store.standup.rounds import next_of, open_round, speaking
from store.standup.updates import updates_on
from store.team import Team


def start(team: Team, by: str, now: datetime, id: int = -1) -> Change:
    """Begin the round of today; `go_on` gives the first one the word.

    Who is away today is left out from the beginning; `come_back` brings her in all the same.

    Raises:
        Refused: there is an open one already, nobody is in the team, or the person is not in it.
    """
    refuse_outsider(team, by)
    today = team.today(now)
    running = open_round(team, today)
    if running is not None:
        raise Refused(f"{team.name_of(running.started_by)} has started the round of today already; join it.")
    order = speaking_order(team, today)
    if not order:
        raise Refused("Nobody is in the team yet; “tagwerk member add LOGIN” takes somebody in.")
    number = free_number(team, "rounds", id)
    away = away_on(team, today)
    fields = {
        "id": number,
        "day": today,
        "started_at": now,
        "started_by": by,
        "order": order,
        "skipped": [login for login in order if login in away],
    }
    label = f"started the stand-up of {spoken(today, today)}"
    return Change.insert("rounds", valid(Round, fields), label, number).signed(by, now)


def go_on(team: Team, round_id: int, by: str, now: datetime, to: str = "") -> Change:
    """Give the word to the next one, or to a person that is named, also if she had it or was skipped.

    After the last one nobody has it, and the round can be ended.

    Raises:
        NotFound: there is no such round, or nobody in the team is called like that.
        Refused: the round is over, everyone has had a turn, the person named has the word, or the person who
            goes on is not in the team.
    """
    held = live_round(team, round_id, by)
    current = speaking(held)
    login = member(team, to) if to else next_of(team, held)
    if not login and not current:
        raise Refused("Everyone has had a turn; end the round, or name who is to speak.")
    if login and login == current:
        raise Refused(f"{team.name_of(login)} has the word already.")
    label = f"gave the word to {team.name_of(login)}" if login else "closed the last turn of the stand-up"
    fields = {**_over(held, current), **_word(login, now)}
    if login in held.skipped:
        fields["skipped"] = [other for other in held.skipped if other != login]
    return changed(held, label, fields).signed(by, now)


def skip(team: Team, round_id: int, login: str, by: str, now: datetime) -> Change:
    """Leave out somebody who is not there; if it is her turn, the next one has the word.

    Raises:
        NotFound: there is no such round, or nobody in the team is called like that.
        Refused: the round is over, the person is skipped already or has spoken, or whoever asks for it is not
            in the team.
    """
    held = live_round(team, round_id, by)
    login = member(team, login)
    if login in held.skipped:
        raise Refused(f"{team.name_of(login)} is skipped already.")
    if login in held.spoken and login != held.current:
        raise Refused(f"{team.name_of(login)} has spoken already, so there is nothing to skip.")
    fields: Fields = {"skipped": [*held.skipped, login]}
    if login == held.current:
        fields |= _word(next_of(team, held), now)
    return changed(held, f"skipped {team.name_of(login)} in the stand-up", fields).signed(by, now)


def come_back(team: Team, round_id: int, login: str, by: str, now: datetime) -> Change:
    """Somebody who was skipped is there after all, and will have a turn.

    Raises:
        NotFound: there is no such round, or nobody in the team is called like that.
        Refused: the round is over, the person was not skipped, or whoever says so is not in the team.
    """
    held = live_round(team, round_id, by)
    login = member(team, login)
    if login not in held.skipped:
        raise Refused(f"{team.name_of(login)} was not skipped.")
    others = [other for other in held.skipped if other != login]
    label = f"brought {team.name_of(login)} back into the stand-up"
    return changed(held, label, {"skipped": others}).signed(by, now)


def end(team: Team, round_id: int, by: str, now: datetime, *, post: int = -1) -> Change:
    """End a round and tell the news how it was; both happen, or neither.

    Args:
        team: the snapshot.
        round_id: number of the round.
        by: login of the person.
        now: when the person ends it.
        post: the negative number that stands for the summary until the commit.

    Raises:
        NotFound: there is no such round.
        Refused: it is over already, or the person is not in the team.
    """
    held = live_round(team, round_id, by)
    over = _over(held, speaking(held))
    updates = updates_on(team, held.day)
    whole = replace(held, spoken=over.get("spoken", held.spoken))
    number = free_number(team, "posts", post)
    text = summary.body(team, whole, updates)
    cards = [note.task for note in held.notes if note.task and team.find(Task, note.task)]
    cards += [card for update in updates.values() for card in cards_in(team, update.blockers)]
    fields = {"kind": PostKind.NEWS, "body": text, "tasks": cards}
    posted = write(team, summary.title(held), by, now, id=number, **fields)
    ended = {**over, **_word("", now), "ended_at": now, "summary": number}
    label = f"ended the stand-up of {spoken(held.day, held.day)}"
    return combine([posted, changed(held, label, ended)], label).signed(by, now)


def round_numbered(team: Team, id: int) -> Round:
    """A round by its number.

    Raises:
        NotFound: there is none.
    """
    found = team.find(Round, id)
    if found is None:
        raise NotFound(f"There is no round {id}; start the one of today.")
    return found


def live_round(team: Team, id: int, by: str) -> Round:
    """A round that goes on, for somebody who may change it.

    Raises:
        NotFound: there is none with this number.
        Refused: it is over, or the person is not in the team.
    """
    refuse_outsider(team, by)
    found = round_numbered(team, id)
    if found.ended_at:
        raise Refused(f"The stand-up of {spoken(found.day, found.day)} is over; its summary is in the news.")
    return found


def member(team: Team, name: str) -> str:
    """The login of a member, in whatever case it is written.

    Raises:
        NotFound: nobody in the team is called like that.
    """
    login = known_as(team, name)
    if login not in team.members:
        raise NotFound(f"Nobody in the team is called {quoted(name)}; “tagwerk member list” shows everybody.")
    return login


def _over(held: Round, login: str) -> Fields:
    """Somebody's turn is over; nobody's, where nobody has the word."""
    return {"spoken": [*held.spoken, login]} if login and login not in held.spoken else {}


def _word(login: str, now: datetime) -> Fields:
    """Somebody has the word from now on; with an empty login nobody has."""
    return {"current": login, "since": now if login else None}
