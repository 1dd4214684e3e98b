"""The news screen: what it shows, how one goes through it, and what is taken to have been read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.models import ReadState
from store.news.marks import state_of
from store.rules import posts, replies
from tests.builders import LATER
from tests.tui.conftest import Office, packet, saved, screen_text, until
from tests.tui.disks import look_now
from tests.tui.goals import app_of
from tests.tui.marks import ahead, presses
from tests.tui.news import here, line, listed, news_screen, of_shop, post, sheet, summary, unread
from tui.dialogs.card import CardDialog
from tui.dialogs.help import HelpDialog
from tui.keys import NEWS, Command
from tui.news.bench import kept
from tui.news.commands import GROUPS


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


@pytest.mark.parametrize("command", NEWS, ids=lambda c: c.name)
def test_every_command_of_the_key_table_can_be_done(command: Command) -> None:
    """Some group has a method for each command."""
    assert any(callable(getattr(group, f"do_{command.name}", None)) for group in GROUPS)


@presses("screen.news")
async def test_a_post_is_one_line_and_the_open_one_stands_below(shop: Office) -> None:
    """Marks, kind, title, what it asks, replies, author and day; what is owed is on top, then the newest."""
    async with shop.app() as pilot:
        await pilot.press("3", "j")
        await until(pilot, lambda: "Thank you" in screen_text(pilot), "opening the post")
        rows = screen_text(pilot).splitlines()

        assert rows[3:8] == [
            " ●! announced   Last posting days        by 25 Nov        Ben Okafor  20 Nov",
            "▌●  news        Two hundred orders                        Ben Okafor  22 Nov",
            "    news        For photographers                         Ben Okafor  21 Nov",
            " ●  question    Who has the big tripod?             2 +1  Ana Lima    13 Nov",
            "    celebrated  Welcome Dee                               Ben Okafor  3 Nov",
        ]
        assert summary(pilot) == "5 posts · 3 unread"
        assert "@1  1 to acknowledge  3 unread" in rows[0]


async def test_where_there_is_room_the_open_post_stands_beside_the_list(shop: Office) -> None:
    """At the first frame, and after the terminal has become wider or narrower."""
    async with shop.app(size=(160, 40)) as pilot:
        await pilot.press("3", "j")
        await until(pilot, lambda: "Thank you" in screen_text(pilot))
        assert sheet(pilot).region.x > 60
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: sheet(pilot).region.x == 0)
        await pilot.resize_terminal(160, 40)
        await until(pilot, lambda: sheet(pilot).region.x > 60)


@presses("news.down", "news.up", "news.first", "news.last")
async def test_the_cursor_goes_through_the_posts(shop: Office) -> None:
    """The open post follows it as soon as it rests."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "j", "down", "j", "k", "k")
        assert here(pilot) == 6
        await until(pilot, lambda: "Thank you" in screen_text(pilot))
        await packet(pilot, "end")
        assert here(pilot) == 1
        await packet(pilot, "home", "up")
        assert here(pilot) == 4


@presses("news.next_unread")
async def test_the_next_unread_post(shop: Office) -> None:
    """Who asks for the next one has read this one; at the end it says so, and all of it is one commit."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "n")
        assert (here(pilot), unread(pilot)) == (6, {6, 2})
        await packet(pilot, "n", "n")
        assert (here(pilot), unread(pilot)) == (2, set())
        assert line(pilot) == "You have read everything."
        before = app_of(pilot).team
        app_of(pilot).reading.commit()
        await saved(pilot)

        state = state_of(app_of(pilot).team, "ana")
        assert (state.posts, state.replies) == ([4, 6], [2])
        assert state_of(before, "ana").posts == []


async def test_what_was_read_is_kept_when_the_app_ends(shop: Office) -> None:
    """`q` commits it; another program of the same person knows it."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "n", "q")
    other = shop.colleague("ana2")

    assert state_of(other.team, "ana").posts == [4]
    assert len([*other.team.all(ReadState)]) == 1


