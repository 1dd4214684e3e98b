"""What one does with a post: reply, quote, react, acknowledge, pin, close, remind, put away, write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from store.models import Post, PostKind, Reaction, Reply
from store.news.audience import acknowledged
from store.rules import posts
from tests.builders import LATER, PHOTO
from tests.tui.conftest import Office, packet, saved, screen_text, toasts, until
from tests.tui.disks import look_now
from tests.tui.goals import app_of
from tests.tui.marks import ahead, presses
from tests.tui.news import here, line, listed, news_screen, of_shop, the_post, unread
from tui.dialogs.post_form import PostFormDialog
from tui.dialogs.reply_form import ReplyDialog
from tui.preferences import Keeper
from tui.preferences.file import SettingsFile


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


def said(pilot: Pilot[None], post: int) -> list[Reply]:
    """What was said below a post."""
    return list(app_of(pilot).team.belonging(Reply, "post", post))


async def form(pilot: Pilot[None], kind: type[PostFormDialog] | type[ReplyDialog]) -> None:
    """Wait for a form."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind), "opening the form")


async def closed(pilot: Pilot[None]) -> None:
    """Wait for the news to be on top again."""
    await until(pilot, lambda: pilot.app.screen is news_screen(pilot), "closing the form")


@ahead("Reply")
@presses("news.reply")
async def test_a_reply_in_a_line(shop: Office) -> None:
    """It stands below the post, and names whom it mentions."""
    async with shop.app() as pilot:
        await packet(pilot, "3")
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
        await packet(pilot, "home", "R", *"Gladly.", "f2")
        await closed(pilot)
        await saved(pilot)

        assert said(pilot, 6)[-1].text == "> Thank you, @ana!\n\nGladly."


@presses("news.edit_reply")
async def test_ones_own_last_reply_is_edited(shop: Office) -> None:
    """It says so; where one has said nothing, there is nothing to edit."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "E")
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
        await packet(pilot, "3", "+", "t")
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
        await packet(pilot, "3", "A")
        assert line(pilot) == "“Two hundred orders” does not have to be acknowledged."
        await packet(pilot, "j", "j", "A")
        await saved(pilot)

        assert list(acknowledged(app_of(pilot).team, 4)) == ["ana"]
        assert 4 not in unread(pilot)
        assert "to acknowledge" not in screen_text(pilot).splitlines()[0]


async def test_leads_see_who_has_acknowledged(shop: Office) -> None:
    """Dee leads nothing and sees only what she owes herself."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "j", "j", "A", "enter")
        await until(pilot, lambda: "Not yet, since 20 Nov" in screen_text(pilot))
        assert "Cem Demir and Dee Ray" in screen_text(pilot)
    async with shop.app("dee") as pilot:
        await packet(pilot, "3", "j", "j", "enter")
        await until(pilot, lambda: "19 December" in screen_text(pilot))
        assert "Not yet" not in screen_text(pilot)


@presses("news.remind")
async def test_who_owes_it_is_reminded(shop: Office) -> None:
    """A reply mentions them all; who leads nothing does not remind."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "j", "j", "m")
        assert line(pilot) == "Mention 3 people who have not acknowledged it? y/n"
        await packet(pilot, "y")
        await saved(pilot)

        assert said(pilot, 4)[0].mentions == ["ana", "cem", "dee"]
        assert line(pilot) == "You reminded 3 people of “Last posting days”."
    async with shop.app("dee") as pilot:
        await packet(pilot, "3", "j", "j", "m")
        assert "Only Ben Okafor and who leads a role" in " ".join([line(pilot), *toasts(pilot)])


@presses("news.pin")
async def test_a_post_is_pinned(shop: Office) -> None:
    """For a week where nobody says otherwise; the same key takes it down."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "j", "p", "enter")
        await saved(pilot)
        assert str(the_post(pilot, 5).pinned_until) == "2026-11-30"
        assert (listed(pilot)[0], here(pilot)) == (5, 5)
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


@ahead("PostFormDialog")
@presses("news.write", "form.save")
async def test_a_post_is_written(shop: Office) -> None:
    """Title, text and audience; the cursor goes to it, and stays when it gets its number."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "w", *"Shoes are here", "tab", *"Look, @cem", "tab", "tab", *"Photography")
        await packet(pilot, "f2")
        await closed(pilot)
        await saved(pilot)
        written = next(one for one in app_of(pilot).team.all(Post) if one.title == "Shoes are here")

        assert (written.body, written.roles, written.mentions) == ("Look, @cem", [PHOTO], ["cem"])
        await until(pilot, lambda: here(pilot) == written.id, "the cursor going with it")
        assert app_of(pilot).preferences.drafts == {}


async def test_who_leads_nothing_is_not_offered_what_leads_do(shop: Office) -> None:
    """No announcement, no acknowledgement, no pin."""
    async with shop.app("dee") as pilot:
        await packet(pilot, "3", "w")
        await form(pilot, PostFormDialog)
        assert not pilot.app.screen.query("#acknowledge_by")
        await packet(pilot, "escape")
    async with shop.app("ana") as pilot:
        await packet(pilot, "3", "w")
        await form(pilot, PostFormDialog)
        assert pilot.app.screen.query("#acknowledge_by")
        await packet(pilot, "escape")


async def test_a_form_that_cannot_be_saved_says_why(shop: Office) -> None:
    """And keeps what was written."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "w", *"Hello", "tab", "tab", "tab", *"Nobody", "f2")
        await form(pilot, PostFormDialog)
        await until(pilot, lambda: "no role or person" in screen_text(pilot))
        assert pilot.app.screen.query_one("#title", Input).value == "Hello"
        await packet(pilot, "escape", "escape")


