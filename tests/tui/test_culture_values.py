"""The tabs Values and Days: what the team holds dear, and what the coming weeks bring."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.models import Absence, Goal, Kudos, Member, Value
from tests.builders import PHOTO
from tests.tui.conftest import Office, packet, saved, screen_text, until
from tests.tui.culture import (
    SURPRISES,
    all_of,
    culture_screen,
    here,
    lines,
    note,
    of_shop,
    thanks,
    to_tab,
    values,
)
from tests.tui.goals import app_of
from tests.tui.marks import presses

TODAY = date(2026, 11, 23)


def names(pilot: Pilot[None]) -> list[str]:
    """The values from top to bottom, without their signs."""
    return [line.split(" | ")[0][2:] for line in lines(pilot)]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    dora = Member(
        id=4,
        login="dora",
        name="Dora Weiss",
        roles=[PHOTO],
        birthday="11-25",
        pronouns="she/her",
        spoken="DOH-ra",
        joined_on=TODAY + timedelta(days=7),
    )
    goal = Goal(id=1, title="Answer within a day", serves="Customers first", owner="ana")
    away = Absence(id=1, person="ben", start=TODAY, end=TODAY + timedelta(days=2), created_by="ben")
    office = of_shop(tmp_path, *values(), *thanks(), dora, away, goal)
    yield office
    office.close()


@presses(
    *(f"values.{name}" for name in ("down", "up", "first", "last", "page_down", "page_up")),
    *(f"values.{name}" for name in ("text_down", "text_up", "open", "filter", "clear", "thank")),
)
async def test_one_reads_what_a_value_looks_like(shop: Office) -> None:
    """Beside it stand the latest thanks that show it; one thanks somebody for it with the value chosen."""
    async with shop.app(size=(120, 30)) as pilot:
        await to_tab(pilot, "Values")
        assert names(pilot) == ["Customers first", "No surprises"]
        assert "Ben Okafor → you, yesterday" in screen_text(pilot)
        assert "• Answer within a day" in screen_text(pilot)
        await packet(pilot, "j", "k", "pagedown", "pageup", "home", "end", "enter")
        assert "You told us early." in screen_text(pilot)
        await packet(pilot, "shift+down", "shift+up", "enter", "/", *"bad news", "enter")
        assert names(pilot) == ["No surprises"]
        await packet(pilot, "t", *"ben", "tab", *"Told us on Friday.", "f2", "escape")
        await saved(pilot)
        new = next(one for one in all_of(pilot, Kudos) if one.words == "Told us on Friday.")
        assert new.value == SURPRISES
        assert lines(pilot)[1].endswith("| 2")


@presses(
    *(f"values.{name}" for name in ("add", "edit", "lower", "higher", "archive", "restore", "ready")),
    "values.undo",
    "values.redo",
)
async def test_leads_write_the_values(shop: Office) -> None:
    """They add, change, order, put away and bring back; the others are refused at the key."""
    async with shop.app(size=(80, 30)) as pilot:
        await to_tab(pilot, "Values")
        await packet(pilot, "a", *"Everybody counts", "tab", *"Good ideas have no rank.", "f2")
        await saved(pilot)
        assert names(pilot) == ["Customers first", "No surprises", "Everybody counts"]
        new = next(value for value in all_of(pilot, Value) if value.name == "Everybody counts")
        assert here(pilot) == new.id
        await packet(pilot, "K", "K", "J", "e", "end", *" here", "f2")
        await saved(pilot)
        assert names(pilot) == ["Customers first", "Everybody counts here", "No surprises"]
        await packet(pilot, "x", "u", "ctrl+r", "X", *"loud", "tab", "enter")
        await saved(pilot)
        assert names(pilot) == ["Customers first", "No surprises", "Loud music"]
        await packet(pilot, "R")
        await saved(pilot)
        assert len(names(pilot)) == 6
    async with shop.app("cem") as pilot:
        await to_tab(pilot, "Values")
        keys = {command.name for command in culture_screen(pilot).useful()}
        assert keys.isdisjoint({"add", "edit", "lower", "higher", "archive", "restore", "ready"})
        await packet(pilot, "a")
        assert "leads a role" in screen_text(pilot)


@presses(
    *(f"days.{name}" for name in ("down", "up", "first", "last", "page_down", "page_up")),
    *(f"days.{name}" for name in ("text_down", "text_up", "open", "filter", "clear")),
    *(f"days.{name}" for name in ("edit", "thank", "undo", "redo")),
)
async def test_one_sees_the_coming_days_and_enters_ones_own(shop: Office) -> None:
    """Birthdays, first days and absences; what one enters of oneself stands there at once."""
    async with shop.app(size=(100, 30)) as pilot:
        await to_tab(pilot, "Days")
        assert [line.split(" | ")[1] for line in lines(pilot)] == ["away", "birthday", "first day"]
        await packet(pilot, "j")
        assert "Dora Weiss (she/her, say DOH-ra)" in screen_text(pilot)
        assert "begins on 30 November 2026" in screen_text(pilot)
        await packet(
            pilot, "end", "home", "pagedown", "pageup", "k", "enter", "shift+down", "shift+up", "enter"
        )
        await packet(pilot, "e", *"12-01", "tab", *"she/her", "f2")
        await saved(pilot)
        me = app_of(pilot).team.members["ana"]
        assert (me.birthday, me.pronouns) == ("12-01", "she/her")
        assert len(lines(pilot)) == 4
        await packet(pilot, "u", "ctrl+r", "/", *"first", "enter")
        assert "Dora Weiss" in lines(pilot)[0]
        await packet(pilot, "t", *"Welcome!", "f2", "escape")
        await saved(pilot)
        assert [(one.people, one.words) for one in all_of(pilot, Kudos)][-1] == (["dora"], "Welcome!")
        assert note(pilot) == "the coming 6 weeks"


async def test_empty_tabs_say_how_to_begin(tmp_path: Path) -> None:
    """What each is for, and which key begins."""
    office = of_shop(tmp_path)
    async with office.app() as pilot:
        await to_tab(pilot, "Values")
        assert "R takes 4 to begin with" in screen_text(pilot)
        await packet(pilot, "R")
        await until(pilot, lambda: "Better every week" in names(pilot))
        await to_tab(pilot, "Days")
        assert "e enters your" in screen_text(pilot)
        await to_tab(pilot, "Kudos")
        assert "a says thank you" in screen_text(pilot)
    office.close()
