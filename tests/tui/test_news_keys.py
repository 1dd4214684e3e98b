"""What one does with a post: reply, quote, react, acknowledge, pin, close, remind, put away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.models import Reaction
from store.news.audience import acknowledged
from store.rules import posts
from tests.builders import LATER
from tests.tui.conftest import Office, packet, saved, screen_text, toasts, until
from tests.tui.goals import app_of
from tests.tui.marks import ahead, presses
from tests.tui.news import closed, form, here, line, listed, of_shop, said, the_post, unread
from tui.dialogs.reply_form import ReplyDialog


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


@ahead("Reply")
@presses("news.reply")
async def test_a_reply_in_a_line(shop: Office) -> None:
    """It stands below the post, and names whom it mentions."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "j")
        await until(pilot, lambda: "Thank you" in screen_text(pilot))
        await packet(pilot, "r", *"Thanks, @ben!", "enter")
        await saved(pilot)

        assert [(one.text, one.author, one.mentions) for one in said(pilot, 6)] == [
            ("Thanks, @ben!", "ana", ["ben"])
        ]
        await until(pilot, lambda: "Thanks, @ben!" in screen_text(pilot))


@ahead("ReplyDialog")
@presses("news.quote")
async def test_a_long_reply_quotes_the_last_words(shop: Office) -> None:
    """Of several replies, one is asked which; where there is none, the post itself."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "end", "k", "R")
        assert line(pilot).startswith("Quote: 1 Ben Okafor: “> in the van")
        await packet(pilot, "1", *"Look in the cellar.", "f2")
        await closed(pilot)
        await saved(pilot)
        assert said(pilot, 2)[-1].text == "> > in the van\n> \n> It is not.\n\nLook in the cellar."
        await packet(pilot, "home", "j", "R", *"Gladly.", "f2")
        await closed(pilot)
        await saved(pilot)

        assert said(pilot, 6)[-1].text == "> Thank you, @ana!\n\nGladly."


@presses("news.edit_reply")
async def test_ones_own_last_reply_is_edited(shop: Office) -> None:
    """It says so; where one has said nothing, there is nothing to edit."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "j", "E")
        assert line(pilot) == "You have not replied to this post."
        await pilot.pause(0.3)
        await packet(pilot, "r", *"Thnks", "enter", "E")
        await form(pilot, ReplyDialog)
        await packet(pilot, *["backspace"] * 3, *"anks", "f2")
        await closed(pilot)
        await saved(pilot)

        assert said(pilot, 6)[0].text == "Thanks"
        assert said(pilot, 6)[0].edited_at is not None


@ahead("React with")
@presses("news.react")
async def test_a_reaction_is_given_and_taken_back(shop: Office) -> None:
    """A letter chooses the sign; the same letter takes it back."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "j", "+", "t")
        await until(pilot, lambda: "1 thanks" in screen_text(pilot))
        await packet(pilot, "+")
        assert "t thanks (take back)" in line(pilot)
        await packet(pilot, "t")
        await until(pilot, lambda: "1 thanks" not in screen_text(pilot))
        await saved(pilot)

        assert [one.signs for one in app_of(pilot).team.all(Reaction)] == [[]]


@ahead("React to")
@presses("news.react_reply")
async def test_a_reply_gets_a_reaction(shop: Office) -> None:
    """Which one is asked first; where nobody has replied, there is none."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "*")
        assert line(pilot) == "Nobody has replied to this post yet."
        await pilot.pause(0.3)
        await packet(pilot, "end", "k", "enter", "*", "2", "h")
        await saved(pilot)

        (given,) = app_of(pilot).team.all(Reaction)
        assert (given.post, given.reply, given.signs) == (2, 1, ["heart"])
        await until(pilot, lambda: "1 heart  Ana Lima" in screen_text(pilot))


