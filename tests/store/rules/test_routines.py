"""Cards that come again: agreed on by leads, made once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from store.change import Change
from store.errors import NotFound, Refused
from store.merge import prefer_mine, rebase
from store.models import Routine, Shift, Task
from store.playbooks.due import due_routines, next_day
from store.rules import routines
from store.team import Team
from tests import builders
from tests.builders import BACKLOG, NOW, SHOP

MONDAY = date(2026, 11, 23)


def routine(id: int = 1, **fields: Any) -> Routine:
    """Every Monday from 2 November on; the shop's."""
    known: dict[str, Any] = {"title": "Cash up", "rule": "FREQ=WEEKLY;BYDAY=MO", "first": date(2026, 11, 2)}
    return Routine(id=id, **{**known, "role": SHOP, **fields})


def made(team: Team, now: datetime = NOW, id: int = 1) -> Change:
    return routines.make(team, id, "ana", now)


def cards(team: Team) -> Iterable[Task]:
    return [task for task in team.all(Task) if task.title == "Cash up"]


def test_a_routine_is_added_in_words() -> None:
    """From today on, also where its rule counts from an earlier day; what it says of days off holds."""
    team = builders.team()
    change = routines.add(team, "Close the books", "last working day", "ana", NOW, first=date(2026, 1, 1))
    team = team.apply(change)
    (new,) = team.all(Routine)

    assert change.label == "agreed on “Close the books”, last working day"
    assert (new.rule, new.shift) == ("FREQ=MONTHLY;BYMONTHDAY=-1", Shift.BEFORE)
    assert new.made_up_to == date(2026, 11, 22)
    assert due_routines(team, MONDAY) == []
    assert next_day(team, new, MONDAY) == date(2026, 11, 30)
    with pytest.raises(Refused, match="is not how often"):
        routines.add(team, "x", "now and then", "ana", NOW)
    with pytest.raises(Refused, match="Only who leads a role"):
        routines.add(team, "x", "daily", "cem", NOW)
    with pytest.raises(NotFound, match="“zoe”"):
        routines.add(team, "x", "daily", "ana", NOW, assignees=["zoe"])


def test_its_card_is_made_once() -> None:
    """With everything that it says, in the first column, behind the others; then it waits."""
    team = builders.team(
        routine(
            details="Count the till.",
            assignees=["ana", "zoe"],
            estimate=0.5,
            tags=["till"],
            first=MONDAY,
        )
    )
    change = made(team)
    team = team.apply(change)
    (card,) = cards(team)

    assert change.label == "opened the card “Cash up”, which comes every Monday"
    assert (card.description, card.assignees, card.due, card.role) == (
        "Count the till.",
        ["ana"],
        MONDAY,
        SHOP,
    )
    assert (card.estimate, card.tags, card.column) == (0.5, ["till"], BACKLOG)
    assert team.cell(BACKLOG, SHOP)[-1][1] == card.id
    found = routines.routine_numbered(team, 1)
    assert (found.made_up_to, found.last_task) == (MONDAY, card.id)
    assert not made(team)
    assert next_day(team, found, MONDAY) == MONDAY + timedelta(7)


def test_of_several_days_that_were_missed_the_newest_has_a_card() -> None:
    """It tells of the others, and that the card before is still open."""
    team = builders.team(routine(made_up_to=date(2026, 11, 2), last_task=4))
    (card,) = cards(team.apply(made(team)))

    assert card.due == MONDAY
    assert (
        card.description
        == "There was no card for Mon 9 Nov and Mon 16 Nov.\n\nThe card before, #4, is still open."
    )

    finished = builders.team(routine(made_up_to=date(2026, 11, 16), last_task=8))
    (card,) = cards(finished.apply(made(finished)))
    assert card.description == ""


def test_of_very_many_days_only_the_last_are_named() -> None:
    """A description stays readable after a long break."""
    team = builders.team(routine(rule="FREQ=DAILY", first=date(2025, 1, 1), made_up_to=date(2025, 11, 2)))
    (card,) = cards(team.apply(made(team)))

    assert card.description.startswith("There was no card for 375 days before, Fri 13 Nov,")


