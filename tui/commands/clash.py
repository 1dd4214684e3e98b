"""`tagwerk clash`: changes of one's own that stand against somebody else's work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from store.errors import Clash, FieldClash, NotFound, Refused
from store.models import Activity, Fields
from store.outbox import Waiting
from store.rules.decision import Decision
from store.rules.settling import disputed, field_called, resolved, standing, subject, told
from store.rules.words import counted
from store.team import Team
from store.text import clean_line
from tui.commands.answer import Json, Said
from tui.commands.call import Call
from tui.commands.changing import Grid
from tui.commands.session import Session, session
from tui.commands.shapes import moment

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
        _tell_of_others(call, opened)
        found = list(_waiting(opened))
        rows = [row for open_one in found for row in _rows(opened.team, open_one)]
        return Grid(rows, (0, 12, 8, 12, 12), {"clashes": [_shape(opened, o) for o in found]}, _NONE)


def show(call: Call, *, number: int) -> Said:
    """All of one: what was before, theirs and who wrote it, and mine, with all their lines.

    Raises:
        NotFound: there is no such change.
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        chosen = _named(call, opened, number)
        return Said(tuple(_told(opened, chosen)), {"clash": _shape(opened, chosen)})


def settle(call: Call, *, number: int, whose: str) -> Said:
    """Take one's own values, or leave the others'.

    Raises:
        NotFound: there is no such change.
        Refused: it has no place any more; `theirs` lets it go.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        chosen = _named(call, opened, number)
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
                (f"You {change.label}: nothing stood against it any more, so it is saved.",),
                _kept(number, "mine"),
            )
        return Said((f"Settled: {'yours' if whose == 'mine' else 'theirs'} holds.",), _kept(number, whose))


def _kept(number: int, whose: str) -> Json:
    return {"settled": number, "kept": whose}


def _named(call: Call, opened: Session, number: int) -> _Open:
    """One of them, by its number in the list."""
    for open_one in _waiting(opened):
        if open_one.number == number:
            return open_one
    _tell_of_others(call, opened)
    raise NotFound(f"There is no clash {number}; “tagwerk clash” shows those there are.")


def _tell_of_others(call: Call, opened: Session) -> None:
    """Those of an open board can only be decided on there."""
    held = sum(parked.change.by == opened.person for parked in opened.repository.parked_elsewhere)
    if held:
        wait = "waits" if held == 1 else "wait"
        call.tell(
            f"{counted(held, 'clash', 'clashes')} of yours {wait} on a board that is open on this machine; "
            "C there shows what."
        )


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
            what = field_called(clash)
            yield [number, subject(team, clash), what, f"theirs: {theirs}", f"mine: {mine}"]
    else:
        why = str(open_one.problem) if open_one.problem else "it stands against nothing any more"
        yield [number, f"You {change.label}", "", why, ""]


def _told(opened: Session, open_one: _Open) -> Iterator[str]:
    """Values of one line behind their names, longer ones below."""
    yield f"{open_one.number}  You {clean_line(open_one.parked.change.label)}"
    if not isinstance(open_one.problem, Clash):
        yield f"   {open_one.problem or 'It stands against nothing any more.'}"
        for edit in open_one.parked.change.edits:
            for field, value in (edit.after or {}).items():
                yield from _value(field.replace("_", " "), told(opened.team, field, value))
        return
    for clash in open_one.problem.clashes:
        yield ""
        yield f"   {subject(opened.team, clash)}: {field_called(clash)}"
        wrote = _who(opened, clash)
        by = f" ({opened.team.name_of(wrote.by)}, {wrote.at:%Y-%m-%d %H:%M} UTC)" if wrote else ""
        for name, value in ((f"theirs{by}", clash.theirs), ("mine", clash.mine), ("before", clash.base)):
            yield from _value(name, told(opened.team, clash.field, value))


def _value(name: str, words: str) -> Iterator[str]:
    first, *more = words.split("\n")
    if not more:
        yield f"   {name}: {first}"
        return
    yield f"   {name}:"
    yield from (f"      {line}".rstrip() for line in (first, *more))


def _who(opened: Session, clash: FieldClash) -> Activity | None:
    """Who wrote theirs last, as far as that is known without reading the whole log."""
    history = opened.repository.activity(clash.table, clash.id)
    return next((activity for activity in history if clash.field in activity.fields), None)


def _shape(opened: Session, open_one: _Open) -> Json:
    fields: list[Fields] = []
    if isinstance(open_one.problem, Clash):
        for clash in open_one.problem.clashes:
            wrote = _who(opened, clash)
            fields.append(
                {
                    "table": clash.table,
                    "number": clash.id,
                    "field": clash.field,
                    "base": clash.base,
                    "theirs": clash.theirs,
                    "theirs_by": wrote.by if wrote else None,
                    "theirs_at": moment(wrote.at) if wrote else None,
                    "mine": clash.mine,
                }
            )
    return {
        "number": open_one.number,
        "label": open_one.parked.change.label,
        "problem": str(open_one.problem or ""),
        "fields": fields,
    }
