"""The inbox: what stands in it, where each line leads, and what is taken to have been seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.rules import comments, replies, tasks
from tests.builders import LATER, SHOP
from tests.store.skills.shop import assessments, skills
from tests.tui.conftest import Office, packet, saved, screen_text, until
from tests.tui.disks import look_now
from tests.tui.goals import app_of
from tests.tui.inbox import ALL, dialog, line, listed, new, of_shop, opened, under_cursor
from tests.tui.marks import ahead, presses
from tests.tui.news import here, news_screen
from tui.dialogs.card import CardDialog
from tui.dialogs.clash import ClashDialog
from tui.dialogs.goal import GoalDialog
from tui.dialogs.help import HelpDialog
from tui.dialogs.inbox import InboxDialog
from tui.keys import INBOX, Command
from tui.preferences import Keeper
from tui.screens.board import BoardScreen
from tui.screens.news import NewsScreen
from widgets.listing import Listing


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


@pytest.mark.parametrize("command", INBOX, ids=lambda c: c.name)
def test_every_command_of_the_key_table_can_be_done(command: Command) -> None:
    """The dialog has a method for each command."""
    assert callable(getattr(InboxDialog, f"do_{command.name}"))


@presses("board.inbox")
async def test_what_is_owed_stands_first_then_what_is_new(shop: Office) -> None:
    """One line for each thing, with why, what, who and when."""
    async with shop.app() as pilot:
        await opened(pilot)
        lines = screen_text(pilot).splitlines()

        assert listed(pilot) == ALL
        assert "! acknowledge  “Posting days” by Wed 25 Nov " in lines[2]
        assert "! check in     “Ship the same day”: how does it go?" in lines[3]
        assert "● mention      mentioned you on #6 “Retouch the catalog…  Ben Okafor  10:30" in lines[4]
        assert "● assigned     assigned #1 “Order wrapping paper” to you  Ben Okafor" in lines[5]
        assert "● reply        replied to “Where is the tape?”" in lines[6]
        assert "● comment      3 comments on #4 “Count the stock”" in lines[7]


@pytest.mark.parametrize(("size", "width"), [((80, 24), 80), ((40, 12), 40), ((200, 50), 120)])
async def test_it_fits_every_terminal(shop: Office, size: tuple[int, int], width: int) -> None:
    """Why and what stay where there is little room; all lines keep inside the frame."""
    async with shop.app(size=size) as pilot:
        await opened(pilot)
        text = screen_text(pilot)

        assert "● mention" in text
        assert "enter open" in text
        assert dialog(pilot).query_one(Listing).size.width == width - 2
        assert line(pilot).startswith("Ben Okafor: “Posting days” by")


async def test_an_empty_inbox_says_so_in_one_line(office: Office) -> None:
    """Kindly, and it has room in the smallest terminal."""
    async with office.app(size=(40, 12)) as pilot:
        await opened(pilot)
        await until(pilot, lambda: "All is done, and all is seen." in screen_text(pilot))
        await packet(pilot, "enter")
        assert line(pilot) == "Nothing waits for you."


@presses("inbox.down", "inbox.up", "inbox.first", "inbox.last", "inbox.page_down", "inbox.page_up")
async def test_the_cursor_goes_through_the_lines(shop: Office) -> None:
    """By one, by a page, to the ends."""
    async with shop.app() as pilot:
        await opened(pilot)
        for keys, at in (
            (("j", "down"), 2),
            (("k",), 1),
            (("end",), 5),
            (("up",), 4),
            (("home",), 0),
            (("pagedown",), 5),
            (("pageup",), 0),
        ):
            await packet(pilot, *keys)
            assert under_cursor(pilot) == ALL[at], keys


@presses("inbox.open")
async def test_enter_opens_each_thing_and_what_was_opened_is_seen(shop: Office) -> None:
    """Card, goal and post; the line stays, without its mark, until the inbox is closed."""
    async with shop.app() as pilot:
        await opened(pilot)
        await packet(pilot, "j", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalDialog))
        await packet(pilot, "q", "j", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CardDialog))
        await packet(pilot, "q")
        await until(pilot, lambda: isinstance(pilot.app.screen, InboxDialog))
        assert (under_cursor(pilot), listed(pilot)) == ("tasks/6", ALL)
        assert new(pilot) == ["tasks/1", "posts/2", "tasks/4"]
        assert app_of(pilot).mentions.count() == 0
        await packet(pilot, "q")
        await opened(pilot)
        assert listed(pilot) == [name for name in ALL if name != "tasks/6"]


@ahead("InboxDialog")
async def test_a_post_is_shown_among_the_news(shop: Office) -> None:
    """Also typed ahead: the next keys are the news screen's."""
    async with shop.app() as pilot:
        await packet(pilot, "ctrl+n", "enter", "j")
        await until(pilot, lambda: isinstance(pilot.app.screen, NewsScreen))
        await until(pilot, lambda: here(pilot) is not None)
        assert here(pilot) == 2, "the post is the first one, as it is owed, and j went below it"
        await packet(pilot, "ctrl+n", "q", "k", "1", "ctrl+n", "end", "k", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, NewsScreen))
        assert here(pilot) == 2
        assert 2 not in app_of(pilot).reading.marks.unread


