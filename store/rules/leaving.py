"""Somebody joins or leaves: taken in or out, what is left handed over, and the playbooks for it started."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from store.change import Change, combine
from store.errors import Refused
from store.models import Absence, Fields, Member
from store.playbooks.leaving import dropped, left_without_owner
from store.rules import playbook_runs, setup
from store.rules.board import free_number, refuse_strangers
from store.rules.handovers import hand_over
from store.rules.learning import drop
from store.rules.membership import refuse_outsider, refuse_unless_lead
from store.rules.valid import changed
from store.rules.words import quoted
from store.team import Team


def refuse_unless_own_leave(team: Team, login: str, by: str) -> None:
    """Refuse to take out somebody else, unless the person leads a role.

    Raises:
        Refused: this person may not.
    """
    if login == by:
        refuse_outsider(team, by)
    else:
        refuse_unless_lead(team, by, "takes somebody out of the team")


def leave(
    team: Team,
    login: str,
    by: str,
    now: datetime,
    *,
    to: str = "",
    day: date | None = None,
    playbooks: Sequence[int] = (),
) -> Change:
    """Take somebody out of the team, hand over what is left, and start playbooks for it; as one change.

    What the person has not learned yet is dropped, so that it is in no plan and no budget any more.
    On a day to come the person stays until then: only the rest is done.

    Args:
        team: the snapshot.
        login: who leaves.
        by: login of who says so: the person, or who leads a role.
        now: when.
        to: login of who takes over what would have no owner; empty: nobody yet.
        day: the last day; `None`: today.
        playbooks: numbers of the playbooks that are started for that day.

    Raises:
        NotFound: nobody is called like that, or a playbook is not there.
        Refused: `by` may not, the person has left already, or `to` is the person.
    """
    refuse_strangers(team, [login, *([to] if to else [])])
    refuse_unless_own_leave(team, login, by)
    today = team.today(now)
    last = day or today
    left = left_without_owner(team, login, today)
    steps: list[Change] = []
    snapshot = team
    for item in left.learning if last <= today else ():
        steps.append(drop(snapshot, item, by, now))
        snapshot = snapshot.apply(steps[-1])
    if to:
        steps.append(_handed_over(snapshot, login, to, by, now))
        snapshot = snapshot.apply(steps[-1])
    if last <= today:
        steps.append(setup.edit_member(snapshot, login, by, now, left_at=now))
        snapshot = snapshot.apply(steps[-1])
    # Who has left is put on no card: steps that are the person's own then wait in the lane.
    steps += _started(snapshot, playbooks, last, login, by, now)
    if not any(steps):
        raise Refused(
            f"{team.name_of(login)} is in the team until {last.isoformat()}; there is nothing to do yet."
        )
    label = f"took {team.name_of(login)} out of the team"
    label += f" and {dropped(left)}" if left.learning else ""
    if last > today:
        label = f"prepared the last day of {team.name_of(login)}"
    return combine(steps, "").signed(by, now, label)


def join(
    team: Team,
    login: str,
    by: str,
    now: datetime,
    *,
    day: date | None = None,
    playbooks: Sequence[int] = (),
    id: int = -1,
    **fields: object,
) -> Change:
    """Take somebody into the team, and start playbooks for the first day; as one change.

    Raises:
        NotFound: a role or playbook that is named is not there.
        Refused: `by` is not in the team, the login is taken, or a value does not fit.
    """
    refuse_outsider(team, by)
    given: Fields = dict(fields)
    if day is not None:
        given["joined_on"] = day
    added = setup.add_member(team, login, by, now, id=free_number(team, "members", id), **given)
    snapshot = team.apply(added)
    started = _started(snapshot, playbooks, day or team.today(now), _login(added), by, now)
    return combine([added, *started], "").signed(by, now, added.label)


def _login(added: Change) -> str:
    raw = next(edit.after for edit in added.edits if edit.table == "members")
    return Member.build(0, raw or {}).login


def _started(
    team: Team, playbooks: Iterable[int], day: date, person: str, by: str, now: datetime
) -> list[Change]:
    steps: list[Change] = []
    for id in playbooks:
        change = playbook_runs.start(team, id, "", day, by, now, person=person, override=True)
        team = team.apply(change)
        steps.append(change)
    return steps


def _handed_over(team: Team, login: str, to: str, by: str, now: datetime) -> Change:
    """All that would have no owner, given to one person; a skill cannot be given."""
    if login == to:
        raise Refused(f"{quoted(to)} is who leaves; name somebody who stays.")
    left = left_without_owner(team, login, team.today(now))
    steps = [hand_over(team, login, dict.fromkeys(left.things, to), by, now)] if left.things else []
    for id in sorted({*left.leads, *left.deputies}):
        role = team.role(id)
        fields: Fields = {}
        if role.lead == login:
            # Nobody stands in for herself.
            fields = {"lead": to, "deputy": "" if role.deputy in (to, login) else role.deputy}
        else:
            fields = {"deputy": "" if role.lead == to else to}
        steps.append(changed(role, "", fields))
    for id in left.covers:
        absence = team.find(Absence, id)
        if absence is not None:
            steps.append(changed(absence, "", {"cover": "" if absence.person == to else to}))
    return combine(steps, "").signed(
        by, now, f"handed over what {team.name_of(login)} has to {team.name_of(to)}"
    )
