"""Starting a playbook: all its cards, its freeze and the record of it in one change; and moving its day."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from store.change import Change, combine
from store.days import spoken
from store.errors import NotFound, Refused
from store.models import Fields, Freeze, PlaybookRun
from store.playbooks.known import person_in
from store.playbooks.plan import Plan, PlannedCard, plan, postponed
from store.rules import goals, tasks
from store.rules.board import free_number, refuse_strangers
from store.rules.membership import refuse_outsider
from store.rules.playbooks import live_playbook
from store.rules.valid import changed, valid
from store.rules.words import counted, quoted
from store.team import Team
from store.text import clean_line


def start(
    team: Team,
    playbook_id: int,
    name: str,
    day: date,
    by: str,
    now: datetime,
    *,
    person: str = "",
    goal: int | None = None,
    new_goal: str = "",
    without: Collection[str] = (),
    override: bool = False,
) -> Change:
    """Create everything that a playbook stands for, as one change that can be taken back as one.

    The cards go into the first column for new work, behind those that are there.

    Args:
        team: the snapshot.
        playbook_id: number of the playbook.
        name: what the run is called; empty: like the playbook, or with the person's name.
        day: the day that its dates go by.
        by: login of who starts it.
        now: when.
        person: login of who joins or leaves; empty for an event.
        goal: number of the goal that the cards serve.
        new_goal: title of a goal that is written for it, as a draft; empty: none is.
        without: ids of steps of which no card is made.
        override: go over a limit on cards.

    Raises:
        NeedsConsent: a limit on cards is reached.
        NotFound: there is no such playbook, goal or person.
        Refused: the person who starts it is not in the team, the playbook is archived, or no card is left.
    """
    refuse_outsider(team, by)
    book = live_playbook(team, playbook_id)
    _refuse_bad_references(team, person, goal)
    called = clean_line(name) or run_name(team, book.name, person)
    made: list[Change] = []
    if new_goal:
        made, goal = _goal(team, new_goal, day, by, now)
    whole = plan(team, book, called, day, person, goal, team.today(now)).without(without)
    if not whole.cards:
        raise Refused(f"No card would be made of {quoted(book.name)}; it has no steps, or all were left out.")
    snapshot = team.apply(*made)
    cards: list[int] = []
    for card in whole.cards:
        cards.append(free_number(snapshot, "tasks"))
        change = _card(snapshot, card, goal, cards[-1], by, now, override=override)
        snapshot = snapshot.apply(change)
        made.append(change)
    made += _run(snapshot, whole, cards, by, now)
    label = f"started {quoted(called)} for {spoken(day, team.today(now))}: {counted(len(cards), 'card')}"
    return combine(made, label).signed(by, now)


def _refuse_bad_references(team: Team, person: str, goal: int | None) -> None:
    if person and person_in(team, person) is None:
        refuse_strangers(team, [person])
    if goal is not None:
        goals.live_goal(team, goal)


def _goal(team: Team, title: str, day: date, by: str, now: datetime) -> tuple[list[Change], int]:
    """The goal that is written for a run, and its number."""
    number = free_number(team, "goals")
    return [goals.create(team, title, by, now, id=number, due=day)], number


def run_name(team: Team, playbook: str, person: str) -> str:
    """What a run is called unless somebody says it: like its playbook, with the person it is for."""
    member = person_in(team, person) if person else None
    return f"{playbook}: {member.display_name}" if member else playbook


def postpone(team: Team, run_id: int, day: date, by: str, now: datetime) -> Change:
    """Put a run on another day: its cards that are open, and its freeze, move by as many days.

    Raises:
        NotFound: there is no such run.
        Refused: the person is not in the team, or it is that day already.
    """
    refuse_outsider(team, by)
    run = run_numbered(team, run_id)
    if run.archived_at:
        raise Refused(f"{quoted(run.name)} is archived, so its day does not move.")
    if run.day == day:
        raise Refused(f"{quoted(run.name)} is on {spoken(day, team.today(now))} already.")
    changes = [changed(run, "", {"day": day})]
    for moved in postponed(team, run, day):
        fields = {"start": moved.new_start, "due": moved.new_due}
        changes.append(changed(team.task(moved.task), "", fields))
    by_days = day - run.day
    for freeze in team.belonging(Freeze, "run", run.id):
        if not freeze.archived_at:
            ends: Fields = {"start": freeze.start + by_days, "end": freeze.end + by_days}
            changes.append(changed(freeze, "", ends))
    return combine(changes, "").signed(by, now, f"moved {quoted(run.name)} to {spoken(day, team.today(now))}")


def archive(team: Team, run_id: int, by: str, now: datetime) -> Change:
    """Put a run away, and its freeze with it; its cards stay where they are.

    Raises:
        NotFound: there is no such run.
        Refused: the person is not in the team, or it is archived already.
    """
    refuse_outsider(team, by)
    run = run_numbered(team, run_id)
    if run.archived_at:
        raise Refused(f"{quoted(run.name)} is archived already.")
    frozen = [freeze for freeze in team.belonging(Freeze, "run", run.id) if not freeze.archived_at]
    changes = [changed(one, "", {"archived_at": now}) for one in (run, *frozen)]
    return combine(changes, "").signed(by, now, f"archived the run {quoted(run.name)}")


def run_numbered(team: Team, id: int) -> PlaybookRun:
    """A run by its number.

    Raises:
        NotFound: there is none.
    """
    found = team.find(PlaybookRun, id)
    if found is None:
        raise NotFound(f"There is no run {id}; “tagwerk playbook runs” shows those there are.")
    return found


def _card(
    team: Team, card: PlannedCard, goal: int | None, number: int, by: str, now: datetime, *, override: bool
) -> Change:
    fields: Fields = {
        "description": card.details,
        "assignees": list(card.assignees),
        "start": card.start,
        "due": card.due,
        "estimate": card.estimate,
        "priority": card.priority,
        "tags": list(card.tags),
        "goal": goal,
    }
    return tasks.create(team, card.title, by, now, role=card.role, id=number, override=override, **fields)


def _run(team: Team, whole: Plan, cards: list[int], by: str, now: datetime) -> list[Change]:
    """The record of the run, and its freeze."""
    number = free_number(team, "playbook_runs")
    fields: Fields = {
        "id": number,
        "playbook": whole.playbook.id,
        "name": whole.name,
        "day": whole.day,
        "person": whole.person,
        "goal": whole.goal,
        "tasks": cards,
        "started_at": now,
        "started_by": by,
    }
    made = [Change.insert("playbook_runs", valid(PlaybookRun, fields), id=number)]
    if whole.freeze:
        frozen = free_number(team, "freezes")
        freeze = Freeze(
            id=frozen,
            name=whole.name,
            tags=list(whole.freeze.tags),
            start=whole.freeze.start,
            end=whole.freeze.end,
            run=number,
        )
        made.append(Change.insert("freezes", freeze, id=frozen))
    return made
