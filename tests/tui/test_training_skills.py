"""The tab Skills: a matrix of people and skills, its levels, and what roles need."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.models import Assessment, LearningItem, Skill
from store.rules import assessments
from store.skills.levels import Levels
from tests.builders import LATER, NOW, SHOP
from tests.tui.conftest import Office, packet, saved, screen_text, toasts, until
from tests.tui.disks import look_now
from tests.tui.goals import app_of
from tests.tui.marks import presses
from tests.tui.training import LETTERS, LIGHT, RETOUCH, TODAY, all_of, note, of_shop, said, training_screen
from tui.dialogs.assessed import AssessedDialog
from tui.dialogs.written import WrittenDialog
from tui.training.skills_tab import SkillsTab
from tui.training.working import AT_ONCE
from widgets.matrix.matrix import Matrix


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


def matrix(pilot: Pilot[None]) -> Matrix:
    """The matrix."""
    shown = training_screen(pilot).tab
    assert isinstance(shown, SkillsTab)
    return shown.matrix


def cell(pilot: Pilot[None]) -> tuple[int | str | None, int | str | None]:
    """Skill and person under the cursor."""
    return matrix(pilot).row, matrix(pilot).column


def skills(pilot: Pilot[None]) -> list[str]:
    """Names of the skills, from top to bottom, headings of groups among them."""
    return [row.label for row in matrix(pilot)._rows]


def level(pilot: Pilot[None], person: str, skill: int) -> tuple[int, bool]:
    """How well somebody can do something, and whether that is confirmed."""
    found = Levels.of(app_of(pilot).team).get(person, skill)
    assert found is not None
    return found.level, found.is_confirmed


@presses(
    *(f"skills.{name}" for name in ("left", "right", "up", "down", "first", "last", "page_up", "page_down")),
    *(f"skills.{name}" for name in ("page_left", "page_right", "mine", "order", "role", "gaps")),
    *(f"skills.{name}" for name in ("filter", "clear")),
)
async def test_one_goes_through_the_matrix(shop: Office) -> None:
    """What is missing most comes first; it is narrowed to a role, to words and to gaps."""
    async with shop.app() as pilot:
        await packet(pilot, "6")
        assert skills(pilot) == ["Lighting", "Retouching", "Forklift", "Writing letters"]
        # Cem's licence has expired, so that he lacks it.
        assert [column.key for column in matrix(pilot)._columns] == ["cem", "ben", "ana"]
        assert cell(pilot) == (LIGHT, "ana")
        await packet(pilot, "j")
        whole = "Ana Lima · Retouching: nobody has said a level yet · Shop needs 1 beginner"
        assert said(pilot) == f"{whole} · 2 levels missing, of 2 people"
        # The target stands where something is missing, and behind the skill what it is sorted by.
        assert "–/1" in screen_text(pilot)
        assert "Retouching 2▾" in " ".join(screen_text(pilot).split())
        await packet(pilot, "k", "h")
        text = "Ben Okafor · Lighting: 1 beginner, confirmed · Photography needs 3 alone · said 24 Oct"
        assert training_screen(pilot).tab.status() == f"{text} · 2 levels missing, of 1 person"
        await packet(pilot, "end", "k", "h", "home", "pagedown", "L", "l", "pageup", "H", "m")
        assert cell(pilot) == (LIGHT, "ana")
        await packet(pilot, "o")
        assert skills(pilot)[:3] == ["Pictures", "Retouching", "Lighting"]
        await packet(pilot, "o")
        assert skills(pilot) == ["Forklift", "Lighting", "Retouching", "Writing letters"]
        await packet(pilot, "o", "p", *"Photo", "tab", "enter")
        assert (skills(pilot), len(matrix(pilot)._columns)) == (["Lighting", "Retouching"], 1)
        assert note(pilot) == "n: 1 level to confirm · Photography · esc: all · by gap"
        await packet(pilot, "escape", "/", *"fork @ana", "enter")
        assert skills(pilot) == ["Forklift"]
        await packet(pilot, "f")
        assert "Nothing is like that; esc shows all." in screen_text(pilot)
        await packet(pilot, "escape", "f")
        assert skills(pilot) == ["Lighting", "Retouching", "Forklift", "Writing letters"]


@presses(
    *(
        f"skills.{name}"
        for name in ("set_level", "raise_level", "lower_level", "confirm", "evidence", "open")
    ),
    *(f"skills.{name}" for name in ("undo", "redo", "next_estimate")),
)
async def test_a_level_is_set_and_confirmed(shop: Office) -> None:
    """One's own is an estimate; what who leads says of others is confirmed by it."""
    async with shop.app() as pilot:
        await packet(pilot, "6", "j", "s", "2", "+", "+", "-")
        await saved(pilot)
        assert level(pilot, "ana", RETOUCH) == (3, False)
        await packet(pilot, "c")
        assert "while others lead; ask Ben Okafor." in said(pilot)
        await packet(pilot, "u", "ctrl+r")
        await saved(pilot)
        # Cem works in the shop that Ana leads, and has estimated his letters.
        assert note(pilot).startswith("n: 1 level to confirm")
        await packet(pilot, "n")
        assert cell(pilot) == (LETTERS, "cem")
        await packet(pilot, "c")
        await saved(pilot)
        assert level(pilot, "cem", LETTERS) == (2, True)
        await packet(pilot, "s", "3")
        await saved(pilot)
        assert level(pilot, "cem", LETTERS) == (3, True)
        await packet(pilot, "n")
        assert "No level waits for you" in screen_text(pilot) + " ".join(toasts(pilot))
        await packet(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, WrittenDialog))
        await packet(pilot, *"Wrote May", "f2")
        await until(pilot, lambda: pilot.app.screen is training_screen(pilot))
        await saved(pilot)
        assert [*all_of(pilot, Assessment)][-1].evidence == "Wrote May"
        await packet(pilot, "enter", "4")
        await until(pilot, lambda: isinstance(pilot.app.screen, AssessedDialog))
        await saved(pilot)
        await packet(pilot, "q", "+")
        assert "4 (teaches others) is the highest level." in said(pilot)


