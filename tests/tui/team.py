"""A team in which a few things are wrong, and how tests look at its screen."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from textual.pilot import Pilot

from store.findings import FindingKind, findings
from store.models import Document, Responsibility, Role
from tests.builders import DOING, MAIL, PHOTO, SHOP, task
from tests.store.findings.office import TODAY, absence, duty, finished, member
from tests.tui.conftest import Office, packet
from tests.tui.goals import app_of
from tui.screens.people import PeopleScreen
from tui.screens.tab import Tab
from widgets.listing import Listing
from widgets.prompt import Prompt

T = TypeVar("T", bound=Tab)
RETURNS = 4


def documents() -> list[Document]:
    """One finding of each kind that people mend by choosing somebody or something."""
    return [
        Role(
            id=SHOP, name="Shop", lead="ana", deputy="cem", department="Sales", position="a", mission="Sell."
        ),
        Role(id=PHOTO, name="Photography", lead="ben", above=SHOP, position="b"),
        Role(id=MAIL, name="Newsletter", lead="cem", deputy="ana", department="Sales", position="c"),
        Role(id=RETURNS, name="Returns", deputy="ana", position="d"),
        member(4, "dora", PHOTO),
        member(5, "eli"),
        duty(1, "", "ben", name="Parcels leave on the day"),
        duty(2, "ana", "", name="Prices"),
        duty(3, "ana cem", "ben", name="Stock"),
        duty(4, "cem", "cem", name="Letters", role=MAIL),
        absence(1, "cem", 2, 3, "ben"),
        absence(2, "ben", 3, 3, "ana"),
        task(1, "Pack", DOING, SHOP),
        *(finished(id, "ben", role=MAIL) for id in (11, 12, 13)),
    ]


def of_shop(folder: Path, local: Path) -> Office:
    """The shop's folder with these documents."""
    return Office(folder, local, *documents())


def people_screen(pilot: Pilot[None]) -> PeopleScreen:
    """The team's screen, be a dialog over it or not."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, PeopleScreen))


def listing(pilot: Pilot[None]) -> Listing:
    """The list of the tab that is shown."""
    return people_screen(pilot).tab.query_one(Listing)


async def on_tab(pilot: Pilot[None], title: str) -> None:
    """Go to a tab of the team's screen, wherever it stands among the others."""
    await packet(pilot, "5")
    while title != people_screen(pilot).tab.TITLE:
        await packet(pilot, "tab")


def rows(pilot: Pilot[None]) -> list[str]:
    """What the rows of the list say, from top to bottom."""
    view = listing(pilot)
    return [" | ".join(view._describe(key).cells) for key in view._keys]


def line(pilot: Pilot[None]) -> str:
    """What the line at the bottom says."""
    return people_screen(pilot).query_one(Prompt).status.strip()


def told(pilot: Pilot[None], *kinds: FindingKind) -> list[str]:
    """The sentences of the findings that there are now."""
    found = findings(app_of(pilot).team, TODAY)
    return [one.sentence for one in found if not kinds or one.kind in kinds]


def the_duty(pilot: Pilot[None], number: int) -> Responsibility:
    """A responsibility as the app has it."""
    found = app_of(pilot).team.find(Responsibility, number)
    assert found is not None
    return found
