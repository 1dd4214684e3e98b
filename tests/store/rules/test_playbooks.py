"""Writing playbooks, and starting them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from store.change import Change
from store.errors import NeedsConsent, NotFound, Refused
from store.merge import rebase
from store.models import Freeze, Goal, PlaybookRun
from store.playbooks.ready import READY
from store.rules import playbook_runs, playbooks
from store.rules.integrity import check
from store.team import Team
from tests import builders
from tests.builders import BACKLOG, MAIL, NOW, SHOP, titles
from tests.store.playbooks.shop import PEAK, peak, welcome

DAY = date(2027, 1, 15)


@pytest.fixture
def team() -> Team:
    return builders.team(peak())


def started(team: Team, **given: object) -> Change:
    return playbook_runs.start(team, PEAK, "", DAY, "ana", NOW, **given)  # type: ignore[arg-type]


def texts(team: Team) -> list[str]:
    """The steps of the playbook."""
    return [step.text for step in playbooks.playbook_numbered(team, PEAK).steps]


def test_a_ready_made_playbook_becomes_the_teams_own() -> None:
    """With the team's roles where they have the name, behind the others, and only once."""
    team = builders.team(peak())
    new = playbooks.take_in(team, READY[0], "ana", NOW)
    team = team.apply(new)
    made = playbooks.playbook_numbered(team, -1)

    assert new.label == "wrote the playbook “Black Friday”"
    assert {step.role for step in made.steps} == {None, MAIL}
    assert made.position > peak().position
    with pytest.raises(Refused, match="already a playbook “Black Friday”"):
        playbooks.take_in(team, READY[0], "ana", NOW)


def test_only_leads_write_playbooks(team: Team) -> None:
    """Everybody else starts them."""
    with pytest.raises(Refused, match="Only who leads a role"):
        playbooks.add(team, "Mine", "cem", NOW)
    with pytest.raises(Refused, match="Only who leads a role"):
        playbooks.add_step(team, PEAK, "x", "cem", NOW, step_id="x")

    assert playbook_runs.start(team, PEAK, "", DAY, "cem", NOW)


def test_steps_are_added_changed_moved_and_removed(team: Team) -> None:
    """Each with a label that names it."""

    made = playbooks.add_step(team, PEAK, "New", "ana", NOW, step_id="x", due=3)
    team = team.apply(made)
    assert (made.label, texts(team)[4]) == ("added “New” to the playbook “Peak”", "New")

    made = playbooks.edit_step(team, PEAK, "x", "ana", NOW, text="Newer")
    team = team.apply(made)
    assert (made.label, texts(team)[4]) == ("changed “New” in the playbook “Peak”", "Newer")

    team = team.apply(playbooks.move_step(team, PEAK, "x", -9, "ana", NOW))
    assert texts(team)[0] == "Newer"

    team = team.apply(playbooks.remove_step(team, PEAK, "a", "ana", NOW))
    assert texts(team) == ["Newer", "Photograph", "Watch the checkout", "Look back"]
    with pytest.raises(NotFound, match="has no such step"):
        playbooks.remove_step(team, PEAK, "zzz", "ana", NOW)
    with pytest.raises(NotFound, match="no role 55"):
        playbooks.edit_step(team, PEAK, "b", "ana", NOW, role=55)
    with pytest.raises(Refused, match="begins after it is due"):
        playbooks.edit_step(team, PEAK, "b", "ana", NOW, start=0)


def test_two_change_different_steps_of_one_playbook(team: Team) -> None:
    """Nothing of either is lost."""
    mine = playbooks.edit_step(team, PEAK, "b", "ana", NOW, text="Photograph all")
    theirs = playbooks.edit_step(team, PEAK, "c", "ben", NOW, due=1)

    both = team.apply(theirs)
    both = both.apply(rebase(mine, both.tables))

    steps = playbooks.playbook_numbered(both, PEAK).steps
    assert (steps[1].text, steps[2].due) == ("Photograph all", 1)


