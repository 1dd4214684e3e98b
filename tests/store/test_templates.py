"""How a team begins."""

from __future__ import annotations

import pytest

from store.duties.responsibilities import names_of
from store.errors import Refused
from store.models import Column, ColumnKind, Member, Responsibility, Role
from store.team import Team
from store.templates import (
    Newcomer,
    column_templates,
    new_team,
    responsibility_templates,
    role_templates,
)


def test_the_roles_belong_to_nobody_yet() -> None:
    """Every role has a mission and responsibilities, and none of the demo's people or limits."""
    roles = role_templates()
    assert len(roles) == 9
    for role in roles:
        assert role.mission
        assert role.id in {one.role for one in responsibility_templates()}
        assert (role.lead, role.deputy, role.wip_limit) == ("", "", None)


def test_the_columns_go_from_queue_to_done() -> None:
    """The board begins with a queue, ends with finished work, and says when a card may enter."""
    columns = column_templates()
    assert columns[0].kind is ColumnKind.QUEUE
    assert columns[-1].kind is ColumnKind.DONE
    assert all(column.policy and column.wip_limit is None for column in columns)


def test_a_new_team() -> None:
    """The tables make a team with ranked roles and columns, and people in their roles."""
    roles = role_templates()[2:4]
    people = [Newcomer("ana", "Ana Lima", ("Marketing",)), Newcomer("ben")]
    team = Team(new_team("Nord", roles, people, time_zone="Europe/Berlin"))

    assert (team.settings.name, team.settings.time_zone) == ("Nord", "Europe/Berlin")
    assert [role.name for role in team.roles] == ["Photo and content", "Marketing"]
    assert [column.name for column in team.columns] == ["Backlog", "Ready", "Doing", "Review", "Done"]
    assert team.members["ana"].roles == [2]
    assert team.members["ben"].roles == []
    assert names_of(team, team.roles[1])[:2] == ("Newsletter every Thursday", "Campaigns")
    assert not any(one.accountable or one.responsible for one in team.all(Responsibility))
    assert all(team.find(Role, one.role or 0) for one in team.all(Responsibility))
    for kind in (Role, Column, Member, Responsibility):
        assert sorted(d.id for d in team.all(kind)) == list(range(1, len(list(team.all(kind))) + 1))


def test_what_does_not_fit_is_refused() -> None:
    """A login with blanks and an unknown time zone are refused."""
    with pytest.raises(Refused, match="is not a login"):
        new_team("Nord", (), [Newcomer("a b")])
    with pytest.raises(Refused, match="is not a time zone"):
        new_team("Nord", (), [], time_zone="Mars")
