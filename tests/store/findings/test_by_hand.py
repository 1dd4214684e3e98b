"""One team made by hand, with everything in it that can be found."""

from __future__ import annotations

from store.findings import FindingKind, Gravity, findings
from store.models import Role
from tests import builders
from tests.builders import DOING, MAIL, PHOTO, SHOP
from tests.store.findings.office import (
    NOW,
    TODAY,
    able,
    absence,
    day,
    duty,
    finished,
    member,
    shop,
    skill,
)

RETURNS, OLD, PARCELS = 4, 5, 6
TEAM = shop(
    Role(id=RETURNS, name="Returns", position="d"),
    Role(id=PARCELS, name="Parcels", deputy="ben", position="f"),
    Role(id=OLD, name="Fairs", position="e", archived_at=NOW),
    Role(id=PHOTO, name="Photography", lead="ben", position="b"),
    member(4, "dora", PHOTO, PARCELS),
    member(5, "eli"),
    member(6, "fay", SHOP, left_at=NOW),
    *(duty(id, "ana", "ben cem", name=name) for id, name in enumerate(("Prices", "Stock", "Rent", "Tax"), 1)),
    *(
        duty(id, "ana", "ben cem", name=name)
        for id, name in enumerate(("Windows", "Door", "Keys", "Till"), 5)
    ),
    duty(11, "", "ben", name="Parcels leave on the day"),
    duty(12, "fay", "ben", name="Invoices"),
    duty(13, "ben cem", "dora", name="Pictures", role=PHOTO),
    duty(14, "ben", "", name="Retouching", role=PHOTO),
    duty(15, "cem", "cem", name="Letters", role=MAIL),
    duty(16, "cem", "ana", name="The fair in May", role=OLD),
    absence(1, "ben", -1, 2),
    absence(2, "dora", 0, 4, cover="ben"),
    absence(3, "ana", 20, 25, cover="cem"),
    absence(4, "cem", 22, 23),
    skill(1, (MAIL, 3), (SHOP, 2), name="HTML"),
    able(1, "cem", 1, 4),
    able(2, "ana", 1, 2),
    tasks=[
        builders.task(5, "Shoot hats", DOING, PHOTO, assignees=["ben"]),
        builders.task(6, "Shoot boots", role=PHOTO, due=day(7)),
        builders.task(7, "Shoot gloves", role=PHOTO, due=day(8)),
        builders.task(8, "Check returns", role=RETURNS, due=day(-3)),
        finished(21, "eli"),
        finished(22, "eli", "dora"),
        finished(23, "eli", ago=56),
        finished(24, "ana"),
    ],
)


def test_everything_is_found_in_a_team_made_by_hand() -> None:
    """Sentence by sentence, the gravest first."""
    assert [(one.gravity.value, one.sentence) for one in findings(TEAM, TODAY)] == [
        ("gap", "“Returns” has nobody yet, and 1 card waits: #8."),
        ("gap", "Nobody answers for “Parcels leave on the day”."),
        ("gap", "Nobody answers for “Invoices”: Fay left the team."),
        ("gap", "Nobody does the work of “Retouching”."),
        ("gap", "Ben Okafor and Dora in “Photography” are away today, and 2 cards wait: #5 and #6."),
        ("gap", "Ben Okafor is away until Wed 25 Nov, and nobody covers."),
        (
            "gap",
            "Dora is away until Fri 27 Nov, and Ben Okafor, who covers, is away until Wed 25 Nov as well.",
        ),
        (
            "risk",
            "Ana Lima is away from Sun 13 Dec to Fri 18 Dec, and Cem Demir, who covers, is away from "
            "Tue 15 Dec to Wed 16 Dec as well.",
        ),
        ("risk", "Cem Demir is away from Tue 15 Dec to Wed 16 Dec, and nobody covers."),
        ("risk", "“Parcels” has no lead."),
        ("risk", "Ben Okafor and Cem Demir both answer for “Pictures”."),
        ("risk", "Ana Lima answers for 8 things; more than 7 are too much for one."),
        ("risk", "“The fair in May” belongs to the role “Fairs”, which was put away."),
        (
            "risk",
            "3 of 4 cards of “Shop” finished in the last 8 weeks were done by others: Eli (3) and Dora (1).",
        ),
        ("hint", "“Photography” has no deputy."),
        ("hint", "Only Cem Demir can do “Letters”."),
        ("hint", "Only Cem Demir has the level 3 in “HTML” that “Newsletter” needs."),
        ("hint", "Eli has no role."),
    ]


def test_each_finding_says_what_to_do_and_which_key_starts_it() -> None:
    """All kinds are among them; each has a key of its own and is somebody's business, or an empty role's."""
    found = findings(TEAM, TODAY)
    assert {one.kind for one in found} == {*FindingKind}
    assert {one.gravity for one in found} == {*Gravity}
    assert len({one.key for one in found}) == len(found)
    assert [one.number for one in found if not one.people] == [RETURNS]
    assert all(one.advice.endswith(".") and one.mend for one in found)
