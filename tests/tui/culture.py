"""A team with values, thanks and a question of the pulse, and how tests look at its screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from textual.pilot import Pilot

from store.models import Document, Kudos, Member, PulseBatch, PulseQuestion, Value
from tests.builders import NOW, PHOTO, SHOP
from tests.tui.conftest import Office, packet
from tests.tui.goals import app_of
from tui.screens.culture import CultureScreen
from tui.screens.tab import Tab
from widgets.listing import Listing
from widgets.prompt import Prompt
from widgets.tabs_line import TabsLine

D = TypeVar("D", bound=Document)
CUSTOMERS, SURPRISES = 1, 2
"""Numbers of the values."""


def said(id: int, giver: str, words: str, *, days: int = 1, **fields: Any) -> Kudos:
    """Thanks, said so many days ago."""
    at = NOW - timedelta(days=days)
    return Kudos.checked({"id": id, "giver": giver, "words": words, "at": at, **fields})


def values() -> list[Document]:
    """Two that hold, and one that was put away."""
    return [
        Value(id=CUSTOMERS, name="Customers first", practice=["We call back."], position="a"),
        Value(id=SURPRISES, name="No surprises", about="Bad news is worth most young.", position="b"),
        Value(id=3, name="Loud music", position="c", archived_at=NOW),
    ]


def thanks() -> list[Document]:
    """Two of the last days, one of long ago."""
    return [
        said(1, "ben", "You stayed until the last parcel left.", people=["ana"], value=CUSTOMERS),
        said(2, "ana", "The pictures are great.", days=3, roles=[PHOTO]),
        said(3, "cem", "You told us early.", days=50, people=["ana", "ben"], value=SURPRISES),
    ]


def asked() -> list[Document]:
    """A question with two results, and another one."""
    week = (NOW - timedelta(days=14)).date()
    return [
        PulseQuestion(id=1, text="How was your week?", low="hard", high="very good", position="a"),
        PulseQuestion(id=2, text="I can say what I think.", position="b"),
        PulseBatch(
            id=1,
            week=week,
            question=1,
            counts=[0, 0, 1, 3, 1],
            sentences=["Fine.", "Too many returns."],
            people=["a", "b", "c", "d", "e"],
        ),
        PulseBatch(
            id=2,
            week=week - timedelta(days=14),
            question=1,
            counts=[2, 2, 1, 0, 0],
            people=["a", "b", "c", "d", "e"],
        ),
    ]


def crowd(count: int) -> list[Document]:
    """Colleagues beside Ana, Ben and Cem."""
    names = ("dia", "eli", "fay", "gus", "hal", "ida")[:count]
    return [Member(id=at, login=name, name=name.title(), roles=[SHOP]) for at, name in enumerate(names, 4)]


def of_shop(folder: Path, *documents: Document) -> Office:
    """The shop's folder with these documents."""
    return Office(folder / "team", folder / "local", *documents)


def culture_screen(pilot: Pilot[None]) -> CultureScreen:
    """The screen, be a dialog over it or not."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, CultureScreen))


def tab(pilot: Pilot[None]) -> Tab:
    """The tab that is shown."""
    return culture_screen(pilot).tab


async def to_tab(pilot: Pilot[None], title: str) -> None:
    """Go to a tab of the screen."""
    await packet(pilot, "8")
    culture_screen(pilot).look_at(title)
    await pilot.pause()


def lines(pilot: Pilot[None]) -> list[str]:
    """What the lines of the tab's list say, from top to bottom."""
    view = tab(pilot).query_one(Listing)
    return [" | ".join(view._describe(key).cells) for key in view._keys]


def here(pilot: Pilot[None]) -> int | str | None:
    """Key of the line under the cursor."""
    return tab(pilot).query_one(Listing).key


def note(pilot: Pilot[None]) -> str:
    """What stands beside the tabs."""
    return culture_screen(pilot).query_one(TabsLine).note


def line(pilot: Pilot[None]) -> str:
    """What the line at the bottom says."""
    return culture_screen(pilot).query_one(Prompt).status.strip()


def all_of(pilot: Pilot[None], kind: type[D]) -> Iterator[D]:
    """The documents of a kind as the app has them, by number."""
    return iter(sorted(app_of(pilot).team.all(kind), key=lambda one: one.id))
