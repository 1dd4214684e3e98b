"""What a run of a playbook would create, and what is odd about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from store.models import Doer, Goal, PlaybookRun, Role, Step
from store.playbooks.lines import read, read_lines, written
from store.playbooks.plan import Plan, plan, postponed, progress
from store.team import Team
from tests import builders
from tests.builders import DOING, DONE, LONG_AGO, MAIL, NOW, SHOP, task
from tests.store.playbooks.shop import peak, welcome

DAY = date(2027, 1, 15)
TODAY = date(2026, 11, 23)


def planned(team: Team, day: date = DAY, **fields: object) -> Plan:
    return plan(team, peak(**fields), "Black Friday", day, "", None, TODAY)


def test_dates_and_names_are_filled_in() -> None:
    """Each step has its dates by the day, the run's name, and its role; the freeze is around the day."""
    made = planned(builders.team())

    assert [(card.title, card.start, card.due) for card in made.cards] == [
        ("Book the ads for Black Friday", date(2026, 12, 25), date(2027, 1, 1)),
        ("Photograph", None, date(2027, 1, 8)),
        ("Watch the checkout", None, DAY),
        ("Look back", None, date(2027, 1, 25)),
    ]
    assert made.cards[1].assignees == ("ben",)
    assert made.cards[0].role == MAIL
    assert made.freeze is not None
    assert (made.freeze.start, made.freeze.end) == (date(2027, 1, 13), date(2027, 1, 18))
    assert [card.odd for card in made.cards] == [(), (), (), ()]
    assert made.odd == ()


def test_a_leap_day_is_a_day_like_any_other() -> None:
    """Fourteen days before 14 March are 29 February in a leap year, and 28 February in others."""
    assert planned(builders.team(), date(2028, 3, 14)).cards[0].due == date(2028, 2, 29)
    assert planned(builders.team(), date(2027, 3, 14)).cards[0].due == date(2027, 2, 28)


def test_what_is_odd_is_said_and_not_guessed() -> None:
    """Dates that have passed, roles that are archived, without people or without a lead."""
    away = Role(id=9, name="Agency", archived_at=NOW)
    empty = Role(id=8, name="Fairs")
    steps = [
        Step(id="a", text="a", due=-90, role=SHOP),
        Step(id="b", text="b", role=9),
        Step(id="c", text="c", role=8, doer=Doer.LEAD),
        Step(id="d", text="d", role=77),
        Step(id="e", text="e", doer=Doer.PERSON),
        Step(id="f", text="f", due=-9, start=-2),
        Step(id="g", text="  "),
    ]
    made = planned(builders.team(away, empty), steps=steps, freeze_from=4, freeze_until=3)

    assert [card.odd for card in made.cards] == [
        ("due in the past",),
        ("the role “Agency” is archived",),
        ("Fairs has no lead", "Fairs has no people"),
        ("its role is not there any more",),
        ("nobody is named who does it",),
        ("begins after it is due",),
    ]
    assert [card.role for card in made.cards] == [SHOP, None, 8, None, None, None]
    assert made.odd == (
        "1 of 6 cards is due in the past.",
        "Its freeze ends before it begins, so there is none.",
    )
    assert made.freeze is None


def test_joining_goes_by_the_person() -> None:
    """The person's main role, its lead, the person, and her name; who has left is not put on cards."""
    team = builders.team(replace(builders.members()[1], name="Ben Okafor", left_at=None))

    made = plan(team, welcome(), "Joining: Ben", DAY, "ben", None, TODAY)
    assert [(card.title, card.assignees, card.role) for card in made.cards] == [
        ("Desk for Ben Okafor", ("ben",), builders.PHOTO),
        ("Read the playbooks", ("ben",), builders.PHOTO),
    ]

    gone = builders.team(replace(builders.members()[1], left_at=NOW))
    made = plan(gone, welcome(), "x", DAY, "ben", None, TODAY)
    assert [card.odd for card in made.cards] == [
        ("Photography has no lead", "Photography has no people"),
        ("ben is not in the team", "Photography has no people"),
    ]


def test_a_goal_that_is_gone_is_told() -> None:
    """Nothing is linked to what nobody sees."""
    team = builders.team(Goal(id=1, title="Win", archived_at=NOW))
    made = plan(team, peak(), "x", DAY, "", 1, TODAY)

    assert made.odd == ("The goal is not there any more.",)


def test_postponing_moves_what_is_open_by_the_difference() -> None:
    """Also over a month's end; what is finished, put away, gone, or without dates stays."""
    cards = [
        task(1, due="2027-01-30", start="2027-01-29"),
        task(2, column=DONE, due="2027-01-01"),
        task(3, due="2027-01-01", archived_at=NOW),
        task(4, column=DOING),
        task(5, due="2027-01-02"),
    ]
    run = PlaybookRun(id=1, name="Peak", day=DAY, tasks=[1, 2, 3, 4, 5, 99], started_at=LONG_AGO)
    team = builders.team(run, tasks=cards)

    moved = postponed(team, run, date(2027, 1, 18))
    assert [(one.task, one.new_start, one.new_due) for one in moved] == [
        (1, date(2027, 2, 1), date(2027, 2, 2)),
        (5, None, date(2027, 1, 5)),
    ]
    assert postponed(team, run, DAY) == ()

    stands = progress(team, run)
    assert (stands.done, stands.of, stands.next and stands.next.id) == (1, 4, 5)
    assert progress(team, replace(run, tasks=[99])).share == 1.0


def test_roles_that_the_team_does_not_have_are_named() -> None:
    """Their cards are nobody's until there is a role of that name; what is late is counted beside it."""
    roles = {"shop": SHOP, "purchasing": None, "marketing": None}
    steps = read_lines(
        "-90 Purchasing: Order\n0 Marketing: Post @lead\n0 Shop: Sell\n0 marketing: Ads", roles
    )
    made = planned(builders.team(), steps=steps)
    assert made.odd == (
        "1 of 4 cards is due in the past; there is no role Purchasing or Marketing here, so their cards are "
        "nobody's.",
    )
    assert [(card.role, card.missing) for card in made.cards] == [
        (None, "Purchasing"),
        (None, "Marketing"),
        (SHOP, ""),
        (None, "Marketing"),
    ]
    assert made.cards[1].odd == ("there is no role Marketing",)
    bought = planned(builders.team(Role(id=9, name="purchasing", lead="ana")), steps=steps[:1])
    assert (bought.cards[0].role, bought.odd) == (9, ("1 of 1 card is due in the past.",))
    # Written out and read again, they are kept.
    text = written(builders.team(), steps)
    assert read(builders.team(), text, steps, lambda: "new") == steps
