"""What has no owner once somebody has left, and who takes it over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from store.errors import NotFound, Refused
from store.models import (
    Absence,
    Assessment,
    Goal,
    GoalState,
    LearningItem,
    LearningState,
    PlaybookKind,
    PlaybookRun,
    Responsibility,
    Role,
    Skill,
    Task,
)
from store.playbooks.leaving import left_without_owner, summed_up, told
from store.rules import leaving
from store.team import Team
from tests import builders
from tests.builders import DONE, NOW, PHOTO, SHOP, task
from tests.store.playbooks.shop import WELCOME, welcome

TODAY = date(2026, 11, 23)


def assessed(id: int, person: str, skill: int, level: int, day: int = 1) -> Assessment:
    when = date(2026, 11, day)
    return Assessment(id=id, person=person, skill=skill, level=level, day=when, author=person, at=NOW)


@pytest.fixture
def team() -> Team:
    """Ben has cards, goals, duties, roles, covers and skills, some of them shared with others."""
    roles = builders.roles()
    return builders.team(
        replace(roles[SHOP - 1], deputy="ben"),
        Goal(id=1, title="Fewer returns", owner="ben", state=GoalState.ACTIVE),
        Goal(id=2, title="Later", owner="ben"),
        Responsibility(id=1, name="Photos", accountable=["ben"], responsible=["ben", "cem"]),
        Responsibility(id=2, name="Retouching", accountable=["ana"], responsible=["ben"]),
        Absence(id=1, person="cem", start=TODAY, end=TODAY + timedelta(3), cover="ben"),
        Absence(id=2, person="cem", start=TODAY - timedelta(9), end=TODAY - timedelta(5), cover="ben"),
        Skill(id=1, name="Studio light"),
        Skill(id=2, name="Retouching"),
        Skill(id=3, name="Video"),
        assessed(1, "ben", 1, 4),
        assessed(2, "ben", 2, 3),
        assessed(3, "ana", 2, 3),
        assessed(4, "ben", 3, 4),
        assessed(5, "ben", 3, 2, day=9),
        tasks=[
            task(1, "His alone", assignees=["ben"]),
            task(2, "Shared", assignees=["ben", "ana"]),
            task(3, "Shared with who left", assignees=["ben", "zoe"]),
            task(4, "Done", DONE, assignees=["ben"]),
        ],
    )


def test_what_only_one_person_has_is_listed(team: Team) -> None:
    """What others are on as well, what is finished or over, and what somebody else can do stays out."""
    left = left_without_owner(team, "ben", TODAY)

    assert told(team, left) == [
        ("card", "#1 His alone"),
        ("card", "#3 Shared with who left"),
        ("goal", "“Fewer returns”"),
        ("answers for", "“Photos”"),
        ("does", "“Retouching”"),
        ("leads", "Photography"),
        ("deputy of", "Shop"),
        ("stands in for", "Cem Demir, 2026-11-23 – 2026-11-26"),
        ("only one who can", "Studio light"),
    ]
    assert summed_up(team, left) == (
        "2 cards, 1 goal, 2 responsibilities, the lead of “Photography”, the deputy of “Shop”, "
        "1 absence that is covered and 1 skill"
    )
    assert not left_without_owner(team, "nobody", TODAY)


def test_one_person_takes_it_over_as_one_change(team: Team) -> None:
    """All but skills; nobody stands in for herself; it is taken back as one."""
    change = leaving.leave(team, "ben", "ana", NOW, to="ana")
    after = team.apply(change)

    assert change.label == "took Ben Okafor out of the team"
    assert "ben" not in after.members
    assert told(after, left_without_owner(after, "ben", TODAY)) == [("only one who can", "Studio light")]
    assert after.task(1).assignees == ["ana"]
    photo, shop = after.role(PHOTO), after.role(SHOP)
    assert (photo.lead, photo.deputy, shop.lead, shop.deputy) == ("ana", "", "ana", "")
    absence = after.find(Absence, 1)
    assert absence is not None
    assert absence.cover == "ana"
    assert after.apply(change.inverse()).tables == {**team.tables, "handovers": {}}


def test_a_cover_does_not_cover_herself(team: Team) -> None:
    """Cem is the one who is away: nobody stands in for him then."""
    after = team.apply(leaving.leave(team, "ben", "ana", NOW, to="cem"))

    absence = after.find(Absence, 1)
    assert absence is not None
    assert absence.cover == ""


def test_what_somebody_learns_is_dropped(team: Team) -> None:
    """With its card, and nobody takes that over; what is done stays; it is taken back as one."""
    items = [
        LearningItem(id=1, title="Course", person="ben", cost=500, task=5),
        LearningItem(id=2, title="Book", person="ben", state=LearningState.WISH),
        LearningItem(id=3, title="Old", person="ben", state=LearningState.DONE),
        LearningItem(id=4, title="Away", person="ben", archived_at=NOW),
        LearningItem(id=5, title="Ana's", person="ana"),
    ]
    tables = {**team.tables, "learning_items": {item.id: item.raw() for item in items}}
    tables["tasks"] = {**tables["tasks"], 5: task(5, "Course", assignees=["ben"]).raw()}
    team = Team(tables)
    left = left_without_owner(team, "ben", TODAY)
    assert [name for kind, name in told(team, left) if kind in ("learns", "card")] == [
        "#1 His alone",
        "#3 Shared with who left",
        "Course",
        "Book",
    ]
    change = leaving.leave(team, "ben", "ana", NOW, to="ana")
    assert change.label == "took Ben Okafor out of the team and dropped 2 learning items"
    after = team.apply(change)
    states = {item.id: item.state.value for item in after.all(LearningItem)}
    assert states == {1: "dropped", 2: "dropped", 3: "done", 4: "planned", 5: "planned"}
    card = after.task(5)
    assert (card.assignees, bool(card.archived_at)) == (["ben"], True)
    assert after.apply(change.inverse()).tables == {**team.tables, "handovers": {}}
    # On a day to come nothing is dropped yet.
    later = team.apply(leaving.leave(team, "ben", "ana", NOW, to="ana", day=TODAY + timedelta(4)))
    assert left_without_owner(later, "ben", TODAY).learning == (1, 2)


def test_on_a_day_to_come_only_the_rest_is_done(team: Team) -> None:
    """The person stays until then; without anything to do that is said."""
    friday = TODAY + timedelta(4)
    book = welcome(name="Leaving", kind=PlaybookKind.LEAVING)
    team = Team({**team.tables, "playbooks": {WELCOME: book.raw()}})
    change = leaving.leave(team, "ben", "ana", NOW, day=friday, playbooks=[WELCOME])

    assert change.label == "prepared the last day of Ben Okafor"
    after = team.apply(change)
    assert "ben" in after.members
    assert [run.name for run in after.all(PlaybookRun)] == ["Leaving: Ben Okafor"]
    assert {t.due for t in after.all(Task) if t.id < 0} == {friday - timedelta(1), friday + timedelta(1)}
    with pytest.raises(Refused, match="until 2026-11-27; there is nothing to do yet"):
        leaving.leave(team, "ben", "ana", NOW, day=friday)


def test_who_may_take_whom_out(team: Team) -> None:
    """Oneself, or who leads; and nobody takes over from herself."""
    assert leaving.leave(team, "cem", "cem", NOW)
    with pytest.raises(Refused, match="Only who leads a role takes somebody out of the team"):
        leaving.leave(team, "ben", "cem", NOW)
    with pytest.raises(Refused, match="is who leaves"):
        leaving.leave(team, "ben", "ana", NOW, to="ben")
    with pytest.raises(NotFound, match="“zoe”"):
        leaving.leave(team, "zoe", "ana", NOW)


def test_joining_starts_its_playbooks_for_the_first_day() -> None:
    """As one change; the cards go by the new person's role and name."""
    team = builders.team(welcome(), Role(id=9, name="Fairs"))
    first = TODAY + timedelta(7)
    change = leaving.join(
        team, "dot", "cem", NOW, day=first, playbooks=[WELCOME], name="Dot Ng", roles=[PHOTO]
    )
    after = team.apply(change)

    assert change.label == "added Dot Ng to the team"
    assert after.members["dot"].joined_on == first
    made = {t.title: (t.assignees, t.role, t.due) for t in after.all(Task) if t.id < 0}
    assert made == {
        "Desk for Dot Ng": (["ben"], PHOTO, first - timedelta(1)),
        "Read the playbooks": (["dot"], PHOTO, first + timedelta(1)),
    }
