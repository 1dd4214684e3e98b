"""The demo's people: who answers for what, who is away, what they can and learn."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import pytest

from store.models import (
    TABLES,
    Absence,
    Assessment,
    Budget,
    Freeze,
    Handover,
    LearningItem,
    LearningState,
    PlaybookRun,
    Responsibility,
    Routine,
    Skill,
)
from store.playbooks.due import due_routines, next_day
from store.team import Team
from tests.demos import team_at

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
DAYS = [
    NOW,
    datetime(2027, 1, 1, 12, tzinfo=UTC),
    datetime(2028, 2, 29, 7, tzinfo=UTC),
    datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
]
"""A Monday, New Year, a leap day before work, the night when clocks change."""
KINDS = (
    "values",
    "kudos",
    "pulse_questions",
    "pulse_batches",
    "kpis",
    "readings",
    "adjustments",
    "playbooks",
    "playbook_runs",
    "freezes",
    "routines",
    "handovers",
    "members",
    "roles",
    "responsibilities",
    "absences",
    "skills",
    "assessments",
    "learning_items",
    "budgets",
)


@pytest.fixture(params=DAYS, ids=str)
def team(request: pytest.FixtureRequest) -> Team:
    return team_at(request.param)


def test_all_of_it_is_as_it_has_to_be(team: Team) -> None:
    """Every document can be read, and would be taken from a form."""
    for table in KINDS:
        kind = TABLES[table]
        documents = [*team.all(kind)]
        assert len(documents) == len(team.tables[table]) > 0
        for document in documents:
            assert kind.checked(document.raw()).raw() == document.raw()


def test_everything_named_is_there(team: Team) -> None:
    """People, roles, skills."""
    people, roles = team.members.keys(), {role.id for role in team.roles}
    skills = {skill.id for skill in team.all(Skill)}
    for duty in team.all(Responsibility):
        assert duty.role in roles
        assert {*duty.accountable, *duty.responsible, *duty.consulted, *duty.informed} <= people
    for absence in team.all(Absence):
        assert {absence.person, absence.cover} <= {*people, ""}
        assert absence.start <= absence.end
    for assessment in team.all(Assessment):
        assert {assessment.person, assessment.confirmed_by or assessment.person} <= people
        assert assessment.confirmed_by != assessment.person
        assert assessment.skill in skills
    for item in team.all(LearningItem):
        assert item.person in people
        assert item.skill in {*skills, None}
    assert {target.role for skill in team.all(Skill) for target in skill.targets} <= roles
    assert {role.above for role in team.roles} <= {*roles, None}
    assert {budget.department for budget in team.all(Budget)} == {role.department for role in team.roles}


def test_the_past_is_past(team: Team, request: pytest.FixtureRequest) -> None:
    """What was assessed, learned and entered was so before now; what is planned is not done."""
    now = request.node.callspec.params["team"]
    assert all(assessment.day < team.today(now) for assessment in team.all(Assessment))
    assert all(absence.created_at and absence.created_at < now for absence in team.all(Absence))
    for item in team.all(LearningItem):
        assert (item.finished_on is not None) == (item.state is LearningState.DONE)


def test_the_work_is_badly_divided_here_and_there() -> None:
    """As in every team: nobody answers, two do, one does for too much, nobody does the work."""
    team = team_at(NOW)
    duties = [*team.all(Responsibility)]
    answering = Counter(login for duty in duties for login in duty.accountable)
    assert sum(not duty.accountable for duty in duties) == 2
    assert sum(len(duty.accountable) > 1 for duty in duties) == 1
    assert sum(not duty.responsible for duty in duties) == 1
    over = [login for login, count in answering.items() if count > team.settings.accountable_limit]
    assert over == ["priya"]


def test_somebody_is_away_today_and_somebody_will_be_without_cover() -> None:
    """One is covered, one is not yet, and two cover each other while both are away."""
    team = team_at(NOW)
    today = team.today(NOW)
    away = [absence for absence in team.all(Absence) if absence.covers(today)]
    assert [(absence.person, absence.cover) for absence in away] == [("ruth", "svea")]
    assert [absence.person for absence in team.all(Absence) if not absence.cover] == ["sam"]


def test_there_is_something_to_learn_in_every_state() -> None:
    """And one certificate has ended."""
    team = team_at(NOW)
    assert {item.state for item in team.all(LearningItem)} == {*LearningState}
    ends = [assessment.expires for assessment in team.all(Assessment) if assessment.expires]
    assert min(ends) < team.today(NOW) < max(ends)


def test_the_campaign_goes_by_its_playbook(team: Team, request: pytest.FixtureRequest) -> None:
    """Its cards and its freeze are there; routines wait for tomorrow, so that opening it makes no cards."""
    today = team.today(request.node.callspec.params["team"])
    (run,) = team.all(PlaybookRun)
    assert run.day > today
    assert len(run.tasks) >= 3
    assert all("campaign" in team.task(number).tags for number in run.tasks)
    assert [freeze.run for freeze in team.all(Freeze)] == [run.id]
    assert due_routines(team, today) == []
    assert all(next_day(team, routine, today) for routine in team.all(Routine))


def test_who_is_away_has_handed_over_what_cannot_wait() -> None:
    """With whom it is, says the handover."""
    team = team_at(NOW)
    (handed,) = team.all(Handover)
    assert (handed.giver, handed.receiver) == ("ruth", "svea")
    assert all("svea" in team.task(number).assignees for number in handed.tasks)
