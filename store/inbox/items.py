"""What others did as lines of the inbox: one for each thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from store.absences.open_things import summed_up, things_in
from store.absences.times import span
from store.inbox.concerns import Concern, Kind, Seen, Thing
from store.models import Absence, Goal, Handover, Kudos, Post, Role, Task
from store.phrases import counted, quoted
from store.team import Team

_ORDER = tuple(Kind)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the inbox."""

    kind: Kind
    key: tuple[str, int | str]
    """Table and number of what it opens; for a clash `clashes` and its name."""
    sentence: str
    """What was done, as a phrase that follows a name; of what is owed, what there is to do it with."""
    by: str
    """Login of who did it last; empty: nobody else."""
    at: datetime
    """When (aware)."""
    is_new: bool
    """Whether the person has not seen it. What is owed is never new: it is there until it is done."""


def news(team: Team, found: Iterable[Concern], seen: Seen) -> list[Item]:
    """What others did, one item for each thing: by kind, the newest first."""
    things: dict[Thing, list[Concern]] = {}
    for concern in found:
        things.setdefault(concern.thing, []).append(concern)
    items = [_item(team, thing, together, seen) for thing, together in things.items()]
    items.sort(key=lambda item: item.at, reverse=True)
    return sorted(items, key=lambda item: _ORDER.index(item.kind))


def _item(team: Team, thing: Thing, together: Sequence[Concern], seen: Seen) -> Item:
    fresh = [concern for concern in together if not seen.has(concern)]
    told = fresh or together
    counts: dict[Kind, int] = {}
    for concern in told:
        counts[concern.kind] = counts.get(concern.kind, 0) + 1
    first, *more = sorted(counts, key=_ORDER.index)
    sentence = _first(first, counts[first], _called(team, thing), thing, _role(team, told))
    if more:
        sentence += "; " + ", ".join(_more(kind, counts[kind], _role(team, told)) for kind in more)
    last = max((concern.happening for concern in told), key=lambda done: (done.at, done.number))
    return Item(first, thing, sentence, last.by, last.at, bool(fresh))


def _first(kind: Kind, count: int, called: str, thing: Thing, role: str) -> str:
    several = count > 1
    if kind is Kind.MENTION:
        times = f" {count} times" if several else ""
        return f"mentioned you{times} {'in' if thing[0] == 'posts' else 'on'} {called}"
    if kind is Kind.ASSIGNED:
        return f"assigned {called} to you"
    if kind is Kind.HANDED_OVER:
        return f"handed {called} to {role}"
    if kind is Kind.GIVEN:
        return f"handed {called} over to you"
    if kind is Kind.GIVEN_BACK:
        return f"gave {called} back to you"
    if kind is Kind.COVER:
        return f"named you as the cover of {called}"
    if kind is Kind.REPLY:
        return f"{count} replies to {called}" if several else f"replied to {called}"
    if kind is Kind.KUDOS:
        return f"thanked you: {called}"
    if kind is Kind.COMMENT:
        return f"{count} comments on {called}" if several else f"commented on {called}"
    return f"reports an incident: {called}"


def _more(kind: Kind, count: int, role: str) -> str:
    """What else there is about the same thing, briefly."""
    if kind is Kind.REPLY:
        return counted(count, "reply", "replies")
    if kind is Kind.COMMENT:
        return counted(count, "comment")
    return {
        Kind.ASSIGNED: "assigned to you",
        Kind.GIVEN: "handed over to you",
        Kind.GIVEN_BACK: "given back to you",
        Kind.COVER: "you are the cover",
        Kind.HANDED_OVER: f"handed to {role}",
        Kind.INCIDENT: "an incident",
        Kind.KUDOS: "thanked you",
    }[kind]


def _called(team: Team, thing: Thing) -> str:
    table, number = thing
    if table == "tasks":
        task = team.find(Task, number)
        return f"#{number} {quoted(task.title)}" if task else f"#{number}"
    if table == "kudos":
        kudos = team.find(Kudos, number)
        return quoted(kudos.words, 200) if kudos else f"kudos {number}"
    if table == "absences":
        absence = team.find(Absence, number)
        when = span(absence.start, absence.end, absence.start) if absence else ""
        return f"{team.name_of(absence.person)}, away {when}" if absence else f"absence {number}"
    if table == "handovers":
        handover = team.find(Handover, number)
        if handover is None:
            return f"handover {number}"
        back = "" if handover.back_at else f" of {team.name_of(handover.giver)}"
        return f"{summed_up(things_in(handover))}{back}"
    named = team.find(Goal, number) if table == "goals" else team.find(Post, number)
    return quoted(named.title) if named else f"{table[:-1]} {number}"


def _role(team: Team, told: Sequence[Concern]) -> str:
    """The role to which a card was handed last."""
    handed = [c.happening for c in told if c.kind is Kind.HANDED_OVER]
    role = team.find(Role, max(handed, key=lambda done: done.number).role) if handed else None
    return role.name if role else ""
