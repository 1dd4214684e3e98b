"""Writing and changing posts in a form, with a preview, one's own editor, and drafts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from store.models import Post, PostKind
from store.rules import posts
from tests.builders import LATER, PHOTO
from tests.tui.conftest import Office, packet, saved, screen_text, toasts, until
from tests.tui.disks import look_now
from tests.tui.goals import app_of
from tests.tui.marks import ahead, presses
from tests.tui.news import closed, form, here, line, listed, of_shop, the_post
from tui.dialogs.post_form import PostFormDialog
from tui.preferences import Keeper
from tui.preferences.file import SettingsFile


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


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
        await packet(pilot, "3", "j", "e")
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
        await packet(pilot, "3", "j", "x")
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
