"""`tagwerk adjustment`: what is changed because of a figure, and whether it helped."""

from __future__ import annotations

from typing import Any

from store.change import Change
from store.flow.effect import Effects
from store.kpis.adjusting import review_day
from store.models import Adjustment, Kpi, Outcome
from store.rules import adjustments as rules
from store.rules import lookup
from tui.commands import finding
from tui.commands.adjustment_list import AdjustmentList, Helped
from tui.commands.adjustment_shapes import adjustment_shape
from tui.commands.adjustment_sheet import AdjustmentSheet, effect_lines
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.changing import done
from tui.commands.kpi_fields import member
from tui.commands.session import Session, session

_NONE = "none"


def everything(call: Call, *, archived: bool = False) -> AdjustmentList:
    """What has to be reviewed, what is under way, and what was reviewed.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        return AdjustmentList(opened.team, opened.today, archived=archived)


def helped(call: Call) -> Helped:
    """What was tried, and what helped.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        return Helped(opened.team, opened.today)


def show(call: Call, *, adjustment: str) -> AdjustmentSheet:
    """All of an adjustment.

    Raises:
        NotFound: there is no such adjustment.
        Refused: there are several.
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        found = lookup.adjustment_named(opened.team, adjustment)
        return AdjustmentSheet(opened.team, found, opened.today)


def add(call: Call, *, title: list[str], **given: Any) -> Said:
    """Write down what is changed.

    Raises:
        NotFound: there is no such KPI or goal.
        Refused: the person is not in the team, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team = opened.team
        fields = _fields(opened, given)
        if "review_on" not in fields:
            kpi = team.find(Kpi, fields["kpi"]) if fields.get("kpi") is not None else None
            fields["review_on"] = review_day(fields.get("made_on", opened.today), kpi)
        change = rules.add(team, " ".join(title), opened.person, opened.now, **fields)
        number = opened.commit(change)["adjustments", -1]
        one = rules.adjustment_numbered(opened.team, number)
        who = opened.team.name_of(one.owner) or "nobody"
        said = f"Wrote adjustment {number}; {who} is asked on {one.review_on} whether it helped."
        return Said((said,), {**_content(opened, number), "changed": True})


def edit(call: Call, *, adjustment: str, **given: Any) -> Said:
    """Change what is written of an adjustment.

    Raises:
        NotFound: there is no such adjustment, KPI or goal.
        Refused: it is somebody else's, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        one = lookup.adjustment_named(opened.team, adjustment)
        change = rules.edit(opened.team, one.id, opened.person, opened.now, **_fields(opened, given))
        return _done(opened, change, one)


def review(call: Call, *, adjustment: str, outcome: str | None, learned: str) -> Said | AdjustmentSheet:
    """Say whether it helped, or see what there is to say it from.

    Raises:
        NotFound: there is no such adjustment.
        Refused: it is somebody else's.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        one = lookup.adjustment_named(opened.team, adjustment)
        if outcome is None:
            return AdjustmentSheet(opened.team, one, opened.today, asks=True)
        found = Outcome(outcome.replace("-", " "))
        change = rules.review(opened.team, one.id, found, opened.person, opened.now, learned=learned)
        opened.commit(change)
        said = [
            f"{change.label[:1].upper()}{change.label[1:]}.",
            *effect_lines(Effects(opened.team, opened.today).of(one)),
        ]
        return Said(tuple(said), {**_content(opened, one.id), "changed": True})


def archive(call: Call, *, adjustment: str) -> Said:
    """Put an adjustment away.

    Raises:
        NotFound: there is no such adjustment.
        Refused: it is somebody else's, or put away already.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        one = lookup.adjustment_named(opened.team, adjustment)
        return _done(opened, rules.archive(opened.team, one.id, opened.person, opened.now), one)


def restore(call: Call, *, adjustment: str) -> Said:
    """Bring an adjustment back.

    Raises:
        NotFound: there is no such adjustment.
        Refused: it is somebody else's, or not put away.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        one = lookup.adjustment_named(opened.team, adjustment, archived=True)
        return _done(opened, rules.restore(opened.team, one.id, opened.person, opened.now), one)


def _done(opened: Session, change: Change, one: Adjustment) -> Said:
    return done(opened, change, lambda _: _content(opened, one.id))


def _fields(opened: Session, given: dict[str, Any]) -> dict[str, Any]:
    """What was given, as documents have it; `none` takes away what can be empty."""
    team, fields = opened.team, {name: typed for name, typed in given.items() if typed is not None}
    if "kpi" in fields:
        typed = fields["kpi"]
        fields["kpi"] = None if typed.casefold() == _NONE else lookup.kpi_named(team, typed).id
    if "goal" in fields:
        fields["goal"] = fields["goal"] or None
    if fields.get("figure", "").strip().casefold() == _NONE:
        fields["figure"] = ""
    if "owner" in fields:
        is_nobody = fields["owner"].casefold() in finding.NOBODY and fields["owner"] not in team.members
        fields["owner"] = "" if is_nobody else member(team, fields["owner"])
    for name in ("made_on", "review_on"):
        if name in fields:
            fields[name] = fields[name](opened.today)
    return fields


def _content(opened: Session, number: int) -> dict[str, object]:
    one = rules.adjustment_numbered(opened.team, number)
    return {"adjustment": adjustment_shape(opened.team, one, opened.today)}
