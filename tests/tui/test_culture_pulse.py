"""The tab Pulse: answering, what is shown of it and what is not, and who says what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.models import PulseBatch, PulseQuestion
from store.repository.pulse import PulseKeeper
from store.rules import kudos
from tests.builders import LATER, NOW
from tests.tui.conftest import Office, packet, saved, screen_text, until
from tests.tui.culture import all_of, asked, crowd, culture_screen, here, lines, of_shop, tab, to_tab
from tests.tui.goals import app_of
from tests.tui.marks import ahead, presses
from tui.dialogs.choosing import ChoosingDialog
from tui.dialogs.inbox import InboxDialog
from tui.dialogs.sentence import SentenceDialog
from widgets.listing import Listing

MONDAY = NOW.date()


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path, *asked(), *crowd(3))
    yield office
    office.close()


async def to_pulse(pilot: Pilot[None]) -> None:
    """Go to the tab, and wait until it is known what is asked."""
    await to_tab(pilot, "Pulse")
    await until(pilot, lambda: app_of(pilot).pulse.known is not None, "a look at the box")


@presses(
    *(f"pulse.{name}" for name in ("down", "up", "first", "last", "page_down", "page_up")),
    *(f"pulse.{name}" for name in ("text_down", "text_up", "filter", "clear", "open")),
)
async def test_one_reads_what_the_last_weeks_brought(shop: Office) -> None:
    """The mean as a bar, the change since the same was asked, the counts, and sentences without numbers."""
    async with shop.app(size=(110, 36)) as pilot:
        await to_pulse(pilot)
        assert lines(pilot)[0].startswith("this week | How was your week? | your turn")
        assert lines(pilot)[1].endswith("| ██████·· 4.0 | ▴ 2.2 | 5")
        assert "What cannot be hidden" in screen_text(pilot)
        assert "Yours is the first answer" in screen_text(pilot)
        await packet(pilot, "end", "home", "pagedown", "pageup", "j", "k", "j", "enter")
        text = screen_text(pilot)
        assert "4.0 on average of 5 answers   ▴ 2.2 since 26 Oct" in text
        assert "5 very good" in text
        assert "• Too many returns." in text
        await packet(pilot, "shift+down", "shift+up", "enter", "/", *"returns", "enter")
        assert len(lines(pilot)) == 1
        await packet(pilot, "escape")
        assert len(lines(pilot)) == 3


@ahead("SentenceDialog")
@presses("pulse.add")
async def test_an_answer_waits_with_the_others(shop: Office) -> None:
    """A number from a list, then a sentence; nothing of it is shown or in the log, and one answers once."""
    async with shop.app(size=(80, 40)) as pilot:
        await to_pulse(pilot)
        await packet(pilot, "enter", "4", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SentenceDialog))
        assert "Yours is the first answer" in screen_text(pilot)
        await packet(pilot, "escape", "a", "5", "enter", *"All is well.", "enter", "j")
        await until(pilot, lambda: "ana" in (known.answered if (known := app_of(pilot).pulse.known) else ()))
        assert here(pilot) != lines(pilot)[0]
        assert "you answered" in lines(pilot)[0]
        assert not [one for one in all_of(pilot, PulseBatch) if "ana" in one.people]
        assert "All is well." not in screen_text(pilot)
        await packet(pilot, "a")
        assert "You have answered this week" in screen_text(pilot)


async def test_the_fifth_answer_is_told_as_a_number_until_monday(tmp_path: Path) -> None:
    """The tab says how many have answered, from five on; the sum stands there when the week is over."""
    office = of_shop(tmp_path, *asked(), *crowd(2))
    for name in ("ben", "cem", "dia"):
        keeper = PulseKeeper(office.colleague(name), lambda: MONDAY)
        keeper.answer(name, 2)
    async with office.app("eli", size=(100, 30)) as eli, office.app(size=(100, 30)) as pilot:
        await to_pulse(pilot)
        await to_pulse(eli)
        await packet(eli, "enter", "3", "enter", "enter")
        await until(eli, lambda: "eli" in (known.answered if (known := app_of(eli).pulse.known) else ()))
        await packet(pilot, "enter", "5", "enter", *"Better.", "enter")
        await until(pilot, lambda: "5 have answered; results on Monday." in screen_text(pilot))
        assert "on average" not in screen_text(pilot)
        PulseKeeper(office.colleague("ben"), lambda: MONDAY + timedelta(days=7)).look()
        await until(pilot, lambda: "2.8 on average of 5 answers" in screen_text(pilot))
        assert "• Better." in screen_text(pilot)
    office.close()


async def test_who_is_not_asked_is_told_why(shop: Office, tmp_path: Path) -> None:
    """An outsider reads that members are asked and is offered no key; below five, nobody is asked at all."""
    async with shop.app("zoe", size=(100, 36)) as pilot:
        await to_pulse(pilot)
        text = screen_text(pilot)
        assert "Only who is in the team is asked" in text
        assert "not asked" in lines(pilot)[0]
        assert "Thank you" not in text
        assert "answers this week's question" not in text
        assert "a answer" not in text
    (tmp_path / "few").mkdir()
    office = of_shop(tmp_path / "few", *asked(), *crowd(1))
    async with office.app(size=(100, 36)) as pilot:
        await to_pulse(pilot)
        assert "The pulse begins with 5 people" in screen_text(pilot)
        await packet(pilot, "a")
        assert "a answer" in screen_text(pilot)
        assert not isinstance(pilot.app.screen, ChoosingDialog)
        assert not [item for item in app_of(pilot).inbox.items() if item.kind == "pulse"]
    office.close()


@presses("pulse.questions", "pulse.ready", "pulse.undo", "pulse.redo")
async def test_leads_say_what_is_asked(tmp_path: Path) -> None:
    """Ready-made questions to begin with, and one's own behind them; others may only look."""
    office = of_shop(tmp_path)
    async with office.app(size=(100, 30)) as pilot:
        await to_tab(pilot, "Pulse")
        assert "R takes 10 ready-made" in screen_text(pilot)
        await packet(pilot, "R")
        await saved(pilot)
        assert len([*all_of(pilot, PulseQuestion)]) == 10
        await packet(pilot, "u", "ctrl+r", "Q", "a", *"Did you laugh this week?", "f2")
        await saved(pilot)
        await until(pilot, lambda: "Did you laugh this week?" in screen_text(pilot))
        await packet(pilot, "end", "e", "tab", *"never", "f2", "K", "x", "escape")
        await saved(pilot)
        new = next(one for one in all_of(pilot, PulseQuestion) if one.text == "Did you laugh this week?")
        assert (new.low, bool(new.archived_at)) == ("never", True)
        assert culture_screen(pilot).is_current
    async with office.app("cem") as pilot:
        await to_tab(pilot, "Pulse")
        await packet(pilot, "Q", "a")
        assert "leads a role" in screen_text(pilot)
    office.close()


async def test_the_inbox_leads_to_the_question_and_to_thanks(shop: Office) -> None:
    """Enter asks for the answer; on thanks it shows them on the wall."""
    ben = shop.colleague("ben")
    ben.commit(kudos.give(ben.team, "You were there.", "ben", LATER, people=["ana"]))
    async with shop.app() as pilot:
        await until(pilot, lambda: app_of(pilot).pulse.open_question is not None)
        await packet(pilot, "ctrl+n")
        await until(pilot, lambda: isinstance(pilot.app.screen, InboxDialog))
        await until(pilot, lambda: "You were there." in screen_text(pilot))
        await packet(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChoosingDialog))
        await packet(pilot, "escape", "ctrl+n", "j", "enter")
        await until(pilot, lambda: pilot.app.screen is culture_screen(pilot))
        assert tab(pilot).query_one(Listing).key == 1
