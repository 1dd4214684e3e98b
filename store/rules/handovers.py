"""Handing over what a person has, for an absence or for good, and giving it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from store.absences.open_things import FIELDS, Has, Thing, is_open, named, summed_up, things_in, whose
from store.change import Change, combine
from store.errors import NotFound, Refused
from store.models import Fields, Goal, Handover, Responsibility, Task
from store.rules.absences import live_absence
from store.rules.board import free_number, refuse_strangers
from store.rules.membership import leads, refuse_outsider, refuse_unless_own
from store.rules.valid import changed, valid
from store.rules.words import listed
from store.team import Team


@dataclass(frozen=True, slots=True)
class Return:
    """What becomes of the things of a handover when it is given back."""

    back: tuple[Thing, ...]
    """What the receiver still has, and is open."""
    left: tuple[tuple[Thing, str], ...]
    """What has moved on, and how: `is finished or put away`, `is with Cem Demir now`."""


def hand_over(
    team: Team,
    giver: str,
    to: Mapping[Thing, str],
    by: str,
    now: datetime,
    *,
    absence: int | None = None,
    id: int = -1,
) -> Change:
    """Give what a person has to others, all at once; one handover for each receiver keeps what it was.

    Args:
        team: the snapshot.
        giver: login of whose it is.
        to: login of the receiver of each thing.
        by: login of who does it: the giver, or who leads a role.
        now: when.
        absence: number of the giver's absence that it is for; `None`: for none.
        id: the negative number that stands for the first handover until the commit.

    Raises:
        NotFound: there is no such absence, or a receiver is not in the team.
        Refused: nothing is given, a thing is not the giver's any more, a receiver is the giver, the absence
            is somebody else's or called off, or `by` may not.
    """
    refuse_unless_own(team, giver, by, "work")
    if not to:
        raise Refused(f"There is nothing to hand over: {team.name_of(giver)} has nothing that is chosen.")
    _refuse_receivers(team, giver, to.values())
    if absence is not None and live_absence(team, absence).person != giver:
        raise Refused(f"Absence {absence} is not one of {team.name_of(giver)}; name one that is.")
    for thing in to:
        if not is_open(team, thing, giver):
            name = team.name_of(giver)
            raise Refused(f"{_begun(named(team, thing))} is not {name}'s any more; look again at what is.")
    given: dict[str, list[Thing]] = {}
    for thing, receiver in to.items():
        given.setdefault(receiver, []).append(thing)
    number = free_number(team, "handovers", id)
    changes: list[Change] = []
    for at, (receiver, things) in enumerate(given.items()):
        fields = {"giver": giver, "receiver": receiver, "absence": absence, "at": now, "by": by}
        document = valid(
            Handover, {"id": number - at, **fields, **_kept(things), **_joint(team, things, receiver)}
        )
        changes.append(Change.insert("handovers", document, "", number - at))
    snapshot = team
    for thing, receiver in to.items():
        change = _passed(snapshot, thing, giver, receiver)
        snapshot = snapshot.apply(change)
        changes.append(change)
    people = listed(team.name_of(receiver) for receiver in given)
    whose_ = "" if giver == by else f" of {team.name_of(giver)}"
    return combine(changes, "").signed(by, now, f"handed {summed_up(to)}{whose_} over to {people}")


def give_back(team: Team, handover_id: int, by: str, now: datetime) -> Change:
    """Give back what the receiver still has and is open; `returning` says what that is.

    Raises:
        NotFound: there is no such handover, or the giver is not in the team any more.
        Refused: it was given back already, or `by` is neither of the two and leads no role.
    """
    old = handover_numbered(team, handover_id)
    refuse_outsider(team, by)
    may = leads(team)
    giver, receiver = team.name_of(old.giver), team.name_of(old.receiver)
    if by not in (old.giver, old.receiver) and may and by not in may:
        raise Refused(f"This was handed over by {giver} to {receiver}; ask one of them, or who leads a role.")
    if old.back_at is not None:
        raise Refused(f"What {giver} handed over to {receiver} was given back already.")
    refuse_strangers(team, [old.giver])
    found = returning(team, old)
    changes, snapshot = [changed(old, "", {"back_at": now})], team
    for thing in found.back:
        stays = thing.number in _joint_in(old, thing)
        change = _passed(snapshot, thing, old.receiver, old.giver, stays=stays)
        snapshot = snapshot.apply(change)
        changes.append(change)
    label = (
        f"gave {summed_up(found.back)} back to {giver}" if found.back else f"closed the handover of {giver}"
    )
    return combine(changes, "").signed(by, now, label)


def returning(team: Team, handover: Handover) -> Return:
    """What would be given back, and what has moved on since and stays where it is."""
    back: list[Thing] = []
    left: list[tuple[Thing, str]] = []
    for thing in things_in(handover):
        people = whose(team, thing)
        if people is None:
            left.append((thing, "is finished or put away"))
        elif handover.receiver in people:
            back.append(thing)
        elif handover.giver in people:
            left.append((thing, f"is with {team.name_of(handover.giver)} again"))
        else:
            others = listed(map(team.name_of, people)) if people else "nobody"
            left.append((thing, f"is with {others} now"))
    return Return(tuple(back), tuple(left))


def handover_numbered(team: Team, id: int) -> Handover:
    """A handover by its number.

    Raises:
        NotFound: there is none.
    """
    found = team.find(Handover, id)
    if found is None:
        raise NotFound(f"There is no handover {id}; “tagwerk handover” shows those there are.")
    return found


def _refuse_receivers(team: Team, giver: str, receivers: Iterable[str]) -> None:
    for receiver in dict.fromkeys(receivers):
        refuse_strangers(team, [receiver])
        if receiver == giver:
            raise Refused(f"{team.name_of(giver)} has it already; hand it over to somebody else.")


def _kept(things: Sequence[Thing]) -> Fields:
    return {field: [one.number for one in things if one.has is has] for has, field in FIELDS.items()}


def _joint(team: Team, things: Sequence[Thing], receiver: str) -> Fields:
    """What the receiver had before together with the giver."""
    both = [one for one in things if receiver in (whose(team, one) or ())]
    return {
        "joint_tasks": [one.number for one in both if one.has is Has.CARD],
        "joint_duties": [one.number for one in both if one.has is Has.RESPONSIBLE],
    }


def _joint_in(handover: Handover, thing: Thing) -> Sequence[int]:
    if thing.has is Has.CARD:
        return handover.joint_tasks
    return handover.joint_duties if thing.has is Has.RESPONSIBLE else ()


def _passed(team: Team, thing: Thing, old: str, new: str, *, stays: bool = False) -> Change:
    """A thing goes from one person to another, in whose place; or comes to the other as well."""
    if thing.has is Has.GOAL:
        goal = team.find(Goal, thing.number)
        return changed(goal, "", {"owner": new}) if goal else Change()
    document = team.find(Task if thing.has is Has.CARD else Responsibility, thing.number)
    people = whose(team, thing)
    if document is None or people is None:
        return Change()
    field = "assignees" if thing.has is Has.CARD else thing.has.value
    others = [*people, new] if stays else [new if login == old else login for login in people]
    return changed(document, "", {field: list(dict.fromkeys(others))})


def _begun(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
