"""The demo: real work, in all states, that fits together and lies in the past."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from store.demo import DEMO_VIEWER, Demo, demo_team
from store.demo.building import WRITTEN
from store.demo.goals import SERVING
from store.filters import Search, refuse_unclear
from store.goals.pace import Pace
from store.goals.smart import unmet
from store.goals.standing import Standings
from store.merge import rebase
from store.models import (
    TABLES,
    CheckIn,
    Comment,
    Direction,
    Goal,
    GoalState,
    Member,
    Role,
    Source,
    Task,
)
from store.rules.integrity import check
from store.rules.tags import in_use
from store.team import Team
from tests.builders import NOW

MOMENTS = [
    NOW,
    datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
    datetime(2027, 1, 1, 23, 59, tzinfo=UTC),
    datetime(2028, 2, 29, 6, 31, tzinfo=UTC),
    datetime(2026, 10, 26, 7, 45, tzinfo=UTC),
]
"""A Monday morning, the night when clocks change, a holiday, a leap day before work, a Monday after."""


@pytest.fixture(scope="module")
def demo() -> Demo:
    return demo_team(NOW)


@pytest.fixture(scope="module")
def team(demo: Demo) -> Team:
    return demo.team()


def test_the_same_arguments_give_the_same_demo() -> None:
    """Deterministic; another seed tells it a little differently."""
    assert demo_team(NOW) == demo_team(NOW)
    assert demo_team(NOW, tasks=300, seed=4) == demo_team(NOW, tasks=300, seed=4)
    assert demo_team(NOW, seed=2) != demo_team(NOW)


def test_ninety_cards_are_on_the_board_in_all_states(team: Team) -> None:
    """Every column has its share, and neither column nor role is over its limit."""
    counts = {column.name: team.count(column.id) for column in team.columns}

    assert sum(counts.values()) == 90
    assert list(counts) == ["Backlog", "Ready", "Doing", "Review", "Done"]
    assert min(counts.values()) >= 8
    assert all(counts[c.name] <= c.wip_limit for c in team.columns if c.wip_limit)
    for role in team.roles:
        active = sum(len(team.cell(c.id, role.id)) for c in team.columns if c.kind == "active")
        assert active <= (role.wip_limit or 0)


def test_every_card_is_written_by_hand(team: Team) -> None:
    """At least 90 different titles, and not one template word left in a text."""
    titles = [task.title for task in team.all(Task)]
    texts = [*titles, *(t.description for t in team.all(Task)), *(c.text for c in team.all(Comment))]

    assert len(set(titles)) == len(WRITTEN) >= 90
    assert not any("{" in text or "}" in text for text in texts)


def test_there_is_something_of_everything(team: Team) -> None:
    """Due dates around today, blocked, stale and archived cards, half done steps, dependencies, mentions."""
    today = team.today(NOW)
    live = [task for task in team.all(Task) if not task.archived_at]
    active = {column.id for column in team.columns if column.kind == "active"}

    assert sum(task.is_overdue(today) for task in live) >= 5
    assert sum(task.due == today and not task.finished_at for task in live) >= 3
    assert sum(bool(task.blocked) for task in live) >= 3
    assert sum(0 < task.steps_done < len(task.checklist) for task in live) >= 10
    assert sum(bool(task.depends_on) for task in live) == 3
    assert sum("**" in task.description for task in live) >= 10
    assert {task.priority.value for task in live} == {"urgent", "high", "normal", "low"}
    assert any(c.mentions for c in team.all(Comment))
    assert sum(task.archived_at is not None for task in team.all(Task)) == 9
    assert any(task.role is None for task in live)
    stale = [t for t in live if t.column in active and t.column_since and (NOW - t.column_since).days > 9]
    assert len(stale) >= 2


def test_nine_roles_and_fourteen_people(team: Team) -> None:
    """Every role has a mission and a lead who is in the team, all but one a deputy; everybody has a role."""
    assert (len(team.roles), len(team.members)) == (9, 14)
    for role in team.roles:
        assert role.mission
        assert role.lead in team.members
        assert role.deputy in {*team.members, ""}
        assert role.id in team.members[role.lead].roles
    assert [role.name for role in team.roles if not role.deputy] == ["Marketing"]
    assert all(member.roles for member in team.members.values())
    assert len({member.short for member in team.members.values()}) == 14


def test_every_saved_filter_finds_something(team: Team) -> None:
    """Each has a key of its own, can be understood, and shows some of the cards, for the viewer."""
    today = team.today(NOW)
    search = Search()

    assert len({kept.key for kept in team.filters}) == len(team.filters) >= 5
    for kept in team.filters:
        refuse_unclear(team, kept.query, person=DEMO_VIEWER, today=today)
        found = search.matching(team, kept.query, person=DEMO_VIEWER, today=today).tasks
        assert found
        assert 0 < len(found) < 60


def test_the_viewer_leads_a_role_and_has_cards(team: Team) -> None:
    assert any(role.lead == DEMO_VIEWER for role in team.roles)
    assert sum(DEMO_VIEWER in task.assignees and not task.finished_at for task in team.all(Task)) >= 3


@pytest.mark.parametrize("tasks", [90, 400])
def test_everything_named_exists(tasks: int) -> None:
    """Columns, roles, people and dependencies of every document."""
    team = demo_team(NOW, tasks=tasks).team()
    columns = {column.id for column in team.columns}
    roles = {role.id for role in team.all(Role)}

    for task in team.all(Task):
        assert task.column in columns
        assert task.role is None or task.role in roles
        assert {*task.assignees, task.created_by} <= team.members.keys()
        assert all(team.find(Task, number) for number in task.depends_on)
    for comment in team.all(Comment):
        assert team.find(Task, comment.task)
        assert {comment.author, *comment.mentions} <= team.members.keys()
    for member in team.all(Member):
        assert set(member.roles) <= roles


def test_the_history_is_a_few_hundred_commits_that_fit(demo: Demo) -> None:
    """Each change applies as it is to what was before, and is signed by somebody in the team."""
    team = Team(demo.genesis)

    assert 300 <= len(demo.history) <= 660
    for change in demo.history:
        assert rebase(change, team.tables) == change
        team = team.apply(change)
        check(team, change)
        assert change.by in team.members
        assert change.label


@pytest.mark.parametrize("tasks", [90, 300])
def test_no_number_is_given_twice(tasks: int) -> None:
    """Every new document has a positive number of its own, rising with time."""
    demo = demo_team(NOW, tasks=tasks)
    last = {table: max(documents, default=0) for table, documents in demo.genesis.items()}

    for change in demo.history:
        for edit in change.edits:
            if edit.before is None:
                assert edit.id == last[edit.table] + 1
                last[edit.table] = edit.id


@pytest.mark.parametrize("now", MOMENTS)
@pytest.mark.parametrize("tasks", [90, 500])
def test_the_past_is_in_order(now: datetime, tasks: int) -> None:
    """Changes come in time order, after all that is in the genesis, in working hours, and before now."""
    demo = demo_team(now, tasks=tasks)
    times = [change.at for change in demo.history]

    assert times == sorted(times)
    assert now - timedelta(days=35) < times[0]
    assert times[-1] < now
    assert all(at.weekday() < 5 and 6 <= at.hour <= 16 for at in times)
    for task in Team(demo.genesis).all(Task):
        moments = [task.created_at, task.started_at, task.finished_at, task.column_since]
        assert [m for m in moments if m] == sorted(m for m in moments if m)
        assert all(moment <= times[0] for moment in moments if moment)


def test_the_times_of_a_card_follow_each_other(team: Team) -> None:
    """It is made, begun, finished and put away, in this order, before now."""
    for task in team.all(Task):
        moments = [task.created_at, task.started_at, task.finished_at, task.archived_at]
        present = [moment for moment in moments if moment]
        assert present == sorted(present)
        assert present[-1] < NOW


@pytest.mark.parametrize("tasks", [0, 1, 17, 89, 91, 1234])
def test_the_board_is_as_large_as_asked(tasks: int) -> None:
    team = demo_team(NOW, tasks=tasks).team()

    assert sum(team.count(column.id) for column in team.columns) == tasks


def test_a_negative_size_is_refused() -> None:
    with pytest.raises(ValueError, match="fewer than 0"):
        demo_team(NOW, tasks=-1)


def test_generated_cards_are_as_documents_write_themselves() -> None:
    """Every raw document of a large demo is exactly what its model would write."""
    tables = demo_team(NOW, tasks=600).team().tables

    for table, kind in TABLES.items():
        for id, raw in tables.get(table, {}).items():
            assert kind.checked({**raw, "id": id}).raw() == raw


def test_ranks_of_a_large_demo_are_in_order_and_distinct() -> None:
    """No two cards of a cell share a rank."""
    team = demo_team(NOW, tasks=2000).team()

    for cards in team.index.cells.values():
        assert max(Counter(rank for rank, _ in cards).values()) == 1


def test_the_campaign_is_always_ahead() -> None:
    """Whatever the day of the year, the freeze of the checkout lies in the future."""
    for day in range(0, 365, 25):
        now = NOW + timedelta(days=day)
        team = demo_team(now, tasks=90).team()
        freeze = [task for task in team.all(Task) if "freeze of the checkout from" in task.title]
        assert [task.due > team.today(now) for task in freeze if task.due] == [True]


def test_ten_thousand_cards_are_made_at_once() -> None:
    """The history stays as it is, however large the board."""
    demo = demo_team(NOW, tasks=10_000)

    assert len(demo.genesis["tasks"]) > 9_900
    assert len(demo.history) <= 660


def test_the_team_has_agreed_on_tags_and_policies(team: Team) -> None:
    """Every agreed tag has a colour and is on a card; cards carry other words too; columns have policies."""
    uses = in_use(team)

    assert len(team.tags) == len(team.tag_colours) == 10
    assert all(tag.description and uses[tag.name.casefold()].cards for tag in team.tags)
    assert len(uses) > len(team.tags)
    assert all(column.policy for column in team.columns)


def test_twelve_goals_in_every_state(team: Team) -> None:
    """Every source and direction, a tree of them, and something of everything that can be said of one."""
    goals = list(team.all(Goal))
    standings = Standings(team, team.today(NOW))
    active = [standings.of(goal) for goal in goals if goal.state is GoalState.ACTIVE]

    assert len(goals) == 12
    assert {goal.state for goal in goals} == set(GoalState)
    assert {goal.source for goal in goals} == set(Source) - {Source.KPI}
    assert {goal.direction for goal in goals} == set(Direction)
    assert {standing.pace for standing in active} == set(Pace)
    assert sum(goal.parent is not None for goal in goals) >= 4
    assert any(goal.milestones for goal in goals)
    assert any(standing.forecast() is None for standing in active)
    assert any(unmet(team, goal) for goal in goals)
    assert all(goal.lesson for goal in goals if goal.state is GoalState.MISSED)
    assert any(check_in.blockers for check_in in team.all(CheckIn))
    assert sum(task.goal is not None for task in team.all(Task)) == len(SERVING)


def test_the_viewer_owes_a_check_in(team: Team) -> None:
    """So that she sees what it looks like."""
    standings = Standings(team, team.today(NOW))

    assert [g.owner for g in team.all(Goal) if standings.is_owed(g)] == [DEMO_VIEWER]
