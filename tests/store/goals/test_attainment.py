"""How far goals came, by department and quarter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from store.goals.attainment import attainment, progress, quarter_of
from store.goals.standing import Standings
from store.models import Role
from tests.builders import MAIL, PHOTO, SHOP, team
from tests.tui.goals import TODAY, goal, said


def test_goals_count_in_each_department_and_in_the_quarter_of_their_due_date() -> None:
    """Progress is a mean of shares between 0 and 1; drafts, dropped and old ones are left out."""
    roles = (
        Role(id=SHOP, name="Shop", department="Sales"),
        Role(id=PHOTO, name="Photography", department="Marketing"),
        Role(id=MAIL, name="Newsletter", department="marketing"),
    )
    due = date(2026, 12, 1)
    goals = (
        goal(1, "Half", roles=[SHOP, PHOTO], due=due),
        goal(2, "Done", roles=[MAIL], due=due, state="reached"),
        goal(3, "Nobody's", due=date(2026, 8, 1), state="missed"),
        goal(4, "Long ago", roles=[SHOP], due=date(2025, 8, 1)),
        goal(5, "Draft", roles=[SHOP], due=due, state="draft"),
        goal(6, "Dropped", roles=[SHOP], due=due, state="dropped"),
        goal(7, "Without day", roles=[SHOP], due=None, state="active"),
    )
    snapshot = team(*roles, *goals, said(1, 1, 1, 75.0), said(2, 3, 110, 30.0))
    found = attainment(snapshot, Standings(snapshot, TODAY), TODAY)
    assert [(one.department, one.quarter, len(one.standings)) for one in found] == [
        ("Marketing", date(2026, 10, 1), 2),
        ("Sales", date(2026, 10, 1), 1),
        ("", date(2026, 7, 1), 1),
    ]
    marketing, sales, nobody = found
    assert (marketing.share, marketing.reached) == (0.75, 1)
    assert (sales.share, sales.at_risk) == (0.5, 1)
    assert (nobody.missed, nobody.share) == (1, 0.0)


def test_progress_is_never_beyond_its_ends() -> None:
    """What nobody has measured is unknown, also in the mean; a reached goal is whole whatever was said."""
    one = goal(1, "No numbers", metric="", baseline=None, target=None)
    snapshot = team(one)
    standing = Standings(snapshot, TODAY).of(one)
    assert progress(standing) is None
    assert progress(replace(standing, goal=replace(one, state=goal(2, "x", state="reached").state))) == 1.0
    assert quarter_of(date(2026, 12, 31)) == date(2026, 10, 1)
