"""The tabs Gaps and Certificates, and what was said about one person and one skill."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.models import Assessment, LearningItem, LearningKind, LearningState
from tests.tui.conftest import Office, packet, saved, screen_text, until
from tests.tui.marks import ahead, presses
from tests.tui.training import (
    FORKLIFT,
    RETOUCH,
    all_of,
    here,
    lines,
    note,
    of_shop,
    training_screen,
)
from tui.dialogs.assessed import AssessedDialog
from tui.dialogs.written import WrittenDialog


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


async def to(pilot: Pilot[None], title: str) -> None:
    """Go to a tab."""
    await packet(pilot, "6")
    training_screen(pilot).look_at(title)
    await pilot.pause()


def newest_item(pilot: Pilot[None]) -> LearningItem:
    """What was planned last."""
    return [*all_of(pilot, LearningItem)][-1]


@presses(
    *(f"gaps.{name}" for name in ("down", "up", "first", "last", "page_down", "page_up", "text_down")),
    *(f"gaps.{name}" for name in ("text_up", "open", "role", "filter", "clear", "learn", "undo", "redo")),
)
async def test_a_gap_of_a_role_becomes_something_to_learn(shop: Office) -> None:
    """The people of a gap are one key away; the form is filled in."""
    async with shop.app() as pilot:
        await to(pilot, "Gaps")
        first = "Shop | Retouching | ·········· | 0 of 2 | 1"
        assert lines(pilot)[0] == first
        await until(pilot, lambda: "▾ Cem Demir  nobody has said a level yet" in screen_text(pilot))
        await packet(pilot, "j", "k", "end", "home", "pagedown", "pageup", "shift+down", "shift+up")
        await packet(pilot, "p", *"Photo", "tab", "enter")
        assert len(lines(pilot)) == 1
        await packet(pilot, "escape", "/", *"retouch", "enter", "enter")
        assert lines(pilot) == ["Ana Lima | ▾0 none | 1 beginner", "Cem Demir | ▾0 none | 1 beginner"]
        assert note(pilot) == "who lacks “Retouching”"
        await packet(pilot, "j", "g", "f2")
        await saved(pilot)
        new = newest_item(pilot)
        assert (new.person, new.skill, new.level, new.provider) == ("cem", RETOUCH, 1, "ben")
        assert (new.kind, new.state) == (LearningKind.SHADOWING, LearningState.PLANNED)
        await packet(pilot, "u")
        await saved(pilot)
        assert newest_item(pilot).id == 3
        await packet(pilot, "ctrl+r", "escape")
        await saved(pilot)
        assert newest_item(pilot).title == "Work beside Ben Okafor: Retouching"
        assert here(pilot) == f"role 1 {RETOUCH}"


@presses("gaps.order")
async def test_what_hangs_on_one_person_can_be_learned_from_her(shop: Office) -> None:
    """First what nobody can; then what one can, with who could learn it next."""
    async with shop.app() as pilot:
        await to(pilot, "Gaps")
        await packet(pilot, "o")
        assert [line.split(" | ")[:2] for line in lines(pilot)] == [
            ["Lighting", "nobody"],
            ["Writing letters", "nobody"],
            ["Retouching", "Ben Okafor"],
            ["Forklift", "Ana Lima"],
        ]
        await packet(pilot, "down", "down", "g", "1", "f2")
        await saved(pilot)
        new = newest_item(pilot)
        assert (new.skill, new.provider, new.kind) == (RETOUCH, "ben", LearningKind.SHADOWING)
        assert new.person in ("ana", "cem")


@presses(
    *(f"certificates.{name}" for name in ("down", "up", "first", "last", "page_down", "page_up", "span")),
    *(
        f"certificates.{name}"
        for name in ("text_down", "text_up", "mine", "filter", "clear", "edit", "learn")
    ),
    *(f"certificates.{name}" for name in ("undo", "redo")),
)
async def test_certificates_are_renewed_in_time(shop: Office) -> None:
    """They stand by date; one key plans the renewal, another says until when the new one holds."""
    async with shop.app() as pilot:
        await to(pilot, "Certificates")
        assert lines(pilot) == [
            "! expired | 20 Nov | -3 | Cem Demir | Forklift | 2",
            "~ | 13 Dec | 20 | Ana Lima | Forklift | 3",
        ]
        await packet(pilot, "m", "m", "end", "home", "j", "k", "pagedown", "pageup", "shift+down", "shift+up")
        await packet(pilot, "/", *"ana", "enter", "g", "f2")
        await saved(pilot)
        assert newest_item(pilot).title == "Renew the certificate: Forklift"
        await packet(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, WrittenDialog))
        await packet(pilot, *["backspace"] * 10, *"2028-01-31", "f2")
        await until(pilot, lambda: not isinstance(pilot.app.screen, WrittenDialog))
        await saved(pilot)
        assert str([*all_of(pilot, Assessment)][-1].expires) == "2028-01-31"
        await packet(pilot, "escape")
        assert len(lines(pilot)) == 1
        await packet(pilot, "o")
        assert [line.split(" | ")[1] for line in lines(pilot)] == ["20 Nov", "31 Jan 28"]
        await packet(pilot, "u")
        await saved(pilot)
        assert len([*all_of(pilot, Assessment)]) == 5
        await packet(pilot, "ctrl+r")
        await saved(pilot)
        assert len([*all_of(pilot, Assessment)]) == 6


@ahead("AssessedDialog")
@presses(
    "certificates.open",
    *(f"assessed.level_{level}" for level in range(5)),
    *(f"assessed.{name}" for name in ("evidence", "confirm", "take_back", "down", "up", "first", "last")),
    *(f"assessed.{name}" for name in ("page_up", "page_down", "undo", "redo", "help", "close")),
)
async def test_everything_that_was_said_of_a_level_is_shown(shop: Office) -> None:
    """The number keys write another level; who leads confirms it, or it is taken back."""
    async with shop.app() as pilot:
        await to(pilot, "Certificates")
        await packet(pilot, "enter", "0", "1", "2", "3", "4")
        await until(pilot, lambda: isinstance(pilot.app.screen, AssessedDialog))
        await saved(pilot)
        said = [one for one in all_of(pilot, Assessment) if (one.person, one.skill) == ("cem", FORKLIFT)]
        assert [one.level for one in said] == [2, 0, 1, 2, 3, 4]
        assert said[-1].confirmed_by == "ana"
        assert "4 teaches others" in screen_text(pilot)
        await packet(pilot, "x")
        await saved(pilot)
        assert "taken back" in screen_text(pilot)
        await packet(pilot, "x", "c")
        assert "has confirmed level 4" in screen_text(pilot)
        await packet(pilot, "u", "ctrl+r", "end", "k", "j", "home", "pagedown", "pageup", "?")
        await until(pilot, lambda: not isinstance(pilot.app.screen, AssessedDialog))
        await packet(pilot, "q")
        await until(pilot, lambda: isinstance(pilot.app.screen, AssessedDialog))
        await packet(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, WrittenDialog))
        await packet(pilot, *"Drove a lap", "f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, AssessedDialog))
        await saved(pilot)
        assert [*all_of(pilot, Assessment)][-1].evidence == "Drove a lap"
        await packet(pilot, "q")
        await until(pilot, lambda: pilot.app.screen is training_screen(pilot))


async def test_who_leads_confirms_what_somebody_estimates(tmp_path: Path) -> None:
    """Of one's own level that is refused in a sentence."""
    shop = of_shop(tmp_path / "team", tmp_path / "local")
    async with shop.app("cem") as pilot:
        await to(pilot, "Certificates")
        await packet(pilot, "enter", "3", "c")
        await saved(pilot)
        assert [*all_of(pilot, Assessment)][-1].confirmed_by == ""
        assert "Only who leads a role confirms levels" in screen_text(pilot)
    shop.close()