async def test_a_post_that_stands_there_open_for_a_while_is_read(shop: Office) -> None:
    """No key is needed for it; one over which the cursor only goes is not."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "j", "j", "k", "k")
        assert unread(pilot) == {6, 4, 2}
        await until(pilot, lambda: unread(pilot) == {6, 2}, "taking it to be read")
        assert "2 unread" in summary(pilot)


@presses("news.open", "news.clear")
async def test_the_open_post_can_have_the_whole_screen(shop: Office) -> None:
    """Enter gives it all lines, with its history; escape brings the list back."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "enter")
        await until(pilot, lambda: "Nothing yet" not in screen_text(pilot))
        assert "For photographers" not in screen_text(pilot)
        assert 4 not in unread(pilot)
        await packet(pilot, "escape")
        assert "For photographers" in screen_text(pilot)


@presses("news.read_on", "news.read_back")
async def test_a_long_post_is_read_by_pages_and_then_the_next_unread_one(tmp_path: Path) -> None:
    """The space bar scrolls, and at the end goes on, as in a mail program."""
    text = "\n\n".join(f"Paragraph {n}" for n in range(40))
    long = [post(1, "Short"), post(2, "Long", -0.01, body=text)]
    office = Office(tmp_path / "team", tmp_path / "local", *long)
    async with office.app() as pilot:
        await packet(pilot, "3")
        await until(pilot, lambda: sheet(pilot).max_scroll_y > 20, "laying out the text")
        await packet(pilot, " ")
        assert sheet(pilot).scroll_offset.y > 5
        await packet(pilot, "b")
        assert sheet(pilot).scroll_offset.y == 0
        for _ in range(30):
            await packet(pilot, " ")
            if here(pilot) == 1:
                break
        assert (here(pilot), unread(pilot)) == (1, {1})


@presses("news.next_view", "news.previous_view")
async def test_views_show_what_waits(shop: Office) -> None:
    """Unread, to acknowledge, mentions; where nothing waits, the view says so."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "tab")
        assert listed(pilot) == [4, 6, 2]
        await packet(pilot, "tab")
        assert listed(pilot) == [4]
        await packet(pilot, "tab")
        assert listed(pilot) == [6]
        await packet(pilot, "tab", "shift+tab", "shift+tab", "A", "k")
        await until(pilot, lambda: not app_of(pilot).reading.owed)
        await packet(pilot, "shift+tab", "tab")
        assert "There is nothing to acknowledge" in screen_text(pilot)
        await packet(pilot, "escape")
        assert len(listed(pilot)) == 5


async def test_what_is_read_in_the_unread_view_stays_until_one_goes_on(shop: Office) -> None:
    """It would be swept away from under one's eyes."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "tab")
        await until(pilot, lambda: 4 not in unread(pilot))
        assert (here(pilot), listed(pilot)) == (4, [4, 6, 2])
        await packet(pilot, "n", "n")
        assert here(pilot) == 2
        assert 4 not in listed(pilot)


def test_a_post_stays_where_it_stood() -> None:
    """Before the first of those that stood below it; one that was not there is not brought back."""
    one, two, three = (post(n, f"{n}") for n in (1, 2, 3))

    assert kept([one, three], two, [one, two, three]) == [one, two, three]
    assert kept([one], two, [two]) == [one, two]
    assert kept([one], two, [three]) == [one]
    assert kept([one, two], two, [two]) == [one, two]


@ahead("Only")
@presses("news.narrow")
async def test_filters(shop: Office) -> None:
    """By kind, author, role, and those put away; the line beside the views names them."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "f", "q")
        assert listed(pilot) == [2]
        assert summary(pilot) == "1 post · 1 unread · only question (esc: all)"
        await packet(pilot, "escape", "f", "o", *"ana", "enter")
        assert (listed(pilot), summary(pilot).endswith("by Ana Lima (esc: all)")) == ([2], True)
        await packet(pilot, "escape", "f", "r", *"Photog", "tab", "enter")
        assert listed(pilot) == [5]
        await packet(pilot, "escape", "f", "x")
        assert listed(pilot) == [3]
        await packet(pilot, "f", "c")
        assert listed(pilot) == []
        assert "No post is like that" in screen_text(pilot)


@presses("news.filter")
async def test_words_are_searched_while_one_types(shop: Office) -> None:
    """In titles, texts and authors; escape while one writes leaves all as it was."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "/", *"dec")
        assert listed(pilot) == [4]
        await packet(pilot, "escape")
        assert len(listed(pilot)) == 5
        await packet(pilot, "/", *"lenses", "enter")
        assert listed(pilot) == [5]