def test_a_card_comes_ahead_of_its_day() -> None:
    """Made three days before, due on the day."""
    team = builders.team(routine(ahead=3, made_up_to=MONDAY))

    assert due_routines(team, date(2026, 11, 26)) == []
    (found,) = due_routines(team, date(2026, 11, 27))
    assert (found.day, found.missed) == (date(2026, 11, 30), ())


def test_today_is_the_teams_day() -> None:
    """At half past midnight in Berlin it is still yesterday in UTC."""
    team = builders.team(routine(made_up_to=MONDAY - timedelta(7)))

    assert not made(team, datetime(2026, 11, 22, 22, 30, tzinfo=UTC))
    assert made(team, datetime(2026, 11, 22, 23, 30, tzinfo=UTC))


def test_pausing_leaves_days_out_and_going_on_begins_today() -> None:
    """Nothing is made up for; nor for a routine that was put away, or whose rule was changed."""
    team = builders.team(routine(made_up_to=date(2026, 11, 2)))
    resting = team.apply(routines.pause(team, 1, "ana", NOW))
    assert due_routines(resting, MONDAY) == []
    with pytest.raises(Refused, match="paused already"):
        routines.pause(resting, 1, "ana", NOW)

    wednesday = NOW + timedelta(2)
    on = resting.apply(routines.go_on(resting, 1, "ana", wednesday))
    assert due_routines(on, date(2026, 11, 25)) == []
    (found,) = due_routines(on, date(2026, 11, 30))
    assert found.missed == ()
    with pytest.raises(Refused, match="is not paused"):
        routines.go_on(on, 1, "ana", NOW)

    away = team.apply(routines.archive(team, 1, "ana", NOW))
    with pytest.raises(Refused, match="is archived"):
        routines.edit(away, 1, "ana", NOW, title="x")
    back = away.apply(routines.restore(away, 1, "ana", wednesday))
    assert due_routines(back, date(2026, 11, 25)) == []

    change = routines.edit(team, 1, "ana", wednesday, rule="every tuesday, or the working day after")
    assert change.label == "changed the rule and shift of the routine “Cash up”"
    other = routines.routine_numbered(team.apply(change), 1)
    assert (other.shift, other.made_up_to) == (Shift.AFTER, date(2026, 11, 24))


def test_a_role_that_is_gone_leaves_the_card_to_nobody() -> None:
    """Nobody is there to be asked."""
    away = replace(builders.roles()[0], archived_at=NOW)
    team = builders.team(routine(first=MONDAY), away, tasks=[])
    (card,) = cards(team.apply(made(team)))

    assert card.role is None


def test_somebody_elses_card_takes_the_place_of_mine() -> None:
    """The whole change is left out, shown or committed; nobody is asked about a clash."""
    team = builders.team(routine())
    mine, theirs = made(team), routines.make(team, 1, "ben", NOW)
    after = team.apply(theirs)

    assert not rebase(mine, after.tables)
    assert not prefer_mine(mine, after.tables)
    for rested in (
        team.apply(routines.pause(team, 1, "ana", NOW)),
        team.apply(routines.archive(team, 1, "ana", NOW)),
        Team({**team.tables, "routines": {}}),
    ):
        assert not rebase(mine, rested.tables)
    renamed = team.apply(routines.edit(team, 1, "ben", NOW, details="By noon"))
    assert rebase(mine, renamed.tables)


def test_an_older_day_than_the_newest_is_left_out_too() -> None:
    """Who still thinks that it is last week makes no card beside that of this week."""
    team = builders.team(routine())
    late = made(team, NOW - timedelta(7))
    early = made(team)

    assert not rebase(late, team.apply(early).tables)
    # The other way round the newer day is made by the next look at the newest snapshot.
    older = team.apply(late)
    assert not rebase(early, older.tables)
    assert made(older)


def test_taking_a_card_back_is_no_making() -> None:
    """The inverse is a change like any other."""
    team = builders.team(routine())
    change = made(team)
    after = team.apply(change)

    assert rebase(change.inverse(), after.tables)
