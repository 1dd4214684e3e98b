"""Who is away: entering it, changing it, calling it off."""

from __future__ import annotations

from datetime import date

import pytest

from store.change import Change
from store.errors import NotFound, Refused
from store.merge import rebase
from store.models import Absence, AbsenceKind
from store.rules.absences import add, call_off, edit, restore
from store.rules.integrity import check
from store.team import Team
from tests import builders
from tests.builders import LATER, NOW

MONDAY, WEDNESDAY, FRIDAY = date(2026, 11, 30), date(2026, 12, 2), date(2026, 12, 4)


def after(team: Team, change: Change) -> Team:
    """The team with the change."""
    new = {key: max(team.tables[key[0]], default=0) + 1 for key in change.touched() if key[1] < 0}
    numbered = rebase(change.renumbered(new), team.tables)
    team = team.apply(numbered)
    check(team, numbered)
    return team


def away() -> Team:
    """Cem is away for a week, and Ben stands in."""
    return after(
        builders.team(), add(builders.team(), "cem", MONDAY, FRIDAY, "cem", NOW, cover="ben", note="Rome")
    )


def test_an_absence_is_entered_with_its_cover() -> None:
    """Its label says who, when and who stands in."""
    change = add(builders.team(), "cem", MONDAY, FRIDAY, "cem", NOW, cover="ben")
    assert change.label == "entered the absence of Cem Demir, Mon 30 Nov to Fri 4 Dec, covered by Ben Okafor"
    found = away().find(Absence, 1)
    assert found is not None
    assert (found.kind, found.cover, found.note) == (AbsenceKind.HOLIDAY, "ben", "Rome")
    assert (found.created_by, found.created_at, found.covers(FRIDAY)) == ("cem", NOW, True)
    one_day = add(builders.team(), "cem", MONDAY, MONDAY, "cem", NOW)
    assert one_day.label == "entered the absence of Cem Demir, Mon 30 Nov"


def test_everyone_enters_her_own_and_leads_those_of_others() -> None:
    """Where nobody leads a role, everybody may."""
    team = builders.team()
    assert add(team, "cem", MONDAY, FRIDAY, "ana", NOW)
    for rule in (
        lambda: add(team, "ana", MONDAY, FRIDAY, "cem", NOW),
        lambda: edit(after(team, add(team, "ana", MONDAY, FRIDAY, "ana", NOW)), 1, "cem", NOW, note="x"),
    ):
        with pytest.raises(Refused, match="This absence is Ana Lima's; ask Ana Lima, or who leads a role"):
            rule()
    for rule in (
        lambda: call_off(after(team, add(team, "ben", MONDAY, FRIDAY, "ben", NOW)), 1, "cem", NOW),
        lambda: restore(after(away_by("ben"), call_off(away_by("ben"), 1, "ben", NOW)), 1, "cem", NOW),
    ):
        with pytest.raises(Refused, match="is Ben Okafor's"):
            rule()
    leaderless = builders.team(*[role.__class__(id=role.id, name=role.name) for role in builders.roles()])
    assert add(leaderless, "ana", MONDAY, FRIDAY, "cem", NOW)
    with pytest.raises(Refused, match="“zoe” is not in the team"):
        add(team, "ana", MONDAY, FRIDAY, "zoe", NOW)


def away_by(login: str) -> Team:
    """A person is away for a week."""
    return after(builders.team(), add(builders.team(), login, MONDAY, FRIDAY, login, NOW))


def test_what_does_not_fit_is_refused() -> None:
    """In a sentence that names it."""
    team = away()
    with pytest.raises(Refused, match="cannot end before it begins: Mon 30 Nov is before Fri 4 Dec"):
        add(team, "ana", FRIDAY, MONDAY, "ana", NOW)
    with pytest.raises(Refused, match="Ana Lima is the one who is away; choose somebody else"):
        add(team, "ana", MONDAY, FRIDAY, "ana", NOW, cover="ana")
    with pytest.raises(NotFound, match="Nobody in the team is called “zoe”"):
        add(team, "ana", MONDAY, FRIDAY, "ana", NOW, cover="zoe")
    with pytest.raises(NotFound, match="Nobody in the team is called “zoe”"):
        add(team, "zoe", MONDAY, FRIDAY, "ana", NOW)
    overlap = r"Cem Demir is away Mon 30 Nov to Fri 4 Dec already \(absence 1, holiday\); change that one"
    with pytest.raises(Refused, match=overlap):
        add(team, "cem", FRIDAY, FRIDAY, "cem", NOW, kind=AbsenceKind.SICK)
    with pytest.raises(Refused, match="The end date “3000-01-01” is far away"):
        edit(team, 1, "cem", NOW, end="3000-01-01")
    with pytest.raises(Refused, match="The person of an absence is not edited; call it off"):
        edit(team, 1, "cem", NOW, person="ana")
    with pytest.raises(NotFound, match="There is no absence 9"):
        edit(team, 9, "cem", NOW, note="x")


def test_a_cover_who_is_away_herself_is_allowed() -> None:
    """It is a finding, and nothing that stands in the way."""
    assert add(away(), "ben", WEDNESDAY, FRIDAY, "ben", NOW, cover="cem")


def test_an_absence_is_changed() -> None:
    """Only what is different is written; who stands in already may have left."""
    team = after(away(), edit(away(), 1, "cem", NOW, end=WEDNESDAY, kind="training", cover=""))
    found = team.find(Absence, 1)
    assert found is not None
    assert (found.start, found.end, found.kind, found.cover) == (MONDAY, WEDNESDAY, "training", "")
    assert not edit(away(), 1, "cem", NOW, end=FRIDAY)
    assert edit(away(), 1, "cem", NOW, note="x").label == (
        "changed the note of the absence of Cem Demir, Mon 30 Nov to Fri 4 Dec"
    )
    two = after(team, add(team, "cem", FRIDAY, FRIDAY, "cem", NOW))
    with pytest.raises(Refused, match=r"is away Fri 4 Dec already \(absence 2"):
        edit(two, 1, "cem", NOW, end=FRIDAY)


def test_an_absence_is_called_off_and_brought_back() -> None:
    """While it is called off, another one may be entered, and then it stays off."""
    off = after(away(), call_off(away(), 1, "cem", LATER))
    assert off.absences == {}
    with pytest.raises(Refused, match=r"The absence of Cem Demir, .* is called off already"):
        call_off(off, 1, "cem", LATER)
    with pytest.raises(Refused, match="Absence 1 was called off; restore it first"):
        edit(off, 1, "cem", LATER, note="x")
    assert after(off, restore(off, 1, "cem", LATER)).absences.keys() == {"cem"}
    with pytest.raises(Refused, match="is not called off"):
        restore(away(), 1, "cem", LATER)
    other = after(off, add(off, "cem", FRIDAY, FRIDAY, "cem", LATER))
    with pytest.raises(Refused, match="is away Fri 4 Dec already"):
        restore(other, 1, "cem", LATER)


def test_two_who_enter_the_same_days_at_once_have_one_absence() -> None:
    """The second one is told; so is who moves the end before a start that was moved meanwhile."""
    mine = add(builders.team(), "cem", WEDNESDAY, FRIDAY, "ana", NOW)
    with pytest.raises(Refused, match="Cem Demir is away in that time already: absence 1 was entered"):
        after(away(), mine)
    shorter = edit(away(), 1, "cem", NOW, end=MONDAY)
    later = after(away(), edit(away(), 1, "ana", NOW, start=WEDNESDAY))
    with pytest.raises(Refused, match="The absence would end before it begins"):
        after(later, shorter)
