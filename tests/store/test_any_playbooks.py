"""Whatever another program wrote into playbooks, runs, routines and freezes: nothing falls over it."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given, settings

from store.errors import Refused
from store.models import Member
from store.playbooks.due import coming_of, due_routines, next_day
from store.playbooks.freezing import holding, in_force, said
from store.playbooks.known import freezes, playbooks, playbooks_for, routines, runs
from store.playbooks.leaving import left_without_owner, summed_up, told
from store.playbooks.lines import read, written
from store.playbooks.plan import plan, postponed, progress
from store.playbooks.saying_rules import said as rule_said
from store.rules import leaving, playbook_runs
from store.rules import routines as routine_rules
from store.rules.integrity import check
from store.team import Team
from tests.store.test_anything import NOW, TODAY, Tables, tables
from widgets.playbooks import text
from widgets.playbooks.row import freeze_row, playbook_row, routine_row, run_row
from widgets.signs import ASCII

PLAYBOOKS = ("members", "roles", "tasks", "playbooks", "playbook_runs", "freezes", "routines")
LEAVING = ("members", "roles", "responsibilities", "absences", "skills", "assessments")


def with_playbooks(made: Tables) -> Tables:
    """The same with one of each beside the wild ones."""
    steps = [{"id": "a", "text": "{name}", "due": -3, "role": 1}, {"id": "b", "role": 7, "doer": "lead"}]
    run = {"name": "x", "day": "2026-12-01", "tasks": [1, 2, 77], "started_at": "2026-11-20T10:00:00Z"}
    made.setdefault("playbooks", {})[11] = {"name": "x", "steps": steps}
    made.setdefault("playbook_runs", {})[11] = run
    made.setdefault("routines", {})[11] = {"title": "x", "rule": "FREQ=DAILY", "first": "2026-11-01"}
    made.setdefault("freezes", {})[11] = {
        "name": "x",
        "start": "2026-11-01",
        "end": "2026-12-01",
        "tags": ["a"],
    }
    return made


@settings(max_examples=25)
@given(tables(*PLAYBOOKS).map(with_playbooks))
def test_whatever_is_in_the_tables_playbooks_can_be_worked_with(made: Tables) -> None:
    """Shown, planned, started, moved and made, or refused."""
    team = Team(made)
    for book in playbooks(team):
        plan(team, book, "x", TODAY, "ana", None, TODAY)
        with suppress(Refused):
            read(team, written(team, book.steps), book.steps, lambda: "new")
        with suppress(Refused):
            change = playbook_runs.start(team, book.id, "", TODAY, "ana", NOW, override=True)
            check(team.apply(change), change)
        text.told(team, book, TODAY, ASCII, 40)
        playbook_row(team, book, ASCII)
    for run in runs(team):
        progress(team, run)
        postponed(team, run, TODAY)
        with suppress(Refused):
            playbook_runs.postpone(team, run.id, TODAY, "ana", NOW)
        text.told(team, run, TODAY, ASCII, 40)
        run_row(team, run, TODAY, ASCII)
    for due in due_routines(team, TODAY):
        with suppress(Refused):
            change = routine_rules.make(team, due.routine.id, "ana", NOW)
            check(team.apply(change), change)
    for routine in routines(team):
        next_day(team, routine, TODAY)
        coming_of(team, routine)
        rule_said(routine.rule, routine.shift)
        text.told(team, routine, TODAY, ASCII, 40)
        routine_row(team, routine, TODAY)
    for freeze in freezes(team):
        said(holding(in_force(team, TODAY), ["a", "x"]), TODAY)
        text.told(team, freeze, TODAY, ASCII, 40)
        freeze_row(freeze, TODAY, ASCII)


@settings(max_examples=25)
@given(tables(*LEAVING).map(with_playbooks))
def test_whatever_is_in_the_tables_people_can_leave(made: Tables) -> None:
    """What is left without an owner is told, and handed over or refused."""
    team = Team(made)
    for member in team.all(Member):
        left = left_without_owner(team, member.login, TODAY)
        told(team, left)
        summed_up(team, left)
        for book in playbooks(team):
            playbooks_for(team, book.kind, member.roles)
        with suppress(Refused):
            leaving.leave(team, member.login, member.login, NOW, to="ben")
