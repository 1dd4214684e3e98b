"""Roles, the chart and findings as lines, also in plain ASCII."""

from __future__ import annotations

from dataclasses import replace

from store.duties.chart import chart
from store.duties.seats import Seats
from store.models import Responsibility, Role
from tests.builders import DOING, PHOTO, SHOP, task
from tests.store.findings.office import TODAY, absence, found, shop
from widgets.duties.chart_rows import lines, nodes
from widgets.duties.finding_row import finding_row, finding_text
from widgets.duties.role_row import role_row
from widgets.duties.role_text import role_text
from widgets.signs import ASCII, UNICODE

TEAM = shop(
    Role(
        id=SHOP, name="Shop", lead="ana", deputy="cem", wip_limit=1, decisions=["Refunds"], kpis=["Revenue"]
    ),
    Role(id=PHOTO, name="Photography", lead="ben", deputy="cem", above=SHOP, department="Content"),
    Responsibility(id=1, name="Parcels", role=SHOP, responsible=["cem"]),
    absence(1, "ana", 0, 2, "cem"),
    tasks=[task(1, column=DOING), task(2, column=DOING)],
)
SEATS = Seats(TEAM, TODAY)


def test_a_tree_can_be_drawn_in_plain_ascii() -> None:
    """Folded branches say how many people are in them, and who is away has a sign."""
    tree = nodes(chart(TEAM, TODAY), SEATS)
    assert [line.row.cells[0] for line in lines(tree, set(), ASCII)][:5] == [
        "Shop",
        "+- - Ana Lima",
        "+- Cem Demir",
        "`- Photography",
        "   +- Ben Okafor",
    ]
    folded = lines(tree, {f"role {SHOP}"}, ASCII)
    assert folded[0].row.cells == ("+ Shop", "2 people, 3 people in it")
    assert lines(tree, {f"role {SHOP}"}, UNICODE)[0].row.cells[0] == "▸ Shop"


def test_a_role_over_its_limit_and_who_is_away_have_signs() -> None:
    """Nothing is said by a colour alone."""
    row = role_row(TEAM, TEAM.role(SHOP), SEATS, 3, ASCII)
    assert row.cells[1:] == ("- Ana Lima", "Cem Demir", "1 of 2", "2/1 !", "3", "1", "")


def test_all_of_a_role_is_told() -> None:
    """What nobody answers for, what it decides and watches, who is away and who covers, what is wrong."""
    text = role_text(TEAM.role(SHOP), SEATS, found(TEAM), ASCII, 60).plain
    for words in (
        "Nothing is said about why the role exists.",
        "- Parcels\n  nobody answers for it; done by Cem Demir",
        "Decides alone  1\n- Refunds",
        "Watches  1\n- Revenue",
        "- Ana Lima  lead, 100 %, away until Wed 25 Nov, Cem Demir",
        "! gap: Nobody answers for “Parcels”.",
    ):
        assert words in text
    assert "answers to Shop" in role_text(TEAM.role(PHOTO), SEATS, [], UNICODE, 60).plain


def test_a_finding_says_what_to_do_and_with_which_key() -> None:
    """The line has a sign and a word for how grave it is; cards are told by their titles."""
    (one,) = (one for one in found(TEAM) if one.table == "responsibilities")
    assert finding_row(one, ASCII).cells[0] == "! gap"
    text = finding_text(replace(one, cards=(1, 99)), TEAM, "enter", 60).plain
    assert "enter choose who answers\nRole        Shop\nWhose       Cem Demir and Ana Lima\n#1 Task 1" in text
