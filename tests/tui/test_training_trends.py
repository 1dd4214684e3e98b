"""The tabs Help and Trends, and the whole way from a gap to a confirmed level."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.models import Absence, LearningItem, LearningKind, Post
from store.skills.levels import Levels
from tests.tui.conftest import Office, packet, saved, screen_text, until
from tests.tui.disks import look_now
from tests.tui.goals import app_of
from tests.tui.marks import ahead, presses
from tests.tui.training import (
    FORKLIFT,
    LETTERS,
    TODAY,
    all_of,
    here,
    learns,
    lines,
    note,
    of_shop,
    said,
    training_screen,
)
from tui.dialogs.finish import FinishDialog
from tui.training.skills_tab import SkillsTab


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    away = Absence(id=1, person="ana", start=TODAY, end=TODAY + timedelta(days=4))
    done = {"state": "done", "finished_on": "2026-10-05", "hours": 6, "paid": 120, "paid_on": "2026-10-06"}
    office = of_shop(tmp_path / "team", tmp_path / "local", away, learns(9, "Fair", "ben", **done))
    yield office
    office.close()


async def to(pilot: Pilot[None], title: str) -> None:
    """Go to a tab."""
    await packet(pilot, "6")
    training_screen(pilot).look_at(title)
    await pilot.pause()


@presses(
    *(f"experts.{name}" for name in ("filter", "open", "learn", "clear", "undo", "redo", "down", "up")),
    *(f"experts.{name}" for name in ("first", "last", "page_up", "page_down", "text_down", "text_up")),
)
async def test_who_can_help_stands_below_while_one_writes(shop: Office) -> None:
    """Who is there today comes first; one key plans to learn it beside her, another goes to the matrix."""
    async with shop.app("ben") as pilot:
        await to(pilot, "Help")
        await until(pilot, lambda: "/ asks: write what you need help with." in screen_text(pilot))
        await packet(pilot, "/", *"forklif")
        assert lines(pilot) == [
            "Cem Demir | 2! with help | Forklift | here",
            "Ana Lima | 3✓ alone | Forklift | away until Fri 27 Nov",
        ]
        await packet(pilot, "enter", "j", "k", "end", "home", "pagedown", "pageup", "shift+down", "shift+up")
        await packet(pilot, "end", "g", "f2")
        await saved(pilot)
        new = [*all_of(pilot, LearningItem)][-1]
        assert (new.person, new.provider, new.kind) == ("ben", "ana", LearningKind.SHADOWING)
        await packet(pilot, "u")
        await saved(pilot)
        await packet(pilot, "ctrl+r")
        await saved(pilot)
        await packet(pilot, "enter")
        shown = training_screen(pilot).tab
        assert isinstance(shown, SkillsTab)
        assert (shown.matrix.row, shown.matrix.column) == (FORKLIFT, "ana")
        training_screen(pilot).look_at("Help")
        await packet(pilot, "escape")
        assert lines(pilot) == []


@presses(
    *(f"trends.{name}" for name in ("order", "per", "before", "after", "span", "filter", "clear", "down")),
    *(f"trends.{name}" for name in ("up", "first", "last", "page_up", "page_down", "text_down", "text_up")),
)
async def test_trends_are_looked_at_in_any_direction(shop: Office) -> None:
    """Levels, hours and money; by department, role, skill or head; months or quarters; earlier."""
    async with shop.app() as pilot:
        await to(pilot, "Trends")
        assert note(pilot) == "mean level by department"
        assert lines(pilot)[0].startswith("Everybody | ")
        assert lines(pilot)[0].endswith(" | 2.4 | =")
        await until(pilot, lambda: "│" in screen_text(pilot))
        await packet(pilot, "p", "p")
        assert [line.split(" | ")[0] for line in lines(pilot)] == [
            "Everybody",
            "Retouching",
            "Lighting",
            "Forklift",
            "Writing letters",
        ]
        await packet(pilot, "/", *"light", "enter")
        assert here(pilot) == "skill 2"
        await packet(pilot, "escape", "end", "k", "j", "home", "pagedown", "pageup", "shift+down", "shift+up")
        await packet(pilot, "o", "o")
        assert note(pilot) == "hours by department"
        assert [line.split(" | ")[0] for line in lines(pilot)] == ["Everybody", "Marketing"]
        await packet(pilot, "h")
        assert said(pilot) == "hours, Nov 2025 to Oct 2026; l goes on to today"
        assert lines(pilot)[0].endswith(" | 6 h | 0 h")
        await packet(pilot, "l", "l")
        assert "nobody knows what comes" in said(pilot)
        await packet(pilot, "v", "o", "p")
        assert note(pilot) == "money (EUR) by head, by department"
        assert lines(pilot)[0].endswith(" | 70 | 0")
        await packet(pilot, "h", "escape")
        assert said(pilot) == "money per head, Q1 2024 to Q4 2026"


@ahead("FinishDialog")
async def test_a_gap_ends_as_a_level_that_who_leads_has_confirmed(shop: Office) -> None:
    """Cem plans it, puts it on the board, finishes and shares it; Ana confirms his estimate."""
    async with shop.app("cem", size=(80, 40)) as cem, shop.app("ana") as ana:
        await packet(cem, "6", "/", *"letters", "enter", "g", "f2")
        await saved(cem)
        training_screen(cem).look_at("Learning", max(one.id for one in all_of(cem, LearningItem)))
        await packet(cem, "K", "b")
        await saved(cem)
        await packet(cem, "F", "tab", *"Short words.", "f2", "m")
        await until(cem, lambda: not isinstance(cem.app.screen, FinishDialog))
        await saved(cem)
        assert "yours" in note(cem)
        assert [*all_of(cem, Post)][-1].body.startswith("Short words.")
        look_now(ana)
        await until(ana, lambda: Levels.of(app_of(ana).team).level("cem", LETTERS) == 3)
        await packet(ana, "6", "n", "c")
        await saved(ana)
        found = Levels.of(app_of(ana).team).get("cem", LETTERS)
        assert found is not None
        assert (found.level, found.is_confirmed) == (3, True)