@presses("news.go_to")
async def test_what_a_post_is_about_is_opened(shop: Office) -> None:
    """A single card at once; of several one is asked for; where there is none, it says so."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "j", "o")
        await until(pilot, lambda: isinstance(pilot.app.screen, CardDialog))
        await packet(pilot, "q", "k", "o", "2")
        await until(pilot, lambda: "Wrap the presents" in screen_text(pilot))
        await packet(pilot, "q", "j", "j", "o")
        assert line(pilot) == "This post is about no card and no goal."


async def test_others_news_comes_while_one_looks(shop: Office) -> None:
    """A new post and a new reply are marked; the cursor stays on its post."""
    ben = shop.colleague("ben")
    async with shop.app() as pilot:
        await packet(pilot, "3", "j", "j")
        ben.commit(posts.write(ben.team, "Shoes are here", "ben", LATER))
        ben.commit(replies.reply(ben.team, 2, "Found it, @ana.", "ben", LATER))
        look_now(pilot)
        await until(pilot, lambda: len(listed(pilot)) == 6)
        await until(pilot, lambda: "3 +2" in screen_text(pilot))

        assert listed(pilot)[1] == 7
        assert here(pilot) == 5
        assert "@2" in screen_text(pilot).splitlines()[0]


async def test_news_is_told_on_every_screen(shop: Office) -> None:
    """The header of the board counts them, and a mention is said in its line."""
    ben = shop.colleague("ben")
    async with shop.app() as pilot:
        ben.commit(posts.write(ben.team, "Shoes", "ben", LATER, body="@ana, look"))
        look_now(pilot)
        await until(pilot, lambda: "@2" in screen_text(pilot).splitlines()[0])
        told = "Ben Okafor mentioned you in “Shoes”; 3 shows the news."
        await until(pilot, lambda: told in screen_text(pilot))


async def test_an_open_incident_is_a_banner_on_every_screen(shop: Office) -> None:
    """From the moment it is posted until it is closed."""
    ben = shop.colleague("ben")
    async with shop.app() as pilot:
        ben.commit(posts.write(ben.team, "Payment fails", "ben", LATER, kind="incident"))
        look_now(pilot)
        await until(pilot, lambda: "!! Payment fails" in screen_text(pilot).splitlines()[1])
        await packet(pilot, "2")
        assert "!! Payment fails  ·  Ben Okafor, since 11:30" in screen_text(pilot).splitlines()[1]
        await packet(pilot, "3")
        assert listed(pilot)[0] == 7
        ben.commit(posts.close(ben.team, 7, "The provider is back.", "ben", LATER))
        look_now(pilot)
        await until(pilot, lambda: "!! Payment" not in screen_text(pilot))
        await packet(pilot, "home", "j")
        await until(pilot, lambda: "How it ended" in screen_text(pilot))


async def test_without_news_it_says_how_to_write_some(office: Office) -> None:
    """An empty board tells the key."""
    async with office.app() as pilot:
        await packet(pilot, "3")

        assert "No news yet: w writes the first post, ? shows all keys." in screen_text(pilot)


@ahead("HelpDialog")
async def test_the_help_tells_of_the_news(shop: Office) -> None:
    """What it is for, and every key."""
    async with shop.app(size=(100, 50)) as pilot:
        await packet(pilot, "3", "?")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpDialog))

        assert "Here the team hears what is new" in screen_text(pilot)
        assert "Say that you know what the post says" in screen_text(pilot)


async def test_a_post_is_found_by_its_title(shop: Office) -> None:
    """From the palette, also where a filter hides it."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "f", "q", ":", *"Two hundred", "enter")
        await until(pilot, lambda: here(pilot) == 6)
        assert news_screen(pilot)._bench.wanted.kind is None
