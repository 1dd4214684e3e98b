"""A team with KPIs, and how tests look at the screen of figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from textual.pilot import Pilot

from store.models import Adjustment, Document, Kpi, Reading, Role
from tests.builders import MAIL, NOW, PHOTO, SHOP
from tests.tui.conftest import Office
from tests.tui.goals import app_of
from tui.screens.figures import FiguresScreen
from tui.screens.tab import Tab
from widgets.listing import Listing
from widgets.prompt import Prompt
from widgets.tabs_line import TabsLine

D = TypeVar("D", bound=Document)
TODAY = date(2026, 11, 23)
"""A Monday; its week is not over."""
CONVERSION, RETURNS, REVENUE, BACKLOG, DELIVERY = 1, 2, 3, 4, 5
_BERLIN = ZoneInfo("Europe/Berlin")


def kpi(id: int, name: str, **fields: Any) -> Kpi:
    """One that is watched since a year."""
    made = datetime(2025, 11, 1, tzinfo=_BERLIN)
    return Kpi.checked({"id": id, "name": name, "position": f"V{id}", "created_at": made, **fields})


def weekly(id: int, kpi: int, values: Sequence[float], last: date = date(2026, 11, 16)) -> list[Reading]:
    """A reading for each week, the last one that of a Monday; numbers from `id` on."""
    found = []
    for at, value in enumerate(values):
        day = last - timedelta(days=7 * (len(values) - 1 - at))
        written = datetime.combine(day + timedelta(days=7), time(9), _BERLIN)
        found.append(Reading(id=id + at, kpi=kpi, day=day, value=value, author="ana", at=written))
    return found


def adjustment(id: int, title: str, **fields: Any) -> Adjustment:
    """Something that Ana changed."""
    known = {"owner": "ana", "made_on": "2026-10-12", "review_on": "2026-11-20", "created_by": "ana"}
    return Adjustment.checked({"id": id, "title": title, "created_at": NOW, **known, **fields})


def documents() -> list[Document]:
    """Conversion fell, and something was changed; returns are alarming, revenue is late, delivery is new."""
    fell = [2.6, 2.7, 2.5, 2.6, 2.4, 2.2, 2.1, 2.0, 2.3, 2.5, 2.6, 2.7]
    return [
        Role(id=SHOP, name="Shop", lead="ana", department="Sales", position="F"),
        Role(id=PHOTO, name="Photography", lead="ben", department="Marketing", position="V"),
        Role(id=MAIL, name="Newsletter", department="Marketing", position="k"),
        kpi(CONVERSION, "Conversion", role=SHOP, unit="%", target=2.5, limit=2.0, decimals=2, owner="ana"),
        kpi(RETURNS, "Return rate", department="Warehouse", unit="%", direction="less", target=8, limit=10),
        kpi(REVENUE, "Revenue", role=SHOP, unit="EUR", combine="sum", decimals=0, owner="cem"),
        kpi(BACKLOG, "Ticket backlog", department="Warehouse", direction="within", target=5, target_high=15),
        kpi(DELIVERY, "Delivery time", created_at=NOW, unit="h"),
        *weekly(1, CONVERSION, fell),
        *weekly(21, RETURNS, [7.5, 7.9, 8.4, 9.5, 10.8, 11.2]),
        *weekly(41, REVENUE, [11800, 12400, 13100, 12900], date(2026, 11, 2)),
        *weekly(61, BACKLOG, [12, 9, 11, 14]),
        adjustment(1, "A shorter checkout", kpi=CONVERSION, seen="It fell.", expected="Back to 2.5 %."),
        adjustment(2, "Free delivery from 50 EUR", kpi=REVENUE, outcome="helped", made_on="2026-10-26"),
    ]


def of_shop(folder: Any, local: Any, *more: Document) -> Office:
    """The shop's folder with these documents."""
    return Office(folder, local, *documents(), *more)


def figures_screen(pilot: Pilot[None]) -> FiguresScreen:
    """The screen, be a dialog over it or not."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, FiguresScreen))


def tab(pilot: Pilot[None]) -> Tab:
    """The tab that is shown."""
    return figures_screen(pilot).tab


def lines(pilot: Pilot[None]) -> list[str]:
    """What the lines of the tab's list say, from top to bottom, without their sparklines."""
    view = tab(pilot).query_one(Listing)
    return [
        " | ".join(cell.strip() for cell in view._describe(key).cells if cell.strip()) for key in view._keys
    ]


def here(pilot: Pilot[None]) -> int | str | None:
    """Key of the line under the cursor."""
    return tab(pilot).query_one(Listing).key


def note(pilot: Pilot[None]) -> str:
    """What stands beside the tabs."""
    return figures_screen(pilot).query_one(TabsLine).note


def said(pilot: Pilot[None]) -> str:
    """What the line at the bottom says."""
    return figures_screen(pilot).query_one(Prompt).status.strip()


def newest(pilot: Pilot[None], kind: type[D]) -> D:
    """The document of a kind that was made last, as the app has it."""
    return max(app_of(pilot).team.all(kind), key=lambda one: one.id)