@presses("skills.target", "skills.add", "skills.edit", "skills.higher", "skills.lower", "skills.archive")
@presses("skills.restore", "skills.learn")
async def test_skills_are_written_and_needed(shop: Office) -> None:
    """A skill with its meanings; which role needs it; it is put away and comes back."""
    async with shop.app() as pilot:
        await packet(pilot, "6", "a", *"Wrapping", "f2")
        await saved(pilot)
        new = [*all_of(pilot, Skill)][-1]
        assert (new.name, new.category) == ("Wrapping", "Pictures")
        await until(pilot, lambda: cell(pilot) == (new.id, "ana"))
        await packet(pilot, "t", "2", "t", "o", *"Newsl", "tab", "enter", "1")
        await saved(pilot)
        found = app_of(pilot).team.find(Skill, new.id)
        assert found is not None
        assert {target.role: target.level for target in found.targets} == {SHOP: 2, 3: 1}
        await packet(pilot, "E")
        await until(pilot, lambda: isinstance(pilot.app.screen, WrittenDialog))
        await packet(pilot, "end", *" gifts", *["tab"] * 6, *"bows too", "f2")
        await until(pilot, lambda: pilot.app.screen is training_screen(pilot))
        await saved(pilot)
        found = app_of(pilot).team.find(Skill, new.id)
        assert found is not None
        assert (found.name, found.meanings[:3]) == ("Wrapping gifts", ["", "", "bows too"])
        await packet(pilot, "K")
        assert "Skills are moved where they stand by category" in screen_text(pilot) + " ".join(toasts(pilot))
        await packet(pilot, "o", "K")
        await saved(pilot)
        assert skills(pilot)[:4] == ["Pictures", "Retouching", "Wrapping gifts", "Lighting"]
        await packet(pilot, "J", "x")
        await saved(pilot)
        assert "Wrapping gifts" not in skills(pilot)
        await packet(pilot, "X", *"wrap", "tab", "enter", "g", "f2")
        await saved(pilot)
        item = [*all_of(pilot, LearningItem)][-1]
        assert (item.person, item.skill, item.level) == ("ana", new.id, 2)