async def test_a_post_is_found_in_a_narrowed_view(shop: Office) -> None:
    """The view gives way to it."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "tab", "tab")
        await opened(pilot)
        await packet(pilot, "end", "k", "enter")
        await until(pilot, lambda: here(pilot) == 2)
        assert pilot.app.screen is news_screen(pilot)


@presses("inbox.tick")
async def test_a_line_is_ticked_off(shop: Office) -> None:
    """The cursor goes on; what was ticked off is gone when the inbox is opened again, here and elsewhere."""
    keeper = Keeper()
    async with shop.app(preferences=keeper) as pilot:
        await opened(pilot)
        await packet(pilot, "j", "j", "d", " ")
        assert under_cursor(pilot) == "posts/2"
        assert (listed(pilot), new(pilot)) == (ALL, ["posts/2", "tasks/4"])
        assert app_of(pilot).mentions.count() == 0
        assert "  mention      mentioned you on #6" in screen_text(pilot)
        await packet(pilot, "escape")
        await opened(pilot)
        assert listed(pilot) == ["posts/1/owed", "goals/1/owed", "posts/2", "tasks/4"]
    async with shop.app(preferences=keeper) as pilot:
        await opened(pilot)
        assert listed(pilot) == ["posts/1/owed", "goals/1/owed", "posts/2", "tasks/4"]


async def test_what_is_owed_cannot_be_ticked_off(shop: Office) -> None:
    """It goes when it is done, also while the inbox is open."""
    async with shop.app() as pilot:
        await opened(pilot)
        await packet(pilot, "d")
        assert line(pilot) == "This goes when it is done; enter opens it."
        app = app_of(pilot)
        app.act(replies.acknowledge(app.team, 1, "ana", app.now()))
        await until(pilot, lambda: listed(pilot) == ALL[1:])


async def test_it_is_found_in_the_palette(shop: Office) -> None:
    """By its name."""
    async with shop.app() as pilot:
        await packet(pilot, ":", *"inbox", "enter", "end", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CardDialog))


@presses("inbox.tick_all")
async def test_everything_new_is_ticked_off(shop: Office) -> None:
    """What is owed stays; a second time it says that there is nothing more."""
    keeper = Keeper()
    async with shop.app(preferences=keeper) as pilot:
        await opened(pilot)
        await packet(pilot, "M")
        assert (listed(pilot), new(pilot)) == (ALL, [])
        assert (keeper.preferences.looked, dict(keeper.preferences.ticked)) == (6, {})
        await packet(pilot, "M")
        assert line(pilot) == "You have seen all that others did."
        await packet(pilot, "q")
        await opened(pilot)
        assert listed(pilot) == ALL[:2]


@presses("inbox.help", "inbox.close")
async def test_help_and_the_way_out(shop: Office) -> None:
    """Every key that closes it goes back to the screen."""
    async with shop.app() as pilot:
        for close in ("q", "escape", "ctrl+g", "ctrl+n"):
            await opened(pilot)
            await packet(pilot, "?")
            await until(pilot, lambda: isinstance(pilot.app.screen, HelpDialog))
            await packet(pilot, "q", close)
            await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen), close)


@pytest.mark.parametrize("screen", ["1", "2", "3"])
async def test_it_opens_on_every_screen(shop: Office, screen: str) -> None:
    """And from each a card can be opened."""
    async with shop.app() as pilot:
        await packet(pilot, screen)
        await opened(pilot)
        await packet(pilot, "end", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CardDialog))


async def test_others_news_comes_while_it_is_open(shop: Office) -> None:
    """Without reading the history again; the cursor stays on its line."""
    async with shop.app() as pilot:
        await opened(pilot)
        await packet(pilot, "end", "M")
        ben = shop.colleague("ben2")
        ben.commit(tasks.create(ben.team, "Buy tape", "ben", LATER, role=SHOP, assignees=["ana"]))
        ben.commit(comments.comment(ben.team, 4, "Once more.", "ben", LATER))
        look_now(pilot)
        await until(pilot, lambda: len(new(pilot)) == 2)

        assert new(pilot) == ["tasks/9", "tasks/4"]
        assert under_cursor(pilot) == "tasks/4"
        assert "commented on #4" in line(pilot)


@presses("board.inbox")
async def test_clashes_are_decided_from_it(office: Office) -> None:
    """The line opens both values and goes when it is decided."""
    async with office.app() as pilot:
        app = app_of(pilot)
        change = tasks.edit(app.team, 1, "ana", LATER, title="Mine")
        ben = office.colleague("ben")
        ben.commit(tasks.edit(ben.team, 1, "ben", LATER, title="Theirs"))
        app.act(change)
        await until(pilot, lambda: app.deciding.waiting, "the clash")
        await opened(pilot)
        assert "! clash  you " in screen_text(pilot)
        await packet(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ClashDialog))
        await pilot.press("2")
        await until(pilot, lambda: isinstance(pilot.app.screen, InboxDialog))
        await until(pilot, lambda: listed(pilot) == [])
        await saved(pilot)
        assert app.team.task(1).title == "Mine"


async def test_who_only_looks_on_has_an_inbox_too(shop: Office) -> None:
    """An empty one, and every key does something harmless."""
    async with shop.app("zoe") as pilot:
        await opened(pilot)
        await packet(pilot, "j", "d", "M", "enter")
        assert listed(pilot) == []


async def test_what_concerns_skills_says_how_to_go_on(tmp_path: Path) -> None:
    """A level to be confirmed, and something to learn, have no dialog of their own."""
    shop = Office(tmp_path / "team", tmp_path / "local", *skills(), *assessments())
    async with shop.app() as pilot:
        await opened(pilot)
        assert listed(pilot) == ["assessments/5/owed", "assessments/1/owed"]
        await packet(pilot, "enter")
        assert "tagwerk level confirm 5" in screen_text(pilot)
