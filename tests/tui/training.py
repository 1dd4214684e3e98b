"""A team with skills, and how tests look at the training screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, TypeVar

from textual.pilot import Pilot

from store.models import (
    Assessment,
    Budget,
    Document,
    LearningItem,
    Role,
    Skill,
)
from tests.builders import MAIL, NOW, PHOTO, SHOP
from tests.tui.conftest import Office
from tests.tui.goals import app_of
from tui.screens.tab import Tab
from tui.screens.training import TrainingScreen
from widgets.listing import Listing
from widgets.prompt import Prompt
from widgets.tabs_line import TabsLine

D = TypeVar("D", bound=Document)
TODAY = date(2026, 11, 23)
RETOUCH, LIGHT, FORKLIFT, LETTERS = 1, 2, 3, 4
"""Numbers of the skills."""


def skill(id: int, name: str, category: str = "", /, **needs: int) -> Skill:
    """A skill; `needs` are the levels of roles, by `shop`, `photo` and `mail`."""
    roles = {"shop": SHOP, "photo": PHOTO, "mail": MAIL}
    targets = [{"id": str(roles[name]), "role": roles[name], "level": level} for name, level in needs.items()]
    return Skill.checked(
        {"id": id, "name": name, "category": category, "position": f"V{id}", "targets": targets}
    )


def level(id: int, person: str, skill: int, level: int, **fields: Any) -> Assessment:
    """What somebody can do; said by herself a month ago, and confirmed by Ben unless it says otherwise."""
    known = {"day": TODAY - timedelta(days=30), "author": person, "at": NOW, "confirmed_by": "ben"}
    return Assessment.checked({"id": id, "person": person, "skill": skill, "level": level, **known, **fields})


def learns(id: int, title: str, person: str = "ana", **fields: Any) -> LearningItem:
    """Something that somebody learns."""
    return LearningItem.checked({"id": id, "title": title, "person": person, "created_at": NOW, **fields})


def documents() -> list[Document]:
    """Ben alone can retouch, Ana's licence expires, Cem estimates himself; a wish, a plan, a course."""
    return [
        Role(id=SHOP, name="Shop", lead="ana", department="Sales", position="F"),
        Role(id=PHOTO, name="Photography", lead="ben", department="Marketing", position="V"),
        Role(id=MAIL, name="Newsletter", department="Marketing", position="k"),
        skill(RETOUCH, "Retouching", "Pictures", photo=3, shop=1),
        skill(LIGHT, "Lighting", "Pictures", photo=3),
        skill(FORKLIFT, "Forklift", "Warehouse", shop=2),
        skill(LETTERS, "Writing letters", "", mail=3),
        level(1, "ben", RETOUCH, 4),
        level(2, "ben", LIGHT, 1),
        level(3, "ana", FORKLIFT, 3, evidence="Licence 1234", expires=TODAY + timedelta(days=20)),
        level(4, "cem", LETTERS, 2, confirmed_by=""),
        level(5, "cem", FORKLIFT, 2, expires=TODAY - timedelta(days=3)),
        learns(
            1, "Course: lighting", "ben", skill=LIGHT, level=3, cost=400, hours=16, due=TODAY, state="planned"
        ),
        learns(2, "A book on letters", "cem", skill=LETTERS, level=3, cost=30, state="wish", kind="book"),
        learns(3, "First aid", "ana", state="under way", hours=8, cost=90, paid=90, paid_on=TODAY),
        Budget(id=1, department="Marketing", year=2026, amount=1000.0),
    ]


def of_shop(folder: Any, local: Any, *more: Document) -> Office:
    """The shop's folder with these documents."""
    return Office(folder, local, *documents(), *more)


def training_screen(pilot: Pilot[None]) -> TrainingScreen:
    """The screen, be a dialog over it or not."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, TrainingScreen))


def tab(pilot: Pilot[None]) -> Tab:
    """The tab that is shown."""
    return training_screen(pilot).tab


def lines(pilot: Pilot[None]) -> list[str]:
    """What the lines of the tab's list say, from top to bottom."""
    view = tab(pilot).query_one(Listing)
    return [" | ".join(view._describe(key).cells) for key in view._keys]


def here(pilot: Pilot[None]) -> int | str | None:
    """Key of the line under the cursor."""
    return tab(pilot).query_one(Listing).key


def note(pilot: Pilot[None]) -> str:
    """What stands beside the tabs."""
    return training_screen(pilot).query_one(TabsLine).note


def said(pilot: Pilot[None]) -> str:
    """What the line at the bottom says."""
    return training_screen(pilot).query_one(Prompt).status.strip()


def all_of(pilot: Pilot[None], kind: type[D]) -> Iterator[D]:
    """The documents of a kind as the app has them, by number."""
    return iter(sorted(app_of(pilot).team.all(kind), key=lambda one: one.id))