async def test_who_leads_nothing_says_only_what_concerns_her(shop: Office) -> None:
    """Others' levels, targets and skills are refused at the key."""
    async with shop.app("cem") as pilot:
        await packet(pilot, "6")
        assert cell(pilot)[1] == "cem"
        for key, words in (
            ("c", "Nobody has said"),
            ("x", "changes the skills"),
            ("t", "changes the skills"),
        ):
            await packet(pilot, key)
            assert words in screen_text(pilot) + " ".join(toasts(pilot))
        # Escape ends what was typed for something that did not open.
        await packet(pilot, "escape", "l", "s")
        assert "says and plans that for others" in screen_text(pilot) + " ".join(toasts(pilot))
        assert len([*all_of(pilot, Assessment)]) == 5


async def test_two_people_say_levels_at_once(shop: Office) -> None:
    """Both are kept, the newer one counts; what was confirmed by one is told to the other."""
    other = shop.colleague("ben")
    async with shop.app() as pilot:
        await packet(pilot, "6", "n")
        other.commit(assessments.assess(other.team, "ben", LIGHT, 2, "ben", LATER))
        other.commit(assessments.confirm(other.team, 4, "ben", LATER))
        await packet(pilot, "c")
        await saved(pilot)
        look_now(pilot)
        await until(pilot, lambda: level(pilot, "ben", LIGHT) == (2, False))
        assert level(pilot, "cem", LETTERS) == (2, True)
        await packet(pilot, "s", "1")
        await saved(pilot)
        other.refresh()
        assert Levels.of(other.team).level("cem", LETTERS) == 1


async def test_of_very_many_levels_the_tabs_are_worked_out_beside_the_keys(tmp_path: Path) -> None:
    """They are there soon, and so is a level that is set."""
    many = [
        Assessment(id=id, person="ben", skill=LIGHT, level=1, day=TODAY, author="ben", at=NOW)
        for id in range(100, 100 + AT_ONCE)
    ]
    shop = of_shop(tmp_path / "team", tmp_path / "local", *many)
    async with shop.app() as pilot:
        await packet(pilot, "6")
        await until(pilot, lambda: cell(pilot) == (LIGHT, "ana"))
        await packet(pilot, "+")
        await saved(pilot)
        await until(pilot, lambda: "1 ?" in screen_text(pilot))
        for title, text in (("Gaps", "Needs"), ("Learning", "First aid"), ("Trends", "Everybody")):
            training_screen(pilot).look_at(title)
            await until(pilot, lambda text=text: text in screen_text(pilot))
    shop.close()


async def test_without_skills_the_tab_says_how_to_begin(office: Office) -> None:
    """What it is for, and the key that begins."""
    async with office.app() as pilot:
        await packet(pilot, "6")
        text = screen_text(pilot)
        assert "What everybody can do, and what the roles need." in text
        assert "No skills yet: a adds the first one, ? shows all keys." in text
        for words in (
            "No role says yet what it needs",
            "No skills yet: a on the tab Skills adds the first one.",
            "Nothing expires in the next 90 days",
            "Nothing is learned yet: w writes down a wish",
            "No level was known then.",
        ):
            await packet(pilot, "tab")
            await until(pilot, lambda words=words: words in screen_text(pilot))
        training_screen(pilot).look_at("Gaps")
        await packet(pilot, "o")
        await until(pilot, lambda: "Nothing hangs on one person" in screen_text(pilot))