def test_an_archived_playbook_is_not_started_and_comes_back(team: Team) -> None:
    """Its name may be taken by then."""
    team = team.apply(playbooks.archive(team, PEAK, "ana", NOW))
    with pytest.raises(Refused, match="is archived; restore it first"):
        started(team)

    taken = team.apply(playbooks.add(team, "peak", "ana", NOW))
    with pytest.raises(Refused, match="already a playbook “Peak”"):
        playbooks.restore(taken, PEAK, "ana", NOW)
    change = playbooks.restore(team, PEAK, "ana", NOW)
    with pytest.raises(Refused, match="already a playbook called “Peak”"):
        check(taken.apply(change), change)
    assert playbook_runs.start(team.apply(change), PEAK, "", DAY, "ana", NOW)


def test_starting_creates_everything_as_one_change(team: Team) -> None:
    """Cards behind the others with dates, goal and role, a run, a freeze; taken back as one."""
    change = started(team, new_goal="Best peak ever")
    after = team.apply(change)

    assert change.label == "started “Peak” for Fri 15 Jan 2027: 4 cards"
    assert titles(after, BACKLOG, SHOP) == ["Order wrapping paper", "Call the carrier", "Watch the checkout"]
    (run,) = after.all(PlaybookRun)
    (goal,) = after.all(Goal)
    (freeze,) = after.all(Freeze)
    assert (goal.title, goal.due, goal.state) == ("Best peak ever", DAY, "draft")
    assert len(run.tasks) == 4
    assert {after.task(id).goal for id in run.tasks} == {goal.id}
    assert (run.day, run.playbook, run.started_by) == (DAY, PEAK, "ana")
    assert (freeze.start, freeze.end, freeze.tags, freeze.run) == (
        date(2027, 1, 13),
        date(2027, 1, 18),
        ["checkout"],
        run.id,
    )
    check(after, change)
    assert after.apply(change.inverse()).tables == {**team.tables, "goals": {}}


def test_steps_can_be_left_out_but_not_all(team: Team) -> None:
    """Without any card there is no run."""
    change = started(team, without=["a", "b"])
    assert change.label.endswith("2 cards")

    with pytest.raises(Refused, match="No card would be made"):
        started(team, without=["a", "b", "c", "d"])


def test_who_is_not_there_cannot_be_named(team: Team) -> None:
    """Persons, goals and playbooks; and outsiders start nothing."""
    with pytest.raises(NotFound, match="“zoe”"):
        started(team, person="zoe")
    with pytest.raises(NotFound, match="no goal 5"):
        started(team, goal=5)
    with pytest.raises(NotFound, match="no playbook 9"):
        playbook_runs.start(team, 9, "", DAY, "ana", NOW)
    with pytest.raises(Refused, match="not in the team"):
        playbook_runs.start(team, PEAK, "", DAY, "zoe", NOW)


def test_a_limit_is_asked_about_once() -> None:
    """As for any other card."""
    column = replace(builders.columns()[0], wip_limit=3)
    team = builders.team(peak(), column)

    with pytest.raises(NeedsConsent, match="Backlog has 3 cards"):
        started(team)
    assert "over its limit" not in started(team, override=True).label


def test_postponing_moves_cards_freeze_and_day(team: Team) -> None:
    """By as many days; twice to one day is refused, and an ended run does not move."""
    team = team.apply(started(team))
    (run,) = team.all(PlaybookRun)
    change = playbook_runs.postpone(team, run.id, date(2027, 1, 29), "cem", NOW)
    team = team.apply(change)

    assert change.label == "moved “Peak” to Fri 29 Jan 2027"
    assert {team.task(id).due for id in run.tasks} == {
        date(2027, 1, 15),
        date(2027, 1, 22),
        date(2027, 1, 29),
        date(2027, 2, 8),
    }
    (freeze,) = team.all(Freeze)
    assert (freeze.start, freeze.end) == (date(2027, 1, 27), date(2027, 2, 1))
    with pytest.raises(Refused, match="is on Fri 29 Jan 2027 already"):
        playbook_runs.postpone(team, run.id, date(2027, 1, 29), "cem", NOW)

    team = team.apply(playbook_runs.archive(team, run.id, "cem", NOW))
    assert all(freeze.archived_at for freeze in team.all(Freeze))
    with pytest.raises(Refused, match="is archived"):
        playbook_runs.postpone(team, run.id, DAY, "cem", NOW)


def test_joining_is_named_by_the_person() -> None:
    """The run too."""
    team = builders.team(welcome())
    change = playbook_runs.start(team, 2, "", DAY, "ana", NOW, person="cem")

    assert change.label == "started “Joining: Cem Demir” for Fri 15 Jan 2027: 2 cards"
