"""`tagwerk clash`: changes of one's own that stand against somebody else's work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from store.errors import Clash, NotFound, Refused
from store.models import Fields
from store.outbox import Waiting
from store.rules.decision import Decision
from store.rules.settling import disputed, resolved, standing, subject, told
from store.team import Team
from tui.commands.answer import Json, Said
from tui.commands.call import Call
from tui.commands.changing import Grid
from tui.commands.session import Session, session

_NONE = "Nothing of yours waits for your decision."


@dataclass(frozen=True, slots=True)
class _Open:
    """A change that waits, by its number in the list."""

    number: int
    parked: Waiting
    problem: Clash | Refused | None
    """What it stands against now; `None`: nothing any more."""


def everything(call: Call) -> Grid:
    """Each field in dispute with its values.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        found = list(_waiting(opened))
        rows = [row for open_one in found for row in _rows(opened.team, open_one)]
        return Grid(rows, (0, 12, 8, 12, 12), {"clashes": [_shape(opened.team, o) for o in found]}, _NONE)


def settle(call: Call, *, number: int, whose: str) -> Said:
    """Take one's own values, or leave the others'.

    Raises:
        NotFound: there is no such change.
        Refused: it has no place any more; `theirs` lets it go.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        chosen = next((o for o in _waiting(opened) if o.number == number), None)
        if chosen is None:
            raise NotFound(f"There is no clash {number}; “tagwerk clash” shows those there are.")
        parked, change = chosen.parked, chosen.parked.change
        if whose == "mine" and isinstance(chosen.problem, Refused):
            raise Refused(f"{chosen.problem} “tagwerk clash settle {number} theirs” lets the change go.")
        clashes = chosen.problem.clashes if isinstance(chosen.problem, Clash) else ()
        gone = frozenset(map(disputed, clashes)) if whose == "theirs" else frozenset()
        if not isinstance(chosen.problem, Refused):
            left = resolved(change, Decision(gone), opened.team.tables)
            if left:
                opened.commit(left.signed(opened.person, opened.now))
        opened.repository.decide(parked.client, parked.sequence)
        if chosen.problem is None:
            return Said(
                ("Nothing stood against it any more: it is saved.",), {"settled": number, "kept": "mine"}
            )
        kept = "yours" if whose == "mine" else "theirs"
        return Said((f"Settled: {kept} holds.",), {"settled": number, "kept": whose})


def _waiting(opened: Session) -> Iterator[_Open]:
    """The person's own, in the order in which they came."""
    own = [parked for parked in opened.repository.parked if parked.change.by == opened.person]
    for number, parked in enumerate(own, 1):
        yield _Open(number, parked, standing(opened.team, parked.change))


def _rows(team: Team, open_one: _Open) -> Iterator[list[str]]:
    number, change = str(open_one.number), open_one.parked.change
    if isinstance(open_one.problem, Clash):
        for clash in open_one.problem.clashes:
            theirs, mine = (
                " ".join(told(team, clash.field, value).split()) for value in (clash.theirs, clash.mine)
            )
            what = clash.field.replace("_", " ")
            yield [number, subject(team, clash), what, f"theirs: {theirs}", f"mine: {mine}"]
    else:
        why = str(open_one.problem) if open_one.problem else "it stands against nothing any more"
        yield [number, f"You {change.label}", "", why, ""]


def _shape(team: Team, open_one: _Open) -> Json:
    fields: list[Fields] = []
    if isinstance(open_one.problem, Clash):
        fields = [
            {
                "table": clash.table,
                "number": clash.id,
                "field": clash.field,
                "base": clash.base,
                "theirs": clash.theirs,
                "mine": clash.mine,
            }
            for clash in open_one.problem.clashes
        ]
    return {
        "number": open_one.number,
        "label": open_one.parked.change.label,
        "problem": str(open_one.problem or ""),
        "fields": fields,
    }
