"""Adjustments: what the team changed because of a figure, and whether it helped."""

from __future__ import annotations

from collections.abc import Container
from datetime import datetime
from typing import Any

from store.change import Change
from store.errors import NotFound, Refused
from store.flow.effect import FIGURES, figure_called
from store.kpis.owing import reviewer
from store.models import Adjustment, Goal, Kpi, Outcome
from store.rules.arranging import labelled
from store.rules.board import free_number
from store.rules.membership import known_as, leads, refuse_outsider
from store.rules.valid import changed, refuse_unknown, valid
from store.rules.words import listed, quoted
from store.team import Team

_KEPT = ("id", "created_at", "created_by", "archived_at", "reviewed_at", "outcome", "learned")
"""Fields that are not edited."""
_ABOUT = ("kpi", "goal", "figure")
_ASKED = (*_ABOUT, "expected")
"""What a new one has to say."""


def add(team: Team, title: str, by: str, now: datetime, *, id: int = -1, **fields: Any) -> Change:
    """Write down what is changed and what is expected of it; without an owner it is the person's own.

    Raises:
        Refused: it is about nothing, or nothing is expected of it; it is reviewed before it is made; its KPI,
            goal, figure or owner is not there, a value does not fit its field, or the person is not in the
            team.
    """
    refuse_outsider(team, by)
    _refuse_kept(fields)
    number = free_number(team, "adjustments", id)
    given = {"owner": by, "made_on": team.today(now), **fields}
    known = {"id": number, "title": title, "created_at": now, "created_by": by}
    new = valid(Adjustment, {**_with_owner(team, given), **known})
    _refuse_unfit(team, new)
    _refuse_vague(new, _ASKED)
    label = f"adjusts: {quoted(new.title)}"
    return Change.insert("adjustments", new, label, number).signed(by, now)


def edit(team: Team, adjustment_id: int, by: str, now: datetime, **fields: Any) -> Change:
    """Change what is written of an adjustment.

    Raises:
        NotFound: there is no such adjustment.
        Refused: it is neither the person's own nor does she lead a role, or as with `add`.
    """
    old = _own(team, adjustment_id, by)
    refuse_unknown(Adjustment, fields)
    _refuse_kept(fields)
    change = changed(old, "", _with_owner(team, fields))
    after = dict(change.edits[0].after or {}) if change.edits else {}
    new = Adjustment.build(old.id, {**old.raw(), **after})
    _refuse_unfit(team, new)
    # What an older one leaves open stays so until somebody changes it.
    _refuse_vague(new, after)
    return labelled(change, f"the adjustment {quoted(old.title)}", by, now)


def review(
    team: Team, adjustment_id: int, outcome: Outcome | str, by: str, now: datetime, *, learned: str = ""
) -> Change:
    """Say whether it helped; a second review replaces the first one.

    Raises:
        NotFound: there is no such adjustment.
        Refused: it is neither the person's own nor does she lead a role, or the outcome is not known.
    """
    old = _own(team, adjustment_id, by)
    fields = {"outcome": outcome, "learned": learned or old.learned, "reviewed_at": now}
    change = changed(old, "", fields)
    after = (change.edits[0].after or {}).get("outcome", old.outcome) if change.edits else old.outcome
    return change.signed(by, now, f"reviewed {quoted(old.title)}: {after}")


def archive(team: Team, adjustment_id: int, by: str, now: datetime) -> Change:
    """Put an adjustment away.

    Raises:
        NotFound: there is no such adjustment.
        Refused: it is neither the person's own nor does she lead a role, or it is put away already.
    """
    old = _own(team, adjustment_id, by)
    if old.archived_at:
        raise Refused(f"The adjustment {quoted(old.title)} is put away already.")
    return labelled(changed(old, "", {"archived_at": now}), f"the adjustment {quoted(old.title)}", by, now)


def restore(team: Team, adjustment_id: int, by: str, now: datetime) -> Change:
    """Bring an adjustment back.

    Raises:
        NotFound: there is no such adjustment.
        Refused: it is neither the person's own nor does she lead a role, or it is not put away.
    """
    old = _own(team, adjustment_id, by)
    if not old.archived_at:
        raise Refused(f"The adjustment {quoted(old.title)} is not put away.")
    return labelled(changed(old, "", {"archived_at": None}), f"the adjustment {quoted(old.title)}", by, now)


def adjustment_numbered(team: Team, id: int) -> Adjustment:
    """An adjustment by its number.

    Raises:
        NotFound: there is none.
    """
    found = team.find(Adjustment, id)
    if found is None:
        raise NotFound(f"There is no adjustment {id}; “tagwerk adjustment” shows those there are.")
    return found


def _own(team: Team, id: int, by: str) -> Adjustment:
    refuse_outsider(team, by)
    old = adjustment_numbered(team, id)
    if by not in (old.owner, old.created_by, reviewer(team, old), *leads(team)):
        raise Refused(f"{quoted(old.title)} is {team.name_of(old.owner)}’s; ask there, or who leads a role.")
    return old


def _with_owner(team: Team, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with the owner's login as the team writes it."""
    owner = fields.get("owner")
    if not isinstance(owner, str):
        return fields
    login = known_as(team, owner)
    if login and team.members and login not in team.members:
        raise Refused(f"{quoted(owner)} is not in the team; choose somebody who is.")
    return {**fields, "owner": login}


def _refuse_kept(fields: dict[str, Any]) -> None:
    for name in _KEPT:
        if name in fields:
            raise Refused("An adjustment is reviewed or archived; that is not edited.")


def _refuse_vague(one: Adjustment, written: Container[str]) -> None:
    """Whether something helped can be told only of what was expected, and of what."""
    if "figure" in written and one.figure and figure_called(one.figure) is None:
        raise Refused(f"There is no figure {quoted(one.figure)}; those of the flow are {listed(FIGURES)}.")
    is_about = one.kpi is not None or one.goal is not None or one.figure
    if any(name in written for name in _ABOUT) and not is_about:
        raise Refused(
            f"Say what {quoted(one.title)} is about: a KPI, a goal, or a figure of the flow like "
            f"{listed(FIGURES, 'or')}."
        )
    if "expected" in written and not one.expected.strip():
        raise Refused(
            f"Say what is expected of {quoted(one.title)}, and by how much; else nobody can tell whether "
            "it helped."
        )


def _refuse_unfit(team: Team, one: Adjustment) -> None:
    if one.review_on < one.made_on:
        raise Refused(f"It is made on {one.made_on} and cannot be reviewed before, on {one.review_on}.")
    if one.kpi is not None and team.find(Kpi, one.kpi) is None:
        raise NotFound(f"There is no KPI {one.kpi}; “tagwerk kpi” shows those there are.")
    if one.goal is not None and team.find(Goal, one.goal) is None:
        raise NotFound(f"There is no goal {one.goal}; “tagwerk goals” shows those there are.")