@presses("news.acknowledge")
async def test_a_post_is_acknowledged(shop: Office) -> None:
    """It is read then, and nothing is owed any more; where nothing was asked for, it says so."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "j", "A")
        assert line(pilot) == "“Two hundred orders” does not have to be acknowledged."
        await packet(pilot, "k", "A")
        await saved(pilot)

        assert list(acknowledged(app_of(pilot).team, 4)) == ["ana"]
        assert 4 not in unread(pilot)
        assert "to acknowledge" not in screen_text(pilot).splitlines()[0]


async def test_leads_see_who_has_acknowledged(shop: Office) -> None:
    """Dee leads nothing and sees only what she owes herself."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "A", "enter")
        await until(pilot, lambda: "Not yet, since 20 Nov" in screen_text(pilot))
        assert "Cem Demir and Dee Ray" in screen_text(pilot)
    async with shop.app("dee") as pilot:
        await packet(pilot, "3", "enter")
        await until(pilot, lambda: "19 December" in screen_text(pilot))
        assert "Not yet" not in screen_text(pilot)


@presses("news.remind")
async def test_who_owes_it_is_reminded(shop: Office) -> None:
    """A reply mentions them all; who leads nothing does not remind."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "m")
        assert line(pilot) == "Mention 3 people who have not acknowledged it? y/n"
        await packet(pilot, "y")
        await saved(pilot)

        assert said(pilot, 4)[0].mentions == ["ana", "cem", "dee"]
        assert line(pilot) == "You reminded 3 people of “Last posting days”."
    async with shop.app("dee") as pilot:
        await packet(pilot, "3", "m")
        assert "Only Ben Okafor and who leads a role" in " ".join([line(pilot), *toasts(pilot)])


@presses("news.pin")
async def test_a_post_is_pinned(shop: Office) -> None:
    """For a week where nobody says otherwise; the same key takes it down."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "j", "j", "p", "enter")
        await saved(pilot)
        assert str(the_post(pilot, 5).pinned_until) == "2026-11-30"
        assert (listed(pilot)[:2], here(pilot)) == ([4, 5], 5)
        await packet(pilot, "p")
        assert the_post(pilot, 5).pinned_until is None
    async with shop.app("dee") as pilot:
        await packet(pilot, "3", "p")
        assert "Only who leads a role pins a post" in line(pilot)


@presses("news.close")
async def test_an_incident_is_closed_and_opened_again(shop: Office) -> None:
    """Its outcome is asked for; the banner goes and comes back."""
    ben = shop.colleague("ben")
    ben.commit(posts.write(ben.team, "Payment fails", "ben", LATER, kind="incident"))
    async with shop.app() as pilot:
        await packet(pilot, "3", "d", *"The provider is back.", "enter")
        assert the_post(pilot, 7).outcome == "The provider is back."
        await until(pilot, lambda: "!! Payment" not in screen_text(pilot))
        await packet(pilot, "d")
        assert line(pilot) == "“Payment fails” is over; does it go on, for everybody? y/n"
        await packet(pilot, "y")
        await until(pilot, lambda: "!! Payment" in screen_text(pilot))
        await packet(pilot, "j", "d")
        assert "is no incident" in line(pilot)


@presses("news.archive", "news.undo", "news.redo")
async def test_a_post_is_put_away_and_comes_back(shop: Office) -> None:
    """By its own key, and by undo."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "end", "k", "x")
        assert 2 not in listed(pilot)
        assert line(pilot) == "You archived the post “Who has the big tripod?”."
        await packet(pilot, "u")
        assert 2 in listed(pilot)
        await packet(pilot, "ctrl+r")
        assert 2 not in listed(pilot)
        await packet(pilot, "f", "x", "end", "x")
        assert the_post(pilot, 2).archived_at is None or the_post(pilot, 3).archived_at is None
        await saved(pilot)


@presses("news.mark_all")
async def test_everything_is_marked_read(shop: Office) -> None:
    """Also what was said below the posts; the second time there is nothing to mark."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "M")
        assert unread(pilot) == set()
        await saved(pilot)
        await packet(pilot, "M")
        assert line(pilot) == "You have read everything."