@presses("news.edit")
async def test_ones_own_post_is_edited(shop: Office) -> None:
    """It says that it was edited; somebody else's is not opened."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "e")
        assert line(pilot) == "Ben Okafor wrote “Two hundred orders”; reply to it instead."
        await pilot.pause(0.3)
        await packet(pilot, "end", "k", "e", *" Please.", "f2")
        await closed(pilot)
        await saved(pilot)

        assert the_post(pilot, 2).title == "Who has the big tripod? Please."
        assert the_post(pilot, 2).edited_at is not None
        await until(pilot, lambda: "edited today 11:30" in screen_text(pilot))


@presses("writing.preview", "form.cancel")
async def test_the_text_is_seen_as_it_will_be_read(shop: Office) -> None:
    """The same key, or escape, goes back to writing."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "w", "tab", *"# Big", "enter", *"**bold** [x](y)", "f4")
        await until(pilot, lambda: "Big" in screen_text(pilot) and "**bold**" not in screen_text(pilot))
        assert "[x](y)" in screen_text(pilot)
        await packet(pilot, "f4", *"!")
        await until(pilot, lambda: "**bold** [x](y)!" in screen_text(pilot))
        await packet(pilot, "f4", "escape")
        await until(pilot, lambda: "**bold**" in screen_text(pilot))
        await packet(pilot, "escape", "escape")
        await closed(pilot)


@presses("writing.editor")
async def test_the_text_is_written_in_ones_own_editor(shop: Office) -> None:
    """Where the terminal cannot be given away, as in a test, it says so and nothing is lost."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "w", "tab", *"Some words", "f5")
        await until(pilot, lambda: toasts(pilot))
        assert pilot.app.screen.query_one("#body", TextArea).text == "Some words"
        await packet(pilot, "escape", "escape")


async def test_a_draft_survives_a_crash(shop: Office, tmp_path: Path) -> None:
    """What was written is there again, until it is saved or thrown away."""
    mine = tmp_path / "mine.json"
    keeper = Keeper(SettingsFile(tmp_path / "own.json"), SettingsFile(mine), soon=0)
    async with shop.app(preferences=keeper) as pilot:
        await packet(pilot, "3", "w", *"Half a", "tab", *"thought")
        await until(pilot, lambda: mine.exists() and "thought" in mine.read_text(), "keeping the draft")
    again = Keeper(SettingsFile(tmp_path / "own.json"), SettingsFile(mine), soon=0)
    async with shop.app(preferences=again) as pilot:
        await packet(pilot, "3", "w")
        await form(pilot, PostFormDialog)
        assert pilot.app.screen.query_one("#body", TextArea).text == "thought"
        assert "what you had begun to write" in screen_text(pilot)
        await packet(pilot, "escape", "escape")
        await closed(pilot)
        assert again.preferences.drafts == {}
    again.flush()


async def test_a_post_of_somebody_else_is_put_away_after_a_question(shop: Office) -> None:
    """It goes for everybody."""
    async with shop.app() as pilot:
        await packet(pilot, "3", "x")
        assert line(pilot) == "Ben Okafor wrote “Two hundred orders”; put it away for everybody? y/n"
        await packet(pilot, "n")
        assert 6 in listed(pilot)
        await packet(pilot, "x", "y")
        assert 6 not in listed(pilot)
        await saved(pilot)


async def test_what_was_put_away_meanwhile_is_not_changed(shop: Office) -> None:
    """The form says so and keeps what was written."""
    other = shop.colleague("ana2")
    async with shop.app() as pilot:
        await packet(pilot, "3", "end", "k", "e", *"!")
        await form(pilot, PostFormDialog)
        other.commit(posts.archive(other.team, 2, "ana", LATER))
        look_now(pilot)
        await until(pilot, lambda: "was put away meanwhile" in screen_text(pilot))
        await packet(pilot, "f2")
        await until(pilot, lambda: "is archived; restore it first" in screen_text(pilot))
        assert the_post(pilot, 2).title == "Who has the big tripod?"
        await packet(pilot, "escape", "escape")


async def test_a_celebration_is_a_post_of_its_kind(shop: Office) -> None:
    """The kind is chosen from the list."""
    async with shop.app("dee") as pilot:
        await packet(pilot, "3", "w", *"Yes", "tab", "tab", "enter", "down", "down", "enter", "f2")
        await closed(pilot)
        await saved(pilot)

        assert the_post(pilot, 7).kind is PostKind.CELEBRATION


async def test_somebody_elses_edit_is_told_in_the_form(shop: Office) -> None:
    """Who edits one post in two windows sees what the other one changed."""
    other = shop.colleague("ana2")
    async with shop.app() as pilot:
        await packet(pilot, "3", "end", "k", "e")
        await form(pilot, PostFormDialog)
        other.commit(posts.edit(other.team, 2, "ana", LATER, body="It is in the cellar."))
        look_now(pilot)
        await until(pilot, lambda: "Changed meanwhile: body" in screen_text(pilot))
        await packet(pilot, "escape")
