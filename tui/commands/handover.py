"""`tagwerk handover`: giving what a person has to others while she is away, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from store.absences.away import coming
from store.absences.open_things import Has, Thing, named, open_things, summed_up, things_in
from store.days import spoken
from store.errors import Refused
from store.models import Handover
from store.rules import handovers as rules
from store.rules.absences import live_absence
from store.team import Team
from tui.commands.absence import person_named
from tui.commands.absence_shapes import handover_shape, thing_shape
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.changing import Grid
from tui.commands.session import Session, session

_LEAST = (0, 10, 12, 0, 0)
_ONLY = {
    "cards": (Has.CARD,),
    "goals": (Has.GOAL,),
    "responsibilities": (Has.ACCOUNTABLE, Has.RESPONSIBLE),
}
_HAS_WORDS = {Has.CARD: "card", Has.GOAL: "goal", Has.ACCOUNTABLE: "answers for", Has.RESPONSIBLE: "does"}


def everything(call: Call, *, back: bool = False) -> Grid:
    """What is with others now, the newest first; with `back` also what was given back.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team = opened.team
        found = [one for one in team.all(Handover) if back or one.back_at is None]
        found.sort(key=lambda one: (one.at, one.id), reverse=True)
        content = {"handovers": [handover_shape(team, one) for one in found]}
        nothing = "Nothing is handed over; “tagwerk handover give me” does it for your coming absence."
        return Grid([_row(team, one, opened.today) for one in found], _LEAST, content, nothing)


def give(
    call: Call, *, person: str, to: str | None, absence: int | None, only: list[str], dry_run: bool
) -> Said:
    """Hand over what a person has, to the cover of her absence or to somebody else.

    Raises:
        NotFound: there is no such person or absence.
        Refused: nobody covers and nobody is named, there is nothing to hand over, or the person may not.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team, giver = opened.team, person_named(opened, person)
        number, receiver = _for(opened, giver, to, absence)
        wanted = {has for word in only for has in _ONLY[word]} or {*Has}
        things = [thing for thing in open_things(team, giver) if thing.has in wanted]
        plan = dict.fromkeys(things, receiver)
        change = rules.hand_over(team, giver, plan, opened.person, opened.now, absence=number)
        shown = tuple(f"  {_told(team, thing)}" for thing in things)
        content = {"things": [{**thing_shape(team, one), "receiver": receiver} for one in things]}
        if dry_run:
            head = f"{summed_up(things)} would go from {team.name_of(giver)} to {team.name_of(receiver)}:"
            return Said((head, *shown), {**content, "handovers": [], "changed": False})
        numbers = opened.commit(change)
        made = [
            _handover(opened.team, numbers, edit.id) for edit in change.edits if edit.table == "handovers"
        ]
        sentence = f"{change.label[:1].upper()}{change.label[1:]}:"
        return Said((sentence, *shown), {**content, "handovers": made, "changed": True})


def back(call: Call, *, number: int) -> Said:
    """Give back what the receiver still has; what has moved on stays, and is told.

    Raises:
        NotFound: there is no such handover.
        Refused: it was given back already, or the person may not.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team = opened.team
        change = rules.give_back(team, number, opened.person, opened.now)
        found = rules.returning(team, rules.handover_numbered(team, number))
        opened.commit(change)
        head = f"{change.label[:1].upper()}{change.label[1:]}."
        stays = tuple(f"  {named(team, thing)} {why}, and stays there." for thing, why in found.left)
        content = {
            "handover": handover_shape(opened.team, rules.handover_numbered(opened.team, number)),
            "back": [thing_shape(team, one) for one in found.back],
            "left": [{**thing_shape(team, one), "why": why} for one, why in found.left],
            "changed": True,
        }
        return Said((head, *stays), content)


def _for(opened: Session, giver: str, to: str | None, absence: int | None) -> tuple[int | None, str]:
    """Number of the absence that it is for, and who receives."""
    team = opened.team
    ahead = coming(team, giver, opened.today)
    one = live_absence(team, absence) if absence is not None else next(iter(ahead), None)
    receiver = person_named(opened, to) if to else (one.cover if one else "")
    if not receiver:
        name = team.name_of(giver)
        why = f"Nobody stands in for {name}" if one else f"{name} has no absence ahead"
        raise Refused(f"{why}; say with --to LOGIN who takes it.")
    return (one.id if one else None), receiver


def _handover(team: Team, numbers: Mapping[tuple[str, int], int], id: int) -> Mapping[str, object]:
    return handover_shape(team, rules.handover_numbered(team, numbers.get(("handovers", id), id)))


def _row(team: Team, one: Handover, today: date) -> Sequence[str]:
    things = things_in(one)
    state = f"given back {spoken(team.today(one.back_at), today)}" if one.back_at else ""
    return [
        str(one.id),
        f"{team.name_of(one.giver)} to {team.name_of(one.receiver)}",
        summed_up(things),
        spoken(team.today(one.at), today),
        state,
    ]


def _told(team: Team, thing: Thing) -> str:
    return f"{_HAS_WORDS[thing.has]:<11} {named(team, thing)}"
