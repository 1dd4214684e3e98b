"""What a member says for a day: posting it, and changing it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from store.change import Change
from store.days import spoken
from store.errors import NotFound, Refused
from store.models import Fields, Question, Update
from store.rules.board import free_number
from store.rules.membership import refuse_outsider
from store.rules.valid import changed, valid
from store.standup.cards import cards_in
from store.standup.updates import update_of
from store.team import Team
from store.text import clean

_AHEAD = timedelta(days=7)
"""How early an update can be written."""
_TEXTS = ("done", "now", "blockers")


def write_update(
    team: Team,
    by: str,
    at: datetime,
    *,
    day: date | None = None,
    done: str | None = None,
    now: str | None = None,
    blockers: str | None = None,
    answers: Mapping[int, str] | None = None,
    id: int = -1,
) -> Change:
    """Say how it goes for a day; who has done so already changes it.

    Args:
        team: the snapshot.
        by: login of the person.
        at: when the person says it.
        day: the day that it is for, in the team's time zone; `None`: today.
        done: what happened since the last one, one thing a line; `None`: as it is.
        now: what is in work; the cards that it names are promised by it. `None`: as it is.
        blockers: what is in the way; `None`: as it is.
        answers: number of a question to what is said to it; empty takes the answer back.
        id: the negative number that stands for it until the commit.

    Raises:
        NotFound: there is no such question.
        Refused: nothing is said, the day has passed or is far away, or the person is not in the team.
    """
    refuse_outsider(team, by)
    wanted = team.today(at) if day is None else day
    name = _named(wanted, team.today(at))
    old = update_of(team, by, wanted)
    fields = _texts(team, {"done": done, "now": now, "blockers": blockers})
    if answers:
        fields["answers"] = _answers(team, old, answers)
    _refuse_silence(old, fields)
    if old is not None:
        change = changed(old, f"changed the update for {name}", fields)
        stamped = {**fields, "edited_at": at}
        return (changed(old, change.label, stamped) if change else change).signed(by, at)
    number = free_number(team, "updates", id)
    new = valid(Update, {**fields, "id": number, "day": wanted, "author": by, "posted_at": at})
    return Change.insert("updates", new, f"posted the update for {name}", number).signed(by, at)


def _named(day: date, today: date) -> str:
    """A day for reading, where an update can be written for it."""
    name = spoken(day, today)
    if day < today:
        raise Refused(f"{name} has passed; write the update of today.")
    if day > today + _AHEAD:
        raise Refused(f"{name} is more than a week ahead; choose an earlier day.")
    return name


def _texts(team: Team, said: Mapping[str, str | None]) -> Fields:
    """The fields for the parts that are given, and what is promised with them."""
    fields: Fields = {name: clean(text).strip() for name, text in said.items() if text is not None}
    return fields | ({"promised": cards_in(team, fields["now"])} if "now" in fields else {})


def _answers(team: Team, old: Update | None, given: Mapping[int, str]) -> list[Fields]:
    """All answers of an update, with those that are given."""
    kept = {one.id: dict(one.raw()) for one in (old.answers if old else ())}
    for number, text in given.items():
        question = team.find(Question, number)
        if question is None or number < 0:
            raise NotFound(
                f"There is no question {number}; “tagwerk standup question list” shows those there are."
            )
        kept[str(number)] = {**kept.get(str(number), {}), "id": str(number), "text": clean(text).strip()}
    return [answer for answer in kept.values() if answer["text"]]


def _refuse_silence(old: Update | None, fields: Fields) -> None:
    whole = {name: getattr(old, name) for name in (*_TEXTS, "answers")} if old else {}
    if not any({**whole, **fields}.get(name) for name in (*_TEXTS, "answers")):
        raise Refused("The update says nothing; write what you did, what you do now, or what is in the way.")
