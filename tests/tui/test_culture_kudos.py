"""The wall of kudos: thanking, reading, taking back; one's own, those of a value, and who is quiet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.models import Kudos, Post, PostKind
from tests.builders import PHOTO
from tests.tui.conftest import Office, packet, saved, screen_text, toasts, until
from tests.tui.culture import (
    CUSTOMERS,
    all_of,
    culture_screen,
    here,
    line,
    lines,
    note,
    of_shop,
    thanks,
    values,
)
from tests.tui.marks import ahead, presses
from tests.tui.team import on_tab
from tui.dialogs.choosing import ChoosingDialog
from tui.dialogs.thank import ThankDialog
from widgets.culture.wall import Wall


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path, *values(), *thanks())
    yield office
    office.close()


@presses(
    "screen.culture",
    *(f"kudos.{name}" for name in ("down", "up", "first", "last", "page_down", "page_up")),
    *(f"kudos.{name}" for name in ("text_down", "text_up", "open", "mine", "by_value", "filter", "clear")),
)
async def test_one_reads_the_wall(shop: Office) -> None:
    """All words stand there; one's own come in and go out; of a value also what is older; words narrow it."""
    async with shop.app() as pilot:
        await packet(pilot, "8")
        await pilot.pause()
        text = screen_text(pilot)
        assert "♥ Ben Okafor → you" in text
        assert "You stayed until the last parcel left." in text
        assert "■ Customers first" in text or "Customers first" in text
        assert "♡ You → Photography" in text
        assert note(pilot) == "2 thanks · last 4 weeks"
        await packet(pilot, "j")
        assert here(pilot) == 2
        await packet(pilot, "home", "end", "k", "pagedown", "pageup", "enter")
        assert here(pilot) == 1
        assert "We call back." in screen_text(pilot)
        assert "Photography" not in screen_text(pilot)
        await packet(pilot, "shift+down", "shift+up", "enter", "m")
        assert note(pilot) == "2 thanks · came in for you · esc: all"
        assert [here(pilot), *("early" in one for one in lines(pilot))] == [1, False, True]
        await packet(pilot, "m")
        assert lines(pilot) == ["♡ You → Photography | 3 days ago |  | The pictures are great."]
        await packet(pilot, "m", "v", *"surpr", "enter")
        assert note(pilot) == "1 thanks · No surprises · esc: all"
        await packet(pilot, "escape")
        await pilot.click(Wall, offset=(8, 5))
        assert here(pilot) == 2
        assert line(pilot) == "X takes your thanks back"
        await packet(pilot, "/", *"pictures", "enter")
        assert len(lines(pilot)) == 1
        await packet(pilot, "escape")
        assert len(lines(pilot)) == 2


@ahead("ThankDialog")
@presses("kudos.add", "kudos.take_back", "kudos.undo", "kudos.redo")
async def test_one_thanks_people_and_a_role(shop: Office) -> None:
    """Names are written out; below the form stands what will be on the wall; the news tell it if wanted."""
    async with shop.app(size=(100, 40)) as pilot:
        await packet(pilot, "8", "a")
        await until(pilot, lambda: isinstance(pilot.app.screen, ThankDialog))
        await packet(pilot, "f2")
        assert "Say what for" in screen_text(pilot)
        await packet(pilot, *"cem, pho")
        await until(pilot, lambda: "cem, photography" in screen_text(pilot).casefold())
        await packet(pilot, "end", "tab", *"All forty parcels!")
        await until(pilot, lambda: "→ Cem Demir and Photography" in screen_text(pilot))
        await packet(pilot, "tab", "enter", "down", "enter", "tab", "enter", "down", "enter", "f2", "j")
        await saved(pilot)
        new = next(one for one in all_of(pilot, Kudos) if one.words == "All forty parcels!")
        assert (new.people, new.roles, new.value) == (["cem"], [PHOTO], CUSTOMERS)
        post = next(one for one in all_of(pilot, Post) if one.id == new.post)
        assert post.kind is PostKind.CELEBRATION
        assert "You said thank you." in toasts(pilot) or line(pilot)
        culture_screen(pilot).look_at("Kudos", new.id)
        await packet(pilot, "X", "n")
        assert len(lines(pilot)) == 3
        await packet(pilot, "X", "y")
        await saved(pilot)
        assert len(lines(pilot)) == 2
        await packet(pilot, "u")
        assert len(lines(pilot)) == 3
        await packet(pilot, "ctrl+r")
        assert len(lines(pilot)) == 2
        await packet(pilot, "a", *"ana", "tab", *"Great.", "f2")
        await until(pilot, lambda: "Kudos go to somebody else" in screen_text(pilot))
        await packet(pilot, "escape", "escape")
        culture_screen(pilot).look_at("Kudos", 1)
        await packet(pilot, "X")
        assert "only who gave them takes them back" in screen_text(pilot)


@presses("kudos.quiet")
async def test_leads_see_whom_nobody_has_thanked(shop: Office) -> None:
    """By name, with the days; choosing one thanks; others are refused."""
    async with shop.app() as pilot:
        await packet(pilot, "8", "L")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChoosingDialog))
        text = screen_text(pilot)
        assert "Cem Demir" in text
        assert sum("not yet" in row or "days ago" in row for row in text.splitlines()) == 1
        await packet(pilot, "enter", *"You are always there.", "f2")
        await saved(pilot)
        assert lines(pilot)[0].startswith("♡ You → Cem Demir | today")
    async with shop.app("cem") as pilot:
        await packet(pilot, "8", "L")
        assert "leads a role" in screen_text(pilot)


@presses("people.thank", "board.thank")
async def test_one_thanks_from_anywhere(shop: Office) -> None:
    """The people's tab thanks the person under the cursor; the palette finds whom to thank by name."""
    async with shop.app() as pilot:
        await on_tab(pilot, "People")
        await packet(pilot, "j", "t", *"Thank you.", "f2", "1", ":", *"thank cem", "enter", *"For all.", "f2")
        await saved(pilot)
        await packet(pilot, ":", *"thank some", "enter", *"ben", "tab", *"Again.", "f2")
        await saved(pilot)
        new = [(one.people, one.words) for one in all_of(pilot, Kudos) if one.id > 3]
        assert new == [(["ben"], "Thank you."), (["cem"], "For all."), (["ben"], "Again.")]
        await on_tab(pilot, "People")
        await packet(pilot, "k", "t")
        assert "nobody thanks themselves" in screen_text(pilot)


async def test_thanks_of_others_arrive_while_one_looks(shop: Office) -> None:
    """What a colleague says stands on the wall without a key."""
    async with shop.app("cem") as cem, shop.app() as pilot:
        await packet(cem, "8", "m")
        await cem.pause()
        assert "Nothing has come in for you yet" in screen_text(cem)
        await packet(pilot, "8", "a", *"cem", "tab", *"Thanks for the letters.", "f2")
        await saved(pilot)
        await until(cem, lambda: "Thanks for the letters." in screen_text(cem))
